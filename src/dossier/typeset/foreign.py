"""Texts of an edition that are still in the source language: each says which language it is in, and shows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from dossier.locales.catalogs import Texts
from dossier.locales.locale import direction
from dossier.model.edition import Edition
from dossier.model.inline import plain
from dossier.model.walk import messages

if TYPE_CHECKING:
    from markupsafe import Markup

VALUE = "{value}"
PROGRAM_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Foreign:
    """The texts that an edition shows in the language of its dossier, as they are printed."""

    language: str
    texts: frozenset[str]
    with_numbers: tuple[re.Pattern[str], ...]

    def mark(self, text: str, html: str) -> str:
        """Return `html`, which sets `text`, marked where the text is one of these."""
        if text not in self.texts and not any(pattern.fullmatch(text) for pattern in self.with_numbers):
            return html
        return _marked(html, self.language)


def foreign_texts(edition: Edition) -> Foreign:
    """Return the texts of `edition` that are not translated."""
    found = {message.text for message in messages(edition.dossier) if message.id in edition.untranslated}
    numbers = [text for text in found if VALUE in text]
    patterns = tuple(re.compile(re.escape(text).replace(re.escape(VALUE), r"\d+(?:\W\d+)?")) for text in numbers)
    return Foreign(edition.dossier.language, frozenset(found | {plain(text) for text in found}), patterns)


def marked_texts(texts: Texts) -> Callable[..., str | Markup]:
    """Return the program's `texts` for a template, those marked that are not translated."""
    from markupsafe import Markup

    def told(id: str, **values: object) -> str | Markup:
        words = texts(id, **values)
        return Markup(_marked(escape(words), PROGRAM_LANGUAGE)) if id in texts.untranslated else words

    return told


def _marked(html: str, language: str) -> str:
    return f'<span class="untranslated" lang="{escape(language)}" dir="{direction(language)}">{html}</span>'
