"""The sentences of a passage, each with its map to the source, its citations and its links.

A full stop ends a sentence where a sentence can begin behind it: not behind an initial, a rank or another abbreviation,
not inside a number, not inside brackets or quotation marks that close soon. Rules after Grefenstette and Tapanainen,
"What is a word, what is a sentence?" (1994); no statistics, so a text reads the same alone and in a collection.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and where it stands in the passage that it was taken from (clean characters).

    A citation belongs to the sentence that its mark stands in or behind.
    """

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence's clean text."""
        return self.passage.text


_TITLES = (
    "gen col lt ltc maj capt cpt sgt cpl pvt adm cmdr cdr brig ens fr rev hon msgr st ste mt ft dr mr mrs ms mme "
    "mlle prof gov sen rep pres supt insp det pte sqn flt gp wg"
)
_NEVER = frozenset(
    f"{_TITLES} no nos vs v cf viz ca c fl b d r p pp vol vols ed eds op fig figs ch sec art approx est dept trans "
    "transl nr bd vgl bzw al".split()
)
"""Abbreviations that something always follows; what ends a sentence after them is not told from the next word."""
_SELDOM = frozenset(
    "jr sr inc ltd co corp bros etc jan feb mar apr jun jul aug sep sept oct nov dec ave blvd rd km mi lb".split()
)
_STARTERS = frozenset(
    "the a an he she it they we i you in on at by after before during although though while however this that these "
    "those there when as from with his her its their our but and for to since under over some many most both only soon "
    "later meanwhile until despite following upon once if because thus therefore such each no not another other "
    "according eventually finally by nevertheless".split()
)
"""Words that seldom go on with a name or an abbreviation, so that a capital in them begins a sentence."""

_STOP = re.compile(
    r"\n+\s*"
    r"|(?P<mark>[.!?…]+|[。！？؟۔]+)(?P<close>[\"'”’»›)\]]*)(?P<gap>\s+|(?<=[。！？])(?=\S)|$)"
    r"|(?P<open>[(“])|(?P<shut>[)”])"
)
_BEFORE = re.compile(r"[^\s(\[“\"]*$")
_NEXT = re.compile(r"[\"'“‘«‹(\[¿¡—–-]*\s?(?P<word>\w*)")
_NAMED = re.compile(r"(?<!\w)[^\W\d_a-z]\w{2,}\s$")
"""A name before a number, as in "August 8.", which is then no ordinal as in "am 8. August"."""
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LOOK_BACK = 40
LONGEST = 2000
"""The longest sentence, in characters, that is looked into for what it tells; what is longer is a list or no prose."""
_ENCLOSED = 400
"""How far the end of a bracket or quotation is looked for, in characters; further away it was never closed."""

_PAIRS = {"(": ")", "“": "”"}


def sentences(passage: Passage) -> tuple[Sentence, ...]:
    """Return the sentences of `passage` in order, blanks at their ends left out; a new line always begins one."""
    return tuple(Sentence(passage.slice(start, end), start, end) for start, end in _bounds(passage.text))


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = enclosed = 0
    for stop in _STOP.finditer(text):
        if stop["open"]:
            enclosed = max(enclosed, _closing(text, stop.start()))
            continue
        if stop["shut"] or (stop["mark"] and (stop.end("mark") < enclosed or not _ends(text, stop))):
            continue
        end = stop.end("close") if stop["mark"] else stop.start()
        yield from _trimmed(text, start, end)
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _closing(text: str, at: int) -> int:
    """Return where what opens at `at` is closed, in the same line; `at` where it is not."""
    line = text.find("\n", at, at + _ENCLOSED)
    return max(at, text.find(_PAIRS[text[at]], at, line if line >= 0 else at + _ENCLOSED))


def _back(at: int) -> tuple[int, int]:
    return max(0, at - _LOOK_BACK), at


def _ends(text: str, stop: re.Match[str]) -> bool:
    following = _NEXT.match(text, stop.end())
    word = following["word"] if following else ""
    if word[:1].islower():
        return False
    if stop["mark"] != "." or stop["close"] or not word:
        return True
    found = _BEFORE.search(text, *_back(stop.start()))
    before = found[0] if found else ""
    starts = word.lower() in _STARTERS
    low = before.lower()
    if low in _NEVER:
        return False
    ordinal = before.isdecimal() and len(before) < 3 and not _NAMED.search(text, *_back(stop.start() - len(before)))
    if low in _SELDOM or ordinal or _ACRONYM.fullmatch(before):
        return starts or low in ("a.m", "p.m")
    return not (len(before) == 1 and before.isupper()) or (before == "I" and starts)
