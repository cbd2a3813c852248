"""What is found: a date's place in the text, its value, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.model.dates import HistoricalDate, Instant, Part, Span

Side = Literal["before", "after"]
Relation = Literal["at", "before", "by", "after", "since", "until"]

_MODS: dict[Part, str] = {"early": "START", "mid": "MID", "late": "END"}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text. Offsets are code points, `end` lies behind the last one.

    `value` is None and `timex` is empty where the text does not say which date is meant. `timex` is a TIMEX3 value
    (TimeML 1.2.1). `anchor` is the offset of the date that this one was counted or filled in from. `confidence`, from
    0 to 1, is the share of such dates that was right when it was measured (bench/wikiwars.py). `relation` says how the
    text uses the date: by August is not in August. `range` is the interval that this date is one end of. `side` is set
    where it is counted from something that happened, named in the words behind it: three weeks after the landing.
    """

    start: int
    end: int
    text: str
    value: Instant | Span | None
    timex: str
    confidence: float
    anchor: int | None = None
    relation: Relation = "at"
    range: DateRange | None = None
    side: Side | None = None

    @property
    def edtf(self) -> str | None:
        """The value in EDTF; None where there is none."""
        return self.value.edtf if self.value else None

    @property
    def mod(self) -> str:
        """TIMEX3's modifier: the part of the date that is meant, or APPROX; empty where there is none."""
        if not isinstance(self.value, Instant):
            return ""
        return _MODS[self.value.part] if self.value.part else "APPROX" if self.value.approximate else ""

    @property
    def date(self) -> HistoricalDate | None:
        """The value with its words, for an event; None where there is none."""
        return HistoricalDate(self.value, self.text) if self.value else None


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range as the text has it, from the first date of it to the last: 6-7 January 1916."""

    start: int
    end: int
    text: str
    value: Span
