"""Formats held against those of ICU, another implementation of CLDR. Every difference stands here with its reason.

`tools/cldr.py` writes the golden file. Spaces of every width are plain ones in dates and units; in numbers they count.
"""

from __future__ import annotations

import gettext
import itertools
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from dossier import resources
from dossier.locales.catalogs import Texts, interface_texts
from dossier.locales.collation import ranks
from dossier.locales.formats import (
    format_date,
    format_decimal,
    format_list,
    format_number,
    format_percent,
    format_range,
)
from dossier.locales.locale import Locale, locale
from dossier.model.dates import HistoricalDate, parse_edtf

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "locales" / "icu.json").read_text(encoding="utf-8"))
FORMATS: Mapping[str, Mapping[str, Mapping[str, str]]] = GOLDEN["languages"]
SIGNS: Mapping[str, Mapping[str, str]] = GOLDEN["languages"]
CATALOGS = sorted(resources.assets().glob("**/*.po"))

DATES = {
    ("fr", "1943-05-01"): ("1er mai 1943", "French has an ordinal for the first day of a month, which CLDR leaves out"),
    ("he", "1943-06-28/1943-07-03"): ("28 ביוני – 3 ביולי 1943", "CLDR's ranges lack the ב that its days have"),
    ("he", "1943-12-30/1944-01-02"): ("30 בדצמבר 1943 – 2 בינואר 1944", "the same"),
}
LISTS = {
    ("es", "x|Ígor"): ("x e Ígor", "í sounds like i, which ICU overlooks"),
}
RANGES = {"zh-Hans": ("\uff5e", "GB/T 15834 has the wave between numbers, CLDR a hyphen")}
# Primary quotation marks of the catalogs where they are not those of CLDR.
QUOTES = {
    "es": ("« »", "the Real Academia's Ortografía puts them first"),
    "ar": ("« »", "Arabic books have them; CLDR's are those of keyboards"),
}
APART = {"he": ({"two", "other"}, "two is said in digits: gettext's customary forms of Hebrew have no dual")}


@cache
def spoken(tag: str) -> tuple[Locale, Texts]:
    return locale(tag), interface_texts(locale(tag))


def plain(text: str) -> str:
    return re.sub("[\u00a0\u2009\u202f]", " ", text)


@pytest.mark.parametrize("tag", FORMATS)
def test_dates_are_those_of_icu(tag: str) -> None:
    icu = {edtf: DATES.get((tag, edtf), (plain(said), ""))[0] for edtf, said in FORMATS[tag]["dates"].items()}
    assert {edtf: plain(format_date(HistoricalDate(parse_edtf(edtf), edtf), *spoken(tag))) for edtf in icu} == icu


@pytest.mark.parametrize("tag", FORMATS)
def test_numbers_are_those_of_icu_but_grouped_from_five_digits_on(tag: str) -> None:
    language, _ = spoken(tag)
    for value, icu in FORMATS[tag]["numbers"].items():
        printed = format_decimal(float(value), language) if "." in value else format_number(int(value), language)
        few = float(value) < 10_000
        assert printed == (re.sub(r"(?<=^\d)\D(?=\d{3})", "", icu) if few else icu)


@pytest.mark.parametrize("tag", FORMATS)
def test_ranges_are_those_of_icu(tag: str) -> None:
    between, _ = RANGES.get(tag, ("-", ""))
    for value, icu in FORMATS[tag]["ranges"].items():
        low, high = map(int, value.split("/"))
        assert format_range(low, high, spoken(tag)[0]) == icu.replace("-", between)


@pytest.mark.parametrize("tag", FORMATS)
def test_percentages_are_those_of_icu_without_marks_of_direction(tag: str) -> None:
    icu = {value: said.replace("\u200e", "") for value, said in FORMATS[tag]["percent"].items()}
    assert {value: format_percent(float(value), spoken(tag)[0]) for value in icu} == icu


@pytest.mark.parametrize("tag", FORMATS)
def test_lists_are_those_of_icu(tag: str) -> None:
    # The catalogs join Hebrew prefixes to other letters with a maqaf, ICU with a hyphen.
    said = {value: words.replace("ו-", "ו\u05be") for value, words in FORMATS[tag]["lists"].items()}
    icu = {value: LISTS.get((tag, value), (words, ""))[0] for value, words in said.items()}
    assert {value: plain(format_list(value.split("|"), spoken(tag)[0])) for value in icu} == icu


@pytest.mark.parametrize("tag", FORMATS)
def test_units_are_those_of_icu(tag: str) -> None:
    _, texts = spoken(tag)
    icu, units = FORMATS[tag]["units"], ("kilometer", "millimeter")
    printed = (texts("map.kilometres", number="200"), texts("tile.mm", length="200"))
    assert [plain(words) for words in printed] == [plain(icu[unit]) for unit in units]


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_plural_forms_of_catalogs_part_numbers_as_icu_does(path: Path) -> None:
    found = re.search(r'"Plural-Forms: [^"]*plural=([^;"]*);', path.read_text(encoding="utf-8"))
    assert found
    form = gettext.c2py(found[1])
    told = {number: category for category, runs in FORMATS[path.stem]["plurals"].items() for number in numbers(runs)}
    assert sorted(told) == list(range(201))
    alike, _ = APART.get(path.stem, (set[str](), ""))
    parted = {number: "one form" if category in alike else category for number, category in told.items()}
    assert parts(parted) == parts({number: str(form(number)) for number in told})


def numbers(runs: str) -> Sequence[int]:
    ends = (run.partition("-") for run in runs.split())
    return [number for first, _, last in ends for number in range(int(first), int(last or first) + 1)]


def parts(kinds: Mapping[int, str]) -> set[tuple[int, ...]]:
    by_kind = itertools.groupby(sorted(kinds, key=lambda number: (kinds[number], number)), kinds.__getitem__)
    return {tuple(each) for _, each in by_kind}


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_quotation_marks_of_catalogs_are_those_of_icu(path: Path) -> None:
    with path.open("rb") as file:
        words = "".join("".join(message.string or "") for message in read_po(file))
    found = set(words) & set('"“”„‟«»‹›‚‘「」『』')
    first, last, *nested = SIGNS[path.stem]["quotes"].split()
    primary, _ = QUOTES.get(path.stem, (f"{first} {last}", ""))
    assert found & set(primary) == set(primary.split())
    assert found <= {*primary.split(), *nested}


@pytest.mark.parametrize("tag", SIGNS)
def test_names_are_filed_as_icu_files_them(tag: str) -> None:
    names = SIGNS[tag]["sorted"].split()
    places = ranks(reversed(names), tag)
    assert sorted(names, key=places.__getitem__) == names


def test_quotation_marks_do_not_count_in_the_alphabet_and_equals_share_a_place() -> None:
    places = ranks(["“Zebra”", "Zebra", "«Alpha»", "Beta"], "en")
    assert sorted(places, key=places.__getitem__) == ["«Alpha»", "Beta", "“Zebra”", "Zebra"]
    assert ranks(["cafe\u0301", "caf\u00e9"], "fr") == {"cafe\u0301": 0, "caf\u00e9": 0}
