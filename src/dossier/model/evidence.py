"""Evidence: the words of a source that a statement rests on, and whether they are still there.

The selectors are those of the W3C Web Annotation Data Model, 4.2.4 (text quote) and 4.2.5 (text position).
Offsets are code points of the decoded source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, StringConstraints

from dossier.model.base import Frozen

CONTEXT = 32
FUZZY_SCORE = 85.0
"""The least similarity, in per cent of rapidfuzz's partial ratio, that still counts as the same words."""


class Evidence(Frozen):
    """A quotation from a source. `start` is its place when it was taken; `prefix` and `suffix` tell repeats apart."""

    # Spaces in prefix and suffix tell one place from another.
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)

    source: str
    exact: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


class State(StrEnum):
    """What became of a quotation."""

    FOUND = "found"
    FUZZY = "fuzzy"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a quotation stands now. `start` and `end` are code points; None where it is not in one place."""

    state: State
    start: int | None = None
    end: int | None = None


def resolve(evidence: Evidence, text: str) -> Resolution:
    """Find `evidence` in the decoded source `text`.

    FOUND: the exact words, in one place (or at their recorded place). FUZZY: in one place, but reworded or spaced
    differently. AMBIGUOUS: in several places that prefix and suffix do not tell apart. ORPHANED: gone.
    """
    exact = evidence.exact
    if evidence.start is not None and text.startswith(exact, evidence.start):
        return Resolution(State.FOUND, evidence.start, evidence.start + len(exact))
    places = [match.start() for match in re.finditer(re.escape(exact), text)]
    if len(places) > 1:
        places = [place for place in places if _in_context(evidence, text, place)]
        if len(places) != 1:
            return Resolution(State.AMBIGUOUS)
    if places:
        return Resolution(State.FOUND, places[0], places[0] + len(exact))
    return _resolve_fuzzy(exact, text)


def _in_context(evidence: Evidence, text: str, place: int) -> bool:
    end = place + len(evidence.exact)
    return text[:place].endswith(evidence.prefix) and text.startswith(evidence.suffix, end)


def _resolve_fuzzy(exact: str, text: str) -> Resolution:
    from rapidfuzz import fuzz

    best = fuzz.partial_ratio_alignment(exact, text, score_cutoff=FUZZY_SCORE)
    if best is None or best.dest_end - best.dest_start < len(exact) // 2:
        return Resolution(State.ORPHANED)
    start, end = best.dest_start, best.dest_end
    elsewhere = (text[:start], text[end:])
    if any(fuzz.partial_ratio(exact, rest, score_cutoff=FUZZY_SCORE) for rest in elsewhere if len(rest) >= len(exact)):
        return Resolution(State.AMBIGUOUS)
    return Resolution(State.FUZZY, start, end)


def quote(source: str, text: str, start: int, end: int) -> Evidence:
    """Return evidence for `text[start:end]` with its place and as much context as tells it apart."""
    exact = text[start:end]
    alone = text.count(exact) == 1
    return Evidence(
        source=source,
        exact=exact,
        prefix="" if alone else text[max(0, start - CONTEXT) : start],
        suffix="" if alone else text[end : end + CONTEXT],
        start=start,
    )
