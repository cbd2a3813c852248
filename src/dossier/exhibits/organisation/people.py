"""People as squares: as many as there were, or one for so many; the part that is uncertain is paler."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dossier.exhibits.canvas import Canvas, Point
from dossier.model.dossier import Status
from dossier.model.strength import Strength

IN_ROW = 10
"""Squares that stand in a row, to be counted at a glance."""
_SIDE = 0.74
"""The side of a square in terms of the distance between squares."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A square that stands for `people`. `pitch` is from one square to the next, `stroke` its outline, both points."""

    people: int
    pitch: float
    stroke: float

    @property
    def side(self) -> float:
        """The side of a square, points."""
        return self.pitch * _SIDE

    def rows(self, strength: Strength, in_row: int) -> int:
        """Return how many rows one of the groups of `strength` takes."""
        return math.ceil(strength.high / self.people / in_row)


def people_per_symbol(strengths: list[Strength], most: int) -> int:
    """Return 1, 10, 100 …: the smallest number of people for a square with which no group has more than `most`."""
    largest = max((strength.high for strength in strengths), default=1)
    people = 1
    while largest / people > most:
        people *= 10
    return people


def paint_people(
    canvas: Canvas, strength: Strength, status: Status, x: float, y: float, in_row: int, symbol: Symbol, *, across: bool
) -> None:
    """Draw one group of `strength` with its top left at (x, y), `in_row` squares in a row; or, `across`, in a column.

    A square that stands for more people than are left is as much narrower.
    """
    low, high = strength.low / symbol.people, strength.high / symbol.people
    solid = status == "done"
    inset = 0.0 if solid else symbol.stroke / 2
    firm: list[list[Point]] = []
    pale: list[list[Point]] = []
    for index in range(math.ceil(high)):
        line, place = divmod(index, in_row)
        left, top = (line, place) if across else (place, line)
        corner = (x + left * symbol.pitch, y + top * symbol.pitch)
        parts = ((firm, 0.0, low - index), (pale, max(low - index, 0.0), high - index))
        for squares, start, end in parts:
            if (until := min(end, 1.0)) > start:
                squares.append(_square(corner, start * symbol.side, until * symbol.side, symbol.side, inset))
    for squares, colour in ((pale, "accent-2"), (firm, "accent")):
        if squares:
            canvas.area(
                *squares,
                fill=colour if solid else "paper",
                stroke=None if solid else colour,
                width=0.0 if solid else symbol.stroke,
            )


def _square(corner: Point, start: float, end: float, side: float, inset: float) -> list[Point]:
    left, right = corner[0] + start + inset, corner[0] + max(end, start + 3 * inset) - inset
    top, bottom = corner[1] + inset, corner[1] + side - inset
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
