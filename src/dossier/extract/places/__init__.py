"""Places that an article names, by the kind that its words give them; coordinates only where it gives them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from dossier.extract.ids import slug, unused
from dossier.extract.items import FoundPerson, FoundPlace
from dossier.extract.kinds import PlaceKind
from dossier.extract.people import people_in
from dossier.extract.people.mentions import key_of
from dossier.extract.places.patterns import Named, by_form, named_places
from dossier.extract.tellings import Telling, tellings
from dossier.extract.units.formations import formations_in
from dossier.model.article import Article, Coordinates

_LOWER = re.compile(r"(?<![\w-])[a-zà-ÿ][\w]{2,}(?![\w-])")
_PLACE_FIELD = re.compile(r"(?:place|location|site|city|country|region|venue)s?\d?", re.IGNORECASE)
_PART = re.compile(
    r"(?:(?:[Nn]ear|[Aa]round|[Ii]n|[Oo]ff|[Aa]t|[Nn]orth of|[Ss]outh of|[Ee]ast of|[Ww]est of|and|the|"
    r"[a-z]+ of) )*(?P<name>[^\W\d_a-z][^,;()\n]*)"
)
_LONGEST = 5
_BESIDE = 60
"""How far behind a name its coordinates may stand in the source, in characters."""


@dataclass(slots=True, eq=False)
class _Place:
    name: str
    core: str
    telling: Telling
    start: int
    end: int
    kind: str = ""
    sure: float = 0.0
    hints: Counter[str] = field(default_factory=Counter)
    point: Coordinates | None = None


def find_places(article: Article) -> tuple[FoundPlace, ...]:
    """Return the places that the infobox and the text name, in order.

    A place counts where the words around its name show one: a kind ("River"), a preposition, a field. Its kind is the
    one that they say or suggest. Sides of a war, people, units, ships and works are none.
    """
    told = tuple(tellings(article))
    return places_in(article, told, people_in(article, told))


def places_in(article: Article, told: Sequence[Telling], people: Sequence[FoundPerson]) -> tuple[FoundPlace, ...]:
    """Return the places of an article, as `find_places` does, from its sentences; `people` are no places."""
    common = {word for telling in told for word in _LOWER.findall(telling.text)}
    surnames = {word for person in people for word in key_of(person.name)[-1:]}
    places: dict[str, _Place] = {}
    for telling in told:
        units = [(one.start, one.end) for one in formations_in(telling.text)]
        for named in sorted(_named(telling), key=lambda one: (one.start, -one.sure)):
            if _is_of_another(named, surnames, units) or (not named.kind and named.core.lower() in common):
                continue
            key = named.core.casefold().replace("-", " ")
            place = places.get(key)
            if place is None and named.sure:
                place = places[key] = _Place(named.name, named.core, telling, named.start, named.end)
            if place is not None:
                _add(place, named, telling, article.coordinates)
    _point_of_the_event(article, places)
    taken: set[str] = set()
    return tuple(_found(place, taken) for place in places.values())


def _named(telling: Telling) -> Iterator[Named]:
    if telling.field:
        if _PLACE_FIELD.fullmatch(telling.field.strip()):
            yield from _of_field(telling)
        return
    yield from named_places(telling.text)


def _of_field(telling: Telling) -> Iterator[Named]:
    known = list(named_places(telling.text))
    yield from known
    pieces = telling.text.split(",")
    at = 0
    for number, piece in enumerate(pieces):
        part = _PART.match(piece.strip())
        start = at + len(piece) - len(piece.lstrip()) + (part.start("name") if part else 0)
        at += len(piece) + 1
        name = part["name"].strip().rstrip(".") if part else ""
        apart = not any(one.start < start + len(name) and start < one.end for one in known)
        if name and len(name.split()) <= _LONGEST and apart:
            hint = by_form(name) or ("region" if 0 < number == len(pieces) - 1 else "")
            yield Named(name, name, "", hint, start, start + len(name), 0.9)


def _is_of_another(named: Named, surnames: set[str], units: Sequence[tuple[int, int]]) -> bool:
    """Whether the name is a person's, or begins within that of a unit."""
    last = key_of(named.core)[-1:]
    if not named.kind and last and last[0] in surnames:
        return True
    return any(start <= named.start < end for start, end in units)


def _add(place: _Place, named: Named, telling: Telling, points: Sequence[Coordinates]) -> None:
    place.kind = place.kind or named.kind
    place.sure = max(place.sure, named.sure)
    place.hints[named.hint] += 1
    if points and place.point is None and named.sure:
        end = telling.passage.source_range(named.start, named.end)[1]
        place.point = next((point for point in points if 0 <= point.start - end <= _BESIDE and not telling.field), None)


def _point_of_the_event(article: Article, places: dict[str, _Place]) -> None:
    """Give the coordinates that name a place to it, and those of the article to the first place of its infobox."""
    for point in article.coordinates:
        named = places.get(point.name.casefold()) if point.name else None
        if named and named.point is None:
            named.point = point
    taken = {place.point for place in places.values()}
    rest = [point for point in article.coordinates if point not in taken]
    boxed = [place for place in places.values() if place.telling.field]
    title = article.title.text.casefold()
    first = next((place for place in boxed if place.core.casefold() in title), boxed[0] if boxed else None)
    if len(rest) == len(article.coordinates) == 1 and first is not None:
        first.point = rest[0]


def _found(place: _Place, taken: set[str]) -> FoundPlace:
    region, town = place.hints["region"], place.hints["town"]
    kind = place.kind or ("region" if region and 3 * region >= 3 * town + place.hints[""] else "town")
    return FoundPlace(
        id=unused(slug(place.core), taken, "place"),
        name=place.name,
        kind=cast(PlaceKind, kind),
        words=place.telling.words(place.start, place.end),
        lat=place.point.lat if place.point else None,
        lon=place.point.lon if place.point else None,
        confidence=round(place.sure - (0.0 if place.kind or region or town else 0.2), 2),
    )
