"""Citation templates: the words they print, and the short references that point at them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.model.article import Template

_ALIASES: Mapping[str, tuple[str, ...]] = {
    "authors": ("authors", "author", "author1", "last", "last1", "surname", "Autor", "auteur", "автор", "autor"),
    "editor": ("editor", "editors", "editor1", "editor-last", "editor1-last", "Hrsg", "éditeur scientifique"),
    "date": ("date", "year", "Datum", "Jahr", "année", "date", "год", "rok", "fecha", "anno"),
    "chapter": ("chapter", "contribution", "article", "entry", "Kapitel"),
    "title": ("title", "Titel", "titre", "заглавие", "título", "titolo", "tytuł"),
    "container": ("journal", "newspaper", "magazine", "work", "website", "encyclopedia", "Sammelwerk", "périodique"),
    "series": ("series", "Reihe", "collection"),
    "volume": ("volume", "Band", "tome", "том"),
    "issue": ("issue", "number", "Nummer", "numéro"),
    "edition": ("edition", "Auflage"),
    "place": ("location", "place", "Ort", "lieu", "место"),
    "publisher": ("publisher", "Verlag", "éditeur", "издательство", "editorial", "wydawca", "editore"),
    "pages": ("pages", "pp", "Seiten", "passage", "страницы", "strony"),
    "page": ("page", "p", "at"),
    "url": ("url", "URL", "lire en ligne"),
}
_PAGE = ("p", "page", "pg")
_PAGES = ("pp", "pages")
_YEAR = re.compile(r"(?:c\.\s*)?\d{3,4}[a-z]?|n\.d\.|undated|forthcoming", re.IGNORECASE)
_YEAR_IN_DATE = re.compile(r"\b\d{4}[a-z]?\b")
_RANGE = re.compile(r"[-–—,&]")


def printed(template: Template) -> str:
    """Return the words that a citation template prints, in the order of English Wikipedia's citations."""
    given = {part: template.get(*names) for part, names in _ALIASES.items()}
    authors = _people(template) or given["editor"]
    dated = f"({given['date']})" if given["date"] else ""
    volume = given["volume"]
    parts = [
        f"{authors} {dated}".strip() if authors else "",
        f"“{given['chapter']}”" if given["chapter"] else "",
        given["title"],
        given["container"],
        given["series"],
        f"Vol. {volume}" if volume[:1].isdecimal() or volume.isupper() else volume,
        f"No. {given['issue']}" if given["issue"] else "",
        f"{given['edition']} ed" if given["edition"] else "",
        ": ".join(filter(None, (given["place"], given["publisher"]))),
        _located(template),
        "" if authors else dated,
    ]
    words = ". ".join(part.rstrip(".") for part in parts if part)
    return f"{words}." if words else given["url"]


def _people(template: Template) -> str:
    """Return the authors of a template, numbered or not, as "Last, First; Last, First"."""
    found: list[str] = []
    for number in ("", *map(str, range(1, 21))):
        last, first = template.get(f"last{number}", f"author{number}"), template.get(f"first{number}")
        if last and not (number == "1" and found):
            found.append(f"{last}, {first}" if first else last)
    return "; ".join(found) or template.get(*_ALIASES["authors"])


def _located(template: Template) -> str:
    pages, page = template.get(*_ALIASES["pages"]), template.get(*_ALIASES["page"])
    return f"pp. {pages}" if pages else f"p. {page}" if page else ""


def anchor(template: Template) -> str:
    """Return the name by which short references find the work: its authors' surnames and its year."""
    if template.get("ref").startswith("CITEREF"):
        return _folded(template.get("ref").removeprefix("CITEREF"))
    names = [
        template.get(
            f"last{number}", f"author{number}", f"surname{number}", f"editor-last{number}", f"editor{number}-last"
        )
        for number in ("", "1", "2", "3", "4")
    ]
    names = [name for index, name in enumerate(names) if name and not (index == 1 and names[0])]
    year = _YEAR_IN_DATE.search(template.get("year") or template.get("date"))
    return _folded("".join(names) + (year[0] if year else ""))


def _folded(text: str) -> str:
    return "".join(text.lower().split())


def short(template: Template) -> tuple[str, str, str]:
    """Return the words, the anchor and the locator of a short reference such as {{sfn|Reeves|2016|pp=91–92}}."""
    names = [value for name, value in template.params if name.isdecimal() and value]
    year = names.pop() if len(names) > 1 and _YEAR.fullmatch(names[-1]) else ""
    people = " & ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} & {names[-1]}"
    if len(names) > 3:
        people = f"{names[0]} et al."
    page, pages, place = template.get(*_PAGE), template.get(*_PAGES), template.get("loc", "at")
    locator = ", ".join(filter(None, (page or pages, place)))
    sign = f"pp. {pages}" if pages else (f"pp. {page}" if _RANGE.search(page) else f"p. {page}") if page else ""
    words = ", ".join(filter(None, (f"{people} {year}".strip(), sign, place)))
    return words, _folded("".join(names) + year), locator
