"""Clean text that remembers where it came from.

A reader takes marks and markup out of a source. What is left is a `Passage`: text, and for each stretch of it the
place in the decoded source. Places are code points of the decoded source, as in `dossier.model.evidence`. Evidence
is always the words of the source itself, `source[slice(*passage.source_range(a, b))]`, so it resolves in the source
file even where markup lies inside the words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

QUOTABLE = 1500
"""The longest stretch of a source, in characters, that is quoted as evidence."""

_BLANK = " \n\t"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of clean text that begins at `at` and came from `source[start:end]`.

    A copied run is that text, character by character. Any other stands for its source as a whole: an entity, a
    template that was written out, a line break that became a space.
    """

    at: int
    start: int
    end: int
    copied: bool = True


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference mark that stood before clean character `at`, and the key of the reference that it points at."""

    at: int
    reference: str
    start: int
    end: int
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Clean text from `at` to `until` that pointed at `target`: the title of an article, or an address."""

    at: int
    until: int
    target: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Clean text with its map, its citations and its links; all but the map count in clean characters.

    All three are in order; runs cover the text. A passage without runs has no place: its text is not from the source.
    """

    text: str = ""
    runs: tuple[Run, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def start(self) -> int:
        """Where the passage begins in the source; 0 where it has no place."""
        return self.runs[0].start if self.runs else 0

    @property
    def end(self) -> int:
        """Where the passage ends in the source; 0 where it has no place."""
        return self.runs[-1].end if self.runs else 0

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the source of the clean text from `start` to `end`.

        A run that is not copied counts as a whole. Raises ValueError where the passage has no place or is shorter.
        """
        if not 0 <= start <= end <= len(self.text) or not self.runs:
            raise ValueError(f"no place for {start}-{end} in a passage of {len(self.text)} characters")
        first = self._run(start)
        begin = first.start + (start - first.at if first.copied else 0)
        if start == end:
            return begin, begin
        last = self._run(end - 1)
        return begin, last.start + end - last.at if last.copied else last.end

    def quotable_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the place of the source to quote as evidence for the clean text from `start` to `end`.

        That is its whole place, with the markup inside; where markup makes that longer than QUOTABLE, it is the
        longest stretch of words without any.
        """
        place = self.source_range(start, end)
        if place[1] - place[0] <= QUOTABLE:
            return place
        stretches = [(run.end - run.start, run) for run in self.slice(start, end).runs if run.copied]
        if not stretches:
            return place[0], place[0] + QUOTABLE
        _, longest = max(stretches, key=lambda stretch: stretch[0])
        return longest.start, min(longest.end, longest.start + QUOTABLE)

    def _run(self, at: int) -> Run:
        return self.runs[max(0, bisect_right(self.runs, at, key=lambda run: run.at) - 1)]

    def slice(self, start: int, end: int) -> Passage:
        """Return the part from clean character `start` to `end`, with the citations and links that lie in it."""
        if not self.runs:
            return Passage(self.text[start:end])
        if start >= end:
            place = self.source_range(start, start)[0]
            return Passage("", (Run(0, place, place),))
        first = max(0, bisect_right(self.runs, start, key=lambda run: run.at) - 1)
        runs = []
        for index in range(first, len(self.runs)):
            run = self.runs[index]
            if run.at >= end:
                break
            until = self.runs[index + 1].at if index + 1 < len(self.runs) else len(self.text)
            skip, more = max(0, start - run.at), max(0, until - end)
            if run.copied:
                runs.append(Run(run.at + skip - start, run.start + skip, run.end - more))
            else:
                runs.append(replace(run, at=run.at + skip - start))
        return Passage(
            self.text[start:end],
            tuple(runs),
            tuple(replace(cite, at=cite.at - start) for cite in self._marks(start, end)),
            tuple(
                replace(link, at=max(link.at, start) - start, until=min(link.until, end) - start)
                for link in self._pointers(start, end)
            ),
        )

    def _marks(self, start: int, end: int) -> tuple[Citation, ...]:
        first = bisect_right(self.citations, start if start else -1, key=lambda cite: cite.at)
        return self.citations[first : bisect_right(self.citations, end, key=lambda cite: cite.at)]

    def _pointers(self, start: int, end: int) -> tuple[Link, ...]:
        first = bisect_right(self.links, start, key=lambda link: link.until)
        return self.links[first : bisect_left(self.links, end, key=lambda link: link.at)]

    def stripped(self) -> Passage:
        """Return the passage without blanks at its ends."""
        start = len(self.text) - len(self.text.lstrip(_BLANK))
        return self.slice(start, max(start, len(self.text.rstrip(_BLANK))))


def joined(passages: Iterable[Passage], separator: str = "\n") -> Passage:
    """Return one passage of all `passages` that have a place and text; the separators belong to no place."""
    texts: list[str] = []
    runs: list[Run] = []
    citations: list[Citation] = []
    links: list[Link] = []
    at = 0
    for passage in passages:
        if not passage.runs or not passage.text:
            continue
        if texts:
            texts.append(separator)
            runs.append(Run(at, runs[-1].end, runs[-1].end, copied=False))
            at += len(separator)
        texts.append(passage.text)
        runs.extend(Run(run.at + at, run.start, run.end, run.copied) for run in passage.runs)
        citations.extend(replace(cite, at=cite.at + at) for cite in passage.citations)
        links.extend(replace(link, at=link.at + at, until=link.until + at) for link in passage.links)
        at += len(passage.text)
    return Passage("".join(texts), tuple(runs), tuple(citations), tuple(links))
