"""The key of a figure: as few lines as it needs, and none of them with a sign alone that others could join."""

from __future__ import annotations

import pytest

from dossier.exhibits.canvas import Canvas
from dossier.exhibits.key import Key, Sign, lay_key
from dossier.exhibits.voice import voice_of
from dossier.model.exhibit import LabelStyle

MEASURE = voice_of("ru").measure
STYLE = LabelStyle("key", "sans", 30)
WORDS = ("точный день", "приблизительно", "только порядок", "увеличено", "осуществлено", "запланировано")


def paint(canvas: Canvas, x: float, y: float, unit: float) -> None:
    """Draw nothing."""


def lay(words: tuple[str, ...], width: float) -> Key:
    return lay_key([Sign(each, paint) for each in words], STYLE, width, 3.0, MEASURE)


def lines(key: Key) -> list[list[str]]:
    heights = dict.fromkeys(y for _, _, y in key.places)
    return [[sign.words for sign, _, at in key.places if at == y] for y in heights]


@pytest.mark.parametrize(("width", "shape"), [(3000, [6]), (1400, [3, 3]), (1100, [3, 3]), (700, [2, 2, 2])])
def test_lines_are_even(width: float, shape: list[int]) -> None:
    key = lay(WORDS, width)
    assert [len(line) for line in lines(key)] == shape
    assert [word for line in lines(key) for word in line] == list(WORDS)
    assert key.height == 13 * 3 * len(shape)
    for sign, x, _ in key.places:
        assert x + 10 * 3 + MEASURE.width(sign.words, STYLE) <= width + 0.01


def test_a_sign_that_is_too_wide_stands_alone() -> None:
    assert lines(lay(WORDS, 100)) == [[word] for word in WORDS]


def test_no_signs_no_key() -> None:
    assert lay((), 1000) == Key((), STYLE, 3.0, 0.0)
