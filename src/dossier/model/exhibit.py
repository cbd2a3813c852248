"""What an exhibit is made of: geometry without words, the words with their places, and the same facts as a table.

Geometry is SVG; every word over it is a `Label` that the page sets as live text, so that it is shaped, translated,
searchable and can be checked. All lengths are points, y grows downwards from the figure's top left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.model.support import Support

Anchor = Literal["start", "middle", "end"]
FontRole = Literal["serif", "sans"]


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """How a kind of label is set. `size` is points; `tracking` and `leading` are multiples of it."""

    name: str
    family: FontRole
    size: float
    weight: int = 400
    italic: bool = False
    colour: str = "ink"
    tracking: float = 0.0
    leading: float = 1.2
    caps: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words over a figure. The anchor point lies on the first line's baseline; lines are parted by newlines.

    "start" and "end" are the left and right end of the words on the page in every script: the figure has decided
    where the words stand. `angle` is degrees, clockwise, about the anchor point.
    """

    text: str
    x: float
    y: float
    style: str
    anchor: Anchor = "start"
    angle: float = 0.0
    halo: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """Geometry (an SVG document without text, `width` by `height` points) and the labels over it."""

    width: float
    height: float
    svg: str
    labels: tuple[Label, ...]
    styles: tuple[LabelStyle, ...]

    def style(self, name: str) -> LabelStyle:
        """Return the label style called `name`; raises KeyError where the figure has none."""
        for style in self.styles:
            if style.name == name:
                return style
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Table:
    """The same facts as a figure's, for those who do not see it: column heads, then rows of cells.

    The last column is what each row rests on; `ids` are those of the items that the first rows are about.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    supports: tuple[Support, ...]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Figures with their caption, their description for a reader, and their textual alternative. None is optional.

    There are several figures where one would be higher than a sheet.
    """

    id: str
    title: str
    caption: str
    alt: str
    figures: tuple[Figure, ...]
    table: Table
