"""What the words of a date say, before it is known which date that is: `grammar` makes these, `resolve` reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.extract.dates.mention import Side
from dossier.model.dates import Part

Era = Literal["BC", "AD"]
Unit = Literal["hour", "day", "week", "fortnight", "month", "year", "decade", "century"]
Link = Literal["list", "range"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date of the calendar as written; what is not written is None.

    `year` is counted as written, without a sign; `short` means that it has two digits and its century is left out,
    `doubtful` that it is a year only in a text about years as small. `season` is EDTF's code, `weekday` counts from
    Monday as 0, `week` is the week of the month, -1 for its last. `of` is a year that words point at ("October of
    that year"), `time` a time of day as in TIMEX3.
    """

    year: int | None = None
    era: Era | None = None
    short: bool = False
    doubtful: bool = False
    of: Deictic | None = None
    season: int | None = None
    month: int | None = None
    week: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: Part | None = None
    time: str = ""

    @property
    def full_year(self) -> int | None:
        """The year as `Instant` counts it (0 is 1 BC); None where its century is left out, or where it may be none."""
        if self.year is None or self.short or self.doubtful:
            return None
        return 1 - self.year if self.era == "BC" else self.year


@dataclass(frozen=True, slots=True)
class Period:
    """A decade or a century: the 1930s (`number` 193), the ninth century BC (9)."""

    unit: Literal["decade", "century"]
    number: int
    era: Era | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """What words point at from another date: that year, the next morning, the following spring, the previous April.

    `step` is -1 for the one before, 0 for the same, 1 for the next. `target` is a unit, or a month, season or day of
    the week as a Calendar. `told` is the date itself, where the text adds it: the following year (218 BC).
    """

    step: int
    target: Unit | Calendar
    part: Part | None = None
    time: str = ""
    told: Calendar | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from another date: two weeks later, the day before 6 June.

    `amount` has a sign, and is None where the words give no number ("weeks later"). `base` is the date that it is
    counted from, where it stands there. `event` says on which side of something that happened it lies, where that
    stands in place of a date. `told` is as in Deictic.
    """

    amount: int | None
    unit: Unit
    base: Calendar | None = None
    event: Side | None = None
    told: Calendar | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the clock as in TIMEX3 (T05:00), with the day that stands beside it, if any."""

    time: str
    on: Calendar | None = None


@dataclass(frozen=True, slots=True)
class Echo:
    """Another name of the date just before it: 2 October 1950, the day after the army crossed the border."""


Phrase = Calendar | Period | Deictic | Shift | Clock | Echo


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase and the tokens that it takes, from `first` up to `stop`, without the latter.

    `link` is what joins it to the term before it in the same expression, if anything.
    """

    phrase: Phrase
    first: int
    stop: int
    link: Link | None = None


Expression = tuple[Term, ...]
"""One term, or several that share what only one of them says: 6-7 January 1916."""
