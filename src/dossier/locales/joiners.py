"""Characters without ink that hold words together on a line or set the way that they run."""

from __future__ import annotations

import re

JOINER = "\u2060"
# Left-to-right isolate and its end (UAX 9): products and sums keep their order among words that run from the right.
LTR, END = "\u2066", "\u2069"
MARK = "\u200e"
"""What counts as a letter that runs from left to right."""

_TITLE = "<title>.*?</title>"
_DASH = "(?<=[\\d.])\u2013(?=\\d)|\uff5e"
_SPACE = r"(?<=\d)[ \u202f](?=[гр]\.)"
_LOOSE = re.compile(f"(?P<kept>{_TITLE}|<[^>]*>)|(?P<dash>{_DASH})|(?P<space>{_SPACE})", re.DOTALL)


def glued(html: str) -> str:
    """Return a page with the ends of its ranges, and a year and its sign in Russian and Ukrainian, on one line.

    Lines would break after the dash (UAX 14), and about the Japanese and Chinese one on both sides.
    """
    return _LOOSE.sub(_glued, html)


def _glued(found: re.Match[str]) -> str:
    if found["dash"]:
        return f"{JOINER}{found['dash']}{JOINER}"
    return "\u00a0" if found["space"] else found["kept"]


def left_to_right(words: str) -> str:
    """Return `words` so that they run from left to right wherever they stand."""
    return f"{LTR}{words}{END}"
