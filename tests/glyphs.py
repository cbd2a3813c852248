"""Where the glyphs of a finished PDF stand, as pdfium sees them: a reader of files that is not ours."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph that leaves ink: its box and its origin on the baseline, pt from the top left of the sheet, y down."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    x: float
    y: float


def read_glyphs(pdf: bytes | Path) -> Iterator[Glyph]:
    """Yield the glyphs of all pages, counted from 0, in the order of the file."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            page = document[number]
            text, height = page.get_textpage(), page.get_height()
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index)
                if right > left and top > bottom:
                    x, y = c_double(), c_double()
                    raw.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
                    character = chr(raw.FPDFText_GetUnicode(text, index))
                    yield Glyph(
                        number, character, left, height - top, right, height - bottom, x.value, height - y.value
                    )
