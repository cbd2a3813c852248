"""The bundled panels as a print shop gets them: boxes, marks, plates, slug lines, the job ticket."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image

from dossier.build import BuiltSet
from tests.pdfx import complaints

DPI = 72
TRIM, BLEED, SLUG = (594, 841), 5, 15
INKS = ("Cyan", "Magenta", "Yellow", "Black")
Plates = list[dict[str, NDArray[np.uint8]]]


@pytest.fixture(scope="module")
def files(panels: BuiltSet) -> list[Path]:
    return [built.path for built in panels.files]


@pytest.fixture(scope="module")
def plates(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Plates:
    """Return for each panel the share of each ink from 0 to 255, as Ghostscript separates it."""
    folder = tmp_path_factory.mktemp("plates")
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{DPI}"]
    subprocess.run([*command, "-o", folder / "%d.tif", *files], check=True)
    assert {path.stem.partition("(")[2][:-1] for path in folder.glob("*(*).tif")} == set(INKS)
    found: Plates = []
    for number in range(1, len(files) + 1):
        found.append({ink: 255 - np.asarray(Image.open(folder / f"{number}({ink}).tif")) for ink in INKS})
    return found


def part(plate: NDArray[Any], left: float, top: float, right: float, bottom: float) -> NDArray[Any]:
    """Return a part of a plate: mm from the trim's upper left, y downwards."""
    x0, y0, x1, y1 = (round((length + SLUG) / 25.4 * DPI) for length in (left, top, right, bottom))
    return plate[y0:y1, x0:x1]


def words(path: Path, *, below: float | None = None) -> str:
    """Return the words of a file as pdfium reads them; with `below` (pt) only those under that height."""
    with pypdfium2.PdfDocument(path) as document:
        texts = []
        for page in document:
            text = page.get_textpage()
            texts.append(text.get_text_range() if below is None else text.get_text_bounded(top=below))
        return " ".join(" ".join(texts).split())


def test_boxes_are_nested_and_true_to_a_hundredth_of_a_millimetre(files: list[Path]) -> None:
    assert len(files) == 6
    for path in files:
        with pikepdf.open(path) as document:
            (page,) = document.pages
            for box, out in ((page.obj.TrimBox, 0), (page.obj.BleedBox, BLEED), (page.obj.MediaBox, SLUG)):
                expected = (-out, -out, TRIM[0] + out, TRIM[1] + out)
                assert [float(side) * 25.4 / 72 for side in box] == pytest.approx(expected, abs=0.01)


def test_nothing_that_a_press_stumbles_over(files: list[Path]) -> None:
    assert {path.name: complaints(path) for path in files} == {path.name: [] for path in files}


@pytest.mark.parametrize(
    ("name", "spoil", "says"),
    [
        ("RGB", lambda d: d.pages[0].contents_add(b"1 0 0 rg"), "RGB (rg)"),
        ("intent", lambda d: d.Root.__delitem__("/OutputIntents"), "no output intent for PDF/X"),
        ("trim", lambda d: setattr(d.pages[0], "TrimBox", pikepdf.Array([-20, 0, 9, 9])), "the trim lies outside"),
        ("trapped", lambda d: d.docinfo.__delitem__("/Trapped"), "Trapped is not said"),
        ("group", lambda d: setattr(d.pages[0].Group, "CS", pikepdf.Name.DeviceRGB), "/DeviceRGB as a colour space"),
        (
            "font",
            lambda d: (
                next(iter(d.pages[0].Resources.Font.values()))
                .DescendantFonts[0]
                .__setitem__("/FontDescriptor", pikepdf.Dictionary())
            ),
            "is not embedded",
        ),
    ],
)
def test_the_second_opinion_sees_faults(
    name: str, spoil: Callable[[pikepdf.Pdf], object], says: str, files: list[Path], tmp_path: Path
) -> None:
    with pikepdf.open(files[-1]) as document:
        spoil(document)
        document.save(tmp_path / "spoilt.pdf", force_version="1.6")
    assert any(says in complaint for complaint in complaints(tmp_path / "spoilt.pdf")), name


def test_marks_are_on_every_plate(plates: Plates) -> None:
    width, height = TRIM
    for sheet in plates:
        for ink in INKS:
            for x in (0, width):
                assert part(sheet[ink], x - 1, -12, x + 1, -6).max() > 128
                assert part(sheet[ink], x - 1, height + 6, x + 1, height + 12).max() > 128
            for y in (0, height):
                assert part(sheet[ink], -12, y - 1, -6, y + 1).max() > 128
            assert part(sheet[ink], width / 2 - 3, height + 6, width / 2 + 3, height + 12).max() > 128


