"""From facts to findings."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.pdf.inspection import Inspection, Position
from dossier.preflight.findings import Fault, Finding, Limits, Place, Profile
from dossier.units import to_mm

_ORDER = ("error", "warning", "info")


def judge(inspection: Inspection, profile: Profile, limits: Limits) -> tuple[Finding, ...]:
    """Return what a profile finds in a file: errors first, each kind in the order of the rules and the pages."""
    found = [_finding(rule.id, fault, inspection) for rule in profile.rules for fault in rule.find(inspection, limits)]
    return tuple(finding for severity in _ORDER for finding in found if finding.severity == severity)


def _finding(rule: str, fault: Fault, inspection: Inspection) -> Finding:
    at = fault.position
    return Finding(
        rule,
        fault.severity,
        fault.message,
        fault.hint,
        page=at.page if at else 0,
        object=at.object if at else "",
        place=next(_place(at, inspection), None) if at else None,
        count=fault.count,
    )


def _place(position: Position, inspection: Inspection) -> Iterator[Place]:
    if position.box is not None:
        trim, box = inspection.sheets[position.page - 1].trim, position.box
        lengths = (box.left - trim.left, trim.top - box.top, box.width, box.height)
        yield Place(*(round(to_mm(length), 2) + 0.0 for length in lengths))
