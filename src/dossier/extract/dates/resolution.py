"""What phrases mean once the date that they point from is known. Nothing here depends on the text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal

from dossier.extract.dates.discourse import Anchor
from dossier.extract.dates.phrases import Calendar, Deictic, Period, Unit
from dossier.extract.dates.reckoning import days_on, instant, monday_of, month_of, months_on, weekday_of
from dossier.extract.dates.timex import timex, timex_of_period, timex_of_week
from dossier.model.dates import Instant, Precision, Span

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10, "century": 100}

# Before Britain's change of the calendar an English text may count days of the week in the Julian one.
_FIRST_SURE_WEEKDAY = 1753


class Basis(Enum):
    """How a date was found, and the share of such dates that is right.

    Measured on the eleven articles of bench/wikiwars.py, AHEAD apart, which does not occur there: a year taken from
    further on in the text.
    """

    WRITTEN = 0.99
    YEAR = 0.985
    CARRIED = 0.98
    POINTED = 0.93
    COUNTED = 0.9
    AHEAD = 0.5


@dataclass(frozen=True, slots=True)
class Resolution:
    """A date that is known. `anchor` is where the date stands that it was counted or filled in from."""

    value: Instant | Span
    timex: str
    basis: Basis
    anchor: int | None = None


def pointed_at(phrase: Deictic, anchor: Anchor) -> Resolution | None:
    """Return what a phrase points at from a date."""
    value, start, target = anchor.value, anchor.setting.start, phrase.target
    found: Instant | None
    match target:
        case Calendar():
            found = _nearby(target, phrase.step, value)
        case "week":
            return week(days_on(monday_of(value), 7 * phrase.step), Basis.POINTED, start)
        case "decade" | "century":
            return _period_of(value, phrase.step, target, start)
        case _:
            found = _moved(value, phrase.step, target)
    if not found:
        return None
    found = replace(found, part=phrase.part)
    return Resolution(found, timex(found) + phrase.time, Basis.POINTED, start)


def _nearby(target: Calendar, step: int, start: Instant) -> Instant | None:
    """Return the month, season or weekday that `step` points at from a date: of its year, or the nearest outside it."""
    if target.weekday is not None:
        ahead = (target.weekday - weekday_of(start)) % 7
        days = {1: ahead or 7, -1: ahead - 7}.get(step)
        return days_on(start, days) if days and start.year >= _FIRST_SURE_WEEKDAY else None
    wanted = instant(start.year, target.month, target.day, target.season)
    if not wanted or not step:
        return wanted
    here, there = (month_of(start), start.day or 0 if target.day else 0), (month_of(wanted), target.day or 0)
    outside = there > here if step > 0 else there < here
    return wanted if start.month and outside else instant(start.year + step, target.month, target.day, target.season)


def week(first: Instant, basis: Basis, anchor: int | None) -> Resolution:
    """Return the seven days from a first one, roughly, under the name of the week that their middle lies in."""
    span = Span(replace(first, approximate=True), replace(days_on(first, 6), approximate=True))
    return Resolution(span, timex_of_week(days_on(first, 3)), basis, anchor)


def _period_of(date: Instant, step: int, unit: Literal["decade", "century"], start: int) -> Resolution | None:
    if date.year <= 0:
        return None
    number = date.year // _YEARS[unit] + step
    return replace(period(Period(unit, number + (unit == "century"))), basis=Basis.POINTED, anchor=start)


def counted(start: Instant, amount: int, unit: Unit, anchor: int | None) -> Resolution | None:
    """Return what lies a number of units from a date. Weeks are rarely meant to the day."""
    found = _moved(start, amount, unit)
    if not found:
        return None
    found = replace(found, approximate=found.approximate or unit in ("week", "fortnight"))
    return Resolution(found, timex(found), Basis.COUNTED, anchor)


def _moved(start: Instant, amount: int, unit: Unit) -> Instant | None:
    if unit in _DAYS:
        return days_on(start, amount * _DAYS[unit]) if start.precision is Precision.DAY else None
    if unit == "month":
        return months_on(start, amount) if month_of(start) else None
    return instant(start.year + amount * _YEARS[unit]) if unit in _YEARS else None


def period(phrase: Period) -> Resolution:
    """Return a decade or century. Those of EDTF begin with a year 0; before Christ that is the last one of a ten."""
    years, before_christ = _YEARS[phrase.unit], phrase.era == "BC"
    count = phrase.number - 1 if phrase.unit == "century" else phrase.number
    name = timex_of_period(years, count, before_christ=before_christ)
    if before_christ:
        # 499 to 490 BC are the years -498 to -489, which no decade of EDTF is; the ninth century BC is -08XX.
        last = -count * years if years == 100 else 1 - count * years
        value: Instant | Span = Span(Instant(last - years + 1), Instant(last))
        if years == 100 and count:
            value = Instant(last, precision=Precision.CENTURY, part=phrase.part)
    else:
        precision = Precision.DECADE if years == 10 else Precision.CENTURY
        value = Instant(count * years, precision=precision, part=phrase.part)
    return Resolution(value, name, Basis.WRITTEN)
