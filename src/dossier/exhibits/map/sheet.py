"""From kilometres to points: the frame on the page, and lines and rings cut to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.exhibits.canvas import Box, Point
from dossier.exhibits.map.basemap import Basemap

Line = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The map's frame on the figure, and the page's points to a kilometre."""

    frame: Box
    per_km: float
    left: float
    top: float

    def point(self, point: Point) -> Point:
        """Return where a point of the basemap lies on the figure."""
        return (self.left + point[0] * self.per_km, self.top + point[1] * self.per_km)

    def shows(self, point: Point) -> bool:
        """Tell whether a point of the figure lies within the frame."""
        return self.frame.x0 < point[0] < self.frame.x1 and self.frame.y0 < point[1] < self.frame.y1

    def lines(self, lines: Iterable[Line]) -> list[list[Point]]:
        """Return what of `lines` lies within the frame."""
        return [part for line in lines for part in clipped(self._points(line), self.frame)]

    def rings(self, rings: Iterable[Line]) -> list[list[Point]]:
        """Return what of closed `rings` lies within the frame, closed along its sides."""
        cut = (cut_ring(self._points(ring), self.frame) for ring in rings)
        return [ring for ring in cut if len(ring) > 2]

    def _points(self, line: Line) -> list[Point]:
        left, top, per_km = self.left, self.top, self.per_km
        return [(left + x * per_km, top + y * per_km) for x, y in line]


def fit(basemap: Basemap, room: Box, *, fill: bool = False) -> Sheet:
    """Return the sheet that shows the whole frame of `basemap` as large as `room` allows.

    Where the room is of another shape, geography beyond the frame fills it as far as it was prepared; to `fill` what is
    left, the sheet is larger than the room and cut.
    """
    per_km = min(room.width / basemap.width, room.height / basemap.height)
    if fill:
        both = 2 * basemap.margin
        per_km = max(per_km, room.width / (basemap.width + both), room.height / (basemap.height + both))
    spare_x = min(room.width / per_km - basemap.width, 2 * basemap.margin)
    spare_y = min(room.height / per_km - basemap.height, 2 * basemap.margin)
    width, height = (basemap.width + spare_x) * per_km, (basemap.height + spare_y) * per_km
    frame = Box(room.x0, room.y0, room.x0 + width, room.y0 + height)
    return Sheet(frame, per_km, room.x0 + spare_x * per_km / 2, room.y0 + spare_y * per_km / 2)


def clipped(line: Line, box: Box) -> Iterator[list[Point]]:
    """Yield the parts of an open `line` that lie in `box` (Liang and Barsky, 1984)."""
    if _holds(box, line):
        yield list(line)
        return
    part: list[Point] = []
    for a, b in pairwise(line):
        kept = inside(a, b, box)
        if kept is None:
            continue
        start, end = kept
        if part and part[-1] != start:
            yield part
            part = []
        part += [end] if part else [start, end]
    if part:
        yield part


def _holds(box: Box, line: Line) -> bool:
    xs, ys = zip(*line, strict=True)
    return bool(min(xs) >= box.x0 and max(xs) <= box.x1 and min(ys) >= box.y0 and max(ys) <= box.y1)


def inside(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    """Return the part of the way from `a` to `b` that lies in `box`, or nothing."""
    enter, leave = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for step, room in ((-dx, a[0] - box.x0), (dx, box.x1 - a[0]), (-dy, a[1] - box.y0), (dy, box.y1 - a[1])):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    if enter >= leave:
        return None
    start = a if enter == 0 else (a[0] + enter * dx, a[1] + enter * dy)
    end = b if leave == 1 else (a[0] + leave * dx, a[1] + leave * dy)
    return start, end


def cut_ring(ring: Line, box: Box) -> list[Point]:
    """Return a closed `ring` cut to `box` (Sutherland and Hodgman, 1974)."""
    points = list(ring)
    if _holds(box, ring):
        return points
    for axis, bound, keep in ((0, box.x0, 1), (0, box.x1, -1), (1, box.y0, 1), (1, box.y1, -1)):
        cut: list[Point] = []
        for index, b in enumerate(points):
            a = points[index - 1]
            in_a, in_b = (a[axis] - bound) * keep >= 0, (b[axis] - bound) * keep >= 0
            if in_a != in_b:
                part = (bound - a[axis]) / (b[axis] - a[axis])
                cut.append((a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])))
            if in_b:
                cut.append(b)
        points = cut
    return points
