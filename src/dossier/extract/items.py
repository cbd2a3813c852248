"""What an extractor finds in an article: each item with the words that say it, their place, and how sure that is.

Places are code points of the decoded source, as in `dossier.model.evidence`. Confidence, from 0 to 1, is the share of
items found in the same way that was right when it was measured; an extractor abstains rather than guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.extract.article import LocatedDate
from dossier.model.references import Reference

Origin = Literal["sentence", "table", "list", "infobox", "title"]
OrderSide = Literal["after", "before"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they are read, and the place in the source that is quoted for them."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """An order that a sentence gives: after or before what `words` tell of; `event` is the id of that, if found."""

    side: OrderSide
    words: Words
    event: str = ""


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """What happened, in one line. With neither date nor order it is undated. `also` are other places that tell it."""

    id: str
    title: str
    words: Words
    origin: Origin
    date: LocatedDate | None
    order: FoundOrder | None
    planned: bool
    place: str
    cites: tuple[str, ...]
    confidence: float
    also: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A group of people. `strength` is as in `model.strength`; `under` only where the source states it."""

    id: str
    name: str
    words: Words
    origin: Origin
    strength: str
    role: str
    side: str
    under: str
    commanders: tuple[str, ...]
    planned: bool
    cites: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class FoundFact:
    """Something that is said of a person: a rank, a role, a deed, or what became of them."""

    kind: Literal["rank", "role", "deed", "fate", "side"]
    text: str
    words: Words
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person by the fullest name that the source gives, with each thing that is said of them."""

    id: str
    name: str
    words: Words
    facts: tuple[FoundFact, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that is named; coordinates only where the source gives them."""

    id: str
    name: str
    kind: Literal["town", "camp", "region", "river", "sea", "mountains", "railway"]
    words: Words
    lat: float | None
    lon: float | None
    confidence: float


@dataclass(frozen=True, slots=True)
class FoundZone:
    """An area of operations, with the words that bound it and the ids of the places that they name."""

    id: str
    name: str
    words: Words
    bounds: tuple[Words, ...]
    places: tuple[str, ...]
    cites: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class FoundCount:
    """A number of people or losses, under what label and of which side; `parts` are counts that it is made of."""

    id: str
    kind: Literal["strength", "casualties"]
    label: str
    side: str
    strength: str
    words: Words
    parts: tuple[str, ...]
    agrees: bool | None
    cites: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A cited work in the terms of CSL-JSON, the keys that citations carry, and each locator with the key it is under.

    `words` is where the work is written out in full, or where it is first named.
    """

    reference: Reference
    words: Words
    keys: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article, each class in the order of the source."""

    events: tuple[FoundEvent, ...]
    units: tuple[FoundUnit, ...]
    people: tuple[FoundPerson, ...]
    places: tuple[FoundPlace, ...]
    zones: tuple[FoundZone, ...]
    counts: tuple[FoundCount, ...]
    references: tuple[FoundReference, ...]
