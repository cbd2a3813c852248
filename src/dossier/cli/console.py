"""What commands show while they work: findings and progress, on stderr."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import click

from dossier import resources
from dossier.diagnostics import Diagnostic

BUNDLED = "gulag-operation"
_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


class Step(Protocol):
    """Says what is being done now."""

    def __call__(self, what: str) -> None:
        """Show `what` is being done."""


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


@contextmanager
def progress(total: int) -> Iterator[Step]:
    """Yield a function that shows each of `total` steps: a bar on a terminal, nothing in a log."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<28}"), BarColumn(24), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total)
        started = False

        def step(what: str) -> None:
            nonlocal started
            bar.update(task, description=what, advance=1 if started else 0)
            started = True

        yield step
