"""`dossier locales`: catalogs for translators."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from dossier.cli.console import project_folder


@click.group()
def locales() -> None:
    """Make and renew the catalogs that translators fill in."""


@locales.command()
@click.argument("project", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option("-l", "--locale", "tag", required=True, help="Language of the catalog, such as de.")
def update(project: Path | None, tag: str) -> None:
    """Write PROJECT/locale/LANGUAGE.po with every text of the dossier; translations that are there are kept.

    \b
    Example:
      dossier locales update my-project -l de
    """
    from dossier.build import write_whole
    from dossier.locales.locale import locale
    from dossier.locales.translating import renewed
    from dossier.model.project import load_project

    folder = project_folder(project)
    tag = locale(tag).tag
    path = folder / "locale" / f"{tag}.po"
    today = datetime.datetime.now(datetime.UTC).date()
    write_whole(path, renewed(load_project(folder).dossier, tag, path, today))
    click.echo(path)
