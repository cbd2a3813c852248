"""Press sheets on artwork: boxes, what is drawn where, and on which plate (Ghostscript's tiffsep)."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from dossier.errors import LayoutError
from dossier.locales.fonts import fonts_for
from dossier.locales.locale import locale
from dossier.pdf.colours import read_colours
from dossier.pdf.intent import coated_offset
from dossier.pdf.overlay import Overlay, lay_on
from dossier.pdf.press import finish_press
from dossier.pdf.read import Box, read_summary
from dossier.pdf.text import normalise, read_passages, text_of
from dossier.press.marks import CUT_CONTOUR, MARKS, PressSheet, draw_sheet
from dossier.typeset.pages import set_pages
from dossier.units import mm, to_mm

Plates = dict[str, Image.Image]

DPI = 200
WIDTH, HEIGHT, BLEED, SLUG = 220, 100, 5, 15
SHEET = PressSheet(
    mm(WIDTH), mm(HEIGHT), bleed=mm(BLEED), slug=mm(SLUG), marks=replace(MARKS["full"], cut_contour=True)
)
# A tint over the whole page, 20 mm wide words, and a shape that hangs over the bleed by 30 mm.
ARTWORK = (
    "<p>KOMI</p>"
    '<div style="position: absolute; right: -40mm; top: 10mm; width: 60mm; height: 15mm;'
    ' background: device-cmyk(0 0 0.5 0)"></div>'
)
CSS = f"""
@page {{ size: {WIDTH}mm {HEIGHT}mm; bleed: {BLEED}mm; margin: 5mm; background: device-cmyk(0.4 0 0 0) }}
p {{ margin: 0; font: 700 40pt/1 'PT Sans'; color: device-cmyk(0 0 0 1) }}
"""


def typeset(body: str, css: str) -> bytes:
    html = f'<!doctype html><html lang="en"><head><title>A drop in Komi</title></head><body>{body}</body></html>'
    return set_pages(html, (css,), fonts_for(locale("en")), archive=False).pdf


@pytest.fixture(scope="module")
def artwork() -> bytes:
    return typeset(ARTWORK, CSS)


@pytest.fixture(scope="module")
def slug_line() -> bytes:
    box = SHEET.slug_line
    assert box is not None
    css = f"""@page {{ size: {box.width}pt {box.height}pt; margin: 0 }}
              body, p {{ margin: 0; font: 7pt/9pt 'PT Sans'; color: device-cmyk(0 0 0 1) }}"""
    return typeset("<p>A drop in Komi · en · 01</p>", css)


@pytest.fixture(scope="module")
def sheeted(artwork: bytes, slug_line: bytes) -> bytes:
    box = SHEET.slug_line
    assert box is not None
    overlays = [Overlay(draw_sheet(SHEET), -mm(SLUG), -mm(SLUG)), Overlay(slug_line, box.left, box.bottom)]
    return lay_on(artwork, overlays, bleed=mm(BLEED), slug=mm(SLUG))


@pytest.fixture(scope="module")
def finished(sheeted: bytes) -> bytes:
    return finish_press(sheeted, bleed=mm(BLEED), intent=coated_offset(), created=datetime(2025, 3, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def plates(finished: bytes, tmp_path_factory: pytest.TempPathFactory) -> Plates:
    """Return the plates by ink, 255 where there is none of it."""
    folder = tmp_path_factory.mktemp("plates")
    (folder / "sheet.pdf").write_bytes(finished)
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{DPI}"]
    subprocess.run([*command, "-o", folder / "plate.tif", folder / "sheet.pdf"], check=True)
    found = {}
    for path in folder.glob("plate(*).tif"):
        with Image.open(path) as plate:
            found[path.stem.removeprefix("plate(").removesuffix(")")] = plate.copy()
    return found


def shades(plate: Image.Image, *box: float) -> tuple[int, int]:
    """Return the darkest and the lightest value in a box: mm from the trim's upper left, y downwards."""
    left, top, right, bottom = (round((length + SLUG) / 25.4 * DPI) for length in box)
    values = plate.crop((left, top, right, bottom)).tobytes()
    return min(values), max(values)


def in_mm(box: Box) -> tuple[float, ...]:
    return tuple(round(to_mm(length), 2) for length in (box.left, box.bottom, box.right, box.top))


@pytest.mark.parametrize("name", ["sheeted", "finished"])
def test_boxes_are_nested_and_true(name: str, request: pytest.FixtureRequest) -> None:
    (page,) = read_summary(request.getfixturevalue(name)).pages
    assert in_mm(page.trim) == (0, 0, 220, 100)
    assert in_mm(page.bleed) == (-5, -5, 225, 105)
    assert in_mm(page.media) == (-15, -15, 235, 115)


def test_same_bytes_twice(artwork: bytes) -> None:
    def lay() -> bytes:
        return lay_on(artwork, [Overlay(draw_sheet(SHEET), -mm(SLUG), -mm(SLUG))], bleed=mm(BLEED), slug=mm(SLUG))

    assert lay() == lay()


