"""The data of a layout: sheet, colours, the room for figures. Lengths are millimetres, as designers give them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from dossier.model.base import Frozen

Ink = Annotated[float, Field(ge=0, le=100)]
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]


class Swatch(Frozen):
    """A named colour: what a screen shows, and the inks that print it, per cent of C, M, Y and K."""

    srgb: Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]
    ink: tuple[Ink, Ink, Ink, Ink]


class SheetSize(Frozen):
    """Millimetres of the trimmed sheet."""

    width: Annotated[float, Field(gt=0)]
    height: Annotated[float, Field(gt=0)]


class FigureSize(Frozen):
    """The room for an exhibit's figure, millimetres, and how much larger than on a page its type and lines are."""

    width: Annotated[float, Field(gt=0)]
    height: Annotated[float, Field(gt=0)] | None = None
    scale: Annotated[float, Field(gt=0, le=40)] = 1.0


class LayoutData(Frozen):
    """layout.yaml, with what it inherits."""

    layout: Literal[1]
    extends: str | None = None
    file: FileName
    colour: Literal["screen", "press"] = "screen"
    sheet: SheetSize | Literal["A4", "A3", "Letter"]
    bleed: Annotated[float, Field(ge=0, le=100)] = 0.0
    template: FileName
    figures: dict[str, FigureSize] = Field(default={})
    variables: dict[str, str] = Field(default={}, description="CSS custom properties, without the two hyphens.")
