"""`dossier doctor`: what this machine lacks, and how to get it."""

from __future__ import annotations

import click

from dossier.cli.console import show
from dossier.errors import AssetError


@click.command()
def doctor() -> None:
    """Look at this machine: libraries, fonts, assets. Say what is lacking and how to get it.

    \b
    Example:
      dossier doctor
    """
    from dossier.doctor import examine

    findings = examine()
    show(findings)
    errors = sum(finding.severity == "error" for finding in findings)
    if errors:
        raise AssetError(f"{errors} things are lacking", hint="Do what the hints above say, then run this again.")
    click.echo("nothing is lacking")
