"""Names in a sentence: runs of words with a capital, with the particles and initials that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

PARTICLES = frozenset(
    "de la le du des di da do dos das del della van von vom zu zum zur der den ter ten te af av al el ibn bin ben bint "
    "abu ul".split()
)
_WORD = re.compile(r"(?:[^\W\d_]\.){1,4}(?!\w)|[A-Z][a-z]{1,4}\.(?=\s\S)|[^\W_]+(?:['’·-][^\W_]+)*|[^\w\s]")
_ELIDED = re.compile(r"(?:d|l|al|el|ul|ad|as|ash|dell|o)['’-](?P<first>\w)")
_GLUED_MARK = re.compile(r"(\w[\w'’-]*[a-zà-ÿ])(?:KIA|WIA|POW|DOW|MIA)")
"""A mark of infoboxes that lost its template and its blank: "RommelWIA"."""
_POSSESSIVE = ("'s", "’s")

FUNCTION_WORDS = frozenset(
    "a about above according across after afterwards again against all almost along already also although among an and "
    "another any apart around as at back because been before behind being below beneath beside besides between beyond "
    "both but by can could despite did do does down during each early either else elsewhere even eventually every "
    "everyone except few finally first following for former formerly from further furthermore given had half has have "
    "he hence her here hers herself him himself his how however i if in indeed initially inside instead into is it its "
    "itself just last late later least less like likewise many may me meanwhile might more moreover most much must my "
    "near nearly neither never nevertheless next no nobody none nor not nothing notably now of off often on once one "
    "only onto or originally other others our out outside over own per perhaps previously rather same second several "
    "shall she should similarly since so some somewhat soon still subsequently such than that the their them then "
    "there thereafter therefore these they this those though three through throughout thus till to together too toward "
    "towards two ultimately under unlike until up upon upper us very via was we were what whatever when whenever where "
    "whereas wherever whether which while who whom whose why will with within without would yes yet you your".split()
)


class Word(NamedTuple):
    """A word or a mark of a sentence, its place there, and whether a capital begins it. A final 's is left out."""

    text: str
    low: str
    start: int
    end: int
    capital: bool
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """Words from `first` up to, not including, `until`."""

    first: int
    until: int


def words_of(text: str) -> list[Word]:
    """Return the words and marks of `text`."""
    return [_word(match) for match in _WORD.finditer(text)]


def _word(match: re.Match[str]) -> Word:
    text, start, end = match[0], match.start(), match.end()
    possessive = text.endswith(_POSSESSIVE)
    if possessive:
        text, end = text[:-2], end - 2
    if glued := _GLUED_MARK.fullmatch(text):
        text, end = glued[1], start + len(glued[1])
    capital = text[:1].isupper()
    if not capital and (elided := _ELIDED.match(text)):
        capital = elided["first"].isupper()
    return Word(text, text.lower(), start, end, capital, possessive)


def names_in(words: Sequence[Word], text: str) -> Iterator[Name]:
    """Yield the longest runs of words with a capital; particles join two of them, other words and marks end a run."""
    at = 0
    while at < len(words):
        if not words[at].capital:
            at += 1
            continue
        until = at + 1
        while not words[until - 1].possessive and (following := _continues(words, until, text)):
            until = following
        yield Name(at, until)
        at = until


def _continues(words: Sequence[Word], at: int, text: str) -> int:
    """Return the end of what goes on with a name at `at`: its next word, or particles and a word; 0 for none."""
    until = at
    while until < len(words) and until - at < 4 and _joined(words, until, text):
        if words[until].capital:
            return until + 1
        if words[until].low not in PARTICLES:
            return 0
        until += 1
    return 0


def _joined(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether only a blank, or the full stop of an abbreviation, stands before the word at `at`."""
    return text[words[at - 1].end : words[at].start] in (" ", "\xa0", "")
