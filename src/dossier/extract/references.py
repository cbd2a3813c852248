"""The works that an article cites: notes, short references and bibliography joined, each work once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dossier.extract.citation_strings import work_in
from dossier.extract.citation_templates import work_of
from dossier.extract.ids import slug, unused
from dossier.extract.items import FoundReference, Words
from dossier.extract.work import Work
from dossier.model.article import Article, passages
from dossier.model.article import Reference as Note
from dossier.model.references import Reference

_FROM_TEMPLATE = 0.97
_MARKED = 0.85
_SHORT = 0.9
_LONGEST = 1000
_TITLE_IN_ID = 40


@dataclass(slots=True)
class _Cited:
    """A work while its notes are being gathered; keys and locators in the order of their notes."""

    work: Work
    words: Words
    confidence: float
    keys: dict[str, None] = field(default_factory=dict)
    locators: dict[tuple[str, str], None] = field(default_factory=dict)

    def cite(self, key: str, locator: str) -> None:
        self.keys[key] = None
        if locator:
            self.locators[key, locator] = None


def find_references(article: Article) -> tuple[FoundReference, ...]:
    """Return the cited works in the order in which they are written out, each with all its keys and locators.

    Short references are joined to the work that they name. What a citation does not give stays empty and is named in
    the reference's `gaps`; a note that names no work is left out. `evidence` is left to who knows the source's id.
    """
    cited = _Works()
    listed: dict[str, _Cited] = {}
    for note in article.references:
        if note.kind == "work":
            for one in _written_out(note, article.source):
                listed[note.key] = cited.add(one, note.key)
    for note in article.references:
        if note.kind == "short" and note.work in listed:
            listed[note.work].cite(note.key, note.locator)
        elif note.kind != "work":
            for one in _written_out(note, article.source):
                cited.add(one, note.key)
    _note_pages(article, cited)
    ordered = sorted(cited.all, key=lambda one: (one.words.start, one.words.end))
    return tuple(_named(ordered))


def _written_out(note: Note, source: str) -> Iterator[_Cited]:
    """Yield the works that a note or an entry of a bibliography names."""
    if not note.text.runs or not note.text.text.strip():
        return
    start, end = note.text.quotable_range(0, len(note.text.text))
    words = Words(note.text.text, start, end)
    found = [work_of(template, in_note=note.kind != "work") for template in note.templates]
    works = [work for work in found if work]
    if works:
        places = [template for template, work in zip(note.templates, found, strict=True) if work]
        for work, place in zip(works, places, strict=True):
            inside = max(start, place.start), min(end, place.end)
            alone = len(works) == 1 or inside[0] >= inside[1]
            yield _Cited(work, words if alone else Words(note.text.text, *inside), _FROM_TEMPLATE)
    elif note.kind != "note":
        work = work_in(note.text, source)
        if work.title or work.surname or work.url:
            yield _Cited(work, words, _MARKED if work.title else _SHORT)


class _Works:
    """The works so far, found again by their title, or by author and year."""

    def __init__(self) -> None:
        self.all: list[_Cited] = []
        self._titled: dict[tuple[str, str], _Cited] = {}
        self._authored: dict[str, list[_Cited]] = {}
        self._dated: dict[tuple[str, str], list[_Cited]] = {}

    def add(self, new: _Cited, key: str) -> _Cited:
        """Add a work, or join it to the one that is there already; return that."""
        known = self._known(new.work)
        if known is None:
            known = new
            self.all.append(new)
            if new.work.title:
                self._titled.setdefault((_folded(new.work.title), new.work.year), new)
            for name in _names(new.work.surname):
                self._authored.setdefault(name, []).append(new)
                self._dated.setdefault((name, new.work.year), []).append(new)
        known.cite(key, new.work.locator)
        return known

    def _known(self, work: Work) -> _Cited | None:
        if work.title:
            same = self._titled.get((_folded(work.title), work.year)) or self._titled.get((_folded(work.title), ""))
            return same if same and _same_author(same.work, work) else None
        if not work.surname:
            return None
        fitting = self._dated.get((work.surname, work.year), [])
        if not work.year and not fitting:
            fitting = self._authored.get(work.surname, [])
        return fitting[0] if len(fitting) == 1 else None


def _names(surname: str) -> set[str]:
    """Return the names by which a note may call an author: De Lattre, who is De Lattre de Tassigny."""
    words = surname.split(" ")
    return {surname, words[-1], *(" ".join(words[:count]) for count in range(2, len(words)))}


def _same_author(work: Work, other: Work) -> bool:
    return not work.surname or not other.surname or work.surname == other.surname


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _note_pages(article: Article, works: _Works) -> None:
    """Add the pages that stand beside the marks, as {{rp}} prints them."""
    by_key: dict[str, list[_Cited]] = {}
    for one in works.all:
        for key in one.keys:
            by_key.setdefault(key, []).append(one)
    for block in article.blocks():
        for passage in passages(block):
            for mark in passage.citations:
                for one in by_key.get(mark.reference, ()) if mark.locator else ():
                    one.cite(mark.reference, mark.locator)


def _named(ordered: list[_Cited]) -> Iterator[FoundReference]:
    taken: set[str] = set()
    for one in ordered:
        work = one.work
        name = unused(slug(f"{work.surname or work.title[:_TITLE_IN_ID]} {work.year}"), taken, "reference")
        data = {part: getattr(work, part) for part in Work.__dataclass_fields__ if part != "locator"}
        located = replace(work, locator=work.locator or next((place for _, place in one.locators), ""))
        reference = Reference(id=name, original=one.words.text[:_LONGEST], gaps=located.missing, **data)
        yield FoundReference(reference, one.words, tuple(one.keys), tuple(one.locators), one.confidence)
