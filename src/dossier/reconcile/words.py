"""The words of a sentence, made alike where only their form differs: case, dashes, apostrophes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:[-\u2010-\u2015'’.,/]\w+)*%?")
_DASH = re.compile(r"[\u2010-\u2015\u2212]")
ARTICLES = frozenset("a an the".split())
_COMMON = frozenset(
    """a an the of in on at by to from for with and or but as was were is are be been being it its he she his her they
    their them that which who whom this these those had has have not no into after before during also""".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, what it is compared by, and where it stands in the sentence (characters)."""

    text: str
    key: str
    start: int
    end: int

    @property
    def content(self) -> bool:
        """Whether the word says something by itself."""
        return self.key not in _COMMON


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order; a number keeps its dash, its point and its comma."""
    return tuple(Word(m[0], _key(m[0]), m.start(), m.end()) for m in _WORD.finditer(text))


def _key(word: str) -> str:
    return _DASH.sub("-", word).replace("’", "'").casefold()
