"""Text to tokens: numbers, words that dates are made of, and all that stands between. One pass, linear time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from dossier.extract.dates.lexicon import ERAS, MONTHS, ONES, ORDINALS, SEASONS, SHORT_MONTHS, TENS, UNITS, WEEKDAYS


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    ORDINAL = auto()
    QUANTITY = auto()
    DECADE = auto()
    ISO = auto()
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
    """A piece of the text. `value` is its number, where it has one; `glued` means that no space stands before it."""

    kind: Kind
    text: str
    low: str
    start: int
    end: int
    value: int = 0
    glued: bool = False


class Tokens:
    """The tokens of a text; beyond either end there is only END, so that looking ahead needs no care."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, at: int) -> Token:
        return self._tokens[at] if 0 <= at < len(self._tokens) else _BEYOND


_BEYOND = Token(Kind.END, "", "", -1, -1)

_PIECE = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<iso>\d{4}-\d{2}-\d{2}(?![\d-]))
    | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?!\d))
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

_FIXED = {
    "iso": Kind.ISO, "clock": Kind.CLOCK, "quantity": Kind.QUANTITY, "meridiem": Kind.MERIDIEM, "dash": Kind.DASH,
    "mark": Kind.MARK,
}  # fmt: skip

_WORDS = {
    **{word: (Kind.ORDINAL, number) for word, number in ORDINALS.items()},
    **{word: (Kind.CARDINAL, number) for word, number in (ONES | TENS).items()},
    **{word: (Kind.SEASON, code) for word, code in SEASONS.items()},
    **{word: (Kind.UNIT, 0) for word in UNITS},
}
_NAMES = {
    **{word: (Kind.MONTH, number) for word, number in (MONTHS | SHORT_MONTHS).items()},
    **{word: (Kind.WEEKDAY, number) for word, number in WEEKDAYS.items()},
}
_LONGEST_NUMBER = 9


def tokenize(text: str) -> Tokens:
    """Return the tokens of `text`, with code point offsets. White space is a token only where it breaks a line."""
    tokens: list[Token] = []
    glued = False
    for piece in _PIECE.finditer(text):
        group, word = str(piece.lastgroup), piece[0]
        if group == "space":
            glued = False
            if "\n" in word:
                tokens.append(Token(Kind.BREAK, word, "\n", *piece.span()))
            continue
        kind, value = _classify(group, word)
        tokens.append(Token(kind, word, word.lower(), *piece.span(), value, glued))
        glued = True
    return Tokens(tokens)


def _classify(group: str, word: str) -> tuple[Kind, int]:
    if group in _FIXED:
        return _FIXED[group], 0
    if group == "word":
        if word in ERAS:
            return Kind.ERA, -1 if ERAS[word] == "BC" else 1
        low = word.lower()
        # Months and days of the week have a capital; without one, "may", "march" and "sat" are other words.
        return (word[0].isupper() and _NAMES.get(low)) or _WORDS.get(low) or (Kind.WORD, 0)
    if group == "era":
        return Kind.ERA, -1 if word[0] == "B" else 1
    digits = "".join(letter for letter in word if letter.isdecimal())
    value = int(digits) if len(digits) <= _LONGEST_NUMBER else -1
    return {"number": Kind.NUMBER, "ordinal": Kind.ORDINAL, "decade": Kind.DECADE}[group], value
