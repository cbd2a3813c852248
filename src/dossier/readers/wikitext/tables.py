"""Tables of wikitext: `{| |- | || ! !! |}`, as <https://www.mediawiki.org/wiki/Help:Tables> has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from dossier.model.article import Block, Cell, Table
from dossier.model.passage import Passage
from dossier.readers.spans import span
from dossier.readers.wikitext.inline import Inline
from dossier.readers.wikitext.nodes import Element, Mark, Node, Text
from dossier.readers.wikitext.tokens import attributes

_Kind = Literal["row", "caption", "header", "cell"]


def read_table(table: Element, inline: Inline, blocks: Callable[[Sequence[Node]], tuple[Block, ...]]) -> Table:
    """Return the table; an empty cell that is no heading is a gap."""
    rows: list[list[Cell]] = [[]]
    caption = Passage()
    for kind, start, nodes in _pieces(table.nodes):
        given, content = _without_attributes(inline.source, start, nodes)
        if kind == "row":
            rows.append([])
        elif kind == "caption":
            caption = inline.passage(content, start)
        else:
            cell = Cell(
                blocks(content), kind == "header", span(given.get("colspan", "")), span(given.get("rowspan", ""))
            )
            end = max([start, *(node.end for node in nodes)])
            if kind == "cell" and not inline.source[start:end].strip():
                inline.gaps.add("empty-cell", start, end, "a cell is empty")
            rows[-1].append(cell)
    return Table(tuple(tuple(row) for row in rows if row), caption)


def _pieces(nodes: Sequence[Node]) -> Iterator[tuple[_Kind, int, Sequence[Node]]]:
    """Yield what stands between the marks of a table: its kind, where it begins, and its nodes."""
    kind: _Kind | None = None
    header_line = False
    start = 0
    piece: list[Node] = []
    for node in nodes:
        new: _Kind | None = None
        match node:
            case Mark(text="\n!"):
                new, header_line = "header", True
            case Mark(text="\n|"):
                new, header_line = "cell", False
            case Mark(text="\n|+"):
                new = "caption"
            case Mark(text=text) if text.startswith("\n|-"):
                new = "row"
            case Mark(text="||") if kind in ("cell", "header"):
                new = "header" if header_line else "cell"
            case Mark(text="!!") if header_line:
                new = "header"
            case _:
                piece.append(node)
        if new:
            if kind:
                yield kind, start, piece
            kind, start, piece = new, node.end, []
    if kind:
        yield kind, start, piece


def _without_attributes(source: str, start: int, nodes: Sequence[Node]) -> tuple[dict[str, str], Sequence[Node]]:
    """Return the attributes that go before a single bar at the beginning of a cell, and the nodes after it."""
    for index, node in enumerate(nodes):
        if isinstance(node, Mark) and node.text == "|":
            return attributes(source[start : node.start]), nodes[index + 1 :]
        if not isinstance(node, Text | Mark):
            break
    return {}, nodes
