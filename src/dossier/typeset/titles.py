"""Names and short titles in citations, kept on one line: a title that is broken reads as two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.exhibits.citations import Run

MOST = 28
"""The letters of a title that is kept whole; a longer one could leave a line half empty."""
_QUOTED = re.compile(rf"[“„«‘「][^“”„«»‘’「」]{{1,{MOST}}}[”“»’」]")
_NAME = re.compile(r"^\w{1,20}, (?=\w)")


def whole_titles(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return `runs` with spaces that no line ends at in short titles, and between the two parts of a first name."""
    kept = tuple(_whole(run) for run in runs)
    return tuple(replace(run, text=_NAME.sub(_joined, run.text)) if run is kept[0] else run for run in kept)


def _whole(run: Run) -> Run:
    if run.italic:
        return replace(run, text=run.text.replace(" ", "\u00a0")) if len(run.text) <= MOST else run
    return replace(run, text=_QUOTED.sub(_joined, run.text))


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(" ", "\u00a0")
