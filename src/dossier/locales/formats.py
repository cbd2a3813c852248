"""Dates, numbers, ranges and lists as a language writes them, from CLDR. The locale is always an argument."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.locales.catalogs import Texts
from dossier.locales.joiners import MARK, left_to_right
from dossier.locales.locale import Locale
from dossier.model.dates import HistoricalDate, Instant, Order, Precision, Span, Undated
from dossier.model.strength import Strength

EN_DASH = "\u2013"
TIMES = "\u00a0\u00d7\u00a0"

# What stands between two numbers in CLDR 47, where it is no dash without spaces. Babel leaves it out. Chinese has a
# hyphen there; GB/T 15834 (4.13) wants the wave.
_BETWEEN = {
    **dict.fromkeys("ca da es eu it nl th vi".split(), "-"),
    **dict.fromkeys("et sv".split(), "\u2011"),
    **dict.fromkeys("bg hr sk".split(), "\u00a0\u2013\u00a0"),
    **dict.fromkeys("ja zh".split(), "\uff5e"),
    "ko": "~",
    "ro": "\u00a0-\u00a0",
}

_LAST = "\ue000"
_ONE_LETTER = {"cs": "a", "pl": "i", "ru": "и", "sk": "a", "uk": "і"}
# "And" before some words, which CLDR's patterns cannot say: Spanish before the sound of i, Hebrew before other letters.
# No line ends at the one letter that Slavic languages have for it.
_AND = {
    **{tag: (re.compile(f" {and_} {_LAST}"), f" {and_}\u00a0") for tag, and_ in _ONE_LETTER.items()},
    "es": (re.compile(f"y {_LAST}(?=[ií]|h[ií](?![aeáé]))", re.IGNORECASE), "e "),
    "he": (re.compile(f"ו{_LAST}(?![\u0590-\u05ff])"), "ו\u05be"),
}

_FIELD = re.compile(r"'[^']*'|G+|y+|M+|L+|d+")
_SHORT_MONTH = re.compile(r"(?<![ML])(?:MMM|LLL)(?![ML])")


def format_number(number: int, locale: Locale) -> str:
    """Return `number` in digits, grouped from five digits on."""
    from babel.numbers import format_decimal

    return format_decimal(number, format="0" if abs(number) < 10_000 else "#,##0", locale=locale.cldr)


def format_decimal(number: float, locale: Locale) -> str:
    """Return `number` with at most one digit behind the point, grouped from five digits on."""
    from babel.numbers import format_decimal as format_cldr_decimal

    return format_cldr_decimal(number, format="0.#" if abs(number) < 10_000 else "#,##0.#", locale=locale.cldr)


def format_language(locale: Locale) -> str:
    """Return what a language calls itself: "Deutsch"."""
    return str(locale.cldr.languages.get(locale.cldr.language, locale.tag))


def format_range(low: int, high: int, locale: Locale) -> str:
    """Return "20–25", or one number where both are the same."""
    first = format_number(low, locale)
    between = _BETWEEN.get(locale.cldr.language, EN_DASH)
    return first if low == high else f"{first}{between}{format_number(high, locale)}"


def format_percent(per_cent: float, locale: Locale) -> str:
    """Return whole hundredths with their sign, "300%", without a mark of direction."""
    from babel.numbers import format_percent as format_cldr_percent

    printed = format_cldr_percent(per_cent / 100, locale=locale.cldr, group_separator=False)
    return printed.replace("\u200e", "")


def format_strength(strength: Strength, locale: Locale, texts: Texts) -> str:
    """Return "2 × 50–55", "20–25" or "about 150"."""
    numbers = format_range(strength.low, strength.high, locale)
    if strength.times > 1:
        numbers = format_formula(f"{format_number(strength.times, locale)}{TIMES}{numbers}", locale)
    return texts("strength.about", number=numbers) if strength.about else numbers


def format_formula(formula: str, locale: Locale) -> str:
    """Return a product or an equation as it runs: in Hebrew from the left, in Arabic from the right as all words.

    No line ends behind a sign of operation.
    """
    formula = re.sub(r"(?<= [+\u2212=]) ", "\u00a0", formula)
    if locale.cldr.language != "he":
        return formula
    # A line that begins within an isolate is set without its beginning: there each word has marks of its own.
    return left_to_right(" ".join(f"{MARK}{word}{MARK}" for word in formula.split(" ")))


@dataclass(frozen=True, slots=True)
class Punctuation:
    """Signs that the program puts between texts, each with the space that its language leaves behind it."""

    space: str = " "
    stop: str = ". "
    colon: str = ": "


_PUNCTUATION = {"Hans": Punctuation("", "。", "："), "Jpan": Punctuation("", "。", "：")}
_PUNCTUATION_OF = {"fr": Punctuation(colon="\u00a0: ")}


def punctuation(locale: Locale) -> Punctuation:
    """Return the signs of a language; Chinese and Japanese leave no space between sentences."""
    return _PUNCTUATION_OF.get(locale.cldr.language) or _PUNCTUATION.get(locale.script, Punctuation())


def format_list(items: Sequence[str], locale: Locale) -> str:
    """Return the items joined as the language joins them: "a, b and c"."""
    from babel.lists import format_list as format_cldr_list

    joined = format_cldr_list([*items[:-1], *(f"{_LAST}{item}" for item in items[-1:])], locale=locale.cldr)
    before, and_ = _AND.get(locale.cldr.language, (_LAST, ""))
    return re.sub(before, and_, joined).replace(_LAST, "")


def format_date(date: HistoricalDate, locale: Locale, texts: Texts, *, label: str = "") -> str:
    """Return `date` in words. A mere order is printed as `label`, or in the source's own words."""
    match date.value:
        case Order():
            return label or date.words
        case Undated():
            return texts("date.undated")
        case Span(start=start, end=end):
            return _format_span(start, end, locale, texts)
        case Instant() as instant:
            return format_instant(instant, locale, texts)


