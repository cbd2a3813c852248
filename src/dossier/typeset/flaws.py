"""What is wrong at the foot or head of a page of running text, and what a compositor does about it.

WeasyPrint 70 loses a note that does not fit below its line, or sets it on another page, more often where it keeps
orphans and widows together; so it is not asked to, and what it leaves is looked for and mended here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import inf

from dossier.typeset.flow import Column, Flow, Place, Places

STRAYED, STRANDED, SINGLE = 0.3, 0.12, 0.05
"""What it costs that a note is not on the page of its call, that a heading has one line below it at the foot of a page,
that a line of a paragraph stands alone; see `flow.price`."""
LINE = 13.5
"""A line, pt."""
_ONE = 1.6 * LINE * 4 / 3
"""What is lower than this is one line, CSS px."""
_FEW = 5.5 * LINE * 4 / 3
"""What is lower than this may go to the next page as a whole, CSS px."""
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Order:
    """Text and exhibits in an order; pages, from 0, that are left some lines short; blocks that begin a page."""

    flow: Flow
    short: Mapping[int, int] = field(default_factory=dict)
    breaks: frozenset[str] = frozenset()

    @property
    def style(self) -> str:
        """A style sheet that does so; a layout calls the pages of its running text "text"."""
        short = (
            f"@page text:nth({page + 1} of text) {{ padding-bottom: {lines * LINE}pt }}"
            for page, lines in self.short.items()
        )
        return "\n".join((*short, *(f"#{id} {{ break-before: page }}" for id in sorted(self.breaks))))


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong on a page, from 0, what it costs, and the block that would better begin the next page, if any."""

    page: int
    cost: float
    block: str = ""

    def mended(self, order: Order) -> Order | None:
        """Return `order` with something done about it, or None where nothing is left to do."""
        if self.block and self.block not in order.breaks:
            return replace(order, breaks=order.breaks | {self.block})
        lines = order.short.get(self.page, 0)
        if self.block or lines >= (_SHORTEST if self.cost > SINGLE else 1):
            return None
        return replace(order, short={**order.short, self.page: lines + 1})


def flaws(column: Column, flow: Flow, places: Places) -> list[Flaw]:
    """Return what is wrong with text that was set as `places` tells, the first page's first."""
    return sorted((*_strayed(column, flow, places), *_single(column, flow, places)), key=lambda flaw: flaw.page)


def _strayed(column: Column, flow: Flow, places: Places) -> Iterator[Flaw]:
    """Yield a flaw for each note that does not stand once, on the page of its call."""
    for id, note in ((id, note) for id, notes in column.notes.items() for note in notes):
        called = [place.page for place in places.get(f"c{note[1:]}", ())]
        if not called or [place.page for place in places.get(note, ())] == called[:1]:
            continue
        first = places[id][0]
        block = _beginning(column, flow, places, id) if first.page == called[0] and _height(first) < _FEW else ""
        yield Flaw(called[0], STRAYED if note in places else inf, block)


def _single(column: Column, flow: Flow, places: Places) -> Iterator[Flaw]:
    for before, id in pairwise(("", *flow)):
        parts = places.get(id, ()) if id in column.notes and id not in column.people else ()
        if len(parts) < 2:
            continue
        if _height(parts[0]) < _ONE:
            cost = STRANDED if column.kind(before) == "heading" else SINGLE
            yield Flaw(parts[0].page, cost, _beginning(column, flow, places, id))
        if _height(parts[-1]) < _ONE:
            yield Flaw(parts[-2].page, SINGLE)


def _beginning(column: Column, flow: Flow, places: Places, id: str) -> str:
    """Return a block, or the heading right before it: what has to begin a page so that the block does."""
    before = flow[flow.index(id) - 1] if flow.index(id) else ""
    return before if column.kind(before) == "heading" and before in places else id


def _height(place: Place) -> float:
    return place.bottom - place.top
