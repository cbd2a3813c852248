"""Preparing a map: from a specification and the world layer to lines and polygons on a sheet.

It takes seconds and two heavy libraries, and depends on no edition: it runs when assets are made and when a dossier is
drafted, never when one is built.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from dossier.exhibits.map import zones
from dossier.exhibits.map.basemap import Basemap, Line, Meridian, Named, Spot, Stream, Tint
from dossier.exhibits.map.globe import globe
from dossier.exhibits.map.plane import Geometry, Plane
from dossier.exhibits.map.spec import MapSpec, River
from dossier.exhibits.map.trace import network, trace
from dossier.exhibits.map.world import World

_GRATICULE = (1, 2, 5, 10, 20, 30)
"""Steps of the graticule, degrees."""
_LINES = 8
"""As many of its lines, at most, cross a side of the frame."""


def prepare(spec: MapSpec, world: World) -> Basemap:
    """Return the basemap of `spec`; raises SourceError where a river cannot be traced or a zone names none."""
    plane = Plane(spec.window, spec.parallels)
    land = _islands(plane, plane.polygons(world.land).simplify(plane.detail))
    there = (lake.rings for lake in world.lakes if lake.full is None or lake.full <= spec.year)
    lakes = plane.polygons(there).simplify(plane.detail).intersection(land)
    vectors = _vectors(plane, world)
    courses = _courses(plane, spec.rivers, vectors)
    estuaries = {river.id: _estuary(plane, river, courses[river.id]) for river in spec.rivers}
    return Basemap(
        width=plane.rounded(plane.width),
        height=plane.rounded(plane.height),
        margin=plane.rounded(plane.margin),
        land=_rings(plane, land),
        lakes=_rings(plane, lakes),
        quiet_rivers=_lines(plane, _quiet(plane, vectors, courses.values(), lakes)),
        rivers=tuple(
            Stream(river.id, _lines(plane, courses[river.id]), _lines(plane, estuaries[river.id]), river.quiet)
            for river in spec.rivers
        ),
        zones=_tints(plane, spec, {name: _joined(courses[name], estuaries[name]) for name in courses}, land),
        railways=tuple(Named(name, _lines(plane, plane.line(points))) for name, points in spec.railways),
        crests=tuple(Named(name, _lines(plane, plane.line(points))) for name, points in spec.crests),
        spots=(
            *(Spot(area.id, plane.on_sheet(plane.project(area.at)), area.kind) for area in spec.areas),
            *(Spot(place.id, plane.on_sheet(plane.project(place.at)), "place") for place in spec.places),
        ),
        meridians=_meridians(plane, (spec.window.east - spec.window.west) % 360 or 360),
        parallels=_parallels(plane, spec.window.north - spec.window.south),
        globe=globe(plane, world),
    )


def _vectors(plane: Plane, world: World) -> list[Line]:
    """Return the rivers of the world layer that touch the sheet, by longitudes about its middle."""
    west, south, east, north = plane.degrees
    near = (plane.near_line(line) for line in world.rivers)
    return [line for line in near if any(west <= lon <= east and south <= lat <= north for lon, lat in line)]


def _courses(plane: Plane, rivers: Iterable[River], vectors: Sequence[Line]) -> dict[str, Geometry]:
    """Return the course of each named river in the plane, downstream."""
    graph = network(vectors) if rivers else {}
    courses = {}
    for river in rivers:
        through = [(plane.near(lon), lat) for lon, lat in river.through]
        courses[river.id] = plane.line(trace(graph, through, river.id)).simplify(plane.detail)
    return courses


def _estuary(plane: Plane, river: River, course: Geometry) -> Geometry:
    from shapely.geometry import LineString

    beyond = [plane.project(point) for point in river.estuary]
    return LineString([course.coords[-1], *beyond]) if beyond else LineString()


def _joined(course: Geometry, estuary: Geometry) -> Geometry:
    from shapely.geometry import LineString

    return LineString([*course.coords, *estuary.coords[1:]])


def _quiet(plane: Plane, vectors: Iterable[Line], named: Iterable[Geometry], lakes: Geometry) -> Geometry:
    """Return the rivers that are drawn but not named."""
    from shapely import line_merge, union_all

    rivers = union_all([plane.line(line) for line in vectors])
    named_too = union_all([course.buffer(2 * plane.detail) for course in named])
    return line_merge(rivers.difference(named_too).difference(lakes)).simplify(plane.detail)


def _tints(plane: Plane, spec: MapSpec, rivers: dict[str, Geometry], land: Geometry) -> tuple[Tint, ...]:
    return tuple(
        Tint(
            zone.id,
            tuple(_rings(plane, shape.intersection(land)) for shape in zones.steps(zone, rivers, plane.project)),
        )
        for zone in spec.zones
    )


def _meridians(plane: Plane, span: float) -> tuple[Meridian, ...]:
    west, south, east, north = plane.degrees
    return _graticule(
        plane,
        {lon: [(lon, max(south, -89.9)), (lon, min(north, 89.9))] for lon in _degrees(west, east, span)},
    )


def _parallels(plane: Plane, span: float) -> tuple[Meridian, ...]:
    west, south, east, north = plane.degrees
    return _graticule(plane, {lat: [(west, lat), (east, lat)] for lat in _degrees(south, north, span)})


def _degrees(start: float, end: float, span: float) -> range:
    step = next((step for step in _GRATICULE if span / step <= _LINES), _GRATICULE[-1])
    return range(math.ceil(start / step) * step, math.floor(end) + 1, step)


def _graticule(plane: Plane, lines: dict[int, list[tuple[float, float]]]) -> tuple[Meridian, ...]:
    flat = ((degrees, _lines(plane, plane.line(ends).simplify(plane.detail))) for degrees, ends in lines.items())
    return tuple(Meridian((degrees + 180) % 360 - 180, part) for degrees, parts in flat for part in parts)


def _islands(plane: Plane, land: Geometry) -> Geometry:
    """Return `land` without the islands that would be specks."""
    from shapely import union_all

    smallest = (5 * plane.detail) ** 2
    return union_all([part for part in getattr(land, "geoms", [land]) if part.area > smallest])


def _rings(plane: Plane, geometry: Geometry) -> tuple[Line, ...]:
    """Return the rings of all polygons in `geometry` on the sheet: outer ones one way round, holes the other."""
    from shapely import get_parts, orient_polygons
    from shapely.geometry import Polygon

    parts = [part for part in get_parts(orient_polygons(geometry)) if isinstance(part, Polygon) and part.area]
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return tuple(tuple(plane.on_sheet(point) for point in ring.coords[:-1]) for ring in rings)


def _lines(plane: Plane, geometry: Geometry) -> tuple[Line, ...]:
    """Return the lines of `geometry` that lie on the sheet."""
    from shapely import get_parts
    from shapely.geometry import LineString

    parts = [part for part in get_parts(plane.clip(geometry)) if isinstance(part, LineString) and part.length]
    return tuple(tuple(plane.on_sheet(point) for point in part.coords) for part in parts)
