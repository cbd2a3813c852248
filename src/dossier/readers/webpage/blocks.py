"""From the elements of a page to headings, paragraphs, lists, tables and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from dossier.model.article import Cell, Field, ItemList, ListItem, Media, Paragraph, Table
from dossier.model.passage import Passage
from dossier.readers.builder import Builder
from dossier.readers.outline import Outline
from dossier.readers.spans import span
from dossier.readers.webpage import vocabulary
from dossier.readers.webpage.inline import Inline, is_hidden
from dossier.readers.webpage.tree import classes, place, start_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"h([1-6])")


class BlockReader:
    """Reads the elements of a page into an outline, and keeps its infobox, its pictures and its first bold words."""

    def __init__(self, inline: Inline, outline: Outline) -> None:
        self.infobox: list[Field] = []
        self.media: list[Media] = []
        self.bold: Passage | None = None
        self._inline = inline
        self._outline = outline

    def read(self, element: Element, *, quoted: bool = False) -> None:
        """Read what an element holds; words outside any block are a paragraph."""
        builder = Builder(self._inline.source)
        for node in element:
            if found := place(node):
                self._inline.text(*found, builder)
            elif isinstance(node.tag, str) and not is_hidden(node):
                if node.tag in vocabulary.BLOCKS or self._holds_blocks(node):
                    self._paragraph(builder, quoted=quoted)
                    builder = Builder(self._inline.source)
                    self._block(node, quoted=quoted)
                else:
                    self._inline.node(node, builder)
        self._paragraph(builder, quoted=quoted)

    def _holds_blocks(self, node: Element) -> bool:
        return node.tag not in ("sup", "a", "p") and any(
            isinstance(inner.tag, str) and inner.tag in vocabulary.BLOCKS for inner in node.iterdescendants()
        )

    def _paragraph(self, builder: Builder, *, quoted: bool) -> None:
        passage = builder.passage(0)
        if passage.text:
            if builder.bold and self.bold is None:
                self.bold = passage.slice(*builder.bold)
            self._outline.add(Paragraph(passage, quoted))

    def _block(self, node: Element, *, quoted: bool) -> None:
        own = classes(node)
        if own & vocabulary.HATNOTES:
            self._outline.fill()
        elif heading := _HEADING.fullmatch(node.tag):
            self._outline.open(max(2, int(heading[1])), self._inline.passage(node))
        elif node.tag == "p":
            builder = Builder(self._inline.source)
            self._inline.write(node, builder)
            self._paragraph(builder, quoted=quoted)
        elif node.tag == "figure" or own & vocabulary.MEDIA:
            self._picture(node)
        elif "references" in own and node.tag in ("ol", "ul"):
            self._outline.fill()
        elif node.tag in ("ul", "ol", "dl"):
            self._list(node)
        elif node.tag == "table" and own & vocabulary.INFOBOXES:
            self.infobox.extend(self._fields(node))
        elif node.tag == "table" and (node.get("role") == "presentation" or own & vocabulary.LAYOUT):
            for cell in _cells(node):
                self.read(cell)
        elif node.tag == "table":
            self._outline.add(self._table(node))
        else:
            self.read(node, quoted=quoted or node.tag == "blockquote")

    def _picture(self, node: Element) -> None:
        image = next(node.iter("img"), None)
        caption = next((inner for inner in node.iter() if _is_caption(inner)), None)
        name = str(image.get("resource") or image.get("src") or "") if image is not None else ""
        words = self._inline.passage(caption) if caption is not None else Passage()
        self.media.append(Media(unquote(name.rpartition("/")[2]).removeprefix("File:").replace("_", " "), words))

    def _list(self, node: Element) -> None:
        pictures = [item for item in node if classes(item) & vocabulary.MEDIA]
        for picture in pictures:
            self._picture(picture)
        items = tuple(item for item in self._items(node, 1) if item.passage.text)
        if items and not pictures:
            self._outline.add(ItemList(items))

    def _items(self, node: Element, level: int) -> Iterator[ListItem]:
        """Yield the items of a list, those of a list within one after it."""
        for item in node:
            if not isinstance(item.tag, str) or is_hidden(item):
                continue
            if item.tag in ("ul", "ol", "dl"):
                yield from self._items(item, level + 1)
                continue
            inner = [within for within in item if within.tag in ("ul", "ol", "dl")]
            builder = Builder(self._inline.source)
            for part in item:
                if found := place(part):
                    self._inline.text(*found, builder)
                elif isinstance(part.tag, str) and part not in inner and not is_hidden(part):
                    self._inline.node(part, builder)
            yield ListItem(level, builder.passage(start_of(item)), node.tag == "ol", item.tag == "dt")
            for within in inner:
                yield from self._items(within, level + 1)

    def _table(self, table: Element) -> Table:
        caption = next(table.iter("caption"), None)
        rows = []
        for row in _rows(table):
            cells = tuple(self._cell(cell) for cell in row if cell.tag in ("td", "th") and not is_hidden(cell))
            if cells:
                rows.append(cells)
        return Table(tuple(rows), self._inline.passage(caption) if caption is not None else Passage())

    def _cell(self, cell: Element) -> Cell:
        passage = self._inline.passage(cell)
        if not passage.text and cell.tag == "td" and not any(isinstance(node.tag, str) for node in cell):
            self._inline.gaps.add("empty-cell", passage.start, passage.start, "a cell is empty")
        blocks = (Paragraph(passage),) if passage.text else ()
        return Cell(blocks, cell.tag == "th", span(str(cell.get("colspan"))), span(str(cell.get("rowspan"))))

    def _fields(self, table: Element) -> Iterator[Field]:
        """Yield the lines of an infobox; cells side by side under one heading are its fields 1, 2, ..."""
        group = ""
        for row in _rows(table):
            cells = [cell for cell in row if cell.tag in ("td", "th") and not is_hidden(cell)]
            values = [self._inline.passage(cell) for cell in cells]
            if len(cells) == 1 and next(row.iter("img"), None) is not None:
                self._picture(row)
            elif len(cells) == 1 and cells[0].tag == "th":
                group = " ".join(values[0].text.split())
            elif len(cells) > 1 and cells[0].tag == "th":
                yield from self._field(" ".join(values[0].text.split()).strip(": •"), values[1])
            elif len(cells) == 1:
                yield from self._field(group, values[0])
            else:
                for number, value in enumerate(values, 1):
                    yield from self._field(f"{group} {number}".strip(), value)

    def _field(self, name: str, value: Passage) -> Iterator[Field]:
        if value.text:
            yield Field(name, value)
        elif name:
            self._inline.gaps.add("empty-field", value.start, value.end, f"“{name}” is blank")


def _is_caption(node: Element) -> bool:
    return isinstance(node.tag, str) and (
        node.tag == "figcaption" or bool(classes(node) & {"thumbcaption", "gallerytext", "infobox-caption"})
    )


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, not those of a table within it."""
    for node in table:
        if node.tag == "tr":
            yield node
        elif node.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in node if row.tag == "tr")


def _cells(table: Element) -> Iterator[Element]:
    for row in _rows(table):
        yield from (cell for cell in row if cell.tag in ("td", "th"))
