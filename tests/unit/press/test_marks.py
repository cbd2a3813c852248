"""The press sheet as data: where marks may lie, and what is said where there is no room for them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from dossier.errors import LayoutError
from dossier.press import bar
from dossier.press.marks import MARKS, PressSheet, draw_sheet
from dossier.units import mm, to_mm

A1 = PressSheet(mm(594), mm(841), bleed=mm(5), slug=mm(15), marks=MARKS["full"])


def content(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        return document.pages[0].Contents.read_bytes()


def test_the_page_reaches_from_slug_to_slug() -> None:
    with pikepdf.open(BytesIO(draw_sheet(A1))) as document:
        (page,) = document.pages
        assert [round(to_mm(float(length)), 3) for length in page.mediabox] == [0, 0, 624, 871]


@pytest.mark.parametrize(("name", "lines"), [("none", 0), ("crops", 8), ("full", 16)])
def test_lines_of_each_kind_of_sheet(name: str, lines: int) -> None:
    drawn = content(draw_sheet(replace(A1, marks=MARKS[name])))
    assert drawn.count(b" l S") == lines  # 8 crop marks, a cross of two lines on each side
    assert (b"/All CS" in drawn) is (name != "none")
    assert (b" re f" in drawn) is (name == "full")


def test_the_cut_contour_is_a_line_on_the_trim_that_overprints() -> None:
    pdf = draw_sheet(replace(A1, marks=replace(MARKS["none"], cut_contour=True)))
    lines = content(pdf).split(b"\n")
    assert b"1 0 0 1 42.51969 42.51969 cm" in lines  # 15 mm
    assert b".25 w" in lines
    assert b"n 0 0 1683.78 2383.937 re S" in lines  # 594 x 841 mm
    with pikepdf.open(BytesIO(pdf)) as document:
        resources = document.pages[0].Resources
        states = {str(key): str(value) for entry in resources.ExtGState.values() for key, value in entry.items()}
        assert states == {"/OP": "True", "/OPM": "1"}
        assert [str(part) for part in resources.ColorSpace.CutContour][:3] == [
            "/Separation",
            "/CutContour",
            "/DeviceCMYK",
        ]


def test_no_font_is_named_that_is_not_embedded() -> None:
    with pikepdf.open(BytesIO(draw_sheet(A1))) as document:
        assert not document.pages[0].Resources.get("/Font", {}).keys()
        assert b"BT" not in document.pages[0].Contents.read_bytes()


def test_same_bytes_twice() -> None:
    assert draw_sheet(A1) == draw_sheet(A1)


def test_the_slug_line_lies_below_the_bleed_and_left_of_the_register_mark() -> None:
    box = A1.slug_line
    assert box is not None
    assert [round(to_mm(length), 3) for length in (box.left, box.bottom, box.right, box.top)] == [2, -12, 292, -6]


def test_without_a_register_mark_the_slug_line_is_as_long_as_the_sheet_is_wide() -> None:
    box = replace(A1, marks=MARKS["crops"]).slug_line
    assert box is not None
    assert round(to_mm(box.right), 3) == 592


def test_a_narrow_slug_has_no_room_for_words() -> None:
    assert PressSheet(mm(594), mm(841), bleed=mm(5), slug=mm(11.9), marks=MARKS["none"]).slug_line is None


def test_the_bar_has_each_ink_solid_and_tinted_and_a_grey_of_three_layers() -> None:
    assert bar.PATCHES[:4] == (((100, 0, 0, 0),), ((0, 100, 0, 0),), ((0, 0, 100, 0),), ((0, 0, 0, 100),))
    assert ((0, 0, 0, 50),) in bar.PATCHES
    assert ((0, 0, 0, 25),) in bar.PATCHES
    assert bar.PATCHES[bar.PATCHES.index(((0, 0, 0, 50),)) + 1] == ((50, 0, 0, 0), (0, 40, 0, 0), (0, 0, 40, 0))
    assert max(sum(map(sum, layers)) for layers in bar.PATCHES) == 200


def test_marks_that_the_slug_has_no_room_for() -> None:
    with pytest.raises(LayoutError, match=r"the slug reaches 11\.0 mm beyond the trim, its marks need 12\.0 mm") as e:
        draw_sheet(replace(A1, slug=mm(11)))
    assert e.value.hint == "Widen the slug, or choose fewer marks for this layout."
    assert draw_sheet(replace(A1, slug=mm(5), marks=MARKS["none"]))


def test_a_slug_within_the_bleed() -> None:
    with pytest.raises(LayoutError, match=r"the slug reaches 4\.0 mm beyond the trim, its marks need 5\.0 mm"):
        draw_sheet(replace(A1, slug=mm(4), marks=MARKS["none"]))


def test_a_sheet_too_small_for_the_colour_bar() -> None:
    with pytest.raises(LayoutError, match="no side of the sheet has room for the colour bar of 80 mm"):
        draw_sheet(replace(A1, width=mm(150), height=mm(170)))
