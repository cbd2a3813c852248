"""`dossier draft`: from the text of an article to a project that a person corrects."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("sources", type=click.Path(path_type=Path, dir_okay=False), nargs=-1, required=True)
@click.option("--out", type=click.Path(path_type=Path), help="The new folder of the project.")
@click.option("--update", type=click.Path(path_type=Path, file_okay=False), help="A project that gets a newer version.")
@click.option("--title", default="", help="The title of the dossier; that of the first article where it is left out.")
@click.option("--language", default="", help="Language of the texts, such as en, where it is not recognised.")
@click.option("--format", "shape", help="The shape of the texts where it is not recognised, such as wikitext or html.")
def draft(
    sources: tuple[Path, ...], out: Path | None, update: Path | None, title: str, language: str, shape: str | None
) -> None:
    """Draft a project from SOURCES: the text of an article, or several versions of it, the best one first.

    The new folder holds dossier.yaml, the sources, a report of what to look at (review.md) and, where the text gives
    positions, a map. With --update a project takes a newer version of its article: what is new is added, and nothing
    that stands in dossier.yaml is changed. Either everything is written or nothing.

    \b
    Examples:
      dossier draft article.txt --out my-project
      dossier draft new-version.wiki old-version.txt --out my-project --title "The raid"
      dossier draft --update my-project newer-version.wiki
    """
    from dossier.build import write_whole
    from dossier.draft.project import draft_project
    from dossier.draft.update import update_project
    from dossier.errors import UsageError

    if (out is None) == (update is None):
        raise UsageError("give either --out or --update", hint="--out names a new folder, --update a project.")
    if out is not None:
        drafted = draft_project(sources, out, title=title, language=language, format=shape)
        click.echo(f"{drafted.folder / 'dossier.yaml'}: {drafted.summary}")
        click.echo(f"{drafted.review}: {len(drafted.notes)} things to look at")
    if update is not None:
        if title or len(sources) > 1:
            raise UsageError(
                "--update takes one source and no title", hint="Give the newer version; dossier.yaml has the title."
            )
        updated = update_project(sources[0], update, language=language, format=shape)
        for path, content in updated.files:
            write_whole(path, content)
        click.echo(f"{update / 'dossier.yaml'}: added {updated.summary}")
        click.echo(f"{updated.review}: {len(updated.notes)} things to look at")
