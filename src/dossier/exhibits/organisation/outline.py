"""Groups below one another, each under the one that commands it, with their squares from a common edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.exhibits.organisation.chart import Group, outline
from dossier.exhibits.organisation.parts import Part, Setting
from dossier.exhibits.organisation.people import IN_ROW, paint_people
from dossier.exhibits.plate import Plate
from dossier.model.exhibit import LabelStyle
from dossier.model.strength import Strength

_INDENT = 12.0
_NAMES = 0.36
"""The part of the width that names take."""
_GAP = 10.0
_BETWEEN = 5.0


@dataclass(frozen=True, slots=True)
class Lanes:
    """The right end of names and numbers, where squares begin, and the room that they have, points."""

    names: float
    numbers: float
    squares: float
    room: float


@dataclass(frozen=True, slots=True)
class Row:
    """A group with its name set at its indent, and the row of the group that it is under."""

    group: Group
    name: Part
    x: float
    y: float
    above: Row | None


def lanes_of(groups: Sequence[Group], width: float, setting: Setting) -> Lanes:
    """Return where names, numbers and squares of a hierarchy stand."""
    numbers = max(setting.measure.width(*_number(group, setting)) for group in groups)
    end = _NAMES * width + numbers + _GAP * setting.unit
    squares = end + _GAP * setting.unit
    return Lanes(_NAMES * width, end, squares, width - squares)


def lay_outline(groups: Sequence[Group], lanes: Lanes, setting: Setting) -> Part:
    """Lay out a hierarchy; lines join a group to those that are stated to be under it."""
    unit, symbol = setting.unit, setting.symbol
    in_row = max(int((lanes.room + symbol.pitch - symbol.side) // symbol.pitch) // IN_ROW * IN_ROW, IN_ROW)
    told = tuple(outline(groups))
    indent = min(_INDENT * unit, lanes.names / 2 / max(1, *(depth for depth, _ in told)))
    rows: list[Row] = []
    line: list[Row] = []
    y = 0.0
    for depth, group in told:
        x = depth * indent
        name = setting.block(group.name, setting.text if depth else setting.name, lanes.names - x)
        row = Row(group, name, x, y, line[depth - 1] if depth else None)
        line[depth:] = [row]
        rows.append(row)
        squares = symbol.rows(_whole(group.strength), in_row) * symbol.pitch if group.strength else 0.0
        y += max(name.height, squares) + _BETWEEN * unit

    def paint(plate: Plate, left: float, top: float) -> None:
        for row in rows:
            _paint_row(plate, row, left, top, lanes, in_row, setting)

    return Part(y - _BETWEEN * unit, paint)


def _paint_row(plate: Plate, row: Row, left: float, top: float, lanes: Lanes, in_row: int, setting: Setting) -> None:
    unit, at = setting.unit, top + row.y
    if row.above:
        stem, start = left + row.above.x + 3 * unit, top + row.above.y + row.above.name.height + unit
        middle = at + 0.62 * setting.text.size
        elbow = [(stem, start), (stem, middle), (left + row.x - 2 * unit, middle)]
        plate.canvas.line(elbow, stroke="grey-2", width=0.6 * unit)
    row.name.paint(plate, left + row.x, at)
    number, style = _number(row.group, setting)
    plate.words(number, left + lanes.numbers, at + 0.95 * style.size, style, "end")
    if row.group.strength:
        x, y = left + lanes.squares, at + unit
        people = _whole(row.group.strength)
        paint_people(plate.canvas, people, row.group.status, x, y, in_row, setting.symbol, across=False)


def _number(group: Group, setting: Setting) -> tuple[str, LabelStyle]:
    return (group.number, setting.text) if group.number else (setting.words.unknown, setting.caption)


def _whole(strength: Strength) -> Strength:
    return Strength(strength.least, strength.most)
