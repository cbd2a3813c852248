"""A sheet of the wall proof: its cut lines, the edges that are glued, and the legend with arrows and ruler.

The legend is laid out along its length from the left and turned by 90° where it stands beside the piece.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dossier.press.drawing import process
from dossier.press.tiling import LEGEND, Side, Tile, Tiling
from dossier.units import mm

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from dossier.locales.catalogs import Texts

RULER = 100
"""Length of the ruler, millimetres."""
STYLE = f"""
.legend {{ position: absolute; height: {LEGEND}pt; transform-origin: 0 0 }}
.legend.beside {{ transform: rotate(90deg) }}
.name {{ position: absolute; left: {mm(20)}pt; top: 0; font: 700 24pt/{LEGEND}pt var(--sans) }}
.scale {{ position: absolute; top: {LEGEND / 2}pt; width: {mm(20)}pt; margin-left: -{mm(10)}pt; text-align: center }}
.say {{ position: absolute; left: {mm(148)}pt; right: 0; top: calc({LEGEND / 2}pt - 15pt * var(--leading)) }}
.say p {{ text-align: left; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }}
.say p:first-child {{ font-weight: 700 }}
.to, .glue {{ position: absolute; text-align: center; white-space: nowrap }}
.to {{ width: {mm(8)}pt; margin: -5pt 0 0 -{mm(4)}pt; font-weight: 700 }}
.glue {{ width: {mm(120)}pt; margin: -5pt 0 0 -{mm(60)}pt }}
.glue.right {{ transform: rotate(90deg) }}
.glue span {{ background: device-cmyk(0 0 0 0); padding: 1pt 4pt }}
"""

_BLACK = (0.0, 0.0, 0.0, 100.0)
_GREY = (0.0, 0.0, 0.0, 60.0)
_PAPER = (0.0, 0.0, 0.0, 0.0)
_HATCHING = mm(4)
_TICK = mm(3)
_RULER_LEFT = mm(42)
_COMPASS = LEGEND / 2
"""Distance of the compass from both ends of its corner of the legend, to its middle."""
_ARROWS: dict[Side, tuple[int, int]] = {"left": (-1, 0), "right": (1, 0), "above": (0, 1), "below": (0, -1)}
_ARROW = (mm(1.8), mm(4.6))
_NAMES = mm(6.5)


def paint_sheet(canvas: Canvas, tiling: Tiling, sides: frozenset[Side]) -> None:
    """Paint all of a sheet but its words. `sides` are those on which it has neighbours."""
    for side in ("right", "below"):
        if side in sides:
            _paint_glue(canvas, tiling, side)
    _paint_cuts(canvas, tiling, sides)
    _paint_compass(canvas, tiling, sides)
    canvas.saveState()
    window = tiling.window
    if tiling.legend_beside:
        canvas.translate(window.right + LEGEND, window.top)
        canvas.rotate(-90)
    else:
        canvas.translate(window.left, window.bottom)
    _paint_ruler(canvas)
    canvas.restoreState()


def sheet_html(tiling: Tiling, tile: Tile, title: str, texts: Texts) -> str:
    """Return the words of a sheet, placed from the upper left corner of its paper."""
    window, height = tiling.window, tiling.paper.height
    count = len(tiling.tiles)
    number = tile.row * tiling.columns + tile.column + 1
    if tiling.legend_beside:
        kind, left, top, length = "beside", window.right + LEGEND, height - window.top, height - 2 * tiling.paper.margin
    else:
        kind, left, top = "below", window.left, height - window.bottom
        length = tiling.paper.width - 2 * tiling.paper.margin
    says = (texts("tile.scale"), texts("tile.sheet", number=number, count=count), title)
    lines = "".join(f"<p>{escape(words)}</p>" for words in says)
    marks = "".join(
        f'<span class="scale" style="left:{_RULER_LEFT + mm(at):.2f}pt">{escape(words)}</span>'
        for at, words in ((0, "0"), (RULER / 2, f"{RULER // 2}"), (RULER, texts("tile.mm", length=RULER)))
    )
    return (
        f'<div class="legend {kind}" style="left:{left:.2f}pt;top:{top:.2f}pt;width:{length:.2f}pt">'
        f'<b class="name">{tile.name}</b>{marks}<div class="say">{lines}</div></div>'
        f"{_neighbours(tiling, tile)}{_glued(tiling, tile, texts)}"
    )


def _neighbours(tiling: Tiling, tile: Tile) -> str:
    x, y = _compass(tiling)
    named = ((tiling.neighbour(tile, side), step) for side, step in _ARROWS.items())
    return "".join(
        f'<span class="to" style="left:{x + dx * _NAMES:.2f}pt;top:{tiling.paper.height - y - dy * _NAMES:.2f}pt">'
        f"{beside.name}</span>"
        for beside, (dx, dy) in named
        if beside
    )


def _glued(tiling: Tiling, tile: Tile, texts: Texts) -> str:
    """Return what is said on the glue edges: in the middle of each, clear of the corner that they share."""
    window = tiling.window
    middle, back = tiling.overlap / 2, tiling.paper.height
    places: tuple[tuple[Side, float, float], ...] = (
        ("right", window.right - middle, back - (window.top + window.bottom) / 2),
        ("below", (window.left + window.right) / 2, back - window.bottom - middle),
    )
    return "".join(
        f'<span class="glue {side}" style="left:{x:.2f}pt;top:{y:.2f}pt">'
        f"<span>{escape(texts('tile.glue', name=beside.name))}</span></span>"
        for side, x, y in places
        if (beside := tiling.neighbour(tile, side))
    )


def _paint_glue(canvas: Canvas, tiling: Tiling, side: Side) -> None:
    """Hatch the edge that a neighbour is glued over, with the line that it is laid up to.

    Dark lines lie on white ones, so that they are seen on any picture.
    """
    window, overlap = tiling.window, tiling.overlap
    width, height = window.width, window.height
    canvas.saveState()
    canvas.translate(window.left, window.bottom)
    x, y, width, height = (width - overlap, 0, overlap, height) if side == "right" else (0, 0, width, overlap)
    edge = canvas.beginPath()
    edge.rect(x, y, width, height)
    canvas.clipPath(edge, stroke=0, fill=0)
    canvas.translate(x, y)
    hatching = canvas.beginPath()
    for step in range(1, int((width + height) / _HATCHING) + 1):
        at = step * _HATCHING
        hatching.moveTo(at, 0)
        hatching.lineTo(at - height, height)
    line = canvas.beginPath()
    line.moveTo(0, height)
    line.lineTo(*((0, 0) if side == "right" else (width, height)))
    # Half of the line is clipped, so that nothing of it is seen beside the sheet that is glued on.
    for inks, of_hatching, of_line in ((_PAPER, 1.25, 3), (_GREY, 0.35, 1)):
        canvas.setStrokeColor(process(inks))
        for path, weight in ((hatching, of_hatching), (line, of_line)):
            canvas.setLineWidth(weight)
            canvas.drawPath(path)
    canvas.restoreState()


def _paint_cuts(canvas: Canvas, tiling: Tiling, sides: frozenset[Side]) -> None:
    """Paint the lines to cut along: the left and upper edge, and what is an edge of the panel."""
    window = tiling.window
    canvas.setStrokeColor(process(_BLACK))
    canvas.setLineWidth(0.25)
    for x in (window.left, *(() if "right" in sides else (window.right,))):
        canvas.line(x, window.bottom - _TICK, x, window.top + _TICK)
    for y in (window.top, *(() if "below" in sides else (window.bottom,))):
        canvas.line(window.left - _TICK, y, window.right + _TICK, y)


def _compass(tiling: Tiling) -> tuple[float, float]:
    """Return the middle of the compass, y upwards."""
    window = tiling.window
    if tiling.legend_beside:
        return window.right + _COMPASS, window.top - _COMPASS
    return window.left + _COMPASS, window.bottom - _COMPASS


def _paint_compass(canvas: Canvas, tiling: Tiling, sides: frozenset[Side]) -> None:
    """Paint this sheet as a small solid square with an arrow to each neighbour, if it has any."""
    x, y = _compass(tiling)
    if not sides:
        return
    side = mm(2.4)
    canvas.setFillColor(process(_BLACK))
    canvas.rect(x - side / 2, y - side / 2, side, side, stroke=0, fill=1)
    canvas.setStrokeColor(process(_BLACK))
    canvas.setLineWidth(0.7)
    start, end = _ARROW
    for to in sorted(sides):
        dx, dy = _ARROWS[to]
        tip, neck = (x + dx * end, y + dy * end), (x + dx * (end - mm(1.4)), y + dy * (end - mm(1.4)))
        canvas.line(x + dx * start, y + dy * start, *neck)
        head = canvas.beginPath()
        head.moveTo(*tip)
        head.lineTo(neck[0] - dy * mm(0.8), neck[1] + dx * mm(0.8))
        head.lineTo(neck[0] + dy * mm(0.8), neck[1] - dx * mm(0.8))
        head.close()
        canvas.drawPath(head, stroke=0, fill=1)


def _paint_ruler(canvas: Canvas) -> None:
    """Paint the ruler along the middle of the legend, a tick each millimetre."""
    canvas.setStrokeColor(process(_BLACK))
    canvas.setLineWidth(0.35)
    middle = -LEGEND / 2
    canvas.line(_RULER_LEFT, middle, _RULER_LEFT + mm(RULER), middle)
    for at in range(RULER + 1):
        tick = mm(3.2 if at % 50 == 0 else 2.6 if at % 10 == 0 else 2 if at % 5 == 0 else 1.2)
        canvas.line(_RULER_LEFT + mm(at), middle, _RULER_LEFT + mm(at), middle + tick)
