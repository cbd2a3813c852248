"""Even lines: no line more than in the full width, and no word alone on the last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.exhibits.voice import voice_of
from dossier.model.exhibit import LabelStyle
from dossier.typeset.balance import even_measure

MEASURE = voice_of("en").measure
STYLE = LabelStyle("title", "serif", 120, 300)


def lines(text: str, width: float) -> tuple[str, ...]:
    return MEASURE.wrap(text, STYLE, width)


def test_a_word_alone_is_taken_care_of() -> None:
    title = "Three zones between the Northern Dvina and the Yenisey"
    assert lines(title, 1457)[-1] == "Yenisey"
    assert lines(title, even_measure(title, STYLE, 1457, MEASURE)) == (
        "Three zones between", "the Northern Dvina", "and the Yenisey",
    )  # fmt: skip


def test_a_single_line_keeps_the_full_width() -> None:
    assert even_measure("Komi", STYLE, 1457, MEASURE) == 1457


def test_letters_that_the_face_lacks_leave_the_width_as_it_is() -> None:
    assert even_measure("三つの地域 " * 20, STYLE, 1457, MEASURE) == 1457


@given(st.lists(st.sampled_from("a the Dvina operation prisoners conscripted of war".split()), min_size=1, max_size=14),
       st.floats(700, 1600))  # fmt: skip
def test_it_never_takes_a_line_more(words: list[str], width: float) -> None:
    text = " ".join(words)
    even = even_measure(text, STYLE, width, MEASURE)
    assert even <= width
    assert len(lines(text, even)) == len(lines(text, width))
    assert max(MEASURE.width(line, STYLE) for line in lines(text, even)) <= even + 0.01


@pytest.mark.parametrize("width", [300, 2000])
def test_a_word_that_is_too_wide_stays_too_wide(width: float) -> None:
    assert even_measure("Unterstützungsgruppe der Unterstützungsgruppe", STYLE, width, MEASURE) <= width


def test_no_phrase_is_broken() -> None:
    title = "12人からなる最初の一グループがコミに降下した"
    measure = voice_of("ja").measure
    lines = measure.wrap(title, STYLE, even_measure(title, STYLE, 1457, measure))
    assert lines == ("12人からなる", "最初の一グループが", "コミに降下した")
