"""Notes and bibliography in a citation style.

A work is cited in full the first time and in the style's short form after that, in the order of the notes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal, get_args

from dossier.errors import LocaleError, SourceError, Where
from dossier.exhibits.bibliography.filing import filed
from dossier.exhibits.bibliography.pandoc import Citation, Sheet, process, read_style
from dossier.exhibits.bibliography.runs import join
from dossier.exhibits.bibliography.works import Gaps, Work, parse_works
from dossier.model.support import Run, Runs

__all__ = ["Citation", "Citations", "Entry", "Gaps", "Label", "Run", "Runs", "Terms", "cite"]

Label = Literal[
    "page", "chapter", "section", "paragraph", "volume", "note", "line", "part", "book", "column", "folio", "figure",
    "verse",
]  # fmt: skip
Terms = Literal["edition", "entry"]
"""Whose language "edited by" and the names of months are in: the edition's, or that of the work described."""

_ENGLISH = "en-GB"
_SPECIAL = {
    "en": _ENGLISH, "en-XA": _ENGLISH, "ar-XB": "ar", "zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW",
}  # fmt: skip
_LANGUAGES = frozenset(
    """
    af ar bg ca cs cy da de el en es et eu fa fi fr gl he hi hr hu hy id is it ja km ko la lt lv mn ms nb nl nn pl pt ro
    ru sk sl sr sv th tr uk vi zh""".split()
)
_FROM_THE_RIGHT = frozenset("ar fa he".split())
_WITH_OTHER_QUOTES = frozenset("ja zh".split())
_SEMICOLON = re.compile(r"(?<=\S)(?=; )")
_NOT_LATIN = frozenset("ar bg el fa he hi hy ja km ko mn ru th uk zh".split())


@dataclass(frozen=True, slots=True)
class Entry:
    """A work in the bibliography; `language` is the work's own (BCP 47, "und" where it is not known)."""

    id: str
    runs: Runs
    language: str


@dataclass(frozen=True, slots=True)
class Citations:
    """Notes in the order in which they were asked for, and all works in the order of the style and the edition."""

    notes: tuple[Runs, ...]
    entries: tuple[Entry, ...]


def cite(
    items: Sequence[Mapping[str, object]],
    notes: Sequence[Sequence[Citation]],
    *,
    style: str,
    locale: str,
    gaps: Gaps,
    terms: Terms = "entry",
) -> Citations:
    """Return what `notes`, each a group of citations, and the bibliography of all `items` (CSL-JSON) print.

    `style` is a file in assets/csl without its suffix: "chicago", "apa", "gost". A romanised work is described in the
    language of the edition, or in English where that runs from right to left or has no quotation marks for Latin
    letters. Raises SourceError for an item or a citation that cannot be used, LocaleError for a language without terms,
    AssetError for an unknown style.
    """
    works = parse_works(items, gaps)
    _check(notes, works)
    edition = _edition_language(locale)
    if not works:
        return Citations(tuple(() for _ in notes), ())
    languages = {work.id: _work_language(work, edition) if terms == "entry" else edition for work in works}
    spoken = [[languages[citation.ref] for citation in note] for note in notes]
    mixed = {at for at, tags in enumerate(spoken) if len(set(tags)) > 1}
    wanted = sorted({edition, *languages.values()})
    xml = read_style(style)
    with ThreadPoolExecutor() as pool:
        order = pool.submit(process, filed(works, edition), (), xml, edition)
        sheets = dict(zip(wanted, pool.map(lambda tag: process(works, notes, xml, tag, mixed), wanted), strict=True))
    own = {work.id: work.language for work in works}
    texts = {tag: dict(sheet.entries) for tag, sheet in sheets.items()}
    return Citations(
        tuple(_spaced(_note(at, tags, sheets), edition) for at, tags in enumerate(spoken)),
        tuple(Entry(id, texts[languages[id]][id], own[id]) for id, _ in order.result().entries),
    )


def _check(notes: Sequence[Sequence[Citation]], works: Sequence[Work]) -> None:
    ids = {work.id for work in works}
    for number, note in enumerate(notes, 1):
        for citation in note:
            where = Where(item=citation.ref)
            if citation.ref not in ids:
                raise SourceError(f"note {number} cites a work that is not there", hint="Add it.", where=where)
            if citation.label not in get_args(Label):
                hint = f"Labels are {', '.join(get_args(Label))}."
                raise SourceError(f"unknown label of a locator {citation.label!r}", hint=hint, where=where)
            if not citation.locator.isprintable() or set("{}") & set(citation.locator):
                raise SourceError(f"a locator that cannot be printed: {citation.locator!r}", where=where)


def _edition_language(tag: str) -> str:
    language = _SPECIAL.get(tag, tag)
    if language.partition("-")[0] not in _LANGUAGES:
        raise LocaleError(f"no bibliographic terms in {tag!r}", hint=f"There are: {', '.join(sorted(_LANGUAGES))}.")
    return language


def _work_language(work: Work, edition: str) -> str:
    language, *subtags = work.language.split("-")
    romanised = language in _NOT_LATIN and "Latn" in subtags
    if language not in _LANGUAGES or romanised:
        # Words from the right would tear a date apart in an entry whose letters run from the left.
        foreign = edition in _FROM_THE_RIGHT or (romanised and edition.partition("-")[0] in _WITH_OTHER_QUOTES)
        return _ENGLISH if foreign else edition
    if language == edition.partition("-")[0]:
        return edition
    return _SPECIAL.get(language, language)


def _spaced(note: Runs, edition: str) -> Runs:
    """Return a note with the space that French has before the semicolon between two works; titles are left alone."""
    if not edition.startswith("fr"):
        return note
    return tuple(run if run.italic else replace(run, text=_SEMICOLON.sub("\u202f", run.text)) for run in note)


def _note(at: int, spoken: Sequence[str], sheets: Mapping[str, Sheet]) -> Runs:
    if len(set(spoken)) > 1:
        return join(run for part, tag in enumerate(spoken) for run in sheets[tag].notes[at][part])
    return join(run for tag in spoken[:1] for part in sheets[tag].notes[at] for run in part)
