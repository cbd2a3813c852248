"""What all types of a dossier share: frozen, no unknown keys, and texts that a translator is given."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Frozen(BaseModel):
    """A value that is read once and never changed; a key that it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Hyphenated(Frozen):
    """A value whose keys have hyphens in a file and underscores here."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"), populate_by_name=True)


class Translatable:
    """Marks a field whose text is printed and therefore given to translators."""


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    Field(description="Lower case words joined by hyphens. Stable: translations and cross references hang on it."),
]
Text = Annotated[str, StringConstraints(max_length=4000), Translatable()]
Line = Annotated[str, StringConstraints(max_length=400, pattern=r"^[^\n]*$"), Translatable()]


class Item(Frozen):
    """Anything in a dossier that can be pointed at."""

    id: Id
