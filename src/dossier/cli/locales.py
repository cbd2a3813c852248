"""`dossier locales`: catalogs for translators, from the first template to the proof of a clean edition."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.console import project_folder

if TYPE_CHECKING:
    from dossier.locales.progress import Progress

_PROJECT = click.argument("project", type=click.Path(path_type=Path, file_okay=False), required=False)
_SHOWN = 5


@click.group()
def locales() -> None:
    """Make and renew the catalogs that translators fill in, and see how far they are."""


@locales.command()
@_PROJECT
def extract(project: Path | None) -> None:
    """Write PROJECT/locale/ID.pot, the template with every text of the dossier that a translator starts from.

    \b
    Example:
      dossier locales extract my-project
    """
    from dossier.build import write_whole
    from dossier.locales.translating import template
    from dossier.model.project import load_project
    from dossier.typeset.room import room_on_panels

    folder = project_folder(project)
    loaded = load_project(folder)
    path = folder / "locale" / f"{loaded.dossier.id}.pot"
    write_whole(path, template(loaded.dossier, _today(), room_on_panels(loaded)))
    click.echo(path)


@locales.command()
@_PROJECT
@click.option("-l", "--locale", "tag", required=True, help="Language of the catalog, such as de.")
@click.option("--interface", is_flag=True, help="The catalog of the program's own words instead.")
def update(project: Path | None, tag: str, interface: bool) -> None:
    """Write PROJECT/locale/LANGUAGE.po with every text of the dossier; translations that are there are kept.

    A translation whose text has changed is marked fuzzy, with the old text beside it. One whose text is gone moves to
    the end of the file.

    \b
    Examples:
      dossier locales update my-project -l de
      dossier locales update -l de --interface
    """
    from dossier.build import write_whole
    from dossier.errors import LocaleError
    from dossier.locales.catalogs import catalog_path, interface_catalog
    from dossier.locales.locale import locale
    from dossier.locales.translating import renewed, renewed_interface
    from dossier.model.project import load_project
    from dossier.typeset.room import room_on_panels

    folder = project_folder(project)
    tag = locale(tag).tag
    if locale(tag).pseudo:
        raise LocaleError(f"{tag} needs no catalog: the program makes it up", hint=f"Try: dossier build -l {tag}")
    if interface:
        path = interface_catalog(tag)
        write_whole(path, renewed_interface(tag, path, _today()))
    else:
        path = catalog_path(folder, tag)
        loaded = load_project(folder)
        write_whole(path, renewed(loaded.dossier, tag, path, _today(), room_on_panels(loaded)))
    click.echo(path)


@locales.command()
@_PROJECT
@click.option("-l", "--locale", "tags", multiple=True, help="Only this language. May be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the ids of all messages that lack something.")
def status(project: Path | None, tags: tuple[str, ...], as_json: bool) -> None:
    """Show how much is translated and reviewed, a language a line: the dossier's texts, then the program's own.

    A translation counts if it is there, its text has not changed since, and it is not the source text over again.

    \b
    Examples:
      dossier locales status my-project
      dossier locales status my-project -l de --json
    """
    from dossier.locales.locale import locale
    from dossier.locales.progress import progress
    from dossier.model.project import load_project

    folder = project_folder(project)
    found = progress(load_project(folder).dossier, folder, [locale(tag).tag for tag in tags])
    if as_json:
        states = [asdict(each) | {"translated": each.translated, "reviewed": each.reviewed} for each in found]
        click.echo(json.dumps(states, ensure_ascii=False, indent=2))
        return
    click.echo(f"{'':<9}{'':<18}{'texts':>6}{'done':>7}{'fuzzy':>7}{'copied':>8}{'missing':>9}{'reviewed':>10}")
    for each in found:
        counts = (each.total, f"{100 * each.translated // max(each.total, 1)} %", len(each.fuzzy), len(each.copied))
        cells = "{:>6}{:>7}{:>7}{:>8}{:>9}{:>10}".format(*counts, len(each.untranslated), each.reviewed)
        click.echo(f"{each.language:<9}{each.catalog:<18}{cells}")
    for each in found:
        for line in _details(each) if tags else ():
            click.echo(line)


@locales.command()
@_PROJECT
@click.option("-l", "--locale", "tag", required=True, help="Language of the translation, such as de.")
@click.option("--by", required=True, help="Name of the reader who found the translation right.")
@click.option("--interface", is_flag=True, help="The catalog of the program's own words instead.")
@click.option("--only", "ids", multiple=True, help="Id of a message that was read. May be repeated.")
def review(project: Path | None, tag: str, by: str, interface: bool, ids: tuple[str, ...]) -> None:
    """Note in a catalog that BY has read its translations and found them right: all of them, or those named by --only.

    A review holds for the text and the translation as they are. When either changes it is void.

    \b
    Examples:
      dossier locales review my-project -l de --by "Anna Beispiel"
      dossier locales review my-project -l de --by "Anna Beispiel" --only landing.title
    """
    from dossier.build import write_whole
    from dossier.errors import UsageError
    from dossier.locales.catalogs import catalog_path, interface_catalog
    from dossier.locales.locale import locale
    from dossier.locales.translating import signed
    from dossier.model.edition import Review

    if not by.strip() or "," in by or "\n" in by:
        raise UsageError("a reader's name has no comma", hint='Give it as in --by "Anna Beispiel".')
    language = locale(tag).tag
    path = interface_catalog(language) if interface else catalog_path(project_folder(project), language)
    catalog, count = signed(path, Review(by.strip(), _today().isoformat()), ids)
    write_whole(path, catalog)
    click.echo(f"{path}: {count} translations reviewed by {by.strip()}")


@locales.command()
@_PROJECT
@click.option("-l", "--locale", "tag", required=True, help="Language of the edition, such as de.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("output"), show_default=True)
def context(project: Path | None, tag: str, out: Path) -> None:
    """Write OUT/<project>/<language>/context.pdf: the dossier with the id of its message behind each text.

    It can be made before the translation is complete; what is missing stands there in the source language.

    \b
    Example:
      dossier locales context my-project -l de
    """
    from dossier.context import build_context
    from dossier.locales.locale import locale
    from dossier.model.project import load_project

    click.echo(build_context(load_project(project_folder(project)), locale(tag).tag, out))


@locales.command()
@_PROJECT
@click.option("-l", "--locale", "tags", multiple=True, help="Only this language. May be repeated.")
@click.option("--layout", "layouts", multiple=True, help="Name of a layout, such as dossier. May be repeated.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("output"), show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the ids of all messages that are not in order.")
def prove(project: Path | None, tags: tuple[str, ...], layouts: tuple[str, ...], out: Path, as_json: bool) -> None:
    """Hold finished editions against the one in the source language: all of it is there, and in no other language.

    What is not in order is counted: texts that are not whole on the pages, texts left in the source language, and
    texts with other numbers. Build the editions first. The exit code is 8 where one is not clean.

    \b
    Examples:
      dossier build --all-locales && dossier locales prove
      dossier locales prove my-project -l de --layout panels-a1 --json
    """
    from dossier.errors import PreflightError
    from dossier.model.project import load_project
    from dossier.proof import prove as prove_edition

    loaded = load_project(project_folder(project))
    chosen = tags or _languages(loaded.folder)
    proofs = [prove_edition(loaded, tag, name, out) for name in layouts or ("dossier",) for tag in chosen]
    if as_json:
        click.echo(json.dumps([asdict(proof) | {"clean": proof.clean} for proof in proofs], indent=2))
    else:
        click.echo(f"{'':<28}{'texts':>6}{'lost':>6}{'left':>6}{'numbers':>9}")
        for proof in proofs:
            left = len(proof.foreign) + len(proof.untranslated)
            edition = f"{proof.language} {proof.layout}"
            click.echo(f"{edition:<28}{proof.shown:>6}{len(proof.lost):>6}{left:>6}{len(proof.numbers):>9}")
    unclean = [proof for proof in proofs if not proof.clean]
    if unclean:
        first = unclean[0]
        ids = (*first.lost, *first.foreign, *first.untranslated, *first.numbers)
        raise PreflightError(
            f"{len(unclean)} of {len(proofs)} editions are not clean; in {first.language} {first.layout}:"
            f" {', '.join(ids[:_SHOWN])}{' …' if len(ids) > _SHOWN else ''}",
            hint="Look the ids up in the catalog; --json lists them all.",
        )


@locales.command()
@_PROJECT
@click.option("-l", "--locale", "tags", multiple=True, help="Only this language. May be repeated.")
@click.option("--layout", "layouts", multiple=True, help="Name of a layout with panels. May be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def fit(project: Path | None, tags: tuple[str, ...], layouts: tuple[str, ...], as_json: bool) -> None:
    """Show which frames of which panels are too small for a language, and about how many words to cut: a matrix.

    Panels are fitted and not written, which takes some ten seconds for a language and a layout.

    \b
    Examples:
      dossier locales fit
      dossier locales fit my-project -l de -l fi --layout panels-a1 --json
    """
    from dossier.model.project import load_project
    from dossier.proof import fitting

    loaded = load_project(project_folder(project))
    chosen = tags or (loaded.dossier.language, *_languages(loaded.folder))
    found = [fitting(loaded, tag, name) for name in layouts or ("panels-a1",) for tag in chosen]
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], indent=2))
        return
    for name in dict.fromkeys(each.layout for each in found):
        words = {
            (f"{over.panel}/{over.frame}", each.language): over.words
            for each in found
            if each.layout == name
            for over in each.overset
        }
        click.echo(f"{name:<28}" + "".join(f"{tag:>9}" for tag in chosen))
        for frame in sorted({frame for frame, _ in words}) or ["everything fits"]:
            cells = "".join(f"{words.get((frame, tag), '') or '·':>9}" for tag in chosen)
            click.echo(f"{frame:<28}{cells}")


def _languages(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (folder / "locale").glob("*.po")))


def _details(state: Progress) -> list[str]:
    lists = (("fuzzy", state.fuzzy), ("copied", state.copied), ("missing", state.untranslated))
    lines = [
        f"{state.language} {state.catalog}, {name}: {', '.join(ids[:_SHOWN])}{' …' if len(ids) > _SHOWN else ''}"
        for name, ids in lists
        if ids
    ]
    return lines + [
        f"{state.language} {state.catalog}, reviewed by {by}: {count}, the last on {last}"
        for by, (count, last) in state.reviewers.items()
    ]


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()
