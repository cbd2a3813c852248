"""A proof finds what is lost, what was left in the source language, and numbers that changed on the way."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier import proof
from dossier.errors import UsageError
from dossier.locales.translating import filled, renewed
from dossier.model.project import Project, load_project
from dossier.pdf.text import Passage
from dossier.proof import Proof, prove
from tests.raid import Spoil

GERMAN = {
    "raid.title": "Der Handstreich von Komi", "article.title": "Der Handstreich", "article.attribution": "Die Autoren.",
    "story.heading": "Zwölf Mann", "landing-told.text": "Zwölf Mann, sagt <1>die Quelle</1>.",
    "landing.title": "Landung", "landing.text": "Zwölf Mann sind gelandet.", "end.title": "Das Ende",
    "end.text": "Der Plan wurde aufgegeben.", "groups.name": "Gruppen", "groups.text": "Zwei Gruppen waren geplant.",
    "all.text": "Zusammen {1} Personen.",
}  # fmt: skip
ENGLISH = [
    "The raid of Komi", "Twelve men landed, says the source.", "Twelve men landed.", "Landing",
    "The plan was given up.", "Two groups were planned.", "112–122 people in all.", "Contents",
]  # fmt: skip
PAGES = [
    "Der Handstreich von Komi", "Zwölf Mann, sagt die Quelle.", "Zwölf Mann sind gelandet.", "Landung",
    "Der Plan wurde aufgegeben.", "Zwei Gruppen waren geplant.", "Zusammen 112–122 Personen.", "Inhalt",
]  # fmt: skip
Prove = Callable[..., Proof]


@pytest.fixture
def proven(project: Spoil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Prove:
    """Return a function that proves a German edition whose pages hold the given lines, and translations changed."""
    folder = project(("title: The raid", "title: The raid of Komi"))

    def proven(lines: list[str], english: list[str] = ENGLISH, **changes: str) -> Proof:
        path = folder / "locale" / "de.po"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(renewed(load_project(folder).dossier, "de", path, datetime.date(2026, 11, 22)))
        path.write_bytes(filled(path, {**GERMAN, **changes}))
        pages = {"en": english, "de": lines}
        for tag in pages:
            file = tmp_path / "out" / "raid" / tag / "dossier.pdf"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()

        def read(file: Path) -> tuple[Passage, ...]:
            return tuple(
                Passage(1, ("P",), line, file.parent.name) for line in "\n".join(pages[file.parent.name]).split("\n")
            )

        monkeypatch.setattr(proof, "read_passages", read)
        return prove(loaded(), "de", "dossier", tmp_path / "out")

    def loaded() -> Project:
        return load_project(folder)

    return proven


def test_a_clean_edition(proven: Prove) -> None:
    found = proven(PAGES)
    assert found.clean
    assert (found.language, found.layout, found.shown) == ("de", "dossier", 8)


@pytest.mark.parametrize(
    ("before", "after", "field", "id"),
    [
        ("Der Plan wurde aufgegeben.", "Der Plan wurde", "lost", "end.text"),
        ("Landung", "", "lost", "landing.title"),
        ("Zusammen 112–122 Personen.", "112–122 Personen.", "lost", "all.text"),
        ("Inhalt", "", "lost", "contents.title"),
        ("Inhalt", "Inhalt\nThe plan was given up.", "foreign", "end.text"),
        ("Inhalt", "Inhalt\nLanding", "foreign", "landing.title"),
        ("Inhalt", "Inhalt\nContents", "foreign", "contents.title"),
        ("Inhalt", "Inhalt\n112–122 people in all.", "foreign", "all.text"),
    ],
)
def test_what_is_wrong_is_named(proven: Prove, before: str, after: str, field: str, id: str) -> None:
    found = proven([line.replace(before, after) for line in PAGES])
    assert getattr(found, field) == (id,)
    assert not found.clean


def test_a_text_that_a_translation_quotes_is_no_foreign_one(proven: Prove) -> None:
    quoting = "Der Plan wurde aufgegeben („The plan was given up.“)."
    assert proven([*PAGES[:4], quoting, *PAGES[5:]], **{"end.text": quoting}).clean


def test_words_inside_another_text_are_not_the_text_that_says_no_more(proven: Prove) -> None:
    # Of a story and an event in the same words, a panel may show one only.
    english = [
        line.replace("Twelve men landed.", "So it is told: Twelve men landed, says the source.") for line in ENGLISH
    ]
    pages = [line.replace("Zwölf Mann sind gelandet.", "") for line in PAGES]
    assert proven(PAGES, english).shown == 7
    assert proven(pages, english).clean


@pytest.mark.parametrize(
    ("translation", "ids"),
    [("2 Gruppen waren geplant.", ()), ("Zwei Gruppen waren 1943 geplant.", ("groups.text",))],
)
def test_numbers_may_be_spelt_out_and_not_made_up(proven: Prove, translation: str, ids: tuple[str, ...]) -> None:
    pages = [line.replace("Zwei Gruppen waren geplant.", translation) for line in PAGES]
    assert proven(pages, **{"groups.text": translation}).numbers == ids


def test_what_is_not_translated_is_counted_and_is_not_clean(proven: Prove) -> None:
    pages = [line.replace("Der Plan wurde aufgegeben.", "The plan was given up.") for line in PAGES]
    found = proven(pages, **{"end.text": "The plan was given up."})
    assert (found.untranslated, found.foreign, found.clean) == (("end.text",), (), False)


def test_an_edition_that_was_not_built_is_asked_for(project: Spoil, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has not been built in the layout 'dossier'") as caught:
        prove(load_project(project()), "en", "dossier", tmp_path / "nowhere")
    assert caught.value.hint.startswith("Run: dossier build")
