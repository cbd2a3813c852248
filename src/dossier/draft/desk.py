"""What all parts of a draft are made with: the versions, the language, ids, works that may be cited, and the notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.draft.ids import Ids
from dossier.draft.merging import Sides, same_work
from dossier.draft.notes import Group, Note
from dossier.draft.teller import Teller
from dossier.draft.versions import Version
from dossier.model.evidence import Evidence
from dossier.model.passage import Citation as Mark
from dossier.model.passage import Passage
from dossier.model.references import Citation, Reference

DOUBT = 0.8
"""Below this confidence an item is listed for a second look."""
LEAST = 0.5
"""Below this it is not printed."""
_OTHER_SCRIPTS = frozenset("ar be bg el fa he hi hy ja ka ko mk ru sr th uk ur yi zh".split())


@dataclass(frozen=True, slots=True)
class Work:
    """A work that may be cited, and where each version lists it."""

    reference: Reference
    places: list[tuple[Version, Passage]]


@dataclass(slots=True)
class Desk:
    """The state of a draft in the making: what was noted, what was cited, and what is said about items in comments."""

    sides: Sides
    teller: Teller
    ids: Ids
    works: Mapping[tuple[str, str], Citation]
    references: Mapping[str, Work]
    notes: list[Note] = field(default_factory=list)
    comments: dict[str, str] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)

    def evidence(self, version: Version, start: int, end: int) -> tuple[Evidence, ...]:
        """Return the quotation of a place of `version`, and those of other versions that say the same."""
        own = version.evidence(start, end)
        others = (other.evidence(q.start, q.end) for other, q in self.sides.agreeing(version, start, end))
        return (own, *others)

    def cites(self, version: Version, marks: Iterable[str | Mark]) -> tuple[Citation, ...]:
        """Return the works that `marks`, keys of references or marks in a passage, point at."""
        found: dict[tuple[str, str], Citation] = {}
        for mark in marks:
            key = mark if isinstance(mark, str) else mark.reference
            work = self.works.get((version.id, key))
            if work is None:
                continue
            locator = work.locator if isinstance(mark, str) else mark.locator or work.locator
            if not locator.isprintable() or set("{}") & set(locator):
                locator = ""
            found.setdefault((work.ref, locator), work.model_copy(update={"locator": locator}))
        self.cited.update(work.ref for work in found.values())
        return tuple(found.values())

    def cited_works(self) -> tuple[Reference, ...]:
        """Return the works that something printed cites, each with the words that list it."""
        return tuple(
            work.reference.model_copy(
                update={
                    "evidence": tuple(
                        version.evidence(*passage.quotable_range(0, len(passage.text)))
                        for version, passage in work.places
                    )
                }
            )
            for id, work in self.references.items()
            if id in self.cited
        )

    def note(
        self,
        group: Group,
        message: str,
        version: Version | None = None,
        at: int = 0,
        sentence: str = "",
        item: str = "",
    ) -> None:
        """Note something that a curator should look at."""
        place = f"sources/{version.file}:{version.line(at)}" if version else ""
        self.notes.append(Note(group, message, sentence, place, item))

    def judge(self, id: str, what: str, version: Version, at: int, sentence: str, confidence: float) -> None:
        """Say how sure an item is: in a comment above it, and in the notes where that is not very."""
        self.comments[id] = f"confidence {confidence:.2f}, sources/{version.file}:{version.line(at)}"
        if confidence < DOUBT:
            self.note("doubt", f"{what}, confidence {confidence:.2f}", version, at, sentence, id)


def works_of(
    versions: Sequence[Version], teller: Teller, ids: Ids, notes: list[Note], known: Sequence[Reference] = ()
) -> tuple[dict[tuple[str, str], Citation], dict[str, Work]]:
    """Return what each key of each version cites, and the works by id that are not `known` already.

    What cannot be printed goes to `notes`.
    """
    cites: dict[tuple[str, str], Citation] = {}
    works: dict[str, Work] = {}
    for version in versions:
        places = {reference.key: reference.text for reference in version.article.references}
        # Each version names a work once: only those of other versions can be the same.
        there = (*known, *(work.reference for work in works.values()))
        for found in version.found.references:
            passage = next((places[key] for key in found.keys if key in places and places[key].runs), None)
            id = next((work.id for work in there if same_work(work, found.reference)), "")
            if not id:
                work = _printable(found.reference, teller)
                if work is None:
                    place = f"sources/{version.file}:{version.line(passage.start)}" if passage else ""
                    words = passage.text if passage else found.reference.original
                    notes.append(Note("left-out", "a work with letters that no font has", words, place))
                    continue
                id = ids.take(found.reference.id, "work")
                works[id] = Work(work.model_copy(update={"id": id}), [])
            if id in works and passage and passage.text.strip():
                works[id].places.append((version, passage))
            locators = dict(found.locators)
            for key in found.keys:
                cites[version.id, key] = Citation(ref=id, locator=locators.get(key, "")[:200])
    return cites, works


def _printable(work: Reference, teller: Teller) -> Reference | None:
    # The source's own line is printed where a title could not be made out of it; else it is in the evidence.
    original = "" if work.title else work.original
    bare = work.model_copy(update={"evidence": (), "original": original, "language": _language(work)})
    for candidate in (bare, bare.model_copy(update={"original": ""})):
        if not teller.lacks(candidate.model_dump_json()):
            return candidate
    return None


def _language(work: Reference) -> str:
    """Return the language of a work, said to be in Latin letters where its title is in those of another script."""
    romanised = work.language in _OTHER_SCRIPTS and work.title and not any(ord(letter) > 0x24F for letter in work.title)
    return f"{work.language}-Latn" if romanised else work.language
