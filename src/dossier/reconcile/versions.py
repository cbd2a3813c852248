"""The findings of a comparison: sentences, summary fields, headings and references of two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.extract.sentences import Sentence, sentences
from dossier.model.article import Article, Block, Gap, ItemList, Paragraph
from dossier.model.passage import Passage
from dossier.reconcile.align import Line, align, lines_of
from dossier.reconcile.compare import CONFLICTS, ChangeKind, compare
from dossier.reconcile.words import words_of

FindingKind = Literal["agreeing", "added", "reworded", "conflict", "gap"]
Part = Literal["sentence", "field", "heading", "reference"]

_SAME_WORK = 85.0
"""The least likeness, in per cent of rapidfuzz's token sort ratio, of two references to one work."""
_NEAR = 4
"""A hole may be marked that many characters away from where words are missing."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Clean words of a version, and the place in its source that is quoted for them."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that one version has where the other has others; either may be empty, with the place where they lack."""

    kind: ChangeKind
    first: Quote
    second: Quote


@dataclass(frozen=True, slots=True)
class Finding:
    """What two versions say at one place. `first` and `second` are whole sentences; one of them is empty if *added*.

    *gap*: a hole of one version, `gap`, that the other's words at `filled` would fill.
    """

    kind: FindingKind
    part: Part
    first: tuple[Quote, ...]
    second: tuple[Quote, ...]
    differences: tuple[Difference, ...] = ()
    gap: Gap | None = None
    filled: Quote | None = None


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All findings, those of sentences first, in the order of the first version."""

    findings: tuple[Finding, ...]

    def at(self, start: int, end: int, *, reverse: bool = False) -> Finding | None:
        """Return the finding about the sentence at a place of the first version, or with `reverse` of the second."""
        found: Finding | None = None
        for finding in self.findings:
            quotes = finding.second if reverse else finding.first
            if finding.part == "sentence" and any(quote.start < end and start < quote.end for quote in quotes):
                if finding.gap is None:
                    return finding
                found = finding
        return found

    def partners(self, start: int, end: int, *, reverse: bool = False) -> tuple[Quote, ...]:
        """Return the sentences that the other version has for what stands at such a place."""
        finding = self.at(start, end, reverse=reverse)
        return () if finding is None else finding.first if reverse else finding.second


def reconcile(first: Article, second: Article) -> Reconciliation:
    """Compare two versions of one subject.

    Sentences are those of lead and body. The time grows with the length of the texts. Nothing is filled in and nothing
    is moved: a finding names places, and what to make of them is for others.
    """
    ours, theirs = (lines_of(tuple(running(article))) for article in (first, second))
    groups = align(ours, theirs)
    findings: list[Finding] = []
    for a, b in groups:
        findings += _compared([ours[n] for n in a], [theirs[n] for n in b], first.gaps, second.gaps)
    seen = {n for a, _ in groups for n in a}, {n for _, b in groups for n in b}
    findings += [_added(line.sentence.passage, 0) for n, line in enumerate(ours) if n not in seen[0]]
    findings.sort(key=lambda finding: finding.first[0].start)
    findings += [_added(line.sentence.passage, 1) for n, line in enumerate(theirs) if n not in seen[1]]
    return Reconciliation((*findings, *_fields(first, second), *_headings(first, second), *_references(first, second)))


def running(article: Article) -> Iterator[Sentence]:
    """Yield the sentences of lead and body that have a place; those of tables are none."""
    blocks = [article.lead, *(section.blocks for section in article.walk() if section.role == "body")]
    for block in (block for group in blocks for block in group):
        for passage in _read(block):
            yield from (sentence for sentence in sentences(passage) if sentence.passage.runs)


def _read(block: Block) -> Iterator[Passage]:
    """Yield what of a block is running text: tables are compared by nobody's sentences."""
    match block:
        case Paragraph():
            yield block.passage
        case ItemList():
            yield from (item.passage for item in block.items)


def _quote(passage: Passage, start: int = 0, end: int | None = None) -> Quote:
    end = len(passage.text) if end is None else end
    return Quote(passage.text[start:end], *passage.quotable_range(start, end))


def _added(passage: Passage, side: int, part: Part = "sentence") -> Finding:
    quote = (_quote(passage),)
    return Finding("added", part, () if side else quote, quote if side else ())


