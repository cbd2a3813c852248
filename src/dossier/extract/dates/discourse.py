"""What the text has told so far: the year that a date without one falls in, and the date that "later" counts from.

Most dates in an article leave out their year. It is that of the story: the last date that moved the story on. Three
kinds of dates do not move it. Asides are named in passing: "the 1978 Treaty", "since 1882", a year in brackets.
References lie more than a generation outside the years that most dates of the article cover. Excursions are dates with
a year of their own, not the first in a paragraph, that fall in an earlier year than the story or two or more years
after it: they hold for their sentence and the next, unless a second date in the same year confirms them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.extract.dates.phrases import Calendar, Expression
from dossier.extract.dates.reckoning import month_of
from dossier.extract.dates.setting import Setting
from dossier.model.dates import Instant, Precision

_GENERATION = 20
_MOST_DATES = 0.8
_FORWARD = 2
_NEW_YEAR = 9
_LATE = 11

_FINENESS = {Precision.DAY: 3, Precision.MONTH: 2, Precision.SEASON: 1, Precision.YEAR: 0}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date that others are counted from, and where it stands."""

    value: Instant
    setting: Setting


@dataclass(frozen=True, slots=True)
class Carried:
    """The year of a date that names none, the date that it is from, and whether that is still to come in the text."""

    year: int
    anchor: Anchor | None = None
    ahead: bool = False


def years_covered(expressions: Iterable[Expression]) -> tuple[int, int] | None:
    """Return the shortest span of years with four fifths of the years written, a generation added at each end."""
    dates = [term.phrase for expression in expressions for term in expression if isinstance(term.phrase, Calendar)]
    years = sorted(date.full_year for date in dates if date.full_year is not None)
    if not years:
        return None
    size = math.ceil(len(years) * _MOST_DATES)
    first = min(range(len(years) - size + 1), key=lambda at: years[at + size - 1] - years[at])
    return years[first] - _GENERATION, years[first + size - 1] + _GENERATION


class Discourse:
    """The dates of a text so far. `start` is the year before the first one, `covered` is what years_covered returns."""

    def __init__(self, start: Carried | None, covered: tuple[int, int] | None) -> None:
        self._start = start
        self._covered = covered
        self._story: Anchor | None = None
        self._excursion: Anchor | None = None
        self._latest: Anchor | None = None

    def carried(self, month: int | None, setting: Setting) -> Carried | None:
        """Return the year of a date in `month` that names none.

        Where the month lies far before that of the last date, a new year has begun: December, then January.
        """
        anchor = self._excursion if self._excursion and self._holds(self._excursion, setting) else self._story
        if not anchor:
            return self._start
        last = month_of(anchor.value) or (_LATE if anchor.value.part == "late" else 0)
        return Carried(anchor.value.year + (month is not None and last - month >= _NEW_YEAR), anchor)

    def anchor(self, precision: Precision, setting: Setting) -> Anchor | None:
        """Return the date that a distance is counted from: the last one, if it is fine enough and near enough."""
        last = self._latest
        near = last is not None and last.setting.paragraph >= setting.paragraph - 1
        return last if last and near and _FINENESS[last.value.precision] >= _FINENESS[precision] else None

    def remember(self, value: Instant, setting: Setting, *, explicit: bool) -> None:
        """Go on from a date; `explicit` means that it names its year itself."""
        if setting.aside or (explicit and self._covered and not self._covered[0] <= value.year <= self._covered[1]):
            return
        anchor = Anchor(value, setting)
        confirmed = self._excursion and self._excursion.value.year == value.year
        if explicit and not confirmed and self._leaves_story(anchor):
            self._excursion = anchor
        else:
            self._story, self._excursion = anchor, None
        self._latest = anchor

    def _leaves_story(self, date: Anchor) -> bool:
        if not self._story or not self._latest or self._latest.setting.paragraph != date.setting.paragraph:
            return False
        return not 0 <= date.value.year - self._story.value.year < _FORWARD

    def _holds(self, excursion: Anchor, setting: Setting) -> bool:
        return excursion.setting.sentence + 1 >= setting.sentence and excursion.setting.paragraph == setting.paragraph
