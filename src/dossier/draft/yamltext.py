"""YAML as a person would write it: block style, long text folded, evidence on one line, comments above items.

Written here and not by ruamel.yaml: comments and line breaks are chosen for readers, the text is the same on every
machine, and a whole dossier takes milliseconds. What is written reads back as what it was (tests/unit/draft).
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]

WIDTH = 118
_PLAIN = re.compile(r"[^\W\d_](?:[\w .’“”()/–…-]*[\w.’”)…])?")
_RESERVED = frozenset("true false null yes no on off y n nan inf".split())
_FOLDED = re.compile(r"[!-~\u00a1-\u2027\u202a-\ud7ff\uf900-\ufdff\ufe00-\ufefe\uff00-\uffef\U00010000-\U0002ffff ]+")
_UNPRINTED = re.compile(r"[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def comment(text: str, indent: int = 0) -> str:
    """Return `text` as lines of comment."""
    lines = textwrap.wrap(" ".join(text.split()), WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
    return "".join(f"{' ' * indent}# {line}\n" for line in lines)


def pair(key: str, value: Value, indent: int = 0) -> str:
    """Return `key: value`, on as many lines as it takes."""
    return "".join(f"{line}\n" for line in _pair(key, value, indent))


def item(value: Value, indent: int = 2) -> str:
    """Return `value` as an item of a list whose hyphens stand at `indent`."""
    return "".join(f"{line}\n" for line in _item(value, indent))


def _pair(key: str, value: Value, indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        yield from _scalar(f"{pad}{key}:", value, indent + 2)
        return
    flow = _flow(value)
    if flow is not None and len(pad) + len(key) + 2 + len(flow) <= WIDTH:
        yield f"{pad}{key}: {flow}"
        return
    yield f"{pad}{key}:"
    yield from _block(value, indent + 2)


def _block(value: Value, indent: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _pair(key, inner, indent)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from _item(inner, indent)


def _item(value: Value, indent: int) -> Iterator[str]:
    pad = " " * indent
    flow = _flow(value)
    if flow is not None and len(pad) + 2 + len(flow) <= WIDTH:
        yield f"{pad}- {flow}"
    elif isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        yield from _scalar(f"{pad}-", value, indent + 2)
    else:
        first, *rest = _block(value, indent + 2)
        yield f"{pad}- {first.lstrip(' ')}"
        yield from rest


def _scalar(head: str, value: str | int | float | bool | None, indent: int) -> Iterator[str]:
    text = _inline(value)
    if isinstance(value, str) and len(head) + 1 + len(text) > WIDTH and _folds(value):
        yield f"{head} >-"
        yield from (" " * indent + line for line in _wrapped(value, WIDTH - indent))
    else:
        yield f"{head} {text}"


def _folds(text: str) -> bool:
    return "  " not in text and text == text.strip(" ") and bool(_FOLDED.fullmatch(text))


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _inline(value: Value) -> str:
    if isinstance(value, str):
        if _PLAIN.fullmatch(value) and value.lower() not in _RESERVED and "  " not in value and value.isprintable():
            return value
        return _UNPRINTED.sub(_escaped, json.dumps(value, ensure_ascii=False))
    return json.dumps(value)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _flow(value: Value) -> str | None:
    """Return a mapping or a list without lists inside on one line; None where it is better on several."""
    if isinstance(value, Mapping):
        if any(not isinstance(inner, str | int | float | bool) for inner in value.values()):
            return None
        return "{" + ", ".join(f"{key}: {_inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        parts = [_inline(inner) if isinstance(inner, str | int | float) else _flow(inner) for inner in value]
        return None if not parts or len(parts) > 3 or None in parts else f"[{', '.join(filter(None, parts))}]"
    return None
