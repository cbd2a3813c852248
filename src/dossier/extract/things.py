"""Who and what an article names: units, people, places and zones, read from the same sentences."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.extract.items import FoundPerson, FoundPlace, FoundUnit, FoundZone
from dossier.extract.people import people_in
from dossier.extract.places import places_in
from dossier.extract.tellings import tellings
from dossier.extract.units import units_in
from dossier.extract.zones import zones_in
from dossier.model.article import Article


@dataclass(frozen=True, slots=True)
class Things:
    """What is named, each class in the order of the source."""

    units: tuple[FoundUnit, ...]
    people: tuple[FoundPerson, ...]
    places: tuple[FoundPlace, ...]
    zones: tuple[FoundZone, ...]


def find_things(article: Article) -> Things:
    """Return what the four finders return for `article`; each sentence is cut out once."""
    told = tuple(tellings(article))
    people = people_in(article, told)
    places = places_in(article, told, people)
    return Things(units_in(article, told), people, places, zones_in(told, places))
