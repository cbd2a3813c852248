"""An edition as a template sees it: texts in order, each with the note that says what it rests on.

Notes are numbered in the order in which they are set. Neighbouring statements that rest on the same things share one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.exhibits.citations import Citation, Entry, Run
from dossier.locales.catalogs import Texts
from dossier.locales.formats import TIMES, format_range
from dossier.locales.locale import Locale
from dossier.model.dossier import Dossier, Formula, Kind, Paragraph, Person, Section, Statement
from dossier.model.strength import Strength, remainder, total
from dossier.model.walk import parts

Cite = Callable[[Sequence[Sequence[Citation]]], Sequence[Sequence[Run]]]
"""Sets groups of citations as notes, in order, in the style of the edition."""


@dataclass(frozen=True, slots=True)
class Support:
    """What a statement rests on: the marks of sources, works cited there, and a formula or basis in words."""

    kind: Kind
    marks: tuple[str, ...]
    works: tuple[Run, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the running text; the statements in it rest on the same things, said in note `number`."""

    texts: tuple[str, ...]
    support: Support
    number: int


@dataclass(frozen=True, slots=True)
class Story:
    """A section: paragraphs of pieces."""

    id: str
    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    exhibit: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A statement under a label, with what it rests on."""

    id: str
    label: str
    text: str
    support: Support


@dataclass(frozen=True, slots=True)
class Portrait:
    """A person with what the sources say of them."""

    id: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """An entry of the bibliography, the notes that cite it, and what the source gave of it."""

    id: str
    runs: tuple[Run, ...]
    notes: tuple[int, ...]
    original: str
    gaps: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class View:
    """The parts of an edition that carry notes; the rest a template takes from the dossier itself."""

    standfirst: tuple[str, ...]
    glance: tuple[Line, ...]
    stories: tuple[Story, ...]
    people: tuple[Portrait, ...]
    uncertain: tuple[Line, ...]
    colophon: tuple[str, ...]
    works: tuple[Work, ...]


class Viewer:
    """Makes the view of one dossier: knows its sources' marks, its numbers, and how works are cited."""

    def __init__(self, dossier: Dossier, locale: Locale, texts: Texts, cite: Cite) -> None:
        self._dossier = dossier
        self._locale = locale
        self._texts = texts
        self._cite = cite
        self._marks = {source.id: source.mark for source in dossier.sources}
        self._statements = {part.id: part for _, part in parts(dossier) if isinstance(part, Statement)}
        self._names = {
            part.id: str(getattr(part, "name", "") or getattr(part, "label", "") or getattr(part, "title", ""))
            for _, part in parts(dossier)
            if hasattr(part, "id")
        }

    def view(self, entries: Sequence[Entry]) -> View:
        """Return the view; `entries` is the bibliography in the order in which it is printed."""
        sections = [(section, _paragraphs(section)) for section in self._dossier.sections]
        groups = [group for _, paragraphs in sections for paragraph in paragraphs for group in paragraph]
        works = self._cite([_citations(group[0]) for group in groups])
        pieces = iter(
            Piece(tuple(self.text(s) for s in group), self.support(group[0], tuple(runs)), number)
            for number, (group, runs) in enumerate(zip(groups, works, strict=True), 1)
        )
        stories = tuple(
            Story(
                section.id,
                section.heading,
                tuple(tuple(next(pieces) for _ in paragraph) for paragraph in paragraphs),
                section.exhibit,
            )
            for section, paragraphs in sections
        )
        return View(
            tuple(self.text(statement) for statement in self._dossier.standfirst),
            tuple(self._line(entry, entry.label) for entry in self._dossier.glance),
            stories,
            tuple(self._portrait(person) for person in self._dossier.people),
            tuple(self._line(statement, "") for statement in self._dossier.uncertain),
            tuple(self.text(statement) for statement in self._dossier.colophon),
            tuple(self._works(entries, groups)),
        )

    def text(self, statement: Statement) -> str:
        """Return the text of `statement` with its derived number in it."""
        if "{value}" not in statement.text:
            return statement.text
        value = self._value(statement.formula) if statement.formula else None
        if value is None:
            raise KeyError(f"{statement.id}: no value")
        return statement.text.replace("{value}", format_range(value.least, value.most, self._locale))

    def support(self, statement: Statement, works: tuple[Run, ...] = ()) -> Support:
        """Return what `statement` rests on; `works` are its citations as they are set."""
        marks = tuple(dict.fromkeys(self._marks[evidence.source] for evidence in statement.evidence))
        return Support(statement.kind, marks, works, self._detail(statement))

    def _detail(self, statement: Statement) -> str:
        formula = statement.formula
        if formula is None:
            return statement.basis
        if formula.inference:
            names = [self._names.get(id) or self._texts("support.statement") for id in formula.inference]
            return self._texts("support.inference", inputs="; ".join(dict.fromkeys(names)))
        value = self._value(formula)
        operator = " + " if formula.sum else " \u2212 "
        inputs = operator.join(self._number(strength) for strength in self._strengths(formula))
        return f"{inputs} = {format_range(value.least, value.most, self._locale)}" if value else inputs

    def _number(self, strength: Strength) -> str:
        numbers = format_range(strength.low, strength.high, self._locale)
        return f"{strength.times}{TIMES}{numbers}" if strength.times > 1 else numbers

    def _strengths(self, formula: Formula) -> tuple[Strength, ...]:
        return tuple(people for id in formula.inputs if (people := self._statements[id].people))

    def _value(self, formula: Formula) -> Strength | None:
        numbers = self._strengths(formula)
        if formula.inference or not numbers:
            return None
        return total(numbers) if formula.sum else remainder(numbers[0], numbers[1:])

    def _line(self, statement: Statement, label: str) -> Line:
        (works,) = self._cite([_citations(statement)])
        return Line(statement.id, label, self.text(statement), self.support(statement, tuple(works)))

    def _portrait(self, person: Person) -> Portrait:
        return Portrait(person.id, person.name, tuple(self._line(fact, fact.label) for fact in person.facts))

    def _works(self, entries: Sequence[Entry], groups: Sequence[Sequence[Statement]]) -> Iterator[Work]:
        references = {reference.id: reference for reference in self._dossier.references}
        for entry in entries:
            reference = references[entry.id]
            notes = tuple(
                number for number, group in enumerate(groups, 1) if entry.id in (c.ref for c in group[0].cites)
            )
            yield Work(entry.id, entry.runs, notes, reference.original, reference.gaps, reference.basis)


def _paragraphs(section: Section) -> tuple[tuple[tuple[Paragraph, ...], ...], ...]:
    """Return the paragraphs of `section`, each in groups of neighbours that rest on the same things."""
    paragraphs: list[list[Paragraph]] = []
    for statement in section.body:
        if statement.starts or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(statement)
    return tuple(tuple(tuple(group) for _, group in groupby(paragraph, key=_basis)) for paragraph in paragraphs)


def _basis(statement: Statement) -> tuple[object, ...]:
    sources = tuple(dict.fromkeys(evidence.source for evidence in statement.evidence))
    return statement.kind, sources, statement.cites, statement.formula, statement.basis


def _citations(statement: Statement) -> tuple[Citation, ...]:
    return tuple(Citation(cite.ref, cite.locator, cite.label) for cite in statement.cites)


def cited(statements: Iterable[Statement]) -> frozenset[str]:
    """Return the ids of the works that `statements` cite."""
    return frozenset(cite.ref for statement in statements for cite in statement.cites)
