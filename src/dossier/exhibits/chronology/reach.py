"""Where a date stands on a time axis: from when to when, and where it fades because the source is vague."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from dossier.model.dates import Day, HistoricalDate, Instant, Part, Precision, Span

# Of a period, the part in which a mark may stand: wider than a third, so that "mid-1942" does not read as four months.
_PARTS: dict[Part, tuple[float, float, float]] = {
    "early": (0.0, 1 / 6, 0.45),
    "mid": (0.2, 0.5, 0.8),
    "late": (0.55, 5 / 6, 1.0),
}


@dataclass(frozen=True, slots=True)
class Reach:
    """The stretch of time that a mark covers, in days. It is firm from `start` to `end` and fades outwards from there.

    `first` and `last` bound the whole period that the date names: the year of "mid-1942". An open side has no known
    end: its mark runs out of the firm part without one.
    """

    fade_in: float
    start: float
    end: float
    fade_out: float
    first: float
    last: float
    open_start: bool = False
    open_end: bool = False

    @property
    def at(self) -> float:
        """The time at which the mark is named: the middle of what is vague, the beginning of what lasts."""
        return (self.fade_in + self.start) / 2 if self.start < self.end else self.start


def day_number(day: Day) -> int:
    """Return the days since 31 December of year 0, as `datetime` counts them, for years before 1 and after 9999 too."""
    year, month, number = day
    # The Gregorian calendar repeats after 400 years, which have 146 097 days.
    return datetime.date(year % 400 + 400, month, number).toordinal() + (year // 400 - 1) * 146_097


def calendar_day(number: int) -> Day:
    """Return the day that `day_number` gives `number` for."""
    cycle, rest = divmod(number - 1, 146_097)
    date = datetime.date.fromordinal(rest + 1)
    return date.year + cycle * 400, date.month, date.day


def reach(date: HistoricalDate) -> Reach:
    """Return the stretch of time that `date` covers; raises ValueError for an order and the undated, who have none."""
    if isinstance(date.value, Instant):
        return _instant(date.value)
    if isinstance(date.value, Span):
        return _span(date.value)
    raise ValueError(f"there is no place on a time axis for {date.words!r}")


def _instant(date: Instant) -> Reach:
    first, last = float(day_number(date.earliest)), float(day_number(date.latest) + 1)
    if date.precision is Precision.DAY and not (date.approximate or date.uncertain or date.part):
        noon = first + 0.5
        return Reach(noon, noon, noon, noon, noon, noon)
    length = last - first
    if date.part:
        fade_in, middle, fade_out = (first + share * length for share in _PARTS[date.part])
    else:
        beyond = length / 2 if date.approximate else 0.0
        fade_in, middle, fade_out = first - beyond, (first + last) / 2, last + beyond
    return Reach(fade_in, middle, middle, fade_out, min(first, fade_in), max(last, fade_out))


def _span(span: Span) -> Reach:
    """Return a bar that is firm while the span lasts in any reading, and fades over an end that is not a day."""
    first, start = _end(span.start, sharp=0) if span.start else (None, None)
    end, last = _end(span.end, sharp=1) if span.end else (None, None)
    if start is None or first is None:
        first = start = end or 0.0
    if end is None or last is None:
        end = last = start
    if start > end:
        start = end = (start + end) / 2
    return Reach(first, start, end, last, first, last, open_start=span.start is None, open_end=span.end is None)


def _end(date: Instant, sharp: int) -> tuple[float, float]:
    """Return from when to when an end of a span may be; for a day, its beginning (`sharp` 0) or its end (1)."""
    first, last = day_number(date.earliest), day_number(date.latest) + 1
    if date.precision is Precision.DAY and not (date.approximate or date.uncertain):
        return float(first + sharp), float(first + sharp)
    beyond = (last - first) / 2 if date.approximate else 0.0
    return first - beyond, last + beyond
