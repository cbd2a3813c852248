"""The story of a draft: the article's own sentences under its own headings, whole or, of a long one, a selection.

Nothing is rewritten. A sentence that carries something found in it comes before one that does not; "[…]" stands where
sentences of a section were passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.draft.notes import Note
from dossier.draft.versions import Version
from dossier.extract.sentences import Sentence, sentences
from dossier.model.article import Article, Block, ItemList, Section
from dossier.model.article import Paragraph as ArticleParagraph
from dossier.model.passage import Passage

WORDS = 2600
"""So many words of the article are printed at most, about nine pages."""
LEAD = 420
"""So many of them belong to the lead."""
_LEAST = 45
"""A section is given room for so many words, however short its share is."""
SECTIONS = 16
"""So many sections are printed at most."""
ELIDED = "[…]"
"""Stands where sentences of a section were passed over."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its place in the story: its number, where its paragraph begins, and what it carries.

    `elided` sentences were passed over before it; where it is the last of its section and is `cut`, behind it.
    """

    sentence: Sentence
    number: int
    starts: bool
    weight: int
    elided: bool = False
    cut: bool = False

    @property
    def text(self) -> str:
        """The sentence as it is printed, in one line."""
        words = " ".join(self.sentence.text.split())
        return " ".join(part for part in (ELIDED * self.elided, words, ELIDED * self.cut) if part)

    @property
    def place(self) -> tuple[int, int]:
        """Its place in the source."""
        return self.sentence.passage.start, self.sentence.passage.end

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.sentence.text.count(" ") + 1


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the article as it is printed; the lead has no heading."""

    heading: Passage | None
    told: tuple[Told, ...]


def chapters(
    version: Version, weigh: Callable[[int, int], int], prints: Callable[[str], bool], notes: list[Note]
) -> tuple[Chapter, ...]:
    """Return the sections of the article with the sentences that are printed; what is left out goes to `notes`.

    `weigh` says how much the sentence at a place carries; `prints` whether a text can be printed.
    """
    article = version.article
    whole = _whole(article, weigh)
    total = sum(told.words for chapter in whole for told in chapter.told)
    chosen = whole if total <= WORDS else tuple(_chosen(whole, total))
    kept = []
    for before, chapter in zip(whole, chosen, strict=True):
        told = tuple(each for each in chapter.told if prints(each.sentence.text))
        _report(version, before, told, notes, prints)
        if told:
            kept.append(Chapter(chapter.heading, tuple(_elided(before.told, told))))
    return tuple(kept)


def _whole(article: Article, weigh: Callable[[int, int], int]) -> tuple[Chapter, ...]:
    parts: list[tuple[Passage | None, Iterable[Block]]] = [(None, article.lead)]
    parts += [
        (section.heading, (block for inner in section.walk() for block in inner.blocks))
        for section in _outer(article.sections)
        if section.role == "body"
    ]
    joined: list[tuple[Passage | None, list[Block]]] = []
    for heading, blocks in parts:
        # A section whose heading is lost goes on with the one before it.
        if joined and heading is not None and not heading.text.strip():
            joined[-1][1].extend(blocks)
        else:
            joined.append((heading, list(blocks)))
    found = (Chapter(heading, tuple(_told(blocks, weigh))) for heading, blocks in joined)
    return tuple(chapter for chapter in found if chapter.told)


def _outer(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the highest sections, and those within one that is alone and only holds others."""
    if len(sections) == 1 and not sections[0].blocks and sections[0].sections:
        yield from _outer(sections[0].sections)
    else:
        yield from sections


def _told(blocks: Iterable[Block], weigh: Callable[[int, int], int]) -> Iterator[Told]:
    number = 0
    for passage, running in _passages(blocks):
        starts = True
        for sentence in sentences(passage):
            if not sentence.passage.runs:
                continue
            weight = weigh(sentence.passage.start, sentence.passage.end)
            if running or weight:
                yield Told(sentence, number, starts, weight)
                number += 1
                starts = False


def _passages(blocks: Iterable[Block]) -> Iterator[tuple[Passage, bool]]:
    """Yield what can be read as a story, and whether it runs on: an item of a list counts for what it carries."""
    for block in blocks:
        match block:
            case ArticleParagraph():
                yield block.passage, True
            case ItemList():
                yield from ((item.passage, False) for item in block.items)


def _chosen(whole: Sequence[Chapter], total: int) -> Iterator[Chapter]:
    room = WORDS
    for number, chapter in enumerate(whole):
        words = sum(told.words for told in chapter.told)
        lead = chapter.heading is None
        share = min(LEAD, words) if lead else max(_LEAST, WORDS * words // total)
        share = min(share, room)
        kept: set[int] = set()
        used = 0
        if number <= SECTIONS:
            for told in sorted(chapter.told, key=lambda t: (-_rank(t, lead=lead), t.number)):
                if used + told.words <= share:
                    kept.add(told.number)
                    used += told.words
        room -= used
        yield Chapter(chapter.heading, tuple(told for told in chapter.told if told.number in kept))


def _rank(told: Told, *, lead: bool) -> int:
    return 0 if lead else told.weight + 2 * (told.number == 0)


def _elided(all: Sequence[Told], kept: Sequence[Told]) -> Iterator[Told]:
    numbers = {told.number for told in kept}
    opened: set[int] = set()
    paragraph = 0
    paragraphs = {}
    for told in all:
        paragraph += told.starts
        paragraphs[told.number] = paragraph
    for told in kept:
        starts = paragraphs[told.number] not in opened
        opened.add(paragraphs[told.number])
        yield replace(
            told,
            starts=starts,
            elided=told.number > 0 and told.number - 1 not in numbers,
            cut=told is kept[-1] and told.number < all[-1].number,
        )


def _report(
    version: Version, chapter: Chapter, kept: Sequence[Told], notes: list[Note], prints: Callable[[str], bool]
) -> None:
    numbers = {told.number for told in kept}
    for told in chapter.told:
        if told.number not in numbers:
            why = "not in the story: there is no room for every sentence of a long article"
            if not prints(told.sentence.text):
                why = "not in the story: it holds letters that no font has, or marks that would read as markup"
            place = f"sources/{version.file}:{version.line(told.place[0])}"
            notes.append(Note("left-out", why, told.sentence.text, place))
