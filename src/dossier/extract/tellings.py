"""What an article tells, sentence by sentence: infobox, prose, lists and tables, in the order of the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.extract.items import Origin, Words
from dossier.extract.sentences import sentences
from dossier.model.article import Article, Block, ItemList, Paragraph, Table, passages
from dossier.model.passage import Passage

_LONGEST = 1500
"""Characters of the longest sentence that is read as one; more is a list without full stops, and read in parts."""


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
            yield from (Telling(article.source, part, "infobox", number, field.name) for part in _parts(line))
    bodies = [article.lead, *(section.blocks for section in article.walk() if section.role == "body")]
    for blocks in bodies:
        for block in blocks:
            for passage in passages(block):
                number += 1
                if passage.runs:
                    for sentence in sentences(passage):
                        for part in _parts(sentence.passage):
                            yield Telling(article.source, part, _origin(block), number)


def lines(passage: Passage) -> Iterator[Passage]:
    """Yield the lines of a passage that say something, each with its place."""
    start = 0
    for line in passage.text.split("\n"):
        if line.strip() and passage.runs:
            yield passage.slice(start, start + len(line)).stripped()
        start += len(line) + 1


def _parts(passage: Passage) -> Iterator[Passage]:
    """Yield `passage`, or parts of it where it is too long to be one sentence."""
    if len(passage.text) <= _LONGEST:
        yield passage
        return
    start = 0
    while start < len(passage.text):
        end = passage.text.rfind(" ", start + 1, start + _LONGEST) if start + _LONGEST < len(passage.text) else -1
        end = end if end > start else min(len(passage.text), start + _LONGEST)
        yield passage.slice(start, end)
        start = end


def _origin(block: Block) -> Origin:
    match block:
        case Paragraph():
            return "sentence"
        case ItemList():
            return "list"
        case Table():
            return "table"
