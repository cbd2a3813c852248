"""From lines of nodes to paragraphs, lists, tables and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from dossier.model.article import Block, Field, ItemList, ListItem, Paragraph
from dossier.model.passage import Passage
from dossier.readers.builder import Builder
from dossier.readers.wikitext import names
from dossier.readers.wikitext.infobox import read_infobox
from dossier.readers.wikitext.inline import Inline
from dossier.readers.wikitext.nodes import Break, Call, Element, Node, Tag, Text, clip
from dossier.readers.wikitext.tables import read_table
from dossier.readers.wikitext.templates import canonical, is_infobox, is_known, is_silent

_APART = set(
    "p div center hr li ul ol dl dt dd tr td th caption tbody thead tfoot h1 h2 h3 h4 h5 h6 poem section".split()
)
_HEADING = re.compile(r"(={1,6})(?=[^=]).*[^=](={1,6})\s*", re.DOTALL)
_RULE = re.compile(r"-{4,}\s*")
_LIST = re.compile(r"[*#:;]+\s*")


class Sink(Protocol):
    """What headings and blocks are given to, in order."""

    def open(self, level: int, heading: Passage) -> None:
        """Begin a section."""

    def add(self, block: Block) -> None:
        """Add a block to the section that is being filled."""

    def fill(self) -> None:
        """Note that the section holds something that is no block."""


class _Collected:
    """Blocks that stand inside something else, where a heading is a paragraph like any other."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def open(self, level: int, heading: Passage) -> None:
        """Keep the words of the heading."""
        self.blocks.append(Paragraph(heading))

    def add(self, block: Block) -> None:
        """Keep the block."""
        self.blocks.append(block)

    def fill(self) -> None:
        """Nothing has to be noted."""


class BlockReader:
    """Reads the nodes of a source into blocks."""

    def __init__(self, inline: Inline) -> None:
        self.inline = inline
        self.infobox: list[Field] = []
        self.title: Passage | None = None
        """The heading of level 1, or the first words of the lead that are set in bold."""

    def read(self, nodes: Sequence[Node], sink: Sink) -> None:
        """Give the headings and blocks of a whole article to `sink`."""
        _Reading(self, sink, in_lead=True).run(nodes)

    def blocks(self, nodes: Sequence[Node], *, quoted: bool = False) -> tuple[Block, ...]:
        """Return the blocks of `nodes` that stand inside something else."""
        collected = _Collected()
        _Reading(self, collected, quoted=quoted).run(nodes)
        return tuple(collected.blocks)

    def cell(self, nodes: Sequence[Node]) -> tuple[Block, ...]:
        """Return the blocks of a cell: what stands on the line of its bar begins no list and no heading."""
        collected = _Collected()
        _Reading(self, collected).run(nodes, starts_line=False)
        return tuple(collected.blocks)


