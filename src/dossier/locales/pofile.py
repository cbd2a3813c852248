"""PO catalogs as they are read: every translation with its place, held to its text before anything uses it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.errors import LocaleError, SourceError, Where
from dossier.locales.placeholders import fault
from dossier.locales.reviews import review_in
from dossier.model.edition import Review
from dossier.model.yaml import read_text

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog
    from babel.messages.catalog import Message as Entry

IDENTICAL = "identical"
"""A translator's comment that begins with this word says that a translation is meant to be the same as its text."""

# Babel takes the first and the last character of whatever stands behind a keyword for quotes.
_LINE = re.compile(r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?)\s+)?"([^"\\]|\\.)*"\s*)?')
_LETTER = re.compile(r"[^\W\d_]")
_PLACEHOLDER = re.compile(r"</?\d+>|\{\w+\}")


@dataclass(frozen=True, slots=True)
class Translation:
    """An entry of a catalog: the text it was made from, the translation in each plural form, and what is noted of it.

    Texts and translations hold numbered or named placeholders. A translation that is not there is "".
    """

    id: str
    source: str
    forms: tuple[str, ...]
    line: int | None
    fuzzy: bool = False
    identical: bool = False
    review: Review | None = None

    @property
    def text(self) -> str:
        """The translation, the general form where it has several."""
        return self.forms[-1]

    @property
    def copied(self) -> bool:
        """Whether it is its text over again, which nobody has declared to be meant and which has words."""
        same = self.text.replace("\u00a0", " ") == self.source.replace("\u00a0", " ")
        return same and not self.identical and bool(_LETTER.search(_PLACEHOLDER.sub("", self.source)))

    @property
    def usable(self) -> bool:
        """Whether it can stand for its text: it is there, nobody doubts it, and it is not copied."""
        return all(self.forms) and not self.fuzzy and not self.copied


def read_translations(path: Path, *, tag: str = "", project: str = "") -> dict[str, Translation]:
    """Return the entries of the catalog at `path` by message id, obsolete ones left out.

    Raises LocaleError where it is no catalog, one of another language than `tag` or of another article than `project`,
    or where a translation that would be used breaks its text: see `dossier.locales.placeholders.fault`.
    """
    catalog = read_catalog(path)
    _check_header(catalog, path, tag, project)
    found = {entry.context: _translation(entry) for entry in catalog if entry.context}
    for translation in found.values():
        if not translation.fuzzy:
            _check(translation, path)
    return found


def plural_index(catalog: Catalog) -> Callable[[int], int]:
    """Return which plural form a number takes, as the catalog's header says (GNU gettext, "Plural forms")."""
    from gettext import c2py

    try:
        rule: Callable[[int], int] = c2py(catalog.plural_expr)
    except ValueError as error:
        raise LocaleError(
            f"its Plural-Forms cannot be read: {error}", hint="Copy them from the bundled de.po."
        ) from None
    return rule


def read_catalog(path: Path) -> Catalog:
    """Read a PO file; raises LocaleError where it cannot be read, with the line where it is malformed."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        text = read_text(path)
        for number, line in enumerate(text.split("\n"), 1):
            if not _LINE.fullmatch(line):
                raise _malformed("neither a comment nor text in quotes", path, number)
        return read_po(StringIO(text), abort_invalid=True)
    except SourceError as error:
        raise LocaleError(error.message, hint=error.hint, where=error.where) from None
    except (PoFileError, ValueError, LookupError) as error:
        if isinstance(error, PoFileError):  # which counts lines from 0 and says so in its message
            raise _malformed(str(error).removesuffix(f" on {error.lineno}"), path, error.lineno + 1) from None
        raise _malformed(str(error), path) from None


def _malformed(message: str, path: Path, line: int | None = None) -> LocaleError:
    hint = "Open it in a PO editor and save it again."
    return LocaleError(f"not a PO catalog: {message}", hint=hint, where=Where(path, line))


def _translation(entry: Entry) -> Translation:
    source, forms = words_of(entry)
    identical = any(comment.startswith(IDENTICAL) for comment in entry.user_comments)
    review = None if entry.fuzzy else review_in(entry.user_comments, source, forms)
    return Translation(entry.context or "", source, forms, entry.lineno, entry.fuzzy, identical, review)


def words_of(entry: Entry) -> tuple[str, tuple[str, ...]]:
    """Return the text of an entry, the plural where it has one, and its translation in each form."""
    source = entry.id if isinstance(entry.id, str) else entry.id[-1]
    return source, (entry.string or "",) if isinstance(entry.string, str | None) else tuple(entry.string)


def _check(translation: Translation, path: Path) -> None:
    for form in filter(None, translation.forms):
        if found := fault(form, translation.source, may_lack=len(translation.forms) > 1):
            problem, hint = found
            where = Where(path, translation.line, translation.id)
            raise LocaleError(f"the translation of {translation.id}: {problem}", hint=hint, where=where)


def _check_header(catalog: Catalog, path: Path, tag: str, project: str) -> None:
    def refuse(field: str, problem: str, hint: str) -> LocaleError:
        return LocaleError(problem, hint=hint, where=Where(path, _line_of(path, field)))

    headers = {name.lower(): value for name, value in catalog.mime_headers}
    language, named = headers.get("language", ""), catalog.project or "PROJECT"
    if catalog.charset.lower().replace("-", "") != "utf8":
        raise refuse("Content-Type", f"its header says that it is {catalog.charset}", "Save it as UTF-8.")
    if tag and language and language.replace("_", "-").lower() != tag.lower():
        raise refuse(
            "Language",
            f"a catalog of another language: {language}",
            f"Rename it, or write Language: {tag} in its header.",
        )
    if project and named not in ("PROJECT", project):
        raise refuse(
            "Project-Id-Version",
            f"a catalog of another article: {named}",
            f"Put the catalog of {project} here, or write Project-Id-Version: {project} 1 in its header if it is that.",
        )


def _line_of(path: Path, field: str) -> int | None:
    numbered: Iterator[tuple[int, str]] = enumerate(read_text(path).split("\n"), 1)
    return next((number for number, line in numbered if f'"{field.lower()}:' in line.lower()), None)
