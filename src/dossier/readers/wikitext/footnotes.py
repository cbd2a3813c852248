"""The notes of an article: what is cited where, under which number, and what was never said or never cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.model.article import Reference, ReferenceKind, Template
from dossier.model.passage import Passage
from dossier.readers.gaps import Gaps
from dossier.readers.wikitext.citations import anchor
from dossier.readers.works import within

_REMARKS = {"note", "notes", "nb", "n", "lower-alpha", "upper-alpha", "lower-roman", "lower-greek", "efn", "a", "anm"}


@dataclass(slots=True)
class Note:
    """A note while it is being put together; `start` and `end` are where it is written out."""

    group: str
    name: str
    number: int | None = None
    text: Passage | None = None
    start: int = 0
    end: int = 0
    anchor: str = ""
    locator: str = ""

    @property
    def key(self) -> str:
        """The key that citations carry."""
        return f"{self.group} {self.number}".strip()


@dataclass(slots=True)
class Footnotes:
    """All notes in the order in which they are first cited; those of a group are numbered by themselves."""

    notes: dict[tuple[str, str], Note] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def find(self, group: str, name: str, start: int, end: int) -> Note:
        """Return the note of that name, or the one written at `start`; a new one where there is none yet."""
        key = (group, name or f"@{start}")
        if key not in self.notes:
            self.notes[key] = Note(group, name, start=start, end=end)
        return self.notes[key]

    def cite(self, note: Note) -> str:
        """Return the key of `note`, which is cited now."""
        if note.number is None:
            note.number = self._counts[note.group] = self._counts.get(note.group, 0) + 1
        return note.key

    def references(self, works: Sequence[Reference], templates: Sequence[Template], gaps: Gaps) -> list[Reference]:
        """Return the notes as references, in their order; `templates` are all citations of the source, by place."""
        work_of = {anchor: work.key for work in works for anchor in _anchors(work)}
        found = []
        for note in list(self.notes.values()):
            cited = note.number is not None
            key = self.cite(note)
            text = note.text or Passage()
            if note.text is None:
                gaps.add("unknown-reference", note.start, note.end, f"the reference {note.name!r} is nowhere written")
            elif not text.text:
                gaps.add("empty-reference", note.start, note.end, f"reference {key} has no text")
            if not cited:
                gaps.add("uncited-reference", note.start, note.end, f"no mark points at reference {key}")
            if note.anchor and note.anchor not in work_of:
                gaps.add("unknown-work", note.start, note.end, f"no work is listed for “{text.text}”")
            found.append(
                Reference(
                    key=key,
                    kind=_kind(note),
                    text=text,
                    number=note.number,
                    name=note.name,
                    work=work_of.get(note.anchor, ""),
                    locator=note.locator,
                    templates=within(templates, note.start, note.end) if note.text else (),
                )
            )
        return sorted(found, key=lambda reference: (not reference.key.isdecimal(), reference.key.split()[:-1]))


def _kind(note: Note) -> ReferenceKind:
    if note.anchor:
        return "short"
    return "note" if note.group.lower() in _REMARKS else "reference"


def _anchors(work: Reference) -> list[str]:
    return [name for template in work.templates if (name := anchor(template))]
