"""Where exhibits stand in the running text, so that no page is left half empty before one.

An exhibit first follows the section that it belongs to. Where it does not fit on what is left of the page, it lets
text go first or comes a little earlier, as a compositor would place it. A trial tells how high everything is; from
that the pages of every order are reckoned, and the cheapest orders are tried in earnest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from statistics import median

from dossier.typeset.view import View

HOLE = 0.15
"""The part of a page's height that may stay empty before an exhibit and costs nothing."""
REACH = 8
"""How many paragraphs or persons further up or down an exhibit may come to stand."""
LATER, EARLIER, BETWEEN = 0.004, 0.008, 0.05
"""What it costs to stand a paragraph further down, or further up, or between two persons. Paragraphs are squared, as
are holes: a page that is a fifth empty costs as much as an exhibit three paragraphs too late."""
_LINE = 0.02
"""The part of a page's height that a line takes: two of a paragraph stand at a foot, two and a heading, or more."""
_SLACK = (0.0, 0.02, 0.04)
"""By how much of a page's height an exhibit may need more room than is reckoned."""
_RULE = 0.03
"""The part of a page's height that a rule over its notes and the space around it take."""
_GAP = 0.035
"""The part of a page's height between two blocks of kinds that never stood on one page."""

Flow = tuple[str, ...]
"""Ids of headings, paragraphs, people and exhibits in the order in which they are set."""

Places = Mapping[str, Sequence["Place"]]
"""Where the parts of each block stand, by its id."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a block: its page, from 0, and its upper and lower edge, CSS px from the top of the page."""

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Column:
    """The running text in its first order, and what its blocks are.

    `notes` has the ids of the notes that each paragraph or person calls; an exhibit may stand after any of them.
    """

    flow: Flow
    exhibits: frozenset[str]
    people: frozenset[str]
    notes: Mapping[str, Sequence[str]]

    def kind(self, id: str) -> str:
        """Return "exhibit", "text" or "heading"."""
        return "exhibit" if id in self.exhibits else "text" if id in self.notes else "heading"


def column(view: View, exhibits: Iterable[str]) -> Column:
    """Return the running text of `view` with each exhibit right after its section, one without a section at the end."""
    notes = {
        paragraph.id: tuple(f"n{piece.number}" for piece in paragraph.pieces)
        for story in view.stories
        for paragraph in story.paragraphs
    }
    people: dict[str, tuple[str, ...]] = {person.id: () for person in view.people}
    exhibits = tuple(exhibits)
    return Column(first_flow(view, exhibits), frozenset(exhibits), frozenset(people), notes | people)


def first_flow(view: View, exhibits: Iterable[str]) -> Flow:
    """Return the flow in which each exhibit stands right after its section, and one without a section at the end."""
    left = list(exhibits)
    flow: list[str] = []
    for story in view.stories:
        flow += [story.id, *(paragraph.id for paragraph in story.paragraphs)]
        if story.exhibit in left:
            left.remove(story.exhibit)
            flow.append(story.exhibit)
    if view.people:
        flow += ["people", *(person.id for person in view.people)]
    return (*flow, *left)


