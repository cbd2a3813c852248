"""The little markup that a text may hold: *emphasis*, [words](#id) for a cross reference, and {value}."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\*(?P<emphasis>[^*\n]+)\*|\[(?P<words>[^\]\n]+)\]\(#(?P<target>[a-z0-9-]+)\)")


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike. `target` is the id of the item that they point at."""

    text: str
    emphasis: bool = False
    target: str | None = None


def parse_inline(text: str) -> tuple[Run, ...]:
    """Return the runs of `text`; what is not markup stays as it was typed."""
    runs: list[Run] = []
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            runs.append(Run(text[end : match.start()]))
        if match["emphasis"]:
            runs.append(Run(match["emphasis"], emphasis=True))
        else:
            runs.append(Run(match["words"], target=match["target"]))
        end = match.end()
    if end < len(text):
        runs.append(Run(text[end:]))
    return tuple(runs)


def plain(text: str) -> str:
    """Return the words of `text` without markup."""
    return "".join(run.text for run in parse_inline(text))


def targets(text: str) -> tuple[str, ...]:
    """Return the ids that `text` points at."""
    return tuple(run.target for run in parse_inline(text) if run.target)
