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
from dossier.readers.wikitext.nodes import (
    Address,
    Argument,
    Break,
    Call,
    Char,
    Element,
    Mark,
    Node,
    Quotes,
    Tag,
    Text,
    Wikilink,
    clip,
)
from dossier.readers.wikitext.tokens import ACTIVE, HOLDING, PLAIN, REST_OF_LINE, TOKEN, URL, WORDS, attributes

MAX_DEPTH = 40


_Kind = Literal["root", "call", "link", "address", "table", "tag"]
_NAMES: Mapping[_Kind, str] = {"call": "template", "link": "link", "table": "table", "tag": "tag"}


def parse(source: str, gaps: Gaps, start: int = 0, end: int | None = None) -> tuple[Node, ...]:
    """Return the nodes of `source[start:end]`, in order."""
    return _Parser(source, gaps, start, len(source) if end is None else end).nodes()


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
        while token := TOKEN.search(self._source, self._at, self._end):
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
        line = REST_OF_LINE.match(self._source, end[1], self._end)
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
        if tag in WORDS:
            self._stack[-1].nodes.append(inside)
        elif tag in ACTIVE:
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
        if tag in PLAIN:
            self._add(Tag(token.start(), token.end(), tag))
        elif tag in HOLDING and token["closing"]:
            if frame := self._close("tag", token, tag):
                self._stack[-1].nodes.append(
                    Element(frame.start, token.end(), tag, frame.attributes, tuple(frame.nodes))
                )
            else:
                self._miss(token, f"a </{tag}> without a <{tag}>")
        elif tag in HOLDING and token["attributes"].endswith("/"):
            self._add(Element(token.start(), token.end(), tag, attributes(token["attributes"])))
        elif tag in HOLDING:
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
        (_, name), *parts = _parts(frame)
        arguments = []
        count = 0
        for start, nodes in parts:
            until = nodes[-1].end if nodes else start
            equals = next((node for node in nodes if isinstance(node, Mark) and node.text == "="), None)
            if equals:
                given = self._written(clip(nodes, start, equals.start))
                arguments.append(Argument(given, clip(nodes, equals.end, until), equals.end, until))
            else:
                count += 1
                arguments.append(Argument(str(count), nodes, start, until))
        return Call(frame.start, end, self._written(name), tuple(arguments))

    def _written(self, nodes: Sequence[Node]) -> str:
        """Return the source of some nodes, without the comments between them."""
        return " ".join("".join(self._source[node.start : node.end] for node in nodes).split())

    def _close_link(self, token: re.Match[str]) -> None:
        if self._stack[-1].kind == "address":
            self._close_address(re.compile(r"\]").match(self._source, token.start()) or token)
        elif frame := self._close("link", token):
            parts = tuple(nodes for _, nodes in _parts(frame))
            self._stack[-1].nodes.append(Wikilink(frame.start, token.end(), self._written(parts[0]), parts))
        else:
            self._miss(token, "the end of a link that never began")

    def _close_address(self, token: re.Match[str]) -> None:
        if self._stack[-1].kind == "address":
            self._drop(token)
            frame = self._stack.pop()
            url = URL.match(self._source, frame.inside)
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
        if self._stack[-1].kind == "link" and REST_OF_LINE.match(self._source, token.end(), self._end):
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


def _parts(frame: _Frame) -> list[tuple[int, tuple[Node, ...]]]:
    """Return what stands between the bars of a frame, each part with its start."""
    bars = [index for index, node in enumerate(frame.nodes) if isinstance(node, Mark) and node.text == "|"]
    starts = [frame.inside, *(frame.nodes[bar].end for bar in bars)]
    edges = pairwise([-1, *bars, len(frame.nodes)])
    return [(start, tuple(frame.nodes[bar + 1 : after])) for start, (bar, after) in zip(starts, edges, strict=True)]
