"""Catalogs on their way to translators and back: what they are given, and how an older catalog is renewed.

Each entry has the message's id as context and the text, with numbered placeholders, as msgid; comments say where it
stands, how long it may become and what its placeholders are. A text that has changed since it was translated keeps its
translation, marked fuzzy; one that is gone stays among the obsolete.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.errors import LocaleError, Where
from dossier.locales.catalogs import interface_catalog
from dossier.locales.placeholders import meanings, numbered
from dossier.locales.pofile import read_catalog, words_of
from dossier.locales.reviews import past, reviewed, sealed
from dossier.model.dossier import Dossier
from dossier.model.edition import Review
from dossier.model.walk import Message, messages

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog
    from babel.messages.catalog import Message as Entry

Room = Mapping[str, tuple[int, int]]
"""Words and characters that fit on panels at the smallest size, by message id."""

_UNWRAPPED = 1_000_000
PROGRAM = "dossier"
"""The name of the catalogs of the program's own texts."""

UNCHECKED = "no-python-brace-format"
"""The flag of a text whose placeholders a language may choose between: gettext knows of no choice."""

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
# IBM's table, as W3C gives it: up to so many characters of English, a translation may be so much longer.
_GROWTH = ((10, 2.0), (20, 1.0), (30, 0.8), (50, 0.6), (70, 0.4))
_GROWTH_BEYOND = 0.3


@dataclass(frozen=True, slots=True)
class Text:
    """What translators are given of one message; `plural` where the text counts something."""

    id: str
    text: str
    notes: tuple[str, ...]
    plural: str = ""
    flags: frozenset[str] = frozenset()

    @property
    def msgid(self) -> str | tuple[str, str]:
        """The text as a catalog keys it."""
        return (self.text, self.plural) if self.plural else self.text


def texts_of(dossier: Dossier, room: Room | None = None) -> tuple[Text, ...]:
    """Return every printed text of `dossier` for translators; `room` says what fits on panels."""
    return tuple(
        Text(message.id, numbered(message.text), tuple(_notes(message, (room or {}).get(message.id))))
        for message in messages(dossier)
    )


def interface_texts() -> tuple[Text, ...]:
    """Return every text of the program for translators."""
    found = []
    for entry in read_catalog(interface_catalog()):
        if entry.context:
            text, plural = (entry.id, "") if isinstance(entry.id, str) else entry.id
            flags = frozenset(entry.flags & {UNCHECKED})
            found.append(Text(entry.context, text, tuple(entry.auto_comments), plural, flags))
    return tuple(found)


def growth(length: int) -> int:
    """Return how many characters a translation of a text of `length` characters may have (IBM's table)."""
    rate = next((rate for up_to, rate in _GROWTH if length <= up_to), _GROWTH_BEYOND)
    return round(length * (1 + rate))


def _notes(message: Message, on_panels: tuple[int, int] | None) -> Iterator[str]:
    yield "/".join(str(part) for part in message.place)
    text = numbered(message.text)
    words = len(message.text.split())
    limit = growth(len(text))
    yield f"at most {max(round(words * limit / len(text)), 1)} words, {limit} characters"
    if on_panels:
        yield "on panels: at most {} words, {} characters at the smallest size".format(*on_panels)
    yield from meanings(message.text)


def template(dossier: Dossier, today: datetime.date, room: Room | None = None) -> bytes:
    """Return the template (.pot) of the catalogs of `dossier`."""
    return _written(_catalog(dossier.id, "", today), texts_of(dossier, room), {})


def renewed(dossier: Dossier, tag: str, path: Path, today: datetime.date, room: Room | None = None) -> bytes:
    """Return the catalog of `dossier` in the language `tag` with the translations that `path`, if there, holds.

    Raises LocaleError where `path` is not a catalog.
    """
    return _renewed(dossier.id, texts_of(dossier, room), tag, path, today)


def renewed_interface(tag: str, path: Path, today: datetime.date) -> bytes:
    """Return the catalog of the program's own texts in the language `tag`; see `renewed`."""
    return _renewed(PROGRAM, interface_texts(), tag, path, today)


def filled(path: Path, given: Mapping[str, str | Sequence[str]]) -> bytes:
    """Return the catalog at `path` with the translations `given` by message id; a sequence has plural forms.

    A translation that differs from what stood there loses the review of that.
    """
    catalog = read_catalog(path)
    for entry in catalog:
        words = given.get(entry.context or "", "")
        forms = (words,) if isinstance(words, str) else tuple(words)
        # One text for all plural forms is one that does not depend on the number.
        plural = forms if len(forms) > 1 else forms * catalog.num_plurals
        translation = forms[0] if isinstance(entry.id, str) else plural
        if words and (entry.fuzzy or entry.string != translation):
            entry.string = translation
            entry.flags.discard("fuzzy")
            entry.user_comments = past(_previous(entry)[0])
    return _bytes(catalog)


