"""What tagged content says, in reading order, while a file is being finished."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import pikepdf

from dossier.pdf.bidi import has_right_to_left, is_right_to_left, logical
from dossier.pdf.glyphs import FontCache
from dossier.pdf.marks import MarkedStream
from dossier.pdf.structure import Content, Element


class Words:
    """Reads marked content through the fonts' ToUnicode maps, which must be right by now."""

    def __init__(self, document: pikepdf.Pdf, streams: Sequence[MarkedStream], language: str) -> None:
        self._document = document
        self._streams = streams
        self._language = language
        self._fonts = FontCache()

    def of(self, elements: Sequence[Element]) -> list[str]:
        """Return the words of each element, a space between two pieces of content."""
        glyphs = self._glyphs(content for element in elements for content in element.leaves())
        said = []
        for element in elements:
            language = str(element.object.get("/Lang", self._language))
            lines = (_line(glyphs.get(content, []), language) for content in element.leaves())
            said.append(" ".join(" ".join(lines).split()))
        return said

    def reordered(self, tree: Element) -> dict[Content, str]:
        """Return the content whose glyphs do not stand in reading order, with its words in that order."""
        languages = dict(_languages(tree, self._language))
        reordered = {}
        for content, units in self._glyphs(languages).items():
            line = _line(units, languages[content])
            if line != "".join(units):
                reordered[content] = line
        return reordered

    def _glyphs(self, contents: Iterable[Content]) -> dict[Content, list[str]]:
        """Return what each glyph of each content says, from left to right."""
        pages: dict[int, list[int]] = defaultdict(list)
        for content in contents:
            pages[content.page].append(content.mcid)
        said: dict[Content, list[str]] = defaultdict(list)
        for page, wanted in pages.items():
            for shown in self._streams[page].strings(self._document, wanted):
                if shown.font is not None:
                    said[Content(page, shown.mcid)] += self._fonts.texts(shown.font, shown.string)
        return said


def _languages(element: Element, language: str) -> Iterator[tuple[Content, str]]:
    language = str(element.object.get("/Lang", language))
    for content in element.contents:
        yield content, language
    for kid in element.elements:
        yield from _languages(kid, language)


def _line(units: Sequence[str], language: str) -> str:
    """Return a line in reading order; a line without left-to-right letters runs from the right in any language."""
    text = "".join(units)
    if is_right_to_left(language):
        return logical(units, right_to_left=True, formulas=language.partition("-")[0] == "he")
    if has_right_to_left(text):
        return logical(units, right_to_left=not any(unicodedata.bidirectional(char) == "L" for char in text))
    return text
