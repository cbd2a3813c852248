"""Times of day: 4:45 am on 1 September 1939, 0430 hours, at dawn, the morning of 6 June."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.atoms import behind_the
from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import ABOUT, DAYPARTS
from dossier.extract.dates.phrases import Calendar, Clock, Term
from dossier.extract.dates.terms import base

_MOMENTS = {"noon", "midday", "midnight", "dawn", "daybreak", "dusk", "sunrise", "sunset", "nightfall"}
_BEFORE_A_MOMENT = ABOUT | {"at", "by", "before", "until", "after"}
_HOURS = {"hours", "hrs", "hour", "hr", "h"}


def clock(tokens: Tokens, at: int) -> Term | None:
    """4:45 am, 11 a.m., 0430 hours, 19:15; dawn and noon behind a preposition. The day may follow."""
    told = time_at(tokens, at)
    if not told:
        return None
    time, stop = told
    dated = base(tokens, stop + 1 if tokens[stop].low in ("on", "of", ",") else stop)
    day = dated.phrase if dated and isinstance(dated.phrase, Calendar) and dated.phrase.day else None
    return Term(Clock(time, day), at, stop)


def daypart(tokens: Tokens, at: int) -> Term | None:
    """The morning of 6 June, the early evening of the 6th of June 1944: a day, with its time."""
    here = behind_the(tokens, at)
    if tokens[here].low in ("early", "late"):
        here += 1
    time = DAYPARTS.get(tokens[here].low)
    behind = here + 2 if tokens[here + 1].low in ("of", "on") else here + 1
    dated = base(tokens, behind) if time else None
    if not time or not dated or not isinstance(dated.phrase, Calendar) or not dated.phrase.day:
        return None
    return Term(replace(dated.phrase, time=time), at, dated.stop)


def day_and_time(tokens: Tokens, at: int) -> Term | None:
    """8 May 1:00 a.m."""
    dated = base(tokens, at)
    if not dated or not isinstance(dated.phrase, Calendar) or not dated.phrase.day:
        return None
    told = time_at(tokens, dated.stop)
    return Term(replace(dated.phrase, time=told[0]), at, told[1]) if told else None


def time_at(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Return the time of day at `at` as in TIMEX3, and the token behind it."""
    token, after = tokens[at], tokens[at + 1]
    if token.low in _MOMENTS and tokens[at - 1].low in _BEFORE_A_MOMENT:
        return DAYPARTS[token.low], at + 1
    if token.kind is Kind.CLOCK or (
        token.kind is Kind.QUANTITY and after.kind is Kind.MERIDIEM and token.text[-3:-2] == "."
    ):
        hour, minute = (int(digits) for digits in token.text.replace(".", ":").split(":")[:2])
        stop = at + 2 if after.low in _HOURS else at + 1
    elif token.kind is Kind.NUMBER and after.kind is Kind.MERIDIEM:
        hour, minute, stop = token.value, 0, at + 1
    elif token.kind is Kind.NUMBER and len(token.text) == 4 and after.low in _HOURS:
        hour, minute, stop = token.value // 100, token.value % 100, at + 2
    else:
        return None
    if tokens[stop].kind is Kind.MERIDIEM:
        if not 1 <= hour <= 12:
            return None
        hour, stop = hour % 12 + (12 if tokens[stop].low[0] == "p" else 0), stop + 1
    return (f"T{hour:02d}:{minute:02d}", stop) if hour <= 24 and minute < 60 else None
