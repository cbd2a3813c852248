"""Words that point at a date from another: the same day, that year, the following spring, two weeks later."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import DAYPARTS, UNITS
from dossier.extract.dates.phrases import Calendar, Deictic, Shift, Term, Unit
from dossier.extract.dates.terms import base, day_month, month_at, pointer_at

_WHOLE = {"day", "week", "month", "year", "decade", "century"}
_LATER = {"later", "afterwards", "afterward", "thereafter"}
_EARLIER = {"earlier", "previously", "beforehand", "prior"}
_FEW = {"several", "few", "some", "many"}
_DETERMINERS = {"the", "that", "this"}


def deictic(tokens: Tokens, at: int) -> Term | None:
    """The same day, that year, the next morning, the following spring, the previous April."""
    pointer = pointer_at(tokens, at)
    if not pointer or tokens[at - 1].low == "to" and tokens[at].low == "this":
        return None
    return target(tokens, at, pointer[1], pointer[0])


def definite(tokens: Tokens, at: int) -> Term | None:
    """The year, the month, the day: only where another word says that one in particular is meant (the caller's task)."""
    return target(tokens, at, at + 1, 0) if tokens[at].low == "the" and tokens[at + 1].low in _WHOLE else None


def target(tokens: Tokens, first: int, at: int, step: int) -> Term | None:
    """Return what is pointed at: a unit, a part of the day, a month, a season, a day of the week, or a day in a month."""
    token = tokens[at]
    if token.kind is Kind.UNIT and token.low in _WHOLE:
        return Term(Deictic(step, cast("Unit", token.low)), first, at + 1)
    if token.low in DAYPARTS:
        return Term(Deictic(step, "day", time=DAYPARTS[token.low]), first, at + 1)
    if token.kind is Kind.SEASON:
        return Term(Deictic(step, Calendar(season=token.value)), first, at + 1)
    if token.kind is Kind.WEEKDAY:
        return Term(Deictic(step, Calendar(weekday=token.value)), first, at + 1)
    month = month_at(tokens, at)
    if month:
        return Term(Deictic(step, Calendar(month=month[0])), first, month[1])
    dated = day_month(tokens, at)
    if dated and isinstance(dated.phrase, Calendar) and dated.phrase.year is None:
        return Term(Deictic(step, dated.phrase), first, dated.stop)
    return None


def amount_at(tokens: Tokens, at: int) -> tuple[int | None, int] | None:
    """Return a number of units, None for "several", and the token behind it."""
    token = tokens[at]
    if token.low in ("a", "an"):
        if tokens[at + 1].low in _FEW:
            return None, at + 2
        if tokens[at + 1].low == "couple":
            return 2, at + 3 if tokens[at + 2].low == "of" else at + 2
        return 1, at + 1
    if token.low in _FEW:
        return None, at + 1
    if token.kind is Kind.NUMBER and 0 < token.value <= 999:
        return token.value, at + 1
    if token.kind is not Kind.CARDINAL:
        return None
    if token.value >= 20 and tokens[at + 1].kind is Kind.DASH and tokens[at + 2].kind is Kind.CARDINAL:
        return token.value + tokens[at + 2].value, at + 3
    return token.value, at + 1


def shift(tokens: Tokens, at: int) -> Term | None:
    """Two weeks later, three days earlier, a month after 6 June, the day before, weeks later."""
    if tokens[at].low == "the":
        return _beside(tokens, at)
    amount = (None, at) if tokens[at].kind is Kind.UNIT and tokens[at].low.endswith("s") else amount_at(tokens, at)
    if not amount or tokens[amount[1]].kind is not Kind.UNIT:
        return None
    number, behind = amount
    unit = cast("Unit", UNITS[tokens[behind].low])
    approximate = tokens[at - 1].low in ("about", "around", "some", "nearly", "almost", "roughly", "over", "than")
    word = tokens[behind + 1].low
    if word in _LATER:
        return Term(Shift(number, unit, approximate=approximate), at, behind + 2)
    if word in _EARLIER and tokens[behind + 2].low != "to":
        return Term(Shift(number and -number, unit, approximate=approximate), at, behind + 2)
    if tokens[at - 1].low in ("the", "for", "in", "within", "over", "than", "than", "these", "first", "last"):
        return None
    return _counted_from(tokens, at, behind + 1, number, unit)


def _beside(tokens: Tokens, at: int) -> Term | None:
    """The day before, the week after 6 June, the night before."""
    token = tokens[at + 1]
    if token.low in DAYPARTS:
        side = tokens[at + 2].low
        if side in ("before", "after", "following"):
            return Term(Deictic(-1 if side == "before" else 1, "day", time=DAYPARTS[token.low]), at, at + 3)
        return None
    if token.kind is not Kind.UNIT or token.low not in _WHOLE:
        return None
    return _counted_from(tokens, at, at + 2, 1, cast("Unit", token.low))


def _counted_from(tokens: Tokens, first: int, at: int, number: int | None, unit: Unit) -> Term | None:
    word = tokens[at].low
    if word not in ("before", "after", "following", "preceding", "prior"):
        return None
    signed = number if word in ("after", "following") or number is None else -number
    behind = at + 2 if word == "prior" else at + 1
    if word == "prior" and tokens[at + 1].low != "to":
        return None
    dated = base(tokens, behind)
    if dated and isinstance(dated.phrase, Calendar):
        return Term(Shift(signed, unit, base=dated.phrase), first, dated.stop)
    event = tokens[behind].kind not in (Kind.MARK, Kind.BREAK, Kind.END)
    return Term(Shift(signed, unit, event=event), first, at + 1)
