"""What the groups are together: a bar of as many squares, against the number that a source states."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dossier.errors import LayoutError
from dossier.exhibits.organisation.chart import Total
from dossier.exhibits.organisation.parts import Part, Setting, stacked
from dossier.exhibits.organisation.people import paint_people
from dossier.exhibits.plate import Plate
from dossier.model.dossier import Status

_HIGH = 5
"""Squares above one another in a bar, at least."""
_BELOW = 5.0
"""Between the bar and the words below it, points at page size."""
_POINTER = 12.0
"""From the words to the pointer's corner, at least."""


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
    ends = [other.strength.most * column - (symbol.pitch - symbol.side) / 2 for other in stated]
    words = [_words(other.text, end - _POINTER * unit, width, setting) for other, end in zip(stated, ends, strict=True)]

    def paint(plate: Plate, x: float, y: float) -> None:
        head.paint(plate, x, y)
        paint_people(plate.canvas, total.strength, status, x, y + bar_y, high, symbol, across=True)
        at = y + foot_y
        for end, (part, first) in zip(ends, words, strict=True):
            part.paint(plate, x, at)
            start, to, line = x + first + 5 * unit, x + end, at + 0.6 * setting.text.size
            if start < to:
                pointer = [(start, line), (to, line), (to, y + bar_y - 2 * unit)]
                plate.canvas.line(pointer, stroke="grey-1", width=0.6 * unit)
            at += part.height

    return Part(foot_y + sum(part.height for part, _ in words), paint)


def _words(text: str, room: float, width: float, setting: Setting) -> tuple[Part, float]:
    """Return `text` in `room`, or in `width` where that is too little for a word, and how wide its first line is."""
    try:
        lines = setting.lines(text, setting.text, room)
    except LayoutError:
        room, lines = width, setting.lines(text, setting.text, width)
    return setting.block(text, setting.text, room), setting.measure.width(lines[0], setting.text)
