"""Faults in lines, pictures, fonts and annotations, each found where it is, and how it is said where that is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Dictionary, Name

from dossier.preflight.findings import Finding, Place

Found = Callable[..., tuple[Finding, ...]]
Spoil = Callable[[bytes, Callable[[Any], object]], bytes]
SQUARE = "10 20 50 40 re f"


def rules(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.severity, finding.rule) for finding in findings}


FAULTS: dict[str, tuple[Callable[[Any], object], set[tuple[str, str]], str]] = {
    "a hairline": (lambda s: s.draw("0.2 w 0 1 1 0 K 0 0 m 99 99 l S"), {("error", "hairline")}, "page"),
    "a line of no width": (lambda s: s.draw("0 w 0 1 1 0 K 0 0 m 99 99 l S"), {("error", "hairline")}, "page"),
    "a line that scaling makes thin": (
        lambda s: s.draw("0.1 0 0 1 0 0 cm 2 w 0 1 1 0 K 0 0 m 990 99 l S"),
        {("error", "hairline")},
        "page",
    ),
    "a line that turning and scaling makes thin": (
        lambda s: s.draw("0 0.1 -0.1 0 100 0 cm 2 w 0 1 1 0 K 0 0 m 99 99 l S"),
        {("error", "hairline")},
        "page",
    ),
    "a shape as thin as a line": (lambda s: s.draw("0 1 1 0 k 10 10 80 0.2 re f"), {("error", "hairline")}, "page"),
    "a picture of few pixels": (
        lambda s: s.draw("144 0 0 144 0 0 cm /I Do", XObject={"I": s.image(Name.DeviceCMYK, bytes(40000), 100)}),
        {("error", "resolution")},
        "page > image I",
    ),
    "line art of few pixels": (
        lambda s: s.draw(
            "144 0 0 144 0 0 cm /I Do",
            XObject={"I": s.image(Name.DeviceGray, bytes(13 * 100), 100, BitsPerComponent=1)},
        ),
        {("warning", "resolution")},
        "page > image I",
    ),
    "a note in the trim": (lambda s: s.annotate(100, 100), {("error", "annotations")}, "annotation Square"),
    "a note in the bleed": (lambda s: s.annotate(-25, 100), {("error", "annotations")}, "annotation Square"),
    "RGB in an annotation": (
        lambda s: s.annotate(-34, -34, Name.PrinterMark).__setattr__(
            "AP", Dictionary(N=s.form("1 0 0 rg 0 0 9 9 re f"))
        ),
        {("error", "colour")},
        "annotation PrinterMark",
    ),
    "half opacity": (
        lambda s: s.draw(f"/O gs 0 1 1 0 k {SQUARE}", ExtGState={"O": Dictionary(ca=0.5)}),
        {("info", "transparency")},
        "page",
    ),
    "a font that is not embedded": (
        lambda s: s.draw(
            "0 0 0 1 k /O gs BT /H 12 Tf 30 30 Td (Komi) Tj ET",
            Font={"H": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)},
            ExtGState={"O": Dictionary(op=True, OPM=1)},
        ),
        {("error", "fonts")},
        "page",
    ),
    "a font that is only named": (
        lambda s: s.draw("", Font={"H": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)}),
        {("warning", "fonts")},
        "page",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(sheet: bytes, spoil: Spoil, found: Found, fault: str) -> None:
    change, expected, where = FAULTS[fault]
    findings = found(spoil(sheet, change))
    assert rules(findings) == expected
    assert (findings[0].page, findings[0].object) == (1, where)
    assert findings[0].hint


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.draw("0.25 w 0 1 1 0 K 0 0 m 99 99 l S"),
        lambda s: s.draw("48 0 0 48 0 0 cm /I Do", XObject={"I": s.image(Name.DeviceCMYK, bytes(40000), 100)}),
        lambda s: s.draw("1 1 1 1 K 0.1 w -33 100 m -20 100 l S"),
        lambda s: s.annotate(-36, 100),
    ],
    ids=["a line of 0.25 pt", "150 ppi", "a thin mark in the slug", "a note in the slug"],
)
def test_what_is_allowed_is_let_be(sheet: bytes, spoil: Spoil, found: Found, change: Callable[[Any], object]) -> None:
    assert found(spoil(sheet, change)) == ()


def test_a_finding_says_where(sheet: bytes, spoil: Spoil, found: Found) -> None:
    """10 and 20 points from the left bottom of a trim of 200 x 150 mm, 50 x 40 points large."""
    (finding,) = found(spoil(sheet, lambda s: s.draw(f"1 0 0 rg {SQUARE} {SQUARE}")))
    assert finding.place == Place(left=3.53, top=round(150 - 60 * 25.4 / 72, 2), width=17.64, height=14.11)
    assert finding.count == 2
    assert finding.spot == "page 1, 3.5 mm from the left, 128.8 mm from the top"


def test_far_away_fewer_pixels_suffice(sheet: bytes, spoil: Spoil, found: Found) -> None:
    """100 pixels over 64 points are 112 ppi."""
    coarse = spoil(
        sheet, lambda s: s.draw("64 0 0 64 0 0 cm /I Do", XObject={"I": s.image(Name.DeviceCMYK, bytes(40000), 100)})
    )
    assert rules(found(coarse, distance=0.5)) == rules(found(coarse, distance=1)) == {("error", "resolution")}
    assert found(coarse, distance=3) == ()
