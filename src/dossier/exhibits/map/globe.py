"""The inset: where on the globe a map lies.

Orthographic (Snyder, Map Projections: A Working Manual, 1987, page 145).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from dossier.exhibits.map.basemap import Globe, Line, Point
from dossier.exhibits.map.plane import Geometry, Plane, copies, mended
from dossier.exhibits.map.spec import LonLat
from dossier.exhibits.map.world import World

_DETAIL = 0.012
"""The smallest detail kept, as a part of the globe's radius."""


def globe(plane: Plane, world: World) -> Globe:
    """Return the globe seen from above the middle of `plane`, with its frame on it."""
    from shapely import transform, union_all

    centre = plane.middle
    visible = _hemisphere(centre)
    seen = union_all([shape for rings in world.land for shape in copies(rings, visible)])

    def flatten(points: Any) -> list[Point]:
        return [_seen(centre, (lon, lat)) for lon, lat in points]

    land = mended(transform(seen.segmentize(1.0), flatten)).simplify(_DETAIL)
    polygons = getattr(land, "geoms", [land])
    return Globe(
        tuple(_rounded(part.exterior.coords) for part in polygons if part.area > 9 * _DETAIL**2),
        _rounded(
            [
                _seen(centre, plane.degrees_at(point))
                for point in plane.frame.exterior.segmentize(plane.width / 8).coords
            ]
        ),
    )


def _hemisphere(centre: LonLat) -> Geometry:
    """Return the visible half of the globe in degrees. Seen from the equator it would be a box: the view is tipped."""
    from shapely.geometry import Polygon

    lon_0, lat_0 = centre
    tilt = math.tan(math.radians(max(abs(lat_0), 0.5)))
    upper = math.copysign(1.0, lat_0)
    horizon = [
        (lon_0 + turn, -upper * math.degrees(math.atan(math.cos(math.radians(turn)) / tilt)))
        for turn in range(-180, 181)
    ]
    return Polygon([*horizon, (lon_0 + 180, upper * 90), (lon_0 - 180, upper * 90)])


def _seen(centre: LonLat, point: LonLat) -> Point:
    lon, lat = math.radians(point[0] - centre[0]), math.radians(point[1])
    lat_0 = math.radians(centre[1])
    x = math.cos(lat) * math.sin(lon)
    y = math.cos(lat_0) * math.sin(lat) - math.sin(lat_0) * math.cos(lat) * math.cos(lon)
    return (x, -y)


def _rounded(points: Sequence[Point]) -> Line:
    return tuple((round(x, 3), round(y, 3)) for x, y in points)
