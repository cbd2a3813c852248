"""What a batch is asked for: editions of a project, each in one language and one layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAIR = "+"
"""Joins two languages that are set side by side in one edition: en+ar."""


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """An edition in one layout: the unit of work of a batch, and what a manifest has an entry for."""

    tag: str
    layout: str

    def __str__(self) -> str:
        return f"{self.tag} {self.layout}"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it is in: one, or two side by side."""
        return tuple(self.tag.split(PAIR))


@dataclass(frozen=True, slots=True)
class Options:
    """How editions are built; one that was built otherwise is built again. `output_intent` is a profile's SHA-256."""

    strict: bool = False
    output_intent: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A project (its folder), where its files go, and what is to be built of it.

    Without `tags` it is the source language, with `every` the source language and all that have a catalog, and `tags`.
    `profile` is the ICC profile of a press; FOGRA39 where it is left out.
    """

    folder: Path
    out: Path
    layouts: tuple[str, ...]
    tags: tuple[str, ...] = ()
    every: bool = False
    force: bool = False
    strict: bool = False
    profile: Path | None = None

    def targets(self, language: str) -> Iterator[Target]:
        """Yield what is to be built of a project whose source language is `language`, in the order asked for."""
        tags = (*self._every(language), *self.tags) if self.every else self.tags or (language,)
        for tag in dict.fromkeys(tags):
            for layout in dict.fromkeys(self.layouts):
                yield Target(tag, layout)

    def _every(self, language: str) -> tuple[str, ...]:
        catalogs = sorted(path.stem for path in (self.folder / "locale").glob("*.po"))
        return (language, *(tag for tag in catalogs if tag != language))
