"""Faults in type, set by WeasyPrint and finished as a sheet is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.preflight.findings import Finding

Found = Callable[..., tuple[Finding, ...]]
Page = Callable[..., bytes]


def rules(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.severity, finding.rule) for finding in findings}


SET: dict[str, tuple[str, set[tuple[str, str]], str]] = {
    "4 pt in four inks": (
        '<p style="font-size: 4pt; color: device-cmyk(0.5 0.4 0.4 0.6)">Melenberg</p>',
        {("error", "type-inks"), ("warning", "type-size")},
        "type of 4.0 pt in 4 inks (“Melenberg”)",
    ),
    "rich black text": (
        '<p style="color: device-cmyk(0.6 0.4 0.4 1)">Melenberg</p>',
        {("error", "rich-black")},
        "black type of 14.0 pt is printed in Cyan, Magenta, Yellow, Black (“Melenberg”)",
    ),
    "type of 3 pt": ('<p style="font-size: 3pt">Komi</p>', {("error", "type-size")}, "type of 3.0 pt (“Komi”)"),
    "white type of 5 pt": (
        '<p style="font-size: 5pt; color: device-cmyk(0 0 0 0)">Komi</p>',
        {("error", "type-size")},
        "white type of 5.0 pt (“Komi”)",
    ),
    "type that scaling makes small": (
        '<p style="font-size: 12pt; transform: scale(0.25)">Komi</p>',
        {("error", "type-size")},
        "type of 3.0 pt (“Komi”)",
    ),
}


@pytest.mark.parametrize("fault", SET)
def test_what_is_set_wrong_is_found(press: Page, found: Found, fault: str) -> None:
    body, expected, message = SET[fault]
    findings = found(press(body))
    assert rules(findings) == expected
    assert message in findings[0].message


@pytest.mark.parametrize(
    "body",
    [
        '<p style="font-size: 8pt; color: device-cmyk(1 0.5 0 0.2)">coloured type of 8 pt</p>',
        '<p style="font-size: 4pt">black type of 4 pt, which overprints</p>',
        '<p style="font-size: 6pt; color: device-cmyk(0 0 0 0)">white type of 6 pt</p>',
        '<p style="font-size: 36pt; color: device-cmyk(0.6 0.4 0.4 1)">rich</p>',
    ],
)
def test_what_is_large_enough_is_let_be(press: Page, found: Found, body: str) -> None:
    assert found(press(body)) == ()


def test_sizes_count_as_they_are_printed(press: Page, found: Found) -> None:
    """At 1:10, type of 1 pt is type of 10 pt, and 1,000 ppi are 100."""
    small = press('<p style="font-size: 1pt">Komi</p>')
    assert rules(found(small)) == {("error", "type-size")}
    assert found(small, scale=10) == ()
