"""The marks: a dot for a day, a lens for what is vague, a bar for what lasts, an arrowhead for what is only "after".

Solid is what was done; outlined is what was planned. `unit` is points for a point at page size.
"""

from __future__ import annotations

import math
from typing import Literal

from dossier.exhibits.canvas import Canvas, Point
from dossier.model.dossier import Status

DOT = 2.7
"""Radius of a dot, points at page size."""
LENS = 3.8
"""Half the width of a lens."""
BAR = 2.0
"""Half the width of a bar."""
SHORTEST = 12.0
"""Length of the shortest lens: vagueness that is smaller than this does not show to scale."""
SHORTEST_BAR = 5.0
"""Length of the shortest bar: a week does not show on an axis of centuries."""
ENDLESS = 14.0
"""Length over which a bar whose end is not known runs out."""
_STROKE = 0.9
_STEPS = 12
_FADING = (("accent-3", 1.0), ("accent-2", 0.7), ("accent", 0.4))
"""The tints of a lens from the outside inwards, and how long each is."""


def dot(canvas: Canvas, x: float, y: float, status: Status, unit: float) -> None:
    """Draw the mark of an exact day. The ring of paper keeps two days that are close from running together."""
    if status == "done":
        canvas.disc(x, y, DOT * unit, fill="accent", stroke="paper", width=0.7 * unit)
    else:
        canvas.disc(x, y, DOT * unit, fill="paper", stroke="accent", width=_STROKE * unit)


def lens(canvas: Canvas, x: float, top: float, middle: float, bottom: float, status: Status, unit: float) -> None:
    """Draw the mark of a vague date: strongest in the middle, and without ends."""
    short = max(SHORTEST * unit - (bottom - top), 0.0) / 2
    above, below = middle - top + short, bottom - middle + short
    for fill, share in _FADING if status == "done" else ():
        ys = (middle - above * share, middle, middle, middle + below * share)
        canvas.area(_outline(x, ys, LENS * (0.35 + 0.65 * share) * unit), fill=fill)
    if status == "planned":
        ys = (middle - above, middle, middle, middle + below)
        canvas.area(_outline(x, ys, LENS * unit), fill="paper", stroke="accent", width=_STROKE * unit)


def bar(canvas: Canvas, x: float, ys: tuple[float, float, float, float], status: Status, unit: float) -> None:
    """Draw the mark of what lasts: blunt at an end that is known to the day, running out over an end that is not."""
    short = max(SHORTEST_BAR * unit - (ys[3] - ys[0]), 0.0)
    outline = _outline(x, (ys[0], ys[1], ys[2] + short, ys[3] + short), BAR * unit)
    if status == "planned":
        canvas.area(outline, fill="paper", stroke="accent", width=_STROKE * unit)
    else:
        canvas.area(outline, fill="accent", stroke="paper", width=0.7 * unit)


def _outline(x: float, ys: tuple[float, float, float, float], half: float) -> list[Point]:
    """Return a shape that swells from nothing at the first y to its full width at the second, and back to the last."""
    top, full, until, bottom = ys
    steps = [step / _STEPS for step in range(_STEPS + 1)]
    widths = [(top + (full - top) * share, _ease(share)) for share in (steps if full > top else [1.0])]
    widths += [(until + (bottom - until) * share, _ease(1 - share)) for share in (steps if bottom > until else [0.0])]
    right = [(x + half * width, y) for y, width in widths]
    left = [(x - half * width, y) for y, width in reversed(widths)]
    return right + left


def _ease(share: float) -> float:
    return (1 - math.cos(math.pi * share)) / 2


def arrowhead(
    canvas: Canvas, x: float, y: float, towards: Literal["down", "right"], status: Status, unit: float, *, echo: bool
) -> None:
    """Draw the mark of an event that is only known to follow: the head of the arrow that leads to it, about (x, y)."""
    long, wide = 2.8 * unit, 2.7 * unit
    if towards == "right":
        corners = [(x + long, y), (x - long, y - wide), (x - long, y + wide)]
    else:
        corners = [(x, y + long), (x - wide, y - long), (x + wide, y - long)]
    if echo:
        canvas.area(corners, fill="grey-2")
    else:
        _solid_or_outlined(canvas, corners, status, unit)


def square(canvas: Canvas, x: float, y: float, status: Status, unit: float) -> None:
    """Draw the mark of an event without a date or an order."""
    half = 2.3 * unit
    corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
    _solid_or_outlined(canvas, corners, status, unit)


def echo(canvas: Canvas, x: float, y: float, unit: float) -> None:
    """Draw the mark of an event that is repeated from elsewhere."""
    canvas.disc(x, y, 1.6 * unit, fill="grey-2")


def _solid_or_outlined(canvas: Canvas, corners: list[Point], status: Status, unit: float) -> None:
    if status == "done":
        canvas.area(corners, fill="accent")
    else:
        canvas.area(corners, fill="paper", stroke="accent", width=_STROKE * unit)
