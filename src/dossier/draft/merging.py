"""What several versions tell of the same thing becomes one item, with the words of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dossier.draft.versions import Version
from dossier.extract.items import (
    Extraction,
    FoundCount,
    FoundEvent,
    FoundPerson,
    FoundPlace,
    FoundUnit,
    FoundZone,
    Words,
)
from dossier.model.references import Reference
from dossier.reconcile import Finding, Quote, Reconciliation, alike

Found = FoundEvent | FoundUnit | FoundPerson | FoundPlace | FoundZone | FoundCount
T = TypeVar("T", bound=Found)

_SAME_TITLE = 92.0
"""The least likeness, in per cent, of two titles of one work."""
_ALIKE = 72.0
"""The least likeness, in per cent, of two titles of one event."""


@dataclass(slots=True)
class Merged(Generic[T]):
    """An item of the first version that has it, and of the others those that are the same."""

    first: T
    version: Version
    others: list[tuple[Version, T]] = field(default_factory=list)

    @property
    def all(self) -> tuple[tuple[Version, T], ...]:
        """The item as each version has it."""
        return ((self.version, self.first), *self.others)

    @property
    def confidence(self) -> float:
        """How sure the surest finding is."""
        return max(item.confidence for _, item in self.all)


@dataclass(frozen=True, slots=True)
class Sides:
    """The versions of a draft, and the first one compared with each of the others."""

    versions: tuple[Version, ...]
    compared: tuple[Reconciliation, ...]

    def same(self, other: int, first: Words, second: Words) -> bool:
        """Tell whether a place of the first version and one of version number `other` are in sentences that belong."""
        quotes = self.compared[other - 1].partners(first.start, first.end)
        return any(quote.start < second.end and second.start < quote.end for quote in quotes)

    def agreeing(self, version: Version, start: int, end: int) -> tuple[tuple[Version, Quote], ...]:
        """Return the sentences of other versions that say, word for word, what stands at a place of `version`."""
        found = []
        number = self.versions.index(version)
        for other, compared in enumerate(self.compared, 1):
            if number not in (0, other):
                continue
            finding = compared.at(start, end, reverse=bool(number))
            if finding and finding.kind == "agreeing":
                quotes = finding.first if number else finding.second
                found += [(self.versions[0 if number else other], quote) for quote in quotes]
        return tuple(found)

    def findings(self) -> tuple[tuple[Version, Version, Finding], ...]:
        """Return every finding with the two versions that it is about."""
        first = self.versions[0]
        return tuple((first, other, finding)
                     for other, compared in zip(self.versions[1:], self.compared, strict=True)
                     for finding in compared.findings)  # fmt: skip


def merged(sides: Sides, items_of: Callable[[Extraction], Sequence[T]]) -> list[Merged[T]]:
    """Return the items of all versions, those that are the same as one."""
    found: list[Merged[T]] = []
    for number, version in enumerate(sides.versions):
        for item in items_of(version.found):
            same = next((m for m in found if number and _is_same(sides, number, m, item)), None)
            if same is None:
                found.append(Merged(item, version))
            elif all(other is not version for other, _ in same.all):
                same.others.append((version, item))
    return found


def _is_same(sides: Sides, number: int, known: Merged[T], item: T) -> bool:
    if known.version is sides.versions[number]:
        return False
    beside = known.version is sides.versions[0] and sides.same(number, known.first.words, item.words)
    return same(known.first, item, beside=beside)


def same(first: Found, second: Found, *, beside: bool) -> bool:
    """Tell whether two items are one; `beside` says that their sentences belong together."""
    match first, second:
        case FoundEvent(), FoundEvent():
            if _when(first) != _when(second):
                return False
            likeness = alike(first.title, second.title)
            return likeness >= _ALIKE or (beside and likeness >= _ALIKE / 2)
        case FoundPerson(), FoundPerson():
            a, b = (_key(person.name).split() for person in (first, second))
            return bool(a and b) and a[-1] == b[-1] and (len(a) == 1 or len(b) == 1 or a[0][0] == b[0][0])
        case FoundCount(), FoundCount():
            return (first.kind, _key(first.label), _key(first.side), first.strength) == (
                second.kind, _key(second.label), _key(second.side), second.strength)  # fmt: skip
        case FoundUnit(), FoundUnit():
            return _key(first.name) == _key(second.name) and first.strength == second.strength
        case FoundPlace() | FoundZone(), FoundPlace() | FoundZone():
            return _key(first.name) == _key(second.name)
    return False


def same_work(first: Reference, second: Reference) -> bool:
    """Tell whether two references are one work."""
    if first.issued[:4] != second.issued[:4]:
        return False
    if first.title and second.title:
        return first.title == second.title or alike(first.title, second.title) >= _SAME_TITLE
    return bool(first.author) and first.author == second.author


def says(item: Found) -> tuple[str, ...]:
    """Return what is printed of an item, made alike: two versions say the same where it is equal."""
    match item:
        case FoundEvent(title=title):
            return (_key(title),)
        case FoundUnit(name=name, strength=strength):
            return _key(name), strength
        case FoundCount(label=label, strength=strength):
            return _key(label), strength
        case FoundPerson(name=name) | FoundPlace(name=name) | FoundZone(name=name):
            return (_key(name),)


def _when(event: FoundEvent) -> tuple[str | None, str, str]:
    edtf = event.date.mention.edtf if event.date else None
    return edtf, event.date.mention.mod if event.date else "", event.order.side if event.order else ""


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("–", "-").split())
