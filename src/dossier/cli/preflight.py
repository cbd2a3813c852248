"""`dossier preflight`: what a print shop, a screen reader or a screen would stumble over in finished files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.errors import DossierError, PreflightError

if TYPE_CHECKING:
    from dossier.preflight.findings import Finding, Limits, Profile
    from dossier.preflight.report import Judged

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


@click.command()
@click.argument("files", type=click.Path(path_type=Path, dir_okay=False), nargs=-1, required=True)
@click.option(
    "--profile", "name", type=click.Choice(["press", "accessible", "screen"]), default="press", show_default=True
)
@click.option("--ink", type=click.FloatRange(100, 400), default=300, show_default=True, help="Most ink, per cent.")
@click.option("--bleed", type=click.FloatRange(0, 50), default=3, show_default=True, help="Least bleed, millimetres.")
@click.option("--distance", type=click.FloatRange(0.1, 50), default=1, show_default=True, help="Of reading, metres.")
@click.option(
    "--scale", type=click.FloatRange(1, 100), default=1, show_default=True, help="10: printed ten times larger."
)
@click.option("--timeout", type=click.FloatRange(1, 3600), default=60, show_default=True, help="Seconds a file.")
@click.option("--json", "as_json", is_flag=True, help="Print a value for programs.")
def preflight(
    files: tuple[Path, ...],
    name: str,
    ink: float,
    bleed: float,
    distance: float,
    scale: float,
    timeout: float,
    as_json: bool,
) -> None:
    """Judge finished PDFs of any origin by a profile.

    press: a print shop takes it. accessible: it can be read aloud (veraPDF tells more). screen: it opens everywhere.
    Exits with 8 where a file has errors, with 3 where one cannot be read. Warnings do not count.

    \b
    Examples:
      dossier preflight panel.pdf
      dossier preflight panel.pdf --ink 280 --distance 3
      dossier preflight --profile accessible dossier.pdf
      dossier preflight --json *.pdf
    """
    from dossier.preflight.findings import Limits
    from dossier.preflight.profiles import PROFILES
    from dossier.preflight.report import report
    from dossier.units import mm

    profile, limits = PROFILES[name], Limits(ink=ink, bleed=mm(bleed), distance=distance, scale=scale)
    judged = [_judged(path, profile, limits, timeout) for path in files]
    if as_json:
        click.echo(json.dumps(report(profile, limits, judged), ensure_ascii=False, indent=2))
    else:
        for one in judged:
            _show(one, profile)
    for one in judged:
        if one.unreadable:
            raise one.unreadable
    failed = sum(one.verdict == "errors" for one in judged)
    if failed:
        count = f"{failed} of {len(judged)} files" if len(judged) > 1 else "the file"
        raise PreflightError(f"{count} failed the profile {name!r}", hint="Mend what the table names as errors.")


def _judged(path: Path, profile: Profile, limits: Limits, timeout: float) -> Judged:
    from dossier.preflight.examine import examine
    from dossier.preflight.judging import judge
    from dossier.preflight.report import Judged

    try:
        return Judged(path, judge(examine(path, seconds=timeout), profile, limits))
    except DossierError as error:
        return Judged(path, unreadable=error)


def _show(judged: Judged, profile: Profile) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    alike: dict[tuple[str, ...], list[Finding]] = {}
    for finding in judged.findings:
        alike.setdefault((finding.severity, finding.rule, finding.message, finding.object), []).append(finding)

    console = Console(highlight=False)
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column("severity", no_wrap=True)
    table.add_column("rule", no_wrap=True)
    table.add_column("finding", overflow="fold")
    for first, *others in alike.values():
        count = sum(finding.count for finding in (first, *others))
        words = Text(first.message + (f" ({count} times)" if count > 1 else ""))
        words.append(f"\n{first.spot}{_more_pages(others)}" if first.spot else "", style="dim")
        words.append(f"\n{first.hint}", style="dim")
        table.add_row(Text(first.severity, style=_COLOURS[first.severity]), first.rule, words)
    counts = f"{judged.count('error')} errors, {judged.count('warning')} warnings"
    state = f"cannot be read: {judged.unreadable.message}" if judged.unreadable else counts
    console.print(Text(f"{judged.path}: {state}", style="bold"), soft_wrap=True)
    console.print(Text(f"profile {profile.name}: {profile.purpose}", style="dim"), soft_wrap=True)
    if judged.findings:
        console.print(table)


def _more_pages(others: Sequence[Finding]) -> str:
    pages = {finding.page for finding in others}
    return f", and on {len(pages)} more pages" if len(pages) > 1 else ", and on one more page" if pages else ""
