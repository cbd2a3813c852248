"""Ids of items: words that a person can read, each once, and none that pages use for parts of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dossier.model.consistency import is_reserved

_LONGEST = 48
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def slug(words: str) -> str:
    """Return `words` as an id: lower case, joined by hyphens, without accents; empty where no letter is Latin."""
    plain = unicodedata.normalize("NFKD", _DASHES.sub(" ", words)).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", plain)
    text = ""
    for part in parts:
        if text and len(text) + len(part) >= _LONGEST:
            break
        text = f"{text}-{part}" if text else part[:_LONGEST]
    return text


class Ids:
    """Gives out ids, none twice."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def take(self, words: str, kind: str) -> str:
        """Return an id made of `words`; where they give none, or one that pages use, with `kind` before it."""
        wanted = slug(words)
        if not wanted or is_reserved(wanted) or wanted.isdigit():
            wanted = f"{kind}-{wanted}".rstrip("-")
        id, number = wanted, 1
        while id in self._taken or is_reserved(id):
            number += 1
            id = f"{wanted}-{number}"
        self._taken.add(id)
        return id
