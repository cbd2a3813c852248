"""Texts that a template marks: those still in the source language, and, for translators, every text with its id."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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
_PLACE = 0xE100
"""The first of the private characters that stand for HTML while a text is put together."""


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
    patterns = tuple(_pattern(text) for text in found if VALUE in text)
    return Foreign(edition.dossier.language, frozenset(found | {plain(text) for text in found}), patterns)


@dataclass(frozen=True, slots=True)
class MessageIds:
    """The ids of the texts of an edition by what is printed of them, for those who look a text up in its catalog."""

    ids: Mapping[str, str]
    with_numbers: Mapping[re.Pattern[str], str]

    def mark(self, text: str, html: str) -> str:
        """Return `html`, which sets `text`, with the id of its message behind it."""
        id = self.ids.get(text) or next((id for each, id in self.with_numbers.items() if each.fullmatch(text)), "")
        return f"{html}{_id(id)}" if id else html


Marker = Foreign | MessageIds


def message_ids(edition: Edition) -> MessageIds:
    """Return the ids of all texts of `edition`."""
    found = {message.text: message.id for message in messages(edition.dossier)}
    return MessageIds(found, {_pattern(text): id for text, id in found.items() if VALUE in text})


def marked_texts(texts: Texts, *, ids: bool = False) -> Callable[..., str | Markup]:
    """Return the program's `texts` for a template, those marked that are not translated, or all with their `ids`.

    A value that is HTML stays what it is.
    """
    from markupsafe import Markup

    def told(id: str, **values: object) -> str | Markup:
        places = {name: chr(_PLACE + n) for n, name in enumerate(values) if isinstance(values[name], Markup)}
        words = texts(id, **values | places)
        html = escape(words)
        for name, place in places.items():
            html = html.replace(place, str(values[name]))
        if ids and len(words) > 1:
            return Markup(f"{html}{_id(id)}")
        if id in texts.untranslated:
            return Markup(_marked(html, PROGRAM_LANGUAGE))
        return Markup(html) if places else words

    return told


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text).replace(re.escape(VALUE), r"\d+(?:\W\d+)?"))


def _id(id: str) -> str:
    return f' <span class="message-id" lang="en" dir="ltr">{escape(id)}</span>'


def _marked(html: str, language: str) -> str:
    return f'<span class="untranslated" lang="{escape(language)}" dir="{direction(language)}">{html}</span>'
