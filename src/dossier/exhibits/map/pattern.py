"""Patterns that survive a photocopy: hatching that thins out as a tint fades, and hachures along a crest."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dossier.exhibits.canvas import Box, Point
from dossier.exhibits.map.labels import Block
from dossier.exhibits.map.sheet import Line, inside

Segment = tuple[Point, Point]
_SHORTEST = 0.5
"""Shorter strokes than this, points, are specks and not drawn."""


def hatching(steps: Sequence[Sequence[Line]], angle: float, spacing: float) -> list[Segment]:
    """Return lines at `angle` degrees, `spacing` apart in the last of nested `steps`, twice as far in each before.

    One of the lines would pass through the origin, so that shapes that are hatched alike fit together.
    """
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    segments = []
    for number, rings in enumerate(steps):
        stride = 2 ** (len(steps) - 1 - number)
        for row, marks in sorted(_crossings(rings, cos, sin, spacing).items()):
            if row % stride or (number and row % (2 * stride) == 0):
                continue  # between the rows of this step, or drawn with a wider one
            across = row * spacing
            ends = [(along * cos - across * sin, along * sin + across * cos) for along in sorted(marks)]
            segments += [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True) if math.dist(a, b) > _SHORTEST]
    return segments


def _crossings(rings: Iterable[Line], cos: float, sin: float, spacing: float) -> dict[int, list[float]]:
    """Return for each row of lines, by its number, where along it the rings cross it."""
    crossings: dict[int, list[float]] = defaultdict(list)
    for ring in rings:
        turned = [(x * cos + y * sin, (y * cos - x * sin) / spacing) for x, y in ring]
        for (u0, v0), (u1, v1) in pairwise((*turned, turned[0])):
            # Half open, so that a row through a vertex meets one of its two edges.
            for row in range(math.ceil(min(v0, v1)), math.ceil(max(v0, v1))):
                crossings[row].append(u0 + (row - v0) / (v1 - v0) * (u1 - u0))
    return crossings


def without(segments: Iterable[Segment], blocks: Sequence[Block]) -> Iterator[Segment]:
    """Yield what of `segments` lies outside all `blocks`: patterns make way for words."""
    about = [(block, block.bounds()) for block in blocks]
    for segment in segments:
        parts = [segment]
        for block, bounds in about:
            if _near(segment, bounds):
                parts = [rest for part in parts for rest in _cut(part, block)]
        yield from parts


def _near(segment: Segment, bounds: Box) -> bool:
    (x0, y0), (x1, y1) = segment
    return not (
        (x0 < bounds.x0 and x1 < bounds.x0)
        or (x0 > bounds.x1 and x1 > bounds.x1)
        or (y0 < bounds.y0 and y1 < bounds.y0)
        or (y0 > bounds.y1 and y1 > bounds.y1)
    )


def _cut(segment: Segment, block: Block) -> Iterator[Segment]:
    a, b = segment
    within = inside(block.local(a), block.local(b), Box(0, 0, block.width, block.height))
    start, end = (block.page(point) for point in within) if within else (b, b)
    for part in ((a, start), (end, b)):
        if math.dist(*part) > _SHORTEST:
            yield part


def interrupted(lines: Iterable[Line], blocks: Sequence[Block]) -> Iterator[list[Point]]:
    """Yield what of `lines` lies outside all `blocks`: an engraver breaks a quiet line for a name."""
    for line in lines:
        part: list[Point] = []
        for a, b in without(pairwise(line), blocks):
            if part and part[-1] != a:
                yield part
                part = []
            part += [b] if part else [a, b]
        if part:
            yield part


def hachures(line: Line, length: float, spacing: float) -> Iterator[list[Point]]:
    """Yield strokes off both sides of a crest as triangles, broad at the crest and at most `length` points long."""
    for number, ((x, y), (dx, dy)) in enumerate(walk(line, spacing)):
        # The golden section spreads lengths and leanings evenly, without chance and without a pattern of its own.
        uneven = number * 0.618034 % 1
        for side in (1, -1):
            reach = length * (0.55 + 0.45 * (uneven if side == 1 else 1 - uneven)) * side
            lean = (uneven - 0.5) * 0.5 * length
            half = spacing * 0.2
            tip = (x - dy * reach + dx * lean, y + dx * reach + dy * lean)
            yield [(x - dx * half, y - dy * half), (x + dx * half, y + dy * half), tip]


def walk(line: Line, spacing: float) -> Iterator[tuple[Point, Point]]:
    """Yield points along `line` every `spacing` points, each with the direction of the line there, of length one."""
    due = spacing / 2
    for (x0, y0), (x1, y1) in pairwise(line):
        length = math.hypot(x1 - x0, y1 - y0)
        while due <= length:
            part = due / length
            yield (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part), ((x1 - x0) / length, (y1 - y0) / length)
            due += spacing
        due -= length
