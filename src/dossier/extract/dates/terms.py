"""The grammar of single dates of the calendar: 9 June 1943, June 9th, the spring of 480 BC, the 1930s.

Each rule takes tokens and a position and returns a Term, or None where it does not apply. No rule looks further than a
fixed number of tokens, so that reading a text takes time in proportion to its length.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dossier.extract.dates.atoms import LAST_YEAR, behind_the, day_at, era_at, month_at, with_year, year_at
from dossier.extract.dates.guards import counts, is_month, is_year, names_a_unit, stands_alone
from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import AFTER_A_DAY, SHORT_MONTHS
from dossier.extract.dates.phrases import Calendar, Period, Term


def numeric(tokens: Tokens, at: int) -> Term | None:
    """1943-06-09; 9.6.1943, day first; 9/13/1943 or 13/9/1943, but not 9/6/1943, which has two meanings."""
    if tokens[at].kind is not Kind.NUMERIC:
        return None
    text = tokens[at].text
    one, two, three = (int(digits) for digits in text.replace("/", "-").replace(".", "-").split("-"))
    if "-" in text:
        return Term(Calendar(year=one, month=two, day=three), at, at + 1)
    if "/" in text and one <= 12 and two <= 12 and one != two:
        return None
    day, month = (two, one) if two > 12 else (one, two)
    return Term(Calendar(year=three, month=month, day=day), at, at + 1)


def day_month(tokens: Tokens, at: int) -> Term | None:
    """9 June, the 9th of June 1943, 9 June, 1943."""
    day = day_at(tokens, behind_the(tokens, at))
    month = month_at(tokens, day[1] + 1 if tokens[day[1]].low == "of" else day[1]) if day else None
    if not day or not month:
        return None
    term = with_year(tokens, Calendar(month=month[0], day=day[0]), at, month[1])
    return None if term.stop == month[1] and names_a_unit(tokens[month[1]]) else term


def month_day(tokens: Tokens, at: int) -> Term | None:
    """June 9, June the 9th, June 9, 1943; not the ships of "in June 12 ships", nor the army of "June 2nd Army"."""
    month = month_at(tokens, at)
    day = day_at(tokens, behind_the(tokens, month[1])) if month else None
    if not month or not day:
        return None
    term = with_year(tokens, Calendar(month=month[0], day=day[0]), at, day[1])
    if term.stop > day[1]:
        return term
    number = tokens[day[1] - 1]
    counted = number.kind is Kind.NUMBER and tokens[at - 1].low in ("in", "during") and counts(tokens, day[1] - 1)
    return None if counted or (number.kind is Kind.ORDINAL and tokens[day[1]].is_name) else term


def month_year(tokens: Tokens, at: int) -> Term | None:
    """June 1943, June, 1943, June of that year; June alone where it is no name."""
    found = month_at(tokens, at)
    if not found:
        return None
    term = with_year(tokens, Calendar(month=found[0]), at, found[1])
    alone = term.stop == found[1]
    return None if alone and (tokens[at].low in SHORT_MONTHS or not is_month(tokens, at, found[1])) else term


_BEFORE_A_SEASON = frozenset("in by during until since throughout over through and of early late mid".split())


def season_year(tokens: Tokens, at: int) -> Term | None:
    """Spring 1943, the spring of 1943, the winter of 1942-43; the spring, where a preposition stands before it."""
    here = behind_the(tokens, at)
    token, after = tokens[here], tokens[here + 1]
    if token.kind is not Kind.SEASON:
        return None
    term = with_year(tokens, Calendar(season=token.value), at, here + 1)
    if term.stop > here + 1:
        over = tokens[term.stop].kind is Kind.DASH or tokens[term.stop].low == "/"
        second = tokens[term.stop + 1]
        twofold = token.low == "winter" and over and second.kind is Kind.NUMBER and len(second.text) in (2, 4)
        return replace(term, stop=term.stop + 2) if twofold else term
    # The fall of a city is no autumn, and the Spring Offensive is a name.
    falls = token.low == "fall" and (here == at or after.low == "of")
    return None if falls or after.is_name or tokens[at - 1].low not in _BEFORE_A_SEASON else term


def year_alone(tokens: Tokens, at: int) -> Term | None:
    """1943, the year 1943, 264 BC, AD 66, '44; a number of three digits only behind a preposition."""
    here = at + 2 if tokens[at].low == "the" and tokens[at + 1].low == "year" else at
    found = year_at(tokens, here)
    if found and (found.era or found.short or here > at or is_year(tokens, here)):
        return Term(found.of(Calendar()), at, found.stop)
    token, after = tokens[at], tokens[at + 1]
    if token.kind is not Kind.NUMBER or len(token.text) != 3 or not stands_alone(tokens, at) or counts(tokens, at):
        return None
    ends = after.low in (",", ".", ";", ")")
    if tokens[at - 1].low not in ("in", "since", "until") and not (tokens[at - 1].low == "by" and ends):
        return None
    return Term(Calendar(year=token.value, doubtful=not ends), at, at + 1)


