"""The key: a line that names the marks that occur, and no others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.exhibits.canvas import Box
from dossier.exhibits.chronology import marks
from dossier.exhibits.chronology.blocks import Type
from dossier.exhibits.chronology.events import ChronologyWords, TimelineEvent
from dossier.exhibits.measure import Measure
from dossier.exhibits.plate import Plate
from dossier.model.dates import Mark

Sign = Mark | Literal["enlarged", "done", "planned"]

_SIGN = 14.0
"""From the left end of an entry to its words, points at page size."""
_BETWEEN = 16.0
_LINE = 13.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign with its words; (x, y) is the middle of the sign, points from the key's top left."""

    sign: Sign
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Key:
    """A laid out key."""

    entries: tuple[Entry, ...]
    height: float


def lay_key(
    events: Sequence[TimelineEvent],
    words: ChronologyWords,
    width: float,
    type: Type,
    measure: Measure,
    *,
    enlarged: bool,
) -> Key:
    """Return the key to the marks of `events`, but for the undated, whom their caption explains.

    What is solid and what is outlined is told where something was planned.
    """
    kinds: tuple[tuple[Sign, str], ...] = (
        ("exact", words.exact),
        ("approximate", words.approximate),
        ("interval", words.interval),
        ("order", words.order),
    )
    status: tuple[tuple[Sign, str], ...] = (("done", words.done), ("planned", words.planned))
    occurring = {event.date.mark for event in events}
    shown = [kind for kind in kinds if kind[0] in occurring]
    if enlarged:
        shown.append(("enlarged", words.enlarged))
    if any(event.status == "planned" for event in events):
        shown += status
    entries: list[Entry] = []
    x, y = 0.0, _LINE / 2 * type.scale
    for sign, text in shown:
        room = _SIGN * type.scale + measure.width(text, type.key)
        if x and x + room > width:
            x, y = 0.0, y + _LINE * type.scale
        entries.append(Entry(sign, text, x + 4 * type.scale, y))
        x += room + _BETWEEN * type.scale
    return Key(tuple(entries), y + _LINE / 2 * type.scale)


def paint_key(plate: Plate, key: Key, type: Type, top: float) -> None:
    """Draw the key with its top at `top`."""
    unit = type.scale
    for entry in key.entries:
        _paint_sign(plate, entry.sign, entry.x, top + entry.y, unit)
        plate.words(entry.words, entry.x + (_SIGN - 4) * unit, top + entry.y + 0.35 * type.key.size, type.key)


def _paint_sign(plate: Plate, sign: Sign, x: float, y: float, unit: float) -> None:
    canvas = plate.canvas
    match sign:
        case "exact":
            marks.dot(canvas, x, y, "done", unit)
        case "approximate":
            marks.lens(canvas, x, y - 6 * unit, y, y + 6 * unit, "done", unit)
        case "interval":
            marks.bar(canvas, x, (y - 4 * unit, y - 4 * unit, y + 4 * unit, y + 4 * unit), "done", unit)
        case "order":
            tail = [(x, y - 6 * unit), (x, y)]
            canvas.line(tail, stroke="grey-1", width=0.6 * unit, dash=(0.6 * unit, 1.2 * unit))
            marks.arrowhead(canvas, x, y + 1.5 * unit, "down", "done", unit, echo=False)
        case "enlarged":
            box = Box(x - 4 * unit, y - 4 * unit, x + 4 * unit, y + 4 * unit)
            canvas.rect(box, fill="paper", stroke="grey-2", width=0.5 * unit)
            steps = [[(box.x0, y + step * unit), (box.x0 + 2 * unit, y + step * unit)] for step in (-2, 0, 2)]
            canvas.line(*steps, stroke="grey-2", width=0.5 * unit)
        case "done":
            canvas.rect(Box(x - 4 * unit, y - 2.5 * unit, x + 4 * unit, y + 2.5 * unit), fill="accent")
        case "planned":
            box = Box(x - 4 * unit, y - 2.5 * unit, x + 4 * unit, y + 2.5 * unit)
            canvas.rect(box, fill="paper", stroke="accent", width=0.9 * unit)
