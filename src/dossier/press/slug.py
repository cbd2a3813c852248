"""The slug line: what a sheet says of itself beside its marks, so that no sheet is mistaken for another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dossier.locales.fonts import Fonts
from dossier.locales.locale import Locale
from dossier.pdf.read import Box
from dossier.press.words import families, page_html, page_size

LARGEST, SMALLEST = 7.0, 4.5
"""Sizes of its type, pt."""
_PER_EM = 0.55
"""How wide a character is at most on the average of a line, as a part of the size."""
_PARTED = " · "


@dataclass(frozen=True, slots=True)
class SlugLine:
    """Its two rows: what the sheet is, and how it is to be printed, each in parts."""

    what: Sequence[str]
    how: Sequence[str]


def slug_pages(lines: Sequence[SlugLine], room: Box, locale: Locale, fonts: Fonts) -> tuple[str, tuple[str, ...]]:
    """Return HTML and style sheets of `lines`, a page each that fills `room`.

    Type is as large as both rows need. Of a title that is too long for its row even then, the end is left out, with
    an ellipsis.
    """
    rows = [[_PARTED.join(filter(None, parts)) for parts in (line.what, line.how)] for line in lines]
    longest = max(len(row) for pair in rows for row in pair)
    size = max(SMALLEST, min(LARGEST, room.width / (longest * _PER_EM)))
    pages = "".join(f"<section>{''.join(f'<p>{escape(row)}</p>' for row in pair)}</section>" for pair in rows)
    style = f"""
html {{ font: calc({size:.2f}pt * var(--sans-size))/{room.height / 2 - 0.1:.2f}pt var(--sans) }}
html {{ color: device-cmyk(0 0 0 1) }}
body, p {{ margin: 0 }}
section {{ width: {room.width:.4f}pt; height: {room.height - 0.1:.4f}pt; break-after: page }}
p {{ white-space: nowrap; overflow: hidden; text-overflow: ellipsis }}
"""
    return page_html(rows[0][0], pages, locale), (families(fonts), page_size(room.width, room.height), style)