def format_instant(date: Instant, locale: Locale, texts: Texts) -> str:
    """Return a single date as precise as it is and no more."""
    return _format_instant(date, locale, texts)[0]


Forms = tuple[str, str]
"""A date as it stands alone, and in the form that follows "about", "from" or, in some languages, "beginning of"."""


def _format_instant(date: Instant, locale: Locale, texts: Texts, *, era: bool = False) -> Forms:
    """Return a date in both forms; with `era` it says that it is after Christ."""
    era = era or _before_christ(date)
    words, of = _bare(date, locale, texts, era=era)
    if date.part:
        words = texts(_part(date), date=words, of_date=of)
        of = texts(f"date.of-{date.part}", part=words, of_date=of)
    for id, name in _behind(date, era=era):
        words, of = (texts(id, **{name: form}) for form in (words, of))
    if date.approximate:
        words = of = texts("date.circa", date=words, of_date=of)
    if date.uncertain:
        words, of = (texts("date.uncertain", date=form) for form in (words, of))
    return words, of


def _before_christ(date: Instant) -> bool:
    """Tell whether a date is before Christ; EDTF's decade and century of the year 0 are counted as after."""
    return date.year < (0 if date.precision in (Precision.DECADE, Precision.CENTURY) else 1)


def _part(date: Instant) -> str:
    """Return the id of the text that says that only a part of `date` is meant."""
    plain = date.precision in (Precision.DAY, Precision.YEAR) or (date.precision is Precision.DECADE and date.year < 0)
    return f"date.{date.part}" if plain else f"date.{date.part}-{date.precision}"


def _behind(date: Instant, *, era: bool) -> Iterator[tuple[str, str]]:
    """Yield the texts that say more of a date as a whole, each with its placeholder: era and hemisphere."""
    if era and date.precision in (Precision.DECADE, Precision.CENTURY):
        yield ("date.bc" if _before_christ(date) else "date.ad"), "year"
    if date.precision is Precision.SEASON and 25 <= (date.month or 0) <= 32:
        yield ("date.north" if (date.month or 0) <= 28 else "date.south"), "date"


def _era(year: int) -> str:
    return "date.bc" if year < 1 else "date.ad"


def _bare(date: Instant, locale: Locale, texts: Texts, *, era: bool) -> Forms:
    match date.precision:
        case Precision.CENTURY:
            first = abs(date.year) // 100 * 100
            number = first // 100 + 1
            names: dict[str, object] = {"ordinal": _ordinal(number), "roman": _roman(number), "first": first}
            return _both("century", texts, number=format_number(number, locale), **names)
        case Precision.DECADE if date.year < 0:
            # EDTF's ten years below 0 are no decade of the count before Christ: -004X is 50 to 41 BC.
            return (format_range(10 - date.year, 1 - date.year, locale),) * 2
        case Precision.DECADE:
            return _both("decade", texts, year=date.year, years=format_range(date.year, date.year + 9, locale))
        case Precision.SEASON:
            # Seasons of a hemisphere, 25 to 32, are those without one with a word behind them.
            number = date.month or 0
            name = f"grouping-{21 + (number - 21) % 4 if number <= 32 else number}"
            of_year = _of_year(date.year, locale, texts, era=era)
            return _both(name, texts, year=format_year(date.year, locale, texts, era=era), of_year=of_year)
    pattern = _pattern(date, locale, era=era)
    words = _in_pattern(date, pattern, locale)
    match date.precision:
        case Precision.YEAR:
            return words, _of_year(date.year, locale, texts, era=era)
        case Precision.MONTH:
            # CLDR's names of months within a date are in the genitive, Finnish ones in the partitive.
            month = "LLLL'n'" if locale.cldr.language == "fi" else "MMMM"
            return words, texts("date.of-month", date=_in_pattern(date, pattern.replace("LLLL", month), locale))
        case _:
            return words, texts("date.of-day", date=words)


def _both(name: str, texts: Texts, **values: object) -> Forms:
    return texts(f"date.{name}", **values), texts(f"date.of-{name}", **values)


def _of_year(year: int, locale: Locale, texts: Texts, *, era: bool) -> str:
    """Return a year in the form that follows "of"."""
    words = texts("date.of-year", year=format_number(year if year > 0 else 1 - year, locale))
    return texts(_era(year), year=words) if era else words


