"""What a curator should look at: the review report is made of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal["fill-in", "conflict", "gap", "doubt", "difference", "changed", "vanished", "new", "left-out"]

HEADINGS: dict[Group, str] = {
    "fill-in": "Fill in first",
    "vanished": "Evidence that the newer version does not have",
    "conflict": "Conflicts between the versions",
    "gap": "Gaps",
    "doubt": "Found with low confidence",
    "changed": "Changed in the newer version",
    "new": "New in the newer version",
    "difference": "Other differences between the versions",
    "left-out": "Left out of the draft",
}
"""The parts of a report, what matters most first."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to look at: what it is, the sentence, its file and line, and the id of the item in dossier.yaml."""

    group: Group
    message: str
    sentence: str = ""
    place: str = ""
    item: str = ""
