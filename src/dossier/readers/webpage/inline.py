"""From the elements of a page to clean text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from dossier.model.passage import Passage
from dossier.readers.builder import Builder
from dossier.readers.gaps import Gaps
from dossier.readers.webpage import vocabulary
from dossier.readers.webpage.tree import classes, place, span_of, start_of, words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:\./|(?:https?:)?(?://[a-z-]+\.(?:m\.)?wikipedia\.org)?/wiki/)(?P<title>[^?#]+)")
NOTE = "cite_note"
"""The ids of notes begin so."""


@dataclass(slots=True)
class Inline:
    """Writes elements as clean text; `keys` are the keys of the notes by the ids of their list items."""

    source: str
    gaps: Gaps
    keys: dict[str, str] = field(default_factory=dict)

    def passage(self, element: Element) -> Passage:
        """Return the words of an element."""
        builder = Builder(self.source)
        self.write(element, builder)
        return builder.passage(start_of(element))

    def write(self, element: Element, builder: Builder) -> None:
        """Write what an element holds; blocks and breaks in it are lines."""
        for node in element:
            if found := place(node):
                self.text(*found, builder)
            elif isinstance(node.tag, str) and not is_hidden(node):
                self.node(node, builder)

    def text(self, start: int, end: int, builder: Builder) -> None:
        """Write the text at a place, its entities as characters."""
        at = start
        for entity in _ENTITY.finditer(self.source, start, end):
            char = html.unescape(entity[0])
            if char != entity[0]:
                builder.copy(at, entity.start())
                builder.write(char, entity.start(), entity.end())
                at = entity.end()
        builder.copy(at, end)

    def node(self, node: Element, builder: Builder) -> None:
        """Write an element that is not hidden."""
        own = classes(node)
        if node.tag == "br":
            builder.line()
        elif own & vocabulary.TAGS:
            start, end = span_of(node)
            said = words(node, self.source).strip("[]")
            self.gaps.add("tagged", start, end, f"the source says: {said}")
        elif node.tag == "sup" and own & vocabulary.MARKS:
            self._mark(node, builder)
        elif node.tag == "a":
            at = builder.next
            self.write(node, builder)
            builder.link(at, target(node))
        elif node.tag in vocabulary.BLOCKS:
            builder.line()
            self.write(node, builder)
            builder.line()
        else:
            self._styled(node, builder)

    def _styled(self, node: Element, builder: Builder) -> None:
        at = builder.next
        self.write(node, builder)
        if node.tag in ("b", "strong") and builder.bold is None and builder.length > at:
            builder.bold = (at, builder.length)

    def _mark(self, mark: Element, builder: Builder) -> None:
        """A reference mark; one without a link, such as ":443", is the page of the mark before it."""
        start, end = span_of(mark)
        notes = [fragment for link in mark.iter("a") if (fragment := target(link).partition("#")[2])]
        known = [note for note in notes if note.startswith(NOTE)]
        for note in known[:1]:
            builder.cite(self.keys.get(note, note), start, end)
        if not known:
            builder.locate(words(mark, self.source).strip(" :"))


def is_hidden(element: Element) -> bool:
    """Tell whether an element is no text of the article, or not shown."""
    return (
        element.tag in vocabulary.NO_TEXT
        or bool(classes(element) & vocabulary.NO_TEXT_CLASSES and not classes(element) & vocabulary.TAGS)
        or element.get("id") in vocabulary.NO_TEXT_IDS
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def target(link: Element) -> str:
    """Return what a link points at: the title of an article, or an address."""
    href = str(link.get("href") or "")
    found = _ARTICLE.match(href)
    if not found or "#cite_" in href or "#CITEREF" in href:
        return href
    return unquote(found["title"]).replace("_", " ")
