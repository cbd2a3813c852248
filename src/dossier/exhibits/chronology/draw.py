"""Drawing the chronology: the time axis, below it what has an order only, and the key to the marks that occur."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from dossier.exhibits.chronology.blocks import type_for
from dossier.exhibits.chronology.columns import lay_columns
from dossier.exhibits.chronology.events import ChronologyWords, TimelineEvent, dated, order_trees
from dossier.exhibits.chronology.sequence import Section, even, lay_sections, paint_section
from dossier.exhibits.chronology.signs import signs
from dossier.exhibits.chronology.timeline import Timeline, lay_timeline, paint_timeline
from dossier.exhibits.key import Key, lay_key, paint_key
from dossier.exhibits.measure import Measure
from dossier.exhibits.plate import Plate
from dossier.model.exhibit import Figure

_BETWEEN = 14.0
"""Between two parts of a figure, points at page size."""
_EDGE = 0.5
"""Above and below all: half of a line at the very edge would be cut off."""

Part = Timeline | Section | Key
Lay = Callable[[Sequence[TimelineEvent], float | None], Timeline]


def draw_chronology(
    events: Sequence[TimelineEvent],
    words: ChronologyWords,
    width: float,
    height: float | None,
    palette: Mapping[str, str],
    measure: Measure,
    *,
    rtl: bool = False,
    scale: float = 1.0,
    least: float = 0.0,
) -> tuple[Figure, ...]:
    """Return the chronology in figures of `width` points.

    Without a `height` it is one figure, as high as it needs. With one it is a figure of that height or, where the
    events need more, several of which none is higher unless what belongs together is. `scale` multiplies type and
    line weights; no type is smaller than `least` points. Raises LayoutError where a word is wider than its column,
    ValueError where the order of events is impossible or there are none.
    """
    if not events:
        raise ValueError("a chronology needs an event")
    type = type_for(scale, least)
    columns = lay_columns(events, width, words, type, measure)
    room = math.inf if height is None else height - 2 * _EDGE * scale
    trees, alone = order_trees(events)

    def lay(part: Sequence[TimelineEvent], high: float | None) -> Timeline:
        return lay_timeline(part, columns, type, measure, high)

    timelines = _timelines(dated(events), lay, room)
    enlarged = any(stretch.level for timeline in timelines for stretch in timeline.axis.stretches)
    key = lay_key(tuple(signs(events, words, enlarged=enlarged)), type.key, width, scale, measure)
    parts: list[Part] = [
        *timelines,
        *lay_sections(trees, alone, columns, words, type, measure, room),
        *((key,) if key.places else ()),
    ]
    between, edge = _BETWEEN * scale, _EDGE * scale
    figures = []
    for page in _grown(_packed(parts, room, between), lay, room, between):
        plate = Plate(width, _height(page, between) + 2 * edge, palette, rtl=rtl)
        y = edge
        for part in page:
            match part:
                case Timeline():
                    paint_timeline(plate, part, words, type, y)
                case Section():
                    paint_section(plate, part, columns, type, y)
                case Key():
                    paint_key(plate, part, 0, y)
            y += part.height + between
        figures.append(plate.figure(type.styles))
    return tuple(figures)


def _timelines(events: Sequence[TimelineEvent], lay: Lay, room: float) -> Sequence[Timeline]:
    """Return the events in as few timelines as fit into `room`, with about the same number in each.

    They are as low as can be, unless the room has no end.
    """
    height = None if room == math.inf else 0.0
    timelines: Sequence[Timeline] = ()
    for count in range(1, len(events) + 1):
        timelines = [lay(part, height) for part in even(events, count)]
        if all(timeline.height <= room for timeline in timelines):
            break
    return timelines


def _packed(parts: Sequence[Part], room: float, between: float) -> list[list[Part]]:
    """Return the parts on as few pages as their order allows."""
    pages: list[list[Part]] = []
    for part in parts:
        if pages and _height([*pages[-1], part], between) <= room:
            pages[-1].append(part)
        else:
            pages.append([part])
    return pages


def _grown(pages: list[list[Part]], lay: Lay, room: float, between: float) -> list[list[Part]]:
    """Return the pages filled: on a larger scale time uses the room that is left, on a last page only what suits it."""
    if room == math.inf:
        return pages
    grown: list[list[Part]] = []
    for page in pages:
        slack = max(room - _height(page, between), 0.0)
        last = 0 < len(grown) == len(pages) - 1
        grown.append([_filled(part, slack, lay, last=last) if isinstance(part, Timeline) else part for part in page])
    return grown


def _filled(timeline: Timeline, slack: float, lay: Lay, *, last: bool) -> Timeline:
    events = [placed.block.event for placed in timeline.placed]
    natural = lay(events, None).height if last else math.inf
    return lay(events, min(timeline.height + slack, max(natural, timeline.height)))


def _height(parts: Sequence[Part], between: float) -> float:
    return sum(part.height for part in parts) + between * (len(parts) - 1)
