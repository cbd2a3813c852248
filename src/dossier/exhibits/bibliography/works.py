"""Works as they come from outside (CSL-JSON), checked, with what is missing made visible.

Variables are added that CSL does not have and the styles in assets/csl use: `title-main` (the title without its
subtitle), `filing-title` and `filing-container-title` (without an initial English article, for sorting), `cyrillic`
(set where a work is filed under a Cyrillic letter), `many-authors` (set where it has more than three) and, unless it
is given, CSL's own `title-short`.
"""

from __future__ import annotations

import calendar
import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.errors import SourceError, Where

PROTECTED_HYPHEN = "\ue003"
"""Stands for the hyphen in a report's number, which a processor would take for a range."""

_LONGEST = 4000
_TYPES = frozenset("""
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage""".split())  # fmt: skip
_TEXTS = frozenset("""
    DOI ISBN ISSN PMCID PMID URL archive archive-place archive_collection archive_location authority call-number
    chapter-number collection-number collection-title container-title container-title-short dimensions division edition
    event-place event-title genre issue jurisdiction medium note number number-of-pages number-of-volumes
    original-publisher original-publisher-place original-title page part-number part-title publisher publisher-place
    references reviewed-genre reviewed-title scale section source status supplement-number title title-short version
    volume volume-title year-suffix""".split())  # fmt: skip
