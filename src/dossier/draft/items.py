"""Events, units, people, places and zones of a draft: what was found, each with the words that say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from string import ascii_uppercase
from typing import TypeVar

from dossier.draft.desk import LEAST, Desk
from dossier.draft.merging import Found, Merged, merged, says
from dossier.draft.teller import LINE
from dossier.extract.items import FoundEvent, FoundPerson, FoundPlace, Words
from dossier.model.dates import Instant, Span
from dossier.model.dossier import Entry, Event, EventDate, Person, Place, Unit, Zone
from dossier.model.evidence import Evidence
from dossier.model.strength import parse_strength

EVENTS = 32
UNDATED = 10
UNITS = 18
PEOPLE = 24
FACTS = 6
PLACES = 40
"""So many of each are printed at most; the surest first. The rest is in the review report."""

T = TypeVar("T", bound=Found)
Name = Callable[[T], str]


def chosen(desk: Desk, items: Sequence[Merged[T]], most: int, what: str, name_of: Name[T]) -> list[Merged[T]]:
    """Return the surest of `items` that can be printed, at most so many, in their order; note the others."""
    able = [
        number
        for number, item in enumerate(items)
        if item.confidence >= LEAST and len(name_of(item.first)) <= LINE and desk.teller.prints(name_of(item.first))
    ]
    kept = set(sorted(able, key=lambda number: -items[number].confidence)[:most])
    for number, item in enumerate(items):
        if number not in kept:
            why = f"only the {most} surest are printed" if number in able else "not sure enough, or not to be printed"
            desk.note("left-out", f"{what} “{name_of(item.first)}”: {why}", item.version, item.first.words.start,
                      item.first.words.text)  # fmt: skip
    return [item for number, item in enumerate(items) if number in kept]


def evidence_of(desk: Desk, item: Merged[T]) -> tuple[Evidence, ...]:
    """Return the quotations for an item: of each version that has it, and of those that agree word for word."""
    found: dict[tuple[str, str], Evidence] = {}
    for version, one in item.all:
        if says(one) != says(item.first):
            continue  # the same thing, told otherwise: it is among the differences
        for words in (one.words, *getattr(one, "also", ())):
            # The sentence is quoted and not only the words in it: a curator reads what stands around them.
            for evidence in desk.evidence(version, *version.sentence(words.start, words.end)):
                found.setdefault((evidence.source, evidence.exact), evidence)
    return tuple(found.values())


def _text(desk: Desk, words: Words, instead: str) -> str:
    text = " ".join(words.text.split())
    return text if desk.teller.prints(text) else instead


def events(desk: Desk, places: dict[tuple[str, str], str]) -> tuple[Event, ...]:
    """Return the events; `places` gives the id of a place by version and the id under which it was found."""
    items = merged(desk.sides, lambda found: found.events)
    known = [bool(_date(item.first) or item.first.order) for item in items]
    some: list[Merged[FoundEvent]] = []
    for wanted, most in ((True, EVENTS), (False, UNDATED)):
        part = [item for item, is_known in zip(items, known, strict=True) if is_known is wanted]
        some += chosen(desk, part, most, "the event", lambda event: event.title)
    kept = [item for item in items if any(item is other for other in some)]
    ids = {}
    for item in kept:
        id = desk.ids.take(item.first.title, "event")
        ids.update({(version.id, event.id): id for version, event in item.all})
    titles = {ids[item.version.id, item.first.id]: item.first.title for item in kept}
    earlier: dict[str, set[str]] = {}
    drafted = []
    for item in kept:
        first, version = item.first, item.version
        id = ids[version.id, first.id]
        date = _date(first) or _order(desk, item, ids, id, earlier, titles) or EventDate(undated=True)
        if first.order and date.undated:
            desk.note("doubt", f"an order is told, but not of an event that is here: “{first.order.words.text}”",
                      version, first.words.start, first.words.text, id)  # fmt: skip
        drafted.append(
            Event(
                id=id,
                title=first.title,
                date=date,
                status="planned" if first.planned else "done",
                place=places.get((version.id, first.place)),
                text=_sentence(first.title),
                kind="source",
                evidence=evidence_of(desk, item),
                cites=desk.cites(version, first.cites),
            )
        )
        desk.judge(id, f"the event “{first.title}”", version, first.words.start, first.words.text, item.confidence)
    return tuple(drafted)


def _date(event: FoundEvent) -> EventDate | None:
    """Return the date of an event as far as its words go: what is told to lie before a day is not on that day."""
    mention = event.date.mention if event.date else None
    if mention is None or mention.value is None:
        return None
    value, words = mention.value, mention.text
    if mention.range:
        value, words = mention.range.value, mention.range.text
    elif isinstance(value, Instant) and mention.relation in ("before", "by", "until"):
        value = Span(None, value, open_start=True)
    elif isinstance(value, Instant) and mention.relation in ("after", "since"):
        value = Span(value, None, open_end=True)
    part = value.part if isinstance(value, Instant) else None
    try:
        return EventDate(edtf=value.edtf, part=part, words=" ".join(words.split())[:900])
    except ValueError:
        return None


def _order(
    desk: Desk,
    item: Merged[FoundEvent],
    ids: Mapping[tuple[str, str], str],
    id: str,
    earlier: dict[str, set[str]],
    titles: Mapping[str, str],
) -> EventDate | None:
    """Return the order that a sentence gives; None where its other event is not here or it would go in a circle."""
    order = item.first.order
    other = ids.get((item.version.id, order.event)) if order else None
    if order is None or other is None or other == id:
        return None
    before, after = (other, id) if order.side == "after" else (id, other)
    if _reaches(earlier, before, after):
        return None
    earlier.setdefault(after, set()).add(before)
    words = " ".join(order.words.text.split())[:390]
    label = desk.teller(f"order-{order.side}", event=titles[other])[:LINE]
    if order.side == "after":
        return EventDate(after=other, words=words, label=label)
    return EventDate(before=other, words=words, label=label)


def _sentence(title: str) -> str:
    return title if title.endswith((".", "!", "?", "…")) else f"{title}."


def _reaches(earlier: dict[str, set[str]], event: str, target: str) -> bool:
    todo, seen = [event], set()
    while todo:
        here = todo.pop()
        if here == target:
            return True
        if here not in seen:
            seen.add(here)
            todo += earlier.get(here, ())
    return False


def units(desk: Desk) -> tuple[Unit, ...]:
    """Return the groups of people; one stands under another only where the source says so."""
    items = merged(desk.sides, lambda found: found.units)
    kept = chosen(desk, items, UNITS, "the group", lambda unit: unit.name)
    ids = {}
    for item in kept:
        id = desk.ids.take(item.first.id, "unit")
        ids.update({(version.id, unit.id): id for version, unit in item.all})
    above: dict[str, set[str]] = {}
    drafted = []
    for item in kept:
        first, version = item.first, item.version
        id = ids[version.id, first.id]
        under = ids.get((version.id, first.under))
        if under and not _reaches(above, under, id):
            above.setdefault(id, set()).add(under)
        else:
            under = None
        drafted.append(
            Unit(
                id=id,
                name=first.name,
                status="planned" if first.planned else "done",
                under=under,
                strength=_strength(first.strength),
                text=_text(desk, first.words, first.name),
                kind="source",
                evidence=evidence_of(desk, item),
                cites=desk.cites(version, first.cites),
            )
        )
        desk.judge(id, f"the group “{first.name}”", version, first.words.start, first.words.text, item.confidence)
    return tuple(drafted)


def _strength(strength: str) -> str | None:
    try:
        return str(parse_strength(strength)) if strength else None
    except ValueError:
        return None


def people(desk: Desk) -> tuple[Person, ...]:
    """Return the people with what is said of each, in the words of the source."""
    items = merged(desk.sides, lambda found: found.people)
    kept = chosen(desk, items, PEOPLE, "the person", lambda person: person.name)
    drafted = []
    for item in kept:
        id = desk.ids.take(item.first.id, "person")
        name = max((person.name for _, person in item.all), key=len)
        facts = _facts(desk, item, id)
        drafted.append(Person(id=id, name=name, facts=facts))
        desk.judge(id, f"the person “{name}”", item.version, item.first.words.start, item.first.words.text,
                   item.confidence)  # fmt: skip
    return tuple(drafted)


def _facts(desk: Desk, item: Merged[FoundPerson], person: str) -> tuple[Entry, ...]:
    told: dict[tuple[str, str], Entry] = {}
    for version, one in item.all:
        for fact in one.facts:
            text = " ".join(fact.text.split())
            key = (fact.kind, text.casefold())
            evidence = desk.evidence(version, fact.words.start, fact.words.end)
            if key in told:
                known = {(each.source, each.exact) for each in told[key].evidence}
                more = tuple(each for each in evidence if (each.source, each.exact) not in known)
                told[key] = told[key].model_copy(update={"evidence": (*told[key].evidence, *more)})
            elif desk.teller.prints(text) and len(told) < FACTS:
                told[key] = Entry(
                    id=desk.ids.take(f"{person}-{fact.kind}", "fact"),
                    label=desk.teller(f"fact-{fact.kind}"),
                    text=text,
                    kind="source",
                    evidence=evidence,
                    cites=desk.cites(version, fact.cites),
                )
            else:
                desk.note("left-out", f"more of {item.first.name}", version, fact.words.start, fact.words.text, person)
    if not told:
        words = item.first.words
        told["", ""] = Entry(
            id=desk.ids.take(f"{person}-named", "fact"),
            label=desk.teller("fact-named"),
            text=_text(desk, words, item.first.name),
            kind="source",
            evidence=desk.evidence(item.version, words.start, words.end),
        )
    return tuple(told.values())


def places(desk: Desk) -> tuple[tuple[Place, ...], dict[tuple[str, str], str]]:
    """Return the places, those with a position first in line, and the id of each by version and found id."""
    items = merged(desk.sides, lambda found: found.places)
    placed = sorted(items, key=lambda item: _position(item) is None)
    kept = chosen(desk, placed, PLACES, "the place", lambda place: place.name)
    drafted, ids = [], {}
    for item in kept:
        id = desk.ids.take(item.first.id, "place")
        ids.update({(version.id, place.id): id for version, place in item.all})
        lat, lon = _position(item) or (None, None)
        drafted.append(
            Place(
                id=id,
                name=item.first.name,
                kind=item.first.kind,
                lat=lat,
                lon=lon,
                basis=desk.teller("basis-coordinates") if lat is not None else "",
                evidence=evidence_of(desk, item),
            )
        )
        desk.judge(id, f"the place “{item.first.name}”", item.version, item.first.words.start, item.first.words.text,
                   item.confidence)  # fmt: skip
    return tuple(drafted), ids


def _position(item: Merged[FoundPlace]) -> tuple[float, float] | None:
    for _, place in item.all:
        if place.lat is not None and place.lon is not None and abs(place.lat) <= 90 and abs(place.lon) <= 180:
            return round(place.lat, 4), round(place.lon, 4)
    return None


def zones(desk: Desk) -> tuple[Zone, ...]:
    """Return the zones, each under a letter of its own: the first of its name that is free."""
    items = chosen(desk, merged(desk.sides, lambda found: found.zones), len(ascii_uppercase), "the zone",
                   lambda zone: zone.name)  # fmt: skip
    letters: list[str] = []
    drafted = []
    for item in items:
        first, version = item.first, item.version
        letters.append(_letter(first.name, letters))
        id = desk.ids.take(first.id, "zone")
        drafted.append(
            Zone(
                id=id,
                letter=letters[-1],
                name=first.name,
                text=_text(desk, first.words, first.name),
                kind="source",
                evidence=evidence_of(desk, item),
                cites=desk.cites(version, first.cites),
            )
        )
        desk.judge(id, f"the zone “{first.name}”", version, first.words.start, first.words.text, item.confidence)
    return tuple(drafted)


def _letter(name: str, taken: Sequence[str]) -> str:
    free = [letter for letter in f"{name.upper()}{ascii_uppercase}" if letter.isalpha() and letter not in taken]
    return free[0]
