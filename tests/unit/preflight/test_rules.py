"""Rules against facts that no program at hand would write into a file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.pdf.inks import CMYK
from dossier.pdf.inspection import Identity, Inspection, Overprint, Position, Sheet
from dossier.pdf.read import Box
from dossier.preflight.colour import total_ink
from dossier.preflight.document import identification, version
from dossier.preflight.findings import Finding, Limits, Place
from dossier.preflight.sheets import boxes, scale
from dossier.units import mm

IDENTITY = Identity(
    version="1.6",
    is_encrypted=False,
    allows_reading_aloud=True,
    has_id=True,
    language="en",
    shows_title=True,
    is_marked=True,
    layers=0,
    bookmarks=False,
    info=(("Title", "A"), ("CreationDate", "D:2025"), ("ModDate", "D:2025"), ("Trapped", "/False")),
    xmp=(
        ("pdfxid:GTS_PDFXVersion", "PDF/X-4"),
        ("dc:title", "A"),
        ("xmp:CreateDate", "2025"),
        ("xmp:ModifyDate", "2025"),
        ("xmp:MetadataDate", "2025"),
        ("xmpMM:DocumentID", "uuid:1"),
        ("xmpMM:VersionID", "1"),
        ("xmpMM:RenditionClass", "default"),
        ("pdf:Trapped", "False"),
    ),
    intents=(),
)


def sheet(trim: Box, bleed: Box, media: Box, *, unit: float = 1.0) -> Sheet:
    return Sheet(media, media, bleed, trim, has_trim=True, rotation=0, scale=unit, tabs="")


def file(*sheets: Sheet, identity: Identity = IDENTITY) -> Inspection:
    return Inspection(1, identity, (), sheets, (), (), (), (), (), (), (), (), None)


def test_a_file_that_says_what_it_is() -> None:
    assert list(identification(file(), Limits())) == []


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        (replace(IDENTITY, has_id=False), "no identifier (ID)"),
        (replace(IDENTITY, xmp=(*IDENTITY.xmp[:-1], ("pdf:Trapped", "True"))), "whether it is trapped"),
        (replace(IDENTITY, info=(*IDENTITY.info[:-1], ("Trapped", "/Unknown"))), "whether it is trapped"),
        (replace(IDENTITY, xmp=()), "says nothing where PDF/X-4 is expected"),
    ],
)
def test_a_file_that_does_not(identity: Identity, words: str) -> None:
    assert words in next(iter(identification(file(identity=identity), Limits()))).message


@pytest.mark.parametrize(("number", "severities"), [("1.4", []), ("1.6", []), ("1.7", ["warning"]), ("2.0", ["error"])])
def test_versions(number: str, severities: list[str]) -> None:
    found = version(file(identity=replace(IDENTITY, version=number)), Limits())
    assert [fault.severity for fault in found] == severities


def test_boxes_may_differ_by_a_hundredth_of_a_millimetre() -> None:
    trim, media = Box(0, 0, 100, 100), Box(-20, -20, 120, 120)
    near, far = Box(mm(0.009), 0, 100, 100), Box(mm(0.011), 0, 100, 100)
    assert list(boxes(file(sheet(trim, near, media)), Limits())) == []
    (fault,) = boxes(file(sheet(trim, far, media)), Limits())
    assert fault.message == "the TrimBox lies 0.01 mm outside the BleedBox"


def test_a_sheet_that_pdf_cannot_hold() -> None:
    huge = Box(0, 0, 14_401, 100)
    assert [fault.severity for fault in scale(file(sheet(huge, huge, huge)), Limits())] == ["error"]
    assert [fault.severity for fault in scale(file(sheet(huge, huge, huge, unit=10)), Limits())] == ["warning"]


def test_a_finding_as_a_diagnostic() -> None:
    finding = Finding(
        "colour", "error", "a fill in DeviceRGB", "convert it", 2, "page > form Fm", Place(1, 2.04, 3, 4), 5
    )
    found = finding.diagnostic()
    assert found.message == (
        "page 2, form Fm, 1.0 mm from the left, 2.0 mm from the top: a fill in DeviceRGB (5 times)"
    )
    assert (found.code, found.severity, found.hint) == ("colour", "error", "convert it")
    assert Finding("intent", "error", "none", "").diagnostic().message == "none"


def test_positions_are_kept() -> None:
    small = Box(0, 0, 1, 1)
    (fault, *_) = boxes(file(sheet(small, small, small)), Limits())
    assert fault.position == Position(1, "page")
    assert fault.message == "the trim is 0.35 x 0.35 mm"


@pytest.mark.parametrize(("limit", "messages"), [(300, []), (270, ["up to 280 % of ink where Black 100 overprints"])])
def test_ink_that_adds_up_is_a_warning(limit: float, messages: list[str]) -> None:
    below = CMYK.colour((0.1, 0.8, 0.9, 0.3))
    total = CMYK.colour((0.1, 0.8, 0.9, 1))
    sum_ = Overprint(Position(1, "page"), CMYK.colour((0, 0, 0, 1)), below, total)
    found = list(total_ink(replace(file(), overprints=(sum_,)), Limits(ink=limit)))
    assert [fault.message[: len(words)] for fault, words in zip(found, messages, strict=True)] == messages
    assert {fault.severity for fault in found} <= {"warning"}
