"""A key: signs with their words, one after the other in lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
    """Return the key in lines of `width` points."""
    places: list[tuple[Sign, float, float]] = []
    x, y = 0.0, _LINE / 2 * unit
    for sign in signs:
        room = _WORDS * unit + measure.width(sign.words, style)
        if x and x + room > width:
            x, y = 0.0, y + _LINE * unit
        places.append((sign, x + _HALF * unit, y))
        x += room + _BETWEEN * unit
    return Key(tuple(places), style, unit, y + _LINE / 2 * unit if places else 0.0)


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
