"""Dates that share what only one of them says: 6-7 January 1916, 1915-17, 264 to 241 BC, August and September 1914."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.atoms import behind_the, day_at, era_at, month_at, with_year, year_at
from dossier.extract.dates.guards import is_counted, stands_alone
from dossier.extract.dates.lexer import Kind, Token, Tokens
from dossier.extract.dates.parts import dated
from dossier.extract.dates.phrases import Calendar, Expression, Link, Phrase, Term

_MOST_TERMS = 8
_LONGEST_SHORT = 50
_TO = {"to", "until", "till", "through"}


def chain(tokens: Tokens, at: int) -> Expression | None:
    """Return one date, or several joined by dashes, "to", "and" or commas, each with what it shares filled in."""
    terms = _days(tokens, at) or _years(tokens, at) or _one(tokens, at)
    while terms and len(terms) < _MOST_TERMS:
        joint = _joint_at(tokens, terms[-1].stop)
        term = _another(tokens, joint[1], terms[-1], tokens[terms[-1].stop]) if joint else None
        if not joint or not term:
            break
        terms = (*terms, replace(term, link=joint[0]))
    if len(terms) == 2 and tokens[at - 1].low == "between":
        terms = terms[0], replace(terms[1], link="range")
    return _filled(terms) or None


def _joint_at(tokens: Tokens, at: int) -> tuple[Link, int] | None:
    """Return what joins two dates at `at`, and the token behind it."""
    token = tokens[at]
    if _is_dash(token) or token.low in _TO:
        return "range", at + 1
    if token.low in ("and", "or"):
        return "list", at + 1
    if token.low == ",":
        return "list", at + 2 if tokens[at + 1].low in ("and", "or") else at + 1
    return None


def _is_dash(token: Token) -> bool:
    return token.kind is Kind.DASH or token.low == "/"


def _one(tokens: Tokens, at: int) -> Expression:
    term = dated(tokens, at)
    return (term,) if term else ()


def _days(tokens: Tokens, at: int) -> Expression:
    """6-7 January, the 28 and 29 August, 3, 5 and 8 May: days up to the one that has its month behind it."""
    terms: Expression = ()
    link: Link | None = None
    here, last = at, 0
    while len(terms) < _MOST_TERMS:
        day = day_at(tokens, behind_the(tokens, here))
        if not day or day[0] <= last:
            return ()
        if terms and month_at(tokens, day[1] + 1 if tokens[day[1]].low == "of" else day[1]):
            end = dated(tokens, here)
            return (*terms, replace(end, link=link)) if end else ()
        joint = _joint_at(tokens, day[1])
        if not joint:
            return ()
        terms = (*terms, Term(Calendar(day=day[0]), here, day[1], link))
        link, here, last = *joint, day[0]
    return ()


def _years(tokens: Tokens, at: int) -> Expression:
    """264-241 BC, 264 to 241 BC: two years, of which only the second has its era."""
    first, joint = tokens[at], _joint_at(tokens, at + 1)
    if not joint or first.kind is not Kind.NUMBER or not stands_alone(tokens, at) or not 0 < first.value <= 9999:
        return ()
    link, behind = joint
    second = year_at(tokens, behind)
    if not second or not second.era or tokens[behind].kind is not Kind.NUMBER:
        return ()
    number = second.number
    if link == "range" and second.era == "BC" and number < 100 <= first.value:
        number += first.value // 100 * 100
    dates = Calendar(year=first.value, era=second.era), Calendar(year=number, era=second.era)
    return Term(dates[0], at, at + 1), Term(dates[1], behind, second.stop, link)


def _another(tokens: Tokens, at: int, last: Term, joint: Token) -> Term | None:
    """Return the date behind a joint, which may be a mere day, or the last two digits of a year."""
    before = last.phrase
    if not isinstance(before, Calendar):
        return None if joint.low == "," else dated(tokens, at)
    if _is_dash(joint) and before.year and not (before.month or before.season):
        short = _short_year(tokens, at, before)
        if short:
            return short
    if before.month and before.day and not before.year:
        day = day_at(tokens, behind_the(tokens, at))
        if day and not month_at(tokens, day[1]) and not is_counted(tokens[day[1]]):
            term = with_year(tokens, Calendar(month=before.month, day=day[0]), at, day[1])
            return term if joint.low != "," or term.stop > day[1] else None
    after = dated(tokens, at)
    if not after or not isinstance(after.phrase, Calendar) or joint.low != ",":
        return after
    months = before.month and after.phrase.month and not (before.day or before.year or after.phrase.day)
    return after if months else None


def _short_year(tokens: Tokens, at: int, before: Calendar) -> Term | None:
    """The 17 of 1915-17."""
    token = tokens[at]
    if token.kind is not Kind.NUMBER or len(token.text) != 2 or not stands_alone(tokens, at):
        return None
    if not before.year or before.era or era_at(tokens, at + 1) or month_at(tokens, at + 1):
        return None
    ahead = (token.value - before.year) % 100
    return Term(Calendar(year=before.year + ahead), at, at + 1) if 0 < ahead <= _LONGEST_SHORT else None


def _filled(terms: Expression) -> Expression:
    """Give each date what the one behind it says for both, and the end of a range the year of its start."""
    done = list(terms)
    for at in range(len(done) - 2, -1, -1):
        done[at] = replace(done[at], phrase=_from_behind(done[at].phrase, done[at + 1]))
    for at in range(1, len(done)):
        if done[at].link == "range":
            done[at] = replace(done[at], phrase=_from_before(done[at].phrase, done[at - 1].phrase))
    return tuple(done)


def _from_behind(date: Phrase, term: Term) -> Phrase:
    behind = term.phrase
    if not isinstance(date, Calendar) or not isinstance(behind, Calendar):
        return date
    if date.day and not date.month:
        date = replace(date, month=behind.month)
    if not _alike(date, behind):
        return date
    if date.year:
        return replace(date, era=date.era or behind.era)
    if behind.year and not behind.short:
        turned = term.link == "range" and _later(date, behind)
        return replace(date, year=behind.year - turned, era=behind.era)
    return replace(date, of=behind.of)


def _from_before(date: Phrase, before: Phrase) -> Phrase:
    if not isinstance(date, Calendar) or not isinstance(before, Calendar) or not _alike(date, before):
        return date
    if date.year or date.of or not before.year:
        return date
    return replace(date, year=before.year + _later(before, date), era=before.era)


def _alike(date: Calendar, other: Calendar) -> bool:
    """Whether both name a month, both a season, or both only a year, so that the year of one holds for the other."""
    return (bool(date.month), bool(date.season)) == (bool(other.month), bool(other.season))


def _later(date: Calendar, other: Calendar) -> bool:
    """Whether a date comes after another in the same year."""
    return (date.month or 0, date.day or 0) > (other.month or 0, other.day or 32)
