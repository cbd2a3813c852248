"""`dossier build`: from a project to finished files."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.console import project_folder, report, show
from dossier.errors import BatchError, DossierError, Where

if TYPE_CHECKING:
    from dossier.batch.plan import Plan
    from dossier.batch.run import Outcomes


@click.command()
@click.argument("project", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option("-l", "--locale", "locales", multiple=True, help="Language of the edition, such as de. May be repeated.")
@click.option("--all-locales", is_flag=True, help="The source language, and every language that has a catalog.")
@click.option("--layout", "layouts", multiple=True, help="Name of a layout, such as dossier. May be repeated.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("output"), show_default=True)
@click.option("-j", "--jobs", type=click.IntRange(1), help="Editions built at once.  [default: as many as processors]")
@click.option("--explain", is_flag=True, help="Say why each edition is built.")
@click.option("--force", is_flag=True, help="Build what has not changed, too.")
@click.option("--strict", is_flag=True, help="Text that does not fit its frame is an error.")
@click.option(
    "--output-intent",
    "profile",
    type=click.Path(path_type=Path, dir_okay=False),
    help="ICC profile of the press, from the printer.  [default: FOGRA39]",
)
def build(
    project: Path | None,
    locales: tuple[str, ...],
    all_locales: bool,
    layouts: tuple[str, ...],
    out: Path,
    jobs: int | None,
    explain: bool,
    force: bool,
    strict: bool,
    profile: Path | None,
) -> None:
    """Build the editions of PROJECT (a folder with dossier.yaml; the bundled one where it is left out).

    The files appear in OUT/<project>/<language>/, panels in a folder named after their layout, each with a proof as
    PNG beside it. Either all files of an edition are written or none. What has not changed is not built again.
    An edition that fails does not stop the others; then the exit code is 9.

    \b
    Examples:
      dossier build
      dossier build my-project --layout dossier-letter
      dossier build my-project -l en -l de --out /tmp/print
      dossier build my-project --all-locales --explain
      dossier build --layout panels-a1 --strict
      dossier build --layout panels-a1 --output-intent printer.icc
    """
    from dossier.batch.plan import left_over, plan
    from dossier.batch.run import common_failure
    from dossier.batch.targets import Request
    from dossier.cli.summary import explained, has_table, summary

    names = layouts or ("dossier", "dossier-letter")
    request = Request(project_folder(project), out, names, locales, all_locales, force, strict, profile)
    planned = plan(request, datetime.now(UTC).date())
    show(finding for finding in planned.manifest.diagnostics if finding.severity != "info")
    show(left_over(planned))
    if explain:
        for line in explained(planned):
            click.echo(line)
    if not has_table(planned):
        show(finding for record in planned.fresh.values() for finding in record.diagnostics)
    outcomes = _build(planned, jobs or len(os.sched_getaffinity(0)))
    if common := common_failure(planned.targets, outcomes):
        raise common
    errors = [
        outcome
        for target, outcome in outcomes.items()
        if isinstance(outcome, DossierError) and not planned.leaves_out(target, outcome)
    ]
    for error in {str(error): error for error in errors}.values():
        report(error)
    for line in summary(planned, outcomes):
        click.echo(line)
    if errors:
        raise BatchError(
            f"{len(errors)} of {len(planned.targets)} editions failed",
            hint="The others are there. Mend what is said above and build again.",
            where=Where(planned.places.out / "manifest.json"),
        )


def _build(planned: Plan, jobs: int) -> Outcomes:
    """Build what is due and show how far it is."""
    from dossier.batch.manifest import Record
    from dossier.batch.run import Ended, run
    from dossier.batch.workers import Begun, Reached
    from dossier.cli.progress import course
    from dossier.cli.summary import has_table, state_of

    if not planned.due:
        return run(planned, 1, _now, lambda _: None)
    from dossier.build import STAGES

    with course(len(planned.due), len(STAGES), lines=has_table(planned)) as shown:

        def tell(event: Begun | Reached | Ended) -> None:
            match event:
                case Reached(target, stage):
                    shown.reach(str(target), stage)
                case Ended(target, outcome, left):
                    with shown.aside():
                        shown.end(str(target), state_of(planned, target, outcome), left)
                        show(outcome.diagnostics if isinstance(outcome, Record) else ())

        return run(planned, jobs, _now, tell)


def _now() -> datetime:
    return datetime.now(UTC)