def signed(path: Path, review: Review, ids: Sequence[str]) -> tuple[bytes, int]:
    """Return the catalog at `path` with `review` noted for the messages `ids`, or for all that are translated.

    The number is that of the messages that are now reviewed by it. Raises LocaleError for an id that is not translated.
    """
    catalog = read_catalog(path)
    found = {entry.context: entry for entry in catalog if entry.context and entry.string and not entry.fuzzy}
    if unknown := [id for id in ids if id not in found]:
        raise LocaleError(f"{unknown[0]} is not translated here", hint="Look up its id.", where=Where(path))
    chosen = [entry for id, entry in found.items() if not ids or id in ids]
    for entry in chosen:
        entry.user_comments = reviewed(entry.user_comments, review, *words_of(entry))
    return _bytes(catalog), len(chosen)


def _renewed(project: str, texts: Sequence[Text], tag: str, path: Path, today: datetime.date) -> bytes:
    if not path.is_file():
        return _written(_catalog(project, tag, today), texts, {})
    old = read_catalog(path)
    catalog = _catalog(project, tag, today)
    catalog.revision_date, catalog.last_translator = old.revision_date, old.last_translator
    catalog.header_comment = old.header_comment
    entries = {entry.context: entry for entry in old if entry.context}
    wanted = {text.id for text in texts}
    for entry in (*entries.values(), *old.obsolete.values()):
        if entry.context and entry.context not in wanted and entry.string and isinstance(entry.id, str):
            entry.user_comments, _ = _previous(entry)
            catalog.obsolete[entry.id, entry.context] = entry
    return _written(catalog, texts, entries)


def _catalog(project: str, tag: str, today: datetime.date) -> Catalog:
    from babel.messages.catalog import Catalog

    return Catalog(
        locale=tag.replace("-", "_") or None,
        project=project,
        version="1",
        header_comment=f"# Texts of {project}{f' in {tag}' if tag else ''}. msgctxt is the id of a text.",
        creation_date=datetime.datetime.combine(today, datetime.time(), datetime.UTC),
        charset="utf-8",
        fuzzy=False,
    )


def _written(catalog: Catalog, texts: Iterable[Text], old: Mapping[str, Entry]) -> bytes:
    for text in texts:
        _add(catalog, text, old.get(text.id))
    return _bytes(catalog)


def _bytes(catalog: Catalog) -> bytes:
    from babel.messages.pofile import write_po

    for entry in catalog:
        if UNCHECKED in entry.flags:  # Babel sets the other flag on every text with braces
            entry.flags.discard("python-brace-format")
    written = BytesIO()
    write_po(written, catalog, width=_UNWRAPPED, include_lineno=False, include_previous=True)
    return written.getvalue()


def _add(catalog: Catalog, text: Text, old: Entry | None) -> None:
    if old is None or not any(words_of(old)[1]):
        catalog.add(text.msgid, context=text.id, auto_comments=text.notes, flags=text.flags)
        return
    comments, previous = _previous(old)
    changed = old.id != text.msgid
    before = [old.id] if changed and isinstance(old.id, str) else []
    fuzzy = changed or old.fuzzy
    forms = words_of(old)[1]
    catalog.add(
        text.msgid,
        forms[-1]
        if not text.plural
        else forms
        if len(forms) == catalog.num_plurals
        else forms[-1:] * catalog.num_plurals,
        context=text.id,
        auto_comments=text.notes,
        user_comments=sealed(comments, *words_of(old), fuzzy=fuzzy),
        flags={*text.flags, *(("fuzzy",) if fuzzy else ())},
        previous_id=(previous if old.fuzzy else []) or before,
    )


def _previous(entry: Entry) -> tuple[list[str], list[str]]:
    """Return the comments of a translator and, if it is noted, the text that a fuzzy translation was made from.

    Babel writes that text behind "#|", but reads it as a comment.
    """
    from babel.messages.pofile import unescape

    comments = [comment for comment in entry.user_comments if not comment.startswith("|")]
    noted = [comment for comment in entry.user_comments if comment.startswith("| ") and "msgctxt" not in comment]
    text = "".join(unescape(quoted) for comment in noted for quoted in _QUOTED.findall(comment))
    return comments, [text] if text else []
