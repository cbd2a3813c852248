"""A cited work while it is being read: names, dates and addresses as CSL-JSON wants them, nothing that is not given."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.extract.dates import find_dates
from dossier.model.dates import Span, parse_edtf
from dossier.model.references import Name, ReferenceType

LANGUAGES = {
    "arabic": "ar", "bulgarian": "bg", "catalan": "ca", "chinese": "zh", "croatian": "hr", "czech": "cs",
    "danish": "da", "dutch": "nl", "english": "en", "estonian": "et", "finnish": "fi", "french": "fr", "german": "de",
    "greek": "el", "hebrew": "he", "hungarian": "hu", "indonesian": "id", "italian": "it", "japanese": "ja",
    "korean": "ko", "latin": "la", "latvian": "lv", "lithuanian": "lt", "norwegian": "no", "persian": "fa",
    "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr", "slovak": "sk",
    "slovene": "sl", "slovenian": "sl", "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk",
    "vietnamese": "vi", "welsh": "cy",
}  # fmt: skip
"""BCP 47 tags by the names of languages as citations give them."""

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})*")
_ADDRESS = re.compile(r"https?://[^\s<>\"\]|]+")
_COMPANY = re.compile(r",\s*(?:Inc|Incorporated|Ltd|Limited|Co|LLC|Corp|GmbH|S\.A)\b\.?", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?")
_BETWEEN_PEOPLE = re.compile(r"\s*;\s*|\s+&\s+|\s+(?:and|und|et|y|e)\s+(?=[^\W\d_a-z])")
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Work:
    """What a citation says of a work; `locator` is the place in it that is cited."""

    type: ReferenceType = "document"
    title: str = ""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    issued: str = ""
    container_title: str = ""
    collection_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    language: str = ""
    url: str = ""
    doi: str = ""
    isbn: str = ""
    accessed: str = ""
    locator: str = ""

    @property
    def surname(self) -> str:
        """The first author's family name or the whole name, in small letters; empty where no author is given."""
        first = next(iter(self.author or self.editor), None)
        return (first.family or first.literal).casefold() if first else ""

    @property
    def year(self) -> str:
        """The year of issue, or an empty text."""
        return self.issued[:4]

    @property
    def missing(self) -> tuple[str, ...]:
        """What a reader would need to find the work and the citation does not give."""
        periodical = self.type in ("article", "article-journal", "article-magazine", "article-newspaper")
        given = {
            "author": self.author or self.editor,
            "forename": not self.author or all(name.given or name.literal for name in self.author),
            "title": self.title,
            "date": self.issued,
            "publisher": self.publisher or self.container_title or periodical or self.type == "webpage",
            "name of the periodical": self.container_title or not periodical,
            "page": self.page or self.locator or self.url or not periodical,
            "address": self.url or self.type != "webpage",
        }
        return tuple(what for what, value in given.items() if not value)


def name(text: str) -> Name | None:
    """Return a name: family and given where a comma parts them, else the whole of it; None for an empty text."""
    text = " ".join(text.split()).strip(" ,;")[:_LONGEST]
    family, comma, given = text.partition(",")
    given = given.strip()
    if comma and given and "," not in given and not _COMPANY.search(text) and not _SUFFIX.fullmatch(given):
        return Name(family=family.strip(), given=given)
    return Name(literal=text) if text else None


def people(text: str) -> tuple[Name, ...]:
    """Return the names in a line of several: "Maier, Pauline; Amar, Akhil" or "A. Hillgruber & P. E. Schramm"."""
    found = (name(part) for part in _BETWEEN_PEOPLE.split(text))
    return tuple(one for one in found if one)


def issued(text: str) -> str:
    """Return the date of a citation in EDTF, an empty text where it names none that can be read."""
    text = text[:80]
    for mention in find_dates(text):
        if mention.range:
            return mention.range.value.edtf
        if mention.value and not isinstance(mention.value, Span):
            return mention.value.edtf
        if mention.edtf:
            return mention.edtf
    year = re.search(r"(?<!\d)[12]\d{3}(?!\d)", text)
    return parse_edtf(year[0]).edtf if year else ""


def address(text: str) -> str:
    """Return the first web address in `text`, or an empty text."""
    found = _ADDRESS.search(text)
    return found[0].rstrip(".,;)")[:_LONGEST] if found else ""


def language(text: str) -> str:
    """Return the BCP 47 tag of a language by its tag or its English name; an empty text where it is not known."""
    tag = text.strip()
    known = LANGUAGES.get(tag.lower())
    if known:
        return known
    return tag if _TAG.fullmatch(tag) and tag.partition("-")[0] in LANGUAGES.values() else ""


def line(text: str) -> str:
    """Return `text` in one line, without blanks at its ends, no longer than a field of a reference may be."""
    return " ".join(text.split())[:_LONGEST]
