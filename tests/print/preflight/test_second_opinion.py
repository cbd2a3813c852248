"""What is said of inks, fonts and resolution, compared with programs that share no code with it."""

from __future__ import annotations

import re
import subprocess
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from dossier.preflight.findings import Finding

Found = Callable[..., tuple[Finding, ...]]
Spoil = Callable[[bytes, Callable[[Any], object]], bytes]
SQUARE = "10 20 50 40 re f"


def rules(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.severity, finding.rule) for finding in findings}


def helvetica(sheet: Any) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    sheet.draw("0 0 0 1 k BT /H 12 Tf 30 30 Td (Komi) Tj ET", Font={"H": font})


def coarse(sheet: Any) -> None:
    image = sheet.image(Name.DeviceCMYK, bytes(40000), 100)
    sheet.draw("144 0 0 144 0 0 cm /I Do", XObject={"I": image})


def heavy(side: int) -> bytes:
    """Return CMYK pixels of 100 % ink, with one square of a tenth of the side that has 340 %."""
    light, dark = bytes([0, 0, 0, 255]), bytes([230, 230, 204, 204])
    tenth = side // 10
    mixed = light * (6 * tenth) + dark * tenth + light * (3 * tenth)
    return (light * side) * (4 * tenth) + mixed * tenth + (light * side) * (5 * tenth)


def jpeg(side: int) -> bytes:
    """Return the same as Pillow writes it: inverted, as Adobe's programs do."""
    out = BytesIO()
    Image.frombytes("CMYK", (side, side), heavy(side)).save(out, "JPEG", quality=95)
    return out.getvalue()


def pixels_with_filter(sheet: Any, form: str) -> Any:
    match form:
        case "deflated":
            image = sheet.image(Name.DeviceCMYK, b"", 400)
            image.write(zlib.compress(heavy(400)), filter=Name.FlateDecode)
        case "predicted":
            rows = b"".join(b"\0" + heavy(400)[at : at + 1600] for at in range(0, 640000, 1600))
            image = sheet.image(Name.DeviceCMYK, b"", 400)
            parameters = Dictionary(Predictor=15, Colors=4, Columns=400)
            image.write(zlib.compress(rows), filter=Name.FlateDecode, decode_parms=parameters)
        case "inverted":
            inverted = bytes(255 - value for value in heavy(400))
            image = sheet.image(Name.DeviceCMYK, inverted, 400, Decode=Array([1, 0] * 4))
        case _:
            image = sheet.image(Name.DeviceCMYK, b"", 400, Decode=Array([1, 0] * 4))
            image.write(jpeg(400), filter=Name.DCTDecode)
    return image


IMAGES = ("deflated", "predicted", "inverted", "jpeg")


@pytest.mark.parametrize("form", IMAGES)
def test_ink_in_a_part_of_an_image_is_found(sheet: bytes, spoil: Spoil, found: Found, form: str) -> None:
    spoiled = spoil(sheet, lambda s: s.draw("100 0 0 100 0 0 cm /I Do", XObject={"I": pixels_with_filter(s, form)}))
    (finding,) = found(spoiled)
    assert (finding.rule, finding.object) == ("ink", "page > image I")
    percent = int(re.match(r"(\d+) % of ink in an image", finding.message)[1])  # type: ignore[index]
    assert percent == pytest.approx(340, abs=3 if form == "jpeg" else 1)


def plates(pdf: bytes, folder: Path) -> dict[str, Image.Image]:
    """Return the plates that Ghostscript makes of a file, full ink black."""
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72"]
    subprocess.run([*command, f"-sOutputFile={folder}/p.tif", path], check=True, timeout=120)
    made = {}
    for path in folder.glob("p(*.tif"):
        with Image.open(path) as plate:
            made[path.name[2:-5]] = plate.convert("L")
    return made


def most_ink(separations: dict[str, Image.Image]) -> float:
    inks = [[255 - value for value in plate.tobytes()] for plate in separations.values()]
    return max(map(sum, zip(*inks, strict=True))) / 2.55


@pytest.mark.parametrize(
    ("change", "percent"),
    [
        (lambda s: s.draw(f"0.9 0.9 0.8 0.8 k {SQUARE}"), 340),
        (lambda s: s.draw("100 0 0 100 0 0 cm /I Do", XObject={"I": pixels_with_filter(s, "jpeg")}), 340),
        (lambda s: s.draw("100 0 0 100 0 0 cm /I Do", XObject={"I": pixels_with_filter(s, "predicted")}), 340),
        (lambda s: s.draw(f"0.9 0.9 0.7 0.5 k {SQUARE}"), 300),
    ],
)
def test_ghostscript_measures_the_same_ink(
    sheet: bytes, spoil: Spoil, found: Found, tmp_path: Path, change: Callable[[Any], object], percent: float
) -> None:
    spoiled = spoil(sheet, change)
    assert most_ink(plates(spoiled, tmp_path)) == pytest.approx(percent, abs=4)
    assert bool(found(spoiled)) == (percent > 300)


def test_ghostscript_loses_white_that_overprints(sheet: bytes, spoil: Spoil, tmp_path: Path) -> None:
    """What the rule about white is for: on a tint, a white square is there, or gone."""

    def white(overprints: bool) -> bytes:
        state = {"O": Dictionary(op=overprints, OPM=1)}
        return spoil(sheet, lambda s: s.draw(f"0 1 0 0 k 0 0 99 99 re f /O gs 0 0 0 0 k {SQUARE}", ExtGState=state))

    shares = {}
    for overprints in (False, True):
        folder = tmp_path / str(overprints)
        folder.mkdir()
        magenta = plates(white(overprints), folder)["Magenta"]
        shares[overprints] = magenta.getpixel((34 + 35, magenta.height - 34 - 40))
    assert shares == {False: 255, True: 0}


def test_poppler_sees_the_same_fonts(sheet: bytes, spoil: Spoil, found: Found, tmp_path: Path) -> None:
    for pdf, embedded in ((sheet, ["yes"]), (spoil(sheet, helvetica), ["no", "yes"])):
        path = tmp_path / "fonts.pdf"
        path.write_bytes(pdf)
        listed = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()
        column = listed[0].index("emb")
        assert sorted({line[column : column + 3].strip() for line in listed[2:]}) == embedded
        assert ("error", "fonts") in rules(found(pdf)) or "no" not in embedded


def test_poppler_measures_the_same_resolution(sheet: bytes, spoil: Spoil, found: Found, tmp_path: Path) -> None:
    path = tmp_path / "image.pdf"
    path.write_bytes(spoil(sheet, coarse))
    row = subprocess.run(["pdfimages", "-list", path], capture_output=True, text=True, check=True).stdout.splitlines()[
        2
    ]
    (finding,) = found(path)
    assert f"has {row.split()[-4]} ppi here" in finding.message
