"""Where the letter and the name of a zone may stand: within its tint or, in need, off it on a leader."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from dossier.exhibits.canvas import Point
from dossier.exhibits.map.candidates import Setter, deepest, holds
from dossier.exhibits.map.kit import Kit
from dossier.exhibits.map.labels import NEVER, Block, Candidate, Group, Leader, Obstacles, Piece, Request, Words
from dossier.exhibits.map.sheet import Line

_NARROW = 58.0
"""The width that names of zones are broken to, points at scale 1."""
_GRID = 3.0
"""How far apart the places in a tint are, points at scale 1."""
_LEVEL = (0.0, 15.0, 30.0)
"""What it costs that the name stands after its letter, below it, or before it."""
_LED, _UNNAMED = 200.0, 2000.0
"""What it costs that the name stands off the tint, and that there is none."""
_ACROSS = 50.0
"""What it costs that the letter crosses the end of its tint."""
_CLEAR = 4.5
"""The room that a leader keeps free, points at scale 1."""
_DIRECTIONS = 24
_LENGTHS = (5.0, 10.0, 16.0, 23.0, 31.0, 42.0)
"""Lengths of leaders, points at scale 1."""
_ENOUGH = 100
"""With so many places at hand no less welcome ones are looked for."""

_INSIDE: Mapping[str, float] = {
    "strong": NEVER, "ring": NEVER, "quiet": 0.5, "coast": 3, "railway": 4, "crest": 2, "near": 3,
}  # fmt: skip
_OUTSIDE: Mapping[str, float] = {**_INSIDE, "edge": 60, "tint": 150, "crest": 40, "coast": 6, "quiet": 2, "water": 12}
_LEADER: Mapping[str, float] = {"strong": NEVER, "ring": NEVER, "near": 10, "crest": 20, "railway": 10, "coast": 4}


class ZoneNames:
    """The places of one zone's letter and name; `rings` are those of its faintest tint."""

    def __init__(self, id: str, rings: Sequence[Line], kit: Kit, setter: Setter, hidden: Obstacles):
        self.kit = kit
        self.setter = setter
        self.hidden = hidden
        self.rings = rings
        self.depths = deepest(rings, _GRID * kit.scale)
        text, letter, self.style = kit.words.names.get(id, ""), kit.words.letters.get(id, ""), kit.styles["zone"]
        self.texts = list(dict.fromkeys(("\n".join(kit.measure.wrap(text, self.style, _NARROW * kit.scale)), text)))
        self.head = [Words(letter, kit.styles["letter"])] if letter else []

    def candidates(self) -> list[Candidate]:
        """Return the places of letter and name together, those of one way after those of a better one."""
        letters = list(self._letters())
        found = list(islice(self._level(), _ENOUGH)) if any(self.texts) else []
        if len(found) < _ENOUGH and any(self.texts):
            found += self._led(letters)
        return found + [Candidate([letter], _UNNAMED + cost, whole=not any(self.texts)) for letter, cost in letters]

    def _level(self) -> Iterator[Candidate]:
        """Yield places of the letter and the name side by side, both within the tint."""
        for text in self.texts:
            for words, cost in zip(self._together(text), _LEVEL, strict=False):
                yield from self._inside(self.setter.group(words), cost)

    def _together(self, text: str) -> Iterator[list[Words]]:
        """Yield the ways of setting letter and name as one: after, below, before it."""
        if not self.head:
            yield [Words(text, self.style)]
            return
        (head,) = self.head
        measure, style = self.kit.measure, self.style
        extent, name = measure.extent(head.text, head.style), measure.extent(text, style)
        up = (extent.ascent + text.count("\n") * measure.leading(style) - name.ascent) / 2
        away = extent.width / 2 + 0.5 * style.size
        right = [head, Words(text, style, down=-up, right=away, anchor="start")]
        left = [head, Words(text, style, down=-up, right=-away, anchor="end")]
        after, before = (left, right) if self.kit.words.rtl else (right, left)
        below = extent.descent + 0.45 * measure.size(style) + name.ascent
        yield from (after, [head, Words(text, style, below)], before)

    def _letters(self) -> Iterator[tuple[Piece, float]]:
        """Yield the places of the letter alone, each with its cost: within the tint or, in need, across its end."""
        if self.head:
            group = self.setter.group(self.head)
            middle = ((group.box.x0 + group.box.x1) / 2, (group.box.y0 + group.box.y1) / 2)
            found = list(self._inside(group, 0.0)) or list(self._inside(group, _ACROSS, (middle,)))
            yield from ((candidate.pieces[0], candidate.cost) for candidate in found)

    def _inside(self, group: Group, cost: float, outline: Sequence[Point] = ()) -> Iterator[Candidate]:
        """Yield places of a group whose `outline` lies within the tint: that of its ink, where none is given."""
        outline = outline or list(_outline(group, self.setter.gap))
        middle = (group.box.y0 + group.box.y1) / 2
        pieces = [(Piece(group, (x, y - middle)), depth) for (x, y), depth in self.depths]
        within = holds(self.rings, [piece.page(*point) for piece, _ in pieces for point in outline])
        for number, (piece, depth) in enumerate(pieces):
            if not all(within[number * len(outline) : (number + 1) * len(outline)]):
                continue
            price = self.hidden.price([piece.block], _INSIDE)
            if price < NEVER and self.setter.holds(piece.block.bounds()):
                yield Candidate([piece], cost - depth / self.kit.scale + price)

    def _led(self, letters: Sequence[tuple[Piece, float]]) -> Iterator[Candidate]:
        """Yield places of the name off the tint, with a leader to the letter in it."""
        roomy = replace(self.setter, gap=1.5 * self.setter.gap)
        for text in self.texts:
            group = roomy.group([Words(text, self.style)])
            for letter, cost in letters[:: max(1, len(letters) // 8)]:
                yield from self._from_letter(group, letter, _LED + cost)

    def _from_letter(self, group: Group, letter: Piece, cost: float) -> Iterator[Candidate]:
        scale = self.kit.scale
        for length, turn in product(_LENGTHS, range(_DIRECTIONS)):
            angle = 2 * math.pi * turn / _DIRECTIONS
            way = (math.cos(angle), math.sin(angle))
            start = _out(letter.block, way)
            end = (start[0] + way[0] * length * scale, start[1] + way[1] * length * scale)
            box = group.box
            reach = _reach(box.width, box.height, way)
            x, y = end[0] + way[0] * reach, end[1] + way[1] * reach
            name = Piece(group, (x - (box.x0 + box.x1) / 2, y - (box.y0 + box.y1) / 2))
            leader = Leader(start, end, _CLEAR * scale)
            if not self.setter.holds(name.block.bounds()):
                continue
            price = self.hidden.price([name.block], _OUTSIDE) + self.hidden.price([leader.block], _LEADER)
            if price < NEVER:
                yield Candidate([letter, name], cost + price + length, leader)


def zone_request(id: str, rings: Sequence[Line], kit: Kit, setter: Setter, hidden: Obstacles) -> Request:
    """Return a request for the letter and the name of a zone; its candidates have paid for what they cover."""
    return Request(id, tuple(ZoneNames(id, rings, kit, setter, hidden).candidates()), {})


def _outline(group: Group, gap: float) -> Iterator[Point]:
    """Yield points on the sides of the ink of each line, its corners among them."""
    for box in group.lines:
        x0, y0, x1, y1 = box.x0 + gap / 2, box.y0 + gap / 2, box.x1 - gap / 2, box.y1 - gap / 2
        count = max(2, math.ceil((x1 - x0) / (y1 - y0)))
        for step in range(count + 1):
            x = x0 + (x1 - x0) * step / count
            yield from ((x, y0), (x, y1))


def _out(block: Block, way: Point) -> Point:
    """Return where a line from the middle of an upright block leaves it."""
    x, y = block.page((block.width / 2, block.height / 2))
    reach = _reach(block.width, block.height, way)
    return (x + way[0] * reach, y + way[1] * reach)


def _reach(width: float, height: float, way: Point) -> float:
    """Return how far from the middle of a rectangle its side is, in a direction of length one."""
    return min(side / 2 / abs(part) for side, part in zip((width, height), way, strict=True) if abs(part) > 1e-9)
