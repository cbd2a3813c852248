"""Words on a map as blocks: the room that they take, and what lies under it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dossier.exhibits.canvas import Box, Point
from dossier.model.exhibit import Anchor, Label, LabelStyle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEVER = 1e6
"""The cost of covering a point of what must not be covered."""


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle that may be turned: its top left corner, its size, and the direction of its lines."""

    x: float
    y: float
    width: float
    height: float
    cos: float = 1.0
    sin: float = 0.0

    def local(self, point: Point) -> Point:
        """Return a point of the figure as seen from the corner, along the lines and down."""
        dx, dy = point[0] - self.x, point[1] - self.y
        return (dx * self.cos + dy * self.sin, dy * self.cos - dx * self.sin)

    def page(self, point: Point) -> Point:
        """Return a point given along the lines and down as one of the figure."""
        along, down = point
        return (self.x + along * self.cos - down * self.sin, self.y + along * self.sin + down * self.cos)

    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Return the four corners on the figure."""
        return (
            (self.x, self.y),
            self.page((self.width, 0)),
            self.page((self.width, self.height)),
            self.page((0, self.height)),
        )

    def distance(self, point: Point) -> float:
        """Return how far `point` is from it, 0 within."""
        along, down = self.local(point)
        return math.hypot(max(-along, 0, along - self.width), max(-down, 0, down - self.height))

    def bounds(self) -> Box:
        """Return the upright box about it."""
        if self.cos == 1:
            return Box(self.x, self.y, self.x + self.width, self.y + self.height)
        xs, ys = zip(*self.corners(), strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    def meets(self, other: Block) -> bool:
        """Tell whether two blocks overlap (separating axes, Gottschalk 1996)."""
        return overlap(self.bounds(), other.bounds()) and not (self.apart(other) or other.apart(self))

    def apart(self, other: Block) -> bool:
        """Tell whether one of this block's own sides parts it from `other`."""
        alongs, downs = zip(*(self.local(corner) for corner in other.corners()), strict=True)
        return bool(max(alongs) <= 0 or min(alongs) >= self.width or max(downs) <= 0 or min(downs) >= self.height)


@dataclass(frozen=True, slots=True)
class Words:
    """Words, how they are set, and where their first baseline stands from the point that their group is placed by."""

    text: str
    style: LabelStyle
    down: float = 0.0
    right: float = 0.0
    anchor: Anchor = "middle"


@dataclass(frozen=True, slots=True)
class Group:
    """Words that are placed together, and the room about their point that they take, as a whole and by lines."""

    words: tuple[Words, ...]
    box: Box
    lines: tuple[Box, ...]


class Piece:
    """A group of words that is placed by one point, at an angle in degrees."""

    __slots__ = ("_direction", "angle", "at", "block", "group")

    def __init__(self, group: Group, at: Point, angle: float = 0.0) -> None:
        self.group = group
        self.at = at
        self.angle = angle
        self._direction = (math.cos(math.radians(angle)), math.sin(math.radians(angle))) if angle else (1.0, 0.0)
        self.block = self._block(group.box)

    def labels(self) -> Iterator[Label]:
        """Yield the labels at their places on the figure."""
        for words in self.group.words:
            x, y = self.page(words.right, words.down)
            yield Label(words.text, round(x, 3), round(y, 3), words.style.name, words.anchor, round(self.angle, 2))

    def rooms(self) -> Iterator[Block]:
        """Yield the room of each line."""
        return map(self._block, self.group.lines)

    def _block(self, box: Box) -> Block:
        return Block(*self.page(box.x0, box.y0), box.width, box.height, *self._direction)

    def page(self, along: float, down: float) -> Point:
        """Return a point given along the lines and down, from the point that the group is placed by."""
        cos, sin = self._direction
        return (self.at[0] + along * cos - down * sin, self.at[1] + along * sin + down * cos)


