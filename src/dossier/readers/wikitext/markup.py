"""Wikitext as a tree whose every node knows its place in the source.

A single pass over the tokens, with a stack of what is open: time is linear, and no input nests deeper than MAX_DEPTH.
What never closes, or closes nothing, is left out and noted as a gap; what stands inside it stays. mwparserfromhell
keeps no places and takes seconds for a few thousand unclosed tags, so it is the oracle of the tests and not used here.
The grammar is that of <https://www.mediawiki.org/wiki/Preprocessor_ABNF>, as far as articles need it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from dossier.readers.gaps import Gaps

MAX_DEPTH = 40


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
    """`[[target|part|part]]`."""

    start: int
    end: int
    target: str
    target_end: int
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

_RAW = (
    "nowiki|pre|math|chem|syntaxhighlight|source|code|timeline|score|graph|gallery|imagemap|hiero|templatestyles"
    "|script|style"
)
_WORDS = {"nowiki", "pre", "syntaxhighlight", "source", "code"}
_ACTIVE = {"script", "style"}
_HOLDING = {"ref", "references", "blockquote", "includeonly"}
_PLAIN = set(
    "abbr b bdi bdo big br caption center cite data dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i ins kbd li mark"
    " noinclude ol onlyinclude p poem q rb rp rt ruby s samp section small span strike strong sub sup table tbody td"
    " tfoot th thead time tr translate tt u ul var wbr".split()
)
_TOKEN = re.compile(
    rf"""
      (?P<comment><!--)
    | <(?P<raw>(?i:{_RAW}))\b(?P<raw_attributes>[^<>]*)>
    | <(?P<closing>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)\b(?P<attributes>[^<>]*)>
    | (?P<parameter>\{{\{{\{{[^{{}}\n]{{0,200}}\}}\}}\}})
    | (?P<call>\{{\{{)
    | (?P<end_call>\}}\}})
    | (?P<link>\[\[)
    | (?P<end_link>\]\])
    | (?P<address>\[(?=(?:https?:|ftp:)?//|mailto:))
    | (?P<end_address>\])
    | (?P<table>^[^\S\n]*+:*+[^\S\n]*+\{{\|[^\n]*)
    | (?P<end_table>^[^\S\n]*+\|\}}(?!\}}(?!\}})))
    | ^[^\S\n]*+(?P<line_mark>\|-+|\|\+|\||!)
    | (?P<mark>\|\||!!|\||=)
    | (?P<quotes>'{{2,}})
    | (?P<newline>\n)
    | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});)
    | (?P<magic>__[A-Z]{{3,20}}__)
    """,
    re.VERBOSE | re.MULTILINE,
)
_ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_URL = re.compile(r"[^\s\[\]<>\"{|}]*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_REST_OF_LINE = re.compile(r"[^\S\n]*\n")

_Kind = Literal["root", "call", "link", "address", "table", "tag"]
_NAMES: Mapping[_Kind, str] = {"call": "template", "link": "link", "table": "table", "tag": "tag"}


def parse(source: str, gaps: Gaps, start: int = 0, end: int | None = None) -> tuple[Node, ...]:
    """Return the nodes of `source[start:end]`, in order."""
    return _Parser(source, gaps, start, len(source) if end is None else end).nodes()


def attributes(text: str) -> dict[str, str]:
    """Return the attributes in the opening tag or table mark `text`, names in lower case."""
    return {
        name.lower(): html.unescape(one or other or bare).rstrip("/").strip()
        for name, one, other, bare in _ATTRIBUTE.findall(text)
    }


def clip(nodes: Sequence[Node], start: int, end: int) -> tuple[Node, ...]:
    """Return the nodes that lie in `start` to `end`; words are cut there, all else stays whole or away."""
    found: list[Node] = []
    for node in nodes:
        if node.start >= start and node.end <= end:
            found.append(node)
        elif isinstance(node, Text | Mark) and node.end > start and node.start < end:
            found.append(Text(max(node.start, start), min(node.end, end)))
    return tuple(found)


@dataclass(slots=True)
class _Frame:
    """Something that is open: it began at `start`, and its content at `inside`."""

    kind: _Kind
    start: int
    inside: int
    tag: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    nodes: list[Node] = field(default_factory=list)


class _Parser:
    def __init__(self, source: str, gaps: Gaps, start: int, end: int) -> None:
        self._source = source
        self._gaps = gaps
        self._at = start  # where the next token is looked for
        self._words = start  # where the words began that belong to no node yet
        self._end = end
        self._stack = [_Frame("root", start, start)]
        self._never_closed: set[str] = set()

    def nodes(self) -> tuple[Node, ...]:
        """Return the nodes; a token that a rule below does not take stays a part of the words around it."""
        rules: Mapping[str | None, Callable[[re.Match[str]], None]] = {
            "comment": self._comment, "raw_attributes": self._raw, "attributes": self._tag, "parameter": self._drop,
            "magic": self._drop, "call": self._open, "end_call": self._close_call, "link": self._open,
            "end_link": self._close_link, "address": self._open, "end_address": self._close_address,
            "table": self._open, "end_table": self._close_table, "line_mark": self._line_mark, "mark": self._mark,
            "quotes": self._quotes, "newline": self._newline, "entity": self._entity,
        }  # fmt: skip
        while token := _TOKEN.search(self._source, self._at, self._end):
            self._at = token.end()
            rules[token.lastgroup](token)
        self._take(self._end, self._end)
        while len(self._stack) > 1:
            self._abandon()
        return tuple(self._stack[0].nodes)

    def _take(self, start: int, end: int) -> None:
        """End the words at `start`, and go on at `end`."""
        if self._words < start:
            self._stack[-1].nodes.append(Text(self._words, start))
        self._words = self._at = end

    def _add(self, node: Node) -> None:
        self._take(node.start, node.end)
        self._stack[-1].nodes.append(node)

    def _drop(self, token: re.Match[str]) -> None:
        self._take(token.start(), token.end())

    def _miss(self, token: re.Match[str], message: str) -> None:
        self._drop(token)
        self._gaps.add("unclosed", token.start(), token.end(), message)

    # What holds words only

    def _comment(self, token: re.Match[str]) -> None:
        end = self._find("-->", token)
        if end is None:
            self._miss(token, "a comment that never ends")
            return
        start = token.start()
        line = _REST_OF_LINE.match(self._source, end[1], self._end)
        if line and (start == 0 or self._source[start - 1] == "\n"):
            end = (end[0], line.end())
        self._take(start, end[1])

    def _raw(self, token: re.Match[str]) -> None:
        tag = token["raw"].lower()
        if token["raw_attributes"].endswith("/"):
            self._drop(token)
            return
        end = self._find(f"</{tag}>", token)
        if end is None:
            self._miss(token, f"a <{tag}> that never ends")
            return
        inside = Text(token.end(), end[0])
        self._take(token.start(), end[1])
        if tag in _WORDS:
            self._stack[-1].nodes.append(inside)
        elif tag in _ACTIVE:
            self._gaps.add("active", token.start(), end[1], f"a <{tag}> is left out")
        else:
            self._stack[-1].nodes.append(Element(token.start(), end[1], tag, {}, (inside,)))

    def _find(self, closing: str, token: re.Match[str]) -> tuple[int, int] | None:
        """Return where `closing` stands after `token`; once it was not found, it is not looked for again."""
        if closing in self._never_closed:
            return None
        found = re.compile(re.escape(closing), re.IGNORECASE).search(self._source, token.end(), self._end)
        if not found:
            self._never_closed.add(closing)
            return None
        return found.span()

    # What opens and closes

    def _open(self, token: re.Match[str]) -> None:
        kind: _Kind = "call"
        inside, given = token.end(), ""
        match token.lastgroup:
            case "link":
                kind = "link"
            case "address":
                kind = "address"
            case "table":
                kind, given = "table", token["table"]
        self._push(_Frame(kind, token.start(), inside, "table", attributes(given)), token)

    def _push(self, frame: _Frame, token: re.Match[str]) -> None:
        self._drop(token)
        if len(self._stack) > MAX_DEPTH:
            self._gaps.add("too-deep", token.start(), token.end(), f"nested more than {MAX_DEPTH} deep")
        else:
            self._stack.append(frame)

    def _tag(self, token: re.Match[str]) -> None:
        tag = token["tag"].lower()
        if tag in _PLAIN:
            self._add(Tag(token.start(), token.end(), tag))
        elif tag in _HOLDING and token["closing"]:
            if frame := self._close("tag", token, tag):
                self._stack[-1].nodes.append(
                    Element(frame.start, token.end(), tag, frame.attributes, tuple(frame.nodes))
                )
            else:
                self._miss(token, f"a </{tag}> without a <{tag}>")
        elif tag in _HOLDING and token["attributes"].endswith("/"):
            self._add(Element(token.start(), token.end(), tag, attributes(token["attributes"])))
        elif tag in _HOLDING:
            while tag == "ref" and any(frame.tag == "ref" for frame in self._stack):
                self._abandon()
            self._push(_Frame("tag", token.start(), token.end(), tag, attributes(token["attributes"])), token)

    def _close(self, kind: _Kind, token: re.Match[str], tag: str = "") -> _Frame | None:
        """Return the frame that `token` closes; whatever was opened within it and is still open is abandoned."""
        if not any(frame.kind == kind and (not tag or frame.tag == tag) for frame in self._stack):
            return None
        self._drop(token)
        while self._stack[-1].kind != kind or (tag and self._stack[-1].tag != tag):
            self._abandon()
        return self._stack.pop()

    def _abandon(self) -> None:
        """Take the innermost frame for never opened: its nodes belong to the one around it."""
        frame = self._stack.pop()
        around = self._stack[-1].nodes
        if frame.kind == "address":
            around.append(Text(frame.start, frame.inside))
        else:
            name = f"<{frame.tag}>" if frame.kind == "tag" else _NAMES[frame.kind]
            self._gaps.add("unclosed", frame.start, frame.inside, f"a {name} that never ends")
        around.extend(frame.nodes)

    def _close_call(self, token: re.Match[str]) -> None:
        if frame := self._close("call", token):
            self._stack[-1].nodes.append(self._call(frame, token.end()))
        else:
            self._miss(token, "the end of a template that never began")

    def _call(self, frame: _Frame, end: int) -> Call:
        name_end, parts = _parts(frame, end - len("}}"))
        arguments = []
        count = 0
        for start, nodes in parts:
            until = nodes[-1].end if nodes else start
            equals = next((node for node in nodes if isinstance(node, Mark) and node.text == "="), None)
            if equals:
                name = _without_comments(self._source[start : equals.start])
                arguments.append(Argument(name, clip(nodes, equals.end, until), equals.end, until))
            else:
                count += 1
                arguments.append(Argument(str(count), nodes, start, until))
        return Call(frame.start, end, _without_comments(self._source[frame.inside : name_end]), tuple(arguments))

    def _close_link(self, token: re.Match[str]) -> None:
        if self._stack[-1].kind == "address":
            self._close_address(re.compile(r"\]").match(self._source, token.start()) or token)
        elif frame := self._close("link", token):
            target_end, parts = _parts(frame, token.start())
            target = _without_comments(self._source[frame.inside : target_end])
            nodes = tuple(nodes for _, nodes in parts)
            self._stack[-1].nodes.append(Wikilink(frame.start, token.end(), target, target_end, nodes))
        else:
            self._miss(token, "the end of a link that never began")

    def _close_address(self, token: re.Match[str]) -> None:
        if self._stack[-1].kind == "address":
            self._drop(token)
            frame = self._stack.pop()
            url = _URL.match(self._source, frame.inside)
            until = url.end() if url else frame.inside
            nodes = clip(frame.nodes, until, token.start())
            self._stack[-1].nodes.append(Address(frame.start, token.end(), self._source[frame.inside : until], nodes))

    def _close_table(self, token: re.Match[str]) -> None:
        if frame := self._close("table", token):
            self._stack[-1].nodes.append(
                Element(frame.start, token.end(), "table", frame.attributes, tuple(frame.nodes))
            )
        else:
            self._line_mark(token)

    # What separates

    def _line_mark(self, token: re.Match[str]) -> None:
        text = token[0].lstrip()
        start = token.end() - len(text)
        if self._stack[-1].kind == "table":
            self._add(Mark(start, token.end(), "\n" + text))
        elif text[0] == "|" and self._stack[-1].kind != "root":
            self._add(Mark(start, start + 1, "|"))
        else:
            self._at = start + 1

    def _mark(self, token: re.Match[str]) -> None:
        kind = self._stack[-1].kind
        if kind == "table" and token[0] != "=":
            self._add(Mark(token.start(), token.end(), token[0]))
        elif kind not in ("root", "table") and token[0] != "!!":
            for at in range(token.start(), token.end()):
                self._add(Mark(at, at + 1, token[0][0]))

    def _newline(self, token: re.Match[str]) -> None:
        while self._stack[-1].kind == "address":
            self._take(token.start(), token.start())
            self._abandon()
        if self._stack[-1].kind == "link" and _REST_OF_LINE.match(self._source, token.end(), self._end):
            self._take(token.start(), token.start())
            while self._stack[-1].kind == "link":
                self._abandon()
        self._add(Break(token.start(), token.end()))

    # What stands for a character

    def _quotes(self, token: re.Match[str]) -> None:
        self._add(Quotes(token.start(), token.end()))

    def _entity(self, token: re.Match[str]) -> None:
        text = html.unescape(token[0])
        if text != token[0]:
            self._add(Char(token.start(), token.end(), text))


def _parts(frame: _Frame, end: int) -> tuple[int, list[tuple[int, tuple[Node, ...]]]]:
    """Return where the first part of a frame ends, and the others, each with its start: bars stand between them."""
    bars = [index for index, node in enumerate(frame.nodes) if isinstance(node, Mark) and node.text == "|"]
    parts = [
        (frame.nodes[bar].end, tuple(frame.nodes[bar + 1 : after]))
        for bar, after in pairwise([*bars, len(frame.nodes)])
    ]
    return frame.nodes[bars[0]].start if bars else end, parts


def _without_comments(text: str) -> str:
    return " ".join(_COMMENT.sub("", text).split()) if text else ""
