from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from dossier.exhibits.canvas import Box, Canvas

PALETTE = {"ink": "#1E1D1B", "accent": "#9C3D1F"}


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(100, 50.5, PALETTE)


def shapes(canvas: Canvas) -> list[dict[str, str]]:
    svg = ElementTree.fromstring(canvas.svg())
    return [dict(element.attrib) for element in svg[-1]]


def test_size_and_view_box_are_points(canvas: Canvas) -> None:
    svg = ElementTree.fromstring(canvas.svg())
    assert svg.attrib == {"width": "100pt", "height": "50.5pt", "viewBox": "0 0 100 50.5"}


def test_line_runs_down_the_page(canvas: Canvas) -> None:
    canvas.line([(0, 0), (10.126, 5), (20, 50)], stroke="ink", width=0.75)
    assert shapes(canvas) == [{"d": "M0 0 10.13 5 20 50", "stroke": "#1E1D1B", "stroke-width": "0.75"}]


def test_several_lines_are_one_stroke(canvas: Canvas) -> None:
    canvas.line([(0, 0), (1, 0)], [(5, 0), (6, 0)], stroke="ink", width=1)
    assert shapes(canvas) == [{"d": "M0 0 1 0M5 0 6 0", "stroke": "#1E1D1B"}]


def test_dashes_are_points_whatever_the_weight(canvas: Canvas) -> None:
    canvas.line([(0, 0), (10, 0)], stroke="ink", width=0.5, dash=(3, 1.5))
    assert shapes(canvas)[0]["stroke-dasharray"] == "3,1.5"


def test_a_fill_is_explicit_and_has_no_stroke(canvas: Canvas) -> None:
    canvas.area([(0, 0), (10, 0), (10, 10)], [(2, 1), (8, 6), (8, 1)], fill="accent")
    (shape,) = shapes(canvas)
    assert shape == {"d": "M0 0 10 0 10 10zM2 1 8 6 8 1z", "fill": "#9C3D1F"}


def test_the_root_says_that_there_is_no_fill_by_default(canvas: Canvas) -> None:
    assert ElementTree.fromstring(canvas.svg())[-1].attrib["fill"] == "none"


def test_nothing_draws_nothing(canvas: Canvas) -> None:
    canvas.line(stroke="ink", width=1)
    canvas.area(fill="ink")
    assert shapes(canvas) == []


def test_disc_is_round_its_centre(canvas: Canvas) -> None:
    canvas.disc(20, 10, 2, fill="ink", stroke="accent", width=0.5)
    (shape,) = shapes(canvas)
    assert shape["d"].startswith("M20 8C")
    assert (shape["fill"], shape["stroke"], shape["stroke-width"]) == ("#1E1D1B", "#9C3D1F", "0.5")


def test_a_clip_is_in_points_from_the_top(canvas: Canvas) -> None:
    canvas.line([(0, 0), (10, 40)], stroke="ink", width=1, clip=Box(0, 5, 10, 20))
    svg = canvas.svg()
    assert '<rect x="0" y="5" width="10" height="15"/>' in svg
    name = re.findall(r"clipPath id=\"(\w+)\"", svg)
    assert shapes(canvas)[0]["clip-path"] == f"url(#{name[0]})"


def test_no_words_styles_or_metadata(canvas: Canvas) -> None:
    canvas.rect(Box(1, 1, 5, 5), fill="ink")
    names = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(canvas.svg()).iter()}
    assert names == {"svg", "g", "path"}


def test_a_colour_outside_the_palette_is_refused(canvas: Canvas) -> None:
    with pytest.raises(KeyError):
        canvas.line([(0, 0), (1, 1)], stroke="mauve", width=1)
    canvas.palette = {"ink": "#1E1D1B", "mauve": "#E0B0FF"}
    canvas.line([(0, 0), (1, 1)], stroke="mauve", width=1)
    canvas.palette = PALETTE
    with pytest.raises(ValueError, match="stroke #e0b0ff is not in the palette"):
        canvas.svg()


def test_words_are_refused(canvas: Canvas) -> None:
    canvas.figure.text(0.5, 0.5, "word", color=PALETTE["ink"])
    with pytest.raises(ValueError, match="words are labels"):
        canvas.svg()


def test_two_drawings_give_the_same_bytes() -> None:
    def draw() -> str:
        canvas = Canvas(30, 30, PALETTE)
        canvas.line([(0, 0), (30, 30)], stroke="ink", width=1, clip=Box(0, 0, 9, 9))
        canvas.disc(3, 3, 1, fill="accent")
        return canvas.svg()

    assert draw() == draw()
