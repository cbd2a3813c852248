"""An article, as a reader found it in a source: its text without marks and markup, each piece with its place.

Places are code points of the decoded source, which the article keeps (`Article.source`). What the source lost or
left blank is a `Gap`; nothing is filled in here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dossier.model.passage import Passage, joined

Role = Literal["body", "see-also", "references", "further-reading", "external-links"]
ReferenceKind = Literal["reference", "note", "short", "work"]
GapKind = Literal[
    "lost-words",  # a hole in a sentence: "Brigade Commander , and"
    "lost-heading",  # a section begins, but its heading is gone
    "empty-field",
    "empty-section",
    "empty-cell",
    "empty-reference",
    "unknown-reference",  # a mark that points at no reference
    "uncited-reference",  # a reference that no mark points at
    "mark-count",  # a reference with more or fewer back-references than marks
    "unknown-work",  # a short reference whose work is not listed
    "tagged",  # the source itself says that something is missing: {{citation needed}}
    "template",  # a template whose text is not known
    "unclosed",  # markup that never ends
    "too-deep",  # markup nested too deeply to be read
    "control",  # characters that turn the direction of text, or are lost
    "active",  # a script or the like
    "checksum",  # a text that was changed after it was exported
]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not there: what kind of hole, its place, the source around it, and a sentence about it."""

    kind: GapKind
    start: int
    end: int
    context: str
    message: str


@dataclass(frozen=True, slots=True)
class Template:
    """A template of the source by its name, with its parameters in order, their values as clean text."""

    name: str
    params: tuple[tuple[str, str], ...]
    start: int
    end: int

    def get(self, *names: str) -> str:
        """Return the value of the first of `names` that is given and not blank, or an empty text."""
        values = dict(self.params)
        return next((values[name] for name in names if values.get(name)), "")


@dataclass(frozen=True, slots=True)
class Field:
    """A line of an infobox; several values are lines of `value`."""

    name: str
    value: Passage


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `quoted` where the source sets it off as a quotation."""

    passage: Passage
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list at `level` (from 1); a `term` heads what follows it."""

    level: int
    passage: Passage
    ordered: bool = False
    term: bool = False


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list: its items in order, nested by their levels."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, over so many columns and rows, with what it holds."""

    blocks: tuple[Block, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1

    @property
    def passage(self) -> Passage:
        """The cell's text, a line for each of its blocks and items."""
        return joined(passage for block in self.blocks for passage in passages(block))


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row, as it stands: a cell over several rows is in the first of them."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: Passage = field(default_factory=Passage)


Block = Paragraph | ItemList | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of `level` (2 is the highest below the title), what stands under it, and the sections within it."""

    level: int
    heading: Passage
    role: Role = "body"
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield this section and all within it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference of the article, found by the `key` that citations carry.

    *reference*: a note that names its source. *note*: a remark. *short*: an author and a year, pointing at `work`.
    *work*: an entry of the bibliography. `number` is the one printed; `letters` are the back-references of `^ a b c`.
    """

    key: str
    kind: ReferenceKind
    text: Passage
    number: int | None = None
    letters: tuple[str, ...] = ()
    name: str = ""
    work: str = ""
    locator: str = ""
    templates: tuple[Template, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """Another article that this one names under "See also", with the words around its title."""

    title: str
    passage: Passage
    level: int = 1


@dataclass(frozen=True, slots=True)
class External:
    """An address outside, and the words that lead there."""

    url: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point in decimal degrees (WGS 84), north and east positive, and the place in the source that gives it."""

    lat: float
    lon: float
    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or other file that the source shows, by its name, with its caption."""

    file: str
    caption: Passage


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a source says about itself; what it does not say is empty. `label` is a line that labels a retelling."""

    site: str = ""
    url: str = ""
    revision: str = ""
    modified: str = ""
    licence: str = ""
    licence_url: str = ""
    label: Passage = field(default_factory=Passage)


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader returns. `language` is a BCP 47 tag, "und" where it cannot be told."""

    source: str
    format: str
    title: Passage
    language: str
    lead: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    infobox: tuple[Field, ...] = ()
    references: tuple[Reference, ...] = ()
    see_also: tuple[Related, ...] = ()
    external_links: tuple[External, ...] = ()
    interlanguage: tuple[tuple[str, str], ...] = ()
    categories: tuple[str, ...] = ()
    coordinates: tuple[Coordinates, ...] = ()
    media: tuple[Media, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
    gaps: tuple[Gap, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield all sections, outer before inner, in order; the lead is none of them."""
        for section in self.sections:
            yield from section.walk()

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of the lead and of all sections, in order."""
        yield from self.lead
        for section in self.walk():
            yield from section.blocks

    @property
    def text(self) -> Passage:
        """The running text: headings, paragraphs, items and cells of lead and body, a blank line between them.

        It begins with the title where that stands in the source on its own. What is listed as related articles,
        references and links is left out. Put together on each call.
        """
        body = [passage for block in self.lead for passage in passages(block)]
        for section in self.walk():
            if section.role == "body":
                body.append(section.heading)
                body.extend(passage for block in section.blocks for passage in passages(block))
        first = next((passage for passage in body if passage.runs), None)
        apart = first is None or self.title.end <= first.start
        return joined((self.title, *body) if apart else body, "\n\n")


def passages(block: Block) -> Iterator[Passage]:
    """Yield the passages of a block, in order."""
    match block:
        case Paragraph():
            yield block.passage
        case ItemList():
            for item in block.items:
                yield item.passage
        case Table():
            yield block.caption
            for row in block.rows:
                for cell in row:
                    for inner in cell.blocks:
                        yield from passages(inner)
