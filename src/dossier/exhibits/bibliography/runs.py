"""Neighbours that are set alike made one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.model.support import Run, Runs


def join(runs: Iterable[Run]) -> Runs:
    """Return `runs` with neighbours that are set alike made one, and without empty ones."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(run, text=joined[-1].text) == joined[-1]:
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)
