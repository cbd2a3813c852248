"""Files finished for a press: an A1 sheet with a map in CMYK, its boxes, inks and metadata, and its plates."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from dossier.errors import AssetError, LayoutError, TypesettingError
from dossier.pdf.colours import read_colours
from dossier.pdf.intent import OutputIntent, coated_offset
from dossier.pdf.press import finish_press
from dossier.pdf.read import Box, read_summary
from dossier.pdf.text import normalise, read_passages, text_of
from dossier.units import mm, to_mm

Typeset = Callable[..., bytes]
CREATED = datetime(2025, 3, 1, 12, tzinfo=UTC)

SHEET = """
@page { size: 594mm 841mm; bleed: 15mm; margin: 30mm; background: device-cmyk(0.03 0.02 0.06 0);
        @top-left { content: none } @bottom-center { content: none } }
html { color: device-cmyk(0 0 0 1); font-size: 48pt; line-height: 60pt }
h1 { font-size: 150pt; line-height: 160pt }
.plate, .plate svg { width: 500mm; height: 250mm }
.label { font-size: 30pt; line-height: 36pt; color: device-cmyk(1 0.5 0 0.2) }
.faded { opacity: 0.5; width: 100mm; height: 20mm; background: device-cmyk(0 0.6 0.8 0.2) }
"""
MAP = (
    '<div class="plate"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 250"><title>Rivers</title>'
    '<g fill="none" stroke="device-cmyk(1 0.5 0 0.2)"><path d="M20 240L160 10M320 240L400 10"/></g>'
    '<g fill="device-cmyk(0 0.6 0.8 0.2)" stroke="none"><path d="M200 100h20v20h-20z"/></g></svg>'
    '<span class="label" style="left: 100mm; top: 20mm; transform: rotate(-57deg)">Северная Двина</span>'
    '<span class="label" lang="ar" style="left: 330mm; top: 20mm; font-family: Amiri">نهر (ينيسي) 1943</span></div>'
)
BODY = (
    f'<main><h1>Twelve men were dropped in Komi</h1><p>See <a href="https://example.org/">the source</a>.</p>{MAP}'
    '<p style="font-family: Amiri"><a lang="ar" dir="rtl" href="lang:ar">نحو 150–155 رجلا.</a></p>'
    '<div class="faded"></div></main>'
)


@pytest.fixture(scope="module")
def plain(typeset: Typeset) -> bytes:
    return typeset(BODY, css=SHEET, head="<title>Zones & rivers</title>", pdf_variant=None, pdf_tags=True)


@pytest.fixture(scope="module")
def sheet(plain: bytes) -> bytes:
    return finish_press(plain, bleed=mm(5), intent=coated_offset(), created=CREATED)


def in_mm(box: Box) -> tuple[float, ...]:
    return tuple(round(to_mm(length), 2) for length in (box.left, box.bottom, box.right, box.top))


def test_boxes_are_nested_and_true_to_the_sheet(sheet: bytes) -> None:
    (page,) = read_summary(sheet).pages
    assert in_mm(page.trim) == (0, 0, 594, 841)
    assert in_mm(page.bleed) == (-5, -5, 599, 846)
    assert in_mm(page.media) == (-15, -15, 609, 856)


def test_inks_only(plain: bytes, sheet: bytes) -> None:
    assert {(use.use, use.space) for use in read_colours(plain)} >= {("group", "DeviceRGB"), ("resource", "Lab")}
    assert {(use.use, use.space) for use in read_colours(sheet)} == {
        (use, "DeviceCMYK") for use in ("fill", "stroke", "group")
    }


def test_black_words_in_a_group_overprint_too(typeset: Typeset, plates: Plates) -> None:
    page = typeset('<p style="color: device-cmyk(0 0 0 1); opacity: 0.9">KOMI</p>', css=SMALL, pdf_variant=None)
    finished = finish_press(page, bleed=0, intent=coated_offset(), created=CREATED)
    with pikepdf.open(BytesIO(finished)) as document:
        (group,) = document.pages[0].Resources.XObject.values()
        assert str(group.Group.CS) == "/DeviceCMYK"
        assert b"/Overprint gs" in group.read_bytes()
    cyan = plates(finished)["Cyan"]
    assert cyan.getpixel((cyan.width // 2, 40)) == 153


def test_a_colour_space_in_use_stays(typeset: Typeset) -> None:
    second = '<p style="break-before: page; color: lab(50% 20 30)">b</p>'
    page = typeset(f"<p>a</p>{second}", css=SHEET, pdf_variant=None)
    finished = finish_press(page, bleed=0, intent=coated_offset(), created=CREATED)
    assert (2, "fill", "Lab") in {(use.page, use.use, use.space) for use in read_colours(finished)}


def test_output_intent_has_the_profile(sheet: bytes) -> None:
    with pikepdf.open(BytesIO(sheet)) as document:
        (intent,) = document.Root.OutputIntents
        assert intent.S == pikepdf.Name.GTS_PDFX
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes() == coated_offset().profile


def test_metadata_and_information_agree(sheet: bytes) -> None:
    summary = read_summary(sheet)
    assert (summary.version, summary.title) == ("1.6", "Zones & rivers")
    for entry in (
        "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
        "<pdf:Trapped>False</pdf:Trapped>",
        'xml:lang="x-default">Zones &amp; rivers<',
        "<xmp:CreateDate>2025-03-01T12:00:00Z</xmp:CreateDate>",
        "<xmp:ModifyDate>2025-03-01T12:00:00Z</xmp:ModifyDate>",
        "<xmp:MetadataDate>2025-03-01T12:00:00Z</xmp:MetadataDate>",
        "<xmpMM:DocumentID>uuid:",
        "<xmpMM:VersionID>1<",
        "<xmpMM:RenditionClass>default<",
    ):
        assert entry in summary.metadata
    with pikepdf.open(BytesIO(sheet)) as document:
        assert document.docinfo.Trapped == pikepdf.Name("/False")
        assert str(document.docinfo.CreationDate) == str(document.docinfo.ModDate) == "D:20250301120000Z"
        assert len(document.trailer.ID) == 2


def test_every_font_is_embedded(sheet: bytes) -> None:
    fonts = read_summary(sheet).fonts
    assert {font.name for font in fonts} == {"Spectral", "PT-Sans", "PT-Sans-Bold", "Amiri"}
    assert all(font.embedded and font.has_unicode for font in fonts)


def test_no_annotations_and_all_words(sheet: bytes) -> None:
    with pikepdf.open(BytesIO(sheet)) as document:
        assert "/Annots" not in document.pages[0]
    assert "Link" not in dict(read_summary(sheet).tags)
    text = normalise(text_of(read_passages(sheet)))
    for words in (
        "Twelve men were dropped in Komi",
        "See the source.",
        "Северная Двина",
        "نهر (ينيسي) 1943",
        "نحو 150–155 رجلا.",
    ):
        assert normalise(words) in text


def test_same_bytes_twice(plain: bytes, sheet: bytes) -> None:
    assert finish_press(plain, bleed=mm(5), intent=coated_offset(), created=CREATED) == sheet


Plates = Callable[[bytes], dict[str, Image.Image]]


@pytest.fixture
def plates(tmp_path: Path) -> Plates:
    """Return a function that separates a page with Ghostscript: the plates by ink, 255 where there is none of it."""

    def separate(pdf: bytes) -> dict[str, Image.Image]:
        (tmp_path / "sheet.pdf").write_bytes(pdf)
        command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r144"]
        subprocess.run([*command, "-o", tmp_path / "plate.tif", tmp_path / "sheet.pdf"], check=True)
        found = {}
        for ink in ("Cyan", "Magenta", "Yellow", "Black"):
            with Image.open(tmp_path / f"plate({ink}).tif") as plate:
                found[ink] = plate.copy()
        return found

    return separate


SMALL = """
@page { size: 60mm 40mm; bleed: 5mm; margin: 5mm; background: device-cmyk(0.4 0 0 0);
        @top-left { content: none } @bottom-center { content: none } }
