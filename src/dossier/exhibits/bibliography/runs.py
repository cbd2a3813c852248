"""Words with their typographic emphasis; never markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are set alike. `href` is an http or https address that they lead to."""

    text: str
    italic: bool = False
    bold: bool = False
    small_caps: bool = False
    href: str | None = None


Runs = tuple[Run, ...]


def join(runs: Iterable[Run]) -> Runs:
    """Return `runs` with neighbours that are set alike made one, and without empty ones."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(run, text=joined[-1].text) == joined[-1]:
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)
