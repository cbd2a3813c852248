"""Strengths: what a source says about numbers, and sums of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.strength import Strength, parse_strength, remainder, total

numbers = st.integers(0, 10**6)
strengths = st.builds(
    lambda low, extra, times, about: Strength(low, low + extra, times, about),
    numbers, numbers, st.integers(1, 99), st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected", "least", "most"),
    [
        ("12", Strength(12, 12), 12, 12),
        ("20-25", Strength(20, 25), 20, 25),
        ("50–55", Strength(50, 55), 50, 55),
        ("2 x 50-55", Strength(50, 55, 2), 100, 110),
        ("2×50", Strength(50, 50, 2), 100, 100),
        ("about 150", Strength(150, 150, about=True), 150, 150),
    ],
)
def test_parsing(text: str, expected: Strength, least: int, most: int) -> None:
    strength = parse_strength(text)
    assert strength == expected
    assert (strength.least, strength.most) == (least, most)


@pytest.mark.parametrize("text", ["", "-3", "many", "5-2", "0 x 4", "1.5", "2 x", "3 - -4"])
def test_refusing(text: str) -> None:
    with pytest.raises(ValueError, match=r"strength|range|groups"):
        parse_strength(text)


@given(strengths)
def test_round_trip(strength: Strength) -> None:
    assert parse_strength(str(strength)) == strength


def test_the_planned_groups_add_up() -> None:
    # 2 x 50 + 20 + 20 = 140 and 2 x 55 + 25 + 20 = 155, by hand.
    added = total([parse_strength(text) for text in ("2 x 50-55", "20-25", "20")])
    assert (added.least, added.most) == (140, 155)


def test_ten_are_left() -> None:
    left = remainder(parse_strength("12"), [parse_strength("2")])
    assert (left.least, left.most) == (10, 10)


def test_more_cannot_be_taken_than_there_was() -> None:
    with pytest.raises(ValueError, match="cannot be taken"):
        remainder(parse_strength("2"), [parse_strength("3")])


@given(st.lists(strengths, min_size=1, max_size=6))
def test_a_sum_keeps_its_ends(parts: list[Strength]) -> None:
    added = total(parts)
    assert added.least <= added.most
    assert added.least == sum(part.least for part in parts)
