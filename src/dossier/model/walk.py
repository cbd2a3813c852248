"""Going through a dossier: its items, their evidence, and the texts that translators are given.

A message id is the id of the nearest item and the field: "landing.title", "dvina.readings.older.text".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from dossier.model.base import Frozen, Translatable

M = TypeVar("M", bound=Frozen)
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A printed text: its stable id, the text in the source language, and its place in dossier.yaml."""

    id: str
    text: str
    place: Place


def parts(model: Frozen, place: Place = ()) -> Iterator[tuple[Place, Frozen]]:
    """Yield `model` and everything inside it, each with its place in dossier.yaml, in the order of the fields."""
    yield place, model
    for name in type(model).model_fields:
        value = getattr(model, name)
        key = _key(type(model), name)
        if isinstance(value, Frozen):
            yield from parts(value, (*place, key))
        elif isinstance(value, tuple):
            for index, child in enumerate(value):
                if isinstance(child, Frozen):
                    yield from parts(child, (*place, key, index))


def messages(model: Frozen) -> tuple[Message, ...]:
    """Return every printed text of `model` in the order of the file; empty texts are left out."""
    found: list[Message] = []

    def keep(message: Message) -> str:
        found.append(message)
        return message.text

    rewrite(model, keep)
    return tuple(found)


def rewrite(model: M, text_of: Callable[[Message], str], anchor: str = "", place: Place = ()) -> M:
    """Return `model` with each printed text replaced by what `text_of` gives for it."""
    anchor = getattr(model, "id", anchor)
    changes: dict[str, object] = {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        here = (*place, _key(type(model), name))
        translatable = _is_translatable(type(model), name)
        if translatable and isinstance(value, str):
            changed: object = _text(value, f"{anchor}.{name}", here, text_of)
        elif translatable and isinstance(value, tuple):
            changed = tuple(_text(text, f"{anchor}.{name}.{n}", (*here, n), text_of) for n, text in enumerate(value))
        elif isinstance(value, Frozen):
            changed = rewrite(value, text_of, f"{anchor}.{name}", here)
        elif isinstance(value, tuple):
            changed = tuple(
                rewrite(child, text_of, f"{anchor}.{name}.{getattr(child, 'source', n)}", (*here, n))
                if isinstance(child, Frozen)
                else child
                for n, child in enumerate(value)
            )
        else:
            continue
        if changed != value:
            changes[name] = changed
    return model.model_copy(update=changes) if changes else model


def _text(text: str, id: str, place: Place, text_of: Callable[[Message], str]) -> str:
    return text_of(Message(id, text, place)) if text else text


def _key(kind: type[Frozen], name: str) -> str:
    return kind.model_fields[name].alias or name


@cache
def _is_translatable(kind: type[Frozen], name: str) -> bool:
    field = kind.model_fields[name]
    return any(isinstance(mark, Translatable) for mark in field.metadata) or _marks(field.annotation)


def _marks(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return any(isinstance(mark, Translatable) for mark in get_args(annotation)[1:])
    return any(_marks(argument) for argument in get_args(annotation))
