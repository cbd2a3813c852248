"""Pseudo-locales: languages that nobody speaks, made from the source text, to try a layout with.

en-XA has accents and is 40 % longer, in brackets that show where a text was cut. ar-XB is written in Arabic letters,
from right to left. What is still plain English on a page was not given to translators.
"""

from __future__ import annotations

import re
from itertools import cycle

from dossier.model.inline import parse_inline

GROWTH = 0.4

_PLAIN = "ACDEGILNORSUYZacdegilnorsuyz"
_ACCENTED = "ÅÇÐÉĞÎŁÑÖŘŠÛÝŽåçðéğîłñöřšûýž"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "ابكدهفغحيجقلمنوبكرستثوشكيز"
_LETTERS = {
    "en-XA": str.maketrans(_PLAIN, _ACCENTED),
    "ar-XB": str.maketrans(_LATIN + _LATIN.upper(), _ARABIC * 2),
}
_LONGER = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_VALUE = re.compile(r"(\{\w+\})")


def disguise(text: str, tag: str) -> str:
    """Return `text` as the pseudo-locale `tag` has it; markup and placeholders stay as they are."""
    pieces = []
    for run in parse_inline(text):
        words = "".join(
            part if _VALUE.fullmatch(part) else part.translate(_LETTERS[tag]) for part in _VALUE.split(run.text)
        )
        if run.emphasis:
            words = f"*{words}*"
        pieces.append(f"[{words}](#{run.target})" if run.target else words)
    whole = "".join(pieces)
    return f"‹{whole}{_padding(len(text))}›" if tag == "en-XA" else whole


def _padding(length: int) -> str:
    """Return words that make a text of `length` characters longer by GROWTH."""
    wanted = round(length * GROWTH)
    words = ""
    for word in cycle(_LONGER):
        if len(words) >= wanted:
            return words
        words += f" {word}"
    return words
