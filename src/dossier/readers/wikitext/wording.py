"""Templates whose words are made of their arguments: dates, measures, ships, fractions."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Callable, Mapping

from dossier.model.article import Template
from dossier.readers.wikitext.names import LANGUAGES


def _date(given: Template) -> str:
    """{{start date|1940|5|26}}, {{dts|1940|May|26}}: day, month and year, in the order that `df` asks for."""
    parts = [given.get(str(number)) for number in (1, 2, 3)]
    if not parts[1]:
        return parts[0]
    month = month_name[int(parts[1])] if parts[1].isdecimal() and 1 <= int(parts[1]) <= 12 else parts[1]
    day_first = given.get("df", "format") not in ("", "no", "n", "mdy")
    if not parts[2]:
        return f"{month} {parts[0]}"
    day = parts[2].lstrip("0")
    return f"{day} {month} {parts[0]}" if day_first else f"{month} {day}, {parts[0]}"


_BETWEEN = {
    "-": "–", "–": "–", "and": " and ", "to": " to ", "to(-)": " to ", "to about": " to about ", "or": " or ",
    "by": " by ", "x": " × ", "×": " × ", "+/-": " ± ", "±": " ± ", "+": " + ", ",": ", ", "and(-)": " and ",
}  # fmt: skip


def _measure(given: Template) -> str:
    """{{convert|60|ha|acre}}: the measure that the source gives, without the one that it is converted to."""
    values = [value for name, value in given.params if name.isdecimal()]
    words = values[0] if values else ""
    rest = values[1:]
    while len(rest) > 1 and rest[0] in _BETWEEN:
        words += _BETWEEN[rest[0]] + rest[1]
        rest = rest[2:]
    if not rest:
        return words
    words += f" {rest[0]}"
    if len(rest) > 2 and rest[1].replace(".", "", 1).isdecimal():
        words += f" {rest[1]} {rest[2]}"
    return words


def _ship(given: Template, prefix: str = "") -> str:
    """{{HMS|Malcolm|D19|6}}, {{ship|French submarine|Poncelet||2}}: the last argument says which parts are shown."""
    values = [given.get(str(number)) for number in (1, 2, 3, 4)]
    prefix, name, pennant, shown = (prefix, *values[:3]) if prefix else values
    pennant = f"({pennant})" if pennant else ""
    parts = {"1": (pennant,), "2": (name,), "3": (prefix, pennant), "5": (name, pennant), "6": (prefix, name)}
    return " ".join(filter(None, parts.get(shown, (prefix, name, pennant))))


def _ship_class(given: Template) -> str:
    """{{sclass-|Shoreham|sloop|0}}: the class, and what it is unless the last argument is 0."""
    kind = "" if given.get("3") == "0" else f" {given.get('2').partition(' (')[0]}"
    return f"{given.get('1')}-class{kind}".strip()


def _circa(given: Template) -> str:
    return "c. " + "–".join(value for name, value in given.params if name in ("1", "2") and value)


def _fraction(given: Template) -> str:
    parts = [value for name, value in given.params if name.isdecimal()]
    whole = f"{parts[0]} " if len(parts) == 3 else ""
    return whole + ("/".join(parts[-2:]) if len(parts) > 1 else f"1/{''.join(parts)}")


def _languages(given: Template) -> str:
    codes = [value for name, value in given.params if name.isdecimal()]
    return f"(in {' and '.join(LANGUAGES.get(code, code) for code in codes)})"


def _identifier(given: Template) -> str:
    return f"{given.name.upper()} {given.get('1')}"


def _ship_named(prefix: str) -> Callable[[Template], str]:
    return lambda given: _ship(given, prefix)


_SHIPS = "HMS HMAS HMCS HMNZS USS SS MS MV RMS SMS ORP HNoMS HNLMS HDMS HSwMS USAT USNS HMT PS TSS SMU GTS".split()
_DATES = (
    "start date", "end date", "dts", "dtsh", "date", "start-date", "birth date", "death date", "birth date and age",
    "death date and age", "film date", "start date and age", "launch date", "release date",
)  # fmt: skip

WORDINGS: Mapping[str, Callable[[Template], str]] = {
    **dict.fromkeys(_DATES, _date),
    **dict.fromkeys(("convert", "cvt", "conv", "convinfobox", "convert2"), _measure),
    **dict.fromkeys(("circa", "c.", "ca", "ca.", "approx", "c"), _circa),
    **dict.fromkeys(("frac", "sfrac", "fraction", "fract"), _fraction),
    **dict.fromkeys(("isbn", "issn", "oclc", "doi", "jstor", "asin", "lccn"), _identifier),
    **{prefix.lower(): _ship_named(prefix) for prefix in _SHIPS},
    "ship": _ship,
    "sclass-": _ship_class,
    "sclass": _ship_class,
    "sclass2-": _ship_class,
    "in lang": _languages,
    "ru icon": lambda _: "(in Russian)",
    "de icon": lambda _: "(in German)",
    "fr icon": lambda _: "(in French)",
    "sortname": lambda given: f"{given.get('1')} {given.get('2')}",
    "as of": lambda given: "as of " + _date(given),
    "floruit": lambda given: f"fl. {given.get('1')}",
    "fl.": lambda given: f"fl. {given.get('1')}",
    "reign": lambda given: f"r. {given.get('1')}–{given.get('2')}",
    "b.": lambda given: f"b. {given.get('1')}",
    "born": lambda given: f"b. {given.get('1')}",
    "d.": lambda given: f"d. {given.get('1')}",
    "died": lambda given: f"d. {given.get('1')}",
    "sfnref": lambda given: "CITEREF" + "".join(value for name, value in given.params if name.isdecimal()),
    "harvid": lambda given: "CITEREF" + "".join(value for name, value in given.params if name.isdecimal()),
}  # fmt: skip
