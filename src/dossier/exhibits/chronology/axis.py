"""The time axis: days to points, to one scale, or in stretches of which a dense one is visibly enlarged."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_ISOLATED = 0.7
"""How long the empty time on both sides of a dense run is, at least, in terms of the run, for it to be enlarged."""
_SMALL = 0.3
"""The largest part of a stretch that may be enlarged."""
_MANY = 0.2
"""The smallest part of all times for which that is done."""
_LARGER = 3.0
"""The least enlargement that is worth a change of scale."""
_DEEPEST = 3

Period = tuple[float, float]
"""A beginning and an end, days."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis that is to one scale: days, and points from the axis's top. `level` counts enlargements."""

    start: float
    end: float
    top: float
    bottom: float
    level: int

    @property
    def scale(self) -> float:
        """Points for a day."""
        return (self.bottom - self.top) / (self.end - self.start)

    def y(self, time: float) -> float:
        """Return the place of a time within the stretch."""
        return self.top + (time - self.start) * self.scale


@dataclass(frozen=True, slots=True)
class Axis:
    """Stretches from top to bottom that follow each other in time without a gap."""

    stretches: tuple[Stretch, ...]

    def y(self, time: float) -> float:
        """Return the place of a time, points from the axis's top; times beyond an end are put at the end."""
        for stretch in self.stretches:
            if time <= stretch.end:
                return stretch.y(max(time, stretch.start))
        return self.stretches[-1].bottom


def divide(
    days: Iterable[int], number: int, period: Period, whole: Period, height: float, *, apart: float, gap: float
) -> Axis:
    """Return an axis `height` points long over the `whole`, on which `days` can be told from each other.

    `period` is what marks stand in; the rest of the whole only rounds it, and is left off beyond an enlarged end.

    Where one scale does not keep two of them `apart` points from each other, a dense run that stands alone is
    enlarged and set off by `gap` points. How much room it is given depends on its part of all the `number` events.
    """
    parts = _Division(number, apart).parts(sorted({day + 0.5 for day in days}), *whole, height, 0)
    parts = [part for part in parts if part[0] < period[1] and part[1] > period[0]] if len(parts) > 1 else parts
    shrink = (height - gap * (len(parts) - 1)) / sum(part[2] for part in parts)
    stretches: list[Stretch] = []
    top = 0.0
    for first, last, length, level in parts:
        stretches.append(Stretch(first, last, top, top + length * shrink, level))
        top += length * shrink + gap
    return Axis(tuple(stretches))


@dataclass(frozen=True, slots=True)
class _Division:
    number: int
    apart: float

    def parts(
        self, times: list[float], start: float, end: float, height: float, level: int
    ) -> list[tuple[float, float, float, int]]:
        """Return stretches as start, end, height and level."""
        run = self._dense_run(times, end - start, height) if level < _DEEPEST else None
        if run is None:
            return [(start, end, height, level)]
        first, last = run
        opens, closes = _enlarged(times, first, last, start, end)
        enlarged = height * self._share(last + 1 - first)
        rest = (height - enlarged) / max((opens - start) + (end - closes), 1.0)
        before, inside, after = times[:first], times[first : last + 1], times[last + 1 :]
        return [
            *(self.parts(before, start, opens, (opens - start) * rest, level) if opens > start else ()),
            *self.parts(inside, opens, closes, enlarged, level + 1),
            *(self.parts(after, closes, end, (end - closes) * rest, level) if closes < end else ()),
        ]

    def _dense_run(self, times: list[float], span: float, height: float) -> tuple[int, int] | None:
        """Return the first and last index of the run to enlarge; None if nothing is dense or no dense run stands alone.

        The best run is one that is not dense any more when it is enlarged, then the one that takes in most of what is.
        """
        steps = [after - before for before, after in pairwise(times)]
        fewest = max(2, math.ceil(self.number * _MANY))
        best, merit = None, (False, 0, 0.0)
        for first in range(len(times)):
            for last in range(first + fewest - 1, len(times)):
                length = times[last] - times[first]
                dense = sum(step * height < self.apart * span for step in steps[first:last])
                isolation = min(_gap(times, first), _gap(times, last + 1)) / length
                if length > _SMALL * span or not dense or isolation < _ISOLATED:
                    continue
                enlarged = height * self._share(last + 1 - first) / (1.3 * length)
                clear = min(steps[first:last]) * enlarged >= self.apart
                if (clear, dense, isolation) > merit and enlarged >= _LARGER * height / span:
                    best, merit = (first, last), (clear, dense, isolation)
        return best

    def _share(self, inside: int) -> float:
        """Return the part of the height that an enlarged run is given, by how many of the events are in it."""
        return min(max(0.7 * inside / self.number, 0.2), 0.7)


def _gap(times: list[float], index: int) -> float:
    """Return the time between a time and the one before; infinite at both ends."""
    return times[index] - times[index - 1] if 0 < index < len(times) else math.inf


def _enlarged(times: list[float], first: int, last: int, start: float, end: float) -> tuple[float, float]:
    """Return from when to when the run is enlarged: whole days, with a margin that keeps off its neighbours."""
    margin = 0.15 * (times[last] - times[first])
    opens = math.floor(times[first] - min(margin, _gap(times, first) / 2))
    closes = math.ceil(times[last] + min(margin, _gap(times, last + 1) / 2))
    return (
        start if first == 0 and opens - start < 2 * margin else max(float(opens), start),
        end if last == len(times) - 1 and end - closes < 2 * margin else min(float(closes), end),
    )
