"""Carrying out a plan: editions are built, put in their places, and recorded, each as soon as it is ready.

What one edition writes goes to a folder of its own first and is moved when all of it is there. So an edition that
fails, is interrupted or loses its worker leaves the files of the last build as they were.
"""

from __future__ import annotations

import datetime
import hashlib
import secrets
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

from dossier.batch import manifest as manifests
from dossier.batch.forecast import longest_first, time_left
from dossier.batch.manifest import Failure, File, Record, read_manifest, written
from dossier.batch.plan import Plan
from dossier.batch.targets import Target
from dossier.batch.workers import Begun, Broken, Job, Made, Reached, fault, work_apart, work_here
from dossier.errors import DossierError, LayoutError, UsageError, Where

STAGING = ".building-"
FORGOTTEN = 86_400
"""Seconds after which the folder of a run that was killed is removed."""

Outcomes = Mapping[Target, Record | DossierError]


@dataclass(frozen=True, slots=True)
class Ended:
    """An edition is built or has failed; `left` are the seconds that the others may take, where that is known."""

    target: Target
    outcome: Record | DossierError
    left: float | None


Tell = Callable[[Begun | Reached | Ended], None]
Now = Callable[[], datetime.datetime]


def run(plan: Plan, workers: int, now: Now, tell: Tell) -> Outcomes:
    """Build what `plan` says, at most `workers` editions at once, and return what became of each.

    One that fails does not stop the others. A fault of the program is raised where only one edition is built, so that
    all of it is seen.
    """
    course = _Course(plan, workers, now, tell)
    for due in plan.due:
        if due.error:
            course.end(due.target, due.error)
    _sweep(plan.places.out)
    try:
        with _termination_interrupts():
            if course.workers > 1:
                work_apart(course.jobs(longest_first(course.waiting, course.known)), course.workers, course.hear)
            else:
                work_here(course.jobs(course.waiting), course.hear)
    finally:
        shutil.rmtree(course.staging, ignore_errors=True)
    if (course.outcomes or plan.fingerprints.learned) and not common_failure(plan.targets, course.outcomes):
        course.save()
    return course.outcomes


def common_failure(targets: Sequence[Target], outcomes: Outcomes) -> DossierError | None:
    """Return the one error that all of `targets` failed with; None where any is there or they have several."""
    errors = [outcome for outcome in outcomes.values() if isinstance(outcome, DossierError)]
    alike = {(type(error), str(error), error.hint) for error in errors}
    return errors[0] if len(errors) == len(targets) and len(alike) == 1 else None


