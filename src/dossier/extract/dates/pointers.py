"""Words that point at a date from another: the same day, that year, the following spring, two weeks later."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from dossier.extract.dates.atoms import behind_the, month_at, pointer_at
from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import DAYPARTS, EARLIER, LATER, UNITS
from dossier.extract.dates.mention import Side
from dossier.extract.dates.phrases import Calendar, Deictic, Shift, Term, Unit
from dossier.extract.dates.terms import base, day_month, month_day

_WHOLE = {"day", "week", "month", "year", "decade", "century"}
_FEW = {"several", "few", "some", "many"}
_AFTER = {"after", "following"}
_BEFORE = {"before", "preceding"}
_OF_A_DURATION = {"the", "for", "in", "within", "over", "first", "last", "these", "those", "during", "every"}


def deictic(tokens: Tokens, at: int) -> Term | None:
    """The same day, that year, the next morning, the following spring, the previous April; not "to this day"."""
    pointer = pointer_at(tokens, at)
    if not pointer or (tokens[at].low == "this" and tokens[at - 1].low == "to"):
        return None
    term = _target(tokens, at, pointer[1], pointer[0])
    dated = term and isinstance(term.phrase, Deictic) and isinstance(term.phrase.target, Calendar)
    # "Following" is a preposition too: following the 2 September raids.
    return None if dated and pointer[1] == at + 1 and tokens[at].low in _AFTER | _BEFORE else term


def definite(tokens: Tokens, at: int) -> Term | None:
    """The year, the month, the day: a date only where other words single it out, which the caller has to know."""
    here = behind_the(tokens, at)
    return _target(tokens, at, here, 0) if here > at and tokens[here].low in _WHOLE else None


def period_end(tokens: Tokens, at: int) -> Term | None:
    """Month's end, year's end."""
    unit = tokens[at].low.replace("’", "'").removesuffix("'s")
    if unit not in ("month", "year") or unit == tokens[at].low or tokens[at + 1].low != "end":
        return None
    return Term(Deictic(0, cast("Unit", unit), part="late"), at, at + 2)


def _target(tokens: Tokens, first: int, at: int, step: int) -> Term | None:
    """Return what is pointed at: a unit, a part of the day, a month, a season, a weekday, or a day of a month."""
    token = tokens[at]
    target: Unit | Calendar | None = None
    time, stop = "", at + 1
    if token.low in _WHOLE:
        target = cast("Unit", token.low)
    elif token.low in DAYPARTS:
        target, time = "day", DAYPARTS[token.low]
    elif token.kind is Kind.SEASON and not tokens[at + 1].is_name:
        target = Calendar(season=token.value)
    elif token.kind is Kind.WEEKDAY:
        target = Calendar(weekday=token.value)
    elif (dated := day_month(tokens, at) or month_day(tokens, at)) and isinstance(dated.phrase, Calendar):
        target, stop = (None if dated.phrase.year else dated.phrase), dated.stop
    elif month := month_at(tokens, at):
        target, stop = Calendar(month=month[0]), month[1]
    return Term(Deictic(step, target, time=time), first, stop) if target else None


def shift(tokens: Tokens, at: int) -> Term | None:
    """Two weeks later, three days earlier, a month after 6 June, two years before, the day after, weeks later."""
    if tokens[at].low == "the":
        return _beside(tokens, at)
    plural = tokens[at].kind is Kind.UNIT and tokens[at].low.endswith("s")
    amount = (None, at) if plural else _amount_at(tokens, at)
    if not amount or tokens[amount[1]].kind is not Kind.UNIT:
        return None
    number, behind = amount
    unit = cast("Unit", UNITS[tokens[behind].low])
    word = tokens[behind + 1].low
    if word in LATER:
        return Term(Shift(number, unit), at, behind + 2)
    if word in EARLIER and tokens[behind + 2].low != "to":
        return Term(Shift(number and -number, unit), at, behind + 2)
    return None if tokens[at - 1].low in _OF_A_DURATION else _counted_from(tokens, at, behind + 1, number, unit)


def _amount_at(tokens: Tokens, at: int) -> tuple[int | None, int] | None:
    """Return a number of units, None for "several", and the token behind it."""
    token, after = tokens[at], tokens[at + 1]
    if token.low in ("a", "an"):
        if after.low == "couple":
            return 2, at + 3
        return (None, at + 2) if after.low in _FEW else (1, at + 1)
    if token.low in _FEW:
        return None, at + 1
    if token.kind is Kind.NUMBER and len(token.text) <= 3:
        return token.value, at + 1
    if token.kind is not Kind.CARDINAL:
        return None
    if token.value >= 20 and after.kind is Kind.DASH and tokens[at + 2].kind is Kind.CARDINAL:
        return token.value + tokens[at + 2].value, at + 3
    return token.value, at + 1


def _beside(tokens: Tokens, at: int) -> Term | None:
    """The day before, the week after 6 June, the night before."""
    token, side = tokens[at + 1], tokens[at + 2].low
    if token.low in DAYPARTS and side in _BEFORE | _AFTER:
        return Term(Deictic(-1 if side in _BEFORE else 1, "day", time=DAYPARTS[token.low]), at, at + 3)
    return _counted_from(tokens, at, at + 2, 1, cast("Unit", token.low)) if token.low in _WHOLE else None


def _counted_from(tokens: Tokens, first: int, at: int, number: int | None, unit: Unit) -> Term | None:
    """Return the distance before or after what follows: a date, something that happened, or nothing at all."""
    word = tokens[at].low
    prior = word == "prior" and tokens[at + 1].low == "to"
    if word not in _BEFORE | _AFTER and not prior:
        return None
    side: Side = "after" if word in _AFTER else "before"
    signed = number if side == "after" or number is None else -number
    behind = at + 2 if prior else at + 1
    dated = base(tokens, behind)
    if dated and isinstance(dated.phrase, Calendar):
        return Term(Shift(signed, unit, base=dated.phrase), first, dated.stop)
    nothing = tokens[behind].kind in (Kind.MARK, Kind.BREAK, Kind.END)
    return Term(Shift(signed, unit, event=None if nothing else side), first, behind)


def with_told(tokens: Tokens, term: Term) -> Term:
    """Add the date that the text itself gives behind a pointer: two years later (218 BC); the next day, 7 October."""
    joint = tokens[term.stop]
    if joint.low not in ("(", ",") and joint.kind is not Kind.DASH:
        return term
    behind = term.stop + (2 if tokens[term.stop + 1].low in ("on", "in") else 1)
    dated, phrase = base(tokens, behind), term.phrase
    if not dated or not isinstance(dated.phrase, Calendar) or not isinstance(phrase, Deictic | Shift):
        return term
    unit = phrase.target if isinstance(phrase, Deictic) else phrase.unit
    return replace(term, phrase=replace(phrase, told=dated.phrase)) if unit in _units_of(dated.phrase) else term


def _units_of(date: Calendar) -> tuple[Unit, ...]:
    """Return the units that a date of this kind can be counted in."""
    if date.day:
        return "day", "week", "fortnight"
    return ("month",) if date.month else () if date.season else ("year",)
