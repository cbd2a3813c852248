"""A count while it is being put together, and how it is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.extract.items import FoundCount, Words
from dossier.extract.sums import add_up
from dossier.model.passage import Passage

CountKind = Literal["strength", "casualties"]


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of people with its words, from `start` to `end` of `passage`, and what it is made of.

    `whole` is false where the parts leave out a rest, so that their sum says nothing.
    """

    kind: CountKind
    label: str
    side: str
    strength: str
    passage: Passage
    start: int
    end: int
    cites: tuple[str, ...]
    confidence: float
    parts: tuple[Counted, ...] = ()
    whole: bool = True


def written(counts: Sequence[Counted]) -> tuple[FoundCount, ...]:
    """Return `counts` as items, each followed by its parts, those that say the same thing once."""
    found: list[FoundCount] = []
    seen: set[tuple[str, str, str, str]] = set()
    for count in counts:
        same = count.kind, count.strength, count.side.casefold(), count.label.casefold()
        if same not in seen or count.parts:
            seen.add(same)
            _write(count, found)
    return tuple(found)


def _write(count: Counted, found: list[FoundCount]) -> str:
    """Put a count behind those that are `found`, and its parts behind it; return its id."""
    at = len(found)
    name = f"count-{at + 1}"
    found.append(_item(count, name, ()))
    parts = tuple(_write(part, found) for part in count.parts)
    found[at] = _item(count, name, parts)
    return name


def _item(count: Counted, name: str, parts: tuple[str, ...]) -> FoundCount:
    place = count.passage.quotable_range(count.start, count.end)
    return FoundCount(
        id=name,
        kind=count.kind,
        label=count.label,
        side=count.side,
        strength=count.strength,
        words=Words(count.passage.text[count.start : count.end], *place),
        parts=parts,
        agrees=add_up(count.strength, (part.strength for part in count.parts)) if parts and count.whole else None,
        cites=count.cites,
        confidence=count.confidence,
    )
