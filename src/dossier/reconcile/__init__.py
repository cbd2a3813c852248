"""Two versions of one subject side by side: where they agree, what one adds, rewords, contradicts or has lost."""

from __future__ import annotations

from dossier.reconcile.compare import ChangeKind
from dossier.reconcile.versions import (
    Difference,
    Finding,
    FindingKind,
    Quote,
    Reconciliation,
    alike,
    reconcile,
    running,
)

__all__ = [
    "ChangeKind",
    "Difference",
    "Finding",
    "FindingKind",
    "Quote",
    "Reconciliation",
    "alike",
    "reconcile",
    "running",
]
