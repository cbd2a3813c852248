"""What looks like a date and is none: amounts, numbers of things, names. Judged by the tokens on both sides."""

from __future__ import annotations

from dossier.extract.dates.lexer import Kind, Token, Tokens
from dossier.extract.dates.lexicon import (
    AFTER_A_DAY,
    AMOUNT_BEFORE,
    BEFORE_A_MONTH,
    COUNTED,
    IN_A_YEAR,
    MEASURES,
    NO_PLURALS,
    NUMBERED,
    PERHAPS_IN_A_YEAR,
    UNITS_OF_ARMIES,
)

_SIGNS = frozenset("$£€¥#§@_°²³%")
_TEXT = {Kind.WORD, Kind.MONTH, Kind.UNIT, Kind.MERIDIEM, Kind.ORDINAL, Kind.NUMBER, Kind.QUANTITY, Kind.ERA}
_SIZES = {"strong", "man", "men", "ton", "tonne", "metre", "meter", "mile", "foot", "pound", "year", "bed", "seat"}

_ALSO_FIRST_NAMES = {4, 5, 6, 8}
_ALSO_VERBS = {3, 5}
_AFTER_A_MARCH = {"of", "on", "to", "through", "against", "from", "towards", "into"}
_TITLES = {"overture"}
_NOBLE = {"von", "van", "de", "der"}
_DETERMINERS = {"the", "a", "an", "its", "his", "their"}

_FIRST_YEAR, _LAST_YEAR = 1000, 2099
_ROUND = 50
_WORDS_TO_A_NOUN = 3
_LONGEST_DESIGNATION = 4


def stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether the number at `at` is a word of its own: not M1917, $1900, 88mm, 50% or #1812."""
    number, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if number.glued and (before.kind in _TEXT or before.low in _SIGNS or _is_designation(tokens, at)):
        return False
    return not (after.glued and (after.kind in _TEXT or after.low in _SIGNS))


def _is_designation(tokens: Tokens, at: int) -> bool:
    """Whether the number at `at` is the second half of a name like U-1206."""
    letters, joint = tokens[at - 2], tokens[at - 1]
    capitals = letters.kind is Kind.WORD and letters.text.isupper() and len(letters.text) <= _LONGEST_DESIGNATION
    return joint.kind is Kind.DASH and joint.glued and capitals


def is_counted(token: Token) -> bool:
    """Whether a word names what is counted, so that a number before it is an amount."""
    if token.low in COUNTED:
        return True
    plural = token.kind is Kind.WORD and len(token.text) > 3 and token.text[-1] == "s" and token.text.islower()
    return plural and token.low not in NO_PLURALS and token.low[-2:] not in ("ss", "us", "is")


def counts(tokens: Tokens, at: int) -> bool:
    """Whether the number at `at` counts what follows, two adjectives later at most: 1200 well armed soldiers."""
    for ahead in range(1, 1 + _WORDS_TO_A_NOUN):
        token = tokens[at + ahead]
        if is_counted(token):
            return True
        if token.kind is not Kind.WORD or token.low in PERHAPS_IN_A_YEAR:
            return False
    return False


def names_a_unit(token: Token) -> bool:
    """Whether a word with a capital makes a unit of the date before it: 1st March Infantry Division."""
    return token.is_name and token.low in UNITS_OF_ARMIES


def is_amount(tokens: Tokens, at: int) -> bool:
    """Whether the number at `at` is round and counts what follows: 1500 men, even behind a month."""
    return _is_round(tokens[at]) and counts(tokens, at)


def is_year(tokens: Tokens, at: int) -> bool:
    """Whether a number of four digits without an era or month beside it is a year."""
    number, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if len(number.text) != 4 or not _FIRST_YEAR <= number.value <= _LAST_YEAR or not stands_alone(tokens, at):
        return False
    if after.low in MEASURES or after.low in _TITLES or (after.kind is Kind.DASH and tokens[at + 2].low in _SIZES):
        return False
    if before.low in IN_A_YEAR:
        return True
    named = tokens[at - 2] if before.low == "." else before
    if named.low in NUMBERED or before.low in AMOUNT_BEFORE:
        return False
    alone = after.kind is not Kind.WORD or after.low in AFTER_A_DAY
    if alone and _is_round(number) and before.kind is Kind.WORD and before.low not in PERHAPS_IN_A_YEAR:
        return False
    # Armies come in round numbers and years do not: "by 1944 troops had landed", but "held by 1500 troops".
    believable = before.low in PERHAPS_IN_A_YEAR and not _is_round(number)
    return believable or not counts(tokens, at)


def _is_round(number: Token) -> bool:
    return number.value % _ROUND == 0


def is_month(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a month from `at` to `stop` without a day or year beside it is one, not a name or another word."""
    month, before, after = tokens[at].value, tokens[at - 1], tokens[stop]
    if before.low in ("every", "each") or after.low in _NOBLE or names_a_unit(after):
        return False
    if before.low in BEFORE_A_MONTH:
        return not (after.is_name and month in _ALSO_FIRST_NAMES)
    if before.low in _DETERMINERS:
        return not (month in _ALSO_VERBS and after.low in _AFTER_A_MARCH)
    if before.is_name or (after.is_name and month in _ALSO_FIRST_NAMES):
        return False
    return month not in _ALSO_VERBS or after.kind is Kind.DASH or after.low == ")"
