"""The paragraphs and list items that tell the story, the dates in them, and the references that cover their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.extract.article import LocatedDate
from dossier.extract.items import Origin
from dossier.model.article import Article, ItemList, Paragraph, Table
from dossier.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph or an item of a list; `in_lead` where it stands before the first heading."""

    origin: Origin
    passage: Passage
    in_lead: bool


def told_paragraphs(article: Article) -> Iterator[Told]:
    """Yield the paragraphs and items of lead and body in order; quotations, tables and lists of works are left out."""
    bodies = [(article.lead, True), *((section.blocks, False) for section in article.walk() if section.role == "body")]
    for blocks, in_lead in bodies:
        for block in blocks:
            match block:
                case Paragraph(passage, quoted) if passage.runs and not quoted:
                    yield Told("sentence", passage, in_lead)
                case ItemList(items):
                    yield from (
                        Told("list", item.passage, False) for item in items if item.passage.runs and not item.term
                    )
                case Paragraph() | Table():
                    pass


class Dates:
    """The dates of an article, found again by the place that they stand in."""

    def __init__(self, dates: Sequence[LocatedDate]) -> None:
        """`dates` are in the order of the source, as `article_dates` returns them."""
        self._dates = dates
        self._starts = [date.start for date in dates]

    def between(self, start: int, end: int) -> Sequence[LocatedDate]:
        """Return the dates that begin in `start` to `end` of the source."""
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def inside(self, passage: Passage) -> list[tuple[tuple[int, int], LocatedDate]]:
        """Return the dates that stand in a passage, each with its place in the clean text."""
        found = []
        for date in self.between(passage.start, passage.end):
            run = passage.runs[max(0, bisect_right(passage.runs, date.start, key=lambda run: run.start) - 1)]
            at = run.at + (date.start - run.start if run.copied else 0)
            if passage.text.startswith(date.mention.text, at):
                found.append(((at, at + len(date.mention.text)), date))
        return found


def cites_at(paragraph: Passage, start: int, end: int) -> tuple[str, ...]:
    """Return the keys of the references that cover `start` to `end` of a paragraph.

    They are those of the marks in it, or else of the next marks behind it: a mark covers what stands before it in its
    paragraph, back to the mark before.
    """
    marks = paragraph.citations
    first = bisect_right(marks, start, key=lambda mark: mark.at)
    last = bisect_right(marks, end, key=lambda mark: mark.at)
    if first == last and first < len(marks):
        last = bisect_right(marks, marks[first].at, key=lambda mark: mark.at)
    return tuple(dict.fromkeys(mark.reference for mark in marks[first:last]))
