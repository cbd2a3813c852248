"""Citations in plain words to works: "Melenberg, Aleksandr (1 March 2004). "Desant na GULAG". Novaya Gazeta".

What marks a title is what an author marks it with: quotation marks, a link to an address, italics. Failing those, the
words between an author's name and the year or imprint. What none of these tells is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.extract.work import LANGUAGES, Work, address, issued, line, name, people
from dossier.model.passage import Passage
from dossier.model.references import Name, ReferenceType

_LANGUAGE = re.compile(rf"\(?\bin ({'|'.join(LANGUAGES)})\b\)?\.?", re.IGNORECASE)
_PAGES = re.compile(
    r"[\s,;:.(]*\b(?:pp?|pgs?|pages?|S|Seiten?)\s?[.:]?\s?(?P<pages>\d[\dA-Za-z]{0,5}(?:\s?[-–,&]\s?\d[\d]{0,5}f{0,2}){0,12}"
    r"|[xvil]{1,8}(?:[-–,]\s?[\dxvil]{1,8}){0,5})(?![\w/])\)?"
)
_BARE_PAGE = re.compile(r"(?P<who>[^\W\d_][\w' .&-]{1,60}?),?\s+(?P<pages>\d{1,4}(?:[-–]\d{1,4})?)\.?")
_ISBN = re.compile(r"[\s(,.]*\bISBN[:\s]*(?P<isbn>(?:97[89][- ]?)?\d[\d -]{7,14}[\dXx])\)?")
_DOI = re.compile(r"\b(?:doi[:\s]*|doi\.org/)(?P<doi>10\.\d{4,9}/[^\s\])]{1,200})", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«](?P<title>[^\"“”„«»]{2,300}?),?[\"”“»]")
_BRACKETED_DATE = re.compile(r"\((?P<date>[^()]{0,30}\b[12]\d{3}[a-z]?)\)")
_YEAR = re.compile(r"(?<![\d/–-])(?P<date>(?:\d{1,2} )?(?:[A-Z][a-z]{2,8}\.? )?[12]\d{3}(?:[-–]\d{2,4})?)(?![\d/])")
_SHORT = re.compile(r"(?P<who>[^\d,(]{2,80}?),?\s*\(?(?P<year>[12]\d{3})[a-z]?\)?\.?")
_IMPRINT = re.compile(
    r"(?P<place>[A-Z][\w.' -]{1,40}(?:(?:,| and|;|/) [A-Z][\w.' -]{1,30}){0,2}): (?P<publisher>[^\d,:()\"“]{2,60})"
)
_PARENTHESIS = re.compile(r"\((?P<inside>[^()]{3,80})\)")
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Sir|Gen|Col)\.?\s+(?:phil\.\s+)?)?[A-Z][\w'’.-]*(?:\s+(?:[A-Z][\w'’.-]*|de|d'|du|von|van|der|la|le|al|bin)){1,5}"
)
_FAMILY_FIRST = re.compile(
    r"(?P<family>[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+)?), (?P<given>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3})(?=[.,(;:\s]|$)"
)
_EDITED = re.compile(r"[,\s]*\(?\b(?:eds?|Hrsg|editors?)\b\.?\)?", re.IGNORECASE)
_CO_AUTHOR = re.compile(rf",? (?:and )?{_NAME.pattern}(?=, (?![12]\d{{3}}))")
_IMPRINT_YEAR = re.compile(r"\([^()]{2,80}[,:] ?(?P<date>[12]\d{3})\)")
_DAY = re.compile(r"\d{1,2} [A-Z]|[a-z]\.? \d{1,2},")
_THESIS = re.compile(
    r"\b(?:PhD|Ph\.D\.|doctoral|master'?s|MA)\s+(?:thesis|dissertation)|\bDissertation\b", re.IGNORECASE
)
_NEWSPAPER = re.compile(
    r"\b(?:daily|gazett?[ae]|zeitung|times|herald|tribune|chronicle|courier|newspaper|post|telegraph|pravda|izvestiya)\b",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r", (?P<name>[A-Z][^,]{0,60}\b(?:Press|Pub|Publish\w+|Verlag|Books|Éditions|House|Office)\b\.?[^,]{0,20})$"
)
_ITALICS = ("''", "<i>", "<em>", "<cite>")
_LONGEST = 1500
_BLANK = " \t\n.,;:()[]"


def work_in(passage: Passage, source: str) -> Work:
    """Return what a citation in plain words tells of a work; fields that it does not tell are empty."""
    text = passage.text[:_LONGEST]
    spoken, text = _cut(_LANGUAGE, text)
    pages, text = _cut(_PAGES, text)
    isbn, text = _cut(_ISBN, text)
    doi = _DOI.search(text)
    url = next((link.target for link in passage.links if address(link.target) == link.target), address(text))
    known = Work(
        locator=line(pages["pages"]) if pages else "",
        isbn=isbn["isbn"].strip() if isbn else "",
        doi=doi["doi"].rstrip(".,;") if doi else "",
        url=address(url),
        language=LANGUAGES[spoken[1].lower()] if spoken else "",
    )
    text = text.replace(address(text), "").strip(" [],;") if address(text) else text.strip()
    title, at = _title(passage, source, text)
    if not title and (short := _SHORT.fullmatch(text.strip(" .,"))):
        return replace(known, author=_surnames(short["who"]), issued=issued(short["year"]))
    if not title and (bare := _BARE_PAGE.fullmatch(text)) and not pages:
        return replace(known, author=_surnames(bare["who"]), locator=bare["pages"])
    if not title:
        title, at = _between(text)
    before, after = (text[:at], text[at + len(title) :]) if title else ("", text)
    if not title and not _YEAR.search(text) and len(text) < 60:
        return replace(known, author=_surnames(text))
    return _completed(title, before, after, quoted=bool(_QUOTED.search(text)), known=known)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    """Return the first match, and the text without any."""
    found = pattern.search(text)
    return found, pattern.sub("", text) if found else text


def _surnames(text: str) -> tuple[Name, ...]:
    """Return the surnames that a short reference names; empty where they are not names."""
    text = text.strip(_BLANK)
    if not text[:1].isupper() or len(text.split()) > 6:
        return ()
    return tuple(Name(family=one.literal) if one.literal else one for one in people(text.replace(", ", "; ")))


def _title(passage: Passage, source: str, text: str) -> tuple[str, int]:
    """Return the title that is marked as one and where it stands in `text`; an empty text where none is."""
    quoted = _QUOTED.search(text)
    if quoted:
        return quoted["title"].strip(), quoted.start("title")
    marked = [passage.text[link.at : link.until] for link in passage.links if address(link.target) == link.target]
    for stretch in (*marked, *_italics(passage, source)):
        words = _PAGES.sub("", stretch).strip(" .,\n")
        at = text.find(words)
        if len(words) > 3 and at >= 0 and any(letter.isalpha() for letter in words):
            return words, at
    return "", 0


def _italics(passage: Passage, source: str) -> Iterator[str]:
    """Yield the stretches of a passage that its source sets in italics."""
    for index, run in enumerate(passage.runs):
        if run.copied and source.endswith(_ITALICS, max(0, run.start - 6), run.start):
            until = index + 1
            while until < len(passage.runs) and not _closes(source, passage, until):
                until += 1
            end = passage.runs[until].at if until < len(passage.runs) else len(passage.text)
            yield passage.text[run.at : end]


def _closes(source: str, passage: Passage, index: int) -> bool:
    before = source[passage.runs[index - 1].end : passage.runs[index].start]
    return "''" in before or "</i>" in before or "</em>" in before or "</cite>" in before


def _between(text: str) -> tuple[str, int]:
    """Return the words between an author's name and the year or imprint, where both are there."""
    author = _NAME.match(text)
    if not author or text[author.end() : author.end() + 2].strip() not in (",", ":"):
        return "", 0
    while (other := _CO_AUTHOR.match(text, author.end())) is not None:
        author = other
    start = author.end() + 1 + (len(text[author.end() + 1 :]) - len(text[author.end() + 1 :].lstrip()))
    stop = re.compile(r",? \(|, (?=[12]\d{3}\b(?![-–]\d))|(?<=[a-z\d])\. [A-Z]|,? \d{4} reprint|$").search(text, start)
    title = text[start : stop.start() if stop else len(text)].strip(_BLANK)
    return (title, start) if len(title) > 3 and title[:1].isupper() else ("", 0)


