"""Renewing a catalog keeps every translation: current, fuzzy with the text it was made from, or obsolete."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from dossier.errors import LocaleError
from dossier.locales.catalogs import localize
from dossier.locales.locale import locale
from dossier.locales.pofile import read_catalog
from dossier.locales.translating import renewed
from dossier.model.project import load_project
from tests.raid import Spoil

TODAY = datetime.date(2026, 11, 22)
Renew = Callable[..., bytes]


@pytest.fixture
def renew(project: Spoil) -> Renew:
    """Return a function that renews the German catalog of the small project, changed in places, and writes it."""

    def renew(*changes: tuple[str, str], catalog: bytes | None = None, today: datetime.date = TODAY) -> bytes:
        folder = project(*changes)
        path = folder / "locale" / "de.po"
        path.parent.mkdir(exist_ok=True)
        if catalog is not None:
            path.write_bytes(catalog)
        made = renewed(load_project(folder).dossier, "de", path, today)
        path.write_bytes(made)
        return made

    return renew


def translated(catalog: bytes, id: str, translation: str, comment: str = "") -> bytes:
    """Return a catalog in which a translator has filled in a message."""
    before, context, after = catalog.decode().partition(f'msgctxt "{id}"\n')
    return (before + comment + context + after.replace('msgstr ""', f'msgstr "{translation}"', 1)).encode()


def read(tmp_path: Path) -> Catalog:
    return read_catalog(tmp_path / "locale" / "de.po")


def message(catalog: Catalog, id: str) -> Message:
    (found,) = [message for message in catalog if message.context == id]
    return found


def test_a_new_catalog_has_every_text_with_its_place(renew: Renew, tmp_path: Path) -> None:
    text = renew().decode()
    assert text.startswith("# Texts of raid in de. msgctxt is the id of a text.\n")
    assert (
        '#. events/0/title\n#. at most 3 words, 21 characters\nmsgctxt "landing.title"\nmsgid "Landing"\nmsgstr ""\n'
        in text
    )
    assert [found.context for found in read(tmp_path) if found.context] == [
        "raid.title", "article.title", "article.attribution", "story.heading", "landing-told.text", "landing.text",
        "landing.title", "end.text", "end.title", "groups.text", "groups.name", "all.text",
    ]  # fmt: skip


def test_renewing_without_a_change_keeps_every_byte(renew: Renew) -> None:
    first = translated(renew(), "landing.title", "Landung", comment="# a note of the translator\n")
    second = renew(catalog=first)
    assert renew(catalog=second) == second
    assert b"# a note of the translator" in second


def test_translations_are_kept(renew: Renew, tmp_path: Path) -> None:
    renew(catalog=translated(renew(), "landing.title", "Landung"))
    kept = message(read(tmp_path), "landing.title")
    assert (kept.string, kept.fuzzy) == ("Landung", False)


def test_a_changed_text_makes_its_translation_fuzzy_beside_the_text_it_was_made_from(
    renew: Renew, tmp_path: Path
) -> None:
    renew(("title: Landing", "title: Landing in Komi"), catalog=translated(renew(), "landing.title", "Landung"))
    changed = message(read(tmp_path), "landing.title")
    assert (changed.id, changed.string, changed.fuzzy) == ("Landing in Komi", "Landung", True)
    assert b'#| msgid "Landing"\n' in (tmp_path / "locale" / "de.po").read_bytes()
    edition = localize(load_project(tmp_path).dossier, tmp_path, locale("de"))
    assert edition.dossier.events[0].title == "Landing in Komi"


def test_a_text_that_changes_twice_keeps_the_text_its_translation_was_made_from(renew: Renew, tmp_path: Path) -> None:
    once = renew(("title: Landing", "title: Landing in Komi"), catalog=translated(renew(), "landing.title", "Landung"))
    renew(("title: Landing", "title: A landing in Komi"), catalog=once)
    catalog = (tmp_path / "locale" / "de.po").read_bytes()
    assert b'#| msgid "Landing"\n' in catalog
    assert b'msgid "A landing in Komi"\nmsgstr "Landung"\n' in catalog


def test_a_fuzzy_catalog_is_renewed_without_a_change_too(renew: Renew) -> None:
    long = r"Zeile\nnoch eine"
    told = translated(renew(), "landing.text", long, comment="# a note of the translator\n")
    changes = (("text: Twelve men landed.", "text: Twelve came."), ("title: Landing", "title: Landing in Komi"))
    once = renew(*changes, catalog=translated(told, "landing.title", "Landung"))
    assert renew(*changes, catalog=once) == once
    assert once.count(b"#| msgid ") == 2


def test_a_translation_that_was_looked_at_again_is_no_longer_beside_its_old_text(renew: Renew) -> None:
    change = ("title: Landing", "title: Landing in Komi")
    once = renew(change, catalog=translated(renew(), "landing.title", "Landung"))
    looked_at = once.replace(b"#, fuzzy\n", b"")
    assert b"#|" in looked_at
    assert b"#|" not in renew(change, catalog=looked_at)


def test_a_text_of_several_lines_is_noted_whole(renew: Renew) -> None:
    lines = ("text: Twelve men landed.", r'text: "Twelve men landed.\nNobody came back."')
    told = translated(renew(lines), "landing.text", "Zwölf Leute.")
    once = renew(catalog=told)
    assert b'#| msgid "" "Twelve men landed.\\n" "Nobody came back."\n' in once
    assert renew(catalog=once) == once


def test_a_changed_text_without_a_translation_is_simply_new(renew: Renew, tmp_path: Path) -> None:
    renew(("title: Landing", "title: Landing in Komi"), catalog=renew())
    changed = message(read(tmp_path), "landing.title")
    assert (changed.id, changed.string, changed.fuzzy) == ("Landing in Komi", "", False)


def test_a_translation_whose_text_is_gone_is_kept_among_the_obsolete(renew: Renew, tmp_path: Path) -> None:
    gone = renew(("- id: end\n", "- id: given-up\n"), catalog=translated(renew(), "end.title", "Das Ende"))
    assert b'#~ msgctxt "end.title"\n#~ msgid "The end"\n#~ msgstr "Das Ende"\n' in gone
    assert message(read(tmp_path), "given-up.title").string == ""
    assert b'#~ msgstr "Das Ende"' in renew(("- id: end\n", "- id: given-up\n"), catalog=gone)


def test_what_was_never_translated_leaves_no_trace(renew: Renew) -> None:
    assert b"end.title" not in renew(("- id: end\n", "- id: given-up\n"), catalog=renew())


def test_the_date_is_given_and_the_clock_is_not_asked(renew: Renew) -> None:
    made = renew(today=datetime.date(1999, 12, 31))
    assert b'"POT-Creation-Date: 1999-12-31 00:00+0000\\n"' in made
    assert b"20" not in made.partition(b"POT-Creation-Date")[2].partition(b"\n\n")[0].replace(b"Babel 2", b"")


@pytest.mark.parametrize(("tag", "plural"), [("de", "nplurals=2"), ("ru", "nplurals=3"), ("ar", "nplurals=6")])
def test_a_catalog_says_how_its_language_counts(project: Spoil, tag: str, plural: str) -> None:
    folder = project()
    made = renewed(load_project(folder).dossier, tag, folder / "none.po", TODAY).decode()
    assert f'"Language: {tag}\\n"' in made
    assert plural in made


def test_a_catalog_that_cannot_be_read_is_not_replaced(renew: Renew, tmp_path: Path) -> None:
    broken = b'msgid "a"\nmsgstr b\n'
    with pytest.raises(LocaleError):
        renew(catalog=broken)
    assert (tmp_path / "locale" / "de.po").read_bytes() == broken
