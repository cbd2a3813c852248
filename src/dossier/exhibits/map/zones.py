"""The shapes of zones whose sources name a river and no border: tints that lighten in steps and then stop.

Everything is planar: kilometres, x east and y north. Nothing here is an edge to be drawn; the rivers are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dossier.errors import SourceError
from dossier.exhibits.map.basemap import Point
from dossier.exhibits.map.plane import Geometry, mended
from dossier.exhibits.map.spec import Bank, Between, LonLat, Near, Reach, Zone

Project = Callable[[LonLat], Point]


def steps(zone: Zone, rivers: Mapping[str, Geometry], fade: Sequence[float], project: Project) -> list[Geometry]:
    """Return the nested shapes of `zone`, widest and faintest first; raises SourceError for a river without a course.

    `rivers` are courses with their estuaries, downstream. Near the ends of a river the tint tapers to nothing: where
    along it a zone ends, no source says.
    """
    names = {zone.first.river, zone.second.river} if isinstance(zone, Between) else {zone.river}
    if missing := sorted(names - rivers.keys()):
        raise SourceError(f"the zone {zone.id!r} is bounded by the river {missing[0]!r}, which the map does not name")
    match zone:
        case Near():
            return [_along(rivers[zone.river], width) for width in sorted(fade, reverse=True)]
        case Bank():
            course = rivers[zone.river]
            bank = _bank(course, zone.side, reach=4 * max(fade))
            return [_along(course, width).intersection(bank) for width in sorted(fade, reverse=True)]
        case Between():
            return _between(zone, rivers, fade, project)


def _along(course: Geometry, width: float) -> Geometry:
    from shapely.ops import substring

    trim = min(width, course.length / 3)
    return substring(course, trim, course.length - trim).buffer(width)


def _bank(course: Geometry, side: str, reach: float) -> Geometry:
    """Return what lies on one side of `course`, to `reach` km away."""
    from shapely.geometry import Polygon

    (x0, y0), (x1, y1) = course.coords[0], course.coords[-1]
    turn = 1 if side == "left" else -1
    across = (-(y1 - y0) / course.length * turn * reach, (x1 - x0) / course.length * turn * reach)
    far = [(x1 + across[0], y1 + across[1]), (x0 + across[0], y0 + across[1])]
    return mended(Polygon([*course.coords, *far]))


def _between(zone: Between, rivers: Mapping[str, Geometry], fade: Sequence[float], project: Project) -> list[Geometry]:
    from shapely import union_all
    from shapely.geometry import LineString, Polygon

    first, second = (_reach(reach, rivers, project) for reach in (zone.first, zone.second))
    opens = [[project(point) for point in points] for points in (zone.open_first, zone.open_second)]
    ring = mended(Polygon([*first, *opens[0], *second, *opens[1]]))
    sides = [
        LineString([first[-1], *opens[0], second[0]]),
        LineString([second[-1], *opens[1], first[0]]),
    ]
    return [ring.difference(union_all([side.buffer(width) for side in sides])) for width in sorted(fade)]


def _reach(reach: Reach, rivers: Mapping[str, Geometry], project: Project) -> list[tuple[float, float]]:
    from shapely.geometry import Point
    from shapely.ops import substring

    course = rivers[reach.river]
    start, end = (course.project(Point(project(point))) for point in (reach.start, reach.end))
    return list(substring(course, start, end).coords)
