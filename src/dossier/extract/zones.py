"""Zones: areas of operations, where a sentence divides a region or says how far one reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.extract.ids import slug, unused
from dossier.extract.items import FoundPlace, FoundZone
from dossier.extract.people import people_in
from dossier.extract.places import places_in
from dossier.extract.tellings import Telling, tellings
from dossier.model.article import Article

_AREA = r"zones?|sectors?|fronts?|commands?|areas?|regions?|districts?|pockets?|sections?|wings?|theatres?|theaters?"
_DIVIDED = re.compile(
    rf"\b(?:divided|split|partitioned|broken|separated|organi[sz]ed|"
    rf"subdivided) (?:up )?into (?:\w+ )?(?:[\w-]+ ){{0,3}}?(?P<area>{_AREA})"
    r"(?:,? (?:namely|called|known as))?\s*(?:[:–—(,]|-)?\s*",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:(?:and|,|;|plus|the|The|a)\s+)*(?P<name>[^\W\d_](?:[\w'’-]+\s?){1,5}?)\s*\((?P<bounds>[^()]{4,200})\)\s*(?:,|;|and\b|\.|$)?\s*"
)
_REACHING = re.compile(
    r"\b(?P<name>(?:[Tt]he |[Aa] )?(?:[^\W\d_][\w'’-]+ ){1,4}(?:[Zz]one|[Ss]ector|[Pp]ocket|[Pp]erimeter|[Ff]ront|"
    r"[Ss]alient|[Bb]ridgehead))"
    r"(?: \([^()]{2,120}\))?,? (?:which |that )?(?:ran|runs|extended|extends|stretched|stretches|stretching|"
    r"extending|reached|"
    r"covered|covers|lay|comprised|was bounded|bounded|was the area held|was the area)\s"
    r"(?P<bounds>[^.;:\d]{0,40}?(?:from [^.;:\d]{3,80} to [^.;:\d]{3,80}?|between [^.;:\d]{3,80} and [^.;:\d]{3,80}?|"
    r"along the [^.;:,]{3,60}|in (?:central|northern|southern|eastern|western) [^.;:,]{3,40}|(?:north|south|east|"
    r"west) of [^.;:,]{3,40}))"
    r"(?=[.;:,]|$| by\b| from\b| against\b| during\b| where\b| when\b)"
)
_MOST = 20
"""More parts than that are no division of a region."""


@dataclass(frozen=True, slots=True)
class _Bounded:
    name: str
    telling: Telling
    start: int
    end: int
    bounds: tuple[int, int]
    sure: float


def find_zones(article: Article) -> tuple[FoundZone, ...]:
    """Return the areas of operations whose bounds a sentence gives, each with those words and the places in them.

    A region that is "divided into" zones gives one for each part that is bounded in brackets; a sector or pocket whose
    reach is told gives one. Where no words bound an area, nothing is found.
    """
    told = tuple(tellings(article))
    return zones_in(told, places_in(article, told, people_in(article, told)))


def zones_in(told: Sequence[Telling], places: Sequence[FoundPlace]) -> tuple[FoundZone, ...]:
    """Return the zones that sentences tell of, as `find_zones` does; `places` are those that bounds may name."""
    found = [zone for telling in told if telling.origin != "infobox" for zone in _zones(telling)]
    taken: set[str] = set()
    first: dict[str, _Bounded] = {}
    for zone in found:
        first.setdefault(zone.name.casefold(), zone)
    return tuple(_found(zone, places, taken) for zone in first.values())


def _found(zone: _Bounded, places: Sequence[FoundPlace], taken: set[str]) -> FoundZone:
    telling = zone.telling
    bounds = telling.words(*zone.bounds)
    words = re.sub(r" (?:zone|sector|area|region|district|command|front)$", "", zone.name, flags=re.IGNORECASE)
    return FoundZone(
        id=unused(f"zone-{slug(words)}".rstrip("-"), taken, "zone"),
        name=zone.name,
        words=telling.words(zone.start, zone.end),
        bounds=(bounds,),
        places=tuple(_named_in(bounds.text, places)),
        cites=telling.cites(zone.start, zone.end),
        confidence=zone.sure,
    )


def _named_in(bounds: str, places: Sequence[FoundPlace]) -> list[str]:
    """Return the ids of the places that are named in `bounds`, in the order in which they are."""
    low = bounds.casefold()
    found = {}
    for place in places:
        at = re.search(rf"(?<!\w){re.escape(place.name.casefold())}(?!\w)", low)
        if at:
            found[place.id] = at.start()
    return sorted(found, key=lambda place: found[place])


def _zones(telling: Telling) -> Iterator[_Bounded]:
    text = telling.text
    for division in _DIVIDED.finditer(text):
        yield from _parts(telling, division)
    for found in _REACHING.finditer(text):
        name = re.sub(r"^(?:[Tt]he|[Aa]) ", "", found["name"])
        start = found.end("name") - len(name)
        if any(word[0].isupper() for word in name.split()[:-1]) or name.split()[0] in (
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
        ):
            yield _Bounded(name[0].upper() + name[1:], telling, start, found.end(), found.span("bounds"), 0.7)


def _parts(telling: Telling, division: re.Match[str]) -> Iterator[_Bounded]:
    text, at = telling.text, division.end()
    kind = division["area"].lower().removesuffix("s")
    for _ in range(_MOST):
        part = _PART.match(text, at)
        if not part:
            return
        name = part["name"].strip()
        whole = name if re.search(rf"\b(?:{_AREA})$", name, re.IGNORECASE) else f"{name} {kind}"
        yield _Bounded(
            whole[0].upper() + whole[1:], telling, part.start("name"), part.end("bounds") + 1, part.span("bounds"), 0.9
        )
        at = part.end()
