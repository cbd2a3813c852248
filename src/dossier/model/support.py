"""What a statement rests on, as an edition prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.model.dossier import Kind

Joint = Literal["colon", "comma", "stop"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are set alike; never markup. `href` is an http or https address that they lead to."""

    text: str
    italic: bool = False
    bold: bool = False
    small_caps: bool = False
    href: str | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """What a statement rests on: the marks of sources, works cited there, and a formula or basis in words.

    `joint` is the sign between the word for its kind and these words: a basis is a sentence of its own.
    """

    kind: Kind
    marks: tuple[str, ...]
    works: Runs
    detail: str
    joint: Joint = "colon"
