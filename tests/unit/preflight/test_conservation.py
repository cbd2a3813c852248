"""Texts that are looked for in what was read from pages; what is altered has to be missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.pdf.text import Passage
from dossier.preflight.conservation import missing

LANDING = "Twelve men were dropped near a railway in the Komi ASSR on 2 June 1943."


def passage(text: str, *, note: bool = False, language: str = "en") -> Passage:
    return Passage(1, ("Document", "Note" if note else "P"), text, language)


def lost(text: str, *passages: Passage) -> bool:
    return bool(missing([("landing.text", text)], passages))


@pytest.mark.parametrize(
    "page",
    [
        LANDING,
        "Twelve men were dropped near a rail\u2010\nway in the Komi ASSR on\n2 June 1943.",
        "TWELVE MEN WERE DROPPED NEAR A RAILWAY IN THE KOMI ASSR ON 2 JUNE 1943.",
        f"Before. {LANDING} 1 After.",
        "Twelve men were dropped near a railway in the Komi\u00a0ASSR on 2\u202fJune\u00a01943.",
    ],
    ids=["as it was", "broken into lines", "in capitals", "among others", "with other spaces"],
)
def test_what_typesetting_may_do(page: str) -> None:
    assert not lost(LANDING, passage(page))


@pytest.mark.parametrize(
    "page",
    [
        LANDING.replace("near ", ""),
        LANDING.replace("railway", "rialway"),
        LANDING.replace("Twelve", "Ten"),
        LANDING.replace("2 June", "3 June"),
        LANDING.removesuffix("."),
        LANDING.replace("men were", "were men"),
        "",
    ],
    ids=[
        "a word dropped",
        "two letters swapped",
        "a number changed",
        "a digit changed",
        "cut",
        "words swapped",
        "no text",
    ],
)
def test_what_it_may_not_do(page: str) -> None:
    assert lost(LANDING, passage(page))


def test_a_paragraph_goes_on_after_the_notes_of_its_first_page() -> None:
    halves = (passage("Twelve men were dropped near a railway"), passage("in the Komi ASSR on 2 June 1943."))
    assert not lost(LANDING, halves[0], passage("1. Parrish 2004, p. 44.", note=True), halves[1])
    assert lost(LANDING, halves[1], halves[0])


def test_a_short_text_is_not_found_inside_a_word() -> None:
    assert lost("art", passage("The party was small."))
    assert lost("12", passage("It was 1123."))
    assert not lost("12", passage("It was 12, not 13."))
    assert not lost("rail", passage("rail-road"))


def test_scripts_without_spaces_have_no_word_bounds() -> None:
    assert not lost("作戦計画", passage("これは作戦計画である。", language="ja"))
    assert lost("作戦計画", passage("これは作戦の計画である。", language="ja"))


def test_right_to_left() -> None:
    text = "نحو 150–155 رجلا."
    assert not lost(text, passage(f"قبل. {text} بعد.", language="ar"))
    assert lost(text, passage("نحو 155–150 رجلا.", language="ar"))


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("יום הגישה", "העמוד, הכותרת ויום הגישה."),
        ("1943", "ב־1942 ו־1943."),
        ("NKVD", "הגסטפו ו-NKVD."),
        ("المجموعة الثانية", "المجموعة الأولى والمجموعة الثانية."),
    ],
)
def test_a_word_may_have_and_written_onto_it(text: str, page: str) -> None:
    assert not lost(text, passage(page))


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("יום", "היום."),  # "the day" is another text, and so is what only has the letter inside
        ("ים", "דרום, דוים."),
        ("عد", "وعده."),
        ("طن", "موطن."),
    ],
)
def test_no_other_letter_may_be_written_onto_it(text: str, page: str) -> None:
    assert lost(text, passage(page))


def test_it_is_said_how_far_a_text_is_there() -> None:
    (finding,) = missing([("landing.text", LANDING)], [passage("Twelve men were dropped near the river.")])
    assert (finding.rule, finding.severity, finding.object) == ("conservation", "error", "landing.text")
    assert "“a railway in the Komi ASSR on 2 June…”" in finding.message
    assert finding.hint == "it is there up to “Twelve men were dropped near”"
    (unknown,) = missing([("x", "Melenberg")], [passage("Parrish")])
    assert unknown.hint == "not even its first word is there"


def test_empty_texts_are_not_looked_for() -> None:
    assert missing([("a", ""), ("b", " \u00ad ")], []) == ()


words = st.lists(st.text("abcde", min_size=1, max_size=6), min_size=2, max_size=12)


@given(words, words, words)
def test_a_text_is_found_among_others(before: list[str], text: list[str], after: list[str]) -> None:
    assert not lost(" ".join(text), passage(" ".join([*before, *text, *after])))


@given(words)
def test_a_text_that_lost_a_word_is_missed(text: list[str]) -> None:
    assert lost(" ".join(text), passage(" ".join(text[1:])))
