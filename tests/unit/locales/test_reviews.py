"""A review holds for one text and one translation: a later change of either makes it void, and it is not forgotten."""

from __future__ import annotations

import pytest

from dossier.locales.reviews import past, review_in, reviewed, sealed
from dossier.model.edition import Review

ANNA = Review("Anna Beispiel", "2026-11-22")
NOTE = "reviewed: Anna Beispiel, 2026-11-22"


@pytest.mark.parametrize(
    "comment", [NOTE, f" {NOTE} ", "reviewed:Anna Beispiel,2026-11-22", "reviewed: Anna Beispiel , 2026-11-22"]
)
def test_a_reviewer_may_type_the_comment(comment: str) -> None:
    assert review_in(["a note", comment], "Landing", ["Landung"]) == ANNA


@pytest.mark.parametrize(
    "comment",
    [
        "", "reviewed", "reviewed: Anna Beispiel", "reviewed: , 2026-11-22", "reviewed: Anna, 22.11.2026",
        "reviewed: Anna, 2026-13-01", "was reviewed: Anna Beispiel, 2026-11-22", "unreviewed: Anna, 2026-11-22",
        "reviewed: Anna, Beispiel, 2026-11-22",
    ],
)  # fmt: skip
def test_other_comments_are_no_review(comment: str) -> None:
    assert review_in([comment], "Landing", ["Landung"]) is None


def test_a_sealed_review_is_of_its_text_and_translation_alone() -> None:
    (comment,) = sealed([NOTE], "Landing", ["Landung"], fuzzy=False)
    assert comment.startswith(f"{NOTE} [")
    assert review_in([comment], "Landing", ["Landung"]) == ANNA
    assert review_in([comment], "Landing in Komi", ["Landung"]) is None
    assert review_in([comment], "Landing", ["Die Landung"]) is None
    assert sealed([comment], "Landing", ["Landung"], fuzzy=False) == [comment]


def test_a_void_review_stays_as_a_memory() -> None:
    (comment,) = sealed([NOTE], "Landing", ["Landung"], fuzzy=False)
    assert sealed(["a note", comment], "Landing", ["Die Landung"], fuzzy=False) == ["a note", f"was {NOTE}"]
    assert sealed([comment], "Landing", ["Landung"], fuzzy=True) == [f"was {NOTE}"]
    assert past([comment]) == [f"was {NOTE}"]


def test_a_new_review_takes_the_place_of_what_was_noted_before() -> None:
    comments = ["identical", f"was {NOTE}", "unreviewed: machine-made", "reviewed: Bo Muster, 2020-01-01"]
    assert [comment.partition(" [")[0] for comment in reviewed(comments, ANNA, "A", ["A"])] == ["identical", NOTE]
