"""From what the words say to the date that is meant, as far as the text so far tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal

from dossier.extract.dates.discourse import Anchor, Discourse
from dossier.extract.dates.phrases import Calendar, Clock, Deictic, Echo, Era, Period, Phrase, Shift, Unit
from dossier.extract.dates.reckoning import days_on, instant, month_of, months_on, week_of, weekday_of
from dossier.extract.dates.setting import Setting
from dossier.extract.dates.timex import timex, timex_of_period
from dossier.model.dates import Instant, Precision, Span

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_NEEDED = {"day": Precision.DAY, "week": Precision.DAY, "fortnight": Precision.DAY, "month": Precision.MONTH}

# A smaller year without an era is of the last era that the text named.
_FIRST_WITHOUT_ERA = 1000

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


class Resolver:
    """Resolves the phrases of one text, in their order."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._last: Resolution | None = None
        self._era: Era | None = None

    def resolve(self, phrase: Phrase, setting: Setting) -> Resolution | None:
        """Return the date that a phrase means; None where the text does not tell."""
        match phrase:
            case Calendar():
                found = self._calendar(phrase, setting)
            case Period():
                found = _period(phrase)
            case Deictic() | Shift():
                found = self._pointed(phrase, setting)
            case Clock():
                found = self._clock(phrase, setting)
            case Echo():
                return self._last
        if found and isinstance(found.value, Instant) and _moves_on(phrase):
            explicit = isinstance(phrase, Calendar) and phrase.year is not None
            self._discourse.remember(found.value, setting, explicit=explicit)
        self._last = found
        return found

    def _calendar(self, date: Calendar, setting: Setting) -> Resolution | None:
        year, basis, anchor = self._year(date, setting)
        month = date.month
        if date.day and not month and anchor:
            month = month_of(anchor.value) or None
        if year is None or (not month and (date.day or date.weekday is not None)):
            return None
        found = instant(year, month, date.day, date.season, date.part)
        if not found:
            return None
        start = anchor.setting.start if anchor else None
        if date.week:
            return _week_of_month(found, date.week, start)
        return Resolution(found, timex(found) + date.time, basis, start)

    def _year(self, date: Calendar, setting: Setting) -> tuple[int | None, Basis, Anchor | None]:
        if date.of:
            anchor = self._discourse.anchor(Precision.YEAR, setting)
            return (anchor.value.year + date.of.step if anchor else None), Basis.POINTED, anchor
        if date.year is None or date.short:
            carried = None if setting.recurring else self._discourse.carried(date.month, setting)
            if not carried:
                return None, Basis.CARRIED, None
            year = carried.year if date.year is None else _nearest(date.year, carried.year)
            return year, Basis.AHEAD if carried.ahead else Basis.CARRIED, carried.anchor
        if date.doubtful and not self._era:
            return None, Basis.YEAR, None
        self._era = date.era or self._era
        era = date.era or (self._era if date.year < _FIRST_WITHOUT_ERA else None)
        basis = Basis.WRITTEN if date.month or date.season else Basis.YEAR
        return (1 - date.year if era == "BC" else date.year), basis, None

    def _pointed(self, phrase: Deictic | Shift, setting: Setting) -> Resolution | None:
        if phrase.told:
            return self._calendar(phrase.told, setting)
        if isinstance(phrase, Deictic):
            anchor = self._discourse.anchor(_needed(phrase.target), setting)
            return _at(phrase, anchor) if anchor else None
        if phrase.event or phrase.amount is None:
            return None
        if not phrase.base:
            anchor = self._discourse.anchor(_needed(phrase.unit), setting)
            return _counted(anchor.value, phrase.amount, phrase.unit, anchor.setting.start) if anchor else None
        start = self._calendar(phrase.base, setting)
        if not start or not isinstance(start.value, Instant):
            return None
        return _counted(start.value, phrase.amount, phrase.unit, start.anchor)

    def _clock(self, clock: Clock, setting: Setting) -> Resolution | None:
        if clock.on:
            day = self._calendar(clock.on, setting)
            return replace(day, timex=day.timex + clock.time) if day else None
        anchor = self._discourse.anchor(Precision.DAY, setting)
        if not anchor:
            return None
        return Resolution(anchor.value, timex(anchor.value) + clock.time, Basis.POINTED, anchor.setting.start)


