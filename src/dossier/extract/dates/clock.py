"""Times of day: 4:45 am on 1 September 1939, 0430 hours, the morning of 6 June, dawn."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import DAYPARTS
from dossier.extract.dates.phrases import Calendar, Clock, Term
from dossier.extract.dates.terms import base

_MOMENTS = {"noon", "midday", "midnight", "dawn", "daybreak", "dusk", "sunrise", "sunset", "nightfall"}


def clock(tokens: Tokens, at: int) -> Term | None:
    """4:45 am, 11 a.m., 0430 hours, 19:15, or dawn behind "at" or "by"; with the day behind "on", if any."""
    told = _time_at(tokens, at)
    if not told:
        return None
    time, stop = told
    behind = stop + 1 if tokens[stop].low in ("on", "of", ",") else stop
    dated = base(tokens, behind)
    on = dated.phrase if dated and isinstance(dated.phrase, Calendar) and dated.phrase.day else None
    return Term(Clock(time, on), at, stop)


def _time_at(tokens: Tokens, at: int) -> tuple[str, int] | None:
    token, after = tokens[at], tokens[at + 1]
    if token.low in _MOMENTS and tokens[at - 1].low in ("at", "by", "before", "until", "around"):
        return DAYPARTS[token.low], at + 1
    if token.kind is Kind.CLOCK:
        hour, minute = (int(digits) for digits in token.text.split(":")[:2])
        behind = at + 2 if after.low in ("hrs", "hours", "h", "hr") else at + 1
    elif token.kind is Kind.NUMBER and after.kind is Kind.MERIDIEM:
        hour, minute, behind = token.value, 0, at + 1
    elif token.kind is Kind.NUMBER and len(token.text) == 4 and after.low in ("hrs", "hours", "hour"):
        hour, minute, behind = *divmod(token.value, 100), at + 2
    else:
        return None
    if tokens[behind].kind is Kind.MERIDIEM:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if tokens[behind].low[0] == "p" else 0)
        behind += 1
    return (f"T{hour:02d}:{minute:02d}", behind) if hour <= 24 and minute < 60 else None


def daypart(tokens: Tokens, at: int) -> Term | None:
    """The morning of 6 June, the night of the 6th of June 1944: one date with a time of day."""
    here = at + 1 if tokens[at].low == "the" else at
    if tokens[here].low in ("early", "late"):
        here += 1
    if tokens[here].low not in DAYPARTS:
        return None
    behind = here + 1
    if tokens[behind].low in ("hours",):
        behind += 1
    if tokens[behind].low in ("of", "on"):
        behind += 1
    dated = base(tokens, behind)
    if not dated or not isinstance(dated.phrase, Calendar) or not dated.phrase.day:
        return None
    return Term(replace(dated.phrase, time=DAYPARTS[tokens[here].low]), at, dated.stop)
