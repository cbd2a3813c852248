"""The grammar of single dates of the calendar: 9 June 1943, June 9th, mid-1942, the spring of 480 BC, the 1930s.

Each rule takes tokens and a position and returns a Term, or None where it does not apply. No rule looks further than a
fixed number of tokens ahead, so that time stays linear.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, cast

from dossier.extract.dates.guards import counts_things, is_counted, is_month, is_year, stands_alone
from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import DAYPARTS, PARTS, SHORT_MONTHS
from dossier.extract.dates.phrases import Calendar, Deictic, Era, Period, Term
from dossier.model.dates import Part

Rule = Callable[[Tokens, int], Term | None]


@dataclass(frozen=True, slots=True)
class Year:
    """A year as written, and the token behind it."""

    number: int
    era: Era | None
    stop: int
    short: bool = False
    doubtful: bool = False

    def of(self, date: Calendar) -> Calendar:
        """Return the date with this year."""
        return replace(date, year=self.number, era=self.era, short=self.short, doubtful=self.doubtful)


def day_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the day of the month at `at` and the token behind it."""
    token = tokens[at]
    if token.kind is Kind.CARDINAL and token.value in (20, 30) and tokens[at + 1].kind is Kind.DASH:
        ordinal = tokens[at + 2]
        if ordinal.kind is Kind.ORDINAL and ordinal.value < 10 and token.value + ordinal.value <= 31:
            return token.value + ordinal.value, at + 3
    is_number = token.kind is Kind.NUMBER and len(token.text) <= 2 and stands_alone(tokens, at)
    if (is_number or token.kind is Kind.ORDINAL) and 1 <= token.value <= 31:
        return token.value, at + 1
    return None


def month_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the month at `at` and the token behind it, which lies behind the full stop of a short form."""
    token = tokens[at]
    if token.kind is not Kind.MONTH:
        return None
    dotted = token.low in SHORT_MONTHS and tokens[at + 1].low == "." and tokens[at + 1].glued
    return token.value, at + 2 if dotted else at + 1


def era_at(tokens: Tokens, at: int) -> Era | None:
    """Return the era that a token names."""
    if tokens[at].kind is not Kind.ERA:
        return None
    return "BC" if tokens[at].value < 0 else "AD"


def year_at(tokens: Tokens, at: int) -> Year | None:
    """Return a year that something beside it makes certain: an era, an apostrophe, or (for the caller) a month."""
    token = tokens[at]
    if token.low in "'’" and token.text and tokens[at + 1].glued and len(tokens[at + 1].text) == 2:
        if tokens[at + 1].kind is Kind.NUMBER and stands_alone(tokens, at + 1) and not tokens[at - 1].kind is Kind.NUMBER:
            return Year(tokens[at + 1].value, None, at + 2, short=True)
        return None
    if era_at(tokens, at) == "AD" and tokens[at + 1].kind is Kind.NUMBER and 0 < tokens[at + 1].value <= 2099:
        return Year(tokens[at + 1].value, "AD", at + 2)
    if token.kind is not Kind.NUMBER or not stands_alone(tokens, at) or not 0 < token.value <= 9999:
        return None
    era = era_at(tokens, at + 1)
    if era:
        return Year(token.value, era, at + 2)
    if len(token.text) == 4 and 1000 <= token.value <= 2099:
        return Year(token.value, None, at + 1)
    return None


_STEPS = {
    "same": 0, "next": 1, "following": 1, "ensuing": 1, "subsequent": 1, "succeeding": 1,
    "previous": -1, "preceding": -1, "prior": -1,
}  # fmt: skip


def pointer_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return how far "the same", "that", "the following", "the previous" point, and the token behind them."""
    here = at
    determined = tokens[here].low in ("the", "that", "this")
    if determined:
        here += 1
    if tokens[here].low == "very":
        here += 1
    if tokens[here].low in _STEPS:
        return _STEPS[tokens[here].low], here + 1
    return (0, here) if determined and tokens[at].low != "the" and here == at + 1 else None


