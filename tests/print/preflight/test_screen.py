"""Faults in files for a screen: found by name, and for those of PDF/UA veraPDF finds the same files wanting."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from dossier.pdf.structure import Element, read_tree
from dossier.preflight.findings import Finding

Found = Callable[..., tuple[Finding, ...]]
Page = Callable[..., bytes]
Change = Callable[[pikepdf.Pdf], object]


def spoil(pdf: bytes, change: Change) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        document.save(out, fix_metadata_version=False)
    return out.getvalue()


def first(document: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    tree = read_tree(document)
    assert isinstance(tree, Element)
    return next(element.object for element in tree.walk() if element.kind == kind)


def fonts(document: pikepdf.Pdf) -> pikepdf.Object:
    return next(iter(document.pages[0].Resources.Font.values()))


def links(document: pikepdf.Pdf) -> pikepdf.Object:
    return document.pages[0].Annots


def in_metadata(document: pikepdf.Pdf, missing: bytes) -> None:
    packet = document.Root.Metadata
    packet.write(re.sub(missing, b"", packet.read_bytes()))


def without_title(document: pikepdf.Pdf) -> None:
    del document.docinfo.Title
    in_metadata(document, rb"<dc:title>.*</dc:title>")


def without_scope(document: pikepdf.Pdf) -> None:
    del first(document, "TH").A
    del first(document, "TD").A


UNREADABLE: dict[str, tuple[Change, set[tuple[str, str]], str]] = {
    "no tags": (
        lambda pdf: pdf.Root.__delattr__("StructTreeRoot"),
        {("error", "tagged")},
        "the file is not tagged",
    ),
    "words outside the tags": (
        lambda pdf: pdf.pages[0].contents_add(b"\n0 0 10 10 re f\n"),
        {("error", "tagged")},
        "neither tagged nor marked as decoration",
    ),
    "no title": (
        without_title,
        {("error", "title")},
        "the file has no title",
    ),
    "a title that is not shown": (
        lambda pdf: pdf.Root.ViewerPreferences.__delattr__("DisplayDocTitle"),
        {("warning", "title")},
        "shows the file's name",
    ),
    "no language": (lambda pdf: pdf.Root.__delattr__("Lang"), {("error", "language")}, "the file has no language"),
    "no claim": (
        lambda pdf: in_metadata(pdf, rb'pdfuaid:part="1"'),
        {("warning", "identification")},
        "does not say that the file conforms",
    ),
    "a figure without a text": (
        lambda pdf: first(pdf, "Figure").__delattr__("Alt"),
        {("error", "figures")},
        "a figure has no alternative text",
    ),
    "a level that is skipped": (
        lambda pdf: first(pdf, "H2").__setattr__("S", Name.H3),
        {("error", "headings")},
        "a heading of level 3 follows one of level 1",
    ),
    "a head without a scope": (
        without_scope,
        {("error", "tables")},
        "a table head does not say",
    ),
    "links in no order": (
        lambda pdf: pdf.pages[0].obj.__delattr__("Tabs"),
        {("error", "tab-order")},
        "not reached in the order of the tags",
    ),
    "a link that says nothing": (
        lambda pdf: links(pdf)[0].__delattr__("Contents"),
        {("error", "links")},
        "a link on page 1 has no description",
    ),
    "a link outside the tags": (
        lambda pdf: links(pdf)[0].__delattr__("StructParent"),
        {("error", "links")},
        "an annotation (Link) is not in the tags",
    ),
    "a font that does not tell its letters": (
        lambda pdf: fonts(pdf).__delattr__("ToUnicode"),
        {("error", "fonts")},
        "does not tell which letters it shows",
    ),
    "a font that is not embedded": (
        lambda pdf: fonts(pdf).DescendantFonts[0].FontDescriptor.__delattr__("FontFile2"),
        {("error", "fonts")},
        "is not embedded",
    ),
}


def test_a_clean_file_has_no_findings(screen: bytes, found: Found) -> None:
    assert found(screen, "accessible") == ()
    assert found(screen, "screen") == ()


@pytest.mark.parametrize("fault", UNREADABLE)
def test_what_cannot_be_read_aloud_is_found(screen: bytes, found: Found, fault: str) -> None:
    change, expected, words = UNREADABLE[fault]
    findings = found(spoil(screen, change), "accessible")
    assert {(finding.severity, finding.rule) for finding in findings} == expected
    assert words in findings[0].message


def test_verapdf_finds_the_same_files_wanting(verapdf: Callable[..., list[str]], screen: bytes, tmp_path: Path) -> None:
    paths = {}
    for number, (fault, (change, _, _)) in enumerate(UNREADABLE.items()):
        paths[fault] = tmp_path / f"{number}.pdf"
        paths[fault].write_bytes(spoil(screen, change))
    judged = verapdf("ua1", *paths.values())
    assert {fault for fault, path in paths.items() if f"FAIL {path}" not in judged} == set()


def test_a_table_without_heads(on_screen: Page, found: Found) -> None:
    findings = found(on_screen("<main><h1>A</h1><table><tr><td>1</td><td>2</td></tr></table></main>"), "accessible")
    assert [finding.message for finding in findings] == ["a table has no heads (TH)"]


def link_to(action: Dictionary) -> Change:
    return lambda pdf: links(pdf)[0].__setattr__("A", action)


LEADING: dict[str, tuple[Change, str]] = {
    "a file": (
        link_to(Dictionary(S=Name.URI, URI=String("file:///home/me/article.html"))),
        "a link leads to a file of another machine: file:///home/me/article.html",
    ),
    "a path": (
        link_to(Dictionary(S=Name.URI, URI=String("../article.html"))),
        "a link leads to a file of another machine: ../article.html",
    ),
    "another PDF": (
        link_to(Dictionary(S=Name.GoToR, F=String("other.pdf"))),
        "a link leads to a file of another machine: other.pdf",
    ),
    "a program": (
        link_to(Dictionary(S=Name.Launch, F=Dictionary(UF=String("setup.exe")))),
        "a link opens a program or a file: setup.exe",
    ),
    "nowhere": (link_to(Dictionary(S=Name.GoTo, D=String("no-such-place"))), "a link leads nowhere"),
}


@pytest.mark.parametrize("target", LEADING)
def test_links_that_lead_astray_are_found(screen: bytes, found: Found, target: str) -> None:
    change, message = LEADING[target]
    assert [(finding.rule, finding.message) for finding in found(spoil(screen, change), "screen")] == [
        ("links", message)
    ]


def test_a_long_file_wants_bookmarks(on_screen: Page, found: Found) -> None:
    pages = "<h1>Komi</h1>" + "<p style='break-before: page'>one more</p>" * 5
    with_bookmarks = on_screen(f"<main>{pages}</main>")
    without = spoil(with_bookmarks, lambda pdf: pdf.Root.__delattr__("Outlines"))
    assert found(with_bookmarks, "screen") == ()
    assert [finding.message for finding in found(without, "screen")] == ["6 pages and no bookmarks"]


def test_a_file_that_is_too_large(screen: bytes, found: Found) -> None:
    (finding,) = found(screen, "screen", megabytes=0.001)
    assert (finding.severity, finding.rule) == ("warning", "size")


def test_pages_of_two_sizes(screen: bytes, found: Found) -> None:
    def grow(pdf: pikepdf.Pdf) -> None:
        pdf.pages.append(pdf.pages[0])
        pdf.pages[1].MediaBox = Array([0, 0, 612, 792])

    (finding,) = found(spoil(screen, grow), "screen")
    assert (finding.severity, finding.rule) == ("info", "page-size")
    assert "215.90 x 279.40 mm (1)" in finding.message


@pytest.mark.parametrize(("profile", "allowed"), [("screen", True), ("press", True), ("accessible", False)])
def test_encryption_is_found(screen: bytes, sheet: bytes, found: Found, profile: str, *, allowed: bool) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(sheet if profile == "press" else screen)) as document:
        permissions = pikepdf.Permissions(accessibility=allowed)
        # What newer keys say of accessibility is for readers to ignore: only the older ones can deny it.
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="", R=3, aes=False, metadata=False,
                                                         allow=permissions))  # fmt: skip
    assert "encryption" in {finding.rule for finding in found(out.getvalue(), profile)}


def test_a_long_file_wants_headings(on_screen: Page, found: Found) -> None:
    pages = "<p style='break-after: page'>one more</p>" * 5
    (finding,) = found(on_screen(f"<main>{pages}</main>"), "accessible")
    assert (finding.severity, finding.rule) == ("warning", "headings")
