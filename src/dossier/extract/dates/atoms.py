"""The smallest pieces of dates: a day, a month, an era, a year, a word that points. Each with the token behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dossier.extract.dates.guards import is_amount, stands_alone
from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import POINTERS, SHORT_MONTHS
from dossier.extract.dates.phrases import Calendar, Deictic, Era, Term

LAST_YEAR = 2099


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
        later = token.value > 0 and after.kind is Kind.NUMBER and 0 < after.value <= LAST_YEAR
        return Year(after.value, at + 2, "AD") if later else None
    if token.kind is not Kind.NUMBER or not stands_alone(tokens, at) or not 0 < token.value <= 9999:
        return None
    era = era_at(tokens, at + 1)
    if era:
        return Year(token.value, at + 2, era)
    return Year(token.value, at + 1) if len(token.text) == 4 and 1000 <= token.value <= LAST_YEAR else None


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
    if year and (year.era or not is_amount(tokens, behind)):
        return Term(year.of(date), first, year.stop)
    pointer = pointer_at(tokens, behind) if tokens[at].low != "," else None
    if pointer and tokens[pointer[1]].low == "year":
        return Term(replace(date, of=Deictic(pointer[0], "year")), first, pointer[1] + 1)
    return Term(date, first, at)
