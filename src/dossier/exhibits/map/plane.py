"""The plane that a map is prepared in: a projection about the middle of a window, and the sheet cut out of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from dossier.exhibits.map.basemap import Line, Point
from dossier.exhibits.map.spec import LonLat, Window

Geometry = Any  # shapely has no types

EARTH_RADIUS = 6371.0088
"""Mean radius of WGS 84, km."""
_MARGIN = 0.15
"""How far the geography reaches beyond the frame, as a part of its longer side."""
_DETAIL = 4000
"""The smallest detail kept, as a part of the frame's width: a seventh of a millimetre on an A1 sheet."""
_STEP = 0.25
"""Straight edges get a vertex every so many degrees, so that they bend with the projection."""


class Plane:
    """Kilometres, x east and y north, and the sheet: the frame that `window` gives and a margin about it.

    The projection is a Lambert conformal conic where standard `parallels` are given, else Lambert's azimuthal
    equal-area, both on a sphere (Snyder, Map Projections: A Working Manual, 1987, pages 104 and 182).
    """

    def __init__(self, window: Window, parallels: tuple[float, float] | None) -> None:
        import pyproj
        from shapely.geometry import box

        lon, lat = self.middle = middle(window)
        about = f"+lat_0={lat} +lon_0={lon} +R={EARTH_RADIUS}"
        kind = f"lcc +lat_1={parallels[0]} +lat_2={parallels[1]}" if parallels else "laea"
        self._projection = pyproj.Proj(f"+proj={kind} {about}")
        self._west, self._east = (self.project((side, lat))[0] for side in (window.west, window.east))
        south, self._north = (self.project((lon, side))[1] for side in (window.south, window.north))
        self.width = self._east - self._west
        self.height = self._north - south
        self.margin = _MARGIN * max(self.width, self.height)
        self.detail = self.width / _DETAIL
        self.frame = box(self._west, south, self._east, self._north)
        self.sheet = self.frame.buffer(self.margin, join_style="mitre")
        self.degrees = self._degrees()

    def project(self, point: LonLat) -> Point:
        """Return the place of a point in the plane."""
        x, y = self._projection(*point)
        return (float(x), float(y))

    def degrees_at(self, point: Point) -> LonLat:
        """Return longitude, within half a turn of the middle's, and latitude of a point in the plane."""
        lon, lat = self._projection(*point, inverse=True)
        return (self.near(float(lon)), float(lat))

    def near(self, lon: float) -> float:
        """Return `lon` with whole turns added that bring it within half a turn of the middle."""
        return lon - 360 * round((lon - self.middle[0]) / 360)

    def near_line(self, line: Line) -> Line:
        """Return a line of degrees moved by whole turns, as one, so that its first point is near the middle."""
        turn = self.near(line[0][0]) - line[0][0]
        return tuple((lon + turn, lat) for lon, lat in line)

    def line(self, points: Sequence[LonLat]) -> Geometry:
        """Return a line through points in degrees, bent as the projection bends it."""
        from shapely.geometry import LineString

        return self.flat(LineString(points)) if len(points) > 1 else LineString()

    def polygons(self, polygons: Iterable[Sequence[Line]]) -> Geometry:
        """Return what of `polygons`, each rings in degrees, lies on the sheet."""
        from shapely import union_all
        from shapely.geometry import box

        window = box(*self.degrees)
        shapes = [shape for rings in polygons for shape in copies(rings, window)]
        return self.clip(mended(self.flat(union_all(shapes))))

    def flat(self, geometry: Geometry) -> Geometry:
        """Return a geometry of degrees in the plane."""
        from shapely import transform

        return transform(geometry.segmentize(_STEP), self._flatten)

    def clip(self, geometry: Geometry) -> Geometry:
        """Return what of a geometry in the plane lies on the sheet."""
        return geometry.intersection(self.sheet)

    def on_sheet(self, point: Point) -> Point:
        """Return a point in the plane as kilometres from the frame's top left, y down, no finer than is drawn."""
        return (self.rounded(point[0] - self._west), self.rounded(self._north - point[1]))

    def rounded(self, length: float) -> float:
        """Return a length in kilometres, no finer than is drawn."""
        return round(length, max(0, math.ceil(-math.log10(self.detail / 5))))

    def _flatten(self, points: Any) -> Any:
        from numpy import column_stack

        return column_stack(self._projection(points[:, 0], points[:, 1]))

    def _degrees(self) -> tuple[float, float, float, float]:
        """Return west, south, east and north of a window in degrees that holds the whole sheet."""
        from shapely.geometry import Point as PlanePoint

        border = self.sheet.exterior.segmentize(self.width / 50).coords
        lons, lats = zip(*(self.degrees_at(point) for point in border), strict=True)
        for pole in (90.0, -90.0):
            if self.sheet.contains(PlanePoint(self.project((self.middle[0], pole)))):
                return (self.middle[0] - 180, min(*lats, pole), self.middle[0] + 180, max(*lats, pole))
        return (min(lons) - _STEP, min(lats) - _STEP, max(lons) + _STEP, max(lats) + _STEP)


def middle(window: Window) -> LonLat:
    """Return the middle of a window, also of one that spans the 180th meridian."""
    return (window.west + (window.east - window.west) % 360 / 2, (window.south + window.north) / 2)


def mended(geometry: Geometry) -> Geometry:
    """Return what of a geometry is area, its rings untangled."""
    from shapely import make_valid

    return make_valid(geometry, method="structure", keep_collapsed=False)


def copies(rings: Sequence[Line], window: Geometry) -> list[Geometry]:
    """Return what of a polygon in degrees, moved by whole turns, lies in `window`, a shape in degrees."""
    from shapely.affinity import translate
    from shapely.geometry import Polygon

    outer = rings[0]
    lons, lats = zip(*outer, strict=True)
    west, south, east, north = window.bounds
    turns = range(math.ceil((west - max(lons)) / 360), math.floor((east - min(lons)) / 360) + 1)
    if not turns or max(lats) < south or min(lats) > north:
        return []
    if abs(lons[-1] - lons[0]) > 180:
        # Only Antarctica goes all the way round: it is closed over the pole.
        pole = math.copysign(90.0, lats[0])
        outer = (*outer, (lons[-1], pole), (lons[0], pole))
    polygon = mended(Polygon(outer, rings[1:]))
    return [translate(polygon, 360 * turn).intersection(window) for turn in turns]
