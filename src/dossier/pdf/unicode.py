"""What each glyph of a file says, told by the fonts themselves.

WeasyPrint writes for each glyph the text of the first cluster that it stood in. Where a cluster has several glyphs, as
with the vowel marks of Arabic and Hebrew, one glyph says all of it and the others nothing, in the whole file, or what
they said where they stood alone before; and a bracket that was mirrored says its opposite.
"""

from __future__ import annotations

import statistics
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf

from dossier.locales.fonts import Face
from dossier.pdf import bidi
from dossier.pdf.clusters import sayings
from dossier.pdf.document import opened, written
from dossier.pdf.glyphs import unicode_map

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_SILENT = "\u200b"  # PDF/A wants every glyph to say something; comparing texts drops format characters
_BRACKETS = ("()", "[]", "{}", "<>", "«»", "‹›")
_POSTSCRIPT = 6  # the name that no two fonts have
_STEPS = 8  # samples on each side of an outline
_CODES_PER_SECTION = 100
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


def tell_glyphs(pdf: bytes, words: Collection[str], faces: Sequence[Face]) -> bytes:
    """Return a PDF as WeasyPrint writes it with its ToUnicode maps mended, or as it was where none misleads.

    `words` are the clustered words of its text, `faces` the fonts that it is set in. Expects fonts as WeasyPrint embeds
    them: codes are glyph numbers, and those are the ones of the whole font.
    """
    with opened(pdf) as document:
        fonts = {font.objgen: font for font in embedded_fonts(document)}
        told = {key: unicode_map(font) for key, font in fonts.items()}
        misleading = [key for key, texts in told.items() if words or "" in texts.values()]
        for key in misleading:
            font = fonts[key]
            embedded = _read(font, told[key])
            said = _said(embedded.name, str(font.DescendantFonts[0].FontDescriptor.FontFamily), words, faces)
            texts = {code: _text(text, said.get(code), embedded.own.get(code)) for code, text in told[key].items()}
            if texts != told[key]:
                font.ToUnicode = document.make_stream(_cmap(texts).encode())
        return written(document, version=document.pdf_version) if misleading else pdf


def has_right_to_left(document: pikepdf.Pdf) -> bool:
    """Return whether a file has letters of a right-to-left script."""
    fonts = {font.objgen: font for font in embedded_fonts(document)}
    return any(bidi.has_right_to_left("".join(unicode_map(font).values())) for font in fonts.values())


def embedded_fonts(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the fonts that the pages of a file name in their resources, some of them more than once."""
    for resources in {page.Resources.objgen: page.Resources for page in document.pages}.values():
        yield from resources.get("/Font", pikepdf.Dictionary()).values()


@dataclass(frozen=True, slots=True)
class _Embedded:
    """What an embedded font tells: its name, and the characters of each of its glyphs, smallest first."""

    name: str
    own: Mapping[int, Sequence[str]]


def _said(name: str, family: str, words: Collection[str], faces: Sequence[Face]) -> dict[int, str]:
    """Return what glyphs say in `words` set in the one of `faces` that has the PostScript name `name`, if one has."""
    from fontTools.ttLib import TTFont

    for face in faces if words else ():
        if face.family == family:
            content = face.content()
            with TTFont(BytesIO(content), lazy=True, fontNumber=face.index) as font:
                found = _name(font)
            if found == name:
                return sayings(content, words, face.index)
    return {}


def _text(told: str, said: str | None, own: Sequence[str] | None) -> str:
    """Return what a glyph says: in the words that were shaped, else as its font has it, else as it was told."""
    text = said if said is not None else _choose(told, own) if own else told
    return text or _SILENT


def _choose(told: str, own: Sequence[str]) -> str:
    """Return what a glyph was told where it means one of its own characters, else the first of these."""
    plain = unicodedata.normalize("NFKC", told)
    return told if any(unicodedata.normalize("NFKC", char) == plain for char in own) else own[0]


def _read(font: pikepdf.Object, told: Mapping[int, str]) -> _Embedded:
    """Read an embedded font; a bracket that its map does not have, as those for one script, is told by its shape."""
    from fontTools.ttLib import TTFont

    descriptor = font.DescendantFonts[0].FontDescriptor
    file = descriptor.FontFile2 if "/FontFile2" in descriptor else descriptor.FontFile3
    with TTFont(BytesIO(file.read_bytes()), lazy=True) as face:
        found = defaultdict(list)
        for char, name in sorted((face.getBestCmap() or {}).items()):
            found[face.getGlyphID(name)].append(chr(char))
        pairs = {bracket: pair for pair in _BRACKETS for bracket in pair}
        for code in told.keys() - found.keys():
            if pair := pairs.get(told[code]):
                found[code] = [pair[0] if _opens(face, code) else pair[1]]
        return _Embedded(_name(face), found)


def _name(face: TTFont) -> str:
    return str(face["name"].getDebugName(_POSTSCRIPT))


def _opens(face: TTFont, code: int) -> bool:
    """Return whether a bracket is a left one: its ends stand further to the right than its middle."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    glyphs = face.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[face.getGlyphName(code)].draw(pen)
    corners = [point for _, points in pen.value for point in points if point is not None]
    sampled = [
        (x + (to_x - x) * step / _STEPS, y + (to_y - y) * step / _STEPS)
        for (x, y), (to_x, to_y) in pairwise(corners)
        for step in range(_STEPS)
    ]
    if not sampled:  # a glyph without an outline shows nothing either way
        return True
    middle = (min(y for _, y in corners) + max(y for _, y in corners)) / 2
    return statistics.covariance([x for x, _ in sampled], [abs(y - middle) for _, y in sampled]) > 0


def _cmap(texts: Mapping[int, str]) -> str:
    lines = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in sorted(texts.items())]
    sections = (lines[at : at + _CODES_PER_SECTION] for at in range(0, len(lines), _CODES_PER_SECTION))
    body = "".join(f"{len(section)} beginbfchar\n" + "\n".join(section) + "\nendbfchar\n" for section in sections)
    return _HEAD + body + _TAIL
