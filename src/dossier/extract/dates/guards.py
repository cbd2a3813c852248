"""What looks like a date and is none: amounts, numbers of things, names. Judged by the tokens on both sides."""

from __future__ import annotations

from dossier.extract.dates.lexer import Kind, Token, Tokens
from dossier.extract.dates.lexicon import (
    AMOUNT_BEFORE,
    AT_A_TIME,
    BEFORE_A_MONTH,
    COUNTED,
    MAYBE_AT_A_TIME,
    MEASURES,
    NOT_PLURAL,
    NUMBERED,
)

_LETTERS = {Kind.WORD, Kind.MONTH, Kind.UNIT, Kind.MERIDIEM, Kind.ORDINAL, Kind.NUMBER, Kind.QUANTITY, Kind.ERA}
_NAMES_OF_PEOPLE = {4, 5, 6, 8}
_VERB_OR_WISH = {3, 5}


def stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether the number at `at` is a word of its own: not M1917, $1900, 88mm, 50% or #1812."""
    before, after = tokens[at - 1], tokens[at + 1]
    joined = tokens[at].glued and (before.kind in _LETTERS or (before.text and before.text in "$£€¥#§@_="))
    return not joined and not (after.glued and (after.kind in _LETTERS or after.text in "%°²³_"))


def is_counted(token: Token) -> bool:
    """Whether the word names things that are counted, so that a number before it is an amount."""
    if token.low in MEASURES or token.low in COUNTED:
        return True
    plural = token.kind is Kind.WORD and token.text.islower() and len(token.text) > 3 and token.low.endswith("s")
    return plural and not token.low.endswith("ss") and token.low not in NOT_PLURAL


def counts_things(tokens: Tokens, at: int) -> bool:
    """Whether the number at `at` counts what follows, at most two words on: 1500 men, 1200 well armed soldiers."""
    for ahead in range(1, 4):
        token = tokens[at + ahead]
        if is_counted(token):
            return True
        if token.kind is not Kind.WORD or token.low in MAYBE_AT_A_TIME or token.low in AT_A_TIME:
            return False
    return False


def is_year(tokens: Tokens, at: int) -> bool:
    """Whether a number of four digits that has no era or month beside it is a year."""
    number, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if len(number.text) != 4 or not 1000 <= number.value <= 2099 or not stands_alone(tokens, at):
        return False
    if after.low in MEASURES or (after.kind is Kind.DASH and tokens[at + 2].low in ("strong", "man", "men", "ton", "metre")):
        return False
    if before.low in AT_A_TIME:
        return True
    if before.low == "." and tokens[at - 2].low in NUMBERED:
        return False
    if before.low in AMOUNT_BEFORE or before.low in NUMBERED:
        return False
    if before.low in MAYBE_AT_A_TIME:
        return number.value % 50 != 0 or not counts_things(tokens, at)
    return not counts_things(tokens, at)


def is_month(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether the month that stands from `at` to `stop` without day or year is one, not a name or another word."""
    month, before, after = tokens[at].value, tokens[at - 1], tokens[stop]
    named = after.kind is Kind.WORD and after.text[0].isupper()
    if before.low in ("every", "each"):
        return False
    if before.low in BEFORE_A_MONTH:
        return not (named and month in _NAMES_OF_PEOPLE) and after.low not in ("von", "van", "de")
    if before.kind is Kind.WORD and before.text[0].isupper() and before.low not in ("the", "a", "an", "its", "his"):
        return False
    if month in _NAMES_OF_PEOPLE and (named or after.low in ("von", "van", "de")):
        return False
    if month in _VERB_OR_WISH and not (before.low in ("the", "a", "an") or after.kind is Kind.DASH or after.low in ")"):
        return False
    return not (month == 3 and after.low in ("of", "on", "to", "through", "against", "from", "towards", "into"))
