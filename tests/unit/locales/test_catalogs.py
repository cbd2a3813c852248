"""Translations are used while they are of the text as it is; what else there is, is printed as written, and listed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.errors import LocaleError
from dossier.locales.catalogs import interface_texts, localize, place_of
from dossier.locales.locale import locale
from dossier.locales.pofile import read_catalog
from dossier.model.edition import Edition
from dossier.model.project import load_project
from dossier.model.walk import messages
from tests.raid import Spoil

Translate = Callable[..., Edition]

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def entry(id: str, text: str, translation: str, *flags: str) -> str:
    marks = f"#, {', '.join(flags)}\n" if flags else ""
    return f'{marks}msgctxt "{id}"\nmsgid "{text}"\nmsgstr "{translation}"\n\n'


@pytest.fixture
def translate(project: Spoil) -> Translate:
    """Return a function that gives the German edition of the small project with the entries of its catalog."""

    def translate(*entries: str) -> Edition:
        folder = project()
        (folder / "locale").mkdir(exist_ok=True)
        (folder / "locale" / "de.po").write_text(HEADER + "".join(entries), encoding="utf-8")
        return localize(load_project(folder).dossier, folder, locale("de"))

    return translate


def test_a_translation_takes_the_place_of_its_text(translate: Translate) -> None:
    edition = translate(entry("raid.title", "The raid", "Der Handstreich"))
    assert edition.locale == "de"
    assert edition.dossier.title == "Der Handstreich"
    assert edition.dossier.events[0].title == "Landing"


def test_what_is_not_translated_is_listed(translate: Translate) -> None:
    edition = translate(entry("raid.title", "The raid", "Der Handstreich"))
    assert edition.untranslated == {message.id for message in messages(edition.dossier)} - {"raid.title"}


@pytest.mark.parametrize(
    "old",
    [
        entry("raid.title", "The raid", "Der Handstreich", "fuzzy"),
        entry("raid.title", "The raid of 1942", "Der Handstreich"),  # the text has changed since
        entry("raid.title", "The raid", ""),
        entry("raids.title", "The raid", "Der Handstreich"),
        'msgid "The raid"\nmsgstr "Der Handstreich"\n\n',  # a message without an id
        '#~ msgctxt "raid.title"\n#~ msgid "The raid"\n#~ msgstr "Der Handstreich"\n\n',
    ],
    ids=["fuzzy", "changed", "empty", "of another item", "without an id", "obsolete"],
)
def test_a_translation_that_may_be_of_another_text_is_not_used(translate: Translate, old: str) -> None:
    edition = translate(old)
    assert edition.dossier.title == "The raid"
    assert "raid.title" in edition.untranslated


def test_ids_facts_and_words_of_the_sources_are_never_translated(translate: Translate) -> None:
    everything = [entry(id, text, TRANSLATED.get(id, "…")) for id, text in TEXTS.items()]
    edition = translate(*everything)
    assert edition.untranslated == frozenset()
    (landing, _), (story,) = edition.dossier.events, edition.dossier.sections
    assert (landing.id, landing.title, landing.text) == ("landing", "…", "…")
    assert (landing.strength, landing.date.words) == ("12", "On 2 June 1943")
    assert landing.evidence[0].exact == "twelve men landed"
    assert (story.id, story.heading) == ("story", "…")


def test_an_edition_in_the_language_of_the_dossier_needs_no_catalog(project: Spoil) -> None:
    dossier = load_project(project()).dossier
    edition = localize(dossier, Path("nowhere"), locale("en"))
    assert edition.dossier is dossier
    assert edition.untranslated == frozenset()


def test_a_language_without_a_catalog_is_refused_with_the_way_to_one(project: Spoil) -> None:
    folder = project()
    with pytest.raises(LocaleError, match=r"no translation into 'de': there is no de\.po") as caught:
        localize(load_project(folder).dossier, folder, locale("de"))
    assert caught.value.hint == f"Make one with: dossier locales update {folder} -l de"


def test_a_catalog_that_changes_is_read_anew(translate: Translate) -> None:
    assert translate(entry("raid.title", "The raid", "Der Überfall")).dossier.title == "Der Überfall"
    assert translate(entry("raid.title", "The raid", "Der Handstreich")).dossier.title == "Der Handstreich"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('msgid "a"\nmsgstr b\n', 2, "neither a comment nor text in quotes"),
        ('msgid "a"\nmsgstr "b\n', 2, "neither a comment nor text in quotes"),
        ('msgid "a"\nmsgstr "b" c\n', 2, "neither a comment nor text in quotes"),
        ('msgid "a"\nmsgstr "say "b""\n', 2, "neither a comment nor text in quotes"),
        ("\n\n<<<<<<< HEAD\n", 3, "neither a comment nor text in quotes"),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', 1, "missing msgstr"),
    ],
)
def test_a_malformed_catalog_is_named_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = tmp_path / "de.po"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LocaleError, match=says) as caught:
        read_catalog(path)
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (path, line)


def test_line_ends_and_quotes_of_every_editor_are_read(tmp_path: Path) -> None:
    path = tmp_path / "de.po"
    path.write_bytes('\ufeff# früher\r\nmsgctxt "a"\r\nmsgid ""\r\n"say \\"b\\""\r\nmsgstr "„b“ \\\\"\r\n'.encode())
    (message,) = [message for message in read_catalog(path) if message.context]
    assert (message.id, message.string) == ('say "b"', "„b“ \\")


def test_a_catalog_in_another_encoding_is_a_fault_of_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "de.po"
    path.write_bytes("# früher".encode("latin-1"))
    with pytest.raises(LocaleError, match="not UTF-8"):
        read_catalog(path)


def test_translations_are_found_by_message_and_by_item(translate: Translate, tmp_path: Path) -> None:
    translate(entry("raid.title", "The raid", ""), entry("landing.title", "Landing", "Landung"))
    for id in ("landing.title", "landing"):
        place = place_of(tmp_path, "de", id)
        assert place is not None
        assert (place.path, place.line) == (tmp_path / "locale" / "de.po", 10)
    assert place_of(tmp_path, "de", "raid.title") is None, "it is not translated"
    assert place_of(tmp_path, "fr", "landing") is None, "there is no catalog"


def test_the_texts_of_the_program_are_english_where_there_is_no_translation() -> None:
    english, czech = interface_texts(locale("en")), interface_texts(locale("cs"))
    assert english.untranslated == frozenset()
    assert czech.by_id == english.by_id
    assert czech.untranslated == english.by_id.keys()
    assert english("state.signed", by="A", date="today") == "Reviewed by A, today"
    with pytest.raises(KeyError):
        english("state.sigend")


TEXTS = {
    "raid.title": "The raid", "article.title": "The Raid", "article.attribution": "The authors of the article.",
    "story.heading": "Twelve men landed", "landing-told.text": "Twelve men landed, says <1>the source</1>.",
    "landing.title": "Landing", "landing.text": "Twelve men landed.", "end.title": "The end",
    "end.text": "The plan was given up.", "groups.name": "Groups", "groups.text": "Two groups were planned.",
    "all.text": "{1} people in all.",
}  # fmt: skip
"""Everything that is printed of the small project as translators see it, by hand."""
TRANSLATED = {"landing-told.text": "…<1>…</1>", "all.text": "{1} …"}
