"""Rivers found in nameless vectors: the shortest way over their vertices between anchors (Dijkstra, 1959)."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from dossier.errors import SourceError
from dossier.exhibits.map.spec import LonLat

_KM_PER_DEGREE = 111.2
_SNAP = 60.0
"""How far, km, an anchor may lie from the nearest vertex."""
_GAP = 40.0
"""The longest gap, km, bridged between the end of one line and the vertex of another."""
_GAP_COST = 4.0
"""How much dearer a bridge is than the same way along a river."""

Graph = Mapping[LonLat, Mapping[LonLat, float]]


def distance(a: LonLat, b: LonLat) -> float:
    """Return km between near points, on a plane that touches between them."""
    middle = math.radians((a[1] + b[1]) / 2)
    return math.hypot((a[0] - b[0]) * math.cos(middle), a[1] - b[1]) * _KM_PER_DEGREE


def network(lines: Iterable[Sequence[LonLat]]) -> Graph:
    """Return the rivers as a graph: each vertex with its neighbours and what the way there costs, km."""
    graph: dict[LonLat, dict[LonLat, float]] = defaultdict(dict)
    ends: list[tuple[LonLat, frozenset[LonLat]]] = []
    for line in lines:
        points = [(round(lon, 4), round(lat, 4)) for lon, lat in line]
        for a, b in pairwise(points):
            if a != b:
                graph[a][b] = graph[b][a] = distance(a, b)
        ends += [(end, frozenset(points)) for end in (points[0], points[-1])]
    for end, own in ends:
        near = [(distance(end, other), other) for other in graph if other not in own and abs(other[1] - end[1]) < 1]
        for gap, other in sorted(near)[:3]:
            if gap < _GAP:
                graph[end].setdefault(other, gap * _GAP_COST)
                graph[other].setdefault(end, gap * _GAP_COST)
    return graph


def trace(graph: Graph, through: Sequence[LonLat], name: str) -> tuple[LonLat, ...]:
    """Return the way over the graph that visits the vertices nearest to the anchors `through`, in their order.

    Raises SourceError, with the name of the river, for an anchor without a vertex near it and for an interrupted way.
    """
    anchors = [_nearest(graph, anchor, name) for anchor in through]
    way = [anchors[0]]
    for start, end in pairwise(anchors):
        way += _shortest(graph, start, end, name)[1:]
    return tuple(way)


def _nearest(graph: Graph, anchor: LonLat, name: str) -> LonLat:
    vertex = min(graph, key=lambda point: (distance(anchor, point), point), default=anchor)
    if not graph or distance(anchor, vertex) > _SNAP:
        raise SourceError(
            f"{name}: the world layer has no river within {_SNAP:.0f} km of {anchor[1]:.2f} N {anchor[0]:.2f} E",
            hint="move the point in `through` onto a river of the world layer, or leave the river out",
        )
    return vertex


def _shortest(graph: Graph, start: LonLat, end: LonLat, name: str) -> list[LonLat]:
    costs = {start: 0.0}
    before: dict[LonLat, LonLat] = {}
    open_ends = [(0.0, start)]
    while open_ends:
        cost, point = heapq.heappop(open_ends)
        if point == end:
            way = [end]
            while way[-1] != start:
                way.append(before[way[-1]])
            return way[::-1]
        if cost > costs[point]:
            continue
        for neighbour, step in graph[point].items():
            if cost + step < costs.get(neighbour, math.inf):
                costs[neighbour], before[neighbour] = cost + step, point
                heapq.heappush(open_ends, (cost + step, neighbour))
    raise SourceError(
        f"{name}: the rivers of the world layer do not connect {start[1]:.2f} N {start[0]:.2f} E with "
        f"{end[1]:.2f} N {end[0]:.2f} E",
        hint=f"gaps of more than {_GAP:.0f} km are not bridged: add points in between, or trace it in two pieces",
    )
