"""Works as they are filed: names and titles replaced by their places in the alphabet of the edition.

The processor has an alphabet of its own. It files all kana as one, Chinese by code points, Latin before every other
script, and a Finnish w under v. Given numbers for words it files as the style says and the language does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.exhibits.bibliography.works import Gap, Name, Value, Work
from dossier.locales.collation import ranks

# Small words before a name, which the processor takes off itself: "de la Mare", "d’Alembert", "al-Masri".
_PARTICLE = re.compile(r"(?:[^\W\d_A-Z]+ |[^\W\d_A-Z]{1,2}[’'-])+(?=\S)")

# What stands for a missing forename: nothing comes before something.
_REMARK = re.compile(r" \[[^]]*\]$")


def filed(works: Sequence[Work], language: str) -> tuple[Work, ...]:
    """Return `works` with numbers for names and titles that rise in the order of `language` (BCP 47)."""
    apart = [replace(work, variables=tuple((name, _apart(value)) for name, value in work.variables)) for work in works]
    known = ranks((text for work in apart for text in _texts(work)), language)
    return tuple(
        replace(work, variables=tuple((name, _in_numbers(name, value, known)) for name, value in work.variables))
        for work in apart
    )


def _apart(value: Value) -> Value:
    return tuple(Name(tuple(_parts(name))) for name in value) if isinstance(value, tuple) else value


def _parts(name: Name) -> Iterator[tuple[str, str]]:
    for part, text in name.parts:
        if part == "family" and (particle := _PARTICLE.match(text)):
            yield "non-dropping-particle", particle[0].rstrip()
            yield part, text[particle.end() :]
        else:
            yield part, _REMARK.sub("", text)


def _texts(work: Work) -> Iterable[str]:
    for name, value in work.variables:
        if isinstance(value, tuple):
            yield from (text for each in value for _, text in each.parts)
        elif _is_title(name):
            yield _words(value)


def _in_numbers(name: str, value: Value, known: Mapping[str, int]) -> Value:
    if isinstance(value, tuple):
        return tuple(Name(tuple((part, _number(known[text])) for part, text in each.parts)) for each in value)
    return _number(known[_words(value)]) if _is_title(name) else value


def _is_title(name: str) -> bool:
    return "title" in name


def _words(value: Value) -> str:
    return value.text if isinstance(value, Gap) else str(value)


def _number(rank: int) -> str:
    return f"N{rank:06}"
