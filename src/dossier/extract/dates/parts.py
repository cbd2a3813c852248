"""Parts of dates: early June, mid-1942, the end of that year, the first half of 1943, the last week of August."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import PARTS
from dossier.extract.dates.phrases import Calendar, Clock, NamedDay, Shift, Term
from dossier.extract.dates.pointers import definite, deictic
from dossier.extract.dates.terms import base

_EDGES = {
    "beginning": "early", "start": "early", "opening": "early", "onset": "early", "outset": "early",
    "middle": "mid", "height": "mid", "end": "late", "close": "late",
    "rest": None, "remainder": None, "course": None,
}
_STRETCHES = {"days", "weeks", "months", "part", "half", "years"}
_WHICH = {"first": "early", "early": "early", "opening": "early", "initial": "early", "second": "late", "latter": "late",
          "late": "late", "last": "late", "final": "late", "closing": "late"}


def dated(tokens: Tokens, at: int) -> Term | None:
    """Return the longest date at `at`, with the part of it that the words before it name."""
    return part(tokens, at) or base(tokens, at)


def part(tokens: Tokens, at: int) -> Term | None:
    here = at + 1 if tokens[at].low == "the" else at
    if tokens[here].low == "very":
        here += 1
    low = tokens[here].low
    if low in ("early", "late", "mid") :
        behind = here + 1
        if tokens[behind].kind is Kind.DASH or tokens[behind].low in ("in", "on"):
            behind += 1
        return _of(tokens, at, behind, low)
    if low in ("earlier", "later"):
        behind = here + 1
        inner = tokens[behind].low in ("in", "on")
        term = _of(tokens, at, behind + 1 if inner else behind, None)
        return term if inner or term and not isinstance(term.phrase, Calendar) else None
    if low in _EDGES and tokens[here + 1].low == "of":
        return _of(tokens, at, here + 2, _EDGES[low])
    if low in _WHICH and tokens[here + 1].low in _STRETCHES and tokens[here + 2].low == "of":
        return _of(tokens, at, here + 3, _WHICH[low])
    return None


def _of(tokens: Tokens, first: int, at: int, which) -> Term | None:
    term = base(tokens, at) or deictic(tokens, at) or definite(tokens, at)
    if not term:
        return None
    phrase = term.phrase
    if isinstance(phrase, Shift | Clock | NamedDay):
        return None
    return Term(replace(phrase, part=which) if which else phrase, first, term.stop)
