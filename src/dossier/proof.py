"""The proof of a clean edition: what stands on its pages is the whole dossier, in its own language and no other.

An edition is held against the one in the source language, both as finished files: what that one shows, this one shows
too, translated; and no text of the source language is left on its pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.build import compose_edition
from dossier.errors import UsageError, Where
from dossier.layouts import load_layout
from dossier.locales.catalogs import Texts, in_editions, localize
from dossier.locales.catalogs import interface_texts as texts_in
from dossier.locales.locale import Locale, locale
from dossier.model.inline import plain
from dossier.model.project import Project
from dossier.model.walk import messages
from dossier.pdf.text import Passage, normalise, read_passages
from dossier.preflight.conservation import missing, shown
from dossier.preflight.findings import Finding
from dossier.typeset.fitting import Overset
from dossier.typeset.panel_set import fit_panels

LONG = 12
"""A text of fewer letters may stand in another by chance; it counts where it stands alone."""

SPELT = 12
"""Numbers up to this are words in one language and figures in another."""
_STATE = ("state.", "signed.by")
"""Texts that say who has reviewed an edition, which is not the same in all."""
_GAP = re.compile(r"\{\w+\}")
_NUMBER = re.compile(r"\d+(?!\d|\s*月)")


@dataclass(frozen=True, slots=True)
class Proof:
    """One edition in one layout: how many of its texts the layout shows, and what is wrong, as ids of messages.

    `lost` texts are not whole on the pages, `foreign` ones stand there in the source language; `untranslated` ones do
    so too, and the edition says so. `numbers` have other figures than their source.
    """

    language: str
    layout: str
    shown: int
    lost: tuple[str, ...]
    foreign: tuple[str, ...]
    untranslated: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether the whole dossier is there, in its own language and no other."""
        return not (self.lost or self.foreign or self.untranslated or self.numbers)


@dataclass(frozen=True, slots=True)
class Fitting:
    """What does not fit on the panels of one edition in one layout."""

    language: str
    layout: str
    overset: tuple[Overset, ...]


def prove(project: Project, tag: str, layout_name: str, out: Path) -> Proof:
    """Return the proof of the edition in the language `tag`, as it was built into `out`.

    Raises UsageError where it, or the edition in the source language, has not been built.
    """
    language = locale(tag)
    source = locale(project.dossier.language)
    before = _read(project, source, layout_name, out)
    after = _read(project, language, layout_name, out)
    edition = localize(project.dossier, project.folder, language)
    texts = _pairs(project, source, language)
    ids = _shown({id: old for id, (old, _) in texts.items()}, before)
    there = {id: pair for id, pair in texts.items() if id in ids}
    lost = _lost([(id, new) for id, (_, new) in there.items() if _shown_in_words(id)], after)
    untranslated = set(edition.untranslated | texts_in(language).untranslated) & ids
    foreign = tuple(_foreign(there, after, untranslated)) if tag != project.dossier.language else ()
    unlike = (id for id, pair in texts.items() if _unlike(*map(_numbers, pair)))
    return Proof(tag, layout_name, len(there), lost, foreign, tuple(sorted(untranslated)), tuple(unlike))


def fitting(project: Project, tag: str, layout_name: str) -> Fitting:
    """Return what does not fit on the panels of the edition in the language `tag`, with the words to cut.

    Raises UsageError for a layout that has no panels.
    """
    if not load_layout(layout_name, (project.folder / "layouts",)).data.panels:
        raise UsageError(
            f"the layout {layout_name!r} has no panels",
            hint="Name a set of panels, such as panels-a1. Other layouts are fitted when they are built.",
        )
    fitted = fit_panels(compose_edition(project, tag, layout_name).composition)
    return Fitting(tag, layout_name, fitted.fit.overset)


def _read(project: Project, language: Locale, layout_name: str, out: Path) -> tuple[Passage, ...]:
    data = load_layout(layout_name, (project.folder / "layouts",)).data
    folder = out / project.dossier.id / language.tag / data.file
    names = [panel.file for panel in data.panels.values()]
    files = [path for name in names if (path := folder / f"{name}.pdf").is_file()] if names else [folder]
    if not files or not files[0].is_file():
        raise UsageError(
            f"the edition in {language.tag!r} has not been built in the layout {layout_name!r}",
            hint=f"Run: dossier build {project.folder} -l {language.tag} --layout {layout_name} --out {out}",
            where=Where(folder),
        )
    return tuple(_bare(passage) for path in files for passage in read_passages(path))


def _bare(passage: Passage) -> Passage:
    return replace(passage, text=_letters(passage.text))


def _letters(text: str) -> str:
    """Return a text without vowel marks: one inside a ligature is read before or behind it."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) != "Mn")


def _pairs(project: Project, source: Locale, language: Locale) -> Mapping[str, tuple[str, str]]:
    """Return each text in the source language and in the edition's, by id; the program's own texts last."""
    dossiers = (localize(project.dossier, project.folder, each).dossier for each in (source, language))
    old, new = ({message.id: _letters(plain(message.text)) for message in messages(dossier)} for dossier in dossiers)
    programs: tuple[Texts, Texts] = (texts_in(source), texts_in(language))
    own = {
        id: (_letters(programs[0].by_id[id]), _letters(programs[1].by_id[id]))
        for id in programs[0].by_id
        if in_editions(id)
    }
    both = {id: (text, new[id]) for id, text in old.items()} | own
    return {id: pair for id, pair in both.items() if not any(state in id for state in _STATE)}


def _shown_in_words(id: str) -> bool:
    """Return whether a text stands on a page as it is, not spoken in place of a picture."""
    return not id.endswith(".alt")


def _shown(texts: Mapping[str, str], passages: Sequence[Passage]) -> set[str]:
    """Return the ids of the texts that stand on the pages for their own sake."""
    alone = {_spaced(passage.text) for passage in passages}
    pieces = {id: _pieces(text) for id, text in texts.items()}
    short = {id for id, text in texts.items() if _short(text)}
    long = shown({id: pieces[id] for id in texts if id not in short}, passages)
    return {id for id in texts if (_spaced(texts[id]) in alone if id in short else id in long)}


def _short(text: str) -> bool:
    # A single word may be inflected in running text, where it is not this text that is shown.
    return sum(map(len, _pieces(text))) < LONG or re.fullmatch(r"[^\W\d_]{1,30}", text) is not None


def _lost(texts: Sequence[tuple[str, str]], passages: Sequence[Passage]) -> tuple[str, ...]:
    found: tuple[Finding, ...] = missing([(id, piece) for id, text in texts for piece in _pieces(text)], passages)
    return tuple(dict.fromkeys(finding.object for finding in found))


def _foreign(there: Mapping[str, tuple[str, str]], passages: Sequence[Passage], allowed: set[str]) -> Iterator[str]:
    # A translation may quote the source: a name as it is spelt there.
    meant = "\n".join(normalise(new) for _, new in there.values())
    left = _shown({id: old for id, (old, _) in there.items() if normalise(old) not in meant}, passages)
    return (id for id in there if id in left - allowed)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _pieces(text: str) -> list[str]:
    return [piece for piece in (part.strip() for part in _GAP.split(text)) if normalise(piece)]


def _numbers(text: str) -> Counter[int]:
    return Counter(int(number) for number in _NUMBER.findall(_GAP.sub("", text)))


def _unlike(old: Counter[int], new: Counter[int]) -> bool:
    """Return whether numbers were lost or came from nowhere; small ones are spelt out in some languages only."""
    return bool(old - new) or any(number > SPELT for number in new.keys() - old.keys())
