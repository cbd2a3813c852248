"""A wall proof: a panel at true size on the sheets of an office printer.

Here it is decided what is drawn, what is set, and what goes where; dossier.pdf.tiles puts the pages together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from dossier.locales.catalogs import Texts
from dossier.locales.fonts import Fonts
from dossier.locales.locale import Locale
from dossier.pdf.tiles import Placement
from dossier.press import tile_map, tile_sheet
from dossier.press.drawing import draw_pages
from dossier.press.tile_map import TileMap, map_html, paint_map
from dossier.press.tile_sheet import paint_sheet, sheet_html
from dossier.press.tiling import Tiling
from dossier.press.words import families, page_html, page_size

STYLE = """
html { color: device-cmyk(0 0 0 1); font: calc(7pt * var(--sans-size))/calc(10pt * var(--leading)) var(--sans) }
body, p { margin: 0 }
section { position: relative; break-after: page; overflow: hidden }
"""


@dataclass(frozen=True, slots=True)
class Proof:
    """The words as HTML and style sheets for the typesetter, the marks as a PDF, and how each page is put together."""

    html: str
    styles: tuple[str, ...]
    marks: bytes
    placements: tuple[Placement, ...]


def wall_proof(tiling: Tiling, title: str, paper: str, locale: Locale, texts: Texts, fonts: Fonts) -> Proof:
    """Return the proof of a panel called `title` on `paper` (the name of its size): its map, then sheet by sheet.

    Sheets that have neighbours on the same sides share their marks.
    """
    small = TileMap(tiling, locale.rtl)
    kinds = sorted({tiling.sides(tile) for tile in tiling.tiles}, key=sorted)
    paints = [partial(paint_map, tile_map=small)]
    paints += [partial(paint_sheet, tiling=tiling, sides=sides) for sides in kinds]
    pages = [map_html(small, title, paper, locale, texts)]
    pages += [sheet_html(tiling, tile, title, texts) for tile in tiling.tiles]
    paper_size = tiling.paper.width, tiling.paper.height
    size = f"section {{ width: {paper_size[0]:.4f}pt; height: {paper_size[1]:.4f}pt }}"
    return Proof(
        page_html(texts("tile.title", title=title), "".join(f"<section>{page}</section>" for page in pages), locale),
        (families(fonts), page_size(*paper_size), size, STYLE, tile_sheet.STYLE, tile_map.STYLE),
        draw_pages(tiling.paper.width, tiling.paper.height, paints),
        (
            Placement(small.panel.left, small.panel.bottom, small.scale, small.panel, 0),
            *(_placement(tiling, *tiling.origin(tile), 1 + kinds.index(tiling.sides(tile))) for tile in tiling.tiles),
        ),
    )


def _placement(tiling: Tiling, left: float, top: float, marks: int) -> Placement:
    window = tiling.window
    return Placement(window.left - left, window.top + top - tiling.height, 1.0, window, marks)
