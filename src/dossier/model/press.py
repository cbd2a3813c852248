"""What a layout says to a print shop. Lengths are millimetres, sizes of type points, inks per cent."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from dossier.model.base import Frozen, Hyphenated

LEAST_BLEED = 3.0
"""What printers of sheets ask for; less shows white where the cut is off."""
SLUG = 10.0
"""How far the slug reaches beyond the bleed where there are marks."""
MOST = 5080.0
"""The longest side that a PDF page can have: 14,400 units (ISO 32000-1, annex C)."""

Length = Annotated[float, Field(ge=0)]
Points = Annotated[float, Field(gt=0, le=1000)]


class Edges(Frozen):
    """How far something reaches in from each edge of the trim."""

    top: Length = 0.0
    right: Length = 0.0
    bottom: Length = 0.0
    left: Length = 0.0


class SmallestType(Hyphenated):
    """The smallest type that the printing holds, by how it is printed."""

    overprinting: Points = 4.0
    reversed: Points = 6.0
    coloured: Points = 8.0
    rich_black: Points = 36.0


class PressData(Hyphenated):
    """The sheet round a panel, what the printing can hold, and what is ordered."""

    marks: Literal["none", "crops", "full"] = "none"
    cut_contour: bool = False
    scale: Annotated[Literal[1, 10] | None, Field(description="Times smaller than printed; else as needed.")] = None
    ink_limit: Annotated[float, Field(gt=0, le=400)] = 300.0
    smallest_type: SmallestType = SmallestType()
    hidden: Annotated[Edges, Field(description="What a cassette or a frame hides of the trim.")] = Edges()
    substrate: Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\n]*$")] = ""
    quantity: Annotated[int, Field(gt=0, le=1_000_000, description="Copies of each sheet.")] | None = None
