"""The graphics state of a content stream (ISO 32000-1, 8.4), as far as preflight looks at it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pikepdf

from dossier.pdf.inks import CMYK, GRAY, RGB, Space
from dossier.pdf.inspection import Colour
from dossier.pdf.read import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


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
        return replace(self, space=space, colour=space.colour(values), pattern=pattern)


@dataclass(slots=True)
class State:
    """What `q` saves and `Q` restores."""

    ctm: Matrix = IDENTITY
    width: float = 1.0
    fill: Brush = Brush()  # noqa: RUF009 - frozen
    stroke: Brush = Brush()  # noqa: RUF009 - frozen
    font: pikepdf.Object | None = None
    size: float = 1.0
    stretch: float = 1.0
    rise: float = 0.0
    leading: float = 0.0
    mode: int = 0

    def follow(self, operator: str, operands: Sequence[float]) -> None:
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

    def apply(self, settings: pikepdf.Object) -> None:
        """Take over an ExtGState dictionary (ISO 32000-1, table 58)."""
        if "/LW" in settings:
            self.width = float(settings.LW)
        if "/OP" in settings:
            self.stroke = replace(self.stroke, overprints=bool(settings.OP))
        if "/OP" in settings or "/op" in settings:
            self.fill = replace(self.fill, overprints=bool(settings.get("/op", settings.get("/OP"))))
        if "/CA" in settings:
            self.stroke = replace(self.stroke, opacity=float(settings.CA))
        if "/ca" in settings:
            self.fill = replace(self.fill, opacity=float(settings.ca))
        if "/Font" in settings:
            self.font, self.size = settings.Font[0], float(settings.Font[1])


_DEVICE = {"g": GRAY, "rg": RGB, "k": CMYK}


def matrix(values: Sequence[float]) -> Matrix:
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


def touches(one: Box, other: Box) -> bool:
    """Return whether two boxes share a point."""
    return (
        one.left <= other.right and other.left <= one.right and one.bottom <= other.top and other.bottom <= one.top
    )
