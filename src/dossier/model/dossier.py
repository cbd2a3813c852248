"""A dossier: everything that is printed about one event, each statement with what it rests on.

This is dossier.yaml. English texts are in it; other languages are catalogs, with message ids made of the items' ids.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from dossier.model.base import Frozen, Id, Item, Line, Text
from dossier.model.dates import HistoricalDate, Order, Part, Undated, parse_edtf
from dossier.model.evidence import Evidence
from dossier.model.media import Media
from dossier.model.references import Citation, Edtf, Plain, Reference, Url
from dossier.model.strength import Strength, parse_strength

Kind = Literal["source", "derived", "reference", "editorial"]
Status = Literal["planned", "done"]
ExhibitId = Literal["chronology", "organisation", "map", "bibliography"]


def _check_strength(value: object) -> object:
    if isinstance(value, int | str) and not isinstance(value, bool):
        parse_strength(str(value))
        return str(value)
    return value


StrengthText = Annotated[
    str,
    BeforeValidator(_check_strength),
    Field(description='How many people: 12, 20-25, 2 x 50-55 or "about 150".'),
]


class Formula(Frozen):
    """How a derived statement follows from others: their sum, what is left of the first, or an inference from them."""

    sum: tuple[Id, ...] = ()
    difference: tuple[Id, ...] = ()
    inference: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _one_way(self) -> Formula:
        if sum(bool(inputs) for inputs in (self.sum, self.difference, self.inference)) != 1:
            raise ValueError("a formula is one of sum, difference or inference, with the ids it starts from")
        return self

    @property
    def inputs(self) -> tuple[Id, ...]:
        """The ids of the items that the statement is derived from."""
        return self.sum or self.difference or self.inference


class Statement(Item):
    """Something printed, and what it rests on.

    *source*: a sentence of a source says it (evidence). *derived*: it follows from other statements (formula).
    *reference*: catalogue data, geography (basis says from where). *editorial*: ours, and signed as ours.
    """

    text: Text = Field(description="*emphasis* and [a cross reference](#id) may be used; {value} is a derived number.")
    kind: Kind
    evidence: tuple[Evidence, ...] = ()
    cites: tuple[Citation, ...] = ()
    formula: Formula | None = None
    basis: Line = ""
    strength: StrengthText | None = None

    @model_validator(mode="after")
    def _rests_on_something(self) -> Statement:
        needs = {
            "source": (self.evidence, "a source statement needs evidence: the words of a source that say it"),
            "derived": (self.formula, "a derived statement needs a formula: what it follows from"),
            "reference": (self.basis, "a reference statement needs a basis: where the datum comes from"),
        }
        if self.kind in needs and not needs[self.kind][0]:
            raise ValueError(needs[self.kind][1])
        return self

    @property
    def people(self) -> Strength | None:
        """The number of people that the statement is about, where it states one."""
        return parse_strength(self.strength) if self.strength else None


class Entry(Statement):
    """A statement under a label, for facts at a glance and about people."""

    label: Line


class Paragraph(Statement):
    """A statement of the running story; `starts` opens a new paragraph."""

    starts: bool = False


class Section(Item):
    """A part of the story. The heading says something; the exhibit that belongs to it follows it."""

    heading: Line
    body: tuple[Paragraph, ...]
    exhibit: Literal["chronology", "organisation", "map"] | None = None


class EventDate(Frozen):
    """When: an EDTF value (with a part: early, mid, late), only an order after or before other events, or undated."""

    edtf: Edtf = ""
    part: Part | None = None
    after: Id | None = None
    before: Id | None = None
    undated: bool = Field(default=False, description="No source says when, or in which order.")
    words: Plain = Field(default="", description="The source's own words for the date.")
    label: Line = Field(default="", description="How an order is printed; the words where it is left out.")

    @model_validator(mode="after")
    def _one_kind(self) -> EventDate:
        if (bool(self.edtf), bool(self.after or self.before), self.undated).count(True) != 1:
            raise ValueError("a date is an EDTF value, an order (after, before), or undated: true")
        if self.undated == bool(self.words):
            raise ValueError("a date or an order needs the source's words for it; what is undated has none")
        if self.edtf:
            parse_edtf(self.edtf, self.part)
        return self

    @property
    def date(self) -> HistoricalDate:
        """The date as a value that can be sorted, marked and printed."""
        if self.undated:
            return HistoricalDate(Undated(), "")
        value = parse_edtf(self.edtf, self.part) if self.edtf else Order(self.after, self.before)
        return HistoricalDate(value, self.words)


class Event(Statement):
    """What happened, or was planned, and when. `title` is short, for a timeline; `text` is the whole sentence."""

    title: Line
    date: EventDate
    status: Status = "done"
    place: Id | None = Field(default=None, description="The id of a place, where a source says where it happened.")


class Unit(Statement):
    """A group of people. `under` names the unit that commands it, only where a source states so."""

    name: Line
    status: Status = "planned"
    under: Id | None = None


class Organisation(Item):
    """The head of the organisation chart: what the groups were for, those who designed it, and what they add up to."""

    name: Line
    text: Text = ""
    designers: tuple[Id, ...] = ()
    totals: tuple[Statement, ...] = ()


class Person(Item):
    """Somebody in the story, with what the sources say of them."""

    name: Line
    facts: tuple[Entry, ...]


class Place(Item):
    """A place on the map. Coordinates are geography and need a basis; without them a place is only named.

    A place that a source names has evidence; one that only helps the reader to find the way has a basis alone.
    """

    name: Line
    kind: Literal["town", "camp", "region", "river", "sea", "mountains", "railway"] = "town"
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    basis: Line = ""
    evidence: tuple[Evidence, ...] = ()

    @model_validator(mode="after")
    def _rests_on_something(self) -> Place:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("a place has both lat and lon, or neither")
        if not self.basis and (self.lat is not None or not self.evidence):
            raise ValueError("coordinates, and a place that no source names, need a basis: where they come from")
        return self


class Zone(Statement):
    """An operational zone, bounded only by what the sources name. `letter` marks it where colour does not."""

    name: Line
    letter: Line
    short: Line = ""


class Reading(Frozen):
    """What one source says where sources differ."""

    source: Id
    text: Text
    evidence: tuple[Evidence, ...] = ()


class Difference(Item):
    """Where the sources differ: in conflict, only in one, worded otherwise, or in tension with geography."""

    title: Line
    kind: Literal["conflict", "added", "reworded", "tension"]
    readings: tuple[Reading, ...]
    note: Text = ""


class Gap(Item):
    """Something that a source left out or lost, with the words around the hole."""

    source: Id
    text: Text
    evidence: tuple[Evidence, ...] = ()


class Related(Item):
    """Another article. Only a link: no classification goes with it."""

    title: Line
    source: Id
    url: Url = ""
    note: Line = ""


class ExhibitText(Frozen):
    """The words of an exhibit: its title says something, its alt text describes what it shows."""

    id: ExhibitId
    title: Line
    caption: Text
    alt: Text
    legend: Line = Field(default="", description="Words on the drawing itself: of when a map is, that it is schematic.")


class Licence(Frozen):
    """The terms on which a text may be used."""

    name: Plain = Field(min_length=1)
    url: Url = ""


class Source(Item):
    """An article text. `mark` is the letter by which notes name it; a revision that is not known is left out."""

    mark: Annotated[str, Field(min_length=1, max_length=3)]
    title: Line
    description: Text = ""
    path: Plain
    language: Plain = "en"
    url: Url = ""
    revision: Plain = ""
    retrieved: Edtf = ""
    licence: Licence
    attribution: Text
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None


class Signature(Frozen):
    """Who has reviewed the dossier, and when. Without it every page is marked as an unreviewed draft."""

    by: Line
    date: Edtf

    @model_validator(mode="after")
    def _is_of_our_time(self) -> Signature:
        signed = parse_edtf(self.date).earliest if self.date else None
        if signed is None or not 1900 <= signed[0] <= 9999:
            raise ValueError(f"a dossier is signed on a day of our time, not on {self.date!r}")
        return self


class Dossier(Item):
    """A whole dossier. The order of lists is the order in print, but events are sorted by date."""

    dossier: Literal[1] = Field(description="The version of this format.")
    language: Plain = "en"
    title: Annotated[Line, Field(min_length=1)]
    subtitle: Line = ""
    standfirst: tuple[Statement, ...] = ()
    signed: Signature | None = None
    complete: Annotated[int, Field(ge=0, le=100)] = Field(
        default=80, description="How much of a translation, per cent, an edition needs."
    )
    licence: Licence
    sources: tuple[Source, ...] = Field(min_length=1)
    glance: tuple[Entry, ...] = ()
    sections: tuple[Section, ...] = ()
    events: tuple[Event, ...] = ()
    organisation: Organisation | None = None
    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    zones: tuple[Zone, ...] = ()
    media: tuple[Media, ...] = ()
    exhibits: tuple[ExhibitText, ...] = ()
    differences: tuple[Difference, ...] = ()
    gaps: tuple[Gap, ...] = ()
    uncertain: tuple[Statement, ...] = ()
    related: tuple[Related, ...] = ()
    references: tuple[Reference, ...] = ()
    colophon: tuple[Statement, ...] = ()
