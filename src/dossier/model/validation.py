"""From the values of a YAML file to types, with a message a person can use for everything that does not fit."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dossier.diagnostics import Diagnostic
from dossier.errors import Where
from dossier.model.base import Frozen
from dossier.model.yaml import Document, Place, Value

M = TypeVar("M", bound=Frozen)

_RANKS = {"extra_forbidden": 0, "model_type": 2}
"""Which message comes first: a misspelt key is also a missing one; what may be one of a few words may be a mapping."""

_NEEDED = {
    "model_type": ("keys and values are needed here", "Write key: value, each on its line, indented."),
    "dict_type": ("keys and values are needed here", "Write key: value, each on its line, indented."),
    "tuple_type": ("a list is needed here", "Begin each item with a hyphen."),
    "missing": ("there are too few values", "Give one for each of its parts."),
    "string_type": ("text is needed here", "Put quotes around it."),
}


class InvalidError(ValueError):
    """Values that are not of the type they should be; `findings` says what is wrong and on which line."""

    def __init__(self, findings: tuple[Diagnostic, ...]) -> None:
        super().__init__(findings[0].message)
        self.findings = findings


def validated(kind: type[M], document: Document, value: Value, place: Place = ()) -> M:
    """Return `value`, which stands at `place` of `document`, as a `kind`; raises InvalidError with all its faults."""
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        errors = sorted(error.errors(include_url=False), key=lambda details: _RANKS.get(details["type"], 1))
        findings = tuple(_explain(document, place, details) for details in errors)
        raise InvalidError(findings) from None


def _explain(document: Document, place: Place, details: ErrorDetails) -> Diagnostic:
    key = details["loc"][-1] if details["loc"] else ""
    for part in details["loc"]:  # in which pydantic also names the members of a union
        if (*place, part) in document.lines:
            place = (*place, part)
    where = Where(document.path, document.line(place))
    match details["type"]:
        case "missing" if isinstance(key, str):
            return Diagnostic("missing", "error", f'"{key}" is missing here', "Add it.", where)
        case "extra_forbidden":
            near = difflib.get_close_matches(str(key), tuple(_known_keys()), 1)
            hint = f'Did you mean "{near[0]}"?' if near else "The docs list the keys that are known."
            return Diagnostic("unknown-key", "error", f'unknown key "{key}"', hint, where)
    said = details["msg"].removeprefix("Value error, "), "The docs say what goes here."
    message, hint = _NEEDED.get(details["type"], said)
    keys = [part for part in place if isinstance(part, str)]
    return Diagnostic("value", "error", f'"{keys[-1]}": {message}' if keys else message, hint, where)


def _known_keys() -> Iterator[str]:
    todo: list[type[Frozen]] = [Frozen]
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        yield from (field.alias or name for name, field in kind.model_fields.items())
