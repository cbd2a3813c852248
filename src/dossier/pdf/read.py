"""What a finished PDF says of itself: boxes, fonts, metadata, bookmarks and tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from dossier.pdf.document import opened
from dossier.pdf.structure import read_tree


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, y upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Points."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """The boxes of a page (ISO 32000-1, 14.11.2); one that the file leaves out has the value of its default."""

    media: Box
    bleed: Box
    trim: Box


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font that pages name in their resources, by its PostScript name without the subset's prefix."""

    name: str
    embedded: bool
    has_unicode: bool


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: its depth from 1, its words, and its page counted from 1 (0: nowhere)."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a file says of itself."""

    version: str
    title: str
    language: str
    pages: tuple[PageBoxes, ...]
    fonts: tuple[FontUse, ...]
    bookmarks: tuple[Bookmark, ...]
    tags: tuple[tuple[str, int], ...]
    """How often each kind of structure element occurs, by name; empty where the file is not tagged."""
    metadata: str
    """The XMP packet, "" where there is none."""


def read_summary(pdf: bytes | Path) -> Summary:
    """Return what a PDF says of itself. Raises PreflightError where it cannot be read."""
    with opened(pdf) as document:
        tree = read_tree(document)
        kinds = Counter(element.kind for element in tree.walk() if element is not tree) if tree else Counter[str]()
        packet = document.Root.get("/Metadata")
        return Summary(
            version=document.pdf_version,
            title=str(document.trailer.get("/Info", pikepdf.Dictionary()).get("/Title", "")),
            language=str(document.Root.get("/Lang", "")),
            pages=tuple(_boxes(page) for page in document.pages),
            fonts=tuple(sorted(set(_fonts(document)), key=lambda font: font.name)),
            bookmarks=tuple(_bookmarks(document)),
            tags=tuple(sorted(kinds.items())),
            metadata=packet.read_bytes().decode("utf-8", "replace") if isinstance(packet, pikepdf.Stream) else "",
        )


def _boxes(page: pikepdf.Page) -> PageBoxes:
    media, bleed, trim = (
        Box(*(float(length) for length in box)) for box in (page.mediabox, page.bleedbox, page.trimbox)
    )
    return PageBoxes(media, bleed, trim)


def _fonts(document: pikepdf.Pdf) -> Iterator[FontUse]:
    for page in document.pages:
        for font in page.Resources.get("/Font", pikepdf.Dictionary()).values():
            described = font.get("/DescendantFonts", [font])[0].get("/FontDescriptor", pikepdf.Dictionary())
            embedded = any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            name = str(font.get("/BaseFont", "/"))[1:]
            yield FontUse(
                re.sub("^[A-Z]{6}[+]", "", name), embedded or font.get("/Subtype") == "/Type3", "/ToUnicode" in font
            )


def _bookmarks(document: pikepdf.Pdf) -> Iterator[Bookmark]:
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages, start=1)}

    def entries(items: list[pikepdf.OutlineItem], level: int) -> Iterator[Bookmark]:
        for item in items:
            target = item.destination
            page = pages.get(target[0].objgen, 0) if isinstance(target, pikepdf.Array) else 0
            yield Bookmark(level, item.title, page)
            yield from entries(item.children, level + 1)

    with document.open_outline() as outline:
        yield from entries(outline.root, 1)
