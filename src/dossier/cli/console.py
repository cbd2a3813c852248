"""What commands show of findings and errors, on stderr."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from dossier import resources
from dossier.diagnostics import Diagnostic
from dossier.errors import DossierError

BUNDLED = "gulag-operation"
_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def project_folder(project: Path | None) -> Path:
    """Return the folder of the project that was asked for: the bundled one where none was."""
    return project or resources.assets() / "articles" / BUNDLED


def show(findings: Iterable[Diagnostic]) -> None:
    """Print findings, each with its place and hint."""
    for finding in findings:
        label = click.style(f"{finding.severity}[{finding.code}]", fg=_COLOURS[finding.severity])
        place = f"{finding.where}: " if str(finding.where) else ""
        click.echo(f"{place}{label}: {finding.message}", err=True)
        if finding.hint:
            click.echo(f"  hint: {finding.hint}", err=True)


def report(error: DossierError) -> None:
    """Print an error as "path:line: error[code]: what is wrong", then what to do about it."""
    place = f"{error.where}: " if error.where and str(error.where) else ""
    click.echo(f"{place}error[{error.code}]: {error.message}", err=True)
    if error.hint:
        click.echo(f"hint: {error.hint}", err=True)
