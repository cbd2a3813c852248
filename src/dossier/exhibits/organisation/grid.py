"""Groups side by side in columns of equal width, where no group is under another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.exhibits.organisation.chart import Group
from dossier.exhibits.organisation.parts import Part, Setting, stacked
from dossier.exhibits.organisation.people import IN_ROW, paint_people
from dossier.exhibits.plate import Plate
from dossier.model.dossier import Status
from dossier.model.strength import Strength

GAP = 14.0
"""Between columns, points at page size."""
_RULE = 6.0
_ROWS = 16.0
_LEAST = 60.0


@dataclass(frozen=True, slots=True)
class Grid:
    """`count` columns of `column` points, `gap` apart."""

    count: int
    column: float
    gap: float

    def span(self, cells: int) -> float:
        """Return the width of so many columns with the gaps between them."""
        return cells * self.column + (cells - 1) * self.gap

    @property
    def step(self) -> float:
        """From one column to the next."""
        return self.column + self.gap


def grid_of(count: int, width: float, unit: float) -> Grid:
    """Return a grid of `count` columns in `width` points."""
    gap = GAP * unit
    return Grid(count, (width - gap * (count - 1)) / count, gap)


def is_wide_enough(grid: Grid, groups: Sequence[Group], setting: Setting) -> bool:
    """Tell whether the words and the squares of every group fit into the columns it takes."""
    words = [
        (word, style)
        for group in groups
        for text, style in ((group.name, setting.name), (group.number or setting.words.unknown, setting.number))
        for word in setting.measure.wrap(text, style, 0.0)  # what cannot be broken, ideographs apart
    ]
    widest = max((setting.measure.width(word, style) for word, style in words), default=0.0)
    return grid.column >= max(widest, _LEAST * setting.unit)


def cells(group: Group, count: int) -> int:
    """Return how many columns a group takes: two assault groups take two, if there are as many columns."""
    times = group.strength.times if group.strength else 1
    return times if times <= count else 1


def lay_grid(groups: Sequence[Group], grid: Grid, level: Sequence[Group], setting: Setting) -> Part:
    """Lay out groups in rows; names, numbers and squares of a row stand level, and with those of `level`."""
    rows = [_lay_row(row, grid, level or row, setting) for row in _rows(groups, grid.count)]
    return stacked(rows, _ROWS * setting.unit)


def _rows(groups: Sequence[Group], count: int) -> Iterator[list[Group]]:
    row: list[Group] = []
    for group in groups:
        if row and sum(cells(other, count) for other in row) + cells(group, count) > count:
            yield row
            row = []
        row.append(group)
    if row:
        yield row


def _lay_row(row: Sequence[Group], grid: Grid, level: Sequence[Group], setting: Setting) -> Part:
    unit, symbol = setting.unit, setting.symbol
    spans = [cells(group, grid.count) for group in row]
    names = [_name(group, grid, setting) for group in row]
    numbers = [_number(group, grid.span(n), setting) for group, n in zip(row, spans, strict=True)]
    swarms = [_swarm(group, n) for group, n in zip(row, spans, strict=True)]
    number_y = _RULE * unit + max(_name(group, grid, setting).height for group in level) + 2 * unit
    squares_y = number_y + max(part.height for part in numbers) + 5 * unit
    lines = max(symbol.rows(swarm, IN_ROW) if swarm else 0 for swarm in swarms)

    def paint(plate: Plate, x: float, y: float) -> None:
        for group, span, name, number, swarm in zip(row, spans, names, numbers, swarms, strict=True):
            paint_rule(plate, x, y, grid.span(span), group.status, unit)
            name.paint(plate, x, y + _RULE * unit)
            number.paint(plate, x, y + number_y)
            for place in range(span):
                at = x + place * grid.step
                if swarm:
                    paint_people(plate.canvas, swarm, group.status, at, y + squares_y, IN_ROW, symbol, across=False)
            x += grid.span(span) + grid.gap

    return Part(squares_y + lines * symbol.pitch, paint)


def _name(group: Group, grid: Grid, setting: Setting) -> Part:
    return setting.block(group.name, setting.name, grid.span(cells(group, grid.count)))


def _number(group: Group, width: float, setting: Setting) -> Part:
    if group.number:
        return setting.block(group.number, setting.number, width)
    return setting.block(setting.words.unknown, setting.caption, width)


def _swarm(group: Group, span: int) -> Strength | None:
    """Return the strength that one column of a group shows."""
    strength = group.strength
    if strength is None or span == strength.times:
        return strength
    return Strength(strength.least, strength.most)


def paint_rule(plate: Plate, x: float, y: float, width: float, status: Status, unit: float) -> None:
    """Draw the line at the head of what was planned, a thin one, or done, a strong one."""
    if status == "done":
        plate.canvas.line([(x, y + 0.9 * unit), (x + width, y + 0.9 * unit)], stroke="accent", width=1.8 * unit)
    else:
        plate.canvas.line([(x, y), (x + width, y)], stroke="accent", width=0.8 * unit, dash=(3 * unit, 2 * unit))
