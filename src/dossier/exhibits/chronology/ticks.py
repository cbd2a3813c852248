"""The ticks along a stretch of the axis, and the names of the days, months or years between them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Literal

from dossier.exhibits.chronology.axis import Stretch
from dossier.exhibits.chronology.reach import calendar_day, day_number

_YEAR = 365.2425
_MONTH = _YEAR / 12
_LEAST = 2.2
"""The least distance between two ticks, points."""
_CUT = 0.8
"""The part of its line that the name of a period needs at least where the stretch ends within the period."""

Unit = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at the beginning of a period and, where the period is named, its number and where that stands."""

    y: float
    unit: Unit
    number: int | None = None
    name_y: float = 0.0


@dataclass(frozen=True, slots=True)
class _Period:
    start: float
    end: float
    unit: Unit
    number: int
    named: bool


def ticks(stretch: Stretch, line: float, *, last: bool = True) -> tuple[Tick, ...]:
    """Return the ticks of a stretch; the name of a period takes `line` points and stands in the middle of it.

    Where the stretch begins within a year or month, these are named at its top; where the `last` ends within a
    period, that is named in the middle of what shows of it.
    """
    periods = [period for period in _periods(stretch, line) if stretch.start <= period.start <= stretch.end]
    found: list[Tick] = []
    free = stretch.top
    for unit, number in _opening(stretch, periods):
        if free + line <= stretch.bottom:
            found.append(Tick(stretch.top, unit, number, free + line / 2))
            free += line
    for period in periods:
        cut = last and period.end > stretch.end
        y, middle = stretch.y(period.start), stretch.y((period.start + (stretch.end if cut else period.end)) / 2)
        below = (_CUT if cut else 1.0) * line / 2
        # A period cut or crowded by the top of the stretch may be named a little below its middle.
        middle = max(middle, free + line / 2) if middle > free else middle
        named = period.named and free <= middle - line / 2 and middle + below <= stretch.bottom
        found.append(Tick(y, period.unit, period.number, middle) if named else Tick(y, period.unit))
        free = middle + line / 2 if named else free
    return tuple(found)


def _opening(stretch: Stretch, periods: list[_Period]) -> Iterator[tuple[Unit, int]]:
    """Yield the year in which a stretch begins, unless years are named in it, and the month where days are."""
    finest = periods[-1].unit if periods else "day"
    year, month, day = calendar_day(math.floor(stretch.start))
    if finest != "year" and (month, day) != (1, 1):
        yield "year", year
    if finest == "day" and month > 1:
        yield "month", month


def _periods(stretch: Stretch, line: float) -> Iterator[_Period]:
    """Yield periods as fine as there is room for, named as often as there is."""
    for step in (1, 5):
        if stretch.scale * step >= line:
            return _days(stretch, step)
    for step in (1, 3):
        if stretch.scale * _MONTH * step >= line:
            return _months(stretch, step)
    steps = (factor * 10**power for power in count() for factor in (1, 2, 5))
    step = next(step for step in steps if stretch.scale * _YEAR * step >= 1.7 * line)
    return _years(stretch, step)


def _days(stretch: Stretch, step: int) -> Iterator[_Period]:
    """Yield every day; the first of a month goes by the name of the month."""
    for number in range(math.ceil(stretch.start), math.floor(stretch.end) + 1):
        year, month, day = calendar_day(number)
        if day == 1:
            yield _Period(number, number + 1, *_month_name(year, month), named=True)
        elif stretch.scale >= _LEAST or day % step == 0:
            yield _Period(number, number + 1, "day", day, named=day % step == 0 and (step == 1 or day < 30))


def _months(stretch: Stretch, step: int) -> Iterator[_Period]:
    """Yield every month; January goes by the name of the year."""
    year, month, _ = calendar_day(math.floor(stretch.start))
    for index in range(year * 12 + month - 1, year * 12 + month + math.ceil((stretch.end - stretch.start) / 28)):
        first, following = ((*divmod(place, 12), 1) for place in (index, index + 1))
        start, end = (day_number((year, month + 1, day)) for year, month, day in (first, following))
        yield _Period(start, end, *_month_name(first[0], first[1] + 1), named=first[1] % step == 0)


def _years(stretch: Stretch, step: int) -> Iterator[_Period]:
    """Yield round years. Before the year 1 those are round that are in years BC."""
    finer = max(step // (2 if str(step)[0] == "2" else 5), 1)
    marked = finer if stretch.scale * _YEAR * finer >= _LEAST else step
    first, last = (calendar_day(math.floor(time))[0] for time in (stretch.start, stretch.end))
    for round_year in range(first - first % marked, last + 2, marked):
        year = round_year + 1 if round_year <= 0 and marked > 1 else round_year
        named = (round_year if marked > 1 else year if year > 0 else year - 1) % step == 0
        yield _Period(day_number((year, 1, 1)), day_number((year + 1, 1, 1)), "year", year, named)


def _month_name(year: int, month: int) -> tuple[Unit, int]:
    return ("year", year) if month == 1 else ("month", month)
