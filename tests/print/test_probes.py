"""Three probes through the same path: Arabic from the right, German with long words, and a sheet for a press."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from dossier.build import Built, build_edition
from dossier.layouts import load_layout
from dossier.model.inline import plain
from dossier.model.project import Project
from dossier.model.walk import messages
from dossier.pdf.colours import read_colours
from dossier.pdf.read import read_summary
from dossier.pdf.text import normalise, read_passages, text_of
from dossier.units import mm, to_mm


@pytest.fixture(scope="session")
def arabic(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_edition(bundled, "ar", "dossier", tmp_path_factory.mktemp("arabic"))


@pytest.fixture(scope="session")
def german(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_edition(bundled, "de", "dossier", tmp_path_factory.mktemp("german"))


@pytest.fixture(scope="session")
def sheet(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_edition(bundled, "en", "map-a1", tmp_path_factory.mktemp("sheet"))


def translated(project: Project, tag: str) -> dict[str, str]:
    from dossier.locales.catalogs import localize
    from dossier.locales.locale import locale

    edition = localize(project.dossier, project.folder, locale(tag))
    assert not edition.untranslated
    return {message.id: plain(message.text) for message in messages(edition.dossier)}


READ_WRONG = 2
HIDDEN = (".alt", ".signed.by")
"""Spoken by a screen reader, or printed where nothing is translated."""


def lost(built: Built, texts: dict[str, str]) -> list[str]:
    printed = normalise(text_of(read_passages(built.path)))
    return [
        id
        for id, text in texts.items()
        if not id.endswith(HIDDEN) and not all(normalise(piece) in printed for piece in text.split("{value}"))
    ]


def test_every_german_text_is_printed(german: Built, bundled: Project) -> None:
    assert lost(german, translated(bundled, "de")) == []
    assert german.diagnostics == ()


def test_arabic_texts_are_printed(arabic: Built, bundled: Project) -> None:
    texts = translated(bundled, "ar")
    # Two words are set right but read back with a letter twice or a mark out of place: the file lacks what tells.
    assert len(lost(arabic, texts)) <= READ_WRONG
    assert arabic.diagnostics == ()


def test_arabic_runs_from_the_right(arabic: Built, verapdf: Callable[..., list[str]]) -> None:
    summary = read_summary(arabic.path)
    assert summary.language == "ar"
    assert {"Amiri", "IBM"} <= {re.split("[ -]", font.name)[0] for font in summary.fonts}
    assert all(font.embedded and font.has_unicode for font in summary.fonts)
    assert verapdf("ua1", arabic.path) == []


def test_arabic_names_are_live_on_the_map(arabic: Built, bundled: Project) -> None:
    texts = translated(bundled, "ar")
    in_figures = normalise(" ".join(p.text for p in read_passages(arabic.path) if "Figure" in p.path))
    for place in ("arkhangelsk", "novosibirsk", "omsk", "urals", "komi"):
        assert normalise(texts[f"{place}.name"]) in in_figures, place


def test_arabic_text_stands_at_the_right_edge(arabic: Built) -> None:
    # The text column lies 70 mm from the right edge and 22 mm from the left: lines are flush with the former.
    with pypdfium2.PdfDocument(arabic.path) as document:
        page = document[3]
        text = page.get_textpage()
        rights = [round(text.get_rect(n)[2]) for n in range(text.count_rects())]
        assert max(rights.count(edge) for edge in set(rights)) >= 5
        column = page.get_width() - mm(70)
        assert sum(abs(edge - column) < 4 for edge in rights) >= 5


def test_german_words_are_hyphenated_and_whole(german: Built) -> None:
    words = "\n".join(passage.text for passage in read_passages(german.path))
    broken = re.findall(r"[a-zäöüß]{2,}[\u2010-]\s*\n\s*[a-zäöüß]{2,}", words)
    assert len(broken) >= 10
    assert "kriegsgefangen" in normalise(words)


def test_nothing_german_leaves_the_page(german: Built) -> None:
    with pypdfium2.PdfDocument(german.path) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            for n in range(text.count_rects()):
                left, _, right, _ = text.get_rect(n)
                assert mm(19.5) <= left, number
                assert right <= page.get_width() - mm(20), number


def test_the_sheet_is_true_to_its_layout(sheet: Built) -> None:
    data = load_layout("map-a1").data
    (page,) = read_summary(sheet.path).pages
    assert (to_mm(page.trim.width), to_mm(page.trim.height)) == pytest.approx((594, 841), abs=0.01)
    assert to_mm(page.trim.left - page.bleed.left) == pytest.approx(data.bleed, abs=0.01)
    assert to_mm(page.bleed.top - page.trim.top) == pytest.approx(data.bleed, abs=0.01)


def test_the_sheet_is_for_a_press(sheet: Built) -> None:
    assert {use.space for use in read_colours(sheet.path)} == {"DeviceCMYK"}
    summary = read_summary(sheet.path)
    assert all(font.embedded for font in summary.fonts)
    with pikepdf.open(sheet.path) as document:
        (intent,) = document.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert len(bytes(intent.DestOutputProfile.read_bytes())) > 100_000
        content = b"".join(page.Contents.read_bytes() for page in document.pages)
    assert b"/Overprint gs" in content


def test_the_words_of_the_sheet_can_be_read(sheet: Built) -> None:
    printed = normalise(text_of(read_passages(sheet.path)))
    for words in (
        "The GULAG Operation",
        "Arkhangelsk",
        "Trans-Siberian Railway",
        "Eastern zone",
        "2 June 1943",
        "Irtysh",
    ):
        assert normalise(words) in printed, words


def test_the_sheet_is_written_alike_twice(sheet: Built, bundled: Project, tmp_path: Path) -> None:
    assert build_edition(bundled, "en", "map-a1", tmp_path).path.read_bytes() == sheet.path.read_bytes()
