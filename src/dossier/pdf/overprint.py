"""Ink that adds up: what a mark that overprints leaves standing of what lies below it (ISO 32000-1, 8.6.7)."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.pdf.graphics import overlap
from dossier.pdf.inspection import MARKS, Colour, Overprint, Painted, PlacedImage, Position
from dossier.pdf.read import Box

MOST_COLOURS = 200
"""Colours of a page that are followed, above and below."""
_MOST_BOXES = 500

_Page = dict[Colour, list[Box]]


class Stack:
    """Collects where each colour of a page lies, and where each that overprints does.

    A mark counts by the box round it, type by where it begins. What is painted later counts as lying below, too: the
    sum is an upper bound.
    """

    def __init__(self) -> None:
        self._below: dict[int, _Page] = {}
        self._above: dict[int, _Page] = {}
        self._first: dict[tuple[int, Colour], Position] = {}

    def lay(self, mark: Painted) -> None:
        """Enter a mark that prints."""
        if mark.visible and mark.in_bleed and mark.colour.used and MARKS not in mark.colour.used and mark.position.box:
            side = self._above if mark.overprints else self._below
            self._enter(side, mark.position, mark.colour, mark.position.box)

    def lay_image(self, image: PlacedImage) -> None:
        """Enter an image as if it had its heaviest colour all over."""
        if image.in_bleed and image.heaviest and image.position.box:
            self._enter(self._below, image.position, image.heaviest, image.position.box)

    def _enter(self, side: dict[int, _Page], position: Position, colour: Colour, box: Box) -> None:
        page = side.setdefault(position.page, {})
        if colour not in page and len(page) >= MOST_COLOURS:
            return
        boxes = page.setdefault(colour, [])
        self._first.setdefault((position.page, colour), position)
        if len(boxes) < _MOST_BOXES:
            boxes.append(box)
        else:
            boxes[-1] = _around(boxes[-1], box)

    @property
    def heaviest(self) -> tuple[Overprint, ...]:
        """For each colour that overprints, a page at a time, the heaviest sum of inks where it meets another."""
        return tuple(self._sums())

    def _sums(self) -> Iterator[Overprint]:
        for page, above in self._above.items():
            below = self._below.get(page, {})
            for colour, boxes in above.items():
                sums = sorted(((_sum(colour, other), other) for other in below), key=lambda each: -each[0].total)
                for total, other in sums:
                    if total.total > colour.total and _meet(boxes, below[other]):
                        yield Overprint(self._first[page, colour], colour, other, total)
                        break


def _sum(above: Colour, below: Colour) -> Colour:
    """Return the inks where `above` overprints `below`: its own where it has any, else those below."""
    inks = dict(below.inks or ()) | {name: share for name, share in above.inks or () if share > 0}
    return Colour(above.space, tuple(inks.items()))


def _meet(above: list[Box], below: list[Box]) -> bool:
    return any(overlap(one, other) for one in above for other in below)


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
    )