class Candidate:
    """One way of placing a name: its pieces, how unwelcome it is, and the leader to what it stands away from.

    Where it is not `whole` it leaves out the name and keeps the letter.
    """

    __slots__ = ("_boxes", "blocks", "bounds", "cost", "leader", "pieces", "whole")

    def __init__(
        self, pieces: Sequence[Piece], cost: float, leader: Leader | None = None, *, whole: bool = True
    ) -> None:
        self.pieces = tuple(pieces)
        self.cost = cost
        self.leader = leader
        self.whole = whole
        words = tuple(piece.block for piece in pieces)
        self.blocks = (*words, leader.block) if leader else words
        self._boxes = tuple(block.bounds() for block in self.blocks)
        self.bounds = union(self._boxes)

    def meets(self, other: Candidate) -> bool:
        """Tell whether two candidates overlap."""
        return overlap(self.bounds, other.bounds) and any(
            overlap(box, its_box) and not (block.apart(its) or its.apart(block))
            for block, box in zip(self.blocks, self._boxes, strict=True)
            for its, its_box in zip(other.blocks, other._boxes, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Leader:
    """A line from a name to what it names, and the room that it takes."""

    start: Point
    end: Point
    width: float

    @property
    def block(self) -> Block:
        """Return the room of the line."""
        length = math.dist(self.start, self.end)
        cos, sin = (self.end[0] - self.start[0]) / length, (self.end[1] - self.start[1]) / length
        half = self.width / 2
        return Block(self.start[0] + sin * half, self.start[1] - cos * half, length, self.width, cos, sin)


@dataclass(frozen=True, slots=True)
class Request:
    """A name to be placed, and what covering a point of each kind of obstacle costs it."""

    id: str
    candidates: tuple[Candidate, ...]
    costs: Mapping[str, float]


class Obstacles:
    """What words had better not cover, as points about `spacing` apart along lines of several kinds."""

    def __init__(self, lines: Mapping[str, Iterable[Sequence[Point]]], spacing: float) -> None:
        import numpy as np

        self.kinds = tuple(lines)
        points = [
            (x, y, number)
            for number, kind in enumerate(self.kinds)
            for line in lines[kind]
            for x, y in _sampled(line, spacing)
        ]
        table = np.array(sorted(points) or [(math.inf, math.inf, 0)])
        self._x, self._y, self._kind = table[:, 0], table[:, 1], table[:, 2].astype(int)

    def price(self, blocks: Iterable[Block], costs: Mapping[str, float]) -> float:
        """Return what words in `blocks` pay for the points that they cover, by what a point of each kind costs."""
        import numpy as np

        if not costs:
            return 0.0
        covered = np.sum([self.under(block) for block in blocks], axis=0)
        return sum(costs.get(kind, 0.0) * int(count) for kind, count in zip(self.kinds, covered, strict=True))

    def under(self, block: Block) -> NDArray[np.int_]:
        """Return how many points of each kind `block` covers."""
        import numpy as np

        bounds = block.bounds()
        first, last = np.searchsorted(self._x, (bounds.x0, bounds.x1))
        dx, dy = self._x[first:last] - block.x, self._y[first:last] - block.y
        along, down = dx * block.cos + dy * block.sin, dy * block.cos - dx * block.sin
        covered = (along > 0) & (along < block.width) & (down > 0) & (down < block.height)
        return np.bincount(self._kind[first:last][covered], minlength=len(self.kinds))


def union(boxes: Sequence[Box]) -> Box:
    """Return the least box that holds all `boxes`."""
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def overlap(a: Box, b: Box) -> bool:
    """Tell whether two upright boxes overlap."""
    return a.x0 < b.x1 and a.x1 > b.x0 and a.y0 < b.y1 and a.y1 > b.y0


def _sampled(line: Sequence[Point], spacing: float) -> Iterable[Point]:
    if len(line) == 1:
        yield line[0]
    for (x0, y0), (x1, y1) in pairwise(line):
        steps = max(1, round(math.hypot(x1 - x0, y1 - y0) / spacing))
        for step in range(steps):
            yield (x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps)
