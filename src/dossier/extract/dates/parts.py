"""Parts of dates: early June, mid-1942, the end of that year, the first half of 1943, the last week of August."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.atoms import behind_the
from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import EDGES, PARTS, STRETCHES
from dossier.extract.dates.phrases import Calendar, Deictic, Period, Term
from dossier.extract.dates.pointers import definite, deictic
from dossier.extract.dates.terms import base, month_year
from dossier.model.dates import Part

_STRETCHED = {"days", "weeks", "months", "years", "part"}
_WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}

# EDTF's codes of halves and quarters of a year.
_FRACTIONS = {("half", "first"): 40, ("half", "second"): 41, ("half", "latter"): 41} | {
    ("quarter", word): 33 + at for at, word in enumerate(("first", "second", "third", "fourth"))
}


def dated(tokens: Tokens, at: int) -> Term | None:
    """Return the longest date at `at`, with the part of it that the words before it name."""
    return part(tokens, at) or base(tokens, at)


def part(tokens: Tokens, at: int) -> Term | None:
    """Return a date of which words before it name a part."""
    here = behind_the(tokens, at)
    if tokens[here].low == "very":
        here += 1
    low, after, of = tokens[here].low, tokens[here + 1], tokens[here + 2].low in ("of", "in")
    if low in PARTS:
        joined = after.kind is Kind.DASH or after.low in ("in", "on")
        return _part_of(tokens, at, here + 2 if joined else here + 1, PARTS[low])
    if low in ("earlier", "later"):
        return _later_in(tokens, at, here + 1)
    if low in EDGES and after.low == "of":
        return _part_of(tokens, at, here + 2, EDGES[low])
    if (after.low, low) in _FRACTIONS and of:
        return _fraction(tokens, at, here + 3, _FRACTIONS[after.low, low])
    if low in STRETCHES and after.low in _STRETCHED and of:
        return _part_of(tokens, at, here + 3, STRETCHES[low])
    if low in _WEEKS and after.low == "week" and of:
        return _week(tokens, at, here + 3, _WEEKS[low])
    return None


def _part_of(tokens: Tokens, first: int, at: int, which: Part | None) -> Term | None:
    term = base(tokens, at) or deictic(tokens, at) or definite(tokens, at)
    if not term or not isinstance(term.phrase, Calendar | Period | Deictic):
        return None
    return Term(replace(term.phrase, part=which), first, term.stop)


def _later_in(tokens: Tokens, first: int, at: int) -> Term | None:
    """Later in 1942, later that year, earlier in the month."""
    inside = tokens[at].low in ("in", "on")
    here = at + 1 if inside else at
    term = (inside and base(tokens, here)) or deictic(tokens, here) or (definite(tokens, here) if inside else None)
    return replace(term, first=first) if term else None


def _fraction(tokens: Tokens, first: int, at: int, code: int) -> Term | None:
    """The second half of 1943, the first quarter of that year, the first half of June."""
    term = base(tokens, at) or deictic(tokens, at) or definite(tokens, at)
    date = term.phrase if term else None
    if term and isinstance(date, Deictic) and date.target == "year":
        return Term(replace(date, target=Calendar(season=code)), first, term.stop)
    if not term or not isinstance(date, Calendar) or date.day or date.season:
        return None
    if not date.month:
        return Term(replace(date, season=code), first, term.stop)
    halves: dict[int, Part] = {40: "early", 41: "late"}
    return Term(replace(date, part=halves[code]), first, term.stop) if code in halves else None


def _week(tokens: Tokens, first: int, at: int, which: int) -> Term | None:
    term = month_year(tokens, at)
    if not term or not isinstance(term.phrase, Calendar):
        return None
    return Term(replace(term.phrase, week=which), first, term.stop)
