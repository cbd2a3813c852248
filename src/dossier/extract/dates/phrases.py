"""What the words of a date say, before anyone asks which date that is. The grammar makes these, `discourse` reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.model.dates import Part

Era = Literal["BC", "AD"]
Unit = Literal["hour", "day", "week", "fortnight", "month", "year", "decade", "century"]
Link = Literal["alone", "list", "range"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date of the calendar as written; what is not written is None.

    `year` is counted as written, without a sign. `short` means that only its last two digits stand there, `doubtful`
    that the number is a year only in a text about years as small as that. `season` is EDTF's code (21 to 41). `of`
    is the year that other words give: "October of that year".
    """

    year: int | None = None
    era: Era | None = None
    short: bool = False
    doubtful: bool = False
    season: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    of: Deictic | None = None
    part: Part | None = None
    time: str = ""
    approximate: bool = False
    uncertain: bool = False
    background: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A decade or century: the 1930s, the ninth century BC. `number` is 193 or 9."""

    unit: Literal["decade", "century"]
    number: int
    era: Era | None = None
    part: Part | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Deictic:
    """A date pointed at from another one: the same day, that year, the following spring, the previous April.

    `step` is -1 for the one before, 0 for the same and 1 for the next. `target` is a unit, or a month or season as
    a Calendar.
    """

    step: int
    target: Unit | Calendar
    part: Part | None = None
    time: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from another date: two weeks later, the day before 6 June.

    `amount` has a sign, and is None where the words give no number ("days later"). `base` is the date that the
    distance is counted from; `event` means that it is counted from something that happened, which has no date here.
    """

    amount: int | None
    unit: Unit
    base: Calendar | None = None
    event: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the clock, with the day that stands beside it, if any. `time` is as in TIMEX3: T05:00."""

    time: str
    on: Calendar | None = None


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a name fixes once and for all: VE Day."""

    year: int
    month: int
    day: int


Phrase = Calendar | Period | Deictic | Shift | Clock | NamedDay


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase and the tokens that it takes: from `first`, up to `stop` but without it."""

    phrase: Phrase
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Expression:
    """One phrase, or several that share what only one of them says: 6-7 January 1916."""

    terms: tuple[Term, ...]
    link: Link = "alone"

    @property
    def stop(self) -> int:
        """The token behind the last term."""
        return self.terms[-1].stop
