"""Findings as a value for programs. Its keys are stable: what is added later does not change those that are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from dossier.errors import DossierError
from dossier.preflight.findings import Finding, Limits, Profile
from dossier.units import to_mm

FORM = 1
Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A file and what was found in it; or why it could not be read."""

    path: Path
    findings: tuple[Finding, ...] = ()
    unreadable: DossierError | None = None

    def count(self, severity: str) -> int:
        """Return the number of findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)

    @property
    def verdict(self) -> str:
        """The gravest thing that was found: "unreadable", "errors", "warnings" or "passed"."""
        if self.unreadable:
            return "unreadable"
        return "errors" if self.count("error") else "warnings" if self.count("warning") else "passed"


def report(profile: Profile, limits: Limits, files: Sequence[Judged]) -> Json:
    """Return what was found as a value that can be written as JSON; lengths of places are millimetres."""
    return {
        "preflight": FORM,
        "profile": profile.name,
        "limits": {
            "ink": limits.ink,
            "bleed": round(to_mm(limits.bleed), 3),
            "distance": limits.distance,
            "scale": limits.scale,
            "ppi": limits.ppi,
        },
        "rules": [
            {"id": rule.id, "checks": rule.checks, "limit": rule.limit, "source": rule.source} for rule in profile.rules
        ],
        "files": [_file(judged) for judged in files],
    }


def _file(judged: Judged) -> Json:
    error = judged.unreadable
    return {
        "file": str(judged.path),
        "verdict": judged.verdict,
        "errors": judged.count("error"),
        "warnings": judged.count("warning"),
        "unreadable": {"code": error.code, "message": error.message, "hint": error.hint} if error else None,
        "findings": [asdict(finding) for finding in judged.findings],
    }
