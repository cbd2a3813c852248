"""`dossier check`: what is wrong or doubtful in a project."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.cli.console import project_folder, show
from dossier.errors import SourceError


@click.command()
@click.argument("project", type=click.Path(path_type=Path, file_okay=False), required=False)
def check(project: Path | None) -> None:
    """Check PROJECT without building it: its keys, dates, numbers, pointers, and every piece of evidence.

    \b
    Examples:
      dossier check
      dossier check my-project
    """
    from dossier.model.project import examine_project

    folder = project_folder(project)
    _, findings = examine_project(folder)
    show(findings)
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    if errors:
        raise SourceError(f"{errors} errors, {warnings} warnings in {folder}", hint="Mend them from the first on.")
    click.echo(f"{folder}: no errors, {warnings} warnings")
