"""What each glyph of a file says, told by the fonts themselves.

WeasyPrint writes for each glyph the text of the first cluster that it stood in. Where a cluster has several glyphs, as
with the vowel marks of Arabic and Hebrew, one glyph says all of it and the others nothing, in the whole file; and a
bracket that was mirrored says its opposite.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import chain, takewhile

import pikepdf

from dossier.pdf.bidi import has_right_to_left
from dossier.pdf.glyphs import TextReader, unicode_map

_SILENT = "\u200b"  # PDF/A wants every glyph to say something; comparing texts drops format characters
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
            texts = _texts(document, key, told[key], _characters(font))
            if texts != told[key]:
                font.ToUnicode = document.make_stream(_cmap(texts).encode())
    return right_to_left


def embedded_fonts(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the fonts that the pages of a file name in their resources, some of them more than once."""
    for resources in {page.Resources.objgen: page.Resources for page in document.pages}.values():
        yield from resources.get("/Font", pikepdf.Dictionary()).values()


def _texts(
    document: pikepdf.Pdf, font: tuple[int, int], told: Mapping[int, str], own: Mapping[int, Sequence[str]]
) -> dict[int, str]:
    """Return what each glyph says: what its font says, else what it was told less what its silent neighbours say."""
    texts = {code: _choose(text, own[code]) if code in own else text for code, text in told.items()}
    if "" in told.values() and any(len(text) > 1 and code not in own for code, text in texts.items()):
        codes = list(_shown_codes(document, font))
        for code, text in texts.items():
            if code not in own and len(text) > 1:
                first = codes.index(code)
                beside = chain(
                    takewhile(lambda other: told[other] == "", codes[first + 1 :]),
                    takewhile(lambda other: told[other] == "", reversed(codes[:first])),
                )
                texts[code] = _without(text, [texts[other] for other in beside])
    return {code: text or _SILENT for code, text in texts.items()}


def _choose(told: str, own: Sequence[str]) -> str:
    """Return what a glyph was told where it means one of its own characters, else the first of these."""
    plain = unicodedata.normalize("NFKC", told)
    return told if any(unicodedata.normalize("NFKC", char) == plain for char in own) else own[0]


def _without(text: str, others: Sequence[str]) -> str:
    for other in others:
        text = text.replace(other, "", 1)
    return text


def _characters(font: pikepdf.Object) -> dict[int, list[str]]:
    """Return the characters of each glyph by the embedded font's own map, smallest first."""
    from fontTools.ttLib import TTFont

    descriptor = font.DescendantFonts[0].FontDescriptor
    file = descriptor.FontFile2 if "/FontFile2" in descriptor else descriptor.FontFile3
    with TTFont(BytesIO(file.read_bytes()), lazy=True) as face:
        found = defaultdict(list)
        for char, name in sorted((face.getBestCmap() or {}).items()):
            found[face.getGlyphID(name)].append(chr(char))
    return found


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
