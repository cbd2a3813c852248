"""Text beside its mark: which side of the axis it stands on, and how far it moves so that no two texts touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.exhibits.canvas import Box
from dossier.exhibits.chronology.blocks import Type
from dossier.exhibits.chronology.events import ChronologyWords, TimelineEvent
from dossier.exhibits.measure import Measure

Side = Literal["left", "right"]

_GUTTER = 24.0
"""Between a column of text and the ruler: the room in which leaders fan out, points at page size."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The places across a figure, points: two columns of text and the ruler between them."""

    width: float
    text: float
    ruler: Box

    def x(self, side: Side) -> float:
        """Return the left end of the column of text."""
        return 0.0 if side == "left" else self.width - self.text


def lay_columns(
    events: Sequence[TimelineEvent], width: float, words: ChronologyWords, type: Type, measure: Measure
) -> Columns:
    """Return the columns of a figure; the ruler is as wide as the names of months and years on it need."""
    days = [day for event in events for day in (event.date.earliest, event.date.latest) if day]
    years = [measure.width(words.year(year), type.year) for year, _, _ in days]
    months = [measure.width(name, type.period) for name in words.months]
    ruler = max(years + months) + 15 * type.scale
    text = (width - ruler) / 2 - _GUTTER * type.scale
    return Columns(width, text, Box((width - ruler) / 2, 0, (width + ruler) / 2, 0))


def sides(wanted: Sequence[float], heights: Sequence[float]) -> tuple[Side, ...]:
    """Return a side for each text, from top to bottom: where it has to move less, else by turns.

    Of two that will stand beside each other the earlier is on the left: it is read first.
    """
    free: dict[Side, float] = {"left": 0.0, "right": 0.0}
    chosen: list[Side] = []
    for index, (y, height) in enumerate(zip(wanted, heights, strict=True)):
        beside = index + 1 < len(wanted) and wanted[index + 1] < y + height
        avoided: Side = "right" if beside else chosen[-1] if chosen else "right"
        side = min(free, key=lambda side: (max(free[side] - y, 0.0), side == avoided))
        chosen.append(side)
        free[side] = max(free[side], y) + height
    return tuple(chosen)


def spread(wanted: Sequence[float], heights: Sequence[float], bottom: float) -> tuple[float, ...]:
    """Return the top of each text: in the given order, none over another, all above `bottom` if there is room.

    The sum of the squared distances from `wanted` is the smallest possible (isotonic regression by pooling adjacent
    violators: Barlow et al., Statistical Inference under Order Restrictions, 1972).
    """
    above = [sum(heights[:index]) for index in range(len(heights))]
    room = max(bottom - sum(heights), 0.0)
    pools: list[tuple[float, int]] = []
    for y, offset in zip(wanted, above, strict=True):
        mean, size = y - offset, 1
        while pools and pools[-1][0] >= mean:
            before, members = pools.pop()
            mean, size = (before * members + mean * size) / (members + size), size + members
        pools.append((mean, size))
    shifts = [mean for mean, size in pools for _ in range(size)]
    return tuple(offset + min(max(shift, 0.0), room) for offset, shift in zip(above, shifts, strict=True))
