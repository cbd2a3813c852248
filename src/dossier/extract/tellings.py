"""What an article tells, sentence by sentence: from prose, lists, tables and the infobox, in the order of the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.extract.items import Origin, Words
from dossier.extract.sentences import sentences
from dossier.model.article import Article, Block, ItemList, Paragraph, Table, passages
from dossier.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence, or a line of the infobox with the field's name; `source` is the text that both come from.

    `block` counts paragraphs, items and fields: a pronoun reaches back within one.
    """

    source: str
    passage: Passage
    origin: Origin
    block: int
    field: str = ""

    @property
    def text(self) -> str:
        """The clean text."""
        return self.passage.text

    def words(self, start: int, end: int) -> Words:
        """Return the clean text from `start` to `end` with the place that is quoted for it."""
        return Words(self.text[start:end], *self.passage.quotable_range(start, end))

    def cites(self, start: int, end: int) -> tuple[str, ...]:
        """Return the keys of the references that cover the text from `start` to `end`.

        They are the marks inside it and the first that follow it: a mark covers what stands before it.
        """
        marks = [cite for cite in self.passage.citations if cite.at > start]
        following = min((cite.at for cite in marks if cite.at >= end), default=end)
        return tuple(dict.fromkeys(cite.reference for cite in marks if cite.at <= following))


def tellings(article: Article) -> Iterator[Telling]:
    """Yield the lines of the infobox, then the sentences of lead and body; notes and lists of works are left out."""
    number = 0
    for number, field in enumerate(article.infobox):
        for line in lines(field.value):
            yield Telling(article.source, line, "infobox", number, field.name)
    bodies = [article.lead, *(section.blocks for section in article.walk() if section.role == "body")]
    for blocks in bodies:
        for block in blocks:
            for passage in passages(block):
                number += 1
                if passage.runs:
                    for sentence in sentences(passage):
                        yield Telling(article.source, sentence.passage, _origin(block), number)


def lines(passage: Passage) -> Iterator[Passage]:
    """Yield the lines of a passage that say something, each with its place."""
    start = 0
    for line in passage.text.split("\n"):
        if line.strip() and passage.runs:
            yield passage.slice(start, start + len(line)).stripped()
        start += len(line) + 1


def _origin(block: Block) -> Origin:
    match block:
        case Paragraph():
            return "sentence"
        case ItemList():
            return "list"
        case Table():
            return "table"
