"""Dates in the notation of TIMEX3 (TimeML 1.2.1), as WikiWars uses it: BC0264, 19, 193, 1943, 1943-SP, 1943-06-09."""

from __future__ import annotations

from dossier.extract.dates.reckoning import week_number
from dossier.model.dates import Instant, Precision

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2"}


def timex(date: Instant) -> str:
    """Return the TIMEX3 value of a date of a day, month, season, half, quarter or year."""
    year = _year(date.year)
    match date.precision:
        case Precision.SEASON:
            return f"{year}-{_SEASONS[date.month or 0]}"
        case Precision.MONTH:
            return f"{year}-{date.month:02d}"
        case Precision.DAY:
            return f"{year}-{date.month:02d}-{date.day:02d}"
        case _:
            return year


def timex_of_week(day: Instant) -> str:
    """Return the TIMEX3 value of the week that a day lies in."""
    year, week = week_number(day)
    return f"{_year(year)}-W{week:02d}"


def timex_of_period(years: int, number: int, *, before_christ: bool) -> str:
    """Return the TIMEX3 value of a period of 10 or 100 `years`: 193 for the 1930s, 18 for the nineteenth century."""
    return ("BC" if before_christ else "") + (f"{number:03d}" if years == 10 else f"{number:02d}")


def _year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"
