"""Which mentions are of the same person: by the surname, given names that agree, and links to the same article.

The fullest name that is printed is the person's; a surname alone is of the person who has it, the one named last
where several do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.extract.people.mentions import Mention, key_of

_NAMESAKES = 40
"""How many people of one surname are compared, the last ones; more are a list of names."""

_PARENTHESIS = re.compile(r"\s*\([^)]*\)$")


@dataclass(slots=True, eq=False)
class Somebody:
    """A person while mentions are gathered, with the forms of the name; `sure` is the best evidence among them."""

    mentions: list[Mention] = field(default_factory=list)
    keys: set[tuple[str, ...]] = field(default_factory=set)
    sure: float = 0.0

    @property
    def fullest(self) -> Mention:
        """The mention with the fullest name, the first of them."""
        return max(self.mentions, key=lambda mention: (len(mention.key), -_initials(mention.key)))

    @property
    def name(self) -> str:
        """The fullest name that is printed, or that a link gives where only a surname is printed."""
        best = self.fullest
        if len(best.key) > 1:
            return best.name
        for mention in self.mentions:
            full = _PARENTHESIS.sub("", mention.target)
            if len(key_of(full)) > 1 and key_of(full)[-1] == best.key[-1]:
                return full
        return best.name


def together(mentions: Sequence[tuple[Mention, float]]) -> list[Somebody]:
    """Return the people that `mentions`, in the order of the article, each with its evidence, are of.

    A mention without evidence counts where somebody with that name is known from elsewhere.
    """
    register = _Register()
    for mention, sure in mentions:
        if sure and len(mention.key) > 1:
            register.enter(mention, sure)
    register.begin_again()
    for mention, sure in mentions:
        if mention.key and (not sure or len(mention.key) == 1):
            register.add(mention, sure)
        elif mention.key:
            register.note(mention)
    order = {id(mention): at for at, (mention, _) in enumerate(mentions)}
    for person in register.people:
        person.mentions.sort(key=lambda mention: order[id(mention)])
    return sorted(register.people, key=lambda person: order[id(person.mentions[0])])


class _Register:
    def __init__(self) -> None:
        self.people: list[Somebody] = []
        self._surnames: dict[str, list[Somebody]] = defaultdict(list)
        self._inner: dict[str, list[Somebody]] = defaultdict(list)
        self._first: dict[str, list[Somebody]] = defaultdict(list)
        self._targets: dict[str, Somebody] = {}
        self._of: dict[int, Somebody] = {}
        self._last: dict[str, Somebody] = {}

    def enter(self, mention: Mention, sure: float) -> None:
        """Add a mention with a given name to its person, or begin one."""
        person = self._targets.get(mention.target) if mention.target else None
        self._put(person or self._agreeing(mention) or Somebody(), mention, sure)

    def begin_again(self) -> None:
        """Forget who was named last, before the article is gone through once more."""
        self._last.clear()

    def note(self, mention: Mention) -> None:
        """Remember who was named last under a surname."""
        self._last[mention.key[-1]] = self._of[id(mention)]

    def add(self, mention: Mention, sure: float) -> None:
        """Add a surname, or a name that nothing shows to be a person's, to the person who has it."""
        surname = mention.key[-1]
        person = self._targets.get(mention.target) if mention.target else None
        if person is None and len(mention.key) > 1:
            person = self._agreeing(mention)
        elif person is None:
            known = self._surnames.get(surname) or self._inner.get(surname, [])
            if not known and not mention.title:
                known = self._first.get(surname, [])
                known = known if len(known) == 1 else []
            person = self._last.get(surname) or (known[0] if known else None)
        if person is None and not sure:
            return
        self._put(person or Somebody(), mention, sure)
        self._last[surname] = self._of[id(mention)]

    def _agreeing(self, mention: Mention) -> Somebody | None:
        for person in self._surnames.get(mention.key[-1], [])[-_NAMESAKES:]:
            if mention.key in person.keys or any(_agree(key, mention.key) for key in person.keys):
                return person
        return None

    def _put(self, person: Somebody, mention: Mention, sure: float) -> None:
        if not person.mentions:
            self.people.append(person)
        person.mentions.append(mention)
        person.sure = max(person.sure, sure)
        self._of[id(mention)] = person
        if mention.key not in person.keys:
            if all(key[-1] != mention.key[-1] for key in person.keys):
                self._surnames[mention.key[-1]].append(person)
            for word in mention.key[1:-1]:
                self._inner[word].append(person)
            if len(mention.key) > 1 and person not in self._first[mention.key[0]][:2]:
                self._first[mention.key[0]].append(person)
            person.keys.add(mention.key)
        if mention.target and sure:
            self._targets.setdefault(mention.target, person)


def _initials(key: tuple[str, ...]) -> int:
    return sum(len(word) == 1 for word in key)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, each with a surname, can be the same person's: given names equal, or an initial of them."""
    if one[-1] != other[-1]:
        return False
    short, long = sorted((one, other), key=len)
    if short == long[-len(short) :]:
        return True
    first, second = one[0], other[0]
    return len(one) > 1 < len(other) and (first == second or (1 in (len(first), len(second)) and first[0] == second[0]))
