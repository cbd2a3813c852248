"""A house style made as a designer makes one: a copied folder, a few values changed, and no line of Python."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pytest

from dossier import resources
from dossier.build import BuiltSet, build_layout
from dossier.model.project import load_project
from dossier.pdf.read import read_summary
from dossier.units import mm, to_mm
from tests import raid
from tests.glyphs import read_glyphs

CHANGES = (
    ("file: panels-a1", "file: house"),
    ("sheet: {width: 594, height: 841}", "sheet: {width: 700, height: 1000}"),
    ("title: {weight: 300, distance", "title: {weight: 600, colour: accent, distance"),
    ("      title: {x: 40, y: 24, width: 514, height: 133", "      title: {x: 100, y: 24, width: 560, height: 133"),
)
PALETTE = 'accent: {srgb: "#0B5D4B", ink: [80, 10, 60, 20]}\n'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltSet:
    folder = raid.write(tmp_path_factory.mktemp("house"))
    house = folder / "layouts" / "house"
    shutil.copytree(resources.layouts() / "panels-a1", house)
    text = (house / "layout.yaml").read_text()
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new)
    (house / "layout.yaml").write_text(text[: text.index("  zones:\n")])  # two panels are enough for them
    (house / "palette.yaml").write_text(PALETTE)
    return build_layout(load_project(folder), "en", "house", folder / "output")


@pytest.fixture(scope="module")
def plan(built: BuiltSet) -> Path:
    return next(file.path for file in built.files if file.path.stem == "02-plan")


def test_the_set_is_what_the_copy_says(built: BuiltSet) -> None:
    assert [file.path.stem for file in built.files] == ["01-introduction", "02-plan"]
    for file in built.files:
        assert file.path.parts[-3:-1] == ("en", "house")
        (page,) = read_summary(file.path).pages
        assert page.trim
        assert (to_mm(page.trim.width), to_mm(page.trim.height)) == pytest.approx((700, 1000), abs=0.01)


def test_the_title_has_the_weight_the_colour_and_the_place_it_was_given(plan: Path) -> None:
    with pikepdf.open(plan) as document:
        fonts = {str(each["/BaseFont"]) for each in document.objects
                 if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each}  # fmt: skip
        streams = b"\n".join(each.read_bytes() for each in document.objects if isinstance(each, pikepdf.Stream))
    assert any("Spectral-Semi-Bold" in name or "Spectral-SemiBold" in name for name in fonts), fonts
    assert re.search(rb"(?:0)?\.80* 0?\.10* 0?\.60* 0?\.20* (?:scn|k)", streams), "the accent's new inks"
    assert not re.search(rb"0?\.10* 0?\.780* 0?\.920* 0?\.30* (?:scn|SCN|k)", streams), "the accent that was replaced"
    (page,) = read_summary(plan).pages
    assert page.trim
    upper = page.media.height - page.trim.top + mm(24 + 60)
    title = [glyph for glyph in read_glyphs(plan) if mm(20) < glyph.x < mm(680) and glyph.bottom < upper]
    assert min(glyph.left for glyph in title) == pytest.approx(mm(100), abs=mm(3))
