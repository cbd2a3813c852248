"""A catalog that cannot be used is refused with its file and line, whatever is wrong with it, and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from dossier.errors import LocaleError
from dossier.locales.pofile import plural_index, read_catalog, read_translations

HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: raid 1\\n"\n"Language: de\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
)
ENTRY = 'msgctxt "landing.title"\nmsgid "<1>Landing</1> of {2}"\nmsgstr "<1>Landung</1> von {2}"\n'


def catalog(folder: Path, text: str) -> Path:
    path = folder / "de.po"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_catalog_in_order_is_read(tmp_path: Path) -> None:
    (found,) = read_translations(catalog(tmp_path, HEADER + ENTRY), tag="de", project="raid").values()
    assert (found.id, found.source, found.text) == (
        "landing.title", "<1>Landing</1> of {2}", "<1>Landung</1> von {2}",
    )  # fmt: skip
    assert found.usable


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("raid 1", "flood 1", 3, "a catalog of another article: flood"),
        ("Language: de", "Language: fr", 4, "a catalog of another language: fr"),
        ("charset=utf-8", "charset=ISO-8859-1", 5, "its header says that it is iso-8859-1"),
        ("von {2}", "von", 8, "the translation of landing.title: the placeholder {2} of the text is missing"),
        ("von {2}", "von {3}", 8, "the translation of landing.title: the placeholder {2} of the text is missing"),
        ("von", "<b>von</b>", 8, "the translation of landing.title: '</b>' is markup that the text does not have"),
        ("von", "\u202evon", 8, "the translation of landing.title: it has the control character U+202E"),
        ("von", "von " * 80, 8, "the translation of landing.title: it is more than 10 times too long: 339 characters"),
        ('<1>Landung</1> von {2}"', '<1>Landung</1>"\n"\\nvon {2}"', 8, "it has a line break that the text does not"),
    ],
    ids=["article", "language", "encoding", "lost", "other", "markup", "bidi", "length", "line break"],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    text = HEADER + ENTRY
    assert old in text
    path = catalog(tmp_path, text.replace(old, new, 1))
    with pytest.raises(LocaleError) as caught:
        read_translations(path, tag="de", project="raid")
    assert says in caught.value.message
    assert caught.value.hint
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (path, line)


def test_what_is_fuzzy_may_be_broken(tmp_path: Path) -> None:
    path = catalog(tmp_path, f"{HEADER}#, fuzzy\n{ENTRY.replace('von {2}', 'von')}")
    assert not read_translations(path)["landing.title"].usable


@pytest.mark.parametrize(
    ("comment", "source", "text", "copied"),
    [
        ("", "Landing", "Landing", True),
        ("# identical\n", "Landing", "Landing", False),
        ("# identical: a name\n", "NKVD", "NKVD", False),
        ("", "{1} \u2013 12", "{1} \u2013 12", False),  # nothing to translate in it
        ("", "12 km", "12\u00a0km", True),
        ("", "Landing", "Landung", False),
    ],
)
def test_a_copied_text_is_not_translated(tmp_path: Path, comment: str, source: str, text: str, copied: bool) -> None:
    path = catalog(tmp_path, f'{HEADER}{comment}msgctxt "a"\nmsgid "{source}"\nmsgstr "{text}"\n')
    found = read_translations(path)["a"]
    assert (found.copied, found.usable) == (copied, not copied)


@pytest.mark.parametrize(
    ("tag", "counts"),
    [
        ("de", [1, 0, 1, 1, 1, 1]),
        ("ru", [2, 0, 1, 2, 2, 0]),
        ("uk", [2, 0, 1, 2, 2, 0]),
        ("pl", [2, 0, 1, 2, 2, 2]),
        ("ar", [0, 1, 3, 3, 5, 5]),
        ("ja", [0, 0, 0, 0, 0, 0]),
    ],
)
def test_numbers_take_the_form_of_the_language(tag: str, counts: list[int]) -> None:
    rule = plural_index(Catalog(locale=tag))
    assert [rule(number) for number in (0, 1, 3, 5, 11, 21)] == counts


def test_a_rule_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    text = HEADER.replace('"Language: de\\n"', '"Language: de\\n"\n"Plural-Forms: nplurals=2; plural=__import__;\\n"')
    with pytest.raises(LocaleError):
        plural_index(read_catalog(catalog(tmp_path, text + ENTRY)))
