"""What rules are made of, and what they yield."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.diagnostics import Diagnostic, Severity
from dossier.errors import Where
from dossier.pdf.inspection import Inspection, Painted, Position
from dossier.units import mm

IN_THE_HAND, NEAR, FAR = 200.0, 150.0, 100.0
"""Least resolution of a picture, ppi, by the distance from which it is looked at."""
NEAR_FROM, FAR_FROM = 1.0, 3.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file is held to. Where nothing else is said, sizes are points at final size; inks are per cent."""

    ink: float = 300.0
    bleed: float = mm(3)
    line: float = 0.25
    overprinted_type: float = 4.0
    knocked_out_type: float = 6.0
    coloured_type: float = 8.0
    rich_black_type: float = 36.0
    distance: float = NEAR_FROM
    """Metres from which the sheet is read."""
    picture: float | None = None
    """Least resolution of pictures, ppi; where it is left out it follows from the distance."""
    scale: float = 1.0
    """How many times larger than the file the sheet is printed."""
    line_art: float = 600.0
    """Least resolution of pictures with one bit a pixel, ppi."""
    megabytes: float = 20.0
    pages_without_bookmarks: int = 4

    @property
    def ppi(self) -> float:
        """The least resolution of a picture at final size."""
        if self.picture is not None:
            return self.picture
        if self.distance < NEAR_FROM:
            return IN_THE_HAND
        return NEAR if self.distance < FAR_FROM else FAR


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule finds: the first or worst of `count`, and its position where it has one."""

    severity: Severity
    message: str
    hint: str
    position: Position | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: its stable id, what it looks at, the limit, where that comes from, and the function that checks it."""

    id: str
    checks: str
    limit: str
    source: str
    find: Callable[[Inspection, Limits], Iterable[Fault]]


@dataclass(frozen=True, slots=True)
class Profile:
    """A list of rules that a file is judged by, in the order in which findings are shown."""

    name: str
    purpose: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page in millimetres, from the left and the top of the trim."""

    left: float
    top: float
    width: float
    height: float

    def __str__(self) -> str:
        return f"{self.left:.1f} mm from the left, {self.top:.1f} mm from the top"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as it is shown. `page` counts from 1 and is 0 for the file as a whole; `object` is what draws it."""

    rule: str
    severity: Severity
    message: str
    hint: str
    page: int = 0
    object: str = ""
    place: Place | None = None
    count: int = 1

    @property
    def spot(self) -> str:
        """Return in words where it is, "" for the file as a whole."""
        if not self.page:
            return self.object
        inner = self.object.removeprefix("page").removeprefix(" > ")
        return ", ".join(filter(None, (f"page {self.page}", inner, str(self.place or ""))))

    def diagnostic(self, path: Path | None = None) -> Diagnostic:
        """Return this finding as a diagnostic about a file."""
        more = f" ({self.count} times)" if self.count > 1 else ""
        message = f"{self.spot}: {self.message}{more}" if self.spot else f"{self.message}{more}"
        return Diagnostic(self.rule, self.severity, message, self.hint, Where(path, None, self.spot))


def worst(marks: Iterable[Painted], badness: Callable[[Painted], float]) -> Iterator[Painted]:
    """Yield the worst of the marks of each piece of content, with the number of all of them."""
    groups: dict[tuple[int, str], list[Painted]] = {}
    for mark in marks:
        groups.setdefault((mark.position.page, mark.position.object), []).append(mark)
    for group in groups.values():
        yield replace(max(group, key=badness), count=sum(mark.count for mark in group))


def quoted(mark: Painted) -> str:
    """Return the first words of type in quotation marks after a space, "" for other marks."""
    words = " ".join(mark.text.split())
    return f" (“{words}”)" if words else ""
