"""Text to tokens: numbers, the words that dates are made of, and all that stands between. One pass, linear time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from dossier.extract.dates.lexicon import CARDINALS, ERAS, MONTHS, ORDINALS, SEASONS, SHORT_MONTHS, UNITS, WEEKDAYS


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    ORDINAL = auto()
    QUANTITY = auto()
    DECADE = auto()
    NUMERIC = auto()
    CLOCK = auto()
    MERIDIEM = auto()
    ERA = auto()
    MONTH = auto()
    WEEKDAY = auto()
    SEASON = auto()
    UNIT = auto()
    CARDINAL = auto()
    WORD = auto()
    DASH = auto()
    MARK = auto()
    BREAK = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text, from code point `start` up to `end`.

    `low` is its text in lower case. `value` is what it stands for: a number, a month from 1, a day of the week from 0,
    EDTF's code of a season, -1 or 1 for an era. `glued` means that no space stands before it.
    """

    kind: Kind
    text: str
    low: str
    start: int
    end: int
    value: int = 0
    glued: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is a word with a capital letter."""
        return self.kind is Kind.WORD and self.text[0].isupper()


Tokens = tuple[Token, ...]

MARGIN = 16
"""How many END tokens stand before and behind those of a text, so that looking around needs no care."""

_PIECE = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<url>https?://\S+)
    | (?P<numeric>\d{4}-\d\d-\d\d(?![\d-])|\d\d?([./])\d\d?\4\d{4}(?!\d))
    | (?P<clock>\d\d?:\d\d(?::\d\d)?(?!\d))
    | (?P<quantity>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+)
    | (?P<ordinal>\d{1,4}(?:st|nd|rd|th)\b)
    | (?P<decade>\d{2,4}['’]?s\b)
    | (?P<number>\d+)
    | (?P<era>B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.|C\.\s?E\.|B\.C\b)
    | (?P<meridiem>[AaPp]\.\s?[Mm]\b\.?|[AaPp][Mm]\b)
    | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
    | (?P<dash>--?|[‐‑‒–—−])
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)

_KINDS = {
    "numeric": Kind.NUMERIC, "clock": Kind.CLOCK, "quantity": Kind.QUANTITY, "ordinal": Kind.ORDINAL,
    "decade": Kind.DECADE, "number": Kind.NUMBER, "meridiem": Kind.MERIDIEM, "dash": Kind.DASH, "url": Kind.MARK,
    "mark": Kind.MARK,
}  # fmt: skip

# Months and days of the week have a capital; without one, "may" and "march" are other words.
_NAMES = {
    **{word: (Kind.MONTH, number) for word, number in (MONTHS | SHORT_MONTHS).items()},
    **{word: (Kind.WEEKDAY, number) for word, number in WEEKDAYS.items()},
}
_WORDS = {
    **{word: (Kind.ORDINAL, number) for word, number in ORDINALS.items()},
    **{word: (Kind.CARDINAL, number) for word, number in CARDINALS.items()},
    **{word: (Kind.SEASON, code) for word, code in SEASONS.items()},
    **dict.fromkeys(UNITS, (Kind.UNIT, 0)),
}

_MOST_DIGITS = 9


def tokenize(text: str) -> Tokens:
    """Return the tokens of `text` between margins. White space is one where it ends a line that does not run on."""
    margin = [Token(Kind.END, "", "", len(text), len(text))] * MARGIN
    tokens = list(margin)
    glued = False
    for piece in _PIECE.finditer(text):
        group, word = str(piece.lastgroup), piece[0]
        start, end = piece.span()
        if group != "space":
            tokens.append(Token(*_classify(group, word, start, end), glued))
        elif "\n" in word and not _runs_on(text, word, start, end):
            tokens.append(Token(Kind.BREAK, word, "\n", start, end))
        glued = group != "space"
    return tuple(tokens + margin)


def _runs_on(text: str, space: str, start: int, end: int) -> bool:
    """Whether a lone line break stands inside a sentence: between a word or comma and a word or number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return space.count("\n") == 1 and (before.isalnum() or before == ",") and after.isalnum()


def _classify(group: str, word: str, start: int, end: int) -> tuple[Kind, str, str, int, int, int]:
    low = word.lower()
    if group == "word":
        kind, value = (word[0].isupper() and _NAMES.get(low)) or _WORDS.get(low) or (Kind.WORD, 0)
        if word in ERAS:
            kind, value = Kind.ERA, ERAS[word]
    elif group == "era":
        kind, value = Kind.ERA, -1 if word[0] == "B" else 1
    else:
        kind, value = _KINDS[group], 0
        if kind in (Kind.NUMBER, Kind.ORDINAL, Kind.DECADE):
            digits = word.rstrip("'’stndrh")
            value = int(digits) if len(digits) <= _MOST_DIGITS else -1
    return kind, word, low, start, end, value
