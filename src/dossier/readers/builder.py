"""Building a passage piece by piece, with the place of each piece."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.model.passage import Citation, Link, Passage, Run

INVISIBLE = "\x00-\x08\x0b\x0e-\x1f\x7f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Characters that are never part of the clean text: controls, soft hyphens, and what turns the direction of text."""

# A single space is copied with the words around it; this finds whatever has to be treated apart.
_APART = re.compile(rf"(?P<blank>[^\S ]\s*| \s+)|[{INVISIBLE}]+")
_CLOSING = ",.;:!?)"


class Builder:
    """Collects clean text: white space of any kind becomes one space, and none is left at either end."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._texts: list[str] = []
        self._length = 0
        self._runs: list[Run] = []
        self._citations: list[Citation] = []
        self._links: list[Link] = []
        self._blank: tuple[str, int, int] | None = None
        self._cited_after_blank = False
        self.bold: tuple[int, int] | None = None
        """The first words that are set in bold, for a reader that looks for them."""

    @property
    def length(self) -> int:
        """How many characters there are so far, a blank at the end not counted."""
        return self._length

    @property
    def next(self) -> int:
        """Where the next character will stand."""
        return self._length + (self._blank is not None and self._length > 0)

    def copy(self, start: int, end: int) -> None:
        """Add the source from `start` to `end`, without invisible characters."""
        at = start
        for apart in _APART.finditer(self._source, start, end):
            self._copy_words(at, apart.start())
            if apart["blank"]:
                self.blank(apart.start(), apart.end())
            at = apart.end()
        self._copy_words(at, end)

    def _copy_words(self, start: int, end: int) -> None:
        if start < end and self._source[start] == " ":
            self.blank(start, start + 1)
            start += 1
        trailing = start < end and self._source[end - 1] == " "
        if start < end - trailing:
            self._put(self._source[start : end - trailing], start, end - trailing, copied=True)
        if trailing:
            self.blank(end - 1, end)

    def write(self, text: str, start: int, end: int) -> None:
        """Add `text` that stands for the source from `start` to `end` as a whole."""
        words = " ".join(text.split())
        if not words:
            self.blank(start, end)
            return
        if text[0].isspace():
            self.blank(start, start)
        self._put(words, start, end, copied=False)
        if text[-1].isspace():
            self.blank(end, end)

    def blank(self, start: int, end: int, text: str = " ") -> None:
        """Add white space; a line break outlasts a space, and neither begins or ends a passage."""
        if self._blank is None or (text == "\n" and self._blank[0] == " "):
            self._blank = (text, start, end)
            self._cited_after_blank = False

    def line(self) -> None:
        """Begin a new line, where the source has no place for the break itself."""
        end = self._runs[-1].end if self._runs else 0
        self.blank(end, end, "\n")

    def cite(self, reference: str, start: int, end: int, locator: str = "") -> None:
        """Note a reference mark at this point of the text."""
        self._citations.append(Citation(self._length, reference, start, end, locator))
        self._cited_after_blank = self._blank is not None

    def locate(self, locator: str) -> None:
        """Give the last reference mark a locator."""
        if self._citations:
            self._citations[-1] = replace(self._citations[-1], locator=locator)

    def link(self, at: int, target: str) -> None:
        """Note that the text from `at` to here points at `target`."""
        if at < self._length:
            self._links.append(Link(at, self._length, target))

    def _put(self, text: str, start: int, end: int, *, copied: bool) -> None:
        if self._blank and self._length and not (self._cited_after_blank and text[0] in _CLOSING):
            blank, begin, until = self._blank
            if blank == self._source[begin : begin + 1]:
                self._append(blank, begin, begin + 1, copied=True)
            else:
                self._append(blank, begin, until, copied=False)
        self._blank = None
        self._append(text, start, end, copied=copied)

    def _append(self, text: str, start: int, end: int, *, copied: bool) -> None:
        last = self._runs[-1] if self._runs else None
        if copied and last and last.copied and last.end == start:
            self._runs[-1] = Run(last.at, last.start, end)
        else:
            self._runs.append(Run(self._length, start, end, copied))
        self._texts.append(text)
        self._length += len(text)

    def passage(self, place: int) -> Passage:
        """Return what was built; where that is nothing, an empty passage at `place`."""
        runs = tuple(self._runs) or (Run(0, place, place),)
        return Passage("".join(self._texts), runs, tuple(self._citations), tuple(self._links))
