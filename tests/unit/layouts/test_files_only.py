"""A second style sheet and page size, added with files only."""

from __future__ import annotations

import re

import pikepdf
import pytest

from dossier.build import Built, build_edition
from dossier.model.project import load_project
from dossier.pdf.raster import raster
from dossier.pdf.read import read_summary
from dossier.pdf.text import read_passages, text_of
from dossier.units import mm, to_mm
from tests import raid
from tests.glyphs import read_glyphs

FILES = {
    "layout.yaml": """\
layout: 1
extends: dossier
file: dossier-a5.pdf
sheet: {width: 148, height: 210}
figures:
  chronology: {width: 112}
  organisation: {width: 112}
""",
    "palette.yaml": """\
paper: {srgb: "#EEDDCC", ink: [4, 12, 20, 0]}
accent: {srgb: "#123456", ink: [100, 70, 0, 40]}
""",
    "style.css": """\
@page {
  margin: 18mm 18mm 20mm;
  @top-left { margin-left: 0; width: 112mm }
  @bottom-left { margin-left: 0; width: 90mm }
}
html { font-size: 8.5pt; line-height: 12pt }
h2 { color: var(--accent) }
.exhibit, .exhibit h3, .exhibit .lead, .tables h3, figcaption, table { margin-inline-start: 0 }
.exhibit .eyebrow, .key dt, .lines dt, .difference h3 { position: static; width: auto }
.aside { float: none; margin: 0; width: auto }
table { width: 112mm }
""",
}
PAPER = (0xEE, 0xDD, 0xCC)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = raid.write(tmp_path_factory.mktemp("a5"))
    house = folder / "layouts" / "a5-house"
    house.mkdir(parents=True)
    for name, text in FILES.items():
        (house / name).write_text(text, encoding="utf-8")
    return build_edition(load_project(folder), "en", "a5-house", folder / "output")


def test_the_sheet_is_the_one_that_was_asked_for(built: Built) -> None:
    assert built.path.name == "dossier-a5.pdf"
    pages = read_summary(built.path).pages
    assert pages
    for page in pages:
        assert to_mm(page.media.width) == pytest.approx(148, abs=0.01)
        assert to_mm(page.media.height) == pytest.approx(210, abs=0.01)


def test_swatches_of_the_palette_are_on_every_page_and_in_headings(built: Built) -> None:
    for number in range(built.pages):
        assert raster(built.path, number).getpixel((3, 3)) == PAPER
    painted = {tuple(round(float(part) * 255) for part in colour.split()) for colour in found(rb"([\d. ]+) rg", built)}
    assert painted >= {PAPER, (0x12, 0x34, 0x56)}
    assert (0x9C, 0x3D, 0x1F) not in painted, "the accent that the palette replaces"


def test_the_style_sheet_has_the_last_word(built: Built) -> None:
    sizes = {round(float(size) * 0.75, 2) for size in found(rb"([\d.]+) Tf", built)}  # the file has CSS px
    assert 8.5 in sizes


def test_nothing_is_lost_on_the_smaller_sheet(built: Built) -> None:
    printed = text_of(read_passages(built.path)).replace("\n", " ")
    edges = [(glyph.left, glyph.right) for glyph in read_glyphs(built.path)]
    assert min(left for left, _ in edges) >= mm(18) - 1
    assert max(right for _, right in edges) <= mm(148 - 18) + 1
    for words in ("Twelve men landed", "The plan was given up", "Two groups were planned", "112–122 people in all"):
        assert words in printed


def found(pattern: bytes, built: Built) -> set[bytes]:
    """Return what a pattern finds in the streams of a file."""
    with pikepdf.open(built.path) as document:
        streams = [each.read_bytes() for each in document.objects if isinstance(each, pikepdf.Stream)]
    return {match for stream in streams for match in re.findall(pattern, stream)}
