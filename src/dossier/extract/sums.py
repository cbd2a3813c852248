"""Whether the parts of a count add up to it. Strengths are ranges, so sums are compared end by end."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model.strength import Strength, parse_strength, total

_ROUGH = 0.1
"""How far a number that is only "about" right may lie from the sum, as a share of it."""


def add_up(whole: str, parts: Iterable[str]) -> bool:
    """Return whether `parts` can add up to `whole`; both as `model.strength` writes them."""
    wanted, found = parse_strength(whole), total(parse_strength(part) for part in parts)
    slack = max(_slack(wanted), _slack(found))
    return found.least - slack <= wanted.most and wanted.least <= found.most + slack


def _slack(strength: Strength) -> int:
    return round(strength.most * _ROUGH) if strength.about else 0
