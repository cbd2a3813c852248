"""assets/fonts/fonts.yaml: which family sets which script."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from dossier.model.base import Frozen, Hyphenated


class Family(Frozen):
    """The weights of a family. A variable family has one file for all of them; a tight one is kerned too tight.

    A family comes as a Python package, or as `files` by weight that the Debian package `package` installs; `face` is
    its number in a file that is a collection.
    """

    upright: tuple[int, ...]
    italic: tuple[int, ...] = ()
    variable: bool = False
    tight: bool = False
    package: str = ""
    files: dict[int, Path] = Field(default={})
    face: int = 0


class ScriptFonts(Hyphenated):
    """The families that set a script, and what they need to agree with Latin text of the same size."""

    serif: str
    sans: str
    serif_size: float = 1.0
    sans_size: float = 1.0
    leading: float = 1.0


class FontTable(Frozen):
    """Families by name, fonts by script (ISO 15924), and what is set in names and titles of other scripts."""

    families: dict[str, Family]
    scripts: dict[str, ScriptFonts]
    fallback: ScriptFonts
