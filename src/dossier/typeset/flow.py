"""Where exhibits stand in the running text, so that no page is left half empty before one.

An exhibit first follows the section that it belongs to. Where it does not fit on what is left of the page, it lets
the text that comes after it go first, as a compositor would: it moves down past paragraphs until the page is full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from dossier.typeset.view import View

HOLE = 0.2
"""The part of a page's height that may stay empty before an exhibit."""

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


def notes_of(view: View) -> dict[str, tuple[str, ...]]:
    """Return the ids of the notes that each paragraph calls; people call none."""
    return {person.id: () for person in view.people} | {
        paragraph.id: tuple(f"n{piece.number}" for piece in paragraph.pieces)
        for story in view.stories
        for paragraph in story.paragraphs
    }


def improved(flow: Flow, exhibits: Iterable[str], notes: Mapping[str, Sequence[str]], places: Places) -> Flow:
    """Return `flow` with the first exhibit that leaves a hole before it moved down, or the same flow where none does.

    `notes` gives the ids of the notes that each paragraph or person calls, `places` where everything stands now.
    """
    page = _Page(places, {note for called in notes.values() for note in called})
    known = set(exhibits)
    for index, id in enumerate(flow):
        if id in known and index and (room := page.hole(flow[index - 1], id)):
            moved = _moved(flow, index, room, known, notes, page)
            if moved != flow:
                return moved
    return flow


def _moved(
    flow: Flow, index: int, room: float, exhibits: set[str], notes: Mapping[str, Sequence[str]], page: _Page
) -> Flow:
    """Move the exhibit at `index` past the text that fills `room`, not past another exhibit nor to behind a heading.

    Text that would run on to the next page may do so as long as the exhibit still fits below it there.
    """
    target = index
    for later in range(index + 1, len(flow)):
        id = flow[later]
        if id in exhibits or room <= 0:
            break
        room -= page.height(id, *notes.get(id, ()))
        if page.height(flow[index]) - room > page.bottom - page.top:
            break
        if id in notes:
            target = later
    return (*flow[:index], *flow[index + 1 : target + 1], flow[index], *flow[target + 1 :])


class _Page:
    """The measures of pages on which everything stands at its place, CSS px."""

    def __init__(self, places: Places, notes: Set[str]) -> None:
        self._places = places
        self._notes = notes
        everything = [place for each in places.values() for place in each]
        self.top = min((place.top for place in everything), default=0.0)
        self.bottom = max((place.bottom for place in everything), default=0.0)

    def height(self, *ids: str) -> float:
        """Return the height of blocks and notes together."""
        return sum(place.bottom - place.top for id in ids for place in self._places.get(id, ()))

    def hole(self, before: str, exhibit: str) -> float:
        """Return how much of the page is empty between a block and the exhibit after it; nothing if that is little."""
        parts, exhibit_parts = self._places.get(before), self._places.get(exhibit)
        if not parts or not exhibit_parts or exhibit_parts[0].page != parts[-1].page + 1:
            return 0.0
        last = parts[-1]
        feet = (place.top for id in self._notes for place in self._places.get(id, ()) if place.page == last.page)
        room = min([self.bottom, *feet]) - last.bottom
        return room if room > HOLE * (self.bottom - self.top) else 0.0
