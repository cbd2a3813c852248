"""The stretch of the chronology that is to scale: time runs down a ruler, texts stand on both sides of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.exhibits.canvas import Box
from dossier.exhibits.chronology import marks
from dossier.exhibits.chronology.axis import Axis, Stretch, divide
from dossier.exhibits.chronology.blocks import Block, Type, set_block
from dossier.exhibits.chronology.columns import Columns, Side, sides, spread
from dossier.exhibits.chronology.events import ChronologyWords, TimelineEvent
from dossier.exhibits.chronology.reach import Reach, calendar_day, day_number, reach
from dossier.exhibits.chronology.ticks import Unit, ticks
from dossier.exhibits.measure import Measure
from dossier.exhibits.plate import Plate

_STUB = 9.0
"""The part of the gutter beside the ruler that leaders cross level: bars stand there side by side."""
_LANE = 5.0
"""Between two bars that stand side by side, if there is room."""
_APART = 4.0
"""Between two days that can be told from each other."""
_CUT = 7.0
"""Between two stretches of different scale."""
_HEAD = 6.0
"""Above the axis: the half of a short lens that may stand at its beginning, points at page size."""
_EASE, _TIGHT = 0.62, 0.54
"""Natural and smallest height in terms of all texts below one another; 0.5 would leave two columns no air."""
_FEW, _EACH, _MANY, _LEAST = 150.0, 30.0, 300.0, 110.0
"""Natural height of an axis with few events, what each adds, where that ends, and the least; points at page size."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An event on the axis: its text with the y of its rule, its mark with its y and the lane that it stands in."""

    block: Block
    reach: Reach
    side: Side
    y: float
    mark_y: float
    lane: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A laid out stretch of events that have dates."""

    columns: Columns
    height: float
    axis: Axis
    top: float
    placed: tuple[Placed, ...]

    def mark_x(self, placed: Placed, unit: float) -> float:
        """Return the middle of a mark: on the edge of the ruler, or beside it among bars that overlap."""
        lanes = 1 + max(other.lane for other in self.placed)
        beside = placed.lane * min(_LANE, _STUB / lanes) * unit
        return self.columns.ruler.x0 - beside if placed.side == "left" else self.columns.ruler.x1 + beside


def lay_timeline(
    events: Sequence[TimelineEvent], columns: Columns, type: Type, measure: Measure, height: float | None = None
) -> Timeline:
    """Lay out dated events in `height` points, in more if they need it, or in what suits them."""
    blocks = [set_block(event, columns.text, type, measure) for event in events]
    reaches = [reach(event.date) for event in events]
    heights = [block.height for block in blocks]
    if height is None:
        height = max(_EASE * sum(heights), min(_FEW + _EACH * len(events), _MANY) * type.scale)
    height = max(height, _TIGHT * sum(heights), _LEAST * type.scale)
    period = min(own.first for own in reaches), max(own.last for own in reaches)
    top = _HEAD * type.scale
    # Texts hang below their marks: with this room at its foot the last ones stand level with theirs.
    foot = min(max(heights[-2:]), height / 3)
    # How far a vague date is from another says nothing, so only days have to be told from each other.
    firm = {math.floor(own.at) for own in reaches if own.fade_in == own.fade_out or own.fade_in == own.start < own.end}
    room, apart, gap = height - top - foot, _APART * type.scale, _CUT * type.scale
    axis = divide(firm, len(events), period, _rounded(*period), room, apart=apart, gap=gap)
    wanted = [top + axis.y(r.at) for r in reaches]
    chosen = sides(wanted, heights)
    ys: dict[int, float] = {}
    for side in ("left", "right"):
        members = [index for index, own in enumerate(chosen) if own == side]
        places = spread([wanted[i] for i in members], [heights[i] for i in members], height)
        ys |= dict(zip(members, places, strict=True))
        height = max(height, *(ys[i] + heights[i] for i in members), 0.0)
    lanes = _lanes(reaches, chosen)
    return Timeline(
        columns,
        height,
        axis,
        top,
        tuple(Placed(blocks[i], reaches[i], chosen[i], ys[i], wanted[i], lanes[i]) for i in range(len(events))),
    )


def _rounded(first: float, last: float) -> tuple[float, float]:
    """Return the beginning and end of an axis: whole years where it spans years, and whole months where it does not."""
    years = last - first > 4 * 366
    margin = 0.015 * (last - first) if years else 0.0
    year, month, _ = calendar_day(math.floor(first - margin))
    end_year, end_month, _ = calendar_day(math.ceil(last + margin) - 1)
    if years:
        return float(day_number((year, 1, 1))), float(day_number((end_year + 1, 1, 1)))
    after = (end_year + end_month // 12, end_month % 12 + 1, 1)
    return float(day_number((year, month, 1))), float(day_number(after))


def _lanes(reaches: Sequence[Reach], chosen: Sequence[Side]) -> list[int]:
    """Return a lane for each mark, counted from the ruler: of bars that overlap the later stands further out."""
    lanes: list[int] = []
    for index, own in enumerate(reaches):
        beside = [
            lanes[i]
            for i, other in enumerate(reaches[:index])
            if chosen[i] == chosen[index] and _lasts(other) and other.last > own.first
        ]
        lanes.append(max(beside, default=-1) + 1 if _lasts(own) else 0)
    return lanes


def _lasts(own: Reach) -> bool:
    return own.start < own.end or own.open_start or own.open_end


def paint_timeline(plate: Plate, timeline: Timeline, words: ChronologyWords, type: Type, y: float) -> None:
    """Draw `timeline` with its top at `y`."""
    for placed in timeline.placed:
        _paint_leader(plate, timeline, placed, type.scale, y)
    for stretch in timeline.axis.stretches:
        _paint_stretch(plate, timeline, stretch, words, type, y + timeline.top)
    for placed in sorted(timeline.placed, key=lambda placed: placed.block.event.date.mark == "exact"):
        _paint_mark(plate, timeline, placed, type.scale, y)
        placed.block.put(plate, timeline.columns.x(placed.side), y + placed.y)


def _paint_leader(plate: Plate, timeline: Timeline, placed: Placed, unit: float, y: float) -> None:
    columns = timeline.columns
    left = placed.side == "left"
    outer = columns.x(placed.side) + (0 if left else columns.text)
    inner = columns.x(placed.side) + (columns.text if left else 0)
    edge = columns.ruler.x0 if left else columns.ruler.x1
    stub = edge + (-_STUB if left else _STUB) * unit
    rule, mark = y + placed.y, y + placed.mark_y
    line = [(outer, rule), (inner, rule), (stub, mark), (timeline.mark_x(placed, unit), mark)]
    plate.canvas.line(line, stroke="grey-2", width=0.5 * unit)


def _paint_stretch(
    plate: Plate, timeline: Timeline, stretch: Stretch, words: ChronologyWords, type: Type, y: float
) -> None:
    ruler, last = timeline.columns.ruler, stretch is timeline.axis.stretches[-1]
    box = Box(ruler.x0, y + stretch.top, ruler.x1, y + stretch.bottom)
    if stretch.level:
        plate.canvas.rect(box, fill="paper", stroke="grey-2", width=0.5 * type.scale)
    else:
        plate.canvas.rect(box, fill="grey-4")
    for tick in ticks(stretch, 9 * type.scale, last=last):
        long = (4.5 if tick.unit == "year" else 3.0 if tick.unit == "month" else 2.0) * type.scale
        at = y + tick.y
        plate.canvas.line(
            [(ruler.x0, at), (ruler.x0 + long, at)], [(ruler.x1 - long, at), (ruler.x1, at)],
            stroke="grey-2", width=0.5 * type.scale,
        )  # fmt: skip
        if tick.number is not None:
            style = type.year if tick.unit == "year" else type.period
            baseline = y + tick.name_y + 0.35 * style.size
            plate.words(_name(tick.unit, tick.number, words), (ruler.x0 + ruler.x1) / 2, baseline, style, "middle")


def _name(unit: Unit, number: int, words: ChronologyWords) -> str:
    match unit:
        case "year":
            return words.year(number)
        case "month":
            return words.months[number - 1]
        case "day":
            return words.number(number)


def _paint_mark(plate: Plate, timeline: Timeline, placed: Placed, unit: float, y: float) -> None:
    reach = placed.reach
    x = timeline.mark_x(placed, unit)
    status = placed.block.event.status
    top, start, end, bottom = (
        y + timeline.top + timeline.axis.y(time) for time in (reach.fade_in, reach.start, reach.end, reach.fade_out)
    )
    if _lasts(reach):
        if reach.open_start:
            top = max(start - marks.ENDLESS * unit, y)
        if reach.open_end:
            bottom = end + marks.ENDLESS * unit
        marks.bar(plate.canvas, x, (top, start, end, bottom), status, unit)
    elif placed.block.event.date.mark == "exact":
        marks.dot(plate.canvas, x, start, status, unit)
    else:
        marks.lens(plate.canvas, x, top, start, bottom, status, unit)