class _Reading:
    """One pass over the lines of some nodes, with the paragraph or list that is not complete yet."""

    def __init__(self, reader: BlockReader, sink: Sink, *, in_lead: bool = False, quoted: bool = False) -> None:
        self._reader = reader
        self._inline = reader.inline
        self._sink = sink
        self._in_lead = in_lead
        self._quoted = quoted
        self._paragraph: list[Node] = []
        self._items: list[ListItem] = []

    def run(self, nodes: Sequence[Node], *, starts_line: bool = True) -> None:
        """Read all lines; the first may be the rest of one."""
        for line in _lines(nodes):
            self._line(line, starts_line=starts_line)
            starts_line = True
        self._flush()

    def _line(self, line: Sequence[Node], *, starts_line: bool) -> None:
        words = self._inline.source[line[0].start : line[-1].end] if line else ""
        if not words.strip() or _RULE.fullmatch(words):
            self._flush()
        elif rest := self._without_blocks(line):
            self._words(rest, starts_line=starts_line)

    def _words(self, line: Sequence[Node], *, starts_line: bool) -> None:
        words = self._inline.source[line[0].start : line[-1].end]
        if not isinstance(line[0], Text) or not starts_line:
            self._continue(line)
        elif heading := _HEADING.fullmatch(words):
            self._heading(line, heading)
        elif mark := _LIST.match(words):
            self._item(line, mark)
        else:
            self._continue(line)

    def _without_blocks(self, line: Sequence[Node]) -> Sequence[Node]:
        """Return what is left of a line of nothing but templates and elements, once those that are blocks are read."""
        solid = [
            node for node in line if not isinstance(node, Text) or self._inline.source[node.start : node.end].strip()
        ]
        if not all(isinstance(node, Call | Element) for node in solid):
            return line
        return [node for node in solid if not (isinstance(node, Call | Element) and self._block(node))]

    def _continue(self, line: Sequence[Node]) -> None:
        if self._items:
            self._flush()
        self._paragraph.extend((*line, Break(line[-1].end, line[-1].end)))

    def _heading(self, line: Sequence[Node], heading: re.Match[str]) -> None:
        self._flush()
        self._in_lead = False
        level = min(len(heading[1]), len(heading[2]))
        start, end = line[0].start + level, line[0].start + heading.end(2) - level
        passage = self._inline.passage(clip(line, start, end), start)
        if level == 1 and self._reader.title is None:
            self._reader.title = passage
        else:
            self._sink.open(max(2, level), passage)

    def _item(self, line: Sequence[Node], mark: re.Match[str]) -> None:
        """An item of a list; a line that is only moved in, by colons, is a paragraph."""
        if self._paragraph:
            self._flush()
        start = line[0].start + mark.end()
        nodes = clip(line, start, line[-1].end)
        signs = mark[0].strip()
        if signs.strip(":"):
            passage = self._inline.passage(nodes, start)
            if passage.text:
                self._items.append(ListItem(len(signs), passage, "#" in signs, ";" in signs))
        else:
            self._flush()
            self._paragraph.extend(nodes)
            self._flush()

    def _flush(self) -> None:
        if self._items:
            self._sink.add(ItemList(tuple(self._items)))
            self._items = []
        if self._paragraph:
            builder = Builder(self._inline.source)
            self._inline.write(self._paragraph, builder)
            passage = builder.passage(self._paragraph[0].start)
            if self._in_lead and builder.bold and self._reader.title is None:
                self._reader.title = passage.slice(*builder.bold)
            if passage.text:
                self._sink.add(Paragraph(passage, self._quoted))
            self._paragraph = []

    def _block(self, node: Call | Element) -> bool:
        """Read what has a line to itself; False where it is a part of the text after all."""
        if isinstance(node, Call):
            return self._template(node)
        match node.tag:
            case "table":
                self._flush()
                self._sink.add(read_table(node, self._inline, self._reader.cell))
            case "blockquote":
                self._flush()
                self._add(self._reader.blocks(node.nodes, quoted=True))
            case "gallery" | "references":
                self._sink.fill()
                return False
            case _:
                return False
        return True

    def _template(self, call: Call) -> bool:
        name = canonical(call)
        if is_infobox(call, in_lead=self._in_lead):
            self._reader.infobox.extend(read_infobox(call, self._inline, self._reader.blocks))
        elif name in names.QUOTATIONS:
            self._flush()
            for argument in call.arguments:
                if argument.name.isdecimal() or argument.name in ("text", "quote", "author", "source", "sign", "title"):
                    self._add(self._reader.blocks(argument.nodes, quoted=True))
        elif name in names.LISTS:
            self._flush()
            self._add(block for argument in call.arguments for block in self._reader.blocks(argument.nodes))
        elif name in names.ITEMS:
            self._flush()
            given = [argument for argument in call.arguments if argument.name.isdecimal()]
            items = (ListItem(1, self._inline.passage(argument.nodes, argument.start)) for argument in given)
            self._sink.add(ItemList(tuple(items)))
        elif name in names.HATNOTES:
            self._sink.fill()
        elif name in names.NOTE_LISTS:
            self._sink.fill()
            return False
        elif is_silent(name):
            self._flush()
        elif is_known(name):
            return False
        elif call.arguments:
            message = f"the template {call.name!r} is not known, and its words are left out"
            self._inline.gaps.add("template", call.start, call.end, message)
        return True

    def _add(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._sink.add(block)


def _lines(nodes: Iterable[Node]) -> Iterator[list[Node]]:
    """Yield the nodes line by line; what stands apart from text has a line of its own."""
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, Break):
            yield line
            line = []
        elif isinstance(node, Element) and node.tag in ("table", "blockquote", "gallery"):
            if line:
                yield line
            yield [node]
            line = []
        elif isinstance(node, Tag) and node.name in _APART:
            yield line
            yield []
            line = []
        else:
            line.append(node)
    yield line
