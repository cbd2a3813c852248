"""Ids of what is found: its name in plain letters, each once."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 48


def slug(words: str) -> str:
    """Return `words` in lower case without accents, joined by hyphens; empty where no letter of them is Latin."""
    plain = unicodedata.normalize("NFKD", words.replace("ł", "l").replace("Ł", "L")).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:_LONGEST].strip("-")


def unused(wanted: str, taken: set[str], kind: str) -> str:
    """Return `wanted`, or `kind` where it is empty, with a number behind it where it is taken; it is taken after."""
    stem = wanted or kind
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    taken.add(found)
    return found
