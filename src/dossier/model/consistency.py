"""What a schema cannot say: that ids are unique, that pointers point somewhere, that evidence is still there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dossier.diagnostics import Severity
from dossier.model.base import Item
from dossier.model.dossier import (
    Dossier,
    Event,
    EventDate,
    Formula,
    Gap,
    Organisation,
    Reading,
    Related,
    Section,
    Statement,
    Unit,
)
from dossier.model.evidence import Evidence, State, resolve
from dossier.model.inline import targets
from dossier.model.media import Media
from dossier.model.references import Citation
from dossier.model.strength import remainder
from dossier.model.walk import Place, messages, parts

# What a template calls notes and their calls, paragraphs, tables, exhibits, and the parts that have no id in a dossier.
_RESERVED = re.compile(
    r"[cn]\d+|.+-(p\d+|table)|chronology|organisation|map|bibliography|contents|key|glance|people|tables|differences"
    r"|gaps|uncertain|related|licence|colophon|cover"
)

BLANK = "___"
"""Stands in an attribution or the name of a licence where somebody has to fill in what a text does not say."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place in dossier.yaml, in the item with that id."""

    code: str
    message: str
    hint: str
    place: Place
    item: str
    severity: Severity = "error"


def problems(dossier: Dossier, texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful in `dossier`, given the decoded text of each source by id."""
    checks: tuple[Callable[[], Iterator[Problem]], ...] = (
        lambda: _repeated_ids(dossier),
        lambda: _pointers(dossier),
        lambda: _formulas(dossier),
        lambda: _order(dossier),
        lambda: _command(dossier),
        lambda: _evidence(dossier, texts),
        lambda: _blanks(dossier),
    )
    return tuple(problem for check in checks for problem in check())


def is_reserved(id: str) -> bool:
    """Tell whether pages use `id` for a part of their own."""
    return bool(_RESERVED.fullmatch(id))


def _repeated_ids(dossier: Dossier) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, part in parts(dossier):
        id = getattr(part, "id", None)
        if isinstance(part, Item) and is_reserved(part.id):
            message = f"pages use the id {id!r} for a part of their own"
            yield Problem("reserved-id", message, "Give the item another id.", place, part.id)
        if id in seen:
            yield Problem("repeated-id", f"the id {id!r} is used twice", "Give one of them another id.", place, id)
        if id:
            seen.add(id)
    marks = [source.mark for source in dossier.sources]
    for index, source in enumerate(dossier.sources):
        if source.mark in marks[:index]:
            yield Problem("repeated-mark", f"two sources share the mark {source.mark!r}", "Give each its own letter.",
                          ("sources", index, "mark"), source.id)  # fmt: skip


def _pointers(dossier: Dossier) -> Iterator[Problem]:
    ids = {id for _, part in parts(dossier) if (id := getattr(part, "id", None))}
    sources = {source.id for source in dossier.sources}
    references = {reference.id for reference in dossier.references}
    listed = (dossier.events, dossier.units, dossier.people, dossier.places, dossier.sections)
    events, units, people, places, sections = ({item.id for item in items} for items in listed)
    item = dossier.id
    for place, part in parts(dossier):
        item = getattr(part, "id", item)
        pointers: tuple[tuple[str, str | None, set[str]], ...]
        match part:
            case Citation(ref=ref):
                pointers = (("reference", ref, references),)
            case Evidence(source=source) | Reading(source=source) | Gap(source=source) | Related(source=source):
                pointers = (("source", source, sources),)
            case EventDate(after=after, before=before):
                pointers = (("event", after, events), ("event", before, events))
            case Event(place=where):
                pointers = (("place", where, places),)
            case Unit(under=under):
                pointers = (("unit", under, units),)
            case Organisation(designers=designers):
                pointers = tuple(("person", designer, people) for designer in designers)
            case Media(section=section):
                pointers = (("section", section, sections),)
            case Section(exhibit=exhibit):
                pointers = (("exhibit", exhibit, {*ids, "chronology", "organisation", "map"}),)
            case _:
                pointers = ()
        for what, target, known in pointers:
            if target and target not in known:
                hint = f"Known: {_listed(known)}"
                yield Problem("points-nowhere", f"there is no {what} {target!r}", hint, place, item)
    for message in messages(dossier):
        for target in targets(message.text):
            if target not in ids:
                yield Problem("points-nowhere", f"the text points at {target!r}, which is not here",
                              "Write the id of an item after the #.", message.place, message.id)  # fmt: skip


def _listed(known: set[str]) -> str:
    return ", ".join(sorted(known)[:12]) or "none"


def _formulas(dossier: Dossier) -> Iterator[Problem]:
    statements = {part.id: part for _, part in parts(dossier) if isinstance(part, Statement)}
    ids = {id for _, part in parts(dossier) if (id := getattr(part, "id", None))}
    for place, part in parts(dossier):
        if not isinstance(part, Statement):
            continue
        computed = part.formula is not None and not part.formula.inference
        if ("{value}" in part.text) and not computed:
            yield Problem("no-value", "{value} stands in a text that no sum or difference gives a value for",
                          "Give the statement a formula, or write the number.", (*place, "text"), part.id)  # fmt: skip
        if part.formula:
            faults = tuple(_inputs(part.formula, computed, statements, ids, place, part.id))
            yield from faults
            if part.formula.difference and not faults:
                yield from _remainder(part.formula, statements, place, part.id)


def _inputs(
    formula: Formula, computed: bool, statements: Mapping[str, Statement], ids: set[str], place: Place, item: str
) -> Iterator[Problem]:
    for id in formula.inputs:
        if id not in ids:
            yield Problem("points-nowhere", f"the formula starts from {id!r}, which is not here",
                          "Write the ids of other statements.", (*place, "formula"), item)  # fmt: skip
        elif computed and (id not in statements or statements[id].people is None):
            yield Problem("no-number", f"the formula counts {id!r}, which states no strength",
                          f"Give {id!r} a strength.", (*place, "formula"), item)  # fmt: skip


def _remainder(formula: Formula, statements: Mapping[str, Statement], place: Place, item: str) -> Iterator[Problem]:
    numbers = [people for id in formula.difference if (people := statements[id].people)]
    try:
        remainder(numbers[0], numbers[1:])
    except ValueError as error:
        yield Problem("no-number", str(error), "Take away no more than there is.", (*place, "formula"), item)


def _order(dossier: Dossier) -> Iterator[Problem]:
    earlier: dict[str, set[str]] = {event.id: set() for event in dossier.events}
    for event in dossier.events:
        if event.date.after in earlier:
            earlier[event.id].add(event.date.after)
        if event.date.before in earlier:
            earlier[event.date.before].add(event.id)
    settled: set[str] = set()
    while ready := {id for id, before in earlier.items() if id not in settled and before <= settled}:
        settled |= ready
    for index, event in enumerate(dossier.events):
        if event.id not in settled:
            yield Problem("order-cycle", f"{event.id!r} would have to come before itself",
                          "Follow its after and before.", ("events", index, "date"), event.id)  # fmt: skip


def _command(dossier: Dossier) -> Iterator[Problem]:
    commanders = {unit.id: unit.under for unit in dossier.units}
    for index, unit in enumerate(dossier.units):
        above, seen = unit.under, set[str]()
        while above and above not in seen:
            seen.add(above)
            above = commanders.get(above)
        if unit.id in seen:
            yield Problem("command-cycle", f"{unit.id!r} would have to command itself", "Follow its under.",
                          ("units", index, "under"), unit.id)  # fmt: skip


_EVIDENCE_HINTS = {
    State.ORPHANED: "Quote the words as they stand in the source now, or take the statement out.",
    State.AMBIGUOUS: "Quote more words, or give a prefix or suffix.",
    State.FUZZY: "Quote the words as they stand in the source now.",
}
_EVIDENCE_MESSAGES = {
    State.ORPHANED: "these words are not in the source",
    State.AMBIGUOUS: "these words stand in several places of the source",
    State.FUZZY: "the source says nearly, but not quite this",
}


def _evidence(dossier: Dossier, texts: Mapping[str, str]) -> Iterator[Problem]:
    item = dossier.id
    for place, part in parts(dossier):
        item = getattr(part, "id", item)
        if not isinstance(part, Evidence) or part.source not in texts:
            continue
        state = resolve(part, texts[part.source]).state
        if state is not State.FOUND:
            yield Problem(f"evidence-{state}", f'{_EVIDENCE_MESSAGES[state]} ({part.source}): "{part.exact[:60]}"',
                          _EVIDENCE_HINTS[state], place, item,
                          severity="warning" if state is State.FUZZY else "error")  # fmt: skip


def _blanks(dossier: Dossier) -> Iterator[Problem]:
    """Yield what is still to be filled in: a draft may be built with it, a signed dossier may not."""
    severity: Severity = "error" if dossier.signed else "warning"
    hint = f"Write who made the text and on what terms it may be used, in the place of {BLANK}."
    licences: list[tuple[Place, str, str]] = [(("licence", "name"), dossier.licence.name, dossier.id)]
    for index, source in enumerate(dossier.sources):
        place: Place = ("sources", index)
        licences.append(((*place, "licence", "name"), source.licence.name, source.id))
        if BLANK in source.attribution or not source.attribution:
            at = (*place, "attribution")
            yield Problem("attribution-missing", "attribution missing: fill in", hint, at, source.id, severity)
    for place, name, item in licences:
        if BLANK in name:
            yield Problem("licence-missing", "licence missing: fill in", hint, place, item, severity)
