"""Everything that stops an edition.

    DossierError
    ├── UsageError        2  the command was given something it cannot use
    ├── SourceError       3  an article or a dossier.yaml is missing, unreadable or contradicts itself
    ├── LocaleError       4  an unknown locale, a broken catalog
    │   └── IncompleteError  a language of which too little is translated yet
    ├── LayoutError       5  a layout that cannot be used, text that does not fit under --strict
    ├── AssetError        6  a font, a profile or geography that is missing or lacks something
    ├── TypesettingError  7  the page could not be set
    ├── PreflightError    8  a finished file fails its checks
    └── BatchError        9  some editions of a batch failed

Problems that can be counted are values (`dossier.diagnostics`); only what stops an edition is raised.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Where:
    """The place a message is about: a file, a line (counted from 1) and the item in it."""

    path: Path | None = None
    line: int | None = None
    item: str = ""

    def __str__(self) -> str:
        place = str(self.path) if self.path else ""
        if place and self.line:
            place = f"{place}:{self.line}"
        return place or self.item


class DossierError(Exception):
    """Base of all errors: what is wrong, what to do about it, and where."""

    exit_code: ClassVar[int] = 1
    code: ClassVar[str] = "error"

    def __init__(self, message: str, *, hint: str = "", where: Where | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments do not survive the default pickling; editions fail in worker processes.
        return _revive, (type(self), self.message, self.hint, self.where)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where and str(self.where) else ""
        return f"{place}{self.message}"


def _revive(kind: type[DossierError], message: str, hint: str, where: Where | None) -> DossierError:
    return kind(message, hint=hint, where=where)


class UsageError(DossierError):
    """The command was given something it cannot use."""

    exit_code = 2
    code = "usage"


class SourceError(DossierError):
    """An article or a dossier.yaml is missing, unreadable or contradicts itself."""

    exit_code = 3
    code = "source"


class LocaleError(DossierError):
    """An unknown locale, or a catalog that cannot be used."""

    exit_code = 4
    code = "locale"


class IncompleteError(LocaleError):
    """A language of which too little is translated for an edition. A batch of all languages leaves it out."""


class LayoutError(DossierError):
    """A layout that cannot be used, or text that does not fit."""

    exit_code = 5
    code = "layout"


class AssetError(DossierError):
    """A font, a colour profile or geography that is missing or lacks something."""

    exit_code = 6
    code = "asset"


class TypesettingError(DossierError):
    """A page that could not be set."""

    exit_code = 7
    code = "typesetting"


class PreflightError(DossierError):
    """A finished file that fails its checks."""

    exit_code = 8
    code = "preflight"


class BatchError(DossierError):
    """Some editions of a batch failed; the others were made."""

    exit_code = 9
    code = "batch"
