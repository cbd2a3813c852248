"""Pseudo-locales keep what is no text, and change every text so that it shows."""

from __future__ import annotations

import pytest

from dossier.locales.catalogs import interface_texts, localize
from dossier.locales.fonts import fonts_for
from dossier.locales.locale import locale
from dossier.locales.pseudo import disguise
from dossier.model.inline import plain, targets
from dossier.model.project import load_project
from dossier.model.walk import messages
from tests.raid import Spoil

TEXT = "In *Gazeta*, [the map](#map) shows {value} people of June 1943."


def test_english_with_accents_is_longer_by_two_fifths_and_in_brackets() -> None:
    found = disguise(TEXT, "en-XA")
    assert found.startswith("‹Îñ *Ğåžéťå*".replace("ť", "t"))
    assert found.endswith("›")
    assert len(plain(found)) >= 1.4 * len(plain(TEXT))
    assert targets(found) == ("map",)
    assert "{value}" in found


def test_arabic_letters_stand_for_english_ones() -> None:
    found = disguise(TEXT, "ar-XB")
    assert targets(found) == ("map",)
    assert "{value}" in found
    assert "1943" in found
    letters = plain(found).replace("{value}", "")
    assert not any("a" <= letter.lower() <= "z" for letter in letters)


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_every_text_is_disguised_and_every_letter_can_be_set(tag: str, project: Spoil) -> None:
    folder = project()
    dossier = load_project(folder).dossier
    language = locale(tag)
    edition = localize(dossier, folder, language)
    pairs = zip(messages(dossier), messages(edition.dossier), strict=True)
    assert all(old.text != new.text for old, new in pairs)
    assert (edition.locale, edition.untranslated, edition.total) == (tag, frozenset(), 0)
    texts = interface_texts(language)
    assert texts.by_id.keys() == interface_texts(locale("en")).by_id.keys()
    assert texts("date.span", start="1942", end="1943").count("194") == 2
    everything = [*texts.by_id.values(), *(message.text for message in messages(edition.dossier))]
    for role in ("serif", "sans"):
        assert fonts_for(language).missing(everything, role) == frozenset()
