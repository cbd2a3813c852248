"""Dates, numbers, ranges and lists as a language writes them, from CLDR. The locale is always an argument."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.locales.catalogs import Texts
from dossier.locales.locale import Locale
from dossier.model.dates import HistoricalDate, Instant, Order, Precision, Span, Undated
from dossier.model.strength import Strength

EN_DASH = "\u2013"
TIMES = "\u00a0\u00d7\u00a0"

_FIELD = re.compile(r"'[^']*'|G+|y+|M+|L+")


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
    return first if low == high else f"{first}{EN_DASH}{format_number(high, locale)}"


def format_strength(strength: Strength, locale: Locale, texts: Texts) -> str:
    """Return "2 × 50–55", "20–25" or "about 150"."""
    numbers = format_range(strength.low, strength.high, locale)
    if strength.times > 1:
        numbers = f"{format_number(strength.times, locale)}{TIMES}{numbers}"
    return texts("strength.about", number=numbers) if strength.about else numbers


@dataclass(frozen=True, slots=True)
class Punctuation:
    """Signs that the program puts between texts, each with the space that its language leaves behind it."""

    space: str = " "
    stop: str = ". "
    comma: str = ", "
    semicolon: str = "; "
    colon: str = ": "


_PUNCTUATION = {
    "Arab": Punctuation(comma="، ", semicolon="؛ "),
    "Hans": Punctuation("", "。", "、", "；", "："),
    "Jpan": Punctuation("", "。", "、", "；", "："),
}
_PUNCTUATION_OF = {"fr": Punctuation(semicolon="\u202f; ", colon="\u00a0: ")}


def punctuation(locale: Locale) -> Punctuation:
    """Return the signs of a language; Chinese and Japanese leave no space between sentences."""
    return _PUNCTUATION_OF.get(locale.cldr.language) or _PUNCTUATION.get(locale.script, Punctuation())


def format_list(items: Sequence[str], locale: Locale) -> str:
    """Return the items joined as the language joins them: "a, b and c"."""
    from babel.lists import format_list as format_cldr_list

    return format_cldr_list(items, locale=locale.cldr)


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
    words = _bare(date, locale, texts)
    if date.part:
        words = texts(f"date.{date.part}", date=words)
    if date.approximate:
        words = texts("date.circa", date=words)
    return texts("date.uncertain", date=words) if date.uncertain else words


def _bare(date: Instant, locale: Locale, texts: Texts) -> str:
    match date.precision:
        case Precision.CENTURY:
            words = texts("date.century", number=format_number(abs(date.year) // 100 + 1, locale))
            return words if date.year >= 0 else texts("date.bc", year=words)
        case Precision.DECADE if date.year < 0:
            # EDTF's ten years below 0 are no decade of the count before Christ: -004X is 50 to 41 BC.
            return texts("date.bc", year=format_range(10 - date.year, 1 - date.year, locale))
        case Precision.DECADE:
            return texts("date.decade", year=date.year)
        case Precision.SEASON:
            return texts(f"date.grouping-{date.month}", year=format_year(date.year, locale, texts))
        case Precision.YEAR if not 1 <= date.year <= 9999:
            return format_year(date.year, locale, texts)
    if not 1 <= date.year <= 9999:
        return _remote(date, locale)
    from babel import dates

    day = datetime.date(date.year, date.month or 1, date.day or 1)
    if date.precision is Precision.DAY:
        return dates.format_date(day, "long", locale=locale.cldr)
    skeleton = "yMMMM" if date.precision is Precision.MONTH else "y"
    return str(dates.format_skeleton(skeleton, day, locale=locale.cldr))


def _remote(date: Instant, locale: Locale) -> str:
    """Return a day or month of a year that Python's calendar does not have, in CLDR's pattern for it."""
    from babel.dates import format_date as format_cldr_date

    before_christ = date.year < 1
    skeleton = f"{'G' if before_christ else ''}yMMM{'d' if date.precision is Precision.DAY else ''}"
    year = format_number(1 - date.year if before_christ else date.year, locale)
    fields = {"y": f"'{year}'", "G": f"'{locale.cldr.eras['abbreviated'][0]}'", "MMM": "MMMM", "LLL": "LLLL"}
    pattern = str(locale.cldr.datetime_skeletons[skeleton].pattern)
    pattern = _FIELD.sub(lambda field: fields.get(field[0], field[0]), pattern).replace("''", "")
    # The Gregorian calendar repeats every 400 years.
    return format_cldr_date(
        datetime.date(date.year % 400 + 2000, date.month or 1, date.day or 1), pattern, locale=locale.cldr
    )


def format_year(year: int, locale: Locale, texts: Texts) -> str:
    """Return a year of the astronomical count, 0 as 1 BC."""
    if year < 1:
        return texts("date.bc", year=format_number(1 - year, locale))
    return format_number(year, locale)


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
        first, last = (format_instant(date, locale, texts) for date in (start, end))
        plain = start.precision is end.precision is Precision.YEAR
        return f"{first}{EN_DASH}{last}" if plain else texts("date.span", start=first, end=last)
    if start:
        return texts("date.from", date=format_instant(start, locale, texts))
    return texts("date.until", date=format_instant(end, locale, texts)) if end else ""