class _Course:
    """How far a run has come: what is waiting, what is in work since when, and what became of the rest."""

    def __init__(self, plan: Plan, workers: int, now: Now, tell: Tell) -> None:
        self.plan, self.now, self.tell = plan, now, tell
        self.waiting = [due.target for due in plan.due if due.error is None]
        self.workers = max(1, min(workers, len(self.waiting)))
        self.inputs = {due.target: due.inputs for due in plan.due}
        self.known = {target: record.seconds for target, record in plan.manifest.records.items()}
        self.begun: dict[Target, float] = {}
        self.outcomes: dict[Target, Record | DossierError] = {}
        staging = plan.places.out / f"{STAGING}{secrets.token_hex(4)}"
        self.folders = {target: staging / str(number) for number, target in enumerate(self.waiting)}
        self.staging = staging

    def jobs(self, targets: Iterable[Target]) -> Iterator[Job]:
        """Yield the work on `targets`."""
        for target in list(targets):
            assert self.plan.project
            yield Job(self.plan.project, target, self.plan.options, self.folders[target], self.plan.intent)

    def hear(self, event: Begun | Reached | Made | Broken) -> None:
        """Follow what happens to an edition."""
        match event:
            case Begun(target):
                self.waiting.remove(target)
                self.begun[target] = time.monotonic()
                self.tell(event)
            case Reached():
                self.tell(event)
            case Made(target):
                self.end(target, self.record(event))
            case Broken(target, error):
                if not isinstance(error, DossierError):
                    if len(self.plan.due) == 1:
                        raise error
                    error = fault(error)
                error.where = self.at_home(target, error.where)
                self.end(target, error)

    def end(self, target: Target, outcome: Record | DossierError) -> None:
        """Note what became of an edition, and save the manifest where it was built."""
        self.begun.pop(target, None)
        self.outcomes[target] = outcome
        if isinstance(outcome, Record):
            self.known[target] = outcome.seconds
            self.save()
        running = {other: time.monotonic() - since for other, since in self.begun.items()}
        self.tell(Ended(target, outcome, time_left(self.waiting, running, self.known, self.workers)))

    def record(self, made: Made) -> Record | DossierError:
        """Return the record of an edition, its files in their places."""
        folder = self.folders[made.target] / self.plan.places.out.name
        paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        for other, outcome in self.outcomes.items():
            if isinstance(outcome, Record) and (shared := {file.path for file in outcome.files} & set(paths)):
                hint = f"Give one of the layouts {other.layout} and {made.target.layout} another file."
                where = Where(self.plan.places.out / min(shared))
                return LayoutError("the file belongs to two layouts", hint=hint, where=where)
        try:
            files = tuple(self.moved(made, folder, paths))
        except OSError as error:
            hint = "Give another folder with --out, or mend its permissions."
            return UsageError(f"cannot be written: {error.strerror}", hint=hint, where=Where(self.plan.places.out))
        findings = tuple(
            replace(finding, where=self.at_home(made.target, finding.where) or finding.where)
            for finding in made.built.diagnostics
        )
        return Record(
            made.target, self.plan.options, files, findings, self.inputs[made.target], self.plan.versions,
            self.now().isoformat(timespec="seconds"), made.seconds,
        )  # fmt: skip

    def moved(self, made: Made, folder: Path, paths: Iterable[str]) -> Iterator[File]:
        """Move the files of an edition from `folder` to their places and yield them."""
        places, pages = self.plan.places, {built.path: built.pages for built in made.built.files}
        for file in paths:
            content = (folder / file).read_bytes()
            sha256 = hashlib.sha256(content).hexdigest()
            (places.out / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).replace(places.out / file)
            self.plan.fingerprints.note(f"out/{file}", sha256)
            yield File(file, len(content), sha256, pages.get(folder / file))

    def at_home(self, target: Target, where: Where | None) -> Where | None:
        """Return `where` with the place that a file was to have for the one where it was written first."""
        if where and where.path and where.path.is_relative_to(self.folders.get(target, self.staging)):
            return replace(where, path=self.plan.places.out.parent / where.path.relative_to(self.folders[target]))
        return where

    def save(self) -> None:
        """Write the manifest: what is recorded there already, by another run too, with what this one has built."""
        from dossier.build import write_whole

        places = self.plan.places
        path = places.out / manifests.FILE
        before = read_manifest(path, places) or self.plan.manifest
        built = {target: outcome for target, outcome in self.outcomes.items() if isinstance(outcome, Record)}
        records = {
            target: record
            for target, record in {**before.records, **built}.items()
            if target in self.plan.targets or any((places.out / file.path).is_file() for file in record.files)
        }
        had = {*before.strays, *_files(before.records.values())} - set(_files(records.values()))
        names = {name for record in records.values() for name in record.inputs}
        names |= {f"out/{file}" for file in _files(records.values())}
        manifest = replace(
            self.plan.manifest,
            records=records,
            failures={
                target: Failure(target, outcome)
                for target, outcome in self.outcomes.items()
                if isinstance(outcome, DossierError)
            },
            strays=tuple(sorted(file for file in had if (places.out / file).is_file())),
            seen={name: seen for name, seen in self.plan.fingerprints.seen().items() if name in names},
        )
        write_whole(path, written(manifest, places))


def _files(records: Iterable[Record]) -> Iterator[str]:
    return (file.path for record in records for file in record.files)


@contextmanager
def _termination_interrupts() -> Iterator[None]:
    """Let a request to end (SIGTERM, as `timeout` and a shutdown send) end a run as Ctrl-C does: cleanly."""

    def interrupt(_: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _sweep(out: Path) -> None:
    """Remove what runs that were killed, some day before, have left in OUT/<project>."""
    for folder in out.glob(f"{STAGING}*"):
        if folder.stat().st_mtime < time.time() - FORGOTTEN:
            shutil.rmtree(folder, ignore_errors=True)
