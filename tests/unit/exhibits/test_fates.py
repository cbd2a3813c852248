"""What became of a group: only what a difference states, a square for each person, and no more."""

from __future__ import annotations

import re

import pytest

from dossier import resources
from dossier.errors import LayoutError
from dossier.exhibits.fates import MOST, Fates, draw_fates, fates_of
from dossier.exhibits.voice import voice_of
from dossier.layouts import load_layout
from dossier.model.dossier import Dossier, Statement
from dossier.model.exhibit import Figure
from dossier.model.project import load_project

WIDTH = 1457.0


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load_project(resources.assets() / "articles" / "gulag-operation").dossier


def text(statement: Statement) -> str:
    return statement.text.replace("{value}", "10")


def draw(fates: Fates, height: float | None = None, *, rtl: bool = False) -> Figure:
    palette = load_layout("panels-a1").screen_palette
    return draw_fates(fates, str, WIDTH, height, palette, voice_of("en").measure, rtl=rtl, scale=3.4, least=24)


def top_of_squares(figure: Figure) -> float:
    return min(float(y) for y in re.findall(r"<path d=\"M[\d.]+[ ,]([\d.]+)", figure.svg))


def strength(dossier: Dossier, id: str, people: str) -> Dossier:
    units = tuple(unit.model_copy(update={"strength": people}) if unit.id == id else unit for unit in dossier.units)
    return dossier.model_copy(update={"units": units})


def test_it_is_the_difference_that_the_dossier_states(dossier: Dossier) -> None:
    fates = fates_of(dossier, text)
    assert fates
    assert (fates.group.id, fates.number) == ("first-group", 12)
    assert [(part.number, part.text) for part in fates.parts] == [
        (2, "Two were killed and the rest taken prisoner."),
        (10, "By subtraction, the rest numbered 10."),
    ]
    assert [part.statement.kind for part in fates.parts] == ["source", "derived"]


def test_a_number_that_is_not_exact_is_not_drawn(dossier: Dossier) -> None:
    assert fates_of(strength(dossier, "first-group", "10-12"), text) is None
    assert fates_of(strength(dossier, "first-group", "about 12"), text) is None
    assert fates_of(strength(dossier, "first-group", str(MOST + 1)), text) is None
    assert fates_of(dossier.model_copy(update={"sections": (), "uncertain": ()}), text) is None


def test_there_is_a_square_for_each_person(dossier: Dossier) -> None:
    fates = fates_of(dossier, text)
    assert fates
    figure = draw(fates)
    colours = load_layout("panels-a1").screen_palette
    fills = re.findall(r'fill="(#[0-9A-F]{6})"', figure.svg)
    assert (fills.count(colours["ink"]), fills.count(colours["accent"])) == (2, 10)
    words = [label.text.replace("\n", " ") for label in figure.labels]
    assert words == [
        "12", "First group dropped", "Two were killed and the rest taken prisoner.",
        "2", "10", "By subtraction, the rest numbered 10.",
    ]  # fmt: skip
    over, two, ten, rest = figure.labels[2:]
    assert over.y < top_of_squares(figure) < two.y == ten.y < rest.y, "what is said of both parts stands over both"
    assert (over.x, rest.x) == (0, ten.x)
    assert min(style.size for style in figure.styles) >= 24


def test_from_right_to_left_it_is_mirrored(dossier: Dossier) -> None:
    fates = fates_of(dossier, text)
    assert fates
    for label, mirrored in zip(draw(fates).labels, draw(fates, rtl=True).labels, strict=True):
        assert label.x + mirrored.x == pytest.approx(WIDTH, abs=0.01)
        assert (label.anchor, mirrored.anchor) == ("start", "end")


def test_it_is_refused_where_it_is_too_high(dossier: Dossier) -> None:
    fates = fates_of(dossier, text)
    assert fates
    with pytest.raises(LayoutError, match="more than the 200 pt"):
        draw(fates, 200)