def _pattern(date: Instant, locale: Locale, *, era: bool) -> str:
    """Return CLDR's pattern for a day, a month or a year, with its era if `era` says so."""
    skeletons = locale.cldr.datetime_skeletons
    if date.precision is Precision.DAY:
        pattern = str(locale.cldr.date_formats["long"].pattern)
    elif date.precision is Precision.MONTH:
        pattern = str(skeletons["yMMMM"].pattern)
    else:
        return str(skeletons["Gy" if era else "y"].pattern)
    if not era:
        return pattern
    era_first = str(skeletons["GyMMMd"].pattern).startswith("G")
    return f"G{pattern}" if era_first else f"{pattern} G"


def _in_pattern(date: Instant, pattern: str, locale: Locale) -> str:
    """Return `date` in a CLDR pattern, also in a year that Python's calendar does not have."""
    from babel.dates import format_date as format_cldr_date

    year = str(date.year) if 1 <= date.year <= 9999 else format_number(abs(date.year - (date.year < 1)), locale)
    fields = {"y": f"'{year}'", "G": f"'{locale.cldr.eras['abbreviated'][date.year > 0]}'"}
    if locale.cldr.language == "fr" and date.day == 1:
        fields["d"] = "'1er'"
    # The Gregorian calendar repeats every 400 years.
    day = datetime.date(date.year % 400 + 2000, date.month or 1, date.day or 1)
    pattern = _FIELD.sub(lambda field: fields.get(field[0], field[0]), pattern).replace("''", "")
    # CLDR's narrow space is in no font of ours, and the one that is made up for it parts nothing in a sanserif.
    return format_cldr_date(day, pattern, locale=locale.cldr).replace("\u202f", "\u00a0")


def _ordinal(number: int) -> str:
    """Return an English ordinal: "20th". Other languages have their own placeholder for the number of a century."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(number: int) -> str:
    """Return a number below 400 in Roman figures."""
    signs = (("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
    words = ""
    for sign, value in signs:
        words += sign * (number // value)
        number %= value
    return words


def format_year(year: int, locale: Locale, texts: Texts, *, era: bool = False) -> str:
    """Return a year of the astronomical count, 0 as 1 BC; with `era` one after Christ says so."""
    number = format_number(year if year > 0 else 1 - year, locale)
    return texts(_era(year), year=number) if era or year < 1 else number


def month_names(locale: Locale) -> tuple[str, ...]:
    """Return the short names of the months, as they stand alone."""
    from babel.dates import get_month_names

    names = get_month_names("abbreviated", context="stand-alone", locale=locale.cldr)
    return tuple(names[month] for month in range(1, 13))


def format_coordinate(degrees: int, axis: Literal["lat", "lon"], locale: Locale, texts: Texts) -> str:
    """Return a parallel or meridian, degrees east or north: "60\u00b0 N"."""
    number = format_number(abs(degrees), locale)
    if degrees == 0:
        return texts("coordinate.zero", degrees=number)
    side = {"lat": ("south", "north"), "lon": ("west", "east")}[axis][degrees > 0]
    return texts(f"coordinate.{side}", degrees=number)


def _format_span(start: Instant | None, end: Instant | None, locale: Locale, texts: Texts) -> str:
    if start and end:
        if plain := _interval(start, end, locale):
            return plain
        era = _before_christ(start)
        (first, of_first), (last, of_last) = (_format_instant(date, locale, texts, era=era) for date in (start, end))
        return texts("date.span", start=first, end=last, of_start=of_first, of_end=of_last)
    if start:
        words, of = _format_instant(start, locale, texts)
        return texts("date.from", date=words, of_date=of)
    if end:
        words, of = _format_instant(end, locale, texts)
        return texts("date.until", date=words, of_date=of)
    return ""


def _interval(start: Instant, end: Instant, locale: Locale) -> str:
    """Return two dates of one precision as CLDR joins them ("2–9 June 1943"), or "" where they are not so plain."""
    skeletons = {Precision.DAY: ("yMMMMd", "yMMMd"), Precision.MONTH: ("yMMMM",), Precision.YEAR: ("y",)}
    vague = any(date.part or date.approximate or date.uncertain or date.year < 1 for date in (start, end))
    if vague or start.precision is not end.precision or start.precision not in skeletons:
        return ""
    formats = locale.cldr.interval_formats
    names = (name for name in skeletons[start.precision] if name in formats)
    known: Mapping[str, Sequence[str]] = next((formats[name] for name in names), {})
    field = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    parts = known.get(field)
    if not parts:
        return ""
    short = start.precision is Precision.DAY
    wide = (_SHORT_MONTH.sub(lambda letters: letters[0][0] * 4, part) if short else part for part in parts)
    # CLDR's Hebrew ranges lack the "of" before a month that its days have.
    of_month = (part.replace("d MMMM", str(locale.cldr.datetime_skeletons["MMMMd"].pattern)) for part in wide)
    return "".join(_in_pattern(date, part, locale) for date, part in zip((start, end), of_month, strict=True))
