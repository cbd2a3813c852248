"""A project's catalogs on their way to translators and back: what they are given, and how an older one is renewed.

Each entry has the message's id as context, the text as msgid, and its place in dossier.yaml as comment. A text that
has changed since it was translated keeps its translation, marked fuzzy; one that is gone stays among the obsolete.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.locales.catalogs import read_catalog
from dossier.model.dossier import Dossier
from dossier.model.walk import Message, messages

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog
    from babel.messages.catalog import Message as Entry


_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


def renewed(dossier: Dossier, tag: str, path: Path, today: datetime.date) -> bytes:
    """Return the catalog of `dossier` in the language `tag` with the translations that `path`, if there, holds.

    Raises LocaleError where `path` is not a catalog.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    old = read_catalog(path) if path.is_file() else Catalog(locale=tag.replace("-", "_"))
    catalog = Catalog(
        locale=tag.replace("-", "_"),
        project=dossier.id,
        version=str(dossier.dossier),
        header_comment=f"# {dossier.title}: texts in {tag}. msgctxt is the id of a text in dossier.yaml.",
        creation_date=datetime.datetime.combine(today, datetime.time(), datetime.UTC),
        revision_date=old.revision_date,
        last_translator=old.last_translator if path.is_file() else None,
        charset="utf-8",
        fuzzy=False,
    )
    found = messages(dossier)
    entries = {entry.context: entry for entry in old if entry.context}
    for message in found:
        _add(catalog, message, entries.get(message.id))
    _retire(catalog, {message.id for message in found}, [*entries.values(), *old.obsolete.values()])
    written = BytesIO()
    write_po(written, catalog, width=0, include_lineno=False, include_previous=True)
    return written.getvalue()


def _add(catalog: Catalog, message: Message, old: Entry | None) -> None:
    place = "/".join(str(part) for part in message.place)
    if old is None or not old.string:
        catalog.add(message.text, context=message.id, auto_comments=[place])
        return
    comments, previous = _previous(old)
    changed = old.id != message.text
    before = [old.id] if changed and isinstance(old.id, str) else []
    catalog.add(
        message.text,
        old.string,
        context=message.id,
        auto_comments=[place],
        user_comments=comments,
        flags=old.flags | ({"fuzzy"} if changed else set()),
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


def _retire(catalog: Catalog, current: set[str], entries: Iterable[Entry]) -> None:
    for entry in entries:
        if entry.context and entry.context not in current and entry.string and isinstance(entry.id, str):
            entry.user_comments, _ = _previous(entry)
            catalog.obsolete[entry.id, entry.context] = entry
