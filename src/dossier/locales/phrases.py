"""Where a line of Chinese or Japanese ends best: these languages have no spaces, and may break within a word.

ICU knows phrases of Japanese and words of Chinese. What it takes for several is put together here: names that it does
not know, compounds, and signs that stand by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dossier.locales.locale import Locale

_SIGN = "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff"
_HAS_SIGNS = re.compile(f"[{_SIGN}]")
_NAME = re.compile(rf"[{_SIGN}]{{2,10}}")
_LONGEST = 12
"""Signs that are put together at most; two letters or figures count as one."""
_SHORTEST = 3
"""Signs that stand on the last line at least."""
# Words of one sign that go with what follows; all others go with what they follow.
_FORWARD = frozenset("被在从由向把对该其各每约第不未将曾共到至于为经因以仅均这那两此按应须拟反相")
_DATE = re.compile(r"\d+年(?:\d+月)?(?:\d+日)?|\d+月\d+日")
_LOANWORD = re.compile("[\u30a1-\u30fa\u30fc]{2,10}")
# What says where or when goes with what it is said of.
_AFTERWARDS = re.compile("[之以].|附近|期间|中期|右岸|左岸")
_OPENING = frozenset("（「『【〔〈《“‘")
_NUMERAL = re.compile(r"[\d一二三四五六七八九十百千两数几每各]+")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of a language, and names that are never broken."""

    language: str
    names: tuple[str, ...] = ()

    def of(self, text: str) -> tuple[str, ...]:
        """Return `text` in pieces that a line ends best after; a piece keeps the spaces behind it."""
        return _phrases(text, self.language, self.names)

    def words(self, text: str) -> tuple[str, ...]:
        """Return `text` in its words, for lines that are too short for phrases."""
        return _words(text, self.language, self.names)

    def within_words(self, text: str) -> frozenset[int]:
        """Return the places within names, dates and, in Japanese, words from other languages: no line ends there."""
        return _within_words(text, self.names)


def phrases_for(locale: Locale, names: Iterable[str] = ()) -> Phrases | None:
    """Return the phrases of `locale`, None for a language with spaces. `names` may have more words about them."""
    if locale.script not in ("Hans", "Hant", "Jpan"):
        return None
    parts = {part for name in names for part in _NAME.findall(name.replace("・", " "))}
    return Phrases(locale.cldr.language, tuple(sorted(parts, key=lambda part: (-len(part), part))))


@lru_cache(maxsize=4096)
def _phrases(text: str, language: str, names: tuple[str, ...]) -> tuple[str, ...]:
    pieces: list[str] = []
    for word in _words(text, language, names):
        if pieces and _together(pieces[-1], word, language):
            pieces[-1] += word
        else:
            pieces.append(word)
    return tuple(_without_a_short_end(pieces))


@lru_cache(maxsize=4096)
def _words(text: str, language: str, names: tuple[str, ...]) -> tuple[str, ...]:
    if not _HAS_SIGNS.search(text):
        return (text,)
    inside = _within_words(text, names)
    words: list[str] = []
    at = 0
    for segment in _segments(text, language):
        if at in inside:
            words[-1] += segment
        else:
            words.append(segment)
        at += len(segment)
    return tuple(words)


@lru_cache(maxsize=4096)
def _within_words(text: str, names: tuple[str, ...]) -> frozenset[int]:
    whole = [(start, start + len(name)) for name in names for start in _all(name, text)]
    whole += [word.span() for pattern in (_DATE, _LOANWORD) for word in pattern.finditer(text)]
    return frozenset(at for start, end in whole for at in range(start + 1, end))


def _segments(text: str, language: str) -> Iterator[str]:
    """Yield phrases of Japanese, words of Chinese, as ICU has them."""
    import icu

    if language == "ja":
        breaks = icu.BreakIterator.createLineInstance(icu.Locale("ja@lb=strict;lw=phrase"))
    else:
        breaks = icu.BreakIterator.createWordInstance(icu.Locale(language))
    units = icu.UnicodeString(text)  # its offsets count UTF-16
    breaks.setText(units)
    start = 0
    for end in breaks:
        yield str(units[start:end])
        start = end


def _together(before: str, after: str, language: str) -> bool:
    """Tell whether no line should end between two segments."""
    if _length(before) + _length(after) > _LONGEST or before[-1] in " 、。，；：！？・·" or after[0] in _OPENING:
        return False
    if language == "ja":
        # A phrase ends in hiragana, and what goes before it is a compound. ICU parts the endings of verbs from them.
        return after[0] == "て" or (not _hiragana(before[-1]) and (before[-1] not in "）」』" or _hiragana(after[0])))
    if _NUMERAL.fullmatch(before) or _AFTERWARDS.fullmatch(after) or before in _FORWARD:
        return True
    return len(after) == 1 and _HAS_SIGNS.match(after) is not None and after not in _FORWARD


def _hiragana(sign: str) -> bool:
    return "\u3041" <= sign <= "\u309f"


def _without_a_short_end(pieces: list[str]) -> list[str]:
    if len(pieces) > 1 and _length(pieces[-1]) < _SHORTEST and _length(pieces[-2]) < _LONGEST:
        return [*pieces[:-2], pieces[-2] + pieces[-1]]
    return pieces


def _length(text: str) -> float:
    return sum(1 if _HAS_SIGNS.match(sign) else 0.5 for sign in text)


def _all(name: str, text: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)
