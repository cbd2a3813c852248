"""The copy-paste shape: a page copied from a browser, with `[1]` marks and a list of `1. ^ a b c` references."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dossier.model.article import Article, Block, Field, Reference, Section, passages
from dossier.model.passage import Passage
from dossier.readers.gaps import Gaps
from dossier.readers.lines import Line, is_title_of_section, split
from dossier.readers.plain import PlainOutline, marked, plain_article, provenance

EDIT = re.compile(r"(?<=\S)\s?\[(?:edit|Bearbeiten|modifier|editar|modifica|edytuj|править)[^\]]{0,40}\]$")
REFERENCE = re.compile(r"(?:(?P<number>\d{1,4})\.\s*)?(?:Jump up\s*)?[\^↑](?:\s*Jump up to:?)?(?P<text>.*)")
FURNITURE = re.compile(
    r"Jump to(?::| navigation| search)|From [^,]{1,60}, the free encyclopedia|\(Redirected from |Retrieved from \""
    r"|This page was last (?:edited|modified)|Contents(?:\s*\[hide\])?$"
)
_CONTENTS = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\s+\S.{0,100}")
_FIELD = re.compile(r"(?P<name>[^\t]{1,60}?)\s*\t\s*(?P<value>\S.*)")
_TITLE_WIDTH = 150
_LETTER = re.compile(r"\s*([a-z]{1,2})(?=\s|$)")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def read_copypaste(source: str) -> Article:
    """Return the article in a decoded `source` of the copy-paste shape.

    Two blank lines are where a heading was; more or fewer back-references than marks are a gap.
    """
    gaps = Gaps(source)
    lines = split(source)
    origin, skip = provenance(source, lines)
    skip |= _furniture(lines)
    body = PlainOutline(source, lines, gaps)
    title = Passage()
    infobox: list[Field] = []
    references: list[Reference] = []
    blanks = 0
    for number, line in enumerate(lines):
        if number in skip:
            continue
        if not line.text:
            blanks += 1
            body.line(line)
        elif not title.text and body.is_empty and len(line.text) <= _TITLE_WIDTH:
            title = marked(source, line.start, line.end, gaps)
        elif body.is_empty and (row := _FIELD.fullmatch(line.text)):
            value = marked(source, line.start + row.start("value"), line.end, gaps, whole=True)
            infobox.append(Field(row["name"], value))
        elif found := REFERENCE.fullmatch(line.text):
            if body.role != "references":
                body.open_lost(line, "references")
            body.fill()
            references.append(_reference(source, line, found, len(references) + 1, gaps))
        elif heading := EDIT.search(line.text):
            body.open(2, line.start, line.start + heading.start())
        elif is_title_of_section(lines, number):
            body.open(2, line.start, line.end)
        else:
            if blanks > 1 and not body.is_empty:
                body.open_lost(line)
            body.line(line)
        blanks = blanks if not line.text else 0
    story = body.close()
    _compare_marks(story, references, gaps)
    return plain_article(source, "copypaste", title, story, origin, gaps, infobox=infobox, references=references)


def _furniture(lines: Sequence[Line]) -> set[int]:
    """Return the numbers of the lines that belong to the page and not to the article, its contents among them."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        in_contents = number - 1 in found and _CONTENTS.fullmatch(line.text)
        if FURNITURE.match(line.text) or in_contents:
            found.add(number)
    return found


def _reference(source: str, line: Line, found: re.Match[str], count: int, gaps: Gaps) -> Reference:
    letters, skipped = _letters(found["text"])
    text = marked(source, line.start + found.start("text") + skipped, line.end, gaps, marks=False)
    key = found["number"] or str(count)
    if not text.text:
        gaps.add("empty-reference", line.start, line.end, f"reference {key} has no text")
    return Reference(key, "reference", text, number=int(key), letters=letters)


def _letters(text: str) -> tuple[tuple[str, ...], int]:
    """Return the back-references a, b, c, ... that `text` begins with, and where they end; one alone is a word."""
    letters: list[str] = []
    at = 0
    while (found := _LETTER.match(text, at)) and found[1] == _expected(len(letters)):
        letters.append(found[1])
        at = found.end()
    return (tuple(letters), at) if len(letters) > 1 else ((), 0)


def _expected(count: int) -> str:
    """Return the letter after `count` others: a to z, then aa, ab, ..."""
    more, letter = divmod(count, len(_ALPHABET))
    return (_ALPHABET[more - 1] if more else "") + _ALPHABET[letter % len(_ALPHABET)]


def _compare_marks(
    story: tuple[tuple[Block, ...], tuple[Section, ...]], references: Sequence[Reference], gaps: Gaps
) -> None:
    """Note marks without a reference, references without a mark, and back-references that do not add up."""
    lead, sections = story
    blocks = [*lead, *(block for outer in sections for section in outer.walk() for block in section.blocks)]
    cited = [cite for block in blocks for passage in passages(block) for cite in passage.citations]
    marks = Counter(cite.reference for cite in cited)
    known = {reference.key for reference in references}
    for cite in cited:
        if cite.reference not in known:
            known.add(cite.reference)
            gaps.add("unknown-reference", cite.start, cite.end, f"there is no reference {cite.reference}")
    for reference in references:
        place, expected = reference.text, max(1, len(reference.letters))
        if not marks[reference.key]:
            gaps.add("uncited-reference", place.start, place.end, f"no mark points at reference {reference.key}")
        elif marks[reference.key] != expected:
            message = f"reference {reference.key} has {expected} back-references, but {marks[reference.key]} marks"
            gaps.add("mark-count", place.start, place.end, message)
