"""Findings that are counted and shown, but stop nothing by themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dossier.errors import Where

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code, how grave it is, what was found, what to do, and where."""

    code: str
    severity: Severity
    message: str
    hint: str = ""
    where: Where = field(default_factory=Where)

    def __str__(self) -> str:
        place = f"{self.where}: " if str(self.where) else ""
        return f"{place}{self.severity}[{self.code}]: {self.message}"
