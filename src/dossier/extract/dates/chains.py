"""Dates that share what only one of them says: 6-7 January 1916, 1915-17, 264 to 241 BC, August and September 1914."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.guards import is_counted, stands_alone
from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.parts import dated
from dossier.extract.dates.phrases import Calendar, Expression, Link, Term
from dossier.extract.dates.terms import day_at, era_at, month_at

_MOST = 8
_TO = {"to", "until", "till", "through"}


def connector_at(tokens: Tokens, at: int) -> tuple[Link, int] | None:
    """Return what joins two dates at `at`, and the token behind it."""
    token = tokens[at]
    if token.kind is Kind.DASH or token.low == "/" or token.low in _TO:
        return "range", at + 1
    if token.low in ("and", "or"):
        return "list", at + 1
    if token.low == "," :
        return "list", at + 2 if tokens[at + 1].low in ("and", "or") else at + 1
    return None


def chain(tokens: Tokens, at: int) -> Expression | None:
    """Return one date, or several joined by dashes, "to", "and" and commas, each with what it shares filled in."""
    terms, link = _head(tokens, at)
    while terms and len(terms) < _MOST:
        joined = connector_at(tokens, terms[-1].stop)
        after = _next(tokens, joined[1], terms[-1], tokens[terms[-1].stop].low) if joined else None
        if not joined or not after:
            break
        link = joined[0] if link == "alone" else link
        terms = (*terms, after)
    if not terms:
        return None
    if link == "list" and len(terms) == 2 and tokens[at - 1].low == "between":
        link = "range"
    return Expression(_shared(terms, link), link)


def _head(tokens: Tokens, at: int) -> tuple[tuple[Term, ...], Link]:
    """Return the days before a day and month, the years before an era, or one whole date."""
    found = _days(tokens, at) or _years(tokens, at)
    if found:
        return found
    term = dated(tokens, at)
    return ((term,) if term else ()), "alone"


def _days(tokens: Tokens, at: int) -> tuple[tuple[Term, ...], Link] | None:
    """6-7 January, the 28 and 29 August, 3, 5 and 8 May: the numbers up to the one that the month stands beside."""
    terms: list[Term] = []
    here, link = at, None
    while len(terms) < _MOST:
        number = day_at(tokens, here + 1 if tokens[here].low == "the" else here)
        if not number:
            return None
        whole = dated(tokens, here)
        if whole and isinstance(whole.phrase, Calendar) and whole.phrase.month and whole.phrase.day == number[0]:
            return ((*terms, whole), link or "list") if terms else None
        terms.append(Term(Calendar(day=number[0]), here, number[1]))
        joined = connector_at(tokens, number[1])
        if not joined:
            return None
        link, here = link or joined[0], joined[1]
    return None


def _years(tokens: Tokens, at: int) -> tuple[tuple[Term, ...], Link] | None:
    """264-241 BC, 264 to 241 BC: two years, of which only the second has its era."""
    first = tokens[at]
    joined = connector_at(tokens, at + 1)
    if first.kind is not Kind.NUMBER or not stands_alone(tokens, at) or not 0 < first.value < 3000 or not joined:
        return None
    second = dated(tokens, joined[1])
    if not second or not isinstance(second.phrase, Calendar) or not second.phrase.era or second.phrase.day:
        return None
    return (Term(Calendar(year=first.value, era=second.phrase.era), at, at + 1), second), joined[0]


def _next(tokens: Tokens, at: int, last: Term, joint: str) -> Term | None:
    """Return the date behind a joint, which may be a mere day or the last digits of a year."""
    before = last.phrase
    if not isinstance(before, Calendar):
        return dated(tokens, at) if joint != "," else None
    token = tokens[at]
    if before.year and not before.month and not before.season and joint in "-‐‑‒–—−--/" and len(token.text) == 2:
        if token.kind is Kind.NUMBER and stands_alone(tokens, at) and not month_at(tokens, at + 1):
            era = era_at(tokens, at + 1)
            if before.era == "BC" or era == "BC":
                return Term(Calendar(year=token.value, era=before.era or era, short=True), at, at + 2 if era else at + 1)
            return Term(Calendar(year=token.value, short=True), at, at + 1)
    if before.day and before.month and not before.year:
        number = day_at(tokens, at + 1 if token.low == "the" else at)
        if number and not month_at(tokens, number[1]) and not is_counted(tokens[number[1]]):
            from dossier.extract.dates.terms import _with_year

            term = _with_year(tokens, Calendar(month=before.month, day=number[0]), at, number[1])
            if joint != "," or term.phrase.year:
                return term
    after = dated(tokens, at)
    if not after or not isinstance(after.phrase, Calendar) or joint == "," and not (
        before.month and after.phrase.month and not before.day and not after.phrase.day and not before.year
    ):
        return None
    return after


def _shared(terms: tuple[Term, ...], link: Link) -> tuple[Term, ...]:
    """Fill from right to left what the dates before the last one leave to it, and complete short years from the left."""
    filled = [terms[-1]]
    for term in reversed(terms[:-1]):
        filled.insert(0, replace(term, phrase=_filled(term.phrase, filled[0].phrase, link)))
    return tuple(filled)


def _filled(date: object, after: object, link: Link):
    if not isinstance(date, Calendar) or not isinstance(after, Calendar):
        return date
    if date.day and not date.month:
        date = replace(date, month=after.month)
    alike = date.month and after.month or date.season and after.season or date.year
    if date.year is None and after.year is not None and alike and not after.short:
        crossed = link == "range" and (date.month or 0, date.day or 0) > (after.month or 13, after.day or 32)
        return replace(date, year=after.year - (1 if crossed else 0), era=after.era)
    if date.year is not None and date.era is None and after.era and alike:
        return replace(date, era=after.era)
    return date
