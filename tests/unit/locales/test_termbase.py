"""The names and terms of the termbase are those that the catalogs of the article use."""

from __future__ import annotations

import re
from functools import cache

import pytest
from pydantic import TypeAdapter

from dossier import resources
from dossier.locales.pofile import read_translations
from dossier.model.yaml import read_yaml

LOCALE = resources.assets() / "articles" / "gulag-operation" / "locale"
CATALOGS = sorted(path.stem for path in LOCALE.glob("*.po"))

REMARK = re.compile(r"\([^)]*\)|（[^）]*）")
PARTED = re.compile(r"[,;،؛、；，]")
QUOTES = ' \u00a0.«»“”„「」『』《》״"'
# Terms that stand in the catalogs in a form that their stem does not show.
INFLECTED = {
    "de": {"set free (words of the dossier)"},
    "fi": {"set free (words of the dossier)", "approve tentatively"},
    "pl": {"prisoner of war; prisoner (of the GULAG)"},
}


@cache
def rows(part: str) -> list[dict[str, str]]:
    termbase = TypeAdapter(dict[str, object]).validate_python(read_yaml(LOCALE / "terms.yaml").value)
    return TypeAdapter(list[dict[str, str]]).validate_python(termbase[part])


@cache
def catalog(tag: str) -> str:
    return "\n".join(found.text for found in read_translations(LOCALE / f"{tag}.po").values()).lower()


def forms(line: str) -> list[str]:
    """Return the forms that a line of the termbase gives, without remarks and quotation marks."""
    return [form for part in PARTED.split(REMARK.sub("", line)) if (form := part.strip(QUOTES))]


def used(form: str, tag: str, ending: float = 0.4) -> bool:
    """Return whether a form stands in a catalog, each word with other endings (a part of it) and a short prefix."""
    stems = [re.escape(word[: max(3, round(len(word) * (1 - ending)))]) for word in form.lower().split()]
    return re.search(r"[\w״]*\W+\w{0,2}".join(stems), catalog(tag)) is not None


@pytest.mark.parametrize("tag", CATALOGS)
def test_every_name_is_used_as_the_termbase_has_it(tag: str) -> None:
    assert [form for row in rows("names") for form in forms(row[tag]) if not used(form, tag)] == []


@pytest.mark.parametrize("tag", CATALOGS)
def test_every_term_is_used_in_one_of_its_forms(tag: str) -> None:
    unused = {row["en"] for row in rows("terms") if not any(used(form, tag, 0.5) for form in forms(row[tag]))}
    assert unused == INFLECTED.get(tag, set())


@pytest.mark.parametrize("tag", CATALOGS)
def test_what_is_never_translated_stands_there_as_in_english(tag: str) -> None:
    kept = [row["term"] for row in rows("untranslated")]
    texts = read_translations(LOCALE / f"{tag}.po").values()
    assert [found.id for found in texts for term in kept if term in found.source and term not in found.text] == []


def test_another_spelling_would_be_seen() -> None:
    assert used("Nördliche Dwina", "de")
    assert not used("Nördliche Dvina", "de")
    assert forms("«Новая газета» (a newspaper), Обь") == ["Новая газета", "Обь"]
