"""Write down what ICU makes of dates, numbers, lists, plurals, quotes, units and names, to hold the program against.

    python tools/cldr.py > tests/golden/locales/icu.json

The program formats with Babel. ICU is another implementation of the same Unicode CLDR, so where the two agree, neither
of them has gone wrong. PyICU brings it; ICU 77 has CLDR 47, as Babel 2.18 has.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import icu

LANGUAGES = "en de ru fr es pl uk fi ar he zh-Hans ja".split()
CLDR = {"en": "en-GB"}
UTC = icu.TimeZone.createTimeZone("UTC")
DATES = (
    *(f"1943-{month:02}-0{day}" for month, day in enumerate((9, 8, 7, 6, 1, 2, 3, 4, 5, 6, 7, 8), 1)),
    *(f"1943-{month:02}" for month in range(1, 13)),
    *("1943", "-0043", "-0043-03", "-0043-03-15"),
    *("1943-06-02/1943-06-09", "1943-06-28/1943-07-03", "1943-12-30/1944-01-02"),
    *("1943-06/1943-08", "1942-11/1943-02", "1941/1945"),
)
NUMBERS = (0, 150, 1234, 9999, 10000, 12345, 1234567)
DECIMALS = (0.5, 20.5, 1234.5, 12345.5)
RANGES = ((20, 25), (150, 12345), (10000, 20000))
LISTS = (
    "א|ב",
    "a|b",
    "a|b|c",
    "x|Igarka",
    "x|Ígor",
    "x|hijos",
    "x|hielo",
    "x|Hiato",
    "x|Yalta",
    "א|ב|ג",
    "а|б|в",
    "甲|乙",
)
PLURALS = range(201)
UNITS = ("millimeter", "meter", "kilometer")
NAMES = {
    "en": "Ångström Auden Eltham Éluard Elton mackay MacKay McKay Obama Öpik Øst Ostrom résumé resume Zeta Żukow",
    "de": "Adam Ähre Azur Lang Łaski Łęcki Mueller Muller Müller Ofen Ohm Öhm Ozean Strasse Straße Strassen Übel Zahn",
    "ru": "Бессонов Ёлкин Ельцин Есенин Жуков Иванов Йоффе Шукшин Щукин Эренбург Яковлев Andrews Parrish Zeta",
    "fr": "Camus Çelik cote côte coté côté Élan Eluard Œuvre Oubli Zola Łukasz Жуков",
    "es": "Ávila Azaña Chávez Cid Cuba Czar Llosa Luna Lzzz Ñandú Nube Nzambi Ocaso Zorro Жуков",
    "pl": "Ącki Azja Cyna Czary Ćma Luk Lzy Łuk Mak Osa Ósmy Ozon Szary Śmiały Tarnów Zyta Źrebak Żaba",
    "uk": "Гора Ґава Гриць Дон Елісон Єфремов Жук Зуб Иржа Іванов Ївга Йосип Шевченко Щур Юрко Яцек Andrews Zeta",
    "fi": "Aalto Åberg Ärjä Öhman Šostak Sovelius Tšehov Ülo Uusi Virtanen Vuori Wirén Wuori Ylä Yrjö Zeta Žukov Zukov",
    "ar": "آدم إبراهيم أحمد الأحمد بدر تاج ثابت عمر غسان هادي وليد يوسف Parrish Жуков",
    "he": "אברהם בן־גוריון גולן כהן לוי מלמד נתן צבי ץ שרון תמר Parrish Жуков",
    "zh-Hans": "阿城 白居易 陈毅 重庆 李明 毛泽东 王明 张三 长沙 赵高 周恩来 Parrish Жуков",
    "ja": "アベ いけだ イシイ かとう がとう きょう きよう さとう サトー ハナ バナ パナ 安倍 山田 Parrish Жуков",
}


def main() -> None:
    icu.TimeZone.setDefault(UTC)
    head = {
        "command": "python tools/cldr.py > tests/golden/locales/icu.json",
        "versions": f"ICU {icu.ICU_VERSION}, PyICU {icu.VERSION}",
    }
    found = {tag: dict(_said(tag)) for tag in LANGUAGES}
    text = json.dumps({**head, "languages": found}, ensure_ascii=False, indent=1)
    # Spaces and marks that nobody can see are written as escapes.
    print(re.sub("[\u00a0\u061c\u2000-\u200f\u202f]", lambda sign: f"\\u{ord(sign[0]):04x}", text))


def _said(tag: str) -> Iterator[tuple[str, dict[str, str] | str]]:
    locale = icu.Locale.forLanguageTag(CLDR.get(tag, tag))
    number = icu.NumberFormat.createInstance(locale)
    ranges = icu.NumberRangeFormatter.withLocale(locale)
    units = icu.MeasureFormat(locale, icu.UMeasureFormatWidth.SHORT)
    lists = icu.ListFormatter.createInstance(locale)
    delimiters = icu.LocaleData(str(locale))
    yield "dates", {date: _date(date, locale) for date in DATES}
    yield "numbers", {str(value): number.format(value) for value in (*NUMBERS, *DECIMALS)}
    yield "ranges", {f"{low}/{high}": str(ranges.formatIntRange(low, high)) for low, high in RANGES}
    yield "percent", {"300": icu.NumberFormat.createPercentInstance(locale).format(3)}
    yield "units", {name: _unit(name, units) for name in UNITS}
    yield "lists", {items: lists.format(items.split("|")) for items in LISTS}
    yield "plurals", dict(_plurals(icu.PluralRules.forLocale(locale)))
    yield "quotes", " ".join(delimiters.getDelimiter(which) for which in range(4))
    yield "sorted", " ".join(sorted(NAMES[tag].split(), key=icu.Collator.createInstance(locale).getSortKey))


def _date(edtf: str, locale: icu.Locale) -> str:
    """Return a day, month or year, or two of them with a slash between, in words."""
    dates = [_instant(date) for date in edtf.split("/")]
    parts = edtf.partition("/")[0].removeprefix("-").count("-")
    skeleton = ("y", "yMMMM", "yMMMMd")[parts]
    if len(dates) > 1:
        # A wide month is asked for only where CLDR has such a pattern; ICU writes Chinese months in characters if not.
        narrow = "yMMMd" if parts > 1 and locale.getLanguage() in ("ja", "zh") else skeleton
        return str(icu.DateIntervalFormat.createInstance(narrow, locale).format(icu.DateInterval(*dates)))
    if parts > 1 and dates[0] > _instant("0001"):
        return str(icu.DateFormat.createDateInstance(icu.DateFormat.kLong, locale).format(dates[0]))
    era = "" if dates[0] > _instant("0001") else "G"
    pattern = icu.DateTimePatternGenerator.createInstance(locale).getBestPattern(era + skeleton)
    return str(icu.SimpleDateFormat(pattern, locale).format(dates[0]))


def _instant(edtf: str) -> float:
    sign, digits = (-1, edtf[1:]) if edtf.startswith("-") else (1, edtf)
    year, month, day = (*map(int, digits.split("-")), 1, 1)[:3]
    calendar = icu.GregorianCalendar(UTC)
    calendar.clear()
    calendar.set(icu.UCalendarDateFields.EXTENDED_YEAR, sign * year)
    calendar.set(icu.UCalendarDateFields.MONTH, month - 1)
    calendar.set(icu.UCalendarDateFields.DATE, day)
    return float(calendar.getTime())


def _unit(name: str, units: icu.MeasureFormat) -> str:
    unit = next(unit for unit in icu.MeasureUnit.getAvailable("length") if unit.getSubtype() == name)
    return str(units.formatMeasure(icu.Measure(200, unit)))


def _plurals(rules: icu.PluralRules) -> Iterator[tuple[str, str]]:
    """Yield each category with the whole numbers that are in it."""
    for category in rules.getKeywords():
        numbers = [number for number in PLURALS if rules.select(number) == category]
        if numbers:
            yield str(category), " ".join(_runs(numbers))


def _runs(numbers: list[int]) -> Iterator[str]:
    """Yield neighbours together: 2-4."""
    first = last = numbers[0]
    for number in (*numbers[1:], None):
        if number != last + 1:
            yield str(first) if first == last else f"{first}-{last}"
            first = number or 0
        last = number or 0


if __name__ == "__main__":
    main()
