"""Pages drawn with reportlab: lines and surfaces in inks, no words. Lengths are points, y upwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from dossier.locales.fonts import fonts_for
from dossier.locales.locale import locale

if TYPE_CHECKING:
    from reportlab.lib.colors import CMYKColor
    from reportlab.pdfgen.canvas import Canvas

Paint = Callable[["Canvas"], None]
Inks = tuple[float, float, float, float]
"""Per cent of cyan, magenta, yellow and black."""


def draw_pages(width: float, height: float, paints: Sequence[Paint]) -> bytes:
    """Return a PDF with a page for each of `paints`; the same paints give the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(width, height),
        invariant=1,
        pageCompression=1,
        enforceColorSpace="SEP_CMYK",
        initialFontName=_font(),
    )
    for paint in paints:
        paint(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def process(inks: Inks) -> CMYKColor:
    """Return a colour of process inks."""
    from reportlab.lib.colors import CMYKColor

    return CMYKColor(*(share / 100 for share in inks))


def separation(name: str, stand_in: Inks) -> CMYKColor:
    """Return the full tint of a named ink, with the process inks that show it where it is not mounted."""
    from reportlab.lib.colors import CMYKColorSep

    return CMYKColorSep(*(share / 100 for share in stand_in), spotName=name)


@cache
def _font() -> str:
    """Register a font that can be embedded: reportlab names Helvetica on every page that begins with none."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    path = fonts_for(locale("en")).measured()["sans", 400, False].path
    registerFont(TTFont(path.stem, path))
    return path.stem
