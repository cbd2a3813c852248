"""Whether what was to be set can be read on the pages: no text dropped, cut or garbled on the way to the file.

Both sides are compared as `dossier.pdf.text.normalise` leaves them: without white space, hyphens and the difference
of capitals, so that lines may break anywhere. A text has to begin and end where a word does: "art" is not in "party".
Arabic and Hebrew write "and" onto the next word: there a text may begin behind it, as the last one of a list does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from dossier.pdf.text import Passage, normalise, read_passages, text_of
from dossier.preflight.findings import Finding

RULE = "conservation"
_PIECE = re.compile(r"\d+|[^\W\d]+|\W")
_AND = frozenset("\u0648\u05d5")
"""The letters, waw and vav, that say "and" before a word."""
_SHOWN = 40
_VALUE = ".{1,40}?"
_TAKEN = "\0"


@dataclass(frozen=True, slots=True)
class _Page:
    """Normalised text, the places where a word begins or ends, and which page each passage begins on."""

    text: str
    bounds: frozenset[int]

    def holds(self, wanted: str) -> bool:
        """Return whether a normalised text is there, from the beginning of a word to the end of one."""
        at = self.text.find(wanted)
        while at >= 0:
            if self._begins(at) and self._is_bound(at + len(wanted)):
                return True
            at = self.text.find(wanted, at + 1)
        return False

    def places(self, pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield where normalised pieces stand one after the other with a value between them, in whole words."""
        pattern = _VALUE.join(map(re.escape, pieces))
        for match in re.finditer(pattern, self.text) if pattern else ():
            if self._begins(match.start()) and self._is_bound(match.end()):
                yield match.span()

    def without(self, places: Sequence[tuple[int, int]]) -> _Page:
        """Return the page with nothing in these places."""
        text = self.text
        for start, end in places:
            text = text[:start] + _TAKEN * (end - start) + text[end:]
        return _Page(text, self.bounds)

    def _begins(self, at: int) -> bool:
        return self._is_bound(at) or (at - 1 in self.bounds and self.text[at - 1] in _AND)

    def _is_bound(self, at: int) -> bool:
        return at in self.bounds or any(_is_ideograph(char) for char in self.text[max(0, at - 1) : at + 1])


def conserved(messages: Sequence[tuple[str, str]], pdf: bytes | Path) -> tuple[Finding, ...]:
    """Return an error for each message, given as its id and its words without markup, that the pages do not show whole.

    The hint says up to which words it is there. Raises PreflightError where the file cannot be read.
    """
    return missing(messages, read_passages(pdf))


def missing(messages: Sequence[tuple[str, str]], passages: Sequence[Passage]) -> tuple[Finding, ...]:
    """Return an error for each message that passages, as they are read, do not hold whole."""
    page = _page(text_of(passages))
    return tuple(_lost(id, text, page) for id, text in messages if normalise(text) and not page.holds(normalise(text)))


def shown(messages: Mapping[str, Sequence[str]], passages: Sequence[Passage]) -> frozenset[str]:
    """Return the ids of the messages that passages hold in a place of their own.

    A message is given as its pieces, between which a value stands. Longer ones take their places first: words that
    stand only inside a longer message are not shown for their own sake.
    """
    page = _page(text_of(passages))
    wanted = {id: tuple(map(normalise, pieces)) for id, pieces in messages.items()}
    found = set()
    for pieces in sorted(set(wanted.values()), key=lambda pieces: (-sum(map(len, pieces)), pieces)):
        places = list(page.places(pieces))
        if places:
            found.add(pieces)
            page = page.without(places)
    return frozenset(id for id, pieces in wanted.items() if pieces in found)


def _page(text: str) -> _Page:
    pieces, bounds, at = [], {0}, 0
    for piece in _PIECE.findall(text):
        plain = normalise(piece)
        pieces.append(plain)
        bounds |= {at, at + len(plain)}
        at += len(plain)
    return _Page("".join(pieces), frozenset(bounds))


def _is_ideograph(char: str) -> bool:
    """Return whether a character belongs to a script that puts no spaces between words."""
    return unicodedata.east_asian_width(char) in "WF"


def _lost(id: str, text: str, page: _Page) -> Finding:
    there = _longest(text, page)
    rest = shorten(text[len(there) :], _SHOWN, placeholder="…")
    hint = f"it is there up to “{there[-_SHOWN:].strip()}”" if there.strip() else "not even its first word is there"
    message = f"the text {id} is not whole on the pages: “{rest}” is missing or different"
    return Finding(RULE, "error", message, hint, object=id)


def _longest(text: str, page: _Page) -> str:
    """Return the longest beginning of a text, in whole words, that the pages show."""
    ends = list(_ends(text))
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if normalise(text[: ends[middle]]) in page.text:
            low = middle
        else:
            high = middle - 1
    return text[: ends[low]]


def _ends(text: str) -> Iterator[int]:
    yield 0
    for word in re.finditer(r"\S+", text):
        yield word.end()
