"""The dates of an article, each with its place in the source file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.extract.dates import DateMention, find_dates
from dossier.model.article import Article
from dossier.model.dates import Instant
from dossier.model.passage import Passage


@dataclass(frozen=True, slots=True)
class LocatedDate:
    """A date and where it stands, code points of the decoded source; `field` names the infobox field it is in."""

    mention: DateMention
    start: int
    end: int
    field: str = ""


def article_dates(article: Article) -> tuple[LocatedDate, ...]:
    """Return the dates of the infobox and of the running text, in the order of the source.

    The running text is read as one, since a year is carried across paragraphs; the infobox tells it where to begin.
    """
    boxed = [date for field in article.infobox for date in _located(field.value, article, None, field.name)]
    year = next((d.mention.value.year for d in boxed if isinstance(d.mention.value, Instant)), None)
    return tuple(sorted((*boxed, *_located(article.text, article, year)), key=lambda date: (date.start, date.end)))


def _located(passage: Passage, article: Article, year: int | None, field: str = "") -> Iterator[LocatedDate]:
    if not passage.runs:
        return
    for mention in find_dates(passage.text, title=article.title.text, anchor_year=year):
        start, end = passage.source_range(mention.start, mention.end)
        yield LocatedDate(mention, start, end, field)