def _with_year(tokens: Tokens, date: Calendar, first: int, at: int) -> Term:
    """Return the date with the year that follows at `at`, behind a comma or "of" perhaps; without one if none does."""
    comma = tokens[at].low == ","
    behind = at + 1 if comma or (tokens[at].low == "of" and tokens[at + 1].kind in (Kind.NUMBER, Kind.ERA)) else at
    year = year_at(tokens, behind)
    if year and (year.era or not _is_amount(tokens, behind)):
        return Term(year.of(date), first, year.stop)
    pointer = pointer_at(tokens, at + 1 if tokens[at].low == "of" else at)
    if pointer and tokens[pointer[1]].low == "year":
        return Term(replace(date, of=Deictic(pointer[0], "year")), first, pointer[1] + 1)
    return Term(date, first, at)


def _is_amount(tokens: Tokens, at: int) -> bool:
    return is_counted(tokens[at + 1]) or (tokens[at].value % 50 == 0 and counts_things(tokens, at))


def iso(tokens: Tokens, at: int) -> Term | None:
    """1943-06-09."""
    if tokens[at].kind is not Kind.ISO:
        return None
    year, month, day = (int(digits) for digits in tokens[at].text.split("-"))
    return Term(Calendar(year=year, month=month, day=day), at, at + 1)


def day_month(tokens: Tokens, at: int) -> Term | None:
    """9 June, the 9th of June 1943, 9 June, 1943."""
    day = day_at(tokens, at + 1 if tokens[at].low == "the" else at)
    if not day:
        return None
    month = month_at(tokens, day[1] + 1 if tokens[day[1]].low == "of" else day[1])
    return _with_year(tokens, Calendar(month=month[0], day=day[0]), at, month[1]) if month else None


def month_day(tokens: Tokens, at: int) -> Term | None:
    """June 9, June the 9th, June 9, 1943."""
    month = month_at(tokens, at)
    day = day_at(tokens, month[1] + 1 if tokens[month[1]].low == "the" else month[1]) if month else None
    if not month or not day:
        return None
    term = _with_year(tokens, Calendar(month=month[0], day=day[0]), at, day[1])
    bare = term.stop == day[1]
    if bare and tokens[at - 1].low in ("in", "during") and counts_things(tokens, day[1] - 1):
        return None
    unit = tokens[day[1] - 1].kind is Kind.ORDINAL and tokens[day[1]].kind is Kind.WORD and tokens[day[1]].text[0].isupper()
    return None if bare and unit else term


def month_year(tokens: Tokens, at: int) -> Term | None:
    """June 1943, June, 1943, June of 1943, or June alone."""
    month = month_at(tokens, at)
    if not month:
        return None
    term = _with_year(tokens, Calendar(month=month[0]), at, month[1])
    if term.stop > month[1]:
        return term
    return term if tokens[at].low not in SHORT_MONTHS and is_month(tokens, at, month[1]) else None


def season(tokens: Tokens, at: int) -> Term | None:
    """Spring 1943, the spring of 1943, the winter of 1942-43, the spring."""
    here = at + 1 if tokens[at].low == "the" else at
    token = tokens[here]
    if token.kind is not Kind.SEASON:
        return None
    date = Calendar(season=token.value)
    term = _with_year(tokens, date, at, here + 1)
    if term.stop > here + 1:
        link, second = tokens[term.stop], tokens[term.stop + 1]
        twofold = (link.kind is Kind.DASH or link.low == "/") and second.kind is Kind.NUMBER and len(second.text) in (2, 4)
        return replace(term, stop=term.stop + 2) if twofold and token.value == 24 else term
    if tokens[at - 1].low not in ("in", "by", "during", "until", "since", "throughout", "over", "through", "and"):
        return None
    follower = tokens[here + 1]
    verbal = token.low == "fall" and (follower.low == "of" or tokens[at].low != "the")
    return None if verbal or follower.kind is Kind.WORD and follower.text[0].isupper() else term


