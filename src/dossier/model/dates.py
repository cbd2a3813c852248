"""Dates as sources give them: an EDTF value (ISO 8601-2:2019, levels 0 to 2 in part), or only an order.

"Mid-1942" stays what it is: EDTF has no middle of a year, so a part of a period is kept beside the value. What is
vague is never made exact: every value knows its earliest and its latest day and how it may be marked on a time axis.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Day = tuple[int, int, int]
"""Year (astronomical: 0 is 1 BC), month, day, in the proleptic Gregorian calendar."""

Part = Literal["early", "mid", "late"]
Mark = Literal["exact", "approximate", "interval", "order", "undated"]


class Precision(StrEnum):
    """The finest unit that a date names."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


# ISO 8601-2:2019, 4.8: sub-year groupings as (first month, last month). Seasons without a hemisphere are not
# calendar quarters: winter ends in the year after the one it is named for.
_GROUPINGS: dict[int, tuple[int, int]] = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),
    29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip

_DATE = re.compile(
    r"(?P<year>Y?-?\d{4,9}|-?\d{3}X|-?\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<qualifier>[?~%]?)"
)


@dataclass(frozen=True, slots=True)
class Instant:
    """A single date of some precision. `month` holds an EDTF grouping (21 to 41) where the precision is a season."""

    year: int
    month: int | None = None
    day: int | None = None
    precision: Precision = Precision.YEAR
    uncertain: bool = False
    approximate: bool = False
    part: Part | None = None

    @property
    def edtf(self) -> str:
        """The value in EDTF; a part of a period is not in it."""
        sign = "-" if self.year < 0 else ""
        match self.precision:
            case Precision.CENTURY:
                date = f"{sign}{abs(self.year) // 100:02d}XX"
            case Precision.DECADE:
                date = f"{sign}{abs(self.year) // 10:03d}X"
            case _:
                year = f"{abs(self.year):04d}"
                date = f"{'Y' if len(year) > 4 else ''}{sign}{year}"
        if self.month is not None:
            date += f"-{self.month:02d}"
        if self.day is not None:
            date += f"-{self.day:02d}"
        return date + {(True, True): "%", (True, False): "?", (False, True): "~"}.get(
            (self.uncertain, self.approximate), ""
        )

    @property
    def earliest(self) -> Day:
        """The first day that the date can mean, approximation and part apart."""
        return self._bounds()[0]

    @property
    def latest(self) -> Day:
        """The last day that the date can mean, approximation and part apart."""
        return self._bounds()[1]

    def _bounds(self) -> tuple[Day, Day]:
        match self.precision:
            case Precision.CENTURY | Precision.DECADE:
                width = 99 if self.precision is Precision.CENTURY else 9
                first, last = (self.year, self.year + width) if self.year >= 0 else (self.year - width, self.year)
                return (first, 1, 1), (last, 12, 31)
            case Precision.YEAR:
                return (self.year, 1, 1), (self.year, 12, 31)
            case Precision.SEASON:
                start, end = _GROUPINGS[self.month or 0]
                return (self.year, start, 1), _month_end(self.year + (end - 1) // 12, (end - 1) % 12 + 1)
            case Precision.MONTH:
                return (self.year, self.month or 1, 1), _month_end(self.year, self.month or 1)
            case Precision.DAY:
                exact = (self.year, self.month or 1, self.day or 1)
                return exact, exact


@dataclass(frozen=True, slots=True)
class Span:
    """From one date to another. None is an end that the source leaves open or does not know."""

    start: Instant | None
    end: Instant | None
    open_start: bool = False
    open_end: bool = False

    @property
    def edtf(self) -> str:
        """The value in EDTF: ".." for an open end, nothing for one not known."""
        start = self.start.edtf if self.start else ".." if self.open_start else ""
        end = self.end.edtf if self.end else ".." if self.open_end else ""
        return f"{start}/{end}"

    @property
    def earliest(self) -> Day | None:
        """The first day that the span can mean; None where it has no known start."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> Day | None:
        """The last day that the span can mean; None where it has no known end."""
        return self.end.latest if self.end else None


@dataclass(frozen=True, slots=True)
class Order:
    """A place in the order of events and nothing more: after one event, before another, or both."""

    after: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Undated:
    """Neither a date nor an order: no source says when, and the order of sentences is no order of events."""


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """When something happened, with the source's own words for it; without words where it is undated."""

    value: Instant | Span | Order | Undated
    words: str

    @property
    def mark(self) -> Mark:
        """The kind of mark that may stand for this date on a time axis."""
        match self.value:
            case Order():
                return "order"
            case Undated():
                return "undated"
            case Span():
                return "interval"
            case Instant(approximate=False, uncertain=False, part=None, precision=Precision.DAY):
                return "exact"
            case _:
                return "approximate"

    @property
    def edtf(self) -> str | None:
        """The EDTF value; None for a mere order, which EDTF cannot say, and for the undated."""
        return None if isinstance(self.value, Order | Undated) else self.value.edtf

    @property
    def earliest(self) -> Day | None:
        """The first possible day; None where there is none."""
        return None if isinstance(self.value, Order | Undated) else self.value.earliest

    @property
    def latest(self) -> Day | None:
        """The last possible day; None where there is none."""
        return None if isinstance(self.value, Order | Undated) else self.value.latest


def parse_edtf(edtf: str, part: Part | None = None) -> Instant | Span:
    """Parse an EDTF date or interval.

    Raises ValueError, with a sentence for people, where it is not EDTF (of the kinds above) or no such day exists.
    """
    start, slash, end = edtf.strip().partition("/")
    if not slash:
        return _parse_instant(start, part)
    if part:
        raise ValueError(f"an interval has no {part} part: {edtf!r}")
    first, last = (None if side in ("", "..") else _parse_instant(side, None) for side in (start, end))
    if first is None and last is None:
        raise ValueError(f"an interval needs at least one date: {edtf!r}")
    if first and last and first.earliest > last.latest:
        raise ValueError(f"the interval ends before it starts: {edtf!r}")
    return Span(first, last, open_start=start == "..", open_end=end == "..")


def _parse_instant(edtf: str, part: Part | None) -> Instant:
    match = _DATE.fullmatch(edtf)
    if not match:
        raise ValueError(f"not an EDTF date: {edtf!r}")
    digits, qualifier = match["year"].removeprefix("Y"), match["qualifier"]
    month, day = (int(match[name]) if match[name] else None for name in ("month", "day"))
    if digits.endswith("X"):
        if month:
            raise ValueError(f"a decade or century has no month: {edtf!r}")
        precision = Precision.CENTURY if digits.endswith("XX") else Precision.DECADE
        if digits.startswith("-") and not digits.strip("-0X"):
            raise ValueError(f"what is around the year 0 is written as an interval: {edtf!r}")
    else:
        precision = _precision(edtf, int(digits), month, day)
    return Instant(
        int(digits.replace("X", "0")), month, day, precision,
        uncertain=qualifier in ("?", "%"), approximate=qualifier in ("~", "%"), part=part,
    )  # fmt: skip


def _precision(edtf: str, year: int, month: int | None, day: int | None) -> Precision:
    if month is None:
        return Precision.YEAR
    if month in _GROUPINGS and day is None:
        return Precision.SEASON
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}: {edtf!r}")
    if day is None:
        return Precision.MONTH
    if not 1 <= day <= _month_end(year, month)[2]:
        raise ValueError(f"there is no day {day} in {calendar.month_name[month]} {year}: {edtf!r}")
    return Precision.DAY


def _month_end(year: int, month: int) -> Day:
    # calendar.monthrange refuses years before 1; the Gregorian calendar repeats every 400 years.
    return year, month, calendar.monthrange(year % 400 + 2000, month)[1]