def decade(tokens: Tokens, at: int) -> Term | None:
    """The 1930s. The 1800s are a century."""
    here = behind_the(tokens, at)
    token = tokens[here]
    if token.kind is not Kind.DECADE or not 100 <= token.value <= LAST_YEAR or token.value % 10:
        return None
    era = era_at(tokens, here + 1)
    stop = here + 2 if era else here + 1
    if token.value % 100 == 0 and token.value >= 1000:
        return Term(Period("century", token.value // 100 + 1, era), at, stop)
    return Term(Period("decade", token.value // 10, era), at, stop)


def century(tokens: Tokens, at: int) -> Term | None:
    """The 19th century, the ninth century BC, twenty-first-century."""
    here = behind_the(tokens, at)
    tens = tokens[here].value if tokens[here].kind is Kind.CARDINAL and tokens[here + 1].kind is Kind.DASH else 0
    here = here + 2 if tens else here
    number = tokens[here]
    behind = here + 2 if tokens[here + 1].kind is Kind.DASH else here + 1
    if number.kind is not Kind.ORDINAL or tokens[behind].low not in ("century", "centuries"):
        return None
    era = era_at(tokens, behind + 1)
    return Term(Period("century", tens + number.value, era), at, behind + 2 if era else behind + 1)


def holiday(tokens: Tokens, at: int) -> Term | None:
    """Christmas 1914, Christmas Eve, New Year's Day, VE Day, 9/11. The Christmas Offensive is one of a December."""
    token, after = tokens[at], tokens[at + 1]
    if token.low == "christmas":
        if after.low in ("eve", "day"):
            return with_year(tokens, Calendar(month=12, day=24 if after.low == "eve" else 25), at, at + 2)
        if after.kind is Kind.WORD and after.low not in AFTER_A_DAY:
            return Term(Calendar(month=12), at, at + 1)
        return with_year(tokens, Calendar(month=12, day=25), at, at + 1)
    for words, date in _HOLIDAYS.get(token.low, ()):
        stop = at + 1 + len(words)
        if tuple(follower.low.replace("’", "'") for follower in tokens[at + 1 : stop]) == words:
            return Term(date, at, stop) if date.year else with_year(tokens, date, at, stop)
    return None


_HOLIDAYS = {
    "new": (
        (("year's", "eve"), Calendar(month=12, day=31)),
        (("year's", "day"), Calendar(month=1, day=1)),
    ),
    "boxing": ((("day",), Calendar(month=12, day=26)),),
    "bastille": ((("day",), Calendar(month=7, day=14)),),
    "ve": ((("day",), Calendar(year=1945, month=5, day=8)),),
    "v": ((("-", "e", "day"), Calendar(year=1945, month=5, day=8)),),
    "september": ((("11", "attacks"), Calendar(year=2001, month=9, day=11)),),
    "9": ((("/", "11"), Calendar(year=2001, month=9, day=11)),),
}

Rule = Callable[[Tokens, int], Term | None]

_RULES: dict[Kind, tuple[Rule, ...]] = {
    Kind.NUMERIC: (numeric,),
    Kind.NUMBER: (day_month, year_alone, holiday),
    Kind.ORDINAL: (day_month, century),
    Kind.CARDINAL: (day_month, century),
    Kind.MONTH: (month_day, month_year, holiday),
    Kind.SEASON: (season_year,),
    Kind.DECADE: (decade,),
    Kind.ERA: (year_alone,),
    Kind.MARK: (year_alone,),
    Kind.WORD: (holiday,),
}
_RULES_BEHIND_THE: tuple[Rule, ...] = (day_month, season_year, decade, century, year_alone)


def base(tokens: Tokens, at: int) -> Term | None:
    """Return the longest date at `at`, a day of the week before it included."""
    here = at
    if tokens[at].kind is Kind.WEEKDAY:
        here = at + 2 if tokens[at + 1].low == "," else at + 1
    rules = _RULES_BEHIND_THE if tokens[here].low == "the" else _RULES.get(tokens[here].kind, ())
    found = [term for rule in rules if (term := rule(tokens, here))]
    longest = max(found, key=lambda term: term.stop, default=None)
    if longest is None or here == at:
        return longest
    date = longest.phrase
    if not isinstance(date, Calendar) or not date.day:
        return None
    return Term(replace(date, weekday=tokens[at].value), at, longest.stop)
