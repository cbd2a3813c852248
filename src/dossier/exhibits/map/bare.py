"""A prepared map without words or border, edge to edge: the picture on a cover."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.exhibits.canvas import Box, Canvas
from dossier.exhibits.map.basemap import Basemap
from dossier.exhibits.map.drawing import draw_ground, draw_named
from dossier.exhibits.map.kit import Kit
from dossier.exhibits.map.sheet import fit
from dossier.exhibits.map.signs import Signs
from dossier.exhibits.map.words import MapWords, styles
from dossier.exhibits.measure import Measure
from dossier.model.exhibit import Figure


def draw_bare_map(
    basemap: Basemap, width: float, height: float, palette: Mapping[str, str], measure: Measure, scale: float
) -> Figure:
    """Draw `basemap` over the whole of a figure, points, with lines `scale` times as heavy as on a page's map."""
    canvas = Canvas(width, height, palette)
    signs = Signs(canvas, Kit(MapWords({}), styles(scale, spaced=False), measure, scale), [z.id for z in basemap.zones])
    sheet = fit(basemap, Box(0, 0, width, height), fill=True)
    draw_ground(signs, sheet, basemap, ())
    draw_named(signs, sheet, basemap, (), {spot.id for spot in basemap.spots})
    return Figure(width, height, canvas.svg(), (), ())
