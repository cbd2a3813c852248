"""The data of a layout: sheet, colours, the room for figures. Lengths are millimetres, as designers give them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator

from dossier.model.base import Frozen
from dossier.model.exhibit import FontRole
from dossier.model.press import LEAST_BLEED, MOST, SLUG, PressData

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


SHEETS = {
    "A4": SheetSize(width=210, height=297),
    "A3": SheetSize(width=297, height=420),
    "Letter": SheetSize(width=215.9, height=279.4),
}
"""Sheets by name (ISO 216, ANSI/ASME Y14.1)."""


class FigureSize(Frozen):
    """The room for an exhibit's figure, millimetres, and how much larger than on a page its type and lines are.

    `least` is points: no word of the figure is smaller.
    """

    width: Annotated[float, Field(gt=0)]
    height: Annotated[float, Field(gt=0)] | None = None
    scale: Annotated[float, Field(gt=0, le=40)] = 1.0
    least: Annotated[float, Field(ge=0, le=400)] = 0.0


class Resolution(Frozen):
    """Pixels per inch of a picture at its size on the sheet: the least that is accepted, the most that is kept."""

    least: Annotated[float, Field(gt=0, le=2400)] = 200
    most: Annotated[float, Field(gt=0, le=2400)] = 300

    @model_validator(mode="after")
    def _in_order(self) -> Resolution:
        if self.least > self.most:
            raise ValueError("least is more than most")
        return self


class TypeRole(Frozen):
    """A kind of text on panels. Its smallest size follows from the distance that it is read from.

    A smallest size below that is an override, and says why.
    """

    family: FontRole = "serif"
    weight: Literal[300, 400, 500, 600, 700] = 400
    colour: str = "ink"
    distance: Annotated[float, Field(gt=0, le=20, description="Metres from which it is read.")]
    largest: Annotated[float, Field(gt=0, le=2000, description="Points.")]
    smallest: Annotated[float, Field(gt=0, le=2000, description="Points, for what follows from distance.")] | None = (
        None
    )
    because: str = ""

    @model_validator(mode="after")
    def _says_why(self) -> TypeRole:
        if self.smallest is not None and not self.because:
            raise ValueError("a smallest size that does not follow from the distance needs a reason under because")
        return self


class Frame(Frozen):
    """A box on a sheet that text of one role is fitted into. Millimetres from the trim's top and leading edge."""

    x: float
    y: float
    width: Annotated[float, Field(gt=0)]
    height: Annotated[float, Field(gt=0)]
    role: str = ""
    columns: Annotated[int, Field(ge=1, le=6)] = 1
    gap: Annotated[float, Field(ge=0)] = 0.0

    @property
    def column(self) -> float:
        """The width of one of its columns, millimetres."""
        return (self.width - (self.columns - 1) * self.gap) / self.columns


class SectionChoice(Frozen):
    """A part of the story, by its role: it opens it, it belongs to an exhibit, or it is one of the others."""

    of: Literal["opening", "other", "chronology", "organisation", "map"]
    paragraphs: Annotated[int, Field(ge=1, description="How many of its paragraphs.")] = 1
    first: Annotated[int, Field(ge=1, description="The number of the first of them.")] = 1


class PanelData(Frozen):
    """One sheet of a set. What a dossier has no data for is left out; a panel without anything too."""

    file: FileName
    heading: Literal["dossier", "section", "exhibit", "bibliography"]
    overview: Literal["standfirst", "section", "caption", "bibliography"]
    exhibit: Literal["cover", "chronology", "organisation", "map", "fates"] | None = None
    sections: tuple[SectionChoice, ...] = ()
    people: Annotated[int, Field(ge=0, description="How many facts of each, the last ones.")] = 0
    works: bool = False
    differences: Annotated[int, Field(ge=0, description="How many, from the first.")] = 0
    frames: dict[str, Frame]
    shared: dict[str, Frame] = Field(default={}, description="Where a bilingual sheet shows the cover once: exhibit.")
    pictured: dict[str, Frame | None] = Field(
        default={}, description="Frames in the place of these where there is a picture; null leaves one out."
    )

    def with_picture(self) -> PanelData:
        """The panel with the frames that it has where there is a picture."""
        frames = {**self.frames, **self.pictured}
        return self.model_copy(update={"frames": {name: frame for name, frame in frames.items() if frame is not None}})


