"""What the groups are together: a bar of as many squares, against the number that a source states."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dossier.exhibits.organisation.chart import Total
from dossier.exhibits.organisation.parts import Part, Setting, stacked
from dossier.exhibits.organisation.people import paint_people
from dossier.exhibits.plate import Plate
from dossier.model.dossier import Status

_HIGH = 5
"""Squares above one another in a bar, at least."""
_BELOW = 5.0
"""Between the bar and the words below it, points at page size."""


def lay_totals(totals: Sequence[Total], status: Status, width: float, setting: Setting) -> Part:
    """Lay out the sums as bars with their words above, and below each the stated numbers with a pointer to the bar."""
    derived = [total for total in totals if not total.stated]
    stated = [total for total in totals if total.stated]
    if not derived:
        return stacked([setting.block(total.text, setting.text, width) for total in stated], 2 * setting.unit)
    return stacked(
        [_lay_bar(total, stated if total is derived[0] else (), status, width, setting) for total in derived],
        10 * setting.unit,
    )


def _lay_bar(total: Total, stated: Sequence[Total], status: Status, width: float, setting: Setting) -> Part:
    unit, symbol = setting.unit, setting.symbol
    squares = total.strength.most / symbol.people
    high = max(_HIGH, math.ceil(squares / (width // symbol.pitch)))
    column = symbol.pitch / (high * symbol.people)
    head = setting.block(total.text, setting.name, width)
    bar_y = head.height + 4 * unit
    foot_y = bar_y + high * symbol.pitch + _BELOW * unit
    words = [setting.block(other.text, setting.text, width) for other in stated]

    def paint(plate: Plate, x: float, y: float) -> None:
        head.paint(plate, x, y)
        paint_people(plate.canvas, total.strength, status, x, y + bar_y, high, symbol, across=True)
        at = y + foot_y
        for other, part in zip(stated, words, strict=True):
            part.paint(plate, x, at)
            end = x + setting.measure.width(setting.lines(other.text, setting.text, width)[0], setting.text) + 5 * unit
            to = x + other.strength.most * column - (symbol.pitch - symbol.side) / 2
            line = at + 0.6 * setting.text.size
            if end < to:
                pointer = [(end, line), (to, line), (to, y + bar_y - 2 * unit)]
                plate.canvas.line(pointer, stroke="grey-1", width=0.6 * unit)
            at += part.height

    return Part(foot_y + sum(part.height for part in words), paint)
