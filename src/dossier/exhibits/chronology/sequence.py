"""The part of the chronology without a scale: arrows where a source states an order, nothing where it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Literal, TypeVar

from dossier.exhibits.chronology import marks
from dossier.exhibits.chronology.blocks import Block, Type, set_block
from dossier.exhibits.chronology.columns import Columns, Side
from dossier.exhibits.chronology.events import ChronologyWords, Node, TimelineEvent
from dossier.exhibits.measure import Measure
from dossier.exhibits.plate import Plate

T = TypeVar("T")

_CAPTION = 16.0
"""From the line above a section to its first text, points at page size."""
_PARTED = 5.0
"""Below a tree, in addition to what is below a text."""
_INDENT = 13.0
_TEXT = 9.0
"""From the middle of a mark to its text, points at page size."""
_MARK = 4.0
"""Half the room of a mark."""
_NARROWEST = 0.6
"""The part of a column that is left to the text, however deep it is indented."""

Way = Literal["first", "down", "right"]


@dataclass(frozen=True, slots=True)
class Row:
    """An event in the order. `way` says how an arrow reaches it from the row `parent`; all lengths are points."""

    block: Block
    way: Way
    parent: int
    x: float
    y: float

    @property
    def mark_y(self) -> float:
        """The height at which its mark stands."""
        return self.y + self.block.middle


@dataclass(frozen=True, slots=True)
class Group:
    """What hangs together by stated orders: it is not parted."""

    rows: tuple[Row, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Section:
    """Groups in two columns, each column with a caption in lines, or under that of the first."""

    captions: tuple[tuple[str, ...], tuple[str, ...]]
    groups: tuple[tuple[Group, ...], tuple[Group, ...]]
    head: float
    height: float


def _lay_group(tree: Node, width: float, type: Type, measure: Measure) -> Group:
    """Lay out a tree in a column of `width` points.

    One follower stands below, the arrow points down. Several followers of one event have no stated order among
    themselves: they are indented, and the arrows point sideways.
    """
    unit = type.scale
    indent = min(_INDENT * unit, (1 - _NARROWEST) * width / max(_depth(tree), 1))
    rows: list[Row] = []
    bottom = 0.0

    def add(node: Node, way: Way, depth: int, parent: int) -> None:
        nonlocal bottom
        x = _MARK * unit + depth * indent
        block = set_block(node.event, width - x - _TEXT * unit, type, measure, echo=node.echo)
        here = len(rows)
        rows.append(Row(block, way, parent, x, bottom))
        bottom += block.height
        alone = len(node.followers) == 1
        for follower in node.followers:
            add(follower, "down" if alone else "right", depth if alone else depth + 1, here)

    add(tree, "first", 0, 0)
    return Group(tuple(rows), bottom + (_PARTED * unit if len(rows) > 1 else 0.0))


def _depth(tree: Node) -> int:
    deeper = 1 if len(tree.followers) > 1 else 0
    return max((deeper + _depth(follower) for follower in tree.followers), default=0)


def lay_sections(
    trees: Sequence[Node],
    alone: Sequence[TimelineEvent],
    columns: Columns,
    words: ChronologyWords,
    type: Type,
    measure: Measure,
    room: float,
) -> tuple[Section, ...]:
    """Return what has no date in sections that fit into `room`.

    What has an order and what has none stand side by side, or one below the other where that is lower.
    """
    ordered, others = (
        tuple(_lay_group(node, columns.text, type, measure) for node in nodes)
        for nodes in (trees, [Node(event) for event in alone])
    )
    caption = partial(_section, columns=columns, type=type, measure=measure)
    stacked: list[Section] = []
    for name, groups in ((words.not_to_scale, ordered), (words.undated, others)):
        for count in range(1, len(groups) + 1):
            sections = [caption((name, ""), _balanced(part)) for part in even(groups, count)]
            if all(section.height <= room for section in sections):
                break
        stacked += sections if groups else ()
    beside = caption((words.not_to_scale, words.undated), (ordered, others))
    if ordered and others and beside.height <= min(sum(section.height for section in stacked), room):
        return (beside,)
    return tuple(stacked)


def _section(
    captions: tuple[str, str],
    groups: tuple[tuple[Group, ...], tuple[Group, ...]],
    columns: Columns,
    type: Type,
    measure: Measure,
) -> Section:
    first, second = (measure.wrap(caption, type.caption, columns.text) for caption in captions)
    lines = max(len(first), len(second)) - 1
    head = _CAPTION * type.scale + lines * type.caption.leading * type.caption.size
    height = max(sum(group.height for group in column) for column in groups)
    return Section((first, second), groups, head, head + height)


def _balanced(groups: Sequence[Group]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return the groups in two columns, in their order, of which the higher is as low as can be."""
    heights = [group.height for group in groups]
    split = min(range(1, len(groups) + 1), key=lambda split: max(sum(heights[:split]), sum(heights[split:])))
    return tuple(groups[:split]), tuple(groups[split:])


def even(items: Sequence[T], count: int) -> list[Sequence[T]]:
    """Return `items` in `count` runs of nearly the same length."""
    cuts = [round(index * len(items) / count) for index in range(count + 1)]
    return [items[start:end] for start, end in pairwise(cuts)]


def paint_section(plate: Plate, section: Section, columns: Columns, type: Type, y: float) -> None:
    """Draw a section with its top at `y`: a dotted line, for an axis without a scale, and what stands below it."""
    unit = type.scale
    plate.canvas.line([(0, y), (columns.width, y)], stroke="grey-2", width=0.8 * unit, dash=(0.8 * unit, 2.4 * unit))
    sides: tuple[Side, Side] = ("left", "right")
    for side, caption, groups in zip(sides, section.captions, section.groups, strict=True):
        if any(caption):
            plate.words("\n".join(caption), columns.x(side), y + 11 * unit, type.caption)
        top = y + section.head
        for group in groups:
            _paint_group(plate, group, columns.x(side), top, unit)
            top += group.height


def _paint_group(plate: Plate, group: Group, x: float, y: float, unit: float) -> None:
    """Draw a group with its top left at (x, y)."""
    canvas = plate.canvas
    for row in group.rows:
        at_x, at_y = x + row.x, y + row.mark_y
        if row.way != "first":
            from_x, from_y = x + group.rows[row.parent].x, y + group.rows[row.parent].mark_y + _MARK * unit
            corner = [(from_x, from_y), (from_x, at_y)] if row.way == "right" else [(from_x, from_y)]
            end = (at_x - 3 * unit, at_y) if row.way == "right" else (at_x, at_y - 3 * unit)
            canvas.line([*corner, end], stroke="grey-1", width=0.6 * unit, dash=(0.6 * unit, 2 * unit))
            marks.arrowhead(canvas, at_x, at_y, row.way, row.block.event.status, unit, echo=row.block.echo)
        elif row.block.echo:
            marks.echo(canvas, at_x, at_y, unit)
        else:
            marks.square(canvas, at_x, at_y, row.block.event.status, unit)
        row.block.put(plate, at_x + _TEXT * unit, y + row.y)
