"""`dossier check`: what is wrong or doubtful in a project."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.cli.console import project_folder, show
from dossier.errors import SourceError, Where


@click.command()
@click.argument("project", type=click.Path(path_type=Path, file_okay=False), required=False)
def check(project: Path | None) -> None:
    """Check PROJECT without building it: its keys, dates, numbers, pointers, and every piece of evidence.

    \b
    Examples:
      dossier check
      dossier check my-project
    """
    from dossier.model.project import FILE, examine_project

    folder = project_folder(project)
    _, findings = examine_project(folder)
    show(findings)
    counts = {kind: sum(finding.severity == kind for finding in findings) for kind in ("error", "warning")}
    told = ", ".join(f"{count or 'no'} {kind}{'s' * (count != 1)}" for kind, count in counts.items())
    if counts["error"]:
        raise SourceError(told, hint="Mend them from the first on.", where=Where(folder / FILE))
    click.echo(f"{folder}: {told}")