def _compared(
    ours: Sequence[Line], theirs: Sequence[Line], our_gaps: Sequence[Gap], their_gaps: Sequence[Gap]
) -> Iterator[Finding]:
    """Yield what a group of sentences holds: the finding about them, and one for each hole that is filled there."""
    first, second = _Side(ours), _Side(theirs)
    changes = compare(first.words, second.words)
    differences = tuple(Difference(c.kind, first.quote(c.first), second.quote(c.second)) for c in changes)
    quotes = _sentence_quotes(ours), _sentence_quotes(theirs)
    holes = [
        *((gap, d, d.second) for gap in our_gaps for d in differences if d.second.text and _at(gap, d.first)),
        *((gap, d, d.first) for gap in their_gaps for d in differences if d.first.text and _at(gap, d.second)),
    ]
    for gap, _, words in holes:
        yield Finding("gap", "sentence", *quotes, gap=gap, filled=words)
    filled = {id(difference) for _, difference, _ in holes}
    rest = tuple(difference for difference in differences if id(difference) not in filled)
    if rest or not holes:
        yield Finding(_finding_kind({difference.kind for difference in rest}), "sentence", *quotes, rest)


def _finding_kind(changes: set[ChangeKind]) -> FindingKind:
    if changes & CONFLICTS:
        return "conflict"
    return "reworded" if "words" in changes else "added" if changes else "agreeing"


def _sentence_quotes(lines: Sequence[Line]) -> tuple[Quote, ...]:
    return tuple(_quote(line.sentence.passage) for line in lines)


def _at(gap: Gap, words: Quote) -> bool:
    """Tell whether `words`, of which there are none, lack at a hole."""
    return gap.kind == "lost-words" and not words.text and gap.start - _NEAR <= words.start <= gap.end + _NEAR


class _Side:
    """The words of one or several sentences as one row, and the place of each stretch of them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.words = tuple(word for line in lines for word in line.words)
        self._places = [(line.sentence.passage, word) for line in lines for word in line.words]

    def quote(self, stretch: tuple[int, int]) -> Quote:
        """Return the words numbered so; for an empty stretch the place behind the word before it."""
        start, end = stretch
        if start == end:
            passage, word = self._places[max(0, start - 1)]
            place = passage.source_range(0, word.end if start else word.start)[1]
            return Quote("", place, place)
        (passage, from_word), (last, to_word) = self._places[start], self._places[end - 1]
        if passage is last:
            return _quote(passage, from_word.start, to_word.end)
        return _quote(passage, from_word.start)


def _fields(first: Article, second: Article) -> Iterator[Finding]:
    ours, theirs = ({_name(field.name): field for field in article.infobox} for article in (first, second))
    for name in dict.fromkeys((*ours, *theirs)):
        a, b = ours.get(name), theirs.get(name)
        if a is None or b is None:
            field = a or b
            if field and field.value.text.strip():
                place = field.value.quotable_range(0, len(field.value.text))
                quote = (Quote(f"{field.name}: {field.value.text}", *place),)
                yield Finding("added", "field", quote if a else (), quote if b else ())
            continue
        if not (a.value.text and b.value.text):
            continue
        changes = compare(words_of(a.value.text), words_of(b.value.text))
        kind = _finding_kind({change.kind for change in changes})
        yield Finding(kind, "field", (_quote(a.value),), (_quote(b.value),))


def alike(first: str, second: str) -> float:
    """Return how alike two names or titles are, in per cent, whatever the order of their words."""
    from rapidfuzz import fuzz, utils

    return float(fuzz.token_sort_ratio(first, second, processor=utils.default_process))


def _name(field: str) -> str:
    return field.casefold().replace("_", " ").strip()


def _headings(first: Article, second: Article) -> Iterator[Finding]:
    ours, theirs = (
        {_name(s.heading.text): s.heading for s in article.walk() if s.role == "body" and s.heading.text}
        for article in (first, second)
    )
    yield from (_added(heading, 0, "heading") for name, heading in ours.items() if name not in theirs)
    yield from (_added(heading, 1, "heading") for name, heading in theirs.items() if name not in ours)


def _references(first: Article, second: Article) -> Iterator[Finding]:
    ours, theirs = ([r.text for r in article.references if r.text.text.strip()] for article in (first, second))
    yield from (_added(text, 0, "reference") for text in ours if not _listed(text, theirs))
    yield from (_added(text, 1, "reference") for text in theirs if not _listed(text, ours))


def _listed(text: Passage, others: Sequence[Passage]) -> bool:
    """Tell whether a reference stands in a list, perhaps in another order or with other punctuation."""
    return any(alike(text.text, other.text) >= _SAME_WORK for other in others)
