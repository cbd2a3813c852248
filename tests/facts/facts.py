"""The list of facts, and how a fact is looked for in a text. facts.yaml describes the method."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from dossier.model.yaml import read_yaml

HERE = Path(__file__).parent
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the articles, and the expressions by which it is found within `near` characters."""

    n: int
    fact: str
    find: tuple[str, ...]
    near: int | None
    is_locator: bool = False

    def window(self, text: str) -> Span | None:
        """Return where in `text` the fact is said, or None where it is not."""
        spans = [[m.span() for m in re.finditer(pattern, text, re.IGNORECASE | re.DOTALL)] for pattern in self.find]
        if not all(spans):
            return None
        if self.near is None:
            first = [found[0] for found in spans]
            return min(start for start, _ in first), max(end for _, end in first)
        for start in sorted({start for found in spans for start, _ in found}):
            inside = [[span for span in found if start <= span[0] and span[1] <= start + self.near] for found in spans]
            if all(inside):
                return start, max(min(end for _, end in found) for found in inside)
        return None


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Something that no source says and that must not be printed."""

    n: int
    what: str
    pattern: str
    bad: tuple[str, ...]
    ok: tuple[str, ...]

    def found(self, text: str) -> str | None:
        """Return the words of `text` that say it, or None."""
        match = re.search(self.pattern, text, re.IGNORECASE | re.DOTALL)
        return match[0] if match else None


def searchable(text: str) -> str:
    """Return `text` as facts are looked for in it: NFKC, no format characters, single blanks."""
    plain = unicodedata.normalize("NFKC", re.sub("[\u2010\u2011]\\s*\n", "", text))
    shown = "".join(c for c in plain if unicodedata.category(c) != "Cf" or c == "\u00ad")
    return re.sub(r"\s+", " ", shown.replace("\u00ad", ""))


def _records(key: str) -> list[dict[str, object]]:
    value = read_yaml(HERE / "facts.yaml").value
    assert isinstance(value, dict)
    records = value[key]
    assert isinstance(records, list)
    return [dict(record) for record in records if isinstance(record, dict)]


def _strings(value: object) -> tuple[str, ...]:
    assert isinstance(value, list)
    return tuple(str(item) for item in value)


def facts() -> tuple[Fact, ...]:
    """Return every fact of the list."""
    return tuple(
        Fact(
            int(str(r["n"])),
            str(r["fact"]),
            _strings(r["find"]),
            int(str(r["near"])) if "near" in r else None,
            is_locator=r["kind"] == "locator",
        )
        for r in _records("facts")
    )


def forbidden() -> tuple[Forbidden, ...]:
    """Return everything that must not be printed."""
    return tuple(
        Forbidden(int(str(r["n"])), str(r["what"]), str(r["pattern"]), _strings(r["bad"]), _strings(r["ok"]))
        for r in _records("forbidden")
    )
