"""The first page of a wall proof: the panel in small with the name of every sheet, and how to put them together."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from dossier.locales.formats import TIMES, format_number
from dossier.locales.joiners import left_to_right
from dossier.pdf.read import Box
from dossier.press.drawing import process
from dossier.press.tile_sheet import RULER
from dossier.press.tiling import Tile, Tiling
from dossier.units import mm, to_mm

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from dossier.locales.catalogs import Texts
    from dossier.locales.locale import Locale

STYLE = f"""
.head {{ position: absolute }}
.kicker {{ font: 700 calc(8pt * var(--sans-size))/calc(12pt * var(--leading)) var(--sans) }}
h1 {{ margin: 0; font: 300 calc(22pt * var(--serif-size))/calc(27pt * var(--leading)) var(--serif) }}
.steps {{ position: absolute; width: {mm(58)}pt }}
.steps, .steps dd {{ font: calc(9pt * var(--sans-size))/calc(13.5pt * var(--leading)) var(--sans) }}
.steps dl {{ margin: 0 0 13.5pt }}
.steps dt {{ float: inline-start; clear: both; width: {mm(22)}pt; color: device-cmyk(0 0 0 0.7) }}
.steps dd {{ margin: 0; margin-inline-start: {mm(22)}pt }}
.steps ol {{ margin: 0; padding: 0; padding-inline-start: {mm(5)}pt }}
.steps li {{ margin: 0 0 6.75pt }}
.order {{ color: device-cmyk(0 0 0 0.7) }}
.piece {{ position: absolute; text-align: center }}
.piece b {{ background: device-cmyk(0 0 0 0); padding: 0 0.25em }}
"""

_MARGIN = mm(15)
_HEAD = mm(34)
_WORDS = mm(66)
"""Room for the words beside the map, with the space between the two."""


@dataclass(frozen=True, slots=True)
class TileMap:
    """The map of a tiling on a page of its paper; words stand left of it, or right in scripts that run from there."""

    tiling: Tiling
    rtl: bool

    @property
    def margin(self) -> float:
        """Points left free on all sides."""
        return max(_MARGIN, self.tiling.paper.margin)

    @property
    def panel(self) -> Box:
        """Where the panel is shown, y upwards, as large as there is room: from the top, on the words' far side."""
        paper, scale = self.tiling.paper, self.scale
        width, height = self.tiling.width * scale, self.tiling.height * scale
        left = self.margin if self.rtl else self.margin + _WORDS
        top = paper.height - self.margin - _HEAD
        return Box(left, top - height, left + width, top)

    @property
    def scale(self) -> float:
        """How large the panel is shown, never above its true size."""
        paper = self.tiling.paper
        width = paper.width - 2 * self.margin - _WORDS
        height = paper.height - 2 * self.margin - _HEAD
        return min(width / self.tiling.width, height / self.tiling.height, 1.0)

    def seen(self, tile: Tile) -> Box:
        """Return what is seen of a piece when all are glued, as the map shows it."""
        tiling, panel, scale = self.tiling, self.panel, self.scale
        left, top = (panel.left + tiling.origin(tile)[0] * scale, panel.top - tiling.origin(tile)[1] * scale)
        width, height = (length * scale for length in tiling.piece)
        sides, hidden = tiling.sides(tile), tiling.overlap * scale
        right = left + width - (hidden if "right" in sides else 0)
        return Box(left, top - height + (hidden if "below" in sides else 0), right, top)


def paint_map(canvas: Canvas, tile_map: TileMap) -> None:
    """Paint the outlines of what is seen of each sheet: dark lines on white ones, to be seen on any picture."""
    for ink, weight in ((0, 1.5), (100, 0.5)):
        canvas.setStrokeColor(process((0, 0, 0, ink)))
        canvas.setLineWidth(weight)
        for tile in tile_map.tiling.tiles:
            box = tile_map.seen(tile)
            canvas.rect(box.left, box.bottom, box.width, box.height)


def map_html(tile_map: TileMap, title: str, paper: str, locale: Locale, texts: Texts) -> str:
    """Return the words of the page, placed from the upper left corner of its paper; `paper` is the name of its size."""
    tiling, margin = tile_map.tiling, tile_map.margin
    sheet = tiling.paper
    facts = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in _facts(tiling, paper, locale, texts)
    )
    steps = "".join(f"<li>{escape(step)}</li>" for step in _steps(tiling, texts))
    order = f'<p class="order">{escape(texts("tile.order"))}</p>' if len(tiling.tiles) > 1 else ""
    words_left = sheet.width - margin - mm(58) if tile_map.rtl else margin
    return (
        f'<div class="head" style="left:{margin:.2f}pt;top:{margin:.2f}pt;width:{sheet.width - 2 * margin:.2f}pt">'
        f'<p class="kicker">{escape(texts("tile.kicker"))}</p><h1>{escape(title)}</h1></div>'
        f'<div class="steps" style="left:{words_left:.2f}pt;top:{margin + _HEAD:.2f}pt">'
        f"<dl>{facts}</dl><ol>{steps}</ol>{order}</div>" + "".join(_piece(tile_map, tile) for tile in tiling.tiles)
    )


def _facts(tiling: Tiling, paper: str, locale: Locale, texts: Texts) -> tuple[tuple[str, str], ...]:
    size = TIMES.join(format_number(round(to_mm(length)), locale) for length in (tiling.width, tiling.height))
    size_line = texts("tile.size"), texts("tile.mm", length=left_to_right(size))
    if len(tiling.tiles) == 1:
        return size_line, (texts("tile.sheets"), left_to_right(f"1{TIMES}{paper}"))
    grid = TIMES.join(format_number(number, locale) for number in (tiling.columns, tiling.rows))
    count = format_number(len(tiling.tiles), locale)
    overlap = texts("tile.mm", length=format_number(round(to_mm(tiling.overlap)), locale))
    return (
        size_line,
        (texts("tile.sheets"), left_to_right(f"{count}{TIMES}{paper} ({grid})")),
        (texts("tile.overlap"), overlap),
    )


def _steps(tiling: Tiling, texts: Texts) -> tuple[str, ...]:
    steps = (texts("tile.step-print"), texts("tile.step-ruler", length=RULER))
    if len(tiling.tiles) == 1:
        return (*steps, texts("tile.step-trim"))
    return (*steps, texts("tile.step-cut"), texts("tile.step-glue", first=tiling.tiles[0].name))


def _piece(tile_map: TileMap, tile: Tile) -> str:
    box = tile_map.seen(tile)
    size = max(4.0, min(12.0, box.width / 4, box.height / 2))
    top = tile_map.tiling.paper.height - (box.top + box.bottom) / 2 - size * 0.6
    place = f"left:{box.left:.2f}pt;top:{top:.2f}pt;width:{box.width:.2f}pt;font:700 {size:.2f}pt/1.2 var(--sans)"
    return f'<span class="piece" style="{place}"><b>{tile.name}</b></span>'
