"""Works that are cited, in the terms of CSL-JSON (Citation Style Language 1.0.2, appendix IV)."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from dossier.model.base import Frozen, Hyphenated, Id, Item, Line
from dossier.model.dates import Instant, Span, parse_edtf
from dossier.model.evidence import Evidence

ReferenceType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "document",
    "entry-encyclopedia",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "paper-conference", "report",
    "speech",
    "thesis", "webpage",
]  # fmt: skip

Plain = Annotated[str, StringConstraints(max_length=1000)]

_ADDRESS = re.compile(r"(https?://|mailto:)\S+$")


def _check_edtf(value: str) -> str:
    if value:
        parse_edtf(value)
    return value


Edtf = Annotated[str, AfterValidator(_check_edtf)]


def _check_url(value: str) -> str:
    if value and not _ADDRESS.match(value):
        raise ValueError(f"not an address that a page may link to: {value!r}; it starts with https://")
    return value


Url = Annotated[Plain, AfterValidator(_check_url)]


class Name(Frozen):
    """A person (`family`, `given`) or, where a name has no parts, an institution (`literal`)."""

    family: Plain = ""
    given: Plain = ""
    literal: Plain = ""


class Citation(Frozen):
    """A pointer into a reference. `locator` is a page unless `label` says otherwise."""

    ref: Id
    locator: Plain = ""
    label: Literal["page", "chapter", "section", "volume", "paragraph", "note", "line"] = "page"


class Reference(Hyphenated, Item):
    """One cited work.

    What the source does not give stays empty and is named in `gaps`; `basis` says where else a datum is from.
    """

    type: ReferenceType
    title: Plain = ""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    issued: Edtf = Field(default="", description="An EDTF date, for example 2004 or 2004-03-01.")
    container_title: Plain = ""
    collection_title: Plain = ""
    publisher: Plain = ""
    publisher_place: Plain = ""
    edition: Plain = ""
    volume: Plain = ""
    issue: Plain = ""
    number: Plain = ""
    page: Plain = ""
    genre: Plain = ""
    language: Plain = ""
    url: Url = ""
    doi: Plain = ""
    isbn: Plain = ""
    accessed: Edtf = ""
    original: Plain = Field(default="", description="The reference as the source prints it.")
    basis: Line = Field(default="", description="Where data come from that the source does not give.")
    gaps: tuple[Line, ...] = Field(default=(), description="What the source does not give.")
    evidence: tuple[Evidence, ...] = ()

    def csl(self) -> dict[str, object]:
        """Return the work as a CSL-JSON item."""
        item: dict[str, object] = {"id": self.id, "type": self.type}
        for name in ("title", "container_title", "collection_title", "publisher", "publisher_place", "edition",
                     "volume",
                     "issue", "number", "page", "genre", "language"):  # fmt: skip
            if value := getattr(self, name):
                item[name.replace("_", "-")] = value
        for name in ("url", "doi", "isbn"):
            if value := getattr(self, name):
                item[name.upper()] = value
        for name in ("author", "editor", "translator"):
            if people := getattr(self, name):
                item[name] = [person.model_dump(exclude_defaults=True) for person in people]
        for name in ("issued", "accessed"):
            if value := getattr(self, name):
                item[name] = {"date-parts": _date_parts(parse_edtf(value)), "circa": "~" in value or "%" in value}
        return item


def _date_parts(date: Instant | Span) -> list[list[int]]:
    ends = (date,) if isinstance(date, Instant) else tuple(end for end in (date.start, date.end) if end)
    return [[part for part in (end.year, end.month, end.day) if part is not None] for end in ends]
