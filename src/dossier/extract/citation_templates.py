"""Citation templates to works: the parameters of Wikipedia's templates, in the languages that the readers know.

The names are those of Help:Citation Style 1 and its relatives; the types are CSL 1.0.2's (appendix III).
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.extract.work import Work, address, issued, language, line, name, people
from dossier.model.article import Template
from dossier.model.references import Name, ReferenceType

_TYPES: Mapping[str, ReferenceType] = {
    "book": "book", "journal": "article-journal", "news": "article-newspaper", "newspaper": "article-newspaper",
    "magazine": "article-magazine", "web": "webpage", "encyclopedia": "entry-encyclopedia",
    "encyclopaedia": "entry-encyclopedia", "thesis": "thesis", "dissertation": "thesis", "report": "report",
    "techreport": "report", "conference": "paper-conference", "interview": "interview", "map": "map",
    "speech": "speech", "act": "legislation", "court": "legal_case", "law": "legislation", "archive": "manuscript",
    "internetquelle": "webpage", "ouvrage": "book", "chapitre": "chapter", "article": "article-journal",
    "lien": "webpage", "libro": "book", "книга": "book", "publicación": "article-journal",
    "pubblicazione": "article-journal", "noticia": "article-newspaper", "news-it": "article-newspaper",
}  # fmt: skip
_JOURNAL = ("journal", "périodique", "Zeitschrift", "publicación", "журнал")
_NEWSPAPER = ("newspaper", "periódico")
_CHAPTER = ("chapter", "contribution", "entry", "Kapitel", "titre chapitre", "capítulo", "capitolo", "article")
_TITLE = ("title", "Titel", "titre", "заглавие", "título", "titolo", "tytuł", "script-title", "litigants")
_CONTAINER = (
    *_JOURNAL, *_NEWSPAPER, "magazine", "work", "website", "encyclopedia", "encyclopaedia", "dictionary",
    "book-title", "Sammelwerk", "Werk", "périodique", "site", "obra", "opera", "издание",
)  # fmt: skip
_PUBLISHER = (
    "publisher",
    "Verlag",
    "Hrsg",
    "éditeur",
    "издательство",
    "editorial",
    "wydawca",
    "editore",
    "institution",
)
_DATE = ("date", "year", "Datum", "Jahr", "année", "publication-date", "год", "rok", "fecha", "año", "anno")
_PAGES = ("pages", "page", "pp", "p", "at", "Seiten", "passage", "pages totales", "страницы", "strony", "páginas")
_PLACE = ("location", "place", "publication-place", "Ort", "lieu", "место", "ubicación", "città")
_MOST_AUTHORS = 12
_PRINTED = ("book", "chapter", "report", "thesis", "document", "manuscript")


def work_of(template: Template, *, in_note: bool) -> Work | None:
    """Return the work that a citation template names; None for a template that is no citation.

    In a note the pages of a book are the place that is cited; those of an article say where it stands.
    """
    kind = _type(template)
    title = template.get(*_TITLE)
    if kind is None or not (title or template.get("url", "last", "author", *_CHAPTER)):
        return None
    chapter = "" if kind in ("article-journal", "article-newspaper") else template.get(*_CHAPTER)
    container = template.get(*_CONTAINER)
    if chapter and title and kind in ("book", "document"):
        kind, container, title = "chapter", title, chapter
    pages = line(template.get(*_PAGES))
    cited = in_note and kind in _PRINTED
    identifier = template.get("doi", "DOI")
    return Work(
        type=kind,
        title=line(title or chapter),
        author=_people(template, "author", "last", "first"),
        editor=_people(template, "editor", "editor-last", "editor-first"),
        translator=_people(template, "translator", "translator-last", "translator-first"),
        issued=issued(template.get(*_DATE)),
        container_title=line(container),
        collection_title=line(template.get("series", "Reihe", "collection", "colección", "серия")),
        publisher=line(template.get(*_PUBLISHER)),
        publisher_place=line(template.get(*_PLACE)),
        edition=line(template.get("edition", "Auflage", "numéro d'édition")),
        volume=line(template.get("volume", "vol", "Band", "tome", "том")),
        issue=line(template.get("issue", "number", "Nummer", "numéro", "номер")),
        page="" if cited else pages,
        language=language(template.get("language", "lang", "Sprache", "langue", "idioma", "lingua")),
        url=address(template.get("url", "URL", "lire en ligne", "Online", "chapter-url", "conference-url")),
        doi=line(identifier) if identifier.startswith("10.") else "",
        isbn=line(template.get("isbn", "ISBN")),
        accessed=issued(template.get("access-date", "accessdate", "Abruf", "consulté le", "fechaacceso", "accesso")),
        locator=pages if cited else "",
    )


def _type(template: Template) -> ReferenceType | None:
    words = template.name.lower().replace("_", " ").split()
    if words[:1] in (["literatur"], ["citation"], ["literature"]):
        return _type_of_fields(template)
    known = [_TYPES[word] for word in words if word in _TYPES]
    cites = words[:1] in (["cite"], ["cita"], ["cytuj"]) or len(words) < 3
    if known and cites:
        return known[0]
    return "document" if words[:1] == ["cite"] else None


def _type_of_fields(template: Template) -> ReferenceType:
    """Return the type of a work where the template does not say it, as {{citation}} does not."""
    if template.get(*_JOURNAL):
        return "article-journal" if template.get("volume", "issue", "doi", "Band", "Nummer") else "article"
    if template.get(*_NEWSPAPER):
        return "article-newspaper"
    if template.get("isbn", "ISBN", "Verlag", *_CHAPTER):
        return "book"
    return "document"


def _people(template: Template, whole: str, last: str, first: str) -> tuple[Name, ...]:
    """Return the names that a template gives in parts, by number, or else in one."""
    found: list[Name] = []
    for number in ("", *map(str, range(1, _MOST_AUTHORS + 1))):
        stem, _, part = last.rpartition("-")
        numbered = (f"{last}{number}", f"{stem}{number}-{part}" if stem else f"surname{number}")
        given = (f"{first}{number}", f"{stem}{number}-first" if stem else f"given{number}")
        family = line(template.get(*numbered))
        if family and not (number == "1" and found and template.get(last)):
            forename = line(template.get(*given))
            one = Name(family=family, given=forename) if forename else name(family)
        else:
            one = name(template.get(f"{whole}{number}")) if not family else None
        if one and one not in found:
            found.append(one)
    if not found and whole == "author":
        return people(template.get("authors", "Autor", "auteur", "автор", "autor", "autore", "people", "vauthors"))
    if not found and whole == "editor":
        return people(template.get("editors", "Hrsg"))
    return tuple(found)