def after(flow: Flow, exhibits: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each block the exhibits that follow it; those that follow nothing stand under ""."""
    known = set(exhibits)
    following: dict[str, tuple[str, ...]] = dict.fromkeys(("", *flow), ())
    block = ""
    for id in flow:
        if id in known:
            following[block] += (id,)
        else:
            block = id
    return following


def price(column: Column, flow: Flow, places: Places) -> float:
    """Return what `flow` costs, set as `places` tells: holes before exhibits, and how far these have moved."""
    page = _Page(column, places)
    holes = [page.hole(before, id) for before, id in pairwise(flow) if id in column.exhibits]
    return sum(map(_hole_price, holes)) + _way_price(column, flow)


def ranked(column: Column, places: Places, short: Mapping[int, int]) -> list[Flow]:
    """Return the orders that the text may have, the cheapest first, as the `places` of one of them let expect.

    `short` tells by how many lines pages, from 0, are left short.
    """
    page = _Page(column, places)
    prices = {flow: page.price_expected(flow, short) + _way_price(column, flow) for flow in _flows(column)}
    return sorted(prices, key=lambda flow: prices[flow])


def _hole_price(hole: float) -> float:
    return hole**2 if hole > HOLE else 0.0


def _way_price(column: Column, flow: Flow) -> float:
    cost = 0.0
    for id in column.exhibits:
        before, after = (set(order[: order.index(id)]) & column.notes.keys() for order in (column.flow, flow))
        cost += LATER * len(after - before) ** 2 + EARLIER * len(before - after) ** 2
        index = flow.index(id)
        cost += BETWEEN * column.people.issuperset(flow[index - 1 : index + 2 : 2])
    return cost


def _flows(column: Column) -> Iterator[Flow]:
    """Yield the text with each exhibit in each place within reach, none passing another."""
    text = [id for id in column.flow if id not in column.exhibits]
    exhibits = [id for id in column.flow if id in column.exhibits]
    ends = [id for id in text if id in column.notes]
    choices = []
    for exhibit in exhibits:
        own = sum(id in column.notes for id in column.flow[: column.flow.index(exhibit)])
        choices.append(range(max(own - REACH, 1), min(own + REACH, len(ends)) + 1))
    for chosen in product(*choices):
        if list(chosen) == sorted(chosen):
            after: dict[str, tuple[str, ...]] = dict.fromkeys(text, ())
            for exhibit, place in zip(exhibits, chosen, strict=True):
                after[ends[place - 1]] += (exhibit,)
            yield tuple(each for id in text for each in (id, *after[id]))


class _Page:
    """The measures of pages on which a column was set. Heights are parts of a page's height."""

    def __init__(self, column: Column, places: Places) -> None:
        self._column = column
        self._places = places
        self._feet = [place for notes in column.notes.values() for id in notes for place in places.get(id, ())]
        everything = [place for each in places.values() for place in each]
        self._top = min((place.top for place in everything), default=0.0)
        self._bottom = max((place.bottom for place in everything), default=0.0)
        self._whole = max(self._bottom - self._top, 1.0)
        self._heights = {id: self._height(id) for id in column.flow}
        self._notes = {id: sum(map(self._height, notes)) for id, notes in column.notes.items()}
        self._gaps = self._gaps_by_kind()

    def hole(self, before: str, exhibit: str) -> float:
        """Return how much of a page is empty between a block and the exhibit after it, where a page ends there."""
        parts, exhibit_parts = self._places.get(before), self._places.get(exhibit)
        if not parts or not exhibit_parts or exhibit_parts[0].page != parts[-1].page + 1:
            return 0.0
        last = parts[-1]
        feet = (place.top for place in self._feet if place.page == last.page)
        return (min([self._bottom, *feet]) - last.bottom) / self._whole

    def price_expected(self, flow: Flow, short: Mapping[int, int]) -> float:
        """Return what holes would cost; on average, for what just fits by reckoning may not fit when it is set."""
        return sum(_hole_price(hole) for slack in _SLACK for hole in self._holes(flow, short, slack)) / len(_SLACK)

    def _holes(self, flow: Flow, short: Mapping[int, int], slack: float) -> Iterator[float]:
        """Yield how much of a page would be empty before each exhibit that begins one and needs `slack` more room."""
        number, used, noted, before = 0, 0.0, False, ""
        for id in flow:
            kind, notes = self._column.kind(id), self._notes.get(id, 0.0)
            room = 1 - _LINE * short.get(number, 0)
            gap = self._gaps.get((self._column.kind(before), kind), _GAP) if used else 0.0
            height = self._heights[id] + notes + (_RULE if notes and not noted else 0.0)
            needed = {"exhibit": height + slack, "heading": height + 3 * _LINE, "text": 2 * _LINE}[kind]
            if used + gap + needed > room:
                if kind == "exhibit":
                    yield room - used
                number, used, noted, gap = number + 1, 0.0, False, 0.0
            used += gap + height
            noted = noted or notes > 0
            if used > room:
                number, used = number + 1, used + _RULE - room
            before = id

    def _height(self, id: str) -> float:
        return sum(place.bottom - place.top for place in self._places.get(id, ())) / self._whole

    def _gaps_by_kind(self) -> dict[tuple[str, str], float]:
        """Return the usual gap between blocks of two kinds, which is that of the text where an exhibit was between."""
        found: dict[tuple[str, str], list[float]] = {}
        for before, id in pairwise(self._column.flow):
            above, below = self._places.get(before), self._places.get(id)
            if above and below and above[-1].page == below[0].page:
                gap = (below[0].top - above[-1].bottom) / self._whole
                found.setdefault((self._column.kind(before), self._column.kind(id)), []).append(max(gap, 0.0))
        return {kinds: median(gaps) for kinds, gaps in found.items()}
