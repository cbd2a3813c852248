"""The signs of the chronology's key: the marks that occur, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from dossier.exhibits.canvas import Box, Canvas
from dossier.exhibits.chronology import marks
from dossier.exhibits.chronology.events import ChronologyWords, TimelineEvent
from dossier.exhibits.key import Sign, paint_status
from dossier.model.dates import Mark

Painter = Callable[[Canvas, float, float, float], None]


def signs(events: Sequence[TimelineEvent], words: ChronologyWords, *, enlarged: bool) -> Iterator[Sign]:
    """Yield the signs that `events` are drawn with; the undated have none, their caption explains them.

    What is solid and what is outlined is told where something was planned.
    """
    occurring = {event.date.mark for event in events}
    kinds: tuple[tuple[Mark, str, Painter], ...] = (
        ("exact", words.exact, _exact),
        ("approximate", words.approximate, _approximate),
        ("interval", words.interval, _interval),
        ("order", words.order, _order),
    )
    for mark, name, paint in kinds:
        if mark in occurring:
            yield Sign(name, paint)
    if enlarged:
        yield Sign(words.enlarged, _enlarged)
    if any(event.status == "planned" for event in events):
        yield Sign(words.done, partial(paint_status, status="done"))
        yield Sign(words.planned, partial(paint_status, status="planned"))


def _exact(canvas: Canvas, x: float, y: float, unit: float) -> None:
    marks.dot(canvas, x, y, "done", unit)


def _approximate(canvas: Canvas, x: float, y: float, unit: float) -> None:
    marks.lens(canvas, x, y - 6 * unit, y, y + 6 * unit, "done", unit)


def _interval(canvas: Canvas, x: float, y: float, unit: float) -> None:
    top, bottom = y - 4 * unit, y + 4 * unit
    marks.bar(canvas, x, (top, top, bottom, bottom), "done", unit)


def _order(canvas: Canvas, x: float, y: float, unit: float) -> None:
    canvas.line([(x, y - 6 * unit), (x, y)], stroke="grey-1", width=0.6 * unit, dash=(0.6 * unit, 1.2 * unit))
    marks.arrowhead(canvas, x, y + 1.5 * unit, "down", "done", unit, echo=False)


def _enlarged(canvas: Canvas, x: float, y: float, unit: float) -> None:
    box = Box(x - 4 * unit, y - 4 * unit, x + 4 * unit, y + 4 * unit)
    canvas.rect(box, fill="paper", stroke="grey-2", width=0.5 * unit)
    steps = [[(box.x0, y + step * unit), (box.x0 + 2 * unit, y + step * unit)] for step in (-2, 0, 2)]
    canvas.line(*steps, stroke="grey-2", width=0.5 * unit)
