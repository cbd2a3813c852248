"""Every layout in both pseudo-locales: nothing of a text is lost where it is longer, or runs the other way."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier import resources
from dossier.build import build_layout
from dossier.layouts import load_layout
from dossier.model.project import load_project
from tests.raid import write

LAYOUTS = sorted(folder.name for folder in resources.layouts().iterdir() if (folder / "layout.yaml").is_file())


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_can_be_built_in_a_pseudo_locale(layout: str, tag: str, tmp_path: Path) -> None:
    project = load_project(write(tmp_path / "raid"))
    languages = f"en+{tag}" if load_layout(layout, ()).data.bilingual else tag
    built = build_layout(project, languages, layout, tmp_path / "out")
    assert built.files
    assert all(file.path.stat().st_size > 1000 and file.pages for file in built.files)
    assert [finding for finding in built.diagnostics if finding.severity == "error"] == []
