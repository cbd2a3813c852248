"""From the order in which glyphs stand on a line to the order in which they are read.

WeasyPrint writes the glyphs of a line from left to right. Here the rules of the Unicode bidirectional algorithm
(UAX #9) are run backwards. One order on paper can come from two texts: in a right-to-left line "1943 Desant" and
"Desant 1943" look the same. A number to the right of Latin letters is then taken to follow them, and a Hebrew formula
to run from the left, as it is set.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

_RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_CLASSES = {"L": "L", "R": "R", "AL": "A", "EN": "n", "AN": "n", "CS": "c", "ES": "s", "ET": "e"}
_ARABIC = range(0x0600, 0x0900)
_HEBREW = range(0x0590, 0x0600)
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"))

# Over one class letter a glyph, in the order of the line.
_LEFT_TO_RIGHT_RUN = re.compile(r"L(?:[Lnocse]*[Ln]e*)?")
_NUMBER = re.compile(r"e*n+(?:[cs]n+)*e*")
_NUMBER_AFTER_ARABIC = re.compile(r"n+(?:cn+)*")  # rule W2: a sign ties numbers no longer
_OPERAND, _OPERATOR = r"\d[\d.,\u2013]*", "[+\u2212=\u00d7]"
_FORMULA = re.compile(
    rf"(?:{_OPERATOR}\s{_OPERAND}|{_OPERAND}(?=\s{_OPERATOR}))(?:\s{_OPERATOR}(?!\w)(?:\s{_OPERAND})?)*"
)
_RIGHT_TO_LEFT_RUN = re.compile(r"(?:e*n[nocse]*)?[RA](?:[RAnocse]*[RA])?")


def is_right_to_left(language: str) -> bool:
    """Return whether a BCP 47 language is written from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT_LANGUAGES


def has_right_to_left(text: str) -> bool:
    """Return whether a text has a letter of a right-to-left script."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def logical(units: Sequence[str], *, right_to_left: bool, formulas: bool = False) -> str:
    """Return a line in reading order.

    `units` is what each glyph says, from left to right; `right_to_left` is the direction of its paragraph. With
    `formulas` equations and products run from the left all the same.
    """
    classes = "".join(map(_class, units))
    if right_to_left:
        signs = "".join(unit[:1] or "\0" for unit in units)
        found = {each.start(): each.end() for each in _FORMULA.finditer(signs)} if formulas else {}
        return _from_the_right(units, classes, found)
    parts: list[str] = []
    at = 0
    for run in _RIGHT_TO_LEFT_RUN.finditer(classes):
        parts += units[at : run.start()]
        parts.append(_from_the_right(units[run.start() : run.end()], run[0], {}))
        at = run.end()
    return "".join([*parts, *units[at:]])


def _class(unit: str) -> str:
    """Return the class of a glyph: a mark counts as a letter of its script, what is no letter or number as "o"."""
    if not unit:
        return "o"
    kind = unicodedata.bidirectional(unit[0])
    if kind == "NSM":
        return "A" if ord(unit[0]) in _ARABIC else "R" if ord(unit[0]) in _HEBREW else "L"
    return _CLASSES.get(kind, "o")


def _from_the_right(units: Sequence[str], classes: str, formulas: Mapping[int, int]) -> str:
    return "".join(reversed(list(_segments(units, classes, formulas))))


def _segments(units: Sequence[str], classes: str, formulas: Mapping[int, int]) -> Iterator[str]:
    """Yield, from left to right, the runs that read to the right whole, and every other glyph by itself.

    `formulas` says where each of those that are there begins and ends.
    """
    at = 0
    while at < len(units):
        if at in formulas:
            yield "".join(units[at : formulas[at]])
            at = formulas[at]
            continue
        number = _NUMBER_AFTER_ARABIC if _strong_before(classes, at) == "A" else _NUMBER
        run = _LEFT_TO_RIGHT_RUN.match(classes, at) or number.match(classes, at)
        if run is None:
            yield units[at].translate(_MIRRORED)
            at += 1
            continue
        end = run.end()
        while end < len(units) and _closes(units[end], units[at:end]):
            end += 1
        yield "".join(units[at:end])
        at = end


def _strong_before(classes: str, at: int) -> str:
    """Return the class of the right-to-left letter that is read before the place `at`, "" where there is none."""
    letter = re.search(r"[RA]", classes[at:])
    return letter[0] if letter else ""


def _closes(unit: str, run: Sequence[str]) -> bool:
    return any(unit == closing and run.count(opening) > run.count(closing) for opening, closing in _BRACKETS)
