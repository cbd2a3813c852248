"""Words as HTML, with what Chinese and Japanese ask for: where a line may end, and where a sign is narrow."""

from __future__ import annotations

import re
from html import escape
from itertools import accumulate, pairwise

from dossier.exhibits.measure import HELD, SIGN, Measure

_WIDE = re.compile(f"[\u3001-\u3003\uff01-\uff5e{SIGN}]")
# The empty half of a bracket that begins a line would indent it; the dot in a name is as wide as its face likes.
_HALF = re.compile(rf"^[「『（《〈【“‘]|(?<=[{SIGN}])·(?=[{SIGN}])")
_STOPS = "。！？）」』】》〉”’"
_HYPHENED = re.compile(r"\w+(?:-\w+)+")


def lettered(text: str, *, opening: bool = True, noted: bool = False) -> str:
    """Return `text` as HTML. It is `opening` where no words stand before it; `noted` where a note's mark follows."""
    narrow = _narrow(text, opening=opening, noted=noted)
    held = {found.span() for found in HELD.finditer(text)}
    ends = sorted({0, len(text), *(at for span in held for at in span)})
    return "".join(_kept(_signs(text, *span, narrow), whole=span in held) for span in pairwise(ends))


def phrased(text: str, measure: Measure, *, hyphens: bool = False, opening: bool = True, noted: bool = False) -> str:
    """Return `text` as HTML whose lines end between phrases; in a language with spaces, at `hyphens` only if asked."""
    if measure.spaced:
        return escape(text) if hyphens else _HYPHENED.sub(lambda word: _kept(word[0], whole=True), escape(text))
    narrow = _narrow(text, opening=opening, noted=noted)
    ends = accumulate(map(len, measure.phrases(text)), initial=0)
    return "".join(_phrase(text, *span, narrow) for span in pairwise(ends))


def _phrase(text: str, start: int, end: int, narrow: set[int]) -> str:
    last = start + len(text[start:end].rstrip(" "))
    return _kept(_signs(text, start, last, narrow), whole=last - start > 1) + text[last:end]


def _narrow(text: str, *, opening: bool, noted: bool) -> set[int]:
    if not _WIDE.search(text):
        return set()
    found = {found.start() for found in _HALF.finditer(text) if found.start() or opening}
    return found | {len(text) - 1} if noted and text[-1] in _STOPS else found


def _signs(text: str, start: int, end: int, narrow: set[int]) -> str:
    signs = ((at, escape(text[at])) for at in range(start, end))
    return "".join(f'<span class="half">{sign}</span>' if at in narrow else sign for at, sign in signs)


def _kept(html: str, *, whole: bool) -> str:
    return f'<span class="nowrap">{html}</span>' if whole else html
