"""The whole grammar: at each place in the text the longest expression that a rule finds."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.extract.dates.chains import chain
from dossier.extract.dates.clock import clock, daypart
from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import DAYPARTS, SEASONS
from dossier.extract.dates.phrases import Calendar, Expression, Term
from dossier.extract.dates.pointers import deictic, definite, shift
from dossier.extract.dates.terms import day_at

_FUNCTION = frozenset(
    "and the to he they was were had in at when a an with by but it his its their for from as she both only after before or until that which".split()
)


def the_nth(tokens: Tokens, at: int) -> Term | None:
    """The 18th, where a preposition stands before it and nothing behind that it could belong to."""
    if tokens[at].low != "the" or tokens[at + 1].kind is not Kind.ORDINAL:
        return None
    day = day_at(tokens, at + 1)
    if not day or tokens[at - 1].low not in ("on", "by", "from", "until", "till", "since", "of", "between", "to", "and", "before", "after", "through"):
        return None
    follower = tokens[day[1]]
    free = follower.kind in (Kind.MARK, Kind.BREAK, Kind.END, Kind.DASH) or follower.low in _FUNCTION
    return Term(Calendar(day=day[0]), at, day[1]) if free else None


def weekday(tokens: Tokens, at: int) -> Term | None:
    if tokens[at].kind is Kind.WEEKDAY and tokens[at - 1].low in ("on", "by", "until", "since"):
        return Term(Calendar(weekday=tokens[at].value), at, at + 1)
    return None


_RULES = (clock, daypart, deictic, shift, the_nth, weekday)


def expressions(tokens: Tokens) -> Iterator[Expression]:
    at = 0
    while at < len(tokens):
        found = expression(tokens, at)
        if found:
            yield found
        at = found.stop if found else at + 1


def expression(tokens: Tokens, at: int) -> Expression | None:
    candidates = [Expression((term,)) for rule in _RULES if (term := rule(tokens, at))]
    calendar = chain(tokens, at)
    if calendar:
        candidates.insert(0, calendar)
    return max(candidates, key=lambda found: found.stop, default=None)
