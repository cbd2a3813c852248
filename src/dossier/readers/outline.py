"""From a run of headings and blocks to nested sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dossier.model.article import Block, External, ItemList, ListItem, Paragraph, Related, Role, Section, passages
from dossier.model.passage import Passage
from dossier.readers.gaps import Gaps
from dossier.readers.headings import role_of

_TITLE_END = re.compile(r",\s+(?:an?|the)\s|\s+[–—-]\s|:\s")
_ADDRESS = re.compile(r"https?://[^\s<>\[\]{}|\"]+", re.IGNORECASE)


@dataclass(slots=True)
class _Part:
    level: int
    heading: Passage
    role: Role
    blocks: list[Block] = field(default_factory=list)
    filled: bool = False


class Outline:
    """Collects headings and blocks in order."""

    def __init__(self) -> None:
        self._parts = [_Part(1, Passage(), "body")]
        self._around: list[_Part] = []

    @property
    def role(self) -> Role:
        """What the section that is being filled is for."""
        return self._parts[-1].role

    @property
    def level(self) -> int:
        """The level of the section that is being filled; 1 for the lead."""
        return self._parts[-1].level

    @property
    def is_empty(self) -> bool:
        """Whether the section that is being filled holds nothing yet."""
        return not (self._parts[-1].blocks or self._parts[-1].filled)

    def open(self, level: int, heading: Passage, role: Role | None = None) -> None:
        """Begin a section; within an apparatus section, one of the body is apparatus too."""
        while self._around and self._around[-1].level >= level:
            self._around.pop()
        own = role or role_of(heading.text)
        if own == "body" and self._around:
            own = self._around[-1].role
        self._parts.append(_Part(level, heading, own))
        self._around.append(self._parts[-1])

    def add(self, block: Block) -> None:
        """Add a block to the section that is being filled."""
        self._parts[-1].blocks.append(block)

    def fill(self) -> None:
        """Note that the section holds something that is no block of text, such as its references."""
        self._parts[-1].filled = True

    def close(self, gaps: Gaps) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """Return the blocks of the lead, and the sections nested by level; a section with nothing in it is a gap."""
        parts = self._parts
        for part, after in pairwise([*parts[1:], None]):
            if part and not (part.blocks or part.filled) and (after is None or after.level <= part.level):
                place = part.heading
                gaps.add("empty-section", place.start, place.end, f"nothing stands under “{place.text}”")
        return tuple(parts[0].blocks), _nested(parts[1:])


def _nested(parts: Sequence[_Part]) -> tuple[Section, ...]:
    """Return sections of a flat run of parts; each part's children are gathered before it is closed itself."""
    found: list[tuple[int, list[Section]]] = [(0, [])]
    for part in parts:
        while found[-1][0] >= part.level:
            _fold(found)
        found.append((part.level, [Section(part.level, part.heading, part.role, tuple(part.blocks))]))
    while len(found) > 1:
        _fold(found)
    return tuple(found[0][1])


def _fold(found: list[tuple[int, list[Section]]]) -> None:
    _, (section, *inner) = found.pop()
    found[-1][1].append(replace(section, sections=tuple(inner)))


def related(sections: Sequence[Section]) -> tuple[Related, ...]:
    """Return the articles listed under "See also"; an item that only heads others, ending with a colon, is none."""
    return tuple(
        Related(_title(item.passage), item.passage, item.level)
        for item in _items(sections, "see-also")
        if item.passage.text and not item.passage.text.endswith(":")
    )


def _title(passage: Passage) -> str:
    if passage.links:
        return passage.links[0].target
    return _TITLE_END.split(passage.text, maxsplit=1)[0]


def external(sections: Sequence[Section]) -> tuple[External, ...]:
    """Return the addresses listed under "External links"."""
    found = []
    for item in _items(sections, "external-links"):
        targets = [link.target for link in item.passage.links] + _ADDRESS.findall(item.passage.text)
        url = next((target for target in targets if _ADDRESS.match(target)), "")
        if url:
            found.append(External(url, item.passage))
    return tuple(found)


def _items(sections: Sequence[Section], role: Role) -> Iterator[ListItem]:
    for outer in sections:
        for section in outer.walk():
            for block in section.blocks if section.role == role else ():
                match block:
                    case ItemList():
                        yield from block.items
                    case Paragraph():
                        yield ListItem(1, block.passage)
                    case _:
                        yield from (ListItem(1, passage) for passage in passages(block))
