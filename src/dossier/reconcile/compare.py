"""What differs between two sentences that say the same: word by word, and of what kind each change is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from dossier.reconcile.words import ARTICLES, Word

ChangeKind = Literal["number", "date", "name", "rank", "verb", "words", "added"]
CONFLICTS = frozenset({"number", "date", "name", "rank", "verb"})
"""Changes that cannot both be meant; any other is a rewording."""

_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen""".split()
)
_MONTHS = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
_RANKS = frozenset(
    """general colonel lieutenant major captain sergeant corporal private admiral commodore commander marshal brigadier
    ensign cadet kombrig komdiv oberst hauptmann leutnant generalmajor feldmarschall""".split()
)
_DIGITS = re.compile(r"\d")
_MEMBERS = 4
"""A change of more words than that is a rewording, whatever is in it."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that one sentence has where the other has others, or none: first and last word of each, by number."""

    kind: ChangeKind
    first: tuple[int, int]
    second: tuple[int, int]


def compare(first: Sequence[Word], second: Sequence[Word]) -> tuple[Change, ...]:
    """Return what differs, in order; an article that only one of them has is no change."""
    from rapidfuzz.distance import Levenshtein

    steps = Levenshtein.opcodes([word.key for word in first], [word.key for word in second])
    changes = []
    for equal, group in groupby(steps, key=lambda step: step.tag == "equal"):
        if equal:
            continue
        # "evacuated" and "taken off" are two steps, and one change.
        several = list(group)
        start, end = several[0].src_start, several[-1].src_end
        at, until = several[0].dest_start, several[-1].dest_end
        ours, theirs = first[start:end], second[at:until]
        if not (ours and theirs) and all(word.key in ARTICLES for word in (*ours, *theirs)):
            continue
        kind = _kind(ours, theirs, first, start)
        if kind == "date":  # a day alone would not say which
            month = end < len(first) and first[end].key in _MONTHS
            end, until = end + month, until + month
        changes.append(Change(kind, (start, end), (at, until)))
    return tuple(changes)


def _kind(ours: Sequence[Word], theirs: Sequence[Word], sentence: Sequence[Word], at: int) -> ChangeKind:
    if not ours or not theirs:
        return "added"
    if max(len(ours), len(theirs)) > _MEMBERS:
        return "words"
    a, b = ({word.key for word in side if word.content} for side in (ours, theirs))
    beside = {word.key for word in sentence[max(0, at - 1) : at + len(ours) + 1]}
    if _numbers(a) and _numbers(b) and _numbers(a) != _numbers(b):
        return "date" if beside & _MONTHS else "number"
    if a & _MONTHS and b & _MONTHS and a & _MONTHS != b & _MONTHS:
        return "date"
    if a & _RANKS and b & _RANKS and a & _RANKS != b & _RANKS:
        return "rank"
    if len(ours) == len(theirs) == 1 and _verbs(ours[0].key, theirs[0].key):
        return "verb"
    if at and all(word.text[:1].isupper() for word in (*ours, *theirs)):
        return "name"
    return "words"


def _numbers(keys: set[str]) -> set[str]:
    return {key for key in keys if _DIGITS.search(key) or key in _NUMBERS}


def _verbs(first: str, second: str) -> bool:
    """Tell whether two words are different verbs in one form; English only, where the form shows."""
    if first in second or second in first:
        return False
    return any(first.endswith(form) and second.endswith(form) for form in ("ing", "ed"))