def _moves_on(phrase: Phrase) -> bool:
    """Whether the text can go on from a date of this kind: not from a look back, nor from a mere time of the clock."""
    match phrase:
        case Deictic():
            return phrase.step >= 0
        case Shift():
            return (phrase.amount or 0) >= 0
        case _:
            return isinstance(phrase, Calendar | Clock)


def _nearest(digits: int, year: int) -> int:
    """Return the year with these last two digits that lies nearest to a year."""
    return min((year - year % 100 + digits + step for step in (-100, 0, 100)), key=lambda found: abs(found - year))


def _needed(target: Unit | Calendar) -> Precision:
    if isinstance(target, Calendar):
        return Precision.DAY if target.weekday is not None else Precision.YEAR
    return _NEEDED.get(target, Precision.YEAR)


def _at(phrase: Deictic, anchor: Anchor) -> Resolution | None:
    """Return what a phrase points at from a date."""
    value, start, target = anchor.value, anchor.setting.start, phrase.target
    found: Instant | None
    match target:
        case Calendar():
            found = _nearby(target, phrase.step, value)
        case "week":
            return _week(value, phrase.step, start)
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
    if not wanted:
        return None
    order = (month_of(wanted), wanted.day or 0), (month_of(start), start.day or 0 if wanted.day else 0)
    passed = order[0] <= order[1] if step > 0 else order[0] >= order[1]
    return replace(wanted, year=start.year + step) if step and (passed or not start.month) else wanted


def _week(day: Instant, step: int, start: int) -> Resolution:
    monday, sunday, name = week_of(days_on(day, 7 * step))
    week = Span(replace(monday, approximate=True), replace(sunday, approximate=True))
    return Resolution(week, name, Basis.POINTED, start)


def _week_of_month(month: Instant, week: int, start: int | None) -> Resolution | None:
    """Return the days 1 to 7, 8 to 14 and so on of a month, or its last seven, and the week that their middle is in."""
    if not month.month:
        return None
    last = replace(days_on(replace(months_on(month, 1), day=1, precision=Precision.DAY), -1))
    first = days_on(last, -6) if week < 0 else replace(last, day=7 * week - 6)
    span = Span(replace(first, approximate=True), replace(days_on(first, 6), approximate=True))
    return Resolution(span, week_of(days_on(first, 3))[2], Basis.WRITTEN, start)


def _period_of(date: Instant, step: int, unit: Literal["decade", "century"], start: int) -> Resolution | None:
    if date.year <= 0:
        return None
    number = date.year // _YEARS[unit] + step
    return replace(_period(Period(unit, number + (unit == "century"))), basis=Basis.POINTED, anchor=start)


def _counted(start: Instant, amount: int, unit: Unit, anchor: int | None) -> Resolution | None:
    """Return what lies a number of units from a date. Weeks are rarely meant to the day."""
    found = _moved(start, amount, unit)
    if not found:
        return None
    found = replace(found, approximate=unit in ("week", "fortnight"))
    return Resolution(found, timex(found), Basis.COUNTED, anchor)


def _moved(start: Instant, amount: int, unit: Unit) -> Instant | None:
    if unit in _DAYS:
        return days_on(start, amount * _DAYS[unit]) if start.precision is Precision.DAY else None
    if unit == "month":
        return months_on(start, amount) if month_of(start) else None
    return instant(start.year + amount * _YEARS[unit]) if unit in _YEARS else None


def _period(period: Period) -> Resolution:
    """Return a decade or century. Those of EDTF begin with a year 0; before Christ that is the last one of a ten."""
    years, number = _YEARS[period.unit], period.number
    before_christ = period.era == "BC"
    count = number - 1 if period.unit == "century" else number
    name = timex_of_period(years, count, before_christ=before_christ)
    if before_christ:
        # 499 to 490 BC are the years -498 to -489, which no decade of EDTF is; the ninth century BC is -08XX.
        last = -count * years if years == 100 else 1 - count * years
        value: Instant | Span = Span(Instant(last - years + 1), Instant(last))
        if years == 100 and count:
            value = Instant(last, precision=Precision.CENTURY, part=period.part)
    else:
        precision = Precision.DECADE if years == 10 else Precision.CENTURY
        value = Instant(count * years, precision=precision, part=period.part)
    return Resolution(value, name, Basis.WRITTEN)
