"""What is counted of a translation: there, fuzzy, copied, missing, reviewed; whether an edition may be made of it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from dossier.errors import LocaleError
from dossier.locales.catalogs import Texts, check_complete, interface_catalog, localize
from dossier.locales.locale import locale
from dossier.locales.progress import Progress, progress
from dossier.locales.translating import filled, renewed, signed
from dossier.model.edition import Review
from dossier.model.project import load_project
from tests.raid import Spoil

TODAY = datetime.date(2026, 11, 22)
ANNA = Review("Anna Beispiel", "2026-11-22")
GERMAN = {
    "raid.title": "Der Handstreich", "article.title": "Der Handstreich", "article.attribution": "Die Autoren.",
    "story.heading": "Zwölf Mann", "landing-told.text": "Zwölf, sagt <1>die Quelle</1>.", "landing.title": "Landung",
    "landing.text": "Zwölf Mann landeten.", "end.title": "Das Ende", "end.text": "Man gab auf.",
    "groups.name": "Gruppen", "groups.text": "Zwei Gruppen.", "all.text": "{1} Personen.",
}  # fmt: skip


@pytest.fixture
def catalog(project: Spoil) -> Path:
    """Return the German catalog of the small project, translated whole."""
    folder = project()
    path = folder / "locale" / "de.po"
    path.parent.mkdir()
    path.write_bytes(renewed(load_project(folder).dossier, "de", path, TODAY))
    path.write_bytes(filled(path, GERMAN))
    return path


def state(folder: Path) -> Progress:
    return progress(load_project(folder).dossier, folder, ["de"])[0]


def renew(folder: Path) -> None:
    path = folder / "locale" / "de.po"
    path.write_bytes(renewed(load_project(folder).dossier, "de", path, TODAY))


def test_a_whole_translation(catalog: Path, tmp_path: Path) -> None:
    found = state(tmp_path)
    assert (found.language, found.catalog, found.total, found.translated, found.reviewed) == ("de", "raid", 12, 12, 0)
    assert set(found.unreviewed) == set(GERMAN)


def test_what_is_not_as_it_should_be_is_counted_apart(catalog: Path, tmp_path: Path, project: Spoil) -> None:
    catalog.write_bytes(filled(catalog, {"groups.name": "Groups"}))
    catalog.write_text(catalog.read_text("utf-8").replace("Zwei Gruppen.", ""), "utf-8")
    project(("title: Landing", "title: Landing in Komi"))
    renew(tmp_path)
    found = state(tmp_path)
    assert (found.fuzzy, found.copied, found.untranslated) == (("landing.title",), ("groups.name",), ("groups.text",))
    assert found.translated == 9


def test_reviews_are_counted_by_name(catalog: Path, tmp_path: Path) -> None:
    made, count = signed(catalog, ANNA, ["landing.title", "end.title"])
    catalog.write_bytes(made)
    assert count == 2
    found = state(tmp_path)
    assert (found.reviewed, found.reviewers) == (2, {"Anna Beispiel": (2, "2026-11-22")})
    assert len(localize(load_project(tmp_path).dossier, tmp_path, locale("de")).reviews) == 2


def test_a_review_is_void_when_the_text_or_the_translation_changes(
    catalog: Path, tmp_path: Path, project: Spoil
) -> None:
    made, _ = signed(catalog, ANNA, ())
    catalog.write_bytes(made)
    assert state(tmp_path).reviewed == 12
    catalog.write_text(made.decode().replace('"Das Ende"', '"Der Schluss"'), "utf-8")
    project(("title: Landing", "title: Landing in Komi"))
    renew(tmp_path)
    assert state(tmp_path).reviewed == 10
    assert catalog.read_text("utf-8").count("# was reviewed: Anna Beispiel, 2026-11-22\n") == 2


def test_what_is_not_translated_cannot_be_reviewed(catalog: Path) -> None:
    with pytest.raises(LocaleError, match=r"nobody\.title is not translated here"):
        signed(catalog, ANNA, ["nobody.title"])


@pytest.mark.parametrize(("complete", "made"), [(80, False), (60, False), (50, True), (0, True)])
def test_an_edition_needs_its_share_of_texts(catalog: Path, tmp_path: Path, complete: int, made: bool) -> None:
    some = list(GERMAN)[:6]
    text = catalog.read_text("utf-8")
    for id in some:
        text = text.replace(f'msgstr "{GERMAN[id]}"', 'msgstr ""', 1)
    catalog.write_text(text, "utf-8")
    edition = localize(load_project(tmp_path).dossier, tmp_path, locale("de"))
    texts = Texts({})
    if made:
        check_complete(edition, texts, tmp_path, complete)
        return
    with pytest.raises(LocaleError, match=r"6 of 12 texts are translated \(50 %\), and an edition needs") as caught:
        check_complete(edition, texts, tmp_path, complete)
    assert "dossier locales status" in caught.value.hint


def test_the_texts_of_the_program_count_too(catalog: Path, tmp_path: Path) -> None:
    edition = localize(load_project(tmp_path).dossier, tmp_path, locale("de"))
    own = {f"table.{n}": "English" for n in range(12)}
    with pytest.raises(LocaleError, match=r"0 of 12 of the program's own texts are translated \(0 %\)") as caught:
        check_complete(edition, Texts(own, frozenset(own)), tmp_path, 80)
    assert caught.value.where is not None
    assert caught.value.where.path == interface_catalog("de")
    check_complete(edition, Texts({**own, "tile.size": "Size"}, frozenset({"tile.size"})), tmp_path, 100)


def test_the_source_language_and_pseudo_locales_are_always_complete(project: Spoil) -> None:
    folder = project()
    for tag in ("en", "en-XA", "ar-XB"):
        check_complete(localize(load_project(folder).dossier, folder, locale(tag)), Texts({}), folder, 100)
