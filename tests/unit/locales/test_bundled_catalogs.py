"""The catalogs that come with the program and with its article: whole, and the same facts as the English."""

from __future__ import annotations

import datetime
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from dossier import resources
from dossier.locales.catalogs import interface_texts, localize
from dossier.locales.locale import locale
from dossier.locales.placeholders import fault
from dossier.locales.pofile import read_translations
from dossier.locales.translating import renewed, template
from dossier.model.dossier import Dossier
from dossier.model.project import load_project
from dossier.model.walk import messages

ARTICLE = resources.assets() / "articles" / "gulag-operation"
INTERFACE = resources.assets() / "locales"
TRANSLATED = datetime.date(2026, 11, 22)

PLACEHOLDER = re.compile(r"</?\d+>|\{\w+\}")
# A month is written with a number in Chinese and Japanese.
NUMBER = re.compile(r"\d+(?!\d|\s*月)")
# What English spells out stands in figures in Chinese and Japanese, which count what English has an article for.
SPELT = {
    "one": 1, "first": 1, "two": 2, "second": 2, "twice": 2, "half": 2, "three": 3, "third": 3, "four": 4, "fourth": 4,
    "five": 5, "six": 6, "seven": 7, "ten": 10, "twelve": 12, "twenty": 20, "fifty": 50, "quarter": 4, "once": 1,
}  # fmt: skip
ROOM = re.compile(rb"#\. on panels: at most .*\n")
STRAIGHT_QUOTE = re.compile("[\"']")
BIDI_CONTROL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Between Latin letters and a number the punctuation would run from left to right, against the line.
STRAYING_NUMBER = re.compile(r"[A-Za-z][»)]*[،؛.:]\s*[«(]*\d")

# What is never translated, see terms.yaml beside the catalogs of the article.
TERMS = ["Desant na GULAG", "CC BY-SA", "CC BY 4.0", "GeoNames", "Natural Earth", "SIL Open Font License"]
TERMS_OF = {"de": ["GULAG", "RSHA"], "ar": ["NKVD", "RSHA"]}

ARTICLE_CATALOGS = sorted((ARTICLE / "locale").glob("*.po"))
CATALOGS = [*ARTICLE_CATALOGS, *sorted(INTERFACE.glob("*.po"))]


def named(path: Path) -> str:
    return f"{path.stem}-{'interface' if path.parent == INTERFACE else 'article'}"


def texts(path: Path) -> dict[str, tuple[str, str]]:
    """Return the English and the translation of each message of a catalog, by id."""
    return {id: (found.source, found.text) for id, found in read_translations(path).items()}


def without_room(catalog: bytes) -> bytes:
    """Return a catalog without what a layout has room for, which changes with the layout."""
    return ROOM.sub(b"", catalog)


def faults(english: str, translation: str, tag: str) -> set[str]:
    """Return what a translation has lost of its English text, or must not have."""
    found = {"placeholder"} if fault(translation, english) else set()
    bare = [PLACEHOLDER.sub("", text) for text in (english, translation)]
    old, new = (Counter(NUMBER.findall(text)) for text in bare)
    spelt = {str(SPELT[word]) for word in re.findall(r"\w+", english.lower()) if word in SPELT}
    counted = {"1", "2", "3"} if locale(tag).script in ("Hans", "Jpan") else set()
    if old - new or new.keys() - old.keys() - spelt - counted:
        found.add("number")
    if any(term in english and term not in translation for term in [*TERMS, *TERMS_OF.get(tag, ())]):
        found.add("term")
    if STRAIGHT_QUOTE.search(translation):
        found.add("straight quote")
    if BIDI_CONTROL.search(translation):
        found.add("control character")
    if locale(tag).rtl and STRAYING_NUMBER.search(translation):
        found.add("straying number")
    return found


@pytest.mark.parametrize(
    ("english", "translation", "fault"),
    [
        ("{1} people", "{2} Personen", "placeholder"),
        ("<1>the map</1>", "die Karte", "placeholder"),
        ("on 2 June 1943", "am 3. Juni 1943", "number"),
        ("50 to 55 and 50", "50 bis 55", "number"),
        ("“Desant na GULAG”", "„Landung im GULAG“", "term"),
        ("the RSHA", "das Amt", "term"),
        ("“4”", 'die "4"', "straight quote"),
        ("Komi", "\u200fKomi", "control character"),  # allowed in catalogs, and not needed in ours
    ],
)
def test_faults_are_seen(english: str, translation: str, fault: str) -> None:
    assert faults(english, translation, "de") == {fault}


def test_a_number_that_strays_in_a_line_from_the_right_is_seen() -> None:
    assert faults("text B: 12", "النص B، 12", "ar") == {"straying number"}
    assert not faults("text B has 12", "في النص B عدد 12", "ar")


def test_translations_may_differ_where_languages_do() -> None:
    assert not faults("on 2 June 1943, 0.01°", "am 2. Juni 1943, 0,01°", "de")
    assert not faults("on 2 June 1943", "1943 年 6 月 2 日", "zh-Hans")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load_project(ARTICLE).dossier


def test_there_are_catalogs() -> None:
    assert {path.stem for path in ARTICLE_CATALOGS} >= {"de", "ar"}
    assert {path.stem for path in ARTICLE_CATALOGS} == {path.stem for path in INTERFACE.glob("*.po")}


@pytest.mark.parametrize("path", ARTICLE_CATALOGS, ids=named)
def test_editions_are_complete(path: Path, dossier: Dossier) -> None:
    language = locale(path.stem)
    assert not localize(dossier, ARTICLE, language).untranslated
    assert not interface_texts(language).missing


@pytest.mark.parametrize("path", ARTICLE_CATALOGS, ids=named)
def test_catalogs_of_the_article_are_as_renewing_leaves_them(path: Path, dossier: Dossier) -> None:
    assert renewed(dossier, path.stem, path, TRANSLATED) == without_room(path.read_bytes())
    assert list(texts(path)) == [message.id for message in messages(dossier)]


def test_the_template_of_the_article_is_as_extracting_makes_it(dossier: Dossier) -> None:
    assert template(dossier, TRANSLATED) == without_room((ARTICLE / "locale" / "gulag-operation.pot").read_bytes())


@pytest.mark.parametrize("path", ARTICLE_CATALOGS, ids=named)
def test_translators_are_told_what_panels_have_room_for(path: Path) -> None:
    told, wanted = (ROOM.findall(each.read_bytes()) for each in (path, ARTICLE / "locale" / "gulag-operation.pot"))
    assert len(told) == len(wanted) > 0


@pytest.mark.parametrize("path", CATALOGS, ids=named)
def test_gettext_finds_nothing_wrong(path: Path) -> None:
    checked = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", path], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("path", CATALOGS, ids=named)
def test_nothing_is_lost_in_translation(path: Path) -> None:
    found = {
        id: faults(english, translation, path.stem) for id, (english, translation) in texts(path).items() if translation
    }
    assert {id: faults for id, faults in found.items() if faults} == {}


@pytest.mark.parametrize("path", CATALOGS, ids=named)
def test_only_declared_texts_are_the_same_as_in_english(path: Path) -> None:
    assert [id for id, found in read_translations(path).items() if found.copied and found.text] == []
