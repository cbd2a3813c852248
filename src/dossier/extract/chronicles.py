"""What happened, from what is not prose: dated fields of an infobox, timelines, tables with a column of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.extract.accounts import Account
from dossier.extract.article import LocatedDate
from dossier.extract.clauses import Span
from dossier.extract.paragraphs import Dates
from dossier.extract.sentences import Sentence
from dossier.extract.wording import stem, stems
from dossier.model.article import Article, Cell, Field, Table
from dossier.model.passage import Passage

_NO_DEED = re.compile(
    r"image|caption|map|coord|footnote|refs?\b|census|population|gdp|gini|hdi|estimate|_?year$|access|website|url|"
    r"casualt|strength|losses|killed|force|weather|elevation|area|time.?zone|format|anniversar|memorial",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:date|dates|when|year|time|period|datum|fecha|data|дата|day)s?", re.IGNORECASE)
_RESULT = re.compile(
    r"result|outcome|status|conviction|verdict|ergebnis|résultat|issue|исход|resultado|esito", re.IGNORECASE
)
_AFTER_DATE = re.compile(r"\s*(?:\([^)]{0,30}\)\s*)?[–—:,-]?\s*")
_HEADS = re.compile(r"date|when|year|day|time|datum|дата|fecha", re.IGNORECASE)
_MOST_BESIDE = 24
_LONGEST = 160


def boxed_accounts(article: Article, dates: Sequence[LocatedDate]) -> Iterator[Account]:
    """Yield what the dated fields of the infobox tell: when it was, under the title, or under the field's own name."""
    for number, field in enumerate(article.infobox):
        found = [date for date in dates if date.field == field.name and _within(field, date)]
        whole = [date for date in found if date.mention.value is not None]
        if not whole or _NO_DEED.search(field.name) or not _is_date(field, whole):
            continue
        label = " ".join(word for word in re.split(r"[\W_\d]+", field.name) if word and not _WHEN.fullmatch(word))
        title = label[:1].upper() + label[1:] if label else article.title.text
        if title:
            yield _account(title, field.value, (0, len(field.value.text)), whole[0], (), -len(article.infobox) + number)


def _within(field: Field, date: LocatedDate) -> bool:
    return field.value.start <= date.start <= field.value.end


def _is_date(field: Field, dates: Sequence[LocatedDate]) -> bool:
    """Whether a field gives a date and little else; a date in brackets says of when something else is."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", "", field.value.text)
    given = [date.mention.text for date in dates if date.mention.text in text]
    return bool(given) and len(text) - sum(map(len, given)) <= _MOST_BESIDE


def outcomes(article: Article) -> tuple[tuple[Passage, Span], ...]:
    """Return the parts of what the infobox says came of it; they tell again what the article tells."""
    found = []
    for field in article.infobox:
        if _RESULT.search(field.name):
            for part in re.finditer(r"[^,;\n]+", field.value.text):
                found.append((field.value, (part.start() + len(part[0]) - len(part[0].lstrip()), part.end())))
    return tuple(found)


def listed_account(
    sentence: Sentence, dates: Sequence[tuple[Span, LocatedDate]], cites: tuple[str, ...], paragraph: int
) -> Account | None:
    """Return what an item of a timeline tells: a date, a dash or a colon, and what happened."""
    for (start, end), date in dates[:1]:
        rest = _AFTER_DATE.match(sentence.text, end)
        if start > 3 or rest is None or date.mention.value is None or not re.search(r"[–—:,-]", rest[0]):
            continue
        if rest.end() < len(sentence.text):
            span = (rest.end(), len(sentence.text))
            title = sentence.text[rest.end() : rest.end() + _LONGEST].rstrip(" .")
            return _account(title, sentence.passage, span, date, cites, paragraph, origin="list")
    return None


def row_accounts(article: Article, dates: Dates) -> Iterator[Account]:
    """Yield what the rows of a timeline table tell: one that has a column headed as a date, or filled with dates."""
    for section in article.walk():
        for block in section.blocks if section.role == "body" else ():
            if isinstance(block, Table):
                yield from _rows(block, dates)


def _rows(table: Table, dates: Dates) -> Iterator[Account]:
    rows = [row for row in table.rows if len(row) > 1]
    if len(rows) < 3:
        return
    headed = [_HEADS.search(cell.passage.text) is not None and cell.header for cell in rows[0]]
    column = headed.index(True) if True in headed else 0
    dated = [(row, _cell_date(row, column, dates)) for row in rows[1:]]
    if sum(date is not None for _, date in dated) * 2 < len(dated):
        return
    for number, (row, date) in enumerate(dated):
        told = max((cell for at, cell in enumerate(row) if at != column), key=lambda cell: len(cell.passage.text))
        passage = told.passage
        if date and passage.runs and len(passage.text.split()) > 2:
            cites = tuple(dict.fromkeys(mark.reference for mark in passage.citations))
            title = " ".join(passage.text.split("\n")[0][:_LONGEST].split()).rstrip(" .")
            yield _account(title, passage, (0, len(passage.text)), date, cites, number, origin="table")


def _cell_date(row: Sequence[Cell], column: int, dates: Dates) -> LocatedDate | None:
    if column >= len(row) or not row[column].passage.runs:
        return None
    place = row[column].passage
    return next((date for date in dates.between(place.start, place.end) if date.mention.value is not None), None)


def _account(
    title: str, passage: Passage, span: Span, date: LocatedDate, cites: tuple[str, ...], paragraph: int,
    origin: str = "infobox",
) -> Account:  # fmt: skip
    text = passage.text[slice(*span)]
    return Account(
        title, passage, *span, origin, date, None, False, "", cites, stem(title.split(maxsplit=1)[0]),  # type: ignore[arg-type]
        stems(f"{title} {text}") - stems(date.mention.text), paragraph, in_lead=origin == "infobox",
    )  # fmt: skip
