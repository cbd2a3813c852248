"""Adding items to a dossier.yaml that a person edits: nothing that stands there is changed, not a blank.

The file is not written anew. Lines are put in behind the last line of a list; where a part is missing it is put at the
end. So every comment, every order and every way of writing stays as it was.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.draft import yamltext
from dossier.draft.writing import PARTS, items_text, values_of
from dossier.model.base import Frozen
from dossier.model.yaml import Lists, top_lists

NEW = "New in text {mark}, of {file}:"


@dataclass(frozen=True, slots=True)
class Addition:
    """Items to be put at the end of the list under `key`, with comments by id, and a line above them."""

    key: str
    items: Sequence[Frozen]
    comments: Mapping[str, str]
    head: str


def with_additions(text: str, additions: Sequence[Addition]) -> str:
    """Return `text` with `additions` in it; raises SourceError where its lists cannot be found."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lists = top_lists(text)
    for addition in sorted(
        additions, key=lambda each: lists[each.key].end if each.key in lists else len(text), reverse=True
    ):
        if addition.items:
            text = _with(text, addition, lists, newline)
    return text


def _with(text: str, addition: Addition, lists: Mapping[str, Lists], newline: str) -> str:
    place = lists.get(addition.key)
    if place is None:
        before = text if text.endswith("\n") or not text else text + newline
        head = yamltext.comment(PARTS.get(addition.key, ""))
        return before + _lines(f"\n{head}{addition.key}:\n{_block(addition, 2)}", newline)
    if place.flow:
        more = ", ".join(json.dumps(values_of(item), ensure_ascii=False) for item in addition.items)
        inside = text[: place.end - 1].rstrip()
        between = "" if inside.endswith(("[", ",")) else ", "
        return inside + between + more + text[len(inside) :]
    before, after = text[: place.end], text[place.end :]
    if not before.endswith("\n"):
        before += newline
    return before + _lines(_block(addition, place.indent), newline) + after


def _block(addition: Addition, indent: int) -> str:
    return yamltext.comment(addition.head, indent) + items_text(addition.items, addition.comments, indent)


def _lines(text: str, newline: str) -> str:
    return text.replace("\n", newline)
