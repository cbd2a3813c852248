"""Ink that adds up where something overprints: sums worked out by hand."""

from __future__ import annotations

import pytest

from dossier.pdf.inks import CMYK
from dossier.pdf.inspection import Colour, Painted, PlacedImage, Position
from dossier.pdf.overprint import MOST_COLOURS, Stack
from dossier.pdf.read import Box

LEFT, RIGHT, WHOLE = Box(0, 0, 10, 10), Box(20, 0, 30, 10), Box(0, 0, 30, 10)
BLACK, RED, PALE = (0, 0, 0, 1), (0.1, 0.8, 0.9, 0.3), (0.2, 0.1, 0, 0)


def mark(inks: tuple[float, ...], box: Box, *, overprints: bool = False, page: int = 1) -> Painted:
    position = Position(page, "page", box)
    return Painted(position, "fill", CMYK.colour(inks), 10, overprints, visible=True, in_bleed=True, tagged=True)


def sums(*marks: Painted) -> list[float]:
    stack = Stack()
    for each in marks:
        stack.lay(each)
    return [round(each.total.total) for each in stack.heaviest]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([mark(RED, LEFT), mark(BLACK, LEFT, overprints=True)], [280]),  # 10 + 80 + 90, and 100 in place of 30
        ([mark(RED, LEFT), mark(BLACK, LEFT)], []),
        ([mark(RED, LEFT), mark(BLACK, RIGHT, overprints=True)], []),
        ([mark(RED, LEFT), mark(PALE, WHOLE), mark(BLACK, RIGHT, overprints=True)], [130]),
        ([mark(PALE, WHOLE), mark(RED, LEFT), mark(BLACK, WHOLE, overprints=True)], [280]),
        ([mark(RED, LEFT, page=2), mark(BLACK, LEFT, overprints=True)], []),
        ([mark(RED, LEFT), mark(BLACK, Box(5, 2, 5, 8), overprints=True)], [280]),  # type counts by where it begins
        ([mark((0, 0, 0, 0.5), LEFT), mark(BLACK, LEFT, overprints=True)], []),  # no more than black alone
    ],
)
def test_the_heaviest_sum_of_each_colour_that_overprints(marks: list[Painted], expected: list[float]) -> None:
    assert sums(*marks) == expected


def test_an_image_counts_with_its_heaviest_colour() -> None:
    stack = Stack()
    dark = Colour("DeviceCMYK", CMYK.colour((0.7, 0.6, 0.6, 0.9)).inks)
    position = Position(1, "page > image Im0", WHOLE)
    stack.lay_image(PlacedImage(position, 9, 9, 8, "DeviceCMYK", 300, dark, True, True, True))
    stack.lay(mark(BLACK, LEFT, overprints=True))
    (found,) = stack.heaviest
    assert found.total.total == pytest.approx(290)


def test_thousands_of_marks_are_joined_and_the_sum_stays_an_upper_bound() -> None:
    """Boxes beyond the first five hundred are taken together."""
    far = [mark(RED, Box(100 + n, 0, 100.5 + n, 1)) for n in range(600)]
    assert sums(*far, mark(BLACK, Box(699, 0, 699.4, 1), overprints=True)) == [280]
    assert sums(*far, mark(BLACK, Box(5, 0, 6, 1), overprints=True)) == []


def test_a_page_of_endless_colours_is_not_followed_for_ever() -> None:
    many = [mark((n / 10_000, 0, 0, 0), LEFT) for n in range(1, 3 * MOST_COLOURS)]
    assert sums(*many, mark(BLACK, LEFT, overprints=True)) == [102]
