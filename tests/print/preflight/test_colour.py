"""Faults in colour and ink: each is put into a clean sheet and found by its name, in its place, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from dossier.preflight.findings import Finding

Found = Callable[..., tuple[Finding, ...]]
Spoil = Callable[[bytes, Callable[[Any], object]], bytes]
SQUARE = "10 20 50 40 re f"


def rules(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.severity, finding.rule) for finding in findings}


FAULTS: dict[str, tuple[Callable[[Any], object], set[tuple[str, str]], str]] = {
    "RGB": (lambda s: s.draw(f"1 0 0 rg {SQUARE}"), {("error", "colour")}, "page"),
    "an RGB line": (lambda s: s.draw("1 0 0 RG 2 w 0 0 m 99 99 l S"), {("error", "colour")}, "page"),
    "RGB in a form": (
        lambda s: s.draw("/F Do", XObject={"F": s.form(f"1 0 0 rg {SQUARE}")}),
        {("error", "colour")},
        "page > form F",
    ),
    "RGB in a group in a form": (
        lambda s: s.draw("/F Do", XObject={"F": s.form("/G Do", XObject={"G": s.group(f"1 0 0 rg {SQUARE}")})}),
        {("error", "colour")},
        "page > form F > form G",
    ),
    "a group that blends in RGB": (
        lambda s: s.draw("/F Do", XObject={"F": s.group(f"0 1 1 0 k {SQUARE}", Name.DeviceRGB)}),
        {("error", "colour")},
        "page > form F",
    ),
    "RGB in a soft mask": (
        lambda s: s.draw(
            f"/M gs 0 1 1 0 k {SQUARE}",
            ExtGState={"M": Dictionary(SMask=Dictionary(S=Name.Luminosity, G=s.group(f"1 1 1 rg {SQUARE}")))},
        ),
        {("error", "colour"), ("info", "transparency")},
        "page > soft mask",
    ),
    "RGB in a pattern": (
        lambda s: s.draw(f"/Pattern cs /P scn {SQUARE}", Pattern={"P": s.pattern("1 0 0 rg 0 0 5 5 re f")}),
        {("error", "colour")},
        "page > pattern",
    ),
    "an RGB gradient": (
        lambda s: s.draw("/S sh", Shading={"S": s.shading(Name.DeviceRGB, [1, 0, 0], [0, 0, 1])}),
        {("error", "colour")},
        "page",
    ),
    "an RGB gradient as a pattern": (
        lambda s: s.draw(
            f"/Pattern cs /P scn {SQUARE}",
            Pattern={"P": Dictionary(PatternType=2, Shading=s.shading(Name.DeviceRGB, [1, 0, 0], [0, 0, 1]))},
        ),
        {("error", "colour")},
        "page",
    ),
    "an RGB image": (
        lambda s: s.draw("40 0 0 40 0 0 cm /I Do", XObject={"I": s.image(Name.DeviceRGB, bytes(30000), 100)}),
        {("error", "colour")},
        "page > image I",
    ),
    "an image with an RGB palette": (
        lambda s: s.draw(
            "40 0 0 40 0 0 cm /I Do",
            XObject={
                "I": s.image(Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0\0\0\xff\xff\xff")]), bytes(10000), 100)
            },
        ),
        {("error", "colour")},
        "page > image I",
    ),
    "an RGB image in line": (
        lambda s: s.draw("0.5 0 0 0.5 0 0 cm BI /W 2 /H 2 /CS /RGB /BPC 8 /F /AHx ID 000000000000000000000000> EI"),
        {("error", "colour")},
        "page > image in line",
    ),
    "RGB by a profile": (
        lambda s: s.draw(f"/C cs 1 0 0 sc {SQUARE}", ColorSpace={"C": s.profile(3)}),
        {("error", "colour")},
        "page",
    ),
    "calibrated RGB": (
        lambda s: s.draw(
            f"/C cs 1 0 0 sc {SQUARE}",
            ColorSpace={"C": Array([Name.CalRGB, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])},
        ),
        {("error", "colour")},
        "page",
    ),
    "Lab": (
        lambda s: s.draw(
            f"/C cs 50 20 30 sc {SQUARE}",
            ColorSpace={"C": Array([Name.Lab, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])},
        ),
        {("error", "colour")},
        "page",
    ),
    "CMYK by a profile": (
        lambda s: s.draw(f"/C cs 0 1 1 0 sc {SQUARE}", ColorSpace={"C": s.profile(4)}),
        {("warning", "colour")},
        "page",
    ),
    "RGB that is only named": (
        lambda s: s.draw("", ColorSpace={"C": s.profile(3)}),
        {("warning", "colour")},
        "page",
    ),
    "340 % of ink": (lambda s: s.draw(f"0.9 0.9 0.8 0.8 k {SQUARE}"), {("error", "ink")}, "page"),
    "340 % in a group": (
        lambda s: s.draw("/F Do", XObject={"F": s.group(f"0.9 0.9 0.8 0.8 k {SQUARE}")}),
        {("error", "ink")},
        "page > form F",
    ),
    "340 % with a spot": (
        lambda s: s.draw(
            f"/C cs 1 1 0.7 0.7 scn {SQUARE}",
            ColorSpace={
                "C": Array(
                    [
                        Name.DeviceN,
                        Array([Name.Cyan, Name.Magenta, Name.Yellow, Name.Gold]),
                        Name.DeviceCMYK,
                        Dictionary(FunctionType=2, Domain=Array([0, 1] * 4), N=1),
                    ]
                )
            },
        ),
        {("error", "ink")},
        "page",
    ),
    "a gradient to 340 %": (
        lambda s: s.draw("/S sh", Shading={"S": s.shading(Name.DeviceCMYK, [0, 0, 0, 0], [0.9, 0.9, 0.8, 0.8])}),
        {("error", "ink")},
        "page",
    ),
    "white that overprints": (
        lambda s: s.draw(f"/O gs 0 0 0 0 k {SQUARE}", ExtGState={"O": Dictionary(op=True, OPM=1)}),
        {("error", "white-overprint")},
        "page",
    ),
    "a white line that overprints": (
        lambda s: s.draw("/O gs 1 G 2 w 0 0 m 99 99 l S", ExtGState={"O": Dictionary(OP=True)}),
        {("error", "white-overprint")},
        "page",
    ),
    "a spot called in two ways": (
        lambda s: s.draw(
            f"/A cs 1 scn {SQUARE} /B cs 1 scn {SQUARE}",
            ColorSpace={"A": s.spot("Signal Red"), "B": s.spot("signal red")},
        ),
        {("error", "spots")},
        "page",
    ),
    "a spot described in two ways": (
        lambda s: s.draw(
            f"/A cs 1 scn {SQUARE} /B cs 1 scn {SQUARE}",
            ColorSpace={"A": s.spot("Red"), "B": s.spot("Red", full=(0, 0.9, 1, 0))},
        ),
        {("error", "spots")},
        "page",
    ),
    "a spot that stands in RGB": (
        lambda s: s.draw(f"/A cs 1 scn {SQUARE}", ColorSpace={"A": s.spot("Red", Name.DeviceRGB, (1, 0, 0))}),
        {("warning", "spots")},
        "page",
    ),
    "the ink of register marks": (
        lambda s: s.draw(f"/A cs 1 scn {SQUARE}", ColorSpace={"A": s.spot("All", full=(1, 1, 1, 1))}),
        {("error", "spots")},
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
        lambda s: s.draw(f"0.9 0.9 0.7 0.5 k {SQUARE}"),
        lambda s: s.draw(f"/A cs 1 scn {SQUARE}", ColorSpace={"A": s.spot("CutContour")}),
        lambda s: s.draw("/A CS 1 SCN 1 w -33 100 m -20 100 l S", ColorSpace={"A": s.spot("All", full=(1, 1, 1, 1))}),
        lambda s: s.draw(f"0 g {SQUARE}"),
        lambda s: s.draw(f"/O gs 0 0 0 0 k {SQUARE}", ExtGState={"O": Dictionary(op=False)}),
        lambda s: s.draw(f"1 0 0 rg q 0 1 1 0 k {SQUARE} Q"),
    ],
    ids=["300 %", "a cut line", "a register mark in the slug", "gray", "white that knocks out", "RGB not painted"],
)
def test_what_is_allowed_is_let_be(sheet: bytes, spoil: Spoil, found: Found, change: Callable[[Any], object]) -> None:
    assert found(spoil(sheet, change)) == ()


def test_the_limit_of_ink_is_the_printers(sheet: bytes, spoil: Spoil, found: Found) -> None:
    inked = spoil(sheet, lambda s: s.draw(f"0.9 0.9 0.7 0.5 k {SQUARE}"))
    assert rules(found(inked, ink=280)) == {("error", "ink")}