def year(tokens: Tokens, at: int) -> Term | None:
    """1943, the year 1943, 264 BC, AD 66, '44; of three digits only where "in" stands before and a comma behind."""
    here = at + 2 if tokens[at].low == "the" and tokens[at + 1].low == "year" else at
    found = year_at(tokens, here)
    if found and (found.era or found.short or here > at or is_year(tokens, here)):
        return Term(found.of(Calendar()), at, found.stop)
    token = tokens[at]
    if token.kind is Kind.NUMBER and len(token.text) == 3 and stands_alone(tokens, at) and not counts_things(tokens, at):
        if tokens[at - 1].low in ("in", "since", "until", "by") :
            return Term(Calendar(year=token.value, doubtful=True), at, at + 1)
    return None


def decade(tokens: Tokens, at: int) -> Term | None:
    """The 1930s; the 1800s are a century."""
    here = at + 1 if tokens[at].low == "the" else at
    token = tokens[here]
    if token.kind is not Kind.DECADE or not 100 <= token.value <= 2090 or token.value % 10:
        return None
    era = era_at(tokens, here + 1)
    stop = here + 2 if era else here + 1
    if token.value % 100 == 0 and token.value >= 1000:
        return Term(Period("century", token.value // 100 + 1, era), at, stop)
    return Term(Period("decade", token.value // 10, era), at, stop)


def century(tokens: Tokens, at: int) -> Term | None:
    """The 19th century, the ninth century BC, nineteenth-century."""
    here = at + 1 if tokens[at].low == "the" else at
    number = tokens[here]
    base = 0
    if number.kind is Kind.CARDINAL and number.value == 20 and tokens[here + 1].kind is Kind.DASH:
        base, here = 20, here + 2
        number = tokens[here]
    behind = here + 2 if tokens[here + 1].kind is Kind.DASH else here + 1
    if number.kind is not Kind.ORDINAL or tokens[behind].low not in ("century", "centuries"):
        return None
    era = era_at(tokens, behind + 1)
    if not 1 <= base + number.value <= 30:
        return None
    return Term(Period("century", base + number.value, era), at, behind + 2 if era else behind + 1)


_HOLIDAYS = {"christmas": (12, 25), "boxing": (12, 26)}


def holiday(tokens: Tokens, at: int) -> Term | None:
    """Christmas, Christmas Eve 1941, New Year's Day; not the Christmas Offensive."""
    low, here = tokens[at].low, at + 1
    if low == "christmas":
        day = 25
        if tokens[here].low in ("eve", "day"):
            day, here = (24 if tokens[here].low == "eve" else 25), here + 1
        month = 12
    elif low == "new" and tokens[here].low in ("year's", "year’s") and tokens[here + 1].low in ("eve", "day"):
        month, day = (12, 31) if tokens[here + 1].low == "eve" else (1, 1)
        here += 2
    elif low == "boxing" and tokens[here].low == "day":
        month, day, here = 12, 26, here + 1
    else:
        return None
    term = _with_year(tokens, Calendar(month=month, day=day), at, here)
    named = tokens[here].kind is Kind.WORD and tokens[here].text[0].isupper()
    return None if named else term


_BASES: tuple[Rule, ...] = (iso, day_month, month_day, month_year, season, decade, century, holiday, year)


def base(tokens: Tokens, at: int) -> Term | None:
    """Return the longest date without a word before it that says which part of it is meant."""
    weekday = tokens[at].kind is Kind.WEEKDAY
    here = at
    if weekday:
        here = at + 2 if tokens[at + 1].low == "," else at + 1
        if tokens[here].low == "the":
            here += 1
    found = [term for rule in _BASES if (term := rule(tokens, here))]
    longest = max(found, key=lambda term: term.stop, default=None)
    if longest and weekday:
        if not isinstance(longest.phrase, Calendar) or not longest.phrase.day:
            return None
        return Term(replace(longest.phrase, weekday=tokens[at].value), at, longest.stop)
    return longest
