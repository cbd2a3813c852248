"""How long editions take, as far as earlier ones tell: for the order in which they are built, and the time left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import fmean

from dossier.batch.targets import Target


def expected(target: Target, known: Mapping[Target, float]) -> float:
    """Return the seconds that `target` may take: its own last time, else what its layout or, last, any edition took.

    0 where nothing is known.
    """
    if target in known:
        return known[target]
    alike = [seconds for other, seconds in known.items() if other.layout == target.layout]
    return fmean(alike or known.values()) if known else 0.0


def longest_first(targets: Iterable[Target], known: Mapping[Target, float]) -> list[Target]:
    """Return `targets` with the longest first: then no worker is left alone with a long one at the end.

    This is Graham's LPT rule (1969). Without any knowledge the order stays.
    """
    return sorted(targets, key=lambda target: -expected(target, known))


def time_left(
    waiting: Iterable[Target], running: Mapping[Target, float], known: Mapping[Target, float], workers: int
) -> float | None:
    """Return the seconds until all is built by `workers` at once; None as long as nothing is known.

    `running` are the editions in work and how many seconds ago they were begun.
    """
    if not known:
        return None
    begun = [max(0.0, expected(target, known) - since) for target, since in running.items()]
    work = sum(begun) + sum(expected(target, known) for target in waiting)
    return max(work / workers, *begun, 0.0)
