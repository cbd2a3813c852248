"""A draft as it is printed, without an edit: marked as one on every page, and with nothing that it does not know."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from dossier.build import Built, build_edition
from dossier.draft.project import draft_project
from dossier.model.project import load_project
from dossier.pdf.text import read_passages, text_of
from tests.unit.draft.conftest import OLDER, WIKITEXT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("draft")
    (folder / "raid.wiki").write_text(WIKITEXT, encoding="utf-8")
    (folder / "older.txt").write_text(OLDER, encoding="utf-8")
    draft_project([folder / "raid.wiki", folder / "older.txt"], folder / "project")
    return build_edition(load_project(folder / "project"), "en", "dossier", folder / "output")


def pages(path: Path) -> list[str]:
    with pdfium.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_every_page_says_that_it_is_a_draft(built: Built) -> None:
    found = pages(built.path)
    assert len(found) == built.pages > 6
    assert [number for number, page in enumerate(found, 1) if "Unreviewed draft" not in page] == []


def test_the_draft_prints_what_it_found_and_what_it_does_not_know(built: Built) -> None:
    text = " ".join(text_of(read_passages(built.path)).split())
    for words in (
        "Forty men crossed the river and blew up the bridge",
        "2 × 20–25",
        "“Colonel” or “Captain”",
        "Attribution missing: ___",
        "That these are the missing words is inferred",
        "Modern coast; schematic",
        "A program chose and arranged what stands here",
    ):
        assert words in text, words
    assert built.diagnostics == ()
