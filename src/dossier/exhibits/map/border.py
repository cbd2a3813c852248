"""The border of a map: two lines, and between them a tick and its degrees wherever the graticule meets the frame."""

from __future__ import annotations

import math
from collections.abc import Iterator

from dossier.exhibits.canvas import Box, Canvas, Point
from dossier.exhibits.map.basemap import Basemap, Meridian
from dossier.exhibits.map.kit import Kit
from dossier.exhibits.map.sheet import Sheet, clipped
from dossier.exhibits.map.words import Axis
from dossier.model.exhibit import Label

_BAND = 2.0
"""Width of the border in terms of the size of its degrees."""
_LINE = 0.4
_CORNER = 16.0
"""How far from a corner degrees stand, points at scale 1."""


def band_of(kit: Kit) -> float:
    """Return the width of the border, points."""
    return _BAND * kit.styles["degrees"].size


def border(canvas: Canvas, kit: Kit, sheet: Sheet, basemap: Basemap) -> list[Label]:
    """Draw the border of `sheet` and return its degrees: meridians above and below, parallels on the sides."""
    frame, band = sheet.frame, band_of(kit)
    # The stroke, too, lies within the figure.
    edge = band - _LINE * kit.scale / 2
    outer = Box(frame.x0 - edge, frame.y0 - edge, frame.x1 + edge, frame.y1 + edge)
    canvas.rect(frame, fill=None, stroke="grey-1", width=_LINE * kit.scale)
    canvas.rect(outer, fill=None, stroke="grey-1", width=_LINE * kit.scale)
    labels: list[Label] = []
    for at, outward, text in _marks(kit, sheet, basemap):
        label = _degrees(kit, at, outward, text)
        if all(math.dist((label.x, label.y), (other.x, other.y)) > 5 * kit.styles["degrees"].size for other in labels):
            labels.append(label)
            tick = (at[0] + outward[0] * band / 5, at[1] + outward[1] * band / 5)
            canvas.line((at, tick), stroke="grey-1", width=_LINE * kit.scale)
    return labels


def _marks(kit: Kit, sheet: Sheet, basemap: Basemap) -> Iterator[tuple[Point, Point, str]]:
    """Yield where the graticule meets the frame, away from its corners, with the way out and the degrees."""
    frame, corner = sheet.frame, _CORNER * kit.scale
    for x, y, text in _ends(kit, sheet, basemap.meridians, "lon"):
        if frame.x0 + corner < x < frame.x1 - corner and min(y - frame.y0, frame.y1 - y) < 1e-6:
            yield (x, y), (0.0, -1.0 if y < frame.y0 + 1 else 1.0), text
    for x, y, text in _ends(kit, sheet, basemap.parallels, "lat"):
        if frame.y0 + corner < y < frame.y1 - corner and min(x - frame.x0, frame.x1 - x) < 1e-6:
            yield (x, y), (-1.0 if x < frame.x0 + 1 else 1.0, 0.0), text


def _ends(kit: Kit, sheet: Sheet, graticule: tuple[Meridian, ...], axis: Axis) -> Iterator[tuple[float, float, str]]:
    for meridian in graticule:
        for part in clipped([sheet.point(point) for point in meridian.line], sheet.frame):
            for x, y in (part[0], part[-1]):
                yield x, y, kit.words.degrees(meridian.degrees, axis)


def _degrees(kit: Kit, at: Point, outward: Point, text: str) -> Label:
    """Return the degrees in the middle of the band, along it: on its sides they are read from the right."""
    style = kit.styles["degrees"]
    extent = kit.measure.extent(text, style)
    middle = band_of(kit) * 0.54
    drop = (extent.ascent - extent.descent) / 2
    x, y = at[0] + outward[0] * middle, at[1] + outward[1] * middle
    if outward[0]:
        return Label(text, x + drop, y, style.name, "middle", -90.0)
    return Label(text, x, y + drop, style.name, "middle")
