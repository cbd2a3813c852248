"""The shapes of zones whose sources name a river and no border: tints that lighten in steps and then stop.

Everything is planar: kilometres, x east and y north. Nothing here is an edge to be drawn; the rivers are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate
from math import hypot

from dossier.errors import SourceError
from dossier.exhibits.map.basemap import Point
from dossier.exhibits.map.plane import Geometry, mended
from dossier.exhibits.map.spec import Bank, Between, LonLat, Reach, Zone

Project = Callable[[LonLat], Point]


def steps(zone: Zone, rivers: Mapping[str, Geometry], project: Project) -> list[Geometry]:
    """Return the nested shapes of `zone`, widest and faintest first; raises SourceError for a river without a course.

    `rivers` are courses with their estuaries, downstream. Near the ends of a river the tint tapers to nothing: where
    along it a zone ends, no source says.
    """
    names = {zone.first.river, zone.second.river} if isinstance(zone, Between) else {zone.river}
    if missing := sorted(names - rivers.keys()):
        raise SourceError(f"the zone {zone.id!r} is bounded by the river {missing[0]!r}, which the map does not name")
    if isinstance(zone, Between):
        return _between(zone, rivers, project)
    course = rivers[zone.river]
    along = (_along(course, width) for width in sorted(zone.fade))
    nested = list(accumulate(along, lambda narrower, wider: wider.union(narrower)))[::-1]
    if isinstance(zone, Bank):
        bank = _bank(course, zone)
        return [shape.intersection(bank) for shape in nested]
    return nested


def _along(course: Geometry, width: float) -> Geometry:
    """Return what lies within `width` of `course`, but no farther beyond its ends than a tangent there."""
    from shapely.ops import substring

    head, tail = (_apart(end, width) for end in (course, course.reverse()))
    if head + tail >= course.length:
        head = tail = course.length / 2
    return substring(course, head, course.length - tail).buffer(width)


def _apart(course: Geometry, width: float) -> float:
    """Return the length of `course` after which it is `width` away from its start."""
    start = course.interpolate(0)
    lengths = range(int(width), int(course.length))
    return float(next((length for length in lengths if course.interpolate(length).distance(start) >= width), width))


def _bank(course: Geometry, zone: Bank) -> Geometry:
    """Return what lies on one side of `course`, drawn on straight beyond its ends, as far as the zone can reach."""
    from shapely.geometry import Polygon

    reach = 4 * max(zone.fade)
    lead = min(zone.fade)
    (x0, y0), (x1, y1) = (_beyond(end, lead, reach) for end in (course, course.reverse()))
    turn = reach / hypot(x1 - x0, y1 - y0) * (1 if zone.side == "left" else -1)
    across = (-(y1 - y0) * turn, (x1 - x0) * turn)
    far = [(x1 + across[0], y1 + across[1]), (x0 + across[0], y0 + across[1])]
    return mended(Polygon([(x0, y0), *course.coords, (x1, y1), *far]))


def _beyond(course: Geometry, lead: float, reach: float) -> Point:
    """Return the point `reach` before the start of `course`, in the direction of its first `lead` km."""
    start, later = course.interpolate(0), course.interpolate(lead)
    part = reach / start.distance(later)
    return (start.x + (start.x - later.x) * part, start.y + (start.y - later.y) * part)


def _between(zone: Between, rivers: Mapping[str, Geometry], project: Project) -> list[Geometry]:
    from shapely import union_all
    from shapely.geometry import LineString, Polygon

    first, second = (_reach(reach, rivers, project) for reach in (zone.first, zone.second))
    opens = [[project(point) for point in points] for points in (zone.open_first, zone.open_second)]
    ring = mended(Polygon([*first, *opens[0], *second, *opens[1]]))
    sides = [
        LineString([first[-1], *opens[0], second[0]]),
        LineString([second[-1], *opens[1], first[0]]),
    ]
    return [ring.difference(union_all([side.buffer(width) for side in sides])) for width in sorted(zone.fade)]


def _reach(reach: Reach, rivers: Mapping[str, Geometry], project: Project) -> list[tuple[float, float]]:
    from shapely.geometry import Point
    from shapely.ops import substring

    course = rivers[reach.river]
    start, end = (course.project(Point(project(point))) for point in (reach.start, reach.end))
    return list(substring(course, start, end).coords)
