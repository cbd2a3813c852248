"""`dossier map`: a project's map, made ready to be drawn."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("project", type=click.Path(path_type=Path, file_okay=False))
def map(project: Path) -> None:
    """Prepare the map of PROJECT: map.yaml and the places of dossier.yaml with coordinates become map.json.

    Without map.yaml a plain one is written first, with a window about the places. Run it after each change of
    map.yaml or of a place; it takes a few seconds.

    \b
    Examples:
      dossier map my-project
    """
    from dossier.build import write_whole
    from dossier.draft.map import map_for, map_text
    from dossier.errors import SourceError, Where
    from dossier.exhibits.gallery import BASEMAP
    from dossier.exhibits.map.prepared import FILE, prepared, read_map
    from dossier.model.project import load_project

    dossier = load_project(project).dossier
    path = project / FILE
    there = path.is_file()
    spec = read_map(path) if there else map_for(dossier)
    if spec is None:
        raise SourceError(
            "no place has coordinates, so there is nothing to put on a map",
            hint="Give places lat, lon and a basis, or write map.yaml; see docs/drafting.md.",
            where=Where(project / "dossier.yaml"),
        )
    basemap = prepared(spec, dossier, path)
    if not there:
        write_whole(path, map_text(spec).encode())
        click.echo(path)
    write_whole(project / BASEMAP, basemap.encode())
    click.echo(project / BASEMAP)
