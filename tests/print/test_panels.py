"""A set of panels, built once and read back: a file a panel, boxes, inks, words, proofs, and text that is too long."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from dossier.build import BuiltSet, build_panels, compose_edition
from dossier.errors import LayoutError
from dossier.layouts import load_layout
from dossier.model.project import Project, load_project
from dossier.pdf.colours import read_colours
from dossier.pdf.read import read_summary
from dossier.pdf.text import normalise, read_passages, text_of
from dossier.typeset.pages import lay_pages
from dossier.typeset.panel_set import fit_panels
from dossier.units import to_mm

FILES = ["01-introduction", "02-plan", "03-zones", "04-chronology", "05-outcome", "06-sources"]


@pytest.fixture
def built(panels: BuiltSet) -> BuiltSet:
    return panels


def test_there_is_one_file_a_panel_with_a_proof_beside_it(built: BuiltSet) -> None:
    assert [file.path.stem for file in built.files] == FILES
    assert built.files[0].path.parts[-4:-1] == ("gulag-operation", "en", "panels-a1")
    for file in built.files:
        assert file.pages == 1
        with Image.open(file.path.with_suffix(".png")) as proof:
            assert proof.height == pytest.approx(1600, abs=1)
            assert proof.width / proof.height == pytest.approx(604 / 851, abs=0.001)


def test_boxes_are_true_to_the_layout(built: BuiltSet) -> None:
    for file in built.files:
        (page,) = read_summary(file.path).pages
        assert page.trim is not None
        assert page.bleed is not None
        assert (to_mm(page.trim.width), to_mm(page.trim.height)) == pytest.approx((594, 841), abs=0.01)
        assert (to_mm(page.bleed.width), to_mm(page.bleed.height)) == pytest.approx((604, 851), abs=0.01)


def test_inks_only(built: BuiltSet) -> None:
    for file in built.files:
        assert {colour.space for colour in read_colours(file.path)} == {"DeviceCMYK", "Separation All"}, file.path.name


def test_each_panel_says_what_it_is_for(built: BuiltSet) -> None:
    words = [normalise(text_of(read_passages(file.path))) for file in built.files]
    titles = (
        "The GULAG Operation",
        "About 150 prisoners of war were conscripted",
        "Three zones between the Northern Dvina and the Yenisey",
        "Only two days are known exactly",
        "A first group of twelve was dropped in Komi",
        "Three works, cited by text A alone",
    )
    for title, text in zip(titles, words, strict=True):
        assert normalise(title) in text
        assert normalise("CC BY-SA 4.0") in text


def test_nothing_is_overset(built: BuiltSet) -> None:
    assert [finding for finding in built.diagnostics if finding.severity != "info"] == []
    assert "panel-sentence" in {finding.code for finding in built.diagnostics}


@pytest.mark.slow
def test_text_of_140_per_cent_fits_or_is_named(bundled: Project) -> None:
    """The pseudo-locale lengthens every text by 40 %. What is not named as overset stands within its frame."""
    fitted = fit_panels(compose_edition(bundled, "en-XA", "panels-a1").composition)
    named = {(each.panel, each.frame) for each in fitted.fit.overset}
    found = [finding for finding in fitted.diagnostics if finding.code == "overset"]
    assert len(found) == len(named)
    assert all("words too many" in finding.message for finding in found)
    page = fitted.sides.page(fitted.sheets, fitted.fit.sizes, figures=False)
    places = lay_pages(page.html, page.styles, fitted.sides.fonts).places()
    frames = [(panel.key, name) for panel in fitted.panels for name, box in panel.data.frames.items() if box.role]
    over = set()
    for panel, name in frames:
        box, text = places.get(f"frame-{panel}-{name}"), places.get(f"fit-{panel}-{name}")
        if box and text and text[0].bottom > box[0].bottom + 1:
            over.add((panel, name))
    assert over <= named
    assert named <= over | {(panel, name) for panel, name in named if name in ("headline", "title")}, "a word too wide"


def test_an_exhibit_that_is_too_high_is_drawn_smaller_or_refused(bundled: Project) -> None:
    """A sheet cannot be turned over: an exhibit comes in one piece, with type that can be read, or not at all."""
    for id, exhibit in compose_edition(bundled, "de", "panels-a1").composition.exhibits.items():
        (figure,) = exhibit.figures
        room = load_layout("panels-a1").data.figures[id]
        assert room.height
        assert to_mm(figure.height) <= room.height
        assert min(style.size for style in figure.styles) >= room.least


@pytest.mark.slow
def test_strict_stops_before_anything_is_written(folder: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(folder, project)
    layout = project / "layouts" / "narrow"
    layout.mkdir(parents=True)
    (layout / "layout.yaml").write_text(
        "layout: 1\nextends: panels-a1\nfile: narrow\n"
        "panels:\n  introduction:\n    frames:\n      headline: {height: 40}\n"
    )
    with pytest.raises(LayoutError, match="headline on panel introduction"):
        build_panels(load_project(project), "en", "narrow", tmp_path / "out", strict=True)
    assert not (tmp_path / "out").exists()
