"""What each glyph of a file says, told by the fonts themselves.

WeasyPrint writes for each glyph the text of the first cluster that it stood in. Where a cluster has several glyphs, as
with the vowel marks of Arabic and Hebrew, one glyph says all of it and the others nothing, in the whole file, or what
they said where they stood alone before; and a bracket that was mirrored says its opposite.
"""

from __future__ import annotations

import statistics
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

import pikepdf

from dossier.pdf.bidi import has_right_to_left
from dossier.pdf.glyphs import TextReader, unicode_map

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_SILENT = "\u200b"  # PDF/A wants every glyph to say something; comparing texts drops format characters
_BRACKETS = ("()", "[]", "{}", "<>", "«»", "‹›")
_MARK = 3  # the class of marks in a font's GDEF table
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


def repair_unicode(document: pikepdf.Pdf) -> bool:
    """Rewrite the ToUnicode maps that mislead, from the fonts' own character maps.

    Returns whether the file has right-to-left text. Expects fonts as WeasyPrint embeds them: codes are glyph numbers.
    """
    fonts = {font.objgen: font for font in embedded_fonts(document)}
    told = {key: unicode_map(font) for key, font in fonts.items()}
    right_to_left = any(has_right_to_left("".join(texts.values())) for texts in told.values())
    for key, font in fonts.items():
        if right_to_left or "" in told[key].values():
            texts = _texts(document, key, told[key], _read_face(font, told[key]))
            if texts != told[key]:
                font.ToUnicode = document.make_stream(_cmap(texts).encode())
    return right_to_left


def embedded_fonts(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the fonts that the pages of a file name in their resources, some of them more than once."""
    for resources in {page.Resources.objgen: page.Resources for page in document.pages}.values():
        yield from resources.get("/Font", pikepdf.Dictionary()).values()


@dataclass(frozen=True, slots=True)
class _Face:
    """What an embedded font tells of its glyphs: the characters of each, smallest first, and which are marks."""

    characters: Mapping[int, Sequence[str]]
    marks: frozenset[int]


def _texts(document: pikepdf.Pdf, font: tuple[int, int], told: Mapping[int, str], face: _Face) -> dict[int, str]:
    """Return what each glyph says: what its font says, else what it was told less what its cluster's others say."""
    own = face.characters
    texts = {code: _choose(text, own[code]) if code in own else text for code, text in told.items()}
    clusters = [code for code, text in told.items() if len(text) > 1 and (code not in own or code in face.marks)]
    codes = list(_shown_codes(document, font)) if clusters else []
    for code in clusters:
        first = codes.index(code)
        sides = codes[first + 1 :], codes[:first][::-1]
        marks = _marks_of(told[code]) if code in face.marks else ""
        if marks:
            beside = [other for side in sides for other in takewhile(face.marks.__contains__, side)]
            if letters := _without(told[code], marks):  # the glyph that speaks for a cluster is the last that is read
                side = sides[0] if has_right_to_left(letters) else sides[1]
                base = next((other for other in side if other not in face.marks), code)
                texts[base] = texts[base] or letters
        else:
            beside = [other for side in sides for other in takewhile(lambda each: told[each] == "", side)]
        if code not in own:
            texts[code] = _without(marks or texts[code], [texts[other] for other in beside])
    return {code: text or _SILENT for code, text in texts.items()}


def _marks_of(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char) == "Mn")


def _choose(told: str, own: Sequence[str]) -> str:
    """Return what a glyph was told where it means one of its own characters, else the first of these."""
    plain = unicodedata.normalize("NFKC", told)
    return told if any(unicodedata.normalize("NFKC", char) == plain for char in own) else own[0]


def _without(text: str, others: Sequence[str]) -> str:
    for other in others:
        text = text.replace(other, "", 1)
    return text


def _read_face(font: pikepdf.Object, told: Mapping[int, str]) -> _Face:
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
        classes = face["GDEF"].table.GlyphClassDef if "GDEF" in face else None
        marks = (name for name, kind in classes.classDefs.items() if kind == _MARK) if classes else ()
        return _Face(found, frozenset(map(face.getGlyphID, marks)))


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


def _shown_codes(document: pikepdf.Pdf, font: tuple[int, int]) -> Iterator[int]:
    for page in document.pages:
        for shown in TextReader().read(page, page.Resources):
            if shown.font is not None and shown.font.objgen == font:
                yield from (int.from_bytes(shown.string[at : at + 2], "big") for at in range(0, len(shown.string), 2))


def _cmap(texts: Mapping[int, str]) -> str:
    lines = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in sorted(texts.items())]
    sections = (lines[at : at + _CODES_PER_SECTION] for at in range(0, len(lines), _CODES_PER_SECTION))
    body = "".join(f"{len(section)} beginbfchar\n" + "\n".join(section) + "\nendbfchar\n" for section in sections)
    return _HEAD + body + _TAIL
