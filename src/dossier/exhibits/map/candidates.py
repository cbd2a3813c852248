"""Where a name may stand: beside a point, along a line, about a place, within a shape."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.exhibits.canvas import Box, Point
from dossier.exhibits.map.labels import Candidate, Group, Piece, Words, union
from dossier.exhibits.map.sheet import Line
from dossier.exhibits.measure import Measure
from dossier.model.exhibit import Anchor, LabelStyle

_SIDES: tuple[tuple[float, float, float], ...] = (
    (1, 0, 0.0),
    (-1, 0, 1.0),
    (0.75, -0.75, 2.0),
    (0.75, 0.75, 2.2),
    (-0.75, -0.75, 2.6),
    (-0.75, 0.75, 2.8),
    (0, -1, 3.2),
    (0, 1, 3.4),
)
"""Directions from a point, x and y, in the order in which atlases prefer them, with their costs."""
_DISTANCES = (1.0, 2.2, 3.6)
_FARTHER = 3.0
"""How much farther from a line its name may stand where there is no room beside it, points at scale 1."""
_DEEPEST = 400
"""How many places in a shape are considered: those farthest from its edges."""


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets words with `gap` points of clear space about them. Everything stays within `frame`.

    Costs of distances are counted in points at scale 1, so that a panel is lettered like a page.
    """

    measure: Measure
    frame: Box
    gap: float
    scale: float

    def beside(self, text: str, style: LabelStyle, at: Point, radius: float) -> tuple[Candidate, ...]:
        """Return candidates about a point that is drawn as a ring of `radius`."""
        groups = {anchor: self.group([Words(text, style, anchor=anchor)]) for anchor in ("start", "middle", "end")}
        candidates = []
        for distance in _DISTANCES:
            away = radius + self.gap * distance
            for across, down, dearness in _SIDES:
                anchor: Anchor = "start" if across > 0 else "end" if across < 0 else "middle"
                group = groups[anchor]
                y = at[1] + down * away - (group.box.y0 + group.box.y1) / 2
                if down:
                    y += math.copysign(group.box.height / 2 - self.gap / 2, down) * (abs(down) if not across else 0.8)
                place = (at[0] + across * away, y)
                candidates.append(Candidate([Piece(group, place)], dearness + 4 * (distance - 1)))
        return self._kept(candidates)

    def along(self, text: str, style: LabelStyle, lines: Iterable[Line], *, away: float) -> tuple[Candidate, ...]:
        """Return candidates parallel to straight reaches of `lines`, on either side of them."""
        group = self.group([Words(text, style)])
        return self._kept(candidate for line in lines for candidate in self._reaches(group, line, away))

    def _reaches(self, group: Group, line: Line, away: float) -> Iterator[Candidate]:
        lengths = _lengths(line)
        width, whole = group.box.width - self.gap, lengths[-1]
        start = 0.0
        while start + width <= whole:
            a, b = _at(line, lengths, start), _at(line, lengths, start + width)
            # Words read upwards or downwards, never on their heads.
            angle = math.remainder(math.atan2(b[1] - a[1], b[0] - a[0]), math.pi)
            cos, sin = math.cos(angle), math.sin(angle)
            x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
            reach = line[bisect_right(lengths, start - away) : bisect_right(lengths, start + width + away)]
            off = [(py - y) * cos - (px - x) * sin for px, py in (a, b, *reach)]
            bend = max(off) - min(off)
            cost = 0.9 * bend / self.scale + 3 * abs(sin) + 4 * abs((start + width / 2) / whole - 0.5)
            above = min(off) - away - group.box.y1 + self.gap / 2
            below = max(off) + away - group.box.y0 - self.gap / 2
            for farther in (0.0, _FARTHER * self.scale):
                for down, dearness in ((above - farther, 0.0), (below + farther, 0.6)):
                    piece = Piece(group, (x - sin * down, y + cos * down), math.degrees(angle))
                    yield Candidate([piece], cost + dearness + farther / self.scale)
            start += max(3.0 * self.scale, width / 12)

    def around(self, words: Sequence[Words], at: Point, reach: float, cost: float) -> tuple[Candidate, ...]:
        """Return candidates for a group of words about a point, which pay `cost` for being `reach` away from it."""
        group = self.group(words)
        steps = [(0.0, 0.0)]
        for ring in range(1, 13):
            turns = 4 + 2 * ring
            angles = (2 * math.pi * turn / turns for turn in range(turns))
            steps += [(ring / 8 * math.cos(angle), ring / 8 * math.sin(angle)) for angle in angles]
        middle = (group.box.y0 + group.box.y1) / 2
        return self._kept(
            Candidate([Piece(group, (at[0] + dx * reach, at[1] + dy * reach - middle))], cost * (dx * dx + dy * dy))
            for dx, dy in steps
        )

    def group(self, words: Sequence[Words]) -> Group:
        """Return words that are set together, with the room that they take about their common point."""
        lines = tuple(box for part in words for box in self._lines(part))
        return Group(tuple(words), union(lines), lines)

    def _lines(self, words: Words) -> Iterator[Box]:
        for number, line in enumerate(words.text.split("\n")):
            extent = self.measure.extent(line, words.style)
            baseline = words.down + number * self.measure.leading(words.style)
            left = words.right - {"start": 0.0, "middle": extent.width / 2, "end": extent.width}[words.anchor]
            gap = self.gap / 2
            yield Box(
                left - gap, baseline - extent.ascent - gap, left + extent.width + gap, baseline + extent.descent + gap
            )

    def _kept(self, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
        return tuple(candidate for candidate in candidates if self.holds(candidate.bounds))

    def holds(self, box: Box) -> bool:
        """Tell whether `box` lies within the frame."""
        frame = self.frame
        return box.x0 >= frame.x0 and box.y0 >= frame.y0 and box.x1 <= frame.x1 and box.y1 <= frame.y1


def _lengths(line: Line) -> list[float]:
    """Return for each point of `line` the length of the line up to it."""
    lengths = [0.0]
    for index in range(1, len(line)):
        lengths.append(lengths[-1] + math.dist(line[index - 1], line[index]))
    return lengths


def _at(line: Line, lengths: Sequence[float], length: float) -> Point:
    index = min(max(bisect_right(lengths, length), 1), len(line) - 1)
    (x0, y0), (x1, y1) = line[index - 1], line[index]
    step = lengths[index] - lengths[index - 1]
    part = (length - lengths[index - 1]) / step if step else 0.0
    return (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part)


def grid(frame: Box, step: float) -> list[Point]:
    """Return the points of a grid over `frame`, row by row."""
    import numpy as np

    xs = np.arange(frame.x0 + step / 2, frame.x1, step)
    ys = np.arange(frame.y0 + step / 2, frame.y1, step)
    return [(float(x), float(y)) for y in ys for x in xs]


def interior(rings: Sequence[Line], points: Sequence[Point]) -> list[Point]:
    """Return those of `points` that lie in a shape."""
    return [point for point, within in zip(points, holds(rings, points), strict=True) if within]


def holds(rings: Sequence[Line], points: Sequence[Point]) -> list[bool]:
    """Tell for each of `points` whether it lies in a shape."""
    import numpy as np
    from matplotlib.path import Path

    if not rings or not points:
        return [False] * len(points)
    shape = Path.make_compound_path(*(Path(np.array([*ring, ring[0]]), closed=True) for ring in rings))
    return [bool(within) for within in shape.contains_points(np.array(points))]


def deepest(rings: Sequence[Line], step: float) -> list[tuple[Point, float]]:
    """Return the points of a grid that lie deepest in a shape, each with its distance from the nearest corner of it."""
    import numpy as np

    if not rings:
        return []
    corners = np.array([point for ring in rings for point in ring])
    (x0, y0), (x1, y1) = corners.min(axis=0), corners.max(axis=0)
    points = interior(rings, grid(Box(x0, y0, x1, y1), step))
    depths = ((float(np.hypot(*(corners - point).T).min()), point) for point in points)
    return [(point, depth) for depth, point in sorted(depths, key=lambda pair: (-pair[0], pair[1]))[:_DEEPEST]]
