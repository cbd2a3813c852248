"""What earlier editions tell of the time that others take."""

from __future__ import annotations

import pytest

from dossier.batch.forecast import expected, longest_first, time_left
from dossier.batch.targets import Target
from dossier.cli.progress import in_words

A, B, C = Target("de", "dossier"), Target("fr", "dossier"), Target("de", "map-a1")
D = Target("fr", "map-a1")


def test_an_edition_takes_what_it_took_else_what_its_layout_takes_else_what_any_takes() -> None:
    known = {A: 20.0, C: 4.0}
    assert (expected(A, known), expected(B, known), expected(D, known)) == (20, 20, 4)
    assert expected(Target("fr", "panels-a1"), known) == 12
    assert expected(A, {}) == 0


def test_the_longest_are_begun_first() -> None:
    assert longest_first([C, A, D, B], {A: 20.0, C: 4.0}) == [A, B, C, D]
    assert longest_first([C, A, D, B], {}) == [C, A, D, B]


def test_the_time_left_is_the_work_left_shared_among_the_workers() -> None:
    known = {A: 20.0, C: 4.0}
    assert time_left([B, D], {C: 1.0}, known, 1) == 27
    assert time_left([B, D], {C: 1.0}, known, 3) == 9
    # One edition cannot be shared.
    assert time_left([], {A: 5.0}, known, 2) == 15
    # What takes longer than the last time may be ready at any moment.
    assert time_left([], {A: 25.0}, known, 2) == 0
    assert time_left([A, B], {}, {}, 2) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "less than a minute"), (59, "less than a minute"), (61, "about 2 min"), (600, "about 10 min")],
)
def test_a_time_to_wait_is_told_in_minutes(seconds: float, words: str) -> None:
    assert in_words(seconds) == words
