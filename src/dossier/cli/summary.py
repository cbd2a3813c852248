"""What became of the editions of a batch, in lines: why each is built, and the table at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from dossier.batch.manifest import Record
from dossier.batch.plan import Plan
from dossier.batch.run import Outcomes
from dossier.batch.targets import Target
from dossier.errors import DossierError

MOST_REASONS = 4


def explained(plan: Plan) -> Iterator[str]:
    """Yield a line for each edition: why it is built, or that nothing has changed."""
    why = {due.target: due.reasons for due in plan.due}
    for target in plan.targets:
        found = why.get(target, ("nothing has changed",))
        more = len(found) - MOST_REASONS
        yield f"{target}: {'; '.join(found[:MOST_REASONS])}{f'; and {more} more' if more > 0 else ''}"


def has_table(plan: Plan) -> bool:
    """Whether a batch is summed up in a table: one of several languages is; one of one is told file by file."""
    return len({target.tag for target in plan.targets}) > 1


def summary(plan: Plan, outcomes: Outcomes) -> Iterator[str]:
    """Yield the lines that say what there is now, in the order asked for."""
    ended = {**plan.fresh, **outcomes}
    if has_table(plan):
        yield from _columns([(str(target), *_row(plan, target, ended[target])) for target in plan.targets])
        yield ""
        yield _counts(plan, outcomes)
        return
    for target in plan.targets:
        outcome = ended[target]
        for file in outcome.files if isinstance(outcome, Record) else ():
            if file.pages:
                old = "" if target in outcomes else ", not changed"
                yield f"{plan.places.out / file.path}  ({_count(file.pages, 'page')}{old})"


def state_of(plan: Plan, target: Target, outcome: Record | DossierError) -> str:
    """Return what became of an edition, in a word."""
    if isinstance(outcome, DossierError):
        return "left out" if plan.leaves_out(target, outcome) else "failed"
    return "not changed" if plan.fresh.get(target) == outcome else "built"


def _row(plan: Plan, target: Target, outcome: Record | DossierError) -> tuple[str, str, str]:
    """Return the state of an edition, where its files are, and what they are."""
    state = state_of(plan, target, outcome)
    if isinstance(outcome, DossierError):
        return state, str(outcome.where or ""), outcome.message
    files = [file for file in outcome.files if file.pages]
    graver = sum(finding.severity != "info" for finding in outcome.diagnostics)
    found = f", {_count(graver, 'warning')}" if graver else ""
    if len(files) == 1:
        return state, str(plan.places.out / files[0].path), _count(files[0].pages or 0, "page") + found
    folder = PurePosixPath(files[0].path).parent
    return state, f"{plan.places.out / folder}/", _count(len(files), "file") + found


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _counts(plan: Plan, outcomes: Outcomes) -> str:
    built = sum(isinstance(outcome, Record) for outcome in outcomes.values())
    left_out = sum(plan.leaves_out(target, outcome) for target, outcome in outcomes.items())
    failed = len(outcomes) - built - left_out
    numbers = ((built, "built"), (len(plan.fresh), "not changed"), (left_out, "left out"), (failed, "failed"))
    told = ", ".join(f"{number} {word}" for number, word in numbers if number)
    return f"{_count(len(plan.targets), 'edition')}: {told}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
