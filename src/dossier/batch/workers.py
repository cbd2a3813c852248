"""Building editions one after the other in this process, or side by side in worker processes.

Each edition gets a process of its own, forked from one that has the libraries loaded (`forkserver`). So its memory is
given back, nothing that one edition leaves behind reaches the next, and a worker that dies is one edition that fails.
concurrent.futures is no help here: a worker that dies breaks its whole pool, and `max_tasks_per_child` hangs on
Python 3.11.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.forkserver import ensure_running
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.batch.targets import Options, Target
from dossier.errors import BatchError, DossierError

if TYPE_CHECKING:
    from dossier.build import BuiltSet
    from dossier.model.project import Project
    from dossier.pdf.intent import OutputIntent

PRELOADED = [
    "__main__", "dossier.batch.workers", "dossier.build", "weasyprint", "matplotlib.figure", "fontTools.ttLib",
    "fontpkg", "jinja2.sandbox", "babel.dates", "babel.lists", "babel.messages.pofile", "babel.numbers",
    "reportlab.pdfgen.canvas",
]  # fmt: skip
"""What takes time to import; a name that there is not is passed over."""
PATIENCE = 5.0
"""Seconds that a worker which has ended its work is given to leave."""


@dataclass(frozen=True, slots=True)
class Job:
    """An edition to be built, and the folder that its files are to be written under."""

    project: Project
    target: Target
    options: Options
    out: Path
    intent: OutputIntent | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """Work on an edition has begun."""

    target: Target


@dataclass(frozen=True, slots=True)
class Reached:
    """An edition has reached a stage (dossier.build.STAGES)."""

    target: Target
    stage: str


@dataclass(frozen=True, slots=True)
class Made:
    """The files of an edition are written; it took `seconds`."""

    target: Target
    built: BuiltSet
    seconds: float


@dataclass(frozen=True, slots=True)
class Broken:
    """An edition could not be built."""

    target: Target
    error: Exception


Event = Begun | Reached | Made | Broken
Tell = Callable[[Event], None]


def _start_server() -> None:
    """Start the process that workers are forked from; it loads its libraries.

    Ctrl-C goes to all processes of a terminal, but only the parent is to hear it, which ends its workers itself. So
    they are born with it ignored: a child inherits that.
    """
    multiprocessing.get_context("forkserver").set_forkserver_preload(PRELOADED)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ensure_running()
    finally:
        signal.signal(signal.SIGINT, before)


def work_here(jobs: Iterable[Job], tell: Tell) -> None:
    """Build `jobs` in this process."""
    for job in jobs:
        tell(Begun(job.target))
        tell(_make(job, tell))


def work_apart(jobs: Iterable[Job], workers: int, tell: Tell) -> None:
    """Build `jobs` in worker processes, so many at once. However this ends, no worker outlives it."""
    _start_server()
    waiting = deque(jobs)
    running: dict[Connection, tuple[Job, BaseProcess]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                job = waiting.popleft()
                reader, process = _begin(job)
                running[reader] = job, process
                tell(Begun(job.target))
            for reader in [reader for reader in connection.wait(running) if isinstance(reader, Connection)]:
                event = _heard(reader, *running[reader])
                if not isinstance(event, Reached):
                    del running[reader]
                tell(event)
    finally:
        for reader, (_, process) in running.items():
            process.kill()
            process.join()
            reader.close()


def _begin(job: Job) -> tuple[Connection, BaseProcess]:
    context = multiprocessing.get_context("forkserver")
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(job, writer), name=f"dossier {job.target}")
    process.start()
    writer.close()  # only the worker holds it now: when it dies, the reader sees the end
    return reader, process


def _heard(reader: Connection, job: Job, process: BaseProcess) -> Event:
    """Return what a worker says; its silence is a failure of its edition."""
    try:
        event: Event = reader.recv()
    except (EOFError, OSError):
        process.join()
        event = Broken(job.target, _death(process.exitcode))
    if not isinstance(event, Reached):
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()
        reader.close()
    return event


def _death(code: int | None) -> BatchError:
    if code is not None and code < 0:
        how = f"was ended by {signal.Signals(-code).name}"
        hint = "Mostly that is for want of memory: build fewer at once with -j."
    else:
        how, hint = f"ended with status {code}", "Build this edition alone to see more."
    return BatchError(f"the process that built it {how}", hint=hint)


def _work(job: Job, writer: Connection) -> None:
    """Build one edition in a worker and say so."""
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    event = _make(job, writer.send)
    if isinstance(event, Broken) and not isinstance(event.error, DossierError):
        event = Broken(job.target, fault(event.error))
    writer.send(event)


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        connection.wait([parent.sentinel])
        os._exit(1)


def fault(error: Exception) -> BatchError:
    """Return a fault of the program as an error that can be sent and shown; where it lies, for those who mend it."""
    from traceback import extract_tb

    frames = extract_tb(error.__traceback__)
    place = f", in {Path(frames[-1].filename).name} line {frames[-1].lineno}" if frames else ""
    return BatchError(
        f"a fault of the program: {type(error).__name__}: {error}{place}",
        hint="Build this edition alone: that shows all of it. Please report it.",
    )


def _make(job: Job, tell: Tell) -> Event:
    from dossier.build import build_layout

    target, started = job.target, time.perf_counter()
    try:
        built = build_layout(
            job.project, target.tag, target.layout, job.out,
            intent=job.intent, strict=job.options.strict, on_stage=lambda stage: tell(Reached(target, stage)),
        )  # fmt: skip
    except Exception as error:
        return Broken(target, error)
    return Made(target, built, time.perf_counter() - started)
