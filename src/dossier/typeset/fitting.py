"""Fitting: text is set at the largest size that fits its frames, the same size for one role on all panels of a set.

The smallest size follows from the viewing distance and the real font: an x-height of 9.3 mm a metre (attributed to the
Smithsonian Guidelines for Accessible Exhibition Design, unverified). Nothing is set smaller and nothing is clipped:
what does not fit is overset, which is a finding with the words to cut.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from dossier.diagnostics import Diagnostic
from dossier.errors import AssetError, LayoutError, Where
from dossier.exhibits.measure import Measure, unbroken
from dossier.exhibits.voice import Voice
from dossier.layouts import FILE, Layout
from dossier.model.exhibit import LabelStyle
from dossier.model.layout import TypeRole
from dossier.typeset.flow import Place
from dossier.units import POINTS_PER_MM, POINTS_PER_PX, to_mm

X_HEIGHT_PER_METRE = 9.3
"""Millimetres of x-height for each metre of viewing distance."""
STEPS = 7
"""How many sizes are tried for each role, the smallest and the largest among them."""
_SLACK = 0.5
"""CSS px by which rounding may make a text higher than its frame."""
_EM = 100.0
_X_LIKE = {"Arab": "د", "Hebr": "ה"}
"""The letter that is as high as most are, for scripts without an x."""

Places = Mapping[str, Sequence[Place]]
Sizes = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Range:
    """The sizes that a role may be set at, pt."""

    smallest: float
    largest: float

    def sizes(self, steps: int = STEPS) -> tuple[float, ...]:
        """Return `steps` sizes from the largest to the smallest, evenly spaced in ratio; one where they are equal."""
        if self.largest <= self.smallest:
            return (self.smallest,)
        ratio = self.smallest / self.largest
        return tuple(self.largest * ratio ** (step / (steps - 1)) for step in range(steps))


@dataclass(frozen=True, slots=True)
class Overset:
    """Text that is too long for its frame even at the smallest size: by how much (mm), and the words to cut."""

    panel: str
    frame: str
    role: str
    size: float
    by: float
    words: int


@dataclass(frozen=True, slots=True)
class Fit:
    """The size of each role, pt, and what is overset at it."""

    sizes: Sizes
    overset: tuple[Overset, ...]


@dataclass(frozen=True, slots=True)
class FittedFrame:
    """A frame as the fitting sees it: its text, the width of a column (pt) and of the widest word (ems).

    `factor` multiplies the size of its role, where a set has sides in different scripts.
    """

    panel: str
    name: str
    role: str
    text: str
    column: float
    widest: float
    factor: float = 1.0

    @property
    def frame_id(self) -> str:
        """The id of the box."""
        return f"frame-{self.panel}-{self.name}"

    @property
    def text_id(self) -> str:
        """The id of what stands in it, as high as it comes out."""
        return f"fit-{self.panel}-{self.name}"


def x_height(role: TypeRole, voice: Voice) -> float:
    """Return the x-height of the face that `role` is set in, as a part of the size that a layout gives."""
    style = LabelStyle("x-height", role.family, _EM, role.weight)
    letter = _X_LIKE.get(voice.locale.script, "x")
    return voice.measure.extent(letter, style).ascent / _EM


def needed_size(distance: float, x_height: float) -> float:
    """Return the size (pt) that is legible from `distance` metres in a face with this x-height (a part of its size)."""
    return distance * X_HEIGHT_PER_METRE * POINTS_PER_MM / x_height


def range_of(name: str, layout: Layout, voice: Voice) -> Range:
    """Return the sizes that the role `name` of `layout` may have; raises LayoutError where the largest is too small."""
    role = layout.data.type[name]
    smallest = role.smallest or needed_size(role.distance, x_height(role, voice))
    if role.largest < smallest:
        raise LayoutError(
            f"the largest size of {name}, {role.largest:g} pt, is smaller than {smallest:.1f} pt, the smallest that is"
            f" read from {role.distance:g} m",
            hint="Make largest larger, or the distance smaller.",
            where=Where(layout.folders[0] / FILE, None, name),
        )
    return Range(smallest, role.largest)


def fit(frames: Sequence[FittedFrame], ranges: Mapping[str, Range], lay: Callable[[Sizes], Places]) -> Fit:
    """Return the largest size of each role that was tried and fits all its frames, or the smallest and what is overset.

    Frames do not depend on each other: one layout tries a size for every role at once, and each role's sizes are
    halved. Height is not quite monotonic in size, so that only a size that was tried is taken.
    """
    searches = {role: _Search(sizes.sizes()) for role, sizes in ranges.items()}
    while any(search.open for search in searches.values()):
        places = lay({role: search.size for role, search in searches.items()})
        for role, search in searches.items():
            judged = (_over(frame, search.size, places) <= _SLACK for frame in frames if frame.role == role)
            search.judged(all(judged))
    sizes = {role: search.fitting or search.sizes[-1] for role, search in searches.items()}
    too_long = {role for role, search in searches.items() if search.fitting is None}
    if not too_long:
        return Fit(sizes, ())
    return Fit(sizes, tuple(_overset([frame for frame in frames if frame.role in too_long], sizes, lay(sizes))))


class _Search:
    """Halves the sizes of a role, the largest first, until the largest that fits is found."""

    def __init__(self, sizes: Sequence[float]) -> None:
        self.sizes = sizes
        self.fitting: float | None = None
        self._first, self._last = 0, len(sizes)

    @property
    def open(self) -> bool:
        """Whether there are sizes left to try."""
        return self._first < self._last

    @property
    def size(self) -> float:
        """The size to try next, or the one that was found."""
        return self.sizes[self._middle] if self.open else self.fitting or self.sizes[-1]

    @property
    def _middle(self) -> int:
        return (self._first + self._last) // 2

    def judged(self, fits: bool) -> None:
        """Take in whether `size` fits."""
        if not self.open:
            return
        if fits:
            self.fitting, self._last = self.size, self._middle
        else:
            self._first = self._middle + 1


def _overset(frames: Sequence[FittedFrame], sizes: Sizes, places: Places) -> Iterator[Overset]:
    for frame in frames:
        if (over := _over(frame, sizes[frame.role], places)) > _SLACK:
            text = places[frame.text_id][0]
            below = text.bottom - places[frame.frame_id][0].bottom
            words = max(math.ceil(len(unbroken(frame.text)) * below / (text.bottom - text.top)), 1)
            size = sizes[frame.role] * frame.factor
            yield Overset(frame.panel, frame.name, frame.role, size, to_mm(over * POINTS_PER_PX), words)


def _over(frame: FittedFrame, size: float, places: Places) -> float:
    """Return by how much the text of a frame is higher, or a word wider, than the frame, CSS px; 0 without a text."""
    boxes, texts = places.get(frame.frame_id), places.get(frame.text_id)
    if not boxes or not texts:
        return 0.0
    too_wide = (frame.widest * size * frame.factor - frame.column) / POINTS_PER_PX
    return max(texts[0].bottom - boxes[0].bottom, too_wide, 0.0)


def widest_word(text: str, style: LabelStyle, measure: Measure, *, heading: bool = False) -> float:
    """Return the width of the widest word of `text`; a word in another script, whose face is not the role's, has 0.

    No line of a `heading` ends at a hyphen.
    """
    widest = 0.0
    text = text.replace("/", " ")
    for word in _joined(phrase.rstrip(" ") for phrase in measure.phrases(text)) if heading else unbroken(text):
        with suppress(AssetError):
            widest = max(widest, measure.width(word, style))
    return widest


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    """Yield words with the hyphens that are in them."""
    word = ""
    for piece in pieces:
        if word and not word.endswith("-"):
            yield word
            word = ""
        word += piece
    yield word


def overset_findings(fitted: Fit, layout: Layout, sheet: str = "panel") -> Iterator[Diagnostic]:
    """Yield a finding for each text that does not fit; `sheet` is what texts stand on, a panel or a label."""
    for over in fitted.overset:
        role = layout.data.type[over.role]
        why = "that the layout allows" if role.smallest else f"for reading from {role.distance:g} m"
        yield Diagnostic(
            "overset",
            "warning",
            f"the text of frame {over.frame} on {sheet} {over.panel} is {over.by:.0f} mm too large at {over.size:.1f}"
            f" pt, the smallest size {why}: about {over.words} words too many",
            "Shorten the text, or give the frame more room.",
            Where(layout.folders[0] / FILE, None, f"{sheet}s/{over.panel}/frames/{over.frame}"),
        )
