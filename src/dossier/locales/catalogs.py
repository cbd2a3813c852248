"""Texts of the program in the language of an edition, and of a dossier in other languages: PO catalogs.

A message is found by its id (msgctxt); the English text stands beside it as msgid, so that a changed text shows.
assets/locales/dossier.pot holds the program's own English; a project's catalogs lie in its folder locale/.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dossier import resources
from dossier.errors import LocaleError, SourceError, Where
from dossier.locales.locale import Locale
from dossier.model.dossier import Dossier
from dossier.model.edition import Edition
from dossier.model.walk import Message, messages, rewrite
from dossier.model.yaml import read_text

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog


# Babel takes the first and the last character of whatever stands behind a keyword for quotes.
_LINE = re.compile(r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?)\s+)?"([^"\\]|\\.)*"\s*)?')


@dataclass(frozen=True, slots=True)
class Texts:
    """The program's own texts in one language; `untranslated` are the ids that are shown in English."""

    by_id: Mapping[str, str]
    untranslated: frozenset[str] = frozenset()

    def __call__(self, id: str, **values: object) -> str:
        """Return the text with `values` in its placeholders; raises KeyError where there is no such text."""
        return self.by_id[id].format(**values) if values else self.by_id[id]


@cache
def interface_texts(locale: Locale) -> Texts:
    """Return the program's texts in `locale`, in English where a translation is missing."""
    folder = resources.assets() / "locales"
    english = {id: source for id, (source, _) in _entries(folder / "dossier.pot").items()}
    path = folder / f"{locale.tag}.po"
    if not path.is_file():
        return Texts(english, frozenset() if locale.tag == "en" else frozenset(english))
    translated = _current(_entries(path), english)
    return Texts({**english, **translated}, frozenset(english) - frozenset(translated))


def localize(dossier: Dossier, folder: Path, locale: Locale) -> Edition:
    """Return the edition of `dossier` in `locale`, with translations from the catalogs of the project in `folder`.

    Raises LocaleError where the language has no catalog or the catalog cannot be read.
    """
    if locale.tag == dossier.language:
        return Edition(dossier, locale.tag)
    path = _catalog(folder, locale.tag)
    if not path.is_file():
        raise LocaleError(
            f"no translation into {locale.tag!r}: there is no {path.name} in {path.parent.name}/",
            hint=f"Make one with: dossier locales update {folder} -l {locale.tag}",
            where=Where(path),
        )
    sources = {message.id: message.text for message in messages(dossier)}
    translated = _current(_entries(path), sources)

    def text_of(message: Message) -> str:
        return translated.get(message.id, message.text)

    return Edition(rewrite(dossier, text_of), locale.tag, frozenset(sources) - frozenset(translated))


def place_of(folder: Path, tag: str, id: str) -> Where | None:
    """Return where the catalog of the project in `folder` translates the message or the item `id`, if it does."""
    path = _catalog(folder, tag)
    for entry in read_catalog(path) if path.is_file() else ():
        if entry.string and entry.context and (entry.context == id or entry.context.startswith(f"{id}.")):
            return Where(path, entry.lineno, id)
    return None


def _catalog(folder: Path, tag: str) -> Path:
    return folder / "locale" / f"{tag}.po"


def _current(entries: Mapping[str, tuple[str, str]], sources: Mapping[str, str]) -> dict[str, str]:
    """Return the translations that are there and were made from the text as it is now."""
    return {id: text for id, (source, text) in entries.items() if text and sources.get(id) == source}


def _entries(path: Path) -> dict[str, tuple[str, str]]:
    return {
        message.context: (message.id, "" if message.fuzzy else message.string)
        for message in read_catalog(path)
        if message.context and isinstance(message.id, str) and isinstance(message.string, str)
    }


def read_catalog(path: Path) -> Catalog:
    """Read a PO file; raises LocaleError where it cannot be read, with the line where it is malformed."""
    from io import StringIO

    from babel.messages.pofile import PoFileError, read_po

    try:
        text = read_text(path)
        for number, line in enumerate(text.split("\n"), 1):
            if not _LINE.fullmatch(line):
                raise _malformed("neither a comment nor text in quotes", path, number)
        return read_po(StringIO(text), abort_invalid=True)
    except SourceError as error:
        raise LocaleError(error.message, hint=error.hint, where=error.where) from None
    except (PoFileError, ValueError) as error:
        if isinstance(error, PoFileError):  # which counts lines from 0 and says so in its message
            raise _malformed(str(error).removesuffix(f" on {error.lineno}"), path, error.lineno + 1) from None
        raise _malformed(str(error), path) from None


def _malformed(message: str, path: Path, line: int | None = None) -> LocaleError:
    hint = "Open it in a PO editor and save it again."
    return LocaleError(f"not a PO catalog: {message}", hint=hint, where=Where(path, line))