def test_inks_and_named_separations_only(finished: bytes) -> None:
    spaces = {use.space for use in read_colours(finished)}
    assert "DeviceRGB" not in spaces
    assert all(space == "DeviceCMYK" or space.startswith("Separation") for space in spaces), spaces


def test_no_font_is_left_out(finished: bytes) -> None:
    assert all(font.embedded for font in read_summary(finished).fonts)


def test_tags_of_what_is_laid_on_stay_behind(slug_line: bytes, finished: bytes) -> None:
    with pikepdf.open(BytesIO(slug_line)) as document:
        assert b"/MCID" in document.pages[0].Contents.read_bytes()
    with pikepdf.open(BytesIO(finished)) as document:
        forms = document.pages[0].Resources.XObject
        assert not [name for name, form in forms.items() if b"BDC" in form.read_bytes()]
        assert b"/Artifact <</Type /Page>> BDC" in document.pages[0].Contents.read_bytes()


def test_words_of_the_artwork_can_still_be_read(finished: bytes) -> None:
    assert normalise("KOMI") in normalise(text_of(read_passages(finished)))


def test_plates_are_the_four_inks_and_the_shades(plates: Plates) -> None:
    assert plates.keys() == {"Cyan", "Magenta", "Yellow", "Black", CUT_CONTOUR}


@pytest.mark.parametrize("ink", ["Cyan", "Magenta", "Yellow", "Black"])
@pytest.mark.parametrize(
    "mark",
    [
        (-12.5, -1, -6, 1),  # crop marks: beside the upper left corner,
        (-1, -12.5, 1, -6),  # above it,
        (226, 99, 232, 101),  # and beside the lower right one
        (107, -12.5, 113, -5.5),  # register marks above,
        (107, 105.5, 113, 112.5),  # below,
        (-12.5, 47, -5.5, 53),  # left
        (225.5, 47, 232.5, 53),  # and right
    ],
)
def test_marks_are_on_every_plate(plates: Plates, ink: str, mark: tuple[float, float, float, float]) -> None:
    assert shades(plates[ink], *mark)[0] < 128


def test_the_cut_contour_is_on_its_own_plate_only(plates: Plates) -> None:
    assert shades(plates[CUT_CONTOUR], -1, 40, 1, 60)[0] < 128
    assert shades(plates[CUT_CONTOUR], 100, 99, 120, 101)[0] < 128
    assert shades(plates[CUT_CONTOUR], 1, 1, WIDTH - 1, HEIGHT - 1) == (255, 255)
    assert shades(plates["Magenta"], -4, 40, 4, 60) == (255, 255)  # its stand-in is not printed
    assert shades(plates["Cyan"], -4, 40, 4, 60) == (153, 153)  # and the tint goes on under it


def test_the_artwork_ends_at_the_bleed(plates: Plates) -> None:
    assert shades(plates["Yellow"], 221, 17, 224.5, 28) == (128, 128)
    assert shades(plates["Yellow"], 225.5, 17, 235, 28) == (255, 255)
    assert shades(plates["Cyan"], -4.5, 10, -1, 40) == (153, 153)
    assert shades(plates["Cyan"], -15, 10, -5.5, 40) == (255, 255)


def test_words_of_the_slug_are_black_only(plates: Plates) -> None:
    line = (2.0, 106.0, 105.0, 112.0)
    assert shades(plates["Black"], *line)[0] < 128
    for ink in ("Cyan", "Magenta", "Yellow", CUT_CONTOUR):
        assert shades(plates[ink], *line) == (255, 255)


def patch(plates: Plates, number: int) -> tuple[int, ...]:
    """Return the middle of a patch of the colour bar on each plate, per cent of ink."""
    left = WIDTH - 2 - 80 + 5 * number
    return tuple(
        round(100 - shades(plates[ink], left + 1, 107.5, left + 4, 110.5)[0] / 2.55)
        for ink in ("Cyan", "Magenta", "Yellow", "Black")
    )


@pytest.mark.parametrize(
    ("number", "inks"),
    [
        (0, (100, 0, 0, 0)),
        (3, (0, 0, 0, 100)),
        (4, (0, 100, 100, 0)),
        (7, (50, 0, 0, 0)),
        (10, (0, 0, 0, 50)),
        (11, (50, 40, 40, 0)),  # three objects that overprint
        (12, (25, 0, 0, 0)),
        (15, (0, 0, 0, 25)),
    ],
)
def test_patches_of_the_colour_bar(plates: Plates, number: int, inks: tuple[int, ...]) -> None:
    assert patch(plates, number) == pytest.approx(inks, abs=1)


def test_artwork_that_does_not_reach_the_bleed(artwork: bytes) -> None:
    with pytest.raises(LayoutError, match=r"reaches 5\.0 mm beyond the trim, less than the bleed of 6\.0 mm"):
        lay_on(artwork, [], bleed=mm(6), slug=mm(SLUG))
