"""How far the translations of a project are: counts by language, and the messages behind each count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.locales.catalogs import catalog_path, interface_catalog
from dossier.locales.pofile import Translation, read_translations
from dossier.locales.translating import PROGRAM, Text, interface_texts, texts_of
from dossier.model.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Progress:
    """One catalog: how many texts there are, and the ids of those that are not as they should be.

    `fuzzy` ones have a text that changed since, `copied` ones repeat their text: both are printed in the source
    language, as untranslated ones are. `reviewers` maps a name to the number of messages and the last day (ISO 8601).
    """

    language: str
    catalog: str
    total: int
    fuzzy: tuple[str, ...]
    copied: tuple[str, ...]
    untranslated: tuple[str, ...]
    unreviewed: tuple[str, ...]
    reviewers: Mapping[str, tuple[int, str]]

    @property
    def translated(self) -> int:
        """How many texts are translated and printed in the language."""
        return self.total - len(self.fuzzy) - len(self.copied) - len(self.untranslated)

    @property
    def reviewed(self) -> int:
        """How many of them somebody has read."""
        return self.translated - len(self.unreviewed)


def progress(dossier: Dossier, folder: Path, tags: Iterable[str] = ()) -> tuple[Progress, ...]:
    """Return the state of the project's catalogs, each with that of the program's texts behind it, by language.

    Without `tags`, of all languages that the project has a catalog for. Raises LocaleError where one cannot be used.
    """
    chosen = tuple(tags) or tuple(sorted(path.stem for path in (folder / "locale").glob("*.po")))
    found = []
    for tag in chosen:
        catalogs = (
            (dossier.id, texts_of(dossier), catalog_path(folder, tag)),
            (PROGRAM, interface_texts(), interface_catalog(tag)),
        )
        found += [_progress(tag, project, texts, path) for project, texts, path in catalogs]
    return tuple(found)


def _progress(tag: str, project: str, texts: Iterable[Text], path: Path) -> Progress:
    entries = read_translations(path, tag=tag, project=project) if path.is_file() else {}
    wanted = {text.id: text.plural or text.text for text in texts}
    there = {id: entries[id] for id in wanted if id in entries and entries[id].text}
    changed = {id for id, entry in there.items() if entry.source != wanted[id]}
    fuzzy = [id for id, entry in there.items() if entry.fuzzy or id in changed]
    copied = [id for id, entry in there.items() if entry.copied and id not in fuzzy]
    usable = {id: entry for id, entry in there.items() if entry.usable and id not in changed}
    return Progress(
        tag,
        project,
        len(wanted),
        tuple(fuzzy),
        tuple(copied),
        tuple(id for id in wanted if id not in there or not (id in fuzzy or id in copied or id in usable)),
        tuple(id for id, entry in usable.items() if entry.review is None),
        _reviewers(usable.values()),
    )


def _reviewers(entries: Iterable[Translation]) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for review in (entry.review for entry in entries):
        if review:
            count, last = found.get(review.by, (0, ""))
            found[review.by] = (count + 1, max(last, review.date))
    return found
