"""The graphics state of a content stream (ISO 32000-1, 8.4), as far as preflight looks at it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import SupportsFloat

import pikepdf

from dossier.pdf.inks import CMYK, GRAY, RGB, Space
from dossier.pdf.inspection import Colour, Position
from dossier.pdf.read import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_ROUNDING = 0.03
"""Points; a hundredth of a millimetre."""


@dataclass(frozen=True, slots=True)
class Brush:
    """What fills or strokes: a colour of a space or a pattern, and how it meets what lies below."""

    space: Space = GRAY
    colour: Colour = GRAY.colour(GRAY.initial)  # noqa: RUF009 - frozen
    pattern: pikepdf.Object | None = None
    overprints: bool = False
    opacity: float = 1.0

    def painted(self, space: Space, values: Sequence[float], pattern: pikepdf.Object | None = None) -> Brush:
        """Return this brush with another colour."""
        return Brush(space, space.colour(values), pattern, self.overprints, self.opacity)


@dataclass(slots=True)
class State:
    """What `q` saves and `Q` restores."""

    ctm: Matrix = IDENTITY
    width: float = 1.0
    fill: Brush = Brush()
    stroke: Brush = Brush()
    font: pikepdf.Object | None = None
    size: float = 1.0
    stretch: float = 1.0
    rise: float = 0.0
    leading: float = 0.0
    mode: int = 0
    gap: float = math.inf
    """The thinner side of the narrowest clipping path, pt: some programs draw a line as a shape behind a slit."""

    def follow(self, operator: str, operands: pikepdf.ObjectList) -> None:
        """Do what an operator with numbers says."""
        match operator:
            case "cm":
                self.ctm = times(matrix(operands), self.ctm)
            case "w":
                self.width = float(operands[0])
            case "g" | "rg" | "k":
                self.fill = self.fill.painted(_DEVICE[operator], [float(value) for value in operands])
            case "G" | "RG" | "K":
                self.stroke = self.stroke.painted(_DEVICE[operator.lower()], [float(value) for value in operands])
            case "Tz":
                self.stretch = float(operands[0]) / 100
            case "Ts":
                self.rise = float(operands[0])
            case "TL":
                self.leading = float(operands[0])
            case "Tr":
                self.mode = int(operands[0])

    def apply(self, settings: Settings) -> None:
        """Take over an entry of the resources' ExtGState; what it does not name stays."""
        self.width = self.width if settings.width is None else settings.width
        self.stroke = settings.stroke.on(self.stroke)
        self.fill = settings.fill.on(self.fill)
        if settings.font is not None:
            self.font, self.size = settings.font, settings.size


@dataclass(frozen=True, slots=True)
class Meeting:
    """How a brush is to meet what lies below; None leaves it as it is."""

    overprints: bool | None
    opacity: float | None

    def on(self, brush: Brush) -> Brush:
        """Return a brush that meets what lies below so."""
        overprints = brush.overprints if self.overprints is None else self.overprints
        opacity = brush.opacity if self.opacity is None else self.opacity
        return Brush(brush.space, brush.colour, brush.pattern, overprints, opacity)


@dataclass(frozen=True, slots=True)
class Settings:
    """An ExtGState dictionary (ISO 32000-1, table 58). `blends` says in words what it makes transparent."""

    width: float | None
    stroke: Meeting
    fill: Meeting
    font: pikepdf.Object | None
    size: float
    mask: pikepdf.Object | None
    blends: tuple[str, ...]


def read_settings(settings: pikepdf.Object) -> Settings:
    """Return an entry of the resources' ExtGState."""
    width, font, mask = settings.get("/LW"), settings.get("/Font"), settings.get("/SMask")
    stroking = settings.get("/OP")
    return Settings(
        width=None if width is None else float(width),
        stroke=_meeting(stroking, settings.get("/CA")),
        fill=_meeting(settings.get("/op", stroking), settings.get("/ca")),
        font=None if font is None else font[0],
        size=1.0 if font is None else float(font[1]),
        mask=mask.G if isinstance(mask, pikepdf.Dictionary) else None,
        blends=tuple(_blends(settings)),
    )


def _meeting(overprints: pikepdf.Object | None, opacity: pikepdf.Object | None) -> Meeting:
    return Meeting(None if overprints is None else bool(overprints), None if opacity is None else float(opacity))


def _blends(settings: pikepdf.Object) -> Iterator[str]:
    for key in ("/ca", "/CA"):
        if float(settings.get(key, 1)) < 1:
            yield f"opacity {float(settings[key]):g}"
    modes = settings.get("/BM", pikepdf.Name.Normal)
    mode = str(modes[0] if isinstance(modes, pikepdf.Array) else modes)[1:]
    if mode not in ("Normal", "Compatible"):
        yield f"blend mode {mode}"
    if isinstance(settings.get("/SMask"), pikepdf.Dictionary):
        yield "soft mask"


@dataclass(frozen=True, slots=True)
class Scene:
    """The content that is drawn now: its name, the page's bleed, its resources, and what its marks are for.

    `base` is the matrix that patterns start from.
    """

    position: Position
    bleed: Box
    resources: pikepdf.Object
    base: Matrix
    visible: bool = True
    tagged: bool = False
    depth: int = 0

    def named(self, kind: str) -> pikepdf.Object:
        """Return the resources of a kind, such as "/Font"."""
        return self.resources.get(kind, pikepdf.Dictionary())

    def inside(self, content: pikepdf.Object, name: str, state: State, *, tagged: bool) -> Scene:
        """Return the scene of content that this one draws."""
        return replace(
            self,
            position=Position(self.position.page, f"{self.position.object} > {name}"),
            resources=content.get("/Resources", self.resources),
            base=state.ctm,
            tagged=tagged,
            depth=self.depth + 1,
        )


_DEVICE = {"g": GRAY, "rg": RGB, "k": CMYK}


def matrix(values: Iterable[SupportsFloat]) -> Matrix:
    """Return six numbers as a matrix."""
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does what `first` does, and then what `second` does."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def thinnest(ctm: Matrix) -> float:
    """Return the scale of a matrix in the direction in which it is smallest: its smaller singular value."""
    a, b, c, d, _, _ = ctm
    return abs(math.hypot(a + d, b - c) - math.hypot(a - d, b + c)) / 2


def bounds(ctm: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """Return the box around a transformed rectangle."""
    a, b, c, d, e, f = ctm
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes overlap by more than rounding; a line or point counts where it lies inside."""
    return (
        one.left < other.right - _ROUNDING
        and other.left < one.right - _ROUNDING
        and one.bottom < other.top - _ROUNDING
        and other.bottom < one.top - _ROUNDING
    )