def _completed(title: str, before: str, after: str, *, quoted: bool, known: Work) -> Work:
    dated = _BRACKETED_DATE.search(before) or _IMPRINT_YEAR.search(after) or _YEAR.search(after) or _YEAR.search(before)
    bracketed = _BRACKETED_DATE.search(before)
    who = before[: bracketed.start()] if bracketed else before
    editors = _EDITED.search(who)
    authors = _authors(_EDITED.sub("", who))
    imprint = _IMPRINT.search(after)
    thesis = _THESIS.search(after)
    container = _container(after) if quoted and not imprint else ""
    publisher = imprint["publisher"].strip(_BLANK) if imprint else "" if container else _publisher(after)
    house = _HOUSE.search(title)
    if house and not publisher:
        title, publisher = title[: house.start()], house["name"]
    return replace(
        known,
        type=_type(container, dated["date"] if dated else "", publisher, known, thesis=bool(thesis)),
        title=line(title),
        author=() if editors else authors,
        editor=authors if editors else (),
        issued=issued(dated["date"]) if dated else "",
        container_title=line(container),
        publisher=line(publisher),
        publisher_place=line(imprint["place"].strip(_BLANK)) if imprint else "",
    )


def _authors(text: str) -> tuple[Name, ...]:
    text = text.strip(' ,:;(["“„«')
    text = text if re.search(r"\b[A-Z]\.?$", text) is None else text.rstrip(".") + "."
    text = text[:-1] if text.endswith(".") and not re.search(r"\b[A-Z]\.$", text) else text
    first = _FAMILY_FIRST.fullmatch(text)
    if first:
        return (Name(family=first["family"], given=first["given"]),)
    if not text or not text[:1].isupper() or len(text.split()) > 12:
        return ()
    if text.count(",") > 1 or (text.count(",") == 1 and _NAME.fullmatch(text.partition(",")[0])):
        return people(text.replace(", ", "; "))
    one = name(text)
    return people(text) if re.search(r"\band\b|&|;", text) else (one,) if one else ()


def _container(after: str) -> str:
    """Return the periodical or book that a quoted title is followed by."""
    rest = after.lstrip(' .,;:"”“»').removeprefix("in ").removeprefix("In ")
    found = re.match(r"[^\W\d_a-z][^.,;()\[\]\d]{2,100}", rest)
    return found[0].strip(_BLANK) if found and rest[:1].isupper() else ""


def _publisher(after: str) -> str:
    """Return the publisher before the year, in brackets or not: (Bernard & Graefe, 1961); Frontline, 2008."""
    inside = _PARENTHESIS.search(after)
    text = inside["inside"] if inside else after
    found = re.match(r"[\s.,;:]*(?P<name>[A-Z][^\d,;:()]{2,60}?),?\s+[12]\d{3}", text)
    return found["name"].strip(_BLANK) if found and not _THESIS.search(found["name"]) else ""


def _type(container: str, date: str, publisher: str, known: Work, *, thesis: bool) -> ReferenceType:
    if thesis:
        return "thesis"
    if container and _NEWSPAPER.search(container):
        return "article-newspaper"
    if container:
        return "article" if _DAY.search(date) else "document"
    if publisher or known.isbn or "//books." in known.url:
        return "book"
    return "webpage" if known.url else "document"
