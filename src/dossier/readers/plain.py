"""What the plain shapes share: paragraphs and lists of lines, reference marks, and the label of a retelling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.model.article import (
    Article,
    Block,
    Field,
    ItemList,
    ListItem,
    Paragraph,
    Provenance,
    Reference,
    Role,
    Section,
    passages,
)
from dossier.model.passage import Passage, Run
from dossier.readers.builder import Builder
from dossier.readers.gaps import Gaps
from dossier.readers.language import language_of
from dossier.readers.lines import Line, bullet, is_wrapped
from dossier.readers.outline import Outline, external, related
from dossier.readers.works import listed_works

_MARK = re.compile(
    r"""\[(?P<key>\d{1,3}|(?:note|nb|n|N|Note|A)\s?\d{1,3}|(?<=\S\[)[a-z](?=\](?![^\W_])))\]
        (?::(?P<page>\d[\d–-]{0,11}))?
      | (?P<quotes>'{2,5})
      | \[(?P<tag>(?:citation|clarification|page|year)\ needed|(?:who|when|where|by\ whom)\?|dubious[^\]\n]{0,20})\]""",
    re.VERBOSE,
)
_LABEL = re.compile(r"Retold for dossier from\b")
_LICENCE = re.compile(r"\bCC BY(?:-SA)?(?: \d\.\d)?\b|\bpublic domain\b", re.IGNORECASE)
_SITE = re.compile(r"^From (?P<name>[^,\n]{1,60}), the free encyclopedia", re.IGNORECASE)


def marked(source: str, start: int, end: int, gaps: Gaps, *, whole: bool = False, marks: bool = True) -> Passage:
    """Return the words of `source[start:end]`, the holes in it made gaps.

    Reference `marks` become citations; the edges of a `whole` value are looked at for holes too.
    """
    builder = Builder(source)
    at = start
    for mark in _MARK.finditer(source, start, end):
        if mark["key"] and not marks:
            continue
        builder.copy(at, mark.start())
        at = mark.end()
        if mark["quotes"]:
            _rest_of_quotes(source, mark, builder)
        elif mark["key"]:
            builder.cite(" ".join(mark["key"].split()), mark.start(), mark.end(), mark["page"] or "")
        else:
            gaps.add("tagged", mark.start(), mark.end(), f"the source says: {mark['tag']}")
    builder.copy(at, end)
    passage = builder.passage(start)
    gaps.add_holes(passage, whole=whole)
    return passage


def _rest_of_quotes(source: str, mark: re.Match[str], builder: Builder) -> None:
    """Keep the apostrophe of marks for bold or italics that were left over: *Broke*'s, written ''Broke'''s."""
    before, after = source[mark.start() - 1 : mark.start()], source[mark.end() : mark.end() + 1]
    if len(mark["quotes"]) == 3 and before.isalpha() and after.isalpha():
        builder.copy(mark.start(), mark.start() + 1)


class PlainOutline:
    """Collects the lines of a plain source under its headings."""

    def __init__(self, source: str, lines: Sequence[Line], gaps: Gaps) -> None:
        self._outline = Outline()
        self._source = source
        self._gaps = gaps
        self._wrapped = is_wrapped(lines)
        self._pending: list[Line] = []

    @property
    def role(self) -> Role:
        """What the section that is being filled is for."""
        return self._outline.role

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the last heading yet."""
        return not self._pending and self._outline.is_empty

    def open(self, level: int | None, start: int, end: int) -> None:
        """Begin a section under the heading `source[start:end]`; without a level, right under a heading is below it."""
        self._flush()
        if level is None:
            level = self._outline.level + 1 if self._outline.level > 1 and self._outline.is_empty else 2
        builder = Builder(self._source)
        builder.copy(start, end)
        self._outline.open(level, builder.passage(start))

    def line(self, line: Line) -> None:
        """Add a line; a blank one ends a paragraph or a list."""
        if not line.text:
            self._flush()
            return
        if self._pending:
            bullets = (bullet(self._pending[0]) is not None, bullet(line) is not None)
            if not all(bullets) and (any(bullets) or not self._wrapped):
                self._flush()
        self._pending.append(line)

    def open_lost(self, line: Line, role: Role = "body") -> None:
        """Begin a section whose heading the source has lost."""
        self._flush()
        self._outline.open(2, Passage("", (Run(0, line.start, line.start),)), role)
        self._gaps.add("lost-heading", line.start, line.start, "a section begins here, but its heading is missing")

    def fill(self) -> None:
        """Note that the section holds references."""
        self._outline.fill()

    def close(self) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """Return the blocks of the lead, and the sections."""
        self._flush()
        return self._outline.close(self._gaps)

    def _flush(self) -> None:
        if self._pending:
            block = self._block(self._pending)
            if any(passage.text for passage in passages(block)):
                self._outline.add(block)
            self._pending = []

    def _block(self, lines: Sequence[Line]) -> Block:
        if not bullet(lines[0]):
            return Paragraph(marked(self._source, lines[0].start, lines[-1].end, self._gaps))
        indents: list[int] = []
        items = []
        for line in lines:
            mark = bullet(line)
            while indents and indents[-1] >= line.indent:
                indents.pop()
            indents.append(line.indent)
            start = line.start + (mark.end() if mark else 0)
            passage = marked(self._source, start, line.end, self._gaps)
            if passage.text:
                items.append(ListItem(len(indents), passage, bool(mark and mark["number"])))
        return ItemList(tuple(items))


def plain_article(
    source: str,
    format: str,
    title: Passage,
    story: tuple[tuple[Block, ...], tuple[Section, ...]],
    origin: Provenance,
    gaps: Gaps,
    *,
    infobox: Sequence[Field] = (),
    references: Sequence[Reference] = (),
) -> Article:
    """Return the article of a plain `source` whose `story` is its lead and its sections."""
    lead, sections = story
    return Article(
        source=source,
        format=format,
        title=title,
        language=language_of(source),
        lead=lead,
        sections=sections,
        infobox=tuple(infobox),
        references=(*references, *listed_works(sections)),
        see_also=related(sections),
        external_links=external(sections),
        provenance=origin,
        gaps=gaps.all(),
    )


def provenance(source: str, lines: Sequence[Line]) -> tuple[Provenance, set[int]]:
    """Return what the first lines say of the source, and the numbers of those lines: they are not its text."""
    site = licence = ""
    label = Passage()
    used = set()
    for number, line in enumerate(lines[:12]):
        if match := _SITE.match(line.text):
            site = match["name"]
            used.add(number)
        elif _LABEL.match(line.text):
            builder = Builder(source)
            builder.copy(line.start, line.end)
            label = builder.passage(line.start)
            site = "Wikipedia" if "Wikipedia" in line.text else ""
            licence = match[0] if (match := _LICENCE.search(line.text)) else ""
            used.add(number)
    return Provenance(site=site, licence=licence, label=label), used
