"""The map on a sheet for a wall: all of it on one page, nothing printed over anything, and no more than fits."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from dossier.build import build_layout
from dossier.errors import LayoutError, UsageError
from dossier.model.project import Project, load_project
from dossier.pdf.read import read_summary
from dossier.proof import fitting
from tests import raid
from tests.glyphs import Glyph, read_glyphs

SAME_LINE, LEADING = 3.0, 16.0
"""Baselines of letters on one line differ by less than the one, those of two lines by more than the other, pt."""


@pytest.mark.parametrize("tag", ["de", "fi"])
def test_the_credits_stand_below_the_caption(bundled: Project, tmp_path: Path, tag: str) -> None:
    (file,) = build_layout(bundled, tag, "map-a1", tmp_path).files
    assert file.pages == 1
    (page,) = read_summary(file.path).pages
    assert page.trim
    foot = page.trim.top - 0.15 * page.trim.height
    letters = [glyph for glyph in read_glyphs(file.path) if glyph.text.isalpha() and glyph.y > foot]
    assert len(letters) > 300
    assert [(one.text, two.text) for one, two in combinations(letters, 2) if printed_over(one, two)] == []


def printed_over(one: Glyph, two: Glyph) -> bool:
    """Tell whether letters of two lines stand in one place; those of one line may reach into each other."""
    apart = abs(one.y - two.y)
    across = min(one.right, two.right) - max(one.left, two.left)
    down = min(one.bottom, two.bottom) - max(one.top, two.top)
    return SAME_LINE < apart < LEADING and across > 1 and down > 1


def test_a_sheet_that_runs_on_is_named(tmp_path: Path) -> None:
    folder = raid.write(tmp_path)
    layout = folder / "layouts" / "short"
    layout.mkdir(parents=True)
    (layout / "layout.yaml").write_text("layout: 1\nextends: dossier\nfile: short.pdf\npages: 1\n")
    project = load_project(folder)
    built = build_layout(project, "en", "short", tmp_path / "out")
    (finding,) = [finding for finding in built.diagnostics if finding.code == "overset"]
    assert f"need {built.files[0].pages} pages, and the layout allows 1" in finding.message
    with pytest.raises(LayoutError, match="the layout allows 1"):
        build_layout(project, "en", "short", tmp_path / "strict", strict=True)
    assert not (tmp_path / "strict").exists()


@pytest.mark.parametrize("layout", ["map-a1", "labels", "dossier"])
def test_only_panels_are_fitted(bundled: Project, layout: str) -> None:
    with pytest.raises(UsageError, match=f"the layout '{layout}' has no panels"):
        fitting(bundled, "en", layout)
