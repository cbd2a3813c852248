"""Pages ask for nothing but the edition's fonts, lose nothing that they point at, and say what they stumble over."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from dossier.errors import AssetError, LayoutError, TypesettingError
from dossier.exhibits.voice import Voice
from dossier.locales.fonts import Fonts
from dossier.pdf.text import normalise, read_passages, text_of
from dossier.typeset import pages
from dossier.typeset.pages import Laid, Setting, lay_pages, set_pages, try_pages

LATIN = 'body { font-family: Spectral } b { font-family: "PT Sans" }'


@pytest.fixture(scope="module")
def fonts(voice: Callable[[str], Voice]) -> Fonts:
    return voice("en").fonts


def set_body(body: str, fonts: Fonts, *styles: str) -> Setting:
    html = f'<!DOCTYPE html><html lang="en"><head><title>Test</title></head><body><h1>Test</h1>{body}</body></html>'
    return set_pages(html, (LATIN, *styles), fonts, archive=True)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "/etc/passwd",
        "../../sources/article.txt",
        "http://127.0.0.1:9/x.png",
        "https://example.org/x.png",
        "ftp://example.org/x.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "font:1000",
        "font:-1",
        "font:../../../etc/passwd",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        '<img src="{}">',
        '<object data="{}"></object>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="attachment" href="{}">',
        '<a rel="attachment" href="{}">x</a>',
        '<p style="background: url({})">x</p>',
        '<style>@import url("{}");</style>',
        '<style>@font-face {{ font-family: Other; src: url("{}") }} p {{ font-family: Other }}</style><p>x</p>',
    ],
)
def test_a_page_cannot_ask_for_anything(body: str, address: str, fonts: Fonts) -> None:
    with pytest.raises(LayoutError, match="which is not part of the edition") as caught:
        set_body(body.format(address), fonts)
    assert caught.value.hint


def test_a_style_sheet_cannot_ask_for_anything(fonts: Fonts) -> None:
    with pytest.raises(LayoutError, match=r"file:///etc/passwd"):
        set_body("<p>x</p>", fonts, "p { background: url(file:///etc/passwd) }")


@pytest.mark.parametrize("body", ["<p>計</p>", "<p>\U00013000</p>", "<p style='font-family: monospace'>x</p>"])
def test_a_page_is_set_in_fonts_of_the_edition_alone(body: str, fonts: Fonts) -> None:
    with pytest.raises(AssetError, match=r"would be set in (.*, which is no font of the edition|nothing)"):
        set_body(body, fonts)


def test_what_a_page_points_at_and_does_not_have_stops_it(fonts: Fonts) -> None:
    with pytest.raises(TypesettingError, match="#nowhere"):
        set_body('<p><a href="#nowhere">x</a></p>', fonts)


def test_pages_that_lose_something_are_laid_out_again_with_paragraphs_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Sequence[str]] = []

    def lay(html: str, styles: Sequence[str], fonts: Fonts, pictures: Mapping[str, bytes]) -> Laid:
        tried.append(styles)
        found = {"n1": (0, 0, 0, 0)} if "break-inside: avoid" in styles[-1] else {}
        document: Any = SimpleNamespace(pages=[SimpleNamespace(anchors=found)])
        return Laid(document, html, fonts, ())

    monkeypatch.setattr(pages, "_lay", lay)
    nothing = Fonts((), (), {}, 1, ())
    assert lay_pages('<a href="#n1">1</a>', ("p {}",), nothing).places().keys() == {"n1"}
    assert [styles[:1] for styles in tried] == [("p {}",)] * 2
    assert lay_pages("<p>no link</p>", ("p {}",), nothing).places() == {}
    assert len(tried) == 3, "nothing lost, nothing to be tried again"


def test_trying_leaves_out_what_the_flow_does_not_touch(fonts: Fonts) -> None:
    parts = '<section class="story" id="a"><p>x</p></section><section class="matter" id="b"><p>x</p></section>'
    assert try_pages(f"<main>{parts}</main>", (LATIN,), fonts).places().keys() == {"a"}


def test_variables_that_never_change_are_put_in() -> None:
    sheets = (":root { --ink: #111; --rule: 1pt solid var(--ink); --gap: 2mm; --size: 9pt }", ".side { --size: 8pt }")
    rule = "p { color: var(--ink); border: var(--rule); margin: var(--gap); font-size: var(--size); top: var(--other) }"
    *_, put = pages._settled('<div style="--gap: 3mm"></div>', (*sheets, rule))
    assert (
        put
        == "p { color: #111; border: 1pt solid #111; margin: var(--gap); font-size: var(--size); top: var(--other) }"
    )


def test_complaints_about_a_style_sheet_are_findings_and_leave_the_log_as_it_was(fonts: Fonts) -> None:
    logger = logging.getLogger("weasyprint")
    before = logger.handlers[:], logger.propagate
    setting = set_body("<p>x</p>", fonts, "p { colour: red }")
    (finding,) = setting.diagnostics
    assert (finding.code, finding.severity) == ("typesetting", "warning")
    assert "colour" in finding.message
    assert (logger.handlers, logger.propagate) == before


def test_glyphs_of_a_page_say_what_they_are(voice: Callable[[str], Voice]) -> None:
    body = "<p>فلسطين</p><p>لاسلكي</p><p>شيئًا</p>"
    html = f'<html lang="ar" dir="rtl"><head><title>Test</title></head><body>{body}</body></html>'
    pdf = set_pages(html, ("body { font-family: Amiri }",), voice("ar").fonts, archive=True).pdf
    from_the_right = [normalise(passage.text[::-1]) for passage in read_passages(pdf)]
    assert from_the_right == ["فلسطين", "لاسلكي", "شيئًا"]


def test_pages_are_the_same_every_time(fonts: Fonts) -> None:
    body = "<p>Twelve men were <b>dropped</b> in Komi.</p>"
    first, second = set_body(body, fonts), set_body(body, fonts)
    assert first == second
    assert first.pages == 1
    assert "Twelve men were dropped in Komi." in text_of(read_passages(first.pdf))
