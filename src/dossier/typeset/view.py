"""An edition as a template sees it: texts in order, each with the note that says what it rests on.

Notes are numbered in the order in which they are set. Neighbouring statements that rest on the same things share one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.exhibits.citations import Entry
from dossier.exhibits.support import Supports
from dossier.model.dossier import Dossier, Paragraph, Section, Source, Statement
from dossier.model.dossier import Entry as LabelledStatement
from dossier.model.layout import ObjectKind
from dossier.model.references import Reference
from dossier.model.support import Run, Support


@dataclass(frozen=True, slots=True)
class Piece:
    """Statements of the running text (id and words) that rest on the same things, said in note `number`."""

    statements: tuple[tuple[str, str], ...]
    support: Support
    number: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the running text."""

    id: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A section of the running text; the exhibit that belongs to it is named, and stands where the page has room."""

    id: str
    heading: str
    paragraphs: tuple[Passage, ...]
    exhibit: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A statement, under a label where it has one, with what it rests on."""

    id: str
    label: str
    text: str
    support: Support


@dataclass(frozen=True, slots=True)
class Portrait:
    """A person, or another thing that is shown, with what the sources say of it."""

    id: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """An entry of the bibliography, the notes that cite it, and what the source did not give of it, as a list.

    `original` is how the source prints it, in the source's language, without the full stop that a sentence has anyway.
    """

    reference: Reference
    runs: tuple[Run, ...]
    language: str
    notes: tuple[int, ...]
    gaps: str
    original: tuple[Run, ...]
    original_language: str


@dataclass(frozen=True, slots=True)
class View:
    """The parts of an edition that rest on something; the rest a template takes from the dossier itself."""

    standfirst: tuple[str, ...]
    glance: tuple[Line, ...]
    stories: tuple[Story, ...]
    people: tuple[Portrait, ...]
    uncertain: tuple[Line, ...]
    colophon: tuple[Line, ...]
    works: tuple[Work, ...]
    objects: Mapping[ObjectKind, tuple[Portrait, ...]]


def view(dossier: Dossier, supports: Supports, entries: Sequence[Entry]) -> View:
    """Return the view of `dossier`; `entries` is its bibliography in the order in which it is printed."""

    def line(statement: Statement) -> Line:
        label = statement.label if isinstance(statement, LabelledStatement) else ""
        return Line(statement.id, label, supports.text(statement), supports.support(statement))

    stories = _stories(dossier.sections, supports)
    people = tuple(
        Portrait(person.id, person.name, tuple(line(fact) for fact in person.facts)) for person in dossier.people
    )
    objects: dict[ObjectKind, tuple[Portrait, ...]] = {
        "people": people,
        "units": tuple(Portrait(unit.id, unit.name, (line(unit),)) for unit in dossier.units),
        "zones": tuple(Portrait(zone.id, zone.name, (line(zone),)) for zone in dossier.zones),
        "events": tuple(Portrait(event.id, event.title, (line(event),)) for event in dossier.events),
        "sources": tuple(_portrait(source) for source in dossier.sources),
    }
    return View(
        tuple(supports.text(statement) for statement in dossier.standfirst),
        tuple(line(entry) for entry in dossier.glance),
        stories,
        people,
        tuple(line(statement) for statement in dossier.uncertain),
        tuple(line(statement) for statement in dossier.colophon),
        _works(dossier, supports, entries),
        objects,
    )


def _portrait(source: Source) -> Portrait:
    """Return a source as something that can be shown; what is said of it rests on itself."""
    support = Support("source", (source.mark,), (), "")
    return Portrait(source.id, source.title, (Line(source.id, "", source.description, support),))


def _stories(sections: Sequence[Section], supports: Supports) -> tuple[Story, ...]:
    stories = []
    number = 0
    for section in sections:
        paragraphs: list[Passage] = []
        for groups in _paragraphs(section):
            pieces = []
            for group in groups:
                number += 1
                statements = tuple((statement.id, supports.text(statement)) for statement in group)
                pieces.append(Piece(statements, supports.support(group[0]), number))
            paragraphs.append(Passage(f"{section.id}-p{len(paragraphs) + 1}", tuple(pieces)))
        stories.append(Story(section.id, section.heading, tuple(paragraphs), section.exhibit))
    return tuple(stories)


def _original(reference: Reference) -> tuple[Run, ...]:
    return (Run(reference.original.removesuffix(".")),) if reference.original else ()


def _works(dossier: Dossier, supports: Supports, entries: Sequence[Entry]) -> tuple[Work, ...]:
    references = {reference.id: reference for reference in dossier.references}
    groups = [group for section in dossier.sections for groups in _paragraphs(section) for group in groups]
    languages = {source.id: source.language for source in dossier.sources}
    return tuple(
        Work(
            references[entry.id],
            entry.runs,
            entry.language,
            tuple(n for n, group in enumerate(groups, 1) if any(cite.ref == entry.id for cite in group[0].cites)),
            supports.gaps(references[entry.id]),
            _original(references[entry.id]),
            next((languages[evidence.source] for evidence in references[entry.id].evidence), "und"),
        )
        for entry in entries
    )


def _paragraphs(section: Section) -> list[list[tuple[Paragraph, ...]]]:
    """Return the paragraphs of `section`, each in groups of neighbours that rest on the same things."""
    paragraphs: list[list[Paragraph]] = []
    for statement in section.body:
        if statement.starts or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(statement)
    return [[tuple(group) for _, group in groupby(paragraph, key=_basis)] for paragraph in paragraphs]


def _basis(statement: Statement) -> tuple[object, ...]:
    sources = tuple(dict.fromkeys(evidence.source for evidence in statement.evidence))
    return statement.kind, sources, statement.cites, statement.formula, statement.basis
