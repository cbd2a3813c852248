"""The chronology's matter: events with their texts, in the order in which they are told, and as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.exhibits.chronology.reach import reach
from dossier.model.dates import HistoricalDate, Order
from dossier.model.dossier import Dossier, Event, Status
from dossier.model.inline import plain


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """Something that happened or was planned. `when` is the date, `title` the event, both in the edition's language."""

    id: str
    title: str
    when: str
    date: HistoricalDate
    status: Status = "done"


@dataclass(frozen=True, slots=True)
class ChronologyWords:
    """The words of the chronology in the edition's language. `months` are short names; `year` prints 0 as 1 BC."""

    exact: str
    approximate: str
    interval: str
    order: str
    undated: str
    not_to_scale: str
    enlarged: str
    done: str
    planned: str
    months: tuple[str, ...]
    number: Callable[[int], str]
    year: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Node:
    """An event in the stated order: `followers` come after it, in no stated order among themselves.

    An echo repeats an event that stands elsewhere, on the time axis or in another place of the order.
    """

    event: TimelineEvent
    followers: tuple[Node, ...] = ()
    echo: bool = False

    @property
    def own(self) -> tuple[TimelineEvent, ...]:
        """The events that stand here and not elsewhere, each before those that follow it."""
        here = () if self.echo else (self.event,)
        return here + tuple(event for follower in self.followers for event in follower.own)


def chronology_items(dossier: Dossier, when: Callable[[Event], str]) -> tuple[TimelineEvent, ...]:
    """Return the events of `dossier` in the order in which they are told; `when` prints the date of one."""
    return told(
        TimelineEvent(event.id, plain(event.title), when(event), event.date.date, event.status)
        for event in dossier.events
    )


def told(events: Iterable[TimelineEvent]) -> tuple[TimelineEvent, ...]:
    """Return dated events by date, each with those behind it that are stated to follow it, and the undated last.

    Raises ValueError where an order names no event or goes in a circle.
    """
    events = tuple(events)
    trees, undated = order_trees(events)
    line = list(dated(events))
    for tree in trees:
        known = [line.index(node.event) for node in _nodes(tree) if node.echo and node.event in line]
        place = known[0] + 1 if tree.echo else known[0] if known else len(line)
        line[place:place] = tree.own
    return (*line, *undated)


def dated(events: Iterable[TimelineEvent]) -> tuple[TimelineEvent, ...]:
    """Return the events that have a place on a time axis, by their place."""
    placed = [(reach(event.date), event) for event in events if event.date.earliest or event.date.latest]
    return tuple(event for _, event in sorted(placed, key=lambda pair: (pair[0].at, pair[0].fade_out)))


def order_trees(events: Sequence[TimelineEvent]) -> tuple[tuple[Node, ...], tuple[TimelineEvent, ...]]:
    """Return what is stated about the order of events without a date, and the events about which nothing is stated.

    A tree shows nothing but stated orders. Raises ValueError where an order names no event or goes in a circle.
    """
    by_id = {event.id: event for event in events}
    orders = {event.id: event.date.value for event in events if isinstance(event.date.value, Order)}
    for id, order in orders.items():
        for other in (order.after, order.before):
            if other and other not in by_id:
                raise ValueError(f"{id!r} is ordered by {other!r}, which is no event")
    axis = [event.id for event in dated(events)]
    leader = {id: order.after for id, order in orders.items() if order.after}
    for id, order in orders.items():
        if order.before and order.before not in axis:
            leader.setdefault(order.before, id)

    def node(id: str, *, echo: bool) -> Node:
        followers = [node(other, echo=False) for other in by_id if leader.get(other) == id]
        before = orders[id].before if id in orders else None
        if before and leader.get(before) != id:
            followers.append(Node(by_id[before], echo=True))
        return Node(by_id[id], tuple(followers), echo)

    roots = [id for id in axis if id in leader.values()]
    others = [id for id in by_id if id not in axis and id not in leader]
    trees = tuple(node(id, echo=True) for id in roots) + tuple(node(id, echo=False) for id in others)
    found = {event.id for tree in trees for event in tree.own}
    if circle := [id for id in by_id if id not in axis and id not in found]:
        raise ValueError(f"the order goes in a circle: {', '.join(circle)}")
    return tuple(tree for tree in trees if tree.followers), tuple(tree.event for tree in trees if not tree.followers)


def _nodes(tree: Node) -> Iterator[Node]:
    yield tree
    for follower in tree.followers:
        yield from _nodes(follower)