ObjectKind = Literal["people", "units", "zones", "events", "sources"]


class LabelGrid(Frozen):
    """Object labels of one size, millimetres, in a grid in the middle of each sheet, with marks to cut them at."""

    width: Annotated[float, Field(gt=0)]
    height: Annotated[float, Field(gt=0)]
    columns: Annotated[int, Field(ge=1, le=20)]
    rows: Annotated[int, Field(ge=1, le=40)]
    gap: Annotated[float, Field(ge=0, description="Between two labels; marks stand in it.")] = 5.0
    padding: Annotated[float, Field(ge=0, description="From a label's edge to its words.")] = 6.0
    note: Annotated[float, Field(ge=0, description="The height for what a label rests on, at its foot.")] = 9.0
    of: tuple[ObjectKind, ...] = ("people", "units", "zones", "events", "sources")
    facts: Annotated[int, Field(ge=1, description="How many facts of a person, the last ones.")] = 3

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the whole grid."""
        return (
            self.columns * self.width + (self.columns - 1) * self.gap,
            self.rows * self.height + (self.rows - 1) * self.gap,
        )


class Budget(Frozen):
    """What a visitor reads standing: words of a text, words of a sentence, characters of a line."""

    words: Annotated[int, Field(gt=0)] = 100
    sentence: Annotated[int, Field(gt=0)] = 25
    line: Annotated[int, Field(gt=0)] = 55


class LayoutData(Frozen):
    """layout.yaml, with what it inherits."""

    layout: Literal[1]
    extends: str | None = None
    file: FileName
    colour: Literal["screen", "press"] = "screen"
    sheet: SheetSize | Literal["A4", "A3", "Letter"]
    bleed: Annotated[float, Field(ge=0, le=100, validate_default=True)] = 0.0
    press: PressData = PressData()
    template: FileName
    pages: Annotated[int | None, Field(ge=1, description="The most pages; what runs on to others is too long.")] = None
    figures: dict[str, FigureSize] = Field(default={})
    resolution: Resolution = Resolution()
    type: dict[str, TypeRole] = Field(default={}, description="The roles of text on panels.")
    budget: Budget = Budget()
    panels: dict[str, PanelData] = Field(default={}, description="The sheets of a set, in order.")
    bilingual: bool = Field(default=False, description="Two languages side by side; frames are those of one side.")
    labels: LabelGrid | None = Field(default=None, description="Object labels, instead of panels.")
    variables: dict[str, str] = Field(default={}, description="CSS custom properties, without the two hyphens.")

    @field_validator("bleed")
    @classmethod
    def _is_wide_enough(cls, bleed: float, others: ValidationInfo) -> float:
        if others.data.get("colour") == "press" and bleed < LEAST_BLEED:
            raise ValueError(f"a sheet for a press needs a bleed of {LEAST_BLEED:g} mm at least")
        return bleed

    @model_validator(mode="after")
    def _fits_into_a_file(self) -> LayoutData:
        if self._longest > MOST * self.scale:
            most = f"{MOST * self.scale:g} mm, which a file at 1:{self.scale} can hold"
            raise ValueError(f"a side of {self._longest:g} mm with its bleed and slug is more than {most}")
        return self

    @property
    def sheet_size(self) -> SheetSize:
        """The trimmed sheet."""
        return SHEETS[self.sheet] if isinstance(self.sheet, str) else self.sheet

    @property
    def side_width(self) -> float:
        """The width, mm, of what one language has of the sheet."""
        return self.sheet_size.width / (2 if self.bilingual else 1)

    @property
    def slug(self) -> float:
        """Millimetres beyond the bleed: the room for marks, none where there are none."""
        return 0.0 if self.press.marks == "none" else SLUG

    @property
    def scale(self) -> int:
        """How many times larger than its file the sheet is printed: 10 where PDF cannot hold it, else 1."""
        return self.press.scale or (10 if self._longest > MOST else 1)

    @property
    def _longest(self) -> float:
        return max(self.sheet_size.width, self.sheet_size.height) + 2 * (self.bleed + self.slug)
