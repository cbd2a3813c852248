"""The nodes of wikitext, each with its place in the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Char:
    """An entity, and the character that it stands for."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quotes:
    """Two or more apostrophes: marks of italics and bold."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A separator: `|`, `=`, in a table also `||` and `!!`; a line break goes before those that begin a line of it.

    Where it separates nothing it is a word.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that holds nothing by itself, such as <br>, or one whose content counts as if it were not there."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a template; those without a name are counted from 1."""

    name: str
    nodes: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Call:
    """A template, by its name as written with single spaces."""

    start: int
    end: int
    name: str
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Wikilink:
    """`[[target|part|part]]`; the first of the parts is the target itself."""

    start: int
    end: int
    target: str
    parts: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Address:
    """`[url words]`."""

    start: int
    end: int
    url: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """A tag with what it holds; `raw` elements hold words only. A table is one, of the tag "table", with marks."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str]
    nodes: tuple[Node, ...] = ()


Node = Text | Char | Quotes | Break | Mark | Tag | Call | Wikilink | Address | Element


def clip(nodes: Sequence[Node], start: int, end: int) -> tuple[Node, ...]:
    """Return the nodes that lie in `start` to `end`; words are cut there, all else stays whole or away."""
    found: list[Node] = []
    for node in nodes:
        if node.start >= start and node.end <= end:
            found.append(node)
        elif isinstance(node, Text | Mark) and node.end > start and node.start < end:
            found.append(Text(max(node.start, start), min(node.end, end)))
    return tuple(found)
