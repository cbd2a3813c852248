"""Counting in calendars: days and months on, the next April, the week that a day lies in. All Gregorian."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta

from dossier.model.dates import Instant, Part, Precision

# The Gregorian calendar repeats after 400 years, so a year that datetime does not know is counted in one that it does.
_CYCLE = 400
_KNOWN = 2000

_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


def instant(
    year: int, month: int | None = None, day: int | None = None, season: int | None = None, part: Part | None = None
) -> Instant | None:
    """Return the date of these numbers; None where there is no such day. `season` is EDTF's code."""
    if season:
        return Instant(year, season, precision=Precision.SEASON, part=part)
    if month is None:
        return Instant(year, part=part)
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= days_in(year, month)):
        return None
    return Instant(year, month, day, Precision.DAY if day else Precision.MONTH, part=part)


def days_in(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return calendar.monthrange(year % _CYCLE + _KNOWN, month)[1]


def days_on(start: Instant, days: int) -> Instant:
    """Return the day that lies `days` after the day `start`, or before it where `days` is negative."""
    moved = _in_cycle(start) + timedelta(days)
    return replace(
        start, year=start.year + moved.year - _in_cycle(start).year, month=moved.month, day=moved.day, part=None
    )


def months_on(start: Instant, months: int) -> Instant:
    """Return the month that lies `months` after the month of `start`."""
    count = start.year * 12 + month_of(start) - 1 + months
    return Instant(count // 12, count % 12 + 1, precision=Precision.MONTH)


def month_of(date: Instant) -> int:
    """Return the month of a date, the first one of a season; 0 where it names neither."""
    return _SEASON_STARTS.get(date.month or 0, 0 if (date.month or 0) > 12 else date.month or 0)


def monday_of(day: Instant) -> Instant:
    """Return the Monday of the week of a day."""
    return days_on(day, -weekday_of(day))


def week_of_month(month: Instant, week: int) -> Instant:
    """Return the first day of a week of a month: 1, 8, 15 or 22; where `week` is negative, of its last seven."""
    day = 7 * week - 6 if week > 0 else days_in(month.year, month_of(month)) - 6
    return replace(month, day=day, precision=Precision.DAY, part=None)


def week_number(day: Instant) -> tuple[int, int]:
    """Return the year and the number of the week of a day, as ISO 8601 counts them."""
    here = _in_cycle(day)
    year, week, _ = here.isocalendar()
    return day.year + year - here.year, week


def weekday_of(day: Instant) -> int:
    """Return the day of the week, counted from Monday as 0."""
    return _in_cycle(day).weekday()


def _in_cycle(day: Instant) -> date:
    return date(day.year % _CYCLE + _KNOWN, day.month or 1, day.day or 1)
