"""Pictures of a dossier: the file, the part of it that is shown, what is said of it, and the right to print it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from dossier.model.base import Frozen, Id, Item, Line, Text
from dossier.model.dates import Day, parse_edtf
from dossier.model.references import Edtf, Plain, Url

Part = Annotated[float, Field(ge=0, le=1)]


class Crop(Frozen):
    """The part of a picture that is shown, as shares of its width and height from the top left corner."""

    left: Part = 0.0
    top: Part = 0.0
    width: Annotated[float, Field(gt=0, le=1)] = 1.0
    height: Annotated[float, Field(gt=0, le=1)] = 1.0

    @model_validator(mode="after")
    def _lies_inside(self) -> Crop:
        if self.left + self.width > 1.000001 or self.top + self.height > 1.000001:
            raise ValueError("the crop reaches beyond the picture: left and width, top and height make at most 1")
        return self


class Rights(Frozen):
    """Who may allow the print, on which terms, and until when. Without them a picture is refused."""

    holder: Annotated[Plain, Field(min_length=1)]
    licence: Annotated[Plain, Field(min_length=1)]
    url: Url = ""
    until: Edtf = Field(default="", description="The last day of the licence; empty where it does not end.")

    @property
    def last_day(self) -> Day | None:
        """The last day on which the picture may be printed; None where the licence does not end."""
        return parse_edtf(self.until).latest if self.until else None


class Media(Item):
    """A picture. It stands with a section, in pages and on the panel that shows the section."""

    path: Plain
    section: Id
    crop: Crop | None = None
    caption: Text
    credit: Annotated[Line, Field(min_length=1, description="Printed beside the caption: who made it, who holds it.")]
    alt: Annotated[Text, Field(min_length=1, description="What it shows, for those who do not see it.")]
    rights: Rights
