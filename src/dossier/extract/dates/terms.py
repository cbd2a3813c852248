"""The grammar of single dates of the calendar: 9 June 1943, June 9th, the spring of 480 BC, the 1930s.

Each rule takes tokens and a position and returns a Term, or None where it does not apply. No rule looks further than a
fixed number of tokens, so that reading a text takes time in proportion to its length.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dossier.extract.dates.guards import counts, is_month, is_year, stands_alone
from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import AFTER_A_DAY, POINTERS, SHORT_MONTHS
from dossier.extract.dates.phrases import Calendar, Deictic, Era, Period, Term

_LAST_YEAR = 2099


@dataclass(frozen=True, slots=True)
class Year:
    """A year as written, and the token behind it."""

    number: int
    stop: int
    era: Era | None = None
    short: bool = False

    def of(self, date: Calendar) -> Calendar:
        """Return the date with this year."""
        return replace(date, year=self.number, era=self.era, short=self.short)


def behind_the(tokens: Tokens, at: int) -> int:
    """Return the token behind "the", if that stands at `at`, else `at` itself."""
    return at + 1 if tokens[at].low == "the" else at


def day_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the day of the month at `at`, and the token behind it."""
    token = tokens[at]
    if token.kind is Kind.CARDINAL and token.value in (20, 30) and tokens[at + 1].kind is Kind.DASH:
        ones = tokens[at + 2]
        if ones.kind is Kind.ORDINAL and token.value + ones.value <= 31:
            return token.value + ones.value, at + 3
    number = token.kind is Kind.NUMBER and len(token.text) <= 2 and stands_alone(tokens, at)
    return (token.value, at + 1) if (number or token.kind is Kind.ORDINAL) and 1 <= token.value <= 31 else None


def month_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the month at `at`, and the token behind it and the full stop of a short form."""
    token = tokens[at]
    if token.kind is not Kind.MONTH:
        return None
    dotted = token.low in SHORT_MONTHS and tokens[at + 1].low == "." and tokens[at + 1].glued
    return token.value, at + 2 if dotted else at + 1


def era_at(tokens: Tokens, at: int) -> Era | None:
    """Return the era at `at`."""
    token = tokens[at]
    if token.kind is not Kind.ERA:
        return None
    return "BC" if token.value < 0 else "AD"


def year_at(tokens: Tokens, at: int) -> Year | None:
    """Return a number that can be a year: with an era, behind an apostrophe, or of four digits."""
    token, after = tokens[at], tokens[at + 1]
    if token.low in ("'", "’", "‘"):
        two = after.kind is Kind.NUMBER and len(after.text) == 2 and after.glued and stands_alone(tokens, at + 1)
        return Year(after.value, at + 2, short=True) if two and not token.glued else None
    if token.kind is Kind.ERA:
        later = token.value > 0 and after.kind is Kind.NUMBER and 0 < after.value <= _LAST_YEAR
        return Year(after.value, at + 2, "AD") if later else None
    if token.kind is not Kind.NUMBER or not stands_alone(tokens, at) or not 0 < token.value <= 9999:
        return None
    era = era_at(tokens, at + 1)
    if era:
        return Year(token.value, at + 2, era)
    return Year(token.value, at + 1) if len(token.text) == 4 and 1000 <= token.value <= _LAST_YEAR else None


def pointer_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return how far "the same", "that", "the following" or "the previous" points, and the token behind them."""
    demonstrative = tokens[at].low in ("that", "this")
    here = at + 1 if demonstrative or tokens[at].low == "the" else at
    if tokens[here].low == "very":
        here += 1
    step = POINTERS.get(tokens[here].low)
    if step is not None:
        return step, here + 1
    return (0, here) if demonstrative else None


def with_year(tokens: Tokens, date: Calendar, first: int, at: int) -> Term:
    """Return the date with the year that follows at `at`, if one does: 1943; , 1943; of 1943; of that year."""
    behind = at + 1 if tokens[at].low in (",", "of") else at
    year = year_at(tokens, behind)
    amount = tokens[behind].value % 50 == 0 and counts(tokens, behind)
    if year and (year.era or not amount):
        return Term(year.of(date), first, year.stop)
    pointer = pointer_at(tokens, behind)
    if pointer and tokens[pointer[1]].low == "year":
        return Term(replace(date, of=Deictic(pointer[0], "year")), first, pointer[1] + 1)
    return Term(date, first, at)


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
    return with_year(tokens, Calendar(month=month[0], day=day[0]), at, month[1]) if day and month else None


def month_day(tokens: Tokens, at: int) -> Term | None:
    """June 9, June the 9th, June 9, 1943; not the twelve ships of "in June 12 ships" nor the army of "June 2nd Army"."""
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
    if tokens[at - 1].low not in ("in", "since", "until", "by"):
        return None
    return Term(Calendar(year=token.value, doubtful=after.low not in (",", ".", ";", ")")), at, at + 1)


def decade(tokens: Tokens, at: int) -> Term | None:
    """The 1930s. The 1800s are a century."""
    here = behind_the(tokens, at)
    token = tokens[here]
    if token.kind is not Kind.DECADE or not 100 <= token.value <= _LAST_YEAR or token.value % 10:
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
    for words, date in _HOLIDAYS.get(token.low, {}).items():
        stop = at + 1 + len(words)
        if tuple(follower.low.replace("’", "'") for follower in tokens[at + 1 : stop]) == words:
            return Term(date, at, stop) if date.year else with_year(tokens, date, at, stop)
    return None


_HOLIDAYS = {
    "new": {("year's", "eve"): Calendar(month=12, day=31), ("year's", "day"): Calendar(month=1, day=1)},
    "boxing": {("day",): Calendar(month=12, day=26)},
    "bastille": {("day",): Calendar(month=7, day=14)},
    "ve": {("day",): Calendar(year=1945, month=5, day=8)},
    "v": {("-", "e", "day"): Calendar(year=1945, month=5, day=8)},
    "9": {("/", "11"): Calendar(year=2001, month=9, day=11)},
}

Rule = Callable[[Tokens, int], Term | None]

_RULES: dict[Kind, tuple[Rule, ...]] = {
    Kind.NUMERIC: (numeric,),
    Kind.NUMBER: (day_month, year_alone, holiday),
    Kind.ORDINAL: (day_month, century),
    Kind.CARDINAL: (day_month, century),
    Kind.MONTH: (month_day, month_year),
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
