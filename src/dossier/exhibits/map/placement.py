"""Choosing places for words, so that none touch and as little as possible is covered.

The method is the usual one for labels on maps (Christensen, Marks and Shieber, An Empirical Study of Algorithms for
Point-Feature Label Placement, 1995): each has candidates with a cost, and a local search settles the conflicts. It
uses no chance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from dossier.exhibits.map.labels import NEVER, Block, Candidate, Obstacles, Request

_SWEEPS = 12
_DEPTH = 2
"""How far moves may push others on."""
_HOLDERS = 3
"""How many others may be asked to make room."""
_WORTH = 1.0
"""How much a name must stand to gain for others to be asked."""
_TRIALS = 45
"""How many places of a name are tried against those who hold them; where it is pushed itself, a third of that."""
_CONFLICT = 10_000.0
"""What it costs that two names touch: more than any obstacle."""

_Others = Mapping[int, int]
"""The number of the candidate that each of the other names has."""


def place(requests: Sequence[Request], obstacles: Obstacles, taken: Sequence[Block] = ()) -> list[Candidate | None]:
    """Return the candidate chosen for each request; None where nothing is clear of the others and of `taken`.

    Those that come first in `requests` have the first choice, and the last ones go first where all cannot stay.
    """
    arrangement = _Arrangement([_Choices(request, obstacles, taken) for request in requests])
    for number in range(len(requests)):
        arrangement.settle(number)
    for _ in range(_SWEEPS):
        before = list(arrangement.chosen)
        for number in range(len(requests)):
            arrangement.settle(number)
            arrangement.improve(number, _DEPTH)
        if arrangement.chosen == before:
            break
    for number in reversed(range(len(requests))):
        if arrangement.touching(number):
            arrangement.chosen[number] = None
    return [
        None if index is None else choice.candidates[index]
        for choice, index in zip(arrangement.choices, arrangement.chosen, strict=True)
    ]


class _Choices:
    """The candidates of a request that are clear of what is taken, cheapest first."""

    def __init__(self, request: Request, obstacles: Obstacles, taken: Sequence[Block]) -> None:
        clear = [c for c in request.candidates if not any(block.meets(its) for block in taken for its in c.blocks)]
        costs = [candidate.cost + obstacles.price(candidate.blocks, request.costs) for candidate in clear]
        order = sorted((n for n in range(len(clear)) if costs[n] < NEVER), key=lambda n: (costs[n], n))
        self.candidates = [clear[n] for n in order]
        self.costs = [costs[n] for n in order]


class _Arrangement:
    """The choices of all names and, for each, the number of the one that is chosen so far."""

    def __init__(self, choices: Sequence[_Choices]) -> None:
        self.choices = choices
        self.chosen: list[int | None] = [None] * len(choices)
        self._met: dict[tuple[int, int, int, int], bool] = {}

    def settle(self, number: int) -> None:
        """Give a name the place that costs least among the others as they stand."""
        others = self._others(number)
        best, least = None, math.inf
        for index, cost in enumerate(self.choices[number].costs):
            if cost >= least:
                break  # they are sorted: no later one is cheaper
            if (total := cost + _CONFLICT * len(self._met_by(number, index, others))) < least:
                best, least = index, total
        self.chosen[number] = best

    def improve(self, number: int, depth: int) -> None:
        """Give a name a better place that others hold, where all together gain by it.

        Others that move may push on `depth - 1` times. A name that touches another tries all places.
        """
        better = self._better(number)
        trials = _TRIALS // (1 + 2 * (_DEPTH - depth))
        for index in better[:: max(1, len(better) // trials)]:
            holders = self._met_by(number, index, self._others(number))
            if len(holders) > _HOLDERS:
                continue
            before, cost = list(self.chosen), self._total()
            self.chosen[number] = index
            for holder in holders:
                self.settle(holder)
            for holder in holders:
                if depth > 1 and self.touching(holder):
                    self.improve(holder, depth - 1)
            if self._total() < cost:
                return
            self.chosen = before

    def touching(self, number: int) -> list[int]:
        """Return the numbers of the names that a name touches."""
        index = self.chosen[number]
        return [] if index is None else self._met_by(number, index, self._others(number))

    def _better(self, number: int) -> range:
        here, choice = self.chosen[number], self.choices[number]
        if here is None:
            return range(0)
        if self.touching(number):
            return range(len(choice.candidates))
        return range(here if choice.costs[here] - choice.costs[0] > _WORTH else 0)

    def _total(self) -> float:
        placed = [(number, index) for number, index in enumerate(self.chosen) if index is not None]
        conflicts = sum(self._meet(*a, *b) for a, b in combinations(placed, 2))
        return _CONFLICT * conflicts + sum(self.choices[number].costs[index] for number, index in placed)

    def _met_by(self, number: int, index: int, others: _Others) -> list[int]:
        """Return the numbers of the `others` that a candidate touches."""
        return [other for other, its in others.items() if self._meet(number, index, other, its)]

    def _meet(self, number: int, index: int, other: int, its: int) -> bool:
        key = (number, index, other, its) if number < other else (other, its, number, index)
        if key not in self._met:
            candidates = self.choices[number].candidates[index], self.choices[other].candidates[its]
            self._met[key] = candidates[0].meets(candidates[1])
        return self._met[key]

    def _others(self, number: int) -> _Others:
        return {other: index for other, index in enumerate(self.chosen) if index is not None and other != number}