p { margin: 0; font: 700 40pt/1 'PT Sans' }
"""


@pytest.mark.parametrize(
    ("inks", "darkest_cyan", "lightest_cyan"),
    [
        ("0 0 0 1", 153, 153),  # 100 K overprints: the tint goes on under the words
        ("0 0 0 0.6", 153, 255),  # a tint of black knocks out
        ("0 0 0 0", 153, 255),  # and white has to
        ("1 0 0 1", 0, 153),
    ],
)
def test_only_full_black_text_overprints(
    typeset: Typeset, plates: Plates, inks: str, darkest_cyan: int, lightest_cyan: int
) -> None:
    page = typeset(f"<p style='color: device-cmyk({inks})'>KOMI</p>", css=SMALL, pdf_variant=None)
    cyan = plates(finish_press(page, bleed=mm(3), intent=coated_offset(), created=CREATED))["Cyan"]
    inside = cyan.crop((40, 40, cyan.width - 40, cyan.height - 40))
    assert inside.getextrema() == (darkest_cyan, lightest_cyan)


def test_overprinting_ends_with_the_text(typeset: Typeset, plates: Plates) -> None:
    body = (
        '<p style="color: device-cmyk(0 0 0 1)">KO</p><svg xmlns="http://www.w3.org/2000/svg" width="60" height="30">'
        '<g fill="device-cmyk(0 0 0 0)"><path d="M0 0h60v30h-60z"/></g></svg>'
    )
    pdf = finish_press(typeset(body, css=SMALL, pdf_variant=None), bleed=0, intent=coated_offset(), created=CREATED)
    cyan, black = (plates(pdf)[ink] for ink in ("Cyan", "Black"))
    assert cyan.getextrema() == (153, 255)
    assert black.getextrema()[0] == 0


@pytest.mark.parametrize("profile", [b"", b"no profile" * 10, b"\0" * 12 + b"mntrRGB " + b"\0" * 16 + b"acsp"])
def test_a_profile_that_is_not_for_a_press(plain: bytes, profile: bytes) -> None:
    with pytest.raises(AssetError, match="the profile for X is not an ICC profile of a CMYK press"):
        finish_press(plain, bleed=0, intent=OutputIntent("X", "x", profile), created=CREATED)


def test_a_bleed_that_the_page_does_not_reach(plain: bytes) -> None:
    with pytest.raises(LayoutError, match=r"drawn 15\.0 mm beyond the trim, less than the bleed of 16\.0 mm"):
        finish_press(plain, bleed=mm(16), intent=coated_offset(), created=CREATED)


def test_a_sheet_without_a_title(typeset: Typeset) -> None:
    with pytest.raises(TypesettingError, match="the page has no title"):
        finish_press(typeset("<p>x</p>", head="", pdf_variant=None), bleed=0, intent=coated_offset(), created=CREATED)


def test_a_title_with_other_spaces_is_one_title(typeset: Typeset) -> None:
    pdf = typeset("<p>x</p>", head="<title>W\u00a0czerwcu\u20091943</title>", pdf_variant=None)
    with pikepdf.open(BytesIO(finish_press(pdf, bleed=0, intent=coated_offset(), created=CREATED))) as finished:
        with finished.open_metadata() as metadata:
            assert metadata["dc:title"] == "W czerwcu 1943"
        assert str(finished.docinfo["/Title"]) == "W czerwcu 1943"
