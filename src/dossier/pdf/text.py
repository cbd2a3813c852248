"""The words of a finished PDF in reading order, and how they are compared with the words that were to be set.

Programs that take text off a page guess its order, and guess wrong in right-to-left scripts. Here marked content is
read in the order of the structure tree, through the fonts' ToUnicode maps and replacement texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf

from dossier.pdf.document import opened
from dossier.pdf.glyphs import FontCache, Shown, TextReader
from dossier.pdf.structure import INLINE, Content, Element, read_tree

_HYPHENS = re.compile("[-\u00ad\u2010\u2011]")
_LINE = 0.8
"""Two strings stand on different lines when their baselines differ by more than this share of the type size, or one
is turned or moved as a whole, as the label of a river is."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a paragraph, heading, cell, note or label, in reading order.

    `page` counts from 1; `path` is the kinds of the elements from the document down to it; a line's end is a newline.
    """

    page: int
    path: tuple[str, ...]
    text: str
    language: str

    @property
    def is_note(self) -> bool:
        """Whether it is a footnote, which stands at the foot of its page and interrupts what is read."""
        return "Note" in self.path


def read_passages(pdf: bytes | Path) -> tuple[Passage, ...]:
    """Return the words of a PDF in the order of its structure tree; for one without tags, a passage a page.

    Raises PreflightError where the file cannot be read.
    """
    with opened(pdf) as document:
        reader = _Passages(document)
        tree = read_tree(document)
        return tuple(reader.untagged() if tree is None else reader.tagged(tree))


def text_of(passages: Sequence[Passage]) -> str:
    """Return the words of passages, one a line: first what is read in order, then the notes.

    So a paragraph that two pages share is whole, though the first page's notes stand between its halves.
    """
    return "\n".join(passage.text for passage in sorted(passages, key=lambda passage: passage.is_note))


def normalise(text: str) -> str:
    """Return a text as texts are compared: what typesetting may change is taken out.

    White space and hyphens go, because lines break at them, and so do format characters and the difference between
    capitals and small letters; letters are brought to their compatibility form (NFKC), so that ligatures and
    positional forms count as the letters that they show.
    """
    plain = _HYPHENS.sub("", unicodedata.normalize("NFKC", text))
    bare = "".join(char for char in plain if not char.isspace() and unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", bare.casefold())


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    y: float
    size: float
    space: tuple[tuple[float, ...], ...]

    def begins_line(self, last: _Piece) -> bool:
        return self.space != last.space or abs(self.y - last.y) > _LINE * max(self.size, last.size)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """Marked content; with the replacement text of its element, if that has one."""

    content: Content
    actual: str | None = None


class _Passages:
    def __init__(self, document: pikepdf.Pdf) -> None:
        self._pages = document.pages
        self._language = str(document.Root.get("/Lang", ""))
        self._fonts = FontCache()
        self._read: dict[int, dict[int, list[_Piece]]] = {}

    def untagged(self) -> Iterator[Passage]:
        for number in range(len(self._pages)):
            pieces = [piece for shown in self._page(number).values() for piece in shown]
            yield Passage(number + 1, (), _join(pieces), self._language)

    def tagged(self, tree: Element) -> Iterator[Passage]:
        for element in tree.elements:
            yield from self._block(element, (), self._language)

    def _block(self, element: Element, path: tuple[str, ...], language: str) -> Iterator[Passage]:
        """Yield the passages of an element that may hold others; words between these are passages of its own."""
        language = str(element.object.get("/Lang", language))
        path = (*path, element.kind)
        own: list[_Leaf] = []
        for kid in element.kids:
            if isinstance(kid, Content):
                own.append(_Leaf(kid))
            elif isinstance(kid, Element) and _is_inline(kid) and element.kind != "Figure":
                own += _leaves(kid)
            elif isinstance(kid, Element):
                yield from self._passage(own, path, language)
                own = []
                yield from self._block(kid, path, language)
        yield from self._passage(own, path, language)

    def _passage(self, leaves: list[_Leaf], path: tuple[str, ...], language: str) -> Iterator[Passage]:
        if text := _join([piece for leaf in leaves for piece in self._pieces(leaf)]).strip():
            yield Passage(leaves[0].content.page + 1, path, text, language)

    def _pieces(self, leaf: _Leaf) -> list[_Piece]:
        if leaf.content.page < 0:  # content that says nowhere on which page it is
            return []
        pieces = self._page(leaf.content.page).get(leaf.content.mcid, [])
        if leaf.actual is None or not pieces:
            return pieces
        return [replace(pieces[0], text=leaf.actual)]

    def _page(self, number: int) -> dict[int, list[_Piece]]:
        """Return the pieces of a page by their marked content, each in the order of the stream."""
        if number not in self._read:
            pieces: dict[int, list[_Piece]] = defaultdict(list)
            page = self._pages[number]
            for shown in TextReader().read(page, page.Resources):
                pieces[shown.mcid].append(_Piece(self._text(shown), shown.y, shown.size, shown.space))
            self._read[number] = pieces
        return self._read[number]

    def _text(self, shown: Shown) -> str:
        if shown.actual is not None or shown.font is None:
            return shown.actual or ""
        return "".join(self._fonts.texts(shown.font, shown.string))


def _leaves(element: Element) -> Iterator[_Leaf]:
    if "/ActualText" in element.object:
        yield from (_Leaf(content, str(element.object.ActualText)) for content in list(element.leaves())[:1])
        return
    for kid in element.kids:
        if isinstance(kid, Content):
            yield _Leaf(kid)
        elif isinstance(kid, Element):
            yield from _leaves(kid)


def _is_inline(element: Element) -> bool:
    return element.kind in INLINE and all(map(_is_inline, element.elements))


def _join(pieces: list[_Piece]) -> str:
    """Return the pieces' texts, with a newline where the next stands on another line."""
    joined, last = "", None
    for piece in pieces:
        if piece.text.isspace():
            joined += piece.text
            continue
        if last is not None and piece.begins_line(last):
            joined += "\n"
        joined, last = joined + piece.text, piece
    return joined
