"""A dossier in one language."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Review:
    """Who has found a translation right, and the day (ISO 8601)."""

    by: str
    date: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A dossier whose texts are in `locale` (BCP 47), out of `total` that were given to translators.

    `untranslated` are the messages still in the source language; `reviews` has one for each translation that somebody
    has read.
    """

    dossier: Dossier
    locale: str
    untranslated: frozenset[str] = frozenset()
    total: int = 0
    reviews: tuple[Review, ...] = ()
