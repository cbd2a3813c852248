"""`dossier build`: from a project to finished files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from dossier.cli.console import Step, progress, project_folder, show


@click.command()
@click.argument("project", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option("-l", "--locale", "locales", multiple=True, help="Language of the edition, such as de. May be repeated.")
@click.option("--layout", "layouts", multiple=True, help="Name of a layout, such as dossier. May be repeated.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("output"), show_default=True)
def build(project: Path | None, locales: tuple[str, ...], layouts: tuple[str, ...], out: Path) -> None:
    """Build the editions of PROJECT (a folder with dossier.yaml; the bundled one where it is left out).

    The files appear in OUT/<project>/<language>/. Either all of a file is written or none of it.

    \b
    Examples:
      dossier build
      dossier build my-project --layout dossier-letter
      dossier build my-project -l en -l de --out /tmp/print
    """
    from dossier.build import STAGES, build_edition
    from dossier.model.project import load_project

    loaded = load_project(project_folder(project))
    show(finding for finding in loaded.diagnostics if finding.severity != "info")
    tags = locales or (loaded.dossier.language,)
    names = layouts or ("dossier", "dossier-letter")
    with progress(len(tags) * len(names) * len(STAGES)) as step:
        for tag in tags:
            for name in names:
                built = build_edition(loaded, tag, name, out, on_stage=partial(_tell, step, f"{tag} {name}"))
                show(built.diagnostics)
                click.echo(f"{built.path}  ({built.pages} pages)")


def _tell(step: Step, edition: str, stage: str) -> None:
    step(f"{edition}: {stage}")
