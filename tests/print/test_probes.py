"""Three editions that show what cannot be added later: right to left, long words, and a large sheet in inks.

A dossier in Arabic, one in German, and an A1 sheet in CMYK with a map, each through the same path as the English one.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from dossier.build import Built, build_edition, compose_edition
from dossier.locales.catalogs import localize
from dossier.locales.locale import locale
from dossier.model.exhibit import Figure, Label
from dossier.model.inline import plain
from dossier.model.project import Project
from dossier.model.walk import messages
from dossier.pdf.colours import read_colours
from dossier.pdf.read import Box, read_summary
from dossier.pdf.text import Passage, normalise, read_passages, text_of
from dossier.preflight.examine import examine
from dossier.preflight.findings import Limits
from dossier.preflight.judging import judge
from dossier.preflight.profiles import PROFILES
from dossier.typeset import setting
from dossier.typeset.compose import Composition
from dossier.units import mm, to_mm
from tests.glyphs import read_glyphs

HYPHEN_AT_LINE_END = re.compile(r"(\w+)[-\u2010\u00ad\x02\ufffe]\r?\n(\w+)")


def edition(tag: str, layout: str, bundled: Project, folder: pytest.TempPathFactory) -> Built:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(setting, "TRIALS", 1)  # where exhibits go is looked at in the English dossier
        return build_edition(bundled, tag, layout, folder.mktemp(tag))


@pytest.fixture(scope="module")
def arabic(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return edition("ar", "dossier", bundled, tmp_path_factory)


@pytest.fixture(scope="module")
def german(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return edition("de", "dossier", bundled, tmp_path_factory)


@pytest.fixture(scope="module")
def sheet(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return edition("en", "map-a1", bundled, tmp_path_factory)


@pytest.fixture(scope="module")
def arabic_passages(arabic: Built) -> tuple[Passage, ...]:
    return read_passages(arabic.path)


@pytest.fixture(scope="module")
def german_passages(german: Built) -> tuple[Passage, ...]:
    return read_passages(german.path)


def letters(text: str) -> str:
    """Return a text as texts are compared, without vowel marks: one inside a ligature is read before or behind it."""
    return "".join(char for char in normalise(text) if unicodedata.category(char) != "Mn")


def lost(tag: str, bundled: Project, passages: tuple[Passage, ...]) -> list[str]:
    """Return the ids of the texts of an edition that are not whole in what is read from its pages."""
    everything = letters(text_of(passages))
    hidden = {"alt", "by"}  # spoken by a screen reader; who signed the English
    return [
        message.id
        for message in messages(localize(bundled.dossier, bundled.folder, locale(tag)).dossier)
        if message.id.rpartition(".")[2] not in hidden
        and not all(letters(piece) in everything for piece in plain(message.text).split("{value}"))
    ]


def outside(composition: Composition) -> list[str]:
    """Return the labels that reach beyond their figures by more than half a point."""
    figures = [figure for exhibit in composition.exhibits.values() for figure in exhibit.figures]
    return [label.text for figure in figures for label in figure.labels if not within(label, figure, composition)]


def within(label: Label, figure: Figure, composition: Composition) -> bool:
    extent = composition.voice.measure.extent(label.text, figure.style(label.style))
    start = {"start": 0.0, "middle": -extent.width / 2, "end": -extent.width}[label.anchor]
    turn = math.radians(label.angle)
    for x in (start, start + extent.width):
        for y in (-extent.ascent, extent.descent):
            right = label.x + x * math.cos(turn) - y * math.sin(turn)
            down = label.y + x * math.sin(turn) + y * math.cos(turn)
            if not (-0.5 <= right <= figure.width + 0.5 and -0.5 <= down <= figure.height + 0.5):
                return False
    return True


def figure_words(passages: tuple[Passage, ...]) -> str:
    return letters(" ".join(passage.text for passage in passages if "Figure" in passage.path))


def test_arabic_and_german_are_accessible(arabic: Built, german: Built, verapdf: Callable[..., list[str]]) -> None:
    assert verapdf("ua1", arabic.path, german.path) == []


@pytest.mark.parametrize(
    ("name", "language", "title", "families"),
    [
        ("arabic", "ar", "عملية الغولاغ", {"Amiri", "IBM-Plex-Sans-Arabic", "Spectral", "PT-Sans"}),
        ("german", "de", "Die GULAG-Operation", {"Spectral", "PT-Sans"}),
        ("sheet", "en", "The GULAG Operation", {"Spectral", "PT-Sans"}),
    ],
)
def test_editions_say_their_language_and_are_set_in_its_fonts(
    name: str, language: str, title: str, families: set[str], request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(name)
    summary = read_summary(built.path)
    assert (summary.language, summary.title) == (language, title)
    assert all(font.embedded and font.has_unicode for font in summary.fonts)
    weights = re.compile("-(Bold|Italic|Oblique|Light|Medium|Semi-Bold)")
    assert {weights.sub("", font.name) for font in summary.fonts} == families
    assert built.diagnostics == ()


def test_arabic_is_read_in_logical_order(bundled: Project, arabic_passages: tuple[Passage, ...]) -> None:
    assert lost("ar", bundled, arabic_passages) == []
    assert {passage.language for passage in arabic_passages} == {"ar"}
    assert "\ufffd" not in text_of(arabic_passages)


def test_arabic_runs_from_right_to_left(arabic: Built, arabic_passages: tuple[Passage, ...]) -> None:
    heading = next(passage for passage in arabic_passages if passage.path[-1] == "H2")
    assert heading.text == "المحتويات"
    glyphs = [glyph for glyph in read_glyphs(arabic.path) if glyph.page == heading.page - 1]
    top = min(glyph.y for glyph in glyphs if glyph.text == "ح")
    place = {glyph.text: glyph.x for glyph in glyphs if abs(glyph.y - top) < 0.1}
    assert place["م"] > place["ح"] > place["و"] > place["ي"]
    # The text column ends at 140 mm, where the margin column begins; on the left the pages keep 22 mm.
    assert max(glyph.right for glyph in glyphs if abs(glyph.y - top) < 0.1) == pytest.approx(mm(140), abs=3)


def test_arabic_letters_are_joined(arabic: Built) -> None:
    with pikepdf.open(arabic.path) as document:
        (font,) = (font for font in document.pages[3].Resources.Font.values() if str(font.BaseFont).endswith("+Amiri"))
        codes = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]{4})>\n", font.ToUnicode.read_bytes().decode())
    forms = {letter: {code for code, text in codes if int(text, 16) == ord(letter)} for letter in "عهنيكت"}
    assert all(len(codes) >= 3 for codes in forms.values()), "a form each for the beginning, middle and end of a word"


def test_nothing_leaves_the_columns(arabic: Built, german: Built) -> None:
    for built, left, right in ((german, 20, 188), (arabic, 22, 190)):
        glyphs = list(read_glyphs(built.path))
        slack = 3  # pt: glyphs may lean a little over the edge of their line
        beyond = [glyph for glyph in glyphs if glyph.left < mm(left) - slack or glyph.right > mm(right) + slack]
        assert beyond == []


@pytest.mark.parametrize("tag", ["ar", "de"])
def test_words_of_figures_are_live_and_inside(tag: str, bundled: Project, request: pytest.FixtureRequest) -> None:
    passages: tuple[Passage, ...] = request.getfixturevalue("arabic_passages" if tag == "ar" else "german_passages")
    composition = compose_edition(bundled, tag, "dossier").composition
    words = figure_words(passages)
    labels = [
        (label.text.upper() if figure.style(label.style).caps else label.text)
        for exhibit in composition.exhibits.values()
        for figure in exhibit.figures
        for label in figure.labels
    ]
    assert len(labels) > 100
    assert [text for text in labels if letters(text) not in words] == []
    assert outside(composition) == []


def test_german_is_whole(bundled: Project, german_passages: tuple[Passage, ...]) -> None:
    assert lost("de", bundled, german_passages) == []


def test_long_german_words_are_hyphenated_and_read_whole(
    german: Built, bundled: Project, german_passages: tuple[Passage, ...]
) -> None:
    with pypdfium2.PdfDocument(german.path) as document:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    broken = [(first, second) for page in pages for first, second in HYPHEN_AT_LINE_END.findall(page)]
    words = [first + second for first, second in broken]
    assert len(words) > 15
    assert any(len(word) >= 15 for word in words)
    assert all(len(first) >= 3 and len(second) >= 3 for first, second in broken), "no crumbs"
    texts = [plain(m.text) for m in messages(localize(bundled.dossier, bundled.folder, locale("de")).dossier)]
    written = {word for text in texts for word in re.findall(r"\w+", text)}
    read = set(re.findall(r"\w+", text_of(german_passages).replace("\u2010\n", "")))
    assert [word for word in words if word in written and word not in read] == []
    assert sum(word in written for word in words) > 15


def test_the_sheet_is_true_to_a_hundredth_of_a_millimetre(sheet: Built) -> None:
    (page,) = read_summary(sheet.path).pages
    boxes = {"trim": page.trim, "bleed": page.bleed, "media": page.media}
    assert in_mm(boxes["trim"]) == pytest.approx((0, 0, 594, 841), abs=0.01)
    assert in_mm(boxes["bleed"]) == pytest.approx((-5, -5, 599, 846), abs=0.01)
    assert all(out <= 0.001 for out in (page.media.left - page.bleed.left, page.bleed.right - page.media.right))


def in_mm(box: Box) -> tuple[float, ...]:
    return tuple(to_mm(length) for length in (box.left, box.bottom, box.right, box.top))


def test_the_sheet_is_written_in_inks_for_a_named_press(sheet: Built) -> None:
    assert {use.space for use in read_colours(sheet.path)} == {"DeviceCMYK", "Separation All"}
    with pikepdf.open(sheet.path) as document:
        (intent,) = document.Root.OutputIntents
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
        assert int(intent.DestOutputProfile.N) == 4


def test_a_print_shop_takes_the_sheet(sheet: Built) -> None:
    assert judge(examine(sheet.path), PROFILES["press"], Limits(bleed=mm(5))) == ()


def test_black_words_overprint_and_nothing_else_does(sheet: Built) -> None:
    marks = examine(sheet.path).painted
    black = [mark for mark in marks if mark.use == "text" and mark.colour.inks and mark.colour.total == 100]
    black = [mark for mark in black if mark.colour.used == ("Black",)]
    assert black
    assert all(mark.overprints for mark in black)
    assert not any(mark.overprints for mark in marks if mark.in_bleed and mark not in black)


def test_the_words_of_the_sheet_are_live(sheet: Built, bundled: Project) -> None:
    read = normalise(text_of(read_passages(sheet.path)))
    names = [place.name for place in bundled.dossier.places] + [zone.name for zone in bundled.dossier.zones]
    figure = compose_edition(bundled, "en", "map-a1").composition.exhibits["map"].figures[0]
    labels = [label.text for label in figure.labels]
    shown = [name for name in names if any(normalise(name) in normalise(label) for label in labels)]
    assert len(shown) > 20
    assert [label for label in labels if normalise(label) not in read] == []
    assert normalise(plain(bundled.dossier.title)) in read
    assert outside(compose_edition(bundled, "en", "map-a1").composition) == []


def test_the_sheet_is_one_small_file(sheet: Built) -> None:
    assert sheet.pages == 1
    assert Path(sheet.path).stat().st_size < 2_000_000
