"""Words over figures stand where the figure says, to a tenth of a point, in every script: read back from the page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from dossier.exhibits.voice import Voice
from dossier.layouts import load_layout
from dossier.model.exhibit import Figure, FontRole, Label, LabelStyle
from dossier.typeset.compose import styles
from dossier.typeset.figures import figure_html, label_rules
from dossier.typeset.pages import set_pages
from tests.glyphs import Glyph, read_glyphs

LEFT, TOP = 30.0, 20.0
SHEET = f"""@page {{ size: 330pt 300pt; margin: {TOP}pt 0 0 {LEFT}pt; @top-left {{ content: none }}
@bottom-left {{ content: none }} @bottom-right {{ content: none }} }} .plate {{ break-after: page }}"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><path fill="#9C3D1F" d="M0 0h3v3z"/></svg>'
WORDS = {"en": "Hoxn", "ru": "Ноябрь", "ar": "كومي", "he": "קומי"}

FAMILIES: tuple[FontRole, ...] = ("serif", "sans")
STYLES = tuple(
    LabelStyle(f"{family}-{size:g}", family, size, weight, leading=leading)
    for family, (size, weight, leading) in product(FAMILIES, ((7, 400, 1.2), (12.5, 700, 1.0), (30, 400, 1.5)))
)


def figure(*labels: Label, styles: tuple[LabelStyle, ...] = STYLES, svg: str = SVG) -> Figure:
    return Figure(300, 200, svg, labels, styles)


def set_figures(figures: list[Figure], voice: Voice) -> list[list[Glyph]]:
    """Set each figure on a page of its own and return the glyphs of each."""
    layout = load_layout("dossier")
    plates = "".join(
        figure_html(each, "", voice.fonts, voice.measure, layout.screen_palette, layout.colour) for each in figures
    )
    html = f'<html lang="{voice.locale.tag}" dir="{"rtl" if voice.locale.rtl else "ltr"}"><title>x</title>{plates}'
    rules = label_rules(figures, voice.measure, layout.colour)
    pdf = set_pages(html, (*styles(layout, voice), SHEET, rules), voice.fonts, archive=False).pdf
    glyphs = list(read_glyphs(pdf))
    return [[glyph for glyph in glyphs if glyph.page == number] for number in range(len(figures))]


@pytest.mark.parametrize("tag", WORDS)
def test_words_stand_on_their_baseline(tag: str, voice: Callable[[str], Voice]) -> None:
    labels = [Label(WORDS[tag], 120, 90, style.name) for style in STYLES]
    for style, glyphs in zip(STYLES, set_figures([figure(label) for label in labels], voice(tag)), strict=True):
        assert glyphs
        assert {round(glyph.y, 1) for glyph in glyphs} == {TOP + 90}, style.name
        assert min(glyph.x for glyph in glyphs) == pytest.approx(LEFT + 120, abs=0.1), style.name


@pytest.mark.parametrize("tag", WORDS)
def test_words_end_or_are_centred_at_their_anchor(tag: str, voice: Callable[[str], Voice]) -> None:
    spoken = voice(tag)
    figures = [
        figure(Label(WORDS[tag], 150, 90, style.name, anchor="end"), Label(WORDS[tag], 150, 150, style.name, "middle"))
        for style in STYLES
    ]
    for style, glyphs in zip(STYLES, set_figures(figures, spoken), strict=True):
        width = spoken.measure.width(WORDS[tag], style)
        ended = min(glyph.x for glyph in glyphs if glyph.y < TOP + 120)
        centred = min(glyph.x for glyph in glyphs if glyph.y > TOP + 120)
        assert ended == pytest.approx(LEFT + 150 - width, abs=0.1)
        assert centred == pytest.approx(LEFT + 150 - width / 2, abs=0.1)


@pytest.mark.parametrize("angle", [-90.0, -57.0, 12.0, 90.0])
def test_words_turn_about_their_anchor(angle: float, voice: Callable[[str], Voice]) -> None:
    labels = [Label("Hoxn", 150, 100, style.name, angle=angle) for style in STYLES]
    for glyphs in set_figures([figure(label) for label in labels], voice("en")):
        first = next(glyph for glyph in glyphs if glyph.text == "H")
        assert first.x == pytest.approx(LEFT + 150, abs=0.1)
        assert first.y == pytest.approx(TOP + 100, abs=0.1)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_lines_are_as_far_apart_as_their_style_says(tag: str, voice: Callable[[str], Voice]) -> None:
    spoken = voice(tag)
    labels = [Label(f"{WORDS[tag]}\n{WORDS[tag]}\n{WORDS[tag]}", 150, 60, style.name, "middle") for style in STYLES]
    for style, glyphs in zip(STYLES, set_figures([figure(label) for label in labels], spoken), strict=True):
        expected = [TOP + 60 + line * spoken.measure.leading(style) for line in range(3)]
        assert sorted({round(glyph.y, 2) for glyph in glyphs}) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    ("family", "italic", "tracking", "caps"),
    [("serif", True, 0.0, False), ("sans", True, 0.05, False), ("sans", False, 0.1, True), ("serif", False, 0.0, True)],
)
def test_words_are_as_wide_as_they_were_measured(
    family: FontRole, italic: bool, tracking: float, caps: bool, voice: Callable[[str], Voice]
) -> None:
    spoken, text = voice("en"), "Office of the Ob, AVAST"
    style = LabelStyle("s", family, 14, italic=italic, tracking=tracking, caps=caps)
    (glyphs,) = set_figures([figure(Label(text + "|", 10, 90, "s"), styles=(style,))], spoken)
    bar = next(glyph for glyph in glyphs if glyph.text == "|")
    # A PDF gives each distance between letters in whole thousandths of the size.
    rounding = len(text) * style.size / 1000
    assert bar.x - (LEFT + 10) == pytest.approx(spoken.measure.width(text, style), abs=rounding)
    assert all(glyph.text.isupper() for glyph in glyphs if glyph.text.isalpha()) is caps


def test_swatches_are_written_as_the_layout_prints_them(voice: Callable[[str], Voice]) -> None:
    spoken, palette = voice("en"), {"accent": "#9C3D1F", "ink": "#1E1D1B"}
    inks = {"accent": "device-cmyk(0.1 0.78 0.92 0.3)", "ink": "device-cmyk(0 0 0 1)"}
    drawn = figure(Label("Ob", 1, 9, STYLES[0].name))
    html = figure_html(drawn, "Rivers & <lakes>", spoken.fonts, spoken.measure, palette, inks.__getitem__)
    assert 'fill="device-cmyk(0.1 0.78 0.92 0.3)"' in html
    assert "#9C3D1F" not in html
    assert "<title>Rivers &amp; &lt;lakes&gt;</title>" in html
    assert "color: device-cmyk(0 0 0 1)" in label_rules([drawn], spoken.measure, inks.__getitem__)


def test_words_are_never_markup(voice: Callable[[str], Voice]) -> None:
    drawn = figure(Label("<b>Ob</b> & Irtysh", 1, 9, STYLES[0].name))
    html = figure_html(drawn, "", voice("en").fonts, voice("en").measure, {}, str)
    assert "&lt;b&gt;Ob&lt;/b&gt; &amp; Irtysh" in html
    assert "<title>" not in html


def test_each_style_has_one_rule(voice: Callable[[str], Voice]) -> None:
    same = figure(Label("Ob", 1, 9, STYLES[0].name)), figure(Label("Taz", 1, 9, STYLES[0].name))
    rules = label_rules(same, voice("en").measure, str).splitlines()
    assert len(rules) == len(set(rules)) == len(STYLES)
