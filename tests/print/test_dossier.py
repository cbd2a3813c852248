"""The finished dossier, read back: every fact is in it, nothing that no source says, and any program can read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest

from dossier.build import Built, build_edition, compose_edition
from dossier.model.inline import plain
from dossier.model.project import Project
from dossier.model.walk import messages
from dossier.model.yaml import read_yaml
from dossier.pdf.read import read_summary
from dossier.pdf.text import normalise, read_passages, text_of
from dossier.units import to_mm
from tests.facts.facts import Fact, Forbidden, facts, forbidden, searchable
from tests.facts.ledger import CARRIERS, ledger

FACTS = facts()
FORBIDDEN = forbidden()
EDITIONS = pytest.mark.parametrize("edition", ["english", pytest.param("letter", marks=pytest.mark.slow)])


@pytest.fixture(scope="session")
def printed(english: Built) -> str:
    return text_of(read_passages(english.path))


@pytest.fixture(scope="session")
def page_text(bundled: Project) -> str:
    """The words of the page with each note where it is called."""
    return searchable(re.sub(r"<[^>]+>", " ", compose_edition(bundled, "en", "dossier").page.html))


@pytest.fixture(scope="session")
def said(bundled: Project) -> dict[bool, dict[str, str]]:
    return {notes: ledger(bundled.dossier, notes=notes) for notes in (False, True)}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.n}")
def test_every_fact_is_printed(fact: Fact, printed: str, page_text: str) -> None:
    # Notes stand at the foot of the page, away from what they are about; in the page's source they stand beside it.
    assert fact.window(page_text if fact.is_locator else searchable(printed)), fact.fact


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.n}")
def test_every_place_that_tells_a_fact_still_does(fact: Fact, said: Mapping[bool, Mapping[str, str]]) -> None:
    places = _carriers()[fact.n]
    assert places
    for ids in places:
        gone = [id for id in ids if id not in said[fact.is_locator]]
        assert not gone, f"{fact.fact} was told by {gone}"
        assert fact.window(" ".join(said[fact.is_locator][id] for id in ids)), f"{ids} no longer tell: {fact.fact}"


@pytest.mark.parametrize("claim", FORBIDDEN, ids=lambda claim: f"{claim.n}")
def test_nothing_is_printed_that_no_source_says(claim: Forbidden, printed: str) -> None:
    assert claim.found(searchable(printed)) is None, claim.what
    assert all(claim.found(text) for text in claim.bad)
    assert not any(claim.found(text) for text in claim.ok)


def test_every_text_is_printed(bundled: Project, printed: str) -> None:
    everything = normalise(printed)
    hidden = {"alt"}  # spoken by a screen reader, not set
    lost = [
        message.id
        for message in messages(bundled.dossier)
        if message.id.rpartition(".")[2] not in hidden
        and not all(normalise(piece) in everything for piece in plain(message.text).split("{value}"))
    ]
    assert lost == []


def test_a_note_stands_once_and_on_the_page_of_its_call(english: Built) -> None:
    passages = read_passages(english.path)
    noted = [(int(re.findall(r"\d+", note.text)[0]), note.page) for note in passages if note.is_note]
    with pikepdf.open(english.path) as document:
        links = [
            (str(link.get("/Dest")), page)
            for page, sheet in enumerate(document.pages, 1)
            for link in sheet.get("/Annots", ())
        ]
    called = [(int(name[1:]), page) for name, page in links if re.fullmatch(r"n\d+", name)]
    assert len(noted) > 30
    assert noted == called


@EDITIONS
def test_it_is_accessible_and_fit_for_archives(
    edition: str, request: pytest.FixtureRequest, verapdf: Callable[[str, Path], list[str]]
) -> None:
    built: Built = request.getfixturevalue(edition)
    for flavour in ("ua1", "3a"):
        assert verapdf(flavour, built.path) == []


def test_it_says_what_it_is(english: Built) -> None:
    summary = read_summary(english.path)
    assert summary.title == "The GULAG Operation"
    assert summary.language == "en"
    assert all(font.embedded for font in summary.fonts)
    assert {font.name.partition("-")[0] for font in summary.fonts} == {"Spectral", "PT"}, summary.fonts
    titles = [bookmark.title.replace("\u00a0", " ") for bookmark in summary.bookmarks]
    assert "About 150 prisoners of war were conscripted" in titles


@EDITIONS
def test_the_sheet_is_true(edition: str, request: pytest.FixtureRequest) -> None:
    width, height = {"english": (210.0, 297.0), "letter": (215.9, 279.4)}[edition]
    built: Built = request.getfixturevalue(edition)
    for page in read_summary(built.path).pages:
        assert to_mm(page.media.width) == pytest.approx(width, abs=0.01)
        assert to_mm(page.media.height) == pytest.approx(height, abs=0.01)


@pytest.mark.slow
def test_the_same_inputs_give_the_same_bytes(bundled: Project, english: Built, tmp_path: Path) -> None:
    again = build_edition(bundled, "en", "dossier", tmp_path)
    assert again.path.read_bytes() == english.path.read_bytes()


@EDITIONS
def test_the_build_has_nothing_to_complain_of(edition: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(edition)
    assert built.diagnostics == ()


def _carriers() -> dict[int, list[list[str]]]:
    value = read_yaml(CARRIERS).value
    assert isinstance(value, dict)
    return {int(n): [[str(id) for id in ids] for ids in places if isinstance(ids, list)]
            for n, places in value.items() if isinstance(places, list)}  # fmt: skip
