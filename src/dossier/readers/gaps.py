"""Gaps: holes that a source left, counted while it is read."""

from __future__ import annotations

import re
from collections import Counter

from dossier.model.article import Gap, GapKind
from dossier.model.passage import Passage

LIMIT = 100
"""How many gaps of one kind are listed; hostile input could hold millions."""

_AROUND = 32

_HOLES = re.compile(
    r"""(?<=\S)[ ](?=,(?:\s|$))             # Brigade Commander , and
      | (?<=[^\s.])[ ](?=\.(?:\s(?!\.)|$))      # left the ship .
      | \(\s*[,;)]                          # (; born 1900), ()
      | ,\s*,                               # Smith, , and
      | ,[ ](?:and|or)[ ](?=\()             # two destroyers, and (commanded by
    """,
    re.VERBOSE,
)
_EDGES = re.compile(r"^[,;]|[,;(]$")


_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffd]+")


class Gaps:
    """Collects the gaps of one source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: list[Gap] = []
        self._counts: Counter[GapKind] = Counter()
        for found in _CONTROLS.finditer(source):
            self.add("control", found.start(), found.end(), "characters that are no text are left out here")

    def add(self, kind: GapKind, start: int, end: int, message: str) -> None:
        """Note a gap at `source[start:end]`; beyond LIMIT of one kind it is only counted."""
        self._counts[kind] += 1
        if self._counts[kind] <= LIMIT:
            around = self._source[max(0, start - _AROUND) : min(end, start + 4 * _AROUND) + _AROUND]
            self._found.append(Gap(kind, start, end, " ".join(around.split()), message))

    def add_holes(self, passage: Passage, *, whole: bool = False) -> None:
        """Note where words were lost in running text; in a `whole` value also at its beginning and end."""
        for pattern in (_HOLES, _EDGES) if whole else (_HOLES,):
            for hole in pattern.finditer(passage.text):
                start, end = passage.source_range(hole.start(), hole.end())
                self.add("lost-words", start, end, "words are missing here")

    def all(self) -> tuple[Gap, ...]:
        """Return the gaps in the order of their places; the last of a kind says how many more there were."""
        found = sorted(self._found, key=lambda gap: (gap.start, gap.end))
        for kind, count in self._counts.items():
            if count > LIMIT:
                last = next(gap for gap in reversed(found) if gap.kind == kind)
                more = f"{last.message} (and {count - LIMIT} more gaps of this kind)"
                found[found.index(last)] = Gap(kind, last.start, last.end, last.context, more)
        return tuple(found)
