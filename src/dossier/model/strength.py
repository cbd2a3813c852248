"""How many people: exact, a range, several times a range, or "about"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_FORM = re.compile(
    r"(?P<about>about |~)?(?:(?P<times>\d{1,4}) ?[x×] ?)?(?P<low>\d{1,9})(?: ?[-–] ?(?P<high>\d{1,9}))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Strength:
    """`times` groups of `low` to `high` people each."""

    low: int
    high: int
    times: int = 1
    about: bool = False

    @property
    def least(self) -> int:
        """The smallest number of people that this can mean."""
        return self.low * self.times

    @property
    def most(self) -> int:
        """The largest number of people that this can mean."""
        return self.high * self.times

    def __str__(self) -> str:
        numbers = f"{self.low}" if self.low == self.high else f"{self.low}-{self.high}"
        return f"{'about ' if self.about else ''}{f'{self.times} x ' if self.times > 1 else ''}{numbers}"


def parse_strength(text: str) -> Strength:
    """Parse "12", "20-25", "2 x 50-55" or "about 150".

    Raises ValueError, with a sentence for people, for anything else, a negative number and a range that runs backwards.
    """
    if re.match(r"\s*[-–]\s*\d", text):
        raise ValueError(f"a strength cannot be negative: {text!r}")
    match = _FORM.fullmatch(text.strip())
    if not match:
        raise ValueError(f'not a strength: {text!r}; write it like 12, 20-25, 2 x 50-55 or "about 150"')
    low, high = int(match["low"]), int(match["high"] or match["low"])
    if low > high:
        raise ValueError(f"the range runs backwards: {text!r}")
    if match["times"] and int(match["times"]) == 0:
        raise ValueError(f"no groups at all: {text!r}")
    return Strength(low, high, int(match["times"] or 1), about=bool(match["about"]))


def total(strengths: Iterable[Strength]) -> Strength:
    """Return the sum: the least of all together, the most of all together."""
    parts = tuple(strengths)
    return Strength(sum(s.least for s in parts), sum(s.most for s in parts), about=any(s.about for s in parts))


def remainder(whole: Strength, parts: Iterable[Strength]) -> Strength:
    """Return what is left of `whole` without `parts`; raises ValueError where the parts can exceed it."""
    gone = total(parts)
    if gone.most > whole.least:
        raise ValueError(f"{gone} cannot be taken from {whole}")
    return Strength(whole.least - gone.most, whole.most - gone.least, about=whole.about or gone.about)