def test_marks_keep_off_the_bleed(plates: Plates) -> None:
    """Of the millimetre between bleed and marks, what a pixel at either edge may cover is left out."""
    width, height = TRIM
    for sheet in plates:
        for ink in INKS:
            assert part(sheet[ink], -14, -5.6, width + 14, -5.5).max(initial=0) == 0
            assert part(sheet[ink], -14, height + 5.4, width + 14, height + 5.7).max(initial=0) == 0


def test_colour_reaches_the_bleed(plates: Plates) -> None:
    for sheet in plates:
        total = np.sum([sheet[ink] for ink in INKS], axis=0, dtype=int)
        for box in ((-4.5, 5, -0.5, 836), (594.5, 5, 598.5, 836), (5, -4.5, 589, -0.5), (5, 841.5, 589, 845.5)):
            assert part(total, *box).min() > 0


def test_ink_stays_within_the_limit_and_within_what_the_ticket_says(plates: Plates, files: list[Path]) -> None:
    said = re.findall(r"C M Y K (\d+)%", words(files[0].parent / "00-ticket.pdf"))
    assert len(said) == len(files)
    for sheet, most in zip(plates, said, strict=True):
        total = np.sum([part(sheet[ink], -5, -5, 599, 846) for ink in INKS], axis=0, dtype=int)
        assert total.max() / 2.55 <= int(most) + 1 <= 301


BODY = "The plan split it into three operational zones"


def test_body_text_is_on_the_black_plate_alone(plates: Plates, files: list[Path]) -> None:
    with pypdfium2.PdfDocument(files[2]) as document:
        page = document[0]
        text = page.get_textpage()
        found = text.search(BODY).get_next()
        assert found is not None
        boxes = [text.get_charbox(index) for index in range(found[0], found[0] + found[1])]
        left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    in_mm = [length * 25.4 / 72 for length in (left, TRIM[1] / 25.4 * 72 - top, right, TRIM[1] / 25.4 * 72 - bottom)]
    line = {ink: part(plates[2][ink], *in_mm) for ink in INKS}
    assert line["Black"].max() == 255
    assert line["Cyan"].max() == line["Magenta"].max() == 0
    assert np.unique(line["Yellow"]).tolist() == [5]  # paper, 2 %, goes on under the letters


def test_each_slug_line_says_what_the_sheet_is(files: list[Path]) -> None:
    prints = set()
    for number, path in enumerate(files, 1):
        line = words(path, below=-BLEED / 25.4 * 72)
        assert line.startswith(f"The GULAG Operation · Sheet {number} of 6")
        said = re.search(
            r"English \(en\) · 594 × 841 mm · Scale 1:1 · FOGRA39 \(confirm with your printer\)"
            r" · Fingerprint ([0-9a-f]{4} [0-9a-f]{4})$",
            line.replace("\xa0", " "),
        )
        assert said, line
        prints.add(said[1])
    assert len(prints) == 6


def test_the_ticket_has_what_a_printer_asks_for(files: list[Path]) -> None:
    ticket = words(files[0].parent / "00-ticket.pdf").replace("\xa0", " ")
    for fact in (
        "Trimmed size 594 × 841 mm",
        "Visible area 594 × 841 mm",
        "Bleed 5 mm on every side",
        "Page of the file 624 × 871 mm",
        "Scale of the file 1:1",
        "Marks crop and register marks, colour bar",
        "Cut line none",
        "File format PDF/X-4, PDF 1.6; checked, not certified",
        "Sheets 6",
        "Copies of each to be agreed",
        "Substrate to be agreed",
        "FOGRA39 (confirm with your printer) Offset printing on coated paper",
        "Inks C M Y K",
        "limit 300%",
        "Spectral-Light",
    ):
        assert fact in ticket, fact
    for path in files:
        assert path.name in ticket
        assert hashlib.sha256(path.read_bytes()).hexdigest() in ticket


def test_the_ticket_shows_every_sheet_and_can_be_read_aloud(
    files: list[Path], verapdf: Callable[..., list[str]]
) -> None:
    path = files[0].parent / "00-ticket.pdf"
    with pikepdf.open(path) as document:
        images = list(document.pages[0].get_images().values())
        assert len(images) == 6
        assert {image.Height for image in images} == {480}
    assert verapdf("ua1", path) == []
