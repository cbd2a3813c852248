"""Object labels, built once and read back: one size for all, words within their label, marks outside of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.build import BuiltSet, build_layout, compose_edition
from dossier.errors import LayoutError
from dossier.model.layout import LabelGrid
from dossier.model.project import Project, load_project
from dossier.pdf.read import read_summary
from dossier.pdf.text import normalise, read_passages, text_of
from dossier.typeset.labels import cut_marks, label_sheets
from dossier.units import mm, to_mm
from tests import raid
from tests.glyphs import read_glyphs

GRID = LabelGrid(width=130, height=92, columns=2, rows=2)


@pytest.fixture(scope="module")
def built(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> BuiltSet:
    return build_layout(bundled, "en", "labels", tmp_path_factory.mktemp("labels"), strict=True)


def test_there_is_one_file_with_as_many_sheets_as_it_takes(built: BuiltSet) -> None:
    (file,) = built.files
    assert file.path.parts[-2:] == ("en", "labels.pdf")
    assert file.pages == 6  # 2 people, 4 units, 3 zones, 13 events, 2 sources: 24 labels, four to a sheet
    for page in read_summary(file.path).pages:
        assert (to_mm(page.media.width), to_mm(page.media.height)) == pytest.approx((297, 210), abs=0.01)
    assert [finding for finding in built.diagnostics if finding.severity != "info"] == []


def test_each_label_says_what_it_is_and_what_it_rests_on(built: BuiltSet) -> None:
    words = normalise(text_of(read_passages(built.files[0].path)))
    for text in (
        "Support (medical) group A female support (medical) group of 20 people A B Melenberg, ‘Desant na GULAG’.",
        "2 June 1943 First group of twelve dropped in Komi",
        "After the war Executed by the Soviet authorities, into whose custody he had been transferred (both)",
        "reference. Calendar: the surrender took effect on 8 May 1945",
    ):
        assert normalise(text) in words


def test_words_stand_within_their_label_at_one_size(built: BuiltSet) -> None:
    glyphs = list(read_glyphs(built.files[0].path))
    columns = [(16 + 6, 16 + 130 - 6), (151 + 6, 151 + 130 - 6)]
    rows = [(10.5 + 6, 10.5 + 92 - 6), (107.5 + 6, 107.5 + 92 - 6)]
    for glyph in glyphs:
        assert any(mm(left) - 1 < glyph.left < glyph.right < mm(right) + 1 for left, right in columns), glyph
        assert any(mm(top) - 1 < glyph.top < glyph.bottom < mm(bottom) + 1 for top, bottom in rows), glyph
    # Spectral has an x-height of 0.450 em; AIM asks for 16 pt.
    heights = {round((glyph.bottom - glyph.top) / 0.450) for glyph in glyphs if glyph.text == "x" and glyph.page == 5}
    assert max(heights) >= 16


def test_cut_marks_stand_outside_of_every_label() -> None:
    left, top = 16.0, 10.5
    labels = [
        (left + column * 135, top + row * 97, left + column * 135 + 130, top + row * 97 + 92)
        for row in range(2)
        for column in range(2)
    ]
    marks = list(cut_marks(GRID, left, top))
    assert len(marks) == 4 * 4 + 4 * 4
    for x, y, width, height in marks:
        assert (width == 0) != (height == 0)
        assert x > 0
        assert y > 0
        for x0, y0, x1, y1 in labels:
            assert x + width <= x0 or x >= x1 or y + height <= y0 or y >= y1
    assert {x for x, _, width, _ in marks if not width} == {16, 146, 151, 281}
    assert {y for _, y, _, height in marks if not height} == {10.5, 102.5, 107.5, 199.5}


def test_from_right_to_left_the_first_label_stands_on_the_right(bundled: Project) -> None:
    (first, *_) = label_sheets(compose_edition(bundled, "ar", "labels").composition)
    assert [label.x for label in first.labels] == [151, 16, 151, 16]


WORDY = ("text: Two groups were planned.", "text: " + "Two groups were planned, and so on. " * 14)


def test_too_many_words_are_named_and_counted(tmp_path: Path) -> None:
    project = load_project(raid.write(tmp_path, WORDY))
    built = build_layout(project, "en", "labels-letter", tmp_path / "out")
    found = {finding.code: finding for finding in built.diagnostics}
    assert "label groups" in found["overset"].message
    assert "16.0 pt, the smallest size that the layout allows" in found["overset"].message
    assert "98 words on the label groups; at most 50" in found["label-words"].message
    with pytest.raises(LayoutError, match="label groups"):
        build_layout(project, "en", "labels-letter", tmp_path / "strict", strict=True)
    assert not (tmp_path / "strict").exists()
