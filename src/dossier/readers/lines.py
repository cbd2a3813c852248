"""Lines of a plain source with their places, and what kind of line each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.readers.headings import role_of

_LINE = re.compile(r"(?P<indent>[^\S\r\n]*)(?P<words>[^\r\n]*)(?:\r\n|\r|\n|$)")
_BULLET = re.compile(r"(?:[-*•·‣◦–]|(?P<number>\d{1,3}[.)]))\s+(?=\S)")
_SENTENCE_END = (".", "!", "?", ":", ";", ",", "…", "”", '"')
_WRAPPED_WIDTH = 120
_HEADING_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without the blanks at its ends; `indent` is how far it is moved in."""

    text: str
    start: int
    indent: int = 0

    @property
    def end(self) -> int:
        """Where the line ends in the source."""
        return self.start + len(self.text)


def split(source: str) -> list[Line]:
    """Return the lines of `source`; a line of nothing but blanks (no-break spaces too) has no text."""
    found = []
    for match in _LINE.finditer(source):
        if match.start() < len(source):
            words = match["words"].rstrip()
            found.append(Line(words, match.start("words"), len(match["indent"].expandtabs(4))))
    return found


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Tell whether paragraphs are broken into lines of a fixed width, so that lines have to be joined."""
    return max((len(line.text) for line in lines), default=0) <= _WRAPPED_WIDTH


def bullet(line: Line) -> re.Match[str] | None:
    """Return the bullet or number that `line` begins with."""
    return _BULLET.match(line.text)


def is_heading(lines: Sequence[Line], index: int) -> bool:
    """Tell whether an unmarked line is a heading: short, after a blank line, no sentence, and words follow it."""
    text = lines[index].text
    return (
        bool(text)
        and len(text) <= _HEADING_WIDTH
        and (index == 0 or not lines[index - 1].text)
        and not text.endswith(_SENTENCE_END)
        and not text[0].islower()
        and not bullet(lines[index])
        and any(line.text for line in lines[index + 1 : index + 4])
    )


def is_title_of_section(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is a heading in a source that marks its headings: the test is harder there."""
    if not is_heading(lines, index):
        return role_of(lines[index].text) != "body" and (index == 0 or not lines[index - 1].text)
    after = lines[index + 1].text
    return len(after) > _HEADING_WIDTH or role_of(lines[index].text) != "body"
