"""Dates, numbers and lists as languages write them; expectations are written by hand from CLDR 47's charts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.locales.catalogs import Texts, interface_texts
from dossier.locales.formats import (
    format_coordinate,
    format_date,
    format_formula,
    format_list,
    format_number,
    format_range,
    format_strength,
    month_names,
)
from dossier.locales.locale import Locale, locale
from dossier.model.dates import HistoricalDate, Order, Part, Undated, parse_edtf
from dossier.model.strength import parse_strength


@cache
def spoken(tag: str) -> tuple[Locale, Texts]:
    return locale(tag), interface_texts(locale(tag))


def date(edtf: str, tag: str, part: Part | None = None) -> str:
    printed = format_date(HistoricalDate(parse_edtf(edtf, part), edtf), *spoken(tag))
    return printed.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("edtf", "part", "en", "de", "ar"),
    [
        ("1943-06-02", None, "2 June 1943", "2. Juni 1943", "2 يونيو 1943"),
        ("2000-02-29", None, "29 February 2000", "29. Februar 2000", "29 فبراير 2000"),
        ("1943-06", None, "June 1943", "Juni 1943", "يونيو 1943"),
        ("1943", None, "1943", "1943", "1943"),
        ("0476", None, "476", "476", "476"),
        ("1942", "early", "early 1942", "Anfang 1942", "مطلع عام 1942"),
        ("1942", "mid", "mid-1942", "Mitte 1942", "منتصف عام 1942"),
        ("1942-06", "late", "late June 1942", "Ende Juni 1942", "أواخر يونيو 1942"),
        ("1942~", None, "about 1942", "um 1942", "نحو عام 1942"),
        ("1942-06?", None, "June 1942 (uncertain)", "Juni 1942 (unsicher)", "يونيو 1942 (غير مؤكد)"),
        ("1942%", None, "about 1942 (uncertain)", "um 1942 (unsicher)", "نحو عام 1942 (غير مؤكد)"),
        ("1942-21", None, "spring 1942", "Frühjahr 1942", "ربيع عام 1942"),
        ("1942-40", None, "first half of 1942", "erste Hälfte 1942", "النصف الأول من عام 1942"),
        ("193X", None, "1930s", "1930er-Jahre", "عقد 1930"),
        ("19XX", None, "20th century", "20. Jahrhundert", "القرن 20"),
        # Astronomical years: 0 is 1 BC.
        ("0000", None, "1 BC", "1 v. Chr.", "1 ق.م"),
        ("-0043", None, "44 BC", "44 v. Chr.", "44 ق.م"),
        ("-0043-03", None, "March 44 BC", "März 44 v. Chr.", "مارس 44 ق.م"),
        ("-0043-03-15", None, "15 March 44 BC", "15. März 44 v. Chr.", "15 مارس 44 ق.م"),
        ("-0004-02-29", None, "29 February 5 BC", "29. Februar 5 v. Chr.", "29 فبراير 5 ق.م"),
        ("-004X", None, "50–41 BC", "50–41 v. Chr.", "50–41 ق.م"),
        ("-04XX", None, "5th century BC", "5. Jahrhundert v. Chr.", "القرن 5 ق.م"),
        ("Y12345", None, "12,345", "12.345", "12,345"),
        ("Y12345-06-02", None, "2 June 12,345", "2. Juni 12.345", "2 يونيو 12,345"),
        ("1942/1943", None, "1942–1943", "1942–1943", "1942–1943"),
        ("1942/1943-06", None, "1942 to June 1943", "1942 bis Juni 1943", "من عام 1942 إلى يونيو 1943"),
        (
            "1943-06-02/1943-06-09",
            None,
            "2–9 June 1943",
            "2.–9. Juni 1943",
            "2–9 يونيو 1943",
        ),
        ("1943-06/..", None, "from June 1943", "ab Juni 1943", "من يونيو 1943"),
        ("../1943-06-09", None, "until 9 June 1943", "bis 9. Juni 1943", "حتى 9 يونيو 1943"),
        ("/1943", None, "until 1943", "bis 1943", "حتى عام 1943"),
    ],
)
def test_dates_are_as_precise_as_they_are(edtf: str, part: Part | None, en: str, de: str, ar: str) -> None:
    assert {tag: date(edtf, tag, part) for tag in ("en", "de", "ar")} == {"en": en, "de": de, "ar": ar}


@pytest.mark.parametrize(
    ("edtf", "tag", "expected"),
    [
        ("1943-06-02", "ru", "2 июня 1943 г."),  # genitive beside a day
        ("1943-06", "ru", "июнь 1943 г."),  # nominative alone
        ("-0043-03-15", "ru", "15 марта 44 г. до н. э."),
        ("1943-06-02", "fr", "2 juin 1943"),
        ("1943-06-02", "ja", "1943年6月2日"),
        ("1943-06", "ja", "1943年6月"),
        ("-0043-03-15", "ja", "紀元前44年3月15日"),
        ("1943-06-02", "zh-Hans", "1943年6月2日"),
        ("1943-06-02", "he", "2 ביוני 1943"),
        ("-04XX/00XX", "de", "5. Jahrhundert v. Chr. bis 1. Jahrhundert n. Chr."),
        ("-004X/001X", "en", "50–41 BC to 10s AD"),
    ],
)
def test_dates_of_other_languages_come_from_cldr(edtf: str, tag: str, expected: str) -> None:
    assert date(edtf, tag) == expected


@pytest.mark.parametrize("tag", ["ru", "uk"])
@pytest.mark.parametrize("edtf", ["1943-06-02", "1943-06", "1943-06-02/1943-06-09", "1943-06/1943-08"])
def test_no_date_has_a_space_that_no_font_has(tag: str, edtf: str) -> None:
    printed = format_date(HistoricalDate(parse_edtf(edtf), edtf), *spoken(tag))
    assert "\u202f" not in printed
    assert "\u00a0" in printed


@given(st.dates(), st.sampled_from(["en", "de", "ar"]))
def test_every_day_can_be_printed_with_its_year_and_day(day: object, tag: str) -> None:
    year, _, number = map(int, str(day).split("-"))
    printed = date(str(day), tag)
    assert str(year) in printed
    assert str(number) in printed


def test_a_mere_order_is_printed_as_its_label_or_in_the_words_of_the_source() -> None:
    order = HistoricalDate(Order(after="landing"), "soon after this failure")
    assert format_date(order, *spoken("en")) == "soon after this failure"
    assert format_date(order, *spoken("de"), label="bald nach diesem Scheitern") == "bald nach diesem Scheitern"


def test_a_label_does_not_replace_a_date() -> None:
    dated = HistoricalDate(parse_edtf("1943-06-02"), "On 2 June 1943")
    assert format_date(dated, *spoken("en"), label="in summer") == "2 June 1943"


def test_the_undated_is_called_so() -> None:
    assert format_date(HistoricalDate(Undated(), ""), *spoken("en")) == "undated"
    assert format_date(HistoricalDate(Undated(), ""), *spoken("de")) == "undatiert"


@pytest.mark.parametrize(
    ("number", "en", "de", "ar", "ru", "fr"),
    [
        (0, "0", "0", "0", "0", "0"),
        (150, "150", "150", "150", "150", "150"),
        (9999, "9999", "9999", "9999", "9999", "9999"),
        (10000, "10,000", "10.000", "10,000", "10\u00a0000", "10\u202f000"),
        (1234567, "1,234,567", "1.234.567", "1,234,567", "1\u00a0234\u00a0567", "1\u202f234\u202f567"),
    ],
)
def test_numbers_are_grouped_from_five_digits_on(number: int, en: str, de: str, ar: str, ru: str, fr: str) -> None:
    printed = [format_number(number, locale(tag)) for tag in ("en", "de", "ar", "ru", "fr")]
    assert printed == [en, de, ar, ru, fr]


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(20, 25, "20–25"), (12, 12, "12"), (0, 3, "0–3"), (9999, 10000, "9999–10,000")]
)
def test_ranges_have_a_dash_without_spaces(low: int, high: int, expected: str) -> None:
    assert format_range(low, high, locale("en")) == expected


@pytest.mark.parametrize(
    ("strength", "en", "de", "ar"),
    [
        ("12", "12", "12", "12"),
        ("20-25", "20–25", "20–25", "20–25"),
        ("2 x 50-55", "2\u00a0×\u00a050–55", "2\u00a0×\u00a050–55", "2\u00a0×\u00a050–55"),
        ("1 x 50", "50", "50", "50"),
        ("about 150", "about 150", "etwa 150", "نحو 150"),
        ("about 20000", "about 20,000", "etwa 20.000", "نحو 20,000"),
    ],
)
def test_strengths(strength: str, en: str, de: str, ar: str) -> None:
    printed = [format_strength(parse_strength(strength), *spoken(tag)) for tag in ("en", "de", "ar")]
    assert printed == [en, de, ar]


def test_products_run_from_the_left_in_hebrew_on_every_line_and_from_the_right_in_arabic() -> None:
    product = parse_strength("2 x 50-55")
    assert format_strength(product, *spoken("he")) == "\u2066\u200e2\u00a0×\u00a050–55\u200e\u2069"
    assert format_strength(parse_strength("50-55"), *spoken("he")) == "50–55"
    assert format_strength(product, *spoken("ar")) == "2\u00a0×\u00a050–55"
    formula = format_formula("12 − 2 = 10", locale("he"))
    assert formula.replace("\u200e", "|") == "\u2066|12| |−\u00a02| |=\u00a010|\u2069"
    assert format_formula("12 − 2 = 10", locale("ar")) == "12 −\u00a02 =\u00a010"


@pytest.mark.parametrize(
    ("items", "tag", "expected"),
    [
        ((), "en", ""),
        (("a",), "en", "a"),
        (("a", "b"), "en", "a and b"),
        (("a", "b", "c"), "en", "a, b and c"),  # British: no comma before "and"
        (("a", "b", "c"), "de", "a, b und c"),
        (("أ", "ب", "ج"), "ar", "أ وب وج"),
        (("а", "б", "в"), "ru", "а, б и\u00a0в"),
        (("Morze Barentsa", "Morze Karskie"), "pl", "Morze Barentsa i\u00a0Morze Karskie"),
        (("a", "i", "b"), "pl", "a, i i\u00a0b"),
        (("а", "б"), "uk", "а і\u00a0б"),
        (("a", "b"), "cs", "a a\u00a0b"),
        (("a", "b"), "sk", "a a\u00a0b"),
        (("甲", "乙", "丙"), "ja", "甲、乙、丙"),
    ],
)
def test_lists(items: Sequence[str], tag: str, expected: str) -> None:
    assert format_list(items, locale(tag)) == expected


@pytest.mark.parametrize(
    ("degrees", "axis", "en", "de"),
    [
        (60, "lat", "60° N", "60° N"),
        (-60, "lat", "60° S", "60° S"),
        (90, "lon", "90° E", "90° O"),
        (-90, "lon", "90° W", "90° W"),
        (0, "lat", "0°", "0°"),
        (0, "lon", "0°", "0°"),
    ],
)
def test_parallels_and_meridians(degrees: int, axis: Literal["lat", "lon"], en: str, de: str) -> None:
    printed = [format_coordinate(degrees, axis, *spoken(tag)).replace("\u00a0", " ") for tag in ("en", "de")]
    assert printed == [en, de]


@pytest.mark.parametrize(
    ("tag", "first", "sixth", "last"),
    [
        ("en", "Jan", "Jun", "Dec"),
        ("de", "Jan", "Jun", "Dez"),
        ("ru", "янв.", "июнь", "дек."),
        ("ja", "1月", "6月", "12月"),
    ],
)
def test_short_names_of_months_stand_alone(tag: str, first: str, sixth: str, last: str) -> None:
    names = month_names(locale(tag))
    assert (len(names), names[0], names[5], names[11]) == (12, first, sixth, last)


def test_every_part_of_a_period_has_words() -> None:
    _, texts = spoken("en")
    assert {f"date.{part}" for part in get_args(Part)} <= texts.by_id.keys()


@pytest.mark.parametrize("text", [text for text in spoken("en")[1].by_id if text.startswith("date.grouping-")])
def test_every_grouping_has_words_with_its_year(text: str) -> None:
    number = int(text.rpartition("-")[2])
    for tag in ("en", "de", "ar"):
        assert "1942" in date(f"1942-{number}", tag)


def test_a_language_has_its_own_months_whatever_was_printed_before() -> None:
    """Babel's locales share data that it writes into; two of them may stand on one sheet."""
    assert [month_names(locale(tag))[0] for tag in ("he", "fr", "ja", "de")] == ["ינו׳", "janv.", "1月", "Jan"]
