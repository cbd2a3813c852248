"""The whole grammar: at each place in the text, the longest expression that a rule finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dossier.extract.dates.atoms import day_at
from dossier.extract.dates.chains import chain
from dossier.extract.dates.clock import clock, day_and_time, daypart
from dossier.extract.dates.lexer import MARGIN, Kind, Tokens
from dossier.extract.dates.lexicon import AFTER_A_DAY, DAYPARTS, EDGES, POINTERS, STRETCHES
from dossier.extract.dates.phrases import Calendar, Echo, Expression, Shift, Term
from dossier.extract.dates.pointers import deictic, period_end, shift, with_told
from dossier.extract.dates.terms import Rule

_BEFORE_A_DAY = frozenset("on by from until till since of between to and before after through".split())
_BEFORE_A_WEEKDAY = frozenset("on by until since".split())


def expressions(tokens: Tokens) -> Iterator[Expression]:
    """Yield what the text says of dates, in its order, without overlap."""
    at = MARGIN
    before: Expression | None = None
    while at < len(tokens) - MARGIN:
        found = expression(tokens, at)
        if found:
            before = _echo(tokens, before, found)
            yield before
        at = found[-1].stop if found else at + 1


def expression(tokens: Tokens, at: int) -> Expression | None:
    """Return the longest expression that starts at `at`."""
    token = tokens[at]
    rules = _RULES.get(token.kind)
    if rules is None or (token.kind in (Kind.WORD, Kind.MARK) and token.low not in _STARTING_WORDS):
        return None
    dates = chain(tokens, at)
    single: list[Expression] = [(with_told(tokens, term),) for rule in rules if (term := rule(tokens, at))]
    return max([dates, *single] if dates else single, key=lambda found: found[-1].stop, default=None)


def _echo(tokens: Tokens, before: Expression | None, found: Expression) -> Expression:
    """Make "the day after the army crossed" another name of the date that stands just before it."""
    term, joint = found[0], tokens[found[0].first - 1]
    if not isinstance(term.phrase, Shift) or not term.phrase.event or not before:
        return found
    beside = before[-1].stop == term.first - 1 and (joint.low == "," or joint.kind is Kind.DASH)
    return (replace(term, phrase=Echo()),) if beside else found


def _the_nth(tokens: Tokens, at: int) -> Term | None:
    """The 18th, behind a preposition, with nothing after it that it could belong to."""
    number = tokens[at + 1]
    day = day_at(tokens, at + 1) if tokens[at].low == "the" and number.text[:1].isdigit() else None
    if not day or number.kind is not Kind.ORDINAL or tokens[at - 1].low not in _BEFORE_A_DAY:
        return None
    after = tokens[day[1]]
    joined = after.low in ("and", "or") and tokens[day[1] + 1].kind in (Kind.ORDINAL, Kind.NUMBER)
    free = after.kind in (Kind.MARK, Kind.BREAK, Kind.END, Kind.DASH) or (after.low in AFTER_A_DAY and not joined)
    return Term(Calendar(day=day[0]), at, day[1]) if free else None


def _weekday(tokens: Tokens, at: int) -> Term | None:
    """Sunday, behind a preposition."""
    if tokens[at].kind is not Kind.WEEKDAY or tokens[at - 1].low not in _BEFORE_A_WEEKDAY:
        return None
    return Term(Calendar(weekday=tokens[at].value), at, at + 1)


_RULES: dict[Kind, tuple[Rule, ...]] = {
    Kind.NUMBER: (clock, day_and_time, shift),
    Kind.QUANTITY: (clock,),
    Kind.ORDINAL: (day_and_time,),
    Kind.CARDINAL: (shift,),
    Kind.CLOCK: (clock,),
    Kind.UNIT: (shift,),
    Kind.MONTH: (day_and_time,),
    Kind.WEEKDAY: (day_and_time, _weekday),
    Kind.WORD: (clock, daypart, deictic, period_end, shift, _the_nth),
    Kind.NUMERIC: (),
    Kind.SEASON: (),
    Kind.DECADE: (),
    Kind.ERA: (),
    Kind.MARK: (),
}
"""The rules for what a token of a kind can start, beside those of `chain`, which are tried everywhere."""

_STARTING_WORDS = frozenset(
    """
    the that this very a an few several some many early mid late earlier later month's year's month’s year’s
    christmas new boxing bastille ve v ' ’ ‘
    """.split()
).union(EDGES, STRETCHES, POINTERS, DAYPARTS)
