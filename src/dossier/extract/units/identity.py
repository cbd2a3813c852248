"""Which names are of the same unit: the number, the kind, and what else the name says, as far as both say it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from dossier.extract.items import Origin
from dossier.extract.kinds import is_nationality
from dossier.extract.tellings import Telling

_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMBER = re.compile(r"(?:no\. ?)?(\d{1,4})(?:st|nd|rd|th|d|e|ème|er|ère|º|\.)?")
_SAME_KIND = {"bn": "battalion", "bataillon": "battalion", "régiment": "regiment", "regt": "regiment", "bde": "brigade"}
_ARMS = frozenset("infantry cavalry artillery hussars dragoons fusiliers lancers".split())
_FORGOTTEN = 30


@dataclass(frozen=True, slots=True)
class Designation:
    """What a name says of a unit: its number (or the whole name), kind, nationality, and the words between."""

    number: str
    kind: str
    nations: frozenset[str]
    words: frozenset[str]

    def agrees(self, other: Designation) -> bool:
        """Whether two names can be of the same unit: what both say is the same, and one says no less than the other."""
        nations = not self.nations or not other.nations or self.nations == other.nations
        return nations and (self.words <= other.words or other.words <= self.words)


def designation(name: str) -> Designation:
    """Return what `name` says of a unit."""
    words = [word.strip("().,").lower() for word in name.split()]
    nations = frozenset(word for word in words if is_nationality(word))
    rest = [_SAME_KIND.get(word, word) for word in words if word and word not in nations]
    for at, word in enumerate(rest):
        number = _number(word)
        if number and at + 1 < len(rest) and "," not in name:
            kind, middle = rest[-1], rest[at + 1 : -1]
            if kind in _ARMS:
                kind, middle = "regiment", [*middle, kind]
            return Designation(number, kind, nations, frozenset(middle))
    return Designation(" ".join(rest), "", nations, frozenset())


def _number(word: str) -> str:
    if word in _ORDINALS:
        return str(_ORDINALS[word])
    if found := _NUMBER.fullmatch(word):
        return found[1]
    if word and all(letter in _ROMAN for letter in word):
        values = [_ROMAN[letter] for letter in word]
        signs = [-1 if value < max(values[at:]) else 1 for at, value in enumerate(values)]
        return str(sum(sign * value for sign, value in zip(signs, values, strict=True)))
    return ""


@dataclass(slots=True, eq=False)
class Unit:
    """A unit while what is said of it is gathered; its place is of the words that say most."""

    name: str
    telling: Telling
    start: int
    end: int
    origin: Origin
    sure: float
    strength: str = ""
    role: str = ""
    side: str = ""
    planned: bool = False
    under: Unit | None = None
    commanders: list[str] = field(default_factory=list)

    def put_under(self, above: Unit) -> None:
        """Set the unit that this one is under, the first that is stated, where that makes no circle."""
        one: Unit | None = above
        while one is not None and one is not self:
            one = one.under
        if one is None and self.under is None:
            self.under = above


class Register:
    """Units by their names, so that later mentions add to the same unit."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._known: dict[tuple[str, str], list[tuple[Designation, Unit]]] = defaultdict(list)
        self._targets: dict[str, Unit] = {}

    def enter(self, found: Unit, target: str = "") -> Unit:
        """Return the unit that `found` is of, with what `found` adds to it; `target` is the article it links to."""
        seen = designation(found.name)
        known = self._known[seen.number, seen.kind]
        unit = self._targets.get(target) if target else None
        if unit is None:
            unit = next((one for says, one in reversed(known[-_FORGOTTEN:]) if says.agrees(seen)), None)
        if unit is None:
            unit = found
            self.units.append(unit)
        else:
            _add(unit, found)
        known.append((seen, unit))
        if target:
            self._targets.setdefault(target, unit)
        return unit


def _add(unit: Unit, found: Unit) -> None:
    if len(found.name.split()) > len(unit.name.split()):
        unit.name = found.name
    if (found.strength or found.commanders) and not (unit.strength or unit.commanders):
        unit.telling, unit.start, unit.end, unit.origin = found.telling, found.start, found.end, found.origin
    unit.strength = unit.strength or found.strength
    unit.role = unit.role or found.role
    unit.side = unit.side or found.side
    unit.sure = max(unit.sure, found.sure)
    unit.commanders.extend(name for name in found.commanders if name not in unit.commanders)
