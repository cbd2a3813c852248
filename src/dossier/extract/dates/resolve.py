"""From what the words say to the date that is meant, as far as the text so far tells."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.discourse import Anchor, Discourse
from dossier.extract.dates.phrases import Calendar, Clock, Deictic, Echo, Era, Period, Phrase, Shift, Unit
from dossier.extract.dates.reckoning import instant, month_of, week_of_month
from dossier.extract.dates.resolution import Basis, Resolution, counted, period, pointed_at, week
from dossier.extract.dates.setting import Setting
from dossier.extract.dates.timex import timex
from dossier.model.dates import Instant, Precision

_NEEDED = {"day": Precision.DAY, "week": Precision.DAY, "fortnight": Precision.DAY, "month": Precision.MONTH}

# A smaller year without an era is of the last era that the text named.
_FIRST_WITHOUT_ERA = 1000


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
                found = period(phrase)
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
            return week(week_of_month(found, date.week), basis, start) if month else None
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
            return pointed_at(phrase, anchor) if anchor else None
        if phrase.event or phrase.amount is None:
            return None
        if not phrase.base:
            anchor = self._discourse.anchor(_needed(phrase.unit), setting)
            return counted(anchor.value, phrase.amount, phrase.unit, anchor.setting.start) if anchor else None
        start = self._calendar(phrase.base, setting)
        if not start or not isinstance(start.value, Instant):
            return None
        return counted(start.value, phrase.amount, phrase.unit, start.anchor)

    def _clock(self, clock: Clock, setting: Setting) -> Resolution | None:
        if clock.on:
            day = self._calendar(clock.on, setting)
            return replace(day, timex=day.timex + clock.time) if day else None
        anchor = self._discourse.anchor(Precision.DAY, setting)
        if not anchor:
            return None
        return Resolution(anchor.value, timex(anchor.value) + clock.time, Basis.POINTED, anchor.setting.start)


def _moves_on(phrase: Phrase) -> bool:
    """Whether the text can go on from a date of this kind: neither from a look back nor from a decade or a century."""
    match phrase:
        case Deictic():
            return phrase.step >= 0 and phrase.target not in ("decade", "century")
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
