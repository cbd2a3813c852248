"""How far a batch is, on stderr: a bar on a terminal, and a line for each edition with the time left."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Course:
    """Shows how far the editions of a batch are; each goes through so many stages."""

    def __init__(self, bar: Progress, editions: int, stages: int, *, lines: bool) -> None:
        self._bar, self._editions, self._stages, self._lines = bar, editions, stages, lines
        self._done = 0
        self._reached: dict[str, int] = {}
        self._task: TaskID = bar.add_task("", total=editions * stages, left="")

    def reach(self, edition: str, stage: str) -> None:
        """Show that `edition` has begun a stage."""
        self._reached[edition] = self._reached.get(edition, 0) + 1
        self._update(description=f"{edition}: {stage}")

    def end(self, edition: str, outcome: str, left: float | None) -> None:
        """Show what became of `edition`, and how many seconds the others may take."""
        self._done += 1
        self._reached.pop(edition, None)
        others = self._done < self._editions
        told = f", {in_words(left)} left" if others and left is not None else ""
        self._update(left=told.removeprefix(", "))
        if self._lines:
            click.echo(f"[{self._done}/{self._editions}] {edition}: {outcome}{told}", err=True)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while something else is printed, which would run into it."""
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()

    def _update(self, **shown: str) -> None:
        begun = sum(max(0, reached - 1) for reached in self._reached.values())
        self._bar.update(self._task, completed=self._done * self._stages + begun, **shown)  # type: ignore[arg-type]


@contextmanager
def course(editions: int, stages: int, *, lines: bool) -> Iterator[Course]:
    """Yield what shows the course of a batch; with `lines` each edition gets a line, beside the bar of a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description:<28}"), BarColumn(24), TimeElapsedColumn(), TextColumn("{task.fields[left]}")
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield Course(bar, editions, stages, lines=lines)


def in_words(seconds: float) -> str:
    """Return a time to wait, in minutes rounded up: nobody needs to know it better."""
    minutes = math.ceil(seconds / 60)
    return "less than a minute" if minutes <= 1 else f"about {minutes} min"
