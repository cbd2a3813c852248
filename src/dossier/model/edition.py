"""A dossier in one language."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Edition:
    """A dossier whose texts are in `locale` (BCP 47); `untranslated` are the messages still in the source language."""

    dossier: Dossier
    locale: str
    untranslated: frozenset[str] = frozenset()
