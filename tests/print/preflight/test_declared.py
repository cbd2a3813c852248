"""Faults in what a file says of itself: boxes, output intent, metadata, layers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from dossier.preflight.findings import Finding

Found = Callable[..., tuple[Finding, ...]]
Spoil = Callable[[bytes, Callable[[Any], object]], bytes]


def rules(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.severity, finding.rule) for finding in findings}


def add_page(sheet: Any) -> None:
    sheet.document.pages.append(sheet.page)
    page = sheet.document.pages[1]
    page.MediaBox, page.TrimBox, page.BleedBox = (
        Array([-34, -34, 634, 460]), Array([0, 0, 600, 425.2]), Array([-14.2, -14.2, 614.2, 439.4])
    )  # fmt: skip


DECLARED: dict[str, tuple[Callable[[Any], object], set[tuple[str, str]], str]] = {
    "no output intent": (
        lambda s: s.document.Root.__delattr__("OutputIntents"),
        {("error", "intent")},
        "no output intent for a press",
    ),
    "an output intent without a profile": (
        lambda s: s.document.Root.OutputIntents[0].__delattr__("DestOutputProfile"),
        {("error", "intent")},
        "no embedded ICC profile",
    ),
    "the profile of a screen": (
        lambda s: s.document.Root.OutputIntents[0].DestOutputProfile.write(
            bytes(12) + b"mntrRGB Lab " + bytes(12) + b"acsp" + bytes(96)
        ),
        {("error", "intent")},
        "a display profile of 4 components in RGB",
    ),
    "the wrong identifier": (
        lambda s: s.document.Root.OutputIntents[0].__setattr__("OutputConditionIdentifier", String("FOGRA51")),
        {("error", "intent")},
        "'FOGRA51', but its profile is 'FOGRA39L Coated'",
    ),
    "an identifier of no registry": (
        lambda s: s.document.Root.OutputIntents[0].__setattr__("OutputConditionIdentifier", String("our paper")),
        {("warning", "intent")},
        "'our paper' does not look like a name",
    ),
    "not PDF/X-4": (
        lambda s: s.document.Root.Metadata.write(s.document.Root.Metadata.read_bytes().replace(b"X-4<", b"X-3<")),
        {("error", "identification")},
        "'PDF/X-3'",
    ),
    "no Trapped": (
        lambda s: s.document.docinfo.__delattr__("Trapped"),
        {("error", "identification")},
        "whether it is trapped",
    ),
    "two titles": (
        lambda s: s.document.docinfo.__setattr__("Title", String("Another")),
        {("error", "identification")},
        "two titles: 'Another'",
    ),
    "no date": (
        lambda s: s.document.docinfo.__delattr__("ModDate"),
        {("error", "identification")},
        "missing from the document information and metadata: ModDate",
    ),
    "layers": (
        lambda s: s.document.Root.__setattr__(
            "OCProperties",
            Dictionary(OCGs=Array([s.document.make_indirect(Dictionary(Type=Name.OCG, Name=String("German")))])),
        ),
        {("error", "layers")},
        "1 layers",
    ),
    "a trim outside the media": (
        lambda s: s.page.__setattr__("TrimBox", Array([0, 0, 640, 425.2])),
        {("error", "boxes")},
        "TrimBox lies",
    ),
    "no trim": (lambda s: s.page.obj.__delattr__("TrimBox"), {("error", "boxes")}, "no TrimBox"),
    "a narrow bleed": (
        lambda s: s.page.__setattr__("BleedBox", Array([-5.7, -5.7, 572.6, 430.9])),
        {("error", "bleed")},
        "the bleed is 2.0",
    ),
    "a scale": (lambda s: s.page.obj.__setattr__("UserUnit", 10), {("warning", "scale")}, "UserUnit 10"),
    "pages of two sizes": (add_page, {("error", "boxes")}, "on page 1 it is 224.00 x 174.00 mm"),
}


@pytest.mark.parametrize("fault", DECLARED)
def test_what_is_declared_wrong_is_found(sheet: bytes, spoil: Spoil, found: Found, fault: str) -> None:
    change, expected, words = DECLARED[fault]
    findings = found(spoil(sheet, change))
    assert rules(findings) == expected
    assert words in findings[0].message


def test_a_clean_sheet_has_no_findings(sheet: bytes, found: Found) -> None:
    assert found(sheet) == ()


def test_the_bleed_is_the_printers(sheet: bytes, found: Found) -> None:
    assert rules(found(sheet, bleed=20)) == {("error", "bleed")}
