"""A key: signs with their words, one after the other in lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier.exhibits.canvas import Box, Canvas
from dossier.exhibits.measure import Measure
from dossier.exhibits.plate import Plate
from dossier.model.dossier import Status
from dossier.model.exhibit import LabelStyle

_HALF = 4.0
"""Half the width of a sign, points at page size."""
_WORDS = 14.0
"""From the left end of a sign to its words."""
_BETWEEN = 16.0
_LINE = 13.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and its words. `paint` draws it about a point, 8 times `unit` wide."""

    words: str
    paint: Callable[[Canvas, float, float, float], None]


@dataclass(frozen=True, slots=True)
class Key:
    """Signs with the middle of each, points from the top left."""

    places: tuple[tuple[Sign, float, float], ...]
    style: LabelStyle
    unit: float
    height: float


def lay_key(signs: Sequence[Sign], style: LabelStyle, width: float, unit: float, measure: Measure) -> Key:
    """Return the key in as few lines of `width` points as it needs, which are as even as can be."""
    rooms = [_WORDS * unit + measure.width(sign.words, style) for sign in signs]
    between = _BETWEEN * unit
    lines = _lines(rooms, width, between)
    runs = (_length(rooms[first:last], between) for first, last in combinations(range(len(rooms) + 1), 2))
    even = (run for run in sorted(runs) if run <= width and len(_lines(rooms, run, between)) == len(lines))
    lines = _lines(rooms, next(even, width), between)
    places: list[tuple[Sign, float, float]] = []
    rest = iter(signs)
    for number, line in enumerate(lines):
        x, y = 0.0, (number + 0.5) * _LINE * unit
        for room, sign in zip(line, rest, strict=False):
            places.append((sign, x + _HALF * unit, y))
            x += room + between
    return Key(tuple(places), style, unit, len(lines) * _LINE * unit)


def _lines(rooms: Sequence[float], width: float, between: float) -> list[list[float]]:
    """Return what stands in each line where every line is filled before the next."""
    lines: list[list[float]] = []
    for room in rooms:
        if lines and _length([*lines[-1], room], between) <= width:
            lines[-1].append(room)
        else:
            lines.append([room])
    return lines


def _length(rooms: Sequence[float], between: float) -> float:
    return sum(rooms) + between * (len(rooms) - 1)


def paint_key(plate: Plate, key: Key, left: float, top: float) -> None:
    """Draw the key with its top left at (left, top)."""
    for sign, x, y in key.places:
        sign.paint(plate.canvas, left + x, top + y, key.unit)
        words_x = left + x + (_WORDS - _HALF) * key.unit
        plate.words(sign.words, words_x, top + y + 0.35 * key.style.size, key.style)


def paint_status(canvas: Canvas, x: float, y: float, unit: float, *, status: Status) -> None:
    """Draw the sign that tells what was done, solid, from what was planned, outlined."""
    box = Box(x - 4 * unit, y - 2.5 * unit, x + 4 * unit, y + 2.5 * unit)
    if status == "done":
        canvas.rect(box, fill="accent")
    else:
        canvas.rect(box, fill="paper", stroke="accent", width=0.9 * unit)
