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
@click.option("--strict", is_flag=True, help="Text that does not fit its frame is an error.")
def build(project: Path | None, locales: tuple[str, ...], layouts: tuple[str, ...], out: Path, strict: bool) -> None:
    """Build the editions of PROJECT (a folder with dossier.yaml; the bundled one where it is left out).

    The files appear in OUT/<project>/<language>/, panels in a folder named after their layout, each with a proof as
    PNG beside it. Either all of a file is written or none of it.

    \b
    Examples:
      dossier build
      dossier build my-project --layout dossier-letter
      dossier build my-project -l en -l de --out /tmp/print
      dossier build --layout panels-a1 --strict
    """
    from dossier.build import STAGES, build_layout
    from dossier.model.project import load_project

    loaded = load_project(project_folder(project))
    show(finding for finding in loaded.diagnostics if finding.severity != "info")
    tags = locales or (loaded.dossier.language,)
    names = layouts or ("dossier", "dossier-letter")
    with progress(len(tags) * len(names) * len(STAGES)) as step:
        for tag in tags:
            for name in names:
                told = partial(_tell, step, f"{tag} {name}")
                built = build_layout(loaded, tag, name, out, strict=strict, on_stage=told)
                show(built.diagnostics)
                for file in built.files:
                    click.echo(f"{file.path}  ({file.pages} page{'s' if file.pages > 1 else ''})")


def _tell(step: Step, edition: str, stage: str) -> None:
    step(f"{edition}: {stage}")
