"""Frames, roles, colours and variables of a layout that do not fit together: refused, with the line that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.errors import LayoutError
from dossier.layouts import load_layout
from dossier.model.geometry import faults

SET = """\
layout: 1
extends: panels-a1
file: house
panels:
  plan:
    frames:
      {frames}
"""


def house(folder: Path, layout: str, **files: str) -> Path:
    path = folder / "house"
    path.mkdir()
    (path / "layout.yaml").write_text(layout)
    for name, text in files.items():
        (path / name.replace("_", ".")).write_text(text)
    return path


def refused(folder: Path) -> LayoutError:
    with pytest.raises(LayoutError) as caught:
        load_layout("house", (folder,))
    assert caught.value.exit_code == 5
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("frames", "says"),
    [
        ("exhibit: {y: 250}", "frames overview and exhibit of panel plan overlap"),
        ("title: {x: -5.5}", "frame title of panel plan reaches 0.5 mm beyond the sheet and its bleed"),
        ("foot: {y: 800}", "frame foot of panel plan reaches 10 mm beyond the sheet and its bleed"),
        ("text: {role: prose}", "frame text of panel plan has the role 'prose', which is not among: headline, title"),
    ],
)
def test_a_frame_that_does_not_fit_is_named_with_its_line(tmp_path: Path, frames: str, says: str) -> None:
    folder = house(tmp_path, SET.format(frames=frames))
    error = refused(tmp_path)
    assert says in error.message
    assert error.where
    assert (error.where.path, error.where.line) == (folder / "layout.yaml", 7)


def test_a_frame_may_reach_to_the_end_of_the_bleed(tmp_path: Path) -> None:
    house(tmp_path, SET.format(frames="title: {x: 85}"))
    frame = load_layout("house", (tmp_path,)).data.panels["plan"].frames["title"]
    assert frame.x + frame.width == 594 + 5


def test_what_is_inherited_is_looked_up_where_it_was_written(tmp_path: Path) -> None:
    house(tmp_path, "layout: 1\nextends: panels-a1\nfile: house\nsheet: {width: 500, height: 841}\n")
    error = refused(tmp_path)
    assert error.where
    assert error.where.path
    assert error.where.path.parts[-2:] == ("panels-a1", "layout.yaml")
    written = error.where.path.read_text().splitlines()[(error.where.line or 0) - 1]
    assert written.strip().startswith("exhibit: {x: -5, y: -5, width: 604")


def test_a_bilingual_sheet_has_half_of_its_width_for_each_side(tmp_path: Path) -> None:
    house(tmp_path, SET.format(frames="title: {x: 81}").replace("panels-a1", "panels-a1-bilingual"))
    error = refused(tmp_path)
    assert "frame title of panel plan reaches 1 mm beyond" in error.message
    assert "594 x 841" in error.hint


def test_a_role_in_an_unknown_colour_is_refused(tmp_path: Path) -> None:
    folder = house(tmp_path, "layout: 1\nextends: panels-a1\nfile: house\ntype:\n  body: {colour: violet}\n")
    error = refused(tmp_path)
    assert error.message == "no swatch is called 'violet'"
    assert "accent-2" in error.hint
    assert error.where
    assert (error.where.path, error.where.line) == (folder / "layout.yaml", 5)


def test_a_style_sheet_with_an_unknown_variable_is_refused(tmp_path: Path) -> None:
    css = "h1 {\n  color: var(--acccent);\n  --own: 1pt; margin: var(--own) var(--gap);\n}\n"
    folder = house(tmp_path, "layout: 1\nextends: panels-a1\nfile: house\n", style_css=css)
    error = refused(tmp_path)
    assert (error.message, error.hint) == ("no swatch and no variable is called 'acccent'", "Did you mean 'accent'?")
    assert error.where
    assert (error.where.path, error.where.line) == (folder / "style.css", 2)
    (folder / "style.css").write_text(css.replace("acccent", "accent"))
    load_layout("house", (tmp_path,))


@pytest.mark.parametrize(
    ("labels", "says"),
    [
        ("{columns: 3}", "the labels take 400 x 189 mm, the sheet has 297 x 210 mm"),
        ("{rows: 3}", "the labels take 265 x 286 mm"),
        ("{padding: 45}", "the padding leaves a label no room for words"),
        ("{of: [weapons]}", "'people', 'units', 'zones', 'events' or 'sources'"),
    ],
)
def test_labels_that_do_not_fit_are_refused(tmp_path: Path, labels: str, says: str) -> None:
    folder = house(tmp_path, f"layout: 1\nextends: labels\nfile: house.pdf\nlabels:\n  {labels[1:-1]}\n")
    error = refused(tmp_path)
    assert says in error.message
    assert error.where
    assert (error.where.path, error.where.line is not None) == (folder / "layout.yaml", True)


def test_bundled_layouts_have_no_fault() -> None:
    for name in ("panels-a1", "panels-24x36in", "banner-850x2000", "panels-a1-bilingual", "labels", "labels-letter"):
        layout = load_layout(name)
        assert list(faults(layout.data, layout.palette)) == []


def test_nothing_important_stands_low_on_a_roll_up() -> None:
    """Below knee height, 500 mm above the floor, stand notes and rights only; in the cassette's 200 mm nothing."""
    for id, panel in load_layout("banner-850x2000").data.panels.items():
        for name, frame in panel.frames.items():
            low = 1500 if name not in ("notes", "foot") else 1800
            assert frame.y + frame.height <= low, f"{id}/{name}"
