"""Markup goes to translators as numbers and comes back whole; a translation that breaks its text is told how."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.locales.placeholders import fault, meanings, numbered, restored

MARKED = "In *Gazeta* of 2004, [the map](#map) shows {value}, [{value} of them](#all-2) twice."
NUMBERED = "In <1>Gazeta</1> of 2004, <2>the map</2> shows {3}, <4>{5} of them</4> twice."


def test_markup_is_numbered_in_the_order_in_which_it_stands() -> None:
    assert numbered(MARKED) == NUMBERED
    assert meanings(MARKED) == (
        "<1>: emphasis",
        "<2>: a link to map",
        "{3}: a number that the program works out",
        "<4>: a link to all-2",
        "{5}: a number that the program works out",
    )


def test_a_translation_may_order_its_words_otherwise() -> None:
    translation = "<4>Davon {5}</4> und {3} zeigt <2>die Karte</2>; <1>Gaseta</1>, 2004."
    assert not fault(translation, NUMBERED)
    assert restored(translation, MARKED) == (
        "[Davon {value}](#all-2) und {value} zeigt [die Karte](#map); *Gaseta*, 2004."
    )


@given(
    st.lists(
        st.sampled_from(["*a*", "[b](#c-d)", "{value}", " ", "x", "<1>", "</1>", "{2}", "*", "[", "é"]), max_size=12
    )
)
def test_every_text_comes_back_as_it_was(parts: list[str]) -> None:
    text = "".join(parts)
    assert restored(numbered(text), text) == text
    assert fault(numbered(text), numbered(text)) is None


@pytest.mark.parametrize(
    ("translation", "says"),
    [
        ("In <1>Gaseta</1> zeigt <2>die Karte</2> {3}.", "the placeholder </4> of the text is missing"),
        (f"{NUMBERED} <1>x</1>", "the placeholder </1> stands there more than once"),
        (f"{NUMBERED} {{9}}", "the text has no placeholder {9}"),
        (f"{NUMBERED} {{value}}", "the text has no placeholder {value}"),
        (NUMBERED.replace("<1>Gazeta</1>", "<1></1>Gazeta"), "there are no words in <1></1>"),
        (NUMBERED.replace("<1>Gazeta</1>", "</1>Gazeta<1>"), "the placeholder </1> stands in the wrong place"),
        (NUMBERED.replace("</1> of 2004, <2>", "<2> of 2004, </1>"), "the placeholder <2> stands in the wrong place"),
        (NUMBERED.replace("Gazeta", "Ga*zeta"), "the words in <1></1> hold * or ]"),
        (f"{NUMBERED} *so*", "'*so*' is markup that the text does not have"),
        (f"{NUMBERED} [x](#map)", "'[x](#map)' is markup that the text does not have"),
        (f"{NUMBERED} <b>x", "'<b>' is markup that the text does not have"),
        (f"{NUMBERED} &lt;", "'&lt;' is markup that the text does not have"),
        (f"{NUMBERED} {{x.__class__}}", "'{' is markup that the text does not have"),
        (f"{NUMBERED} \u202e", "it has the control character U+202E"),
        (f"{NUMBERED} \u2066", "it has the control character U+2066"),
        (f"{NUMBERED} \x07", "it has the control character U+0007"),
        (f"{NUMBERED}\n", "it has a line break that the text does not have"),
        (NUMBERED + " и" * 450, "it is more than 10 times too long: 977 characters for a text of 77"),
    ],
)
def test_what_breaks_a_text_is_said_with_what_to_do(translation: str, says: str) -> None:
    found = fault(translation, NUMBERED)
    assert found is not None
    problem, hint = found
    assert problem == says
    assert hint


@pytest.mark.parametrize(
    ("translation", "text"),
    [
        ("5 < 6 & 7", "5 < 6 & 7"),
        ("\u200fنص\u200e B", "text B"),  # marks reach no further than where they stand
        ("می\u200cشود", "becomes"),
        ("* Anmerkung", "* note"),
        ("Д" * 100, "A"),
        ("vom {start} bis {end}", "{start} to {end}"),
        ("{first}-luku", "{ordinal} century"),
        ("lata {years}", "{year}s"),
        ("начала {of_date}", "{part}"),
        ("a\nb", "c\nd"),
    ],
)
def test_what_languages_need_is_allowed(translation: str, text: str) -> None:
    assert fault(translation, text) is None


def test_a_plural_form_may_leave_the_number_out() -> None:
    assert fault("نصان", "{count} texts", may_lack=True) is None
    assert fault("{total}", "{count} texts", may_lack=True) is not None