_NAMES = frozenset(
    """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator""".split()
)
_DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
_NAME_PARTS = frozenset("family given literal suffix dropping-particle non-dropping-particle".split())
# Overrides and embeddings let a text pretend to read otherwise than it does.
_FORBIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MANY = 4
_FORMS = {
    "DOI": (re.compile(r"10\.\d{4,9}/\S+"), "a DOI starts with 10. and has a slash: 10.1086/720277"),
    "URL": (re.compile(r"https?://[^\s/]\S*"), "an address starts with http:// or https://"),
}


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is printed where a reference does not give a forename or a title, such as "[title not given]"."""

    forename: str
    title: str


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name by their CSL names."""

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WorkDate:
    """A date, or two that bound a range, as far as known (year, month, day); or words where there is no number."""

    parts: tuple[tuple[int, ...], ...]
    literal: str = ""
    circa: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that stand for what is missing; no style changes their case."""

    text: str


Value = str | Gap | tuple[Name, ...] | WorkDate


@dataclass(frozen=True, slots=True)
class Work:
    """A cited work: CSL variables and their values. `language` is a BCP 47 tag, "und" where none is given."""

    id: str
    language: str
    variables: tuple[tuple[str, Value], ...]


def parse_works(items: Sequence[Mapping[str, object]], gaps: Gaps) -> tuple[Work, ...]:
    """Return `items` (CSL-JSON, appendix IV of the CSL specification) as works.

    Raises SourceError for an unknown type or variable, a value of the wrong kind, a date that no calendar has, and an
    id that is missing or used twice.
    """
    works = tuple(_work(item, gaps) for item in items)
    seen: set[str] = set()
    for work in works:
        if work.id in seen:
            raise _error(work.id, "two references have this id", hint="Give each reference an id of its own.")
        seen.add(work.id)
    return works


def _work(item: Mapping[str, object], gaps: Gaps) -> Work:
    id = item.get("id")
    if not isinstance(id, str) or not id:
        raise SourceError("a reference without an id", hint="Give each reference an id, a word in lower case.")
    kind = item.get("type")
    if kind not in _TYPES:
        raise _error(id, f"unknown type {kind!r}", hint=_nearest(str(kind), _TYPES))
    language = _text(id, "language", item.get("language", "")) or "und"
    variables = dict(_variables(id, {k: v for k, v in item.items() if k not in ("id", "type", "language")}, gaps))
    variables.setdefault("title", Gap(gaps.title))
    variables |= _derived(variables, english=language.split("-")[0] == "en")
    return Work(id, language, (("type", str(kind)), ("language", language), *variables.items()))


def _variables(id: str, item: Mapping[str, object], gaps: Gaps) -> Iterator[tuple[str, Value]]:
    for variable, value in item.items():
        if variable in _NAMES:
            yield variable, tuple(_name(id, variable, name, gaps) for name in _list(id, variable, value))
        elif variable in _DATES:
            yield variable, _date(id, variable, value)
        elif variable not in _TEXTS:
            raise _error(id, f"unknown variable {variable!r}", hint=_nearest(variable, _TEXTS | _NAMES | _DATES))
        elif text := _text(id, variable, value):
            if variable in _FORMS and not _FORMS[variable][0].fullmatch(text):
                raise _error(id, f"{variable}: {_FORMS[variable][1]}, not {text!r}")
            yield variable, text.replace("-", PROTECTED_HYPHEN) if variable == "number" else text


def _derived(variables: Mapping[str, Value], *, english: bool) -> dict[str, Value]:
    derived: dict[str, Value] = {}
    for variable in ("title", "container-title"):
        if isinstance(title := variables.get(variable), str):
            derived[f"filing-{variable}"] = _without_article(title) if english else title
    title = variables["title"]
    main = re.split(r" ?: ", title, maxsplit=1)[0] if isinstance(title, str) else title
    derived["title-main"] = main
    short = _without_article(main) if english and isinstance(main, str) else main
    derived["title-short"] = variables.get("title-short", short)
    authors = variables.get("author")
    heading = main if isinstance(main, str) else ""
    if isinstance(authors, tuple) and authors:
        parts = dict(authors[0].parts)
        heading = parts.get("family") or parts["literal"]
        if len(authors) >= _MANY:
            derived["many-authors"] = "yes"
    if heading and "CYRILLIC" in unicodedata.name(heading[0], ""):
        derived["cyrillic"] = "yes"
    return derived


def _without_article(title: str) -> str:
    rest = re.sub(r"^(?:The|A|An) (?=\S)", "", title)
    return rest[:1].upper() + rest[1:]


def _name(id: str, variable: str, value: object, gaps: Gaps) -> Name:
    if not isinstance(value, Mapping):
        raise _error(id, f"{variable}: a name has family and given, or literal, not {value!r}")
    if unknown := [str(key) for key in value if key not in _NAME_PARTS]:
        raise _error(id, f"{variable}: unknown part of a name {unknown[0]!r}", hint=_nearest(unknown[0], _NAME_PARTS))
    parts = {str(key): text for key, part in value.items() if (text := _text(id, variable, part))}
    if "literal" not in parts and "family" not in parts:
        raise _error(id, f"{variable}: a name without family or literal")
    if "literal" not in parts and "given" not in parts:
        return Name((("literal", f"{parts['family']} {gaps.forename}"),))
    return Name(tuple(parts.items()))


def _date(id: str, variable: str, value: object) -> WorkDate:
    if not isinstance(value, Mapping) or not value.keys() <= {"date-parts", "literal", "circa"}:
        raise _error(id, f"{variable}: a date has date-parts or literal, not {value!r}")
    circa = value.get("circa", False)
    if not isinstance(circa, bool):
        raise _error(id, f"{variable}: circa is true or false, not {circa!r}")
    literal = _text(id, variable, value.get("literal", ""))
    days = _list(id, variable, value.get("date-parts", []))
    parts = tuple(_day(id, variable, _list(id, variable, day)) for day in days)
    if bool(parts) == bool(literal) or len(parts) > len(("start", "end")):
        raise _error(id, f"{variable}: one date, two that bound a range, or words, not {value!r}")
    if parts[0:1] > parts[1:2] and len(parts) > 1:
        raise _error(id, f"{variable}: the range ends before it starts")
    return WorkDate(parts, literal, circa)


def _day(id: str, variable: str, values: Sequence[object]) -> tuple[int, ...]:
    parts = tuple(int(text) for text in map(str, values) if re.fullmatch(r"-?\d{1,4}", text, re.ASCII))
    year, month, day = (*parts, 1, 1, 1)[:3]
    possible = len(parts) == len(values) and 1 <= len(parts) <= len(("year", "month", "day"))
    if not possible or not year or not 1 <= month <= 12 or not 1 <= day <= _days(year, month):
        written = "-".join(str(value) for value in values)
        raise _error(id, f"{variable}: no such date: {written}", hint="Give a year, or a year with month and day.")
    return parts


def _days(year: int, month: int) -> int:
    return calendar.monthrange(2000 if calendar.isleap(year) else 2001, month)[1]


def _text(id: str, variable: str, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _error(id, f"{variable}: text is needed, not {value!r}")
    text = re.sub(r"[ \t\r\n]+", " ", unicodedata.normalize("NFC", str(value))).strip()
    if len(text) > _LONGEST:
        raise _error(id, f"{variable}: {len(text)} characters are too many", hint=f"At most {_LONGEST} can be set.")
    for character in text:
        if character in _FORBIDDEN or unicodedata.category(character) in ("Cc", "Co", "Cs"):
            raise _error(id, f"{variable}: character U+{ord(character):04X} cannot be printed", hint="Remove it.")
    return text


def _list(id: str, variable: str, value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise _error(id, f"{variable}: a list is needed, not {value!r}")
    return value


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, sorted(known), n=1)
    return f'Did you mean "{near[0]}"?' if near else "The names are those of CSL-JSON."


def _error(id: str, message: str, *, hint: str = "") -> SourceError:
    return SourceError(message, hint=hint, where=Where(item=id))
