"""Drawing the organisation chart: what the groups were for, who designed it, the groups, their sum, and the key."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dossier.errors import LayoutError
from dossier.exhibits.canvas import Canvas
from dossier.exhibits.key import Key, Sign, lay_key, paint_key, paint_status
from dossier.exhibits.measure import Measure
from dossier.exhibits.organisation.chart import Chart, Group, OrganisationWords, outline
from dossier.exhibits.organisation.grid import Grid, cells, grid_of, is_wide_enough, lay_grid, paint_rule
from dossier.exhibits.organisation.outline import lanes_of, lay_outline
from dossier.exhibits.organisation.parts import Part, Setting, beside, setting_for, stacked
from dossier.exhibits.organisation.people import IN_ROW, Symbol, paint_people, people_per_symbol
from dossier.exhibits.organisation.totals import lay_totals
from dossier.exhibits.plate import Plate
from dossier.model.dossier import Status
from dossier.model.exhibit import Figure
from dossier.model.strength import Strength

_PITCHES = (9.0, 8.0, 7.0, 6.0, 5.0, 4.0)
"""From one square to the next, points at page size: as large as there is room for."""
_MOST = 120
"""The most squares for one group."""
_COLUMNS = 6
_EDGE = 0.5
"""Above and below all: half of a line at the very edge would be cut off."""
_RULE = 7.0
_BETWEEN = 20.0
_ASIDE = 16.0
"""Between the groups and what stands apart, in addition to what is between two columns."""


def draw_organisation(
    chart: Chart,
    words: OrganisationWords,
    width: float,
    height: float | None,
    palette: Mapping[str, str],
    measure: Measure,
    *,
    rtl: bool = False,
    scale: float = 1.0,
    least: float = 0.0,
) -> Figure:
    """Return the chart as a figure of `width` points, as high as it needs.

    A `height` bounds it: squares become smaller until it fits. Raises LayoutError where it does not fit even so, or a
    word is wider than its column, and ValueError where there are no groups or one is under none of the others.
    `scale` multiplies type and line weights; no type is smaller than `least` points.
    """
    if not chart.groups:
        raise ValueError("an organisation chart needs a group")
    if lost := {group.id for group in chart.groups} - {group.id for _, group in outline(chart.groups)}:
        raise ValueError(f"under each other, or under no group of the chart: {', '.join(sorted(lost))}")
    people = people_per_symbol([group.strength for group in chart.groups if group.strength], _MOST)
    edge = _EDGE * scale
    for pitch in _PITCHES:
        setting = setting_for(scale, words, measure, Symbol(people, pitch * scale, 0.7 * scale), least)
        part = _lay_chart(chart, width, setting)
        needed = part.height + 2 * edge
        if height is None or needed <= height:
            plate = Plate(width, needed, palette, rtl=rtl)
            part.paint(plate, 0, edge)
            return plate.figure(setting.styles)
    raise LayoutError(
        f"the organisation chart needs {needed:.0f} pt, which is more than the {height:.0f} pt that it has",
        hint="Give its figure more height or width.",
    )


def _lay_chart(chart: Chart, width: float, setting: Setting) -> Part:
    """Return the chart: in columns, or below one another where groups are stated to be under others."""
    unit = setting.unit
    lay: Callable[[Sequence[Group]], Part]
    if any(group.under for group in chart.groups):
        grid, aside = grid_of(2, width, unit), False
        lanes = lanes_of(chart.groups, width, setting)
        setting = _fitted(setting, lanes.room)
        lay = partial(lay_outline, lanes=lanes, setting=setting)
    else:
        grid, aside = _grid(chart, width, setting)
        setting = _fitted(setting, grid.column)
        lay = partial(lay_grid, grid=grid, level=chart.groups if aside else (), setting=setting)
    columns = grid.count - (_columns(chart.apart) if aside else 0)
    planned_width = grid.span(columns)
    middle = math.ceil(columns / 2) * grid.step if columns > 1 else (planned_width + grid.gap) / 2
    head = _head(chart, planned_width, middle, setting)
    plan = _captioned(setting.words.planned if chart.apart else "", lay(chart.belonging), setting)
    sums = lay_totals(chart.totals, chart.belonging[0].status, planned_width, setting)
    key = _lay_key(chart, width, setting)
    if not chart.apart:
        return stacked([head, plan, sums, key], _BETWEEN * unit)
    done = _captioned(setting.words.done, lay(chart.apart), setting)
    if aside:
        both = beside(plan, done, planned_width + grid.gap + _ASIDE * unit)
        return stacked([head, both, sums, key], _BETWEEN * unit)
    return stacked([head, plan, sums, done, key], _BETWEEN * unit)


def _fitted(setting: Setting, room: float) -> Setting:
    """Return the setting with squares so small that a row of ten fits into `room`."""
    pitch = min(setting.symbol.pitch, room / IN_ROW)
    return replace(setting, symbol=replace(setting.symbol, pitch=pitch))


def _grid(chart: Chart, width: float, setting: Setting) -> tuple[Grid, bool]:
    """Return the columns, as many as words and squares allow, and whether what stands apart has its own at the side."""
    belonging, apart = _columns(chart.belonging), _columns(chart.apart)
    if apart and belonging + apart <= _COLUMNS:
        grid = grid_of(belonging + apart, width - _ASIDE * setting.unit, setting.unit)
        if is_wide_enough(grid, chart.groups, setting):
            return grid, True
    for count in range(min(max(belonging, apart), _COLUMNS), 1, -1):
        grid = grid_of(count, width, setting.unit)
        if is_wide_enough(grid, chart.groups, setting):
            return grid, False
    return grid_of(1, width, setting.unit), False


def _columns(groups: Sequence[Group]) -> int:
    return sum(cells(group, _COLUMNS) for group in groups)


def _head(chart: Chart, width: float, offset: float, setting: Setting) -> Part:
    """Return what the groups were for and who designed it, under a line as wide as both.

    The designers stand beside it at `offset`, or below it where half the width is too little for a word.
    """
    half = offset - grid_of(2, width, setting.unit).gap
    try:
        words = beside(*_head_words(chart, half, setting), offset)
    except LayoutError:
        words = stacked(_head_words(chart, width, setting), 4 * setting.unit)
    if not words.height:
        return words
    status = chart.belonging[0].status

    def paint(plate: Plate, x: float, y: float) -> None:
        paint_rule(plate, x, y, width, status, setting.unit)
        words.paint(plate, x, y + _RULE * setting.unit)

    return Part(_RULE * setting.unit + words.height, paint)


def _head_words(chart: Chart, width: float, setting: Setting) -> tuple[Part, Part]:
    name, text = setting.block(chart.name, setting.root, width), setting.block(chart.text, setting.text, width)
    designers = [setting.block(designer, setting.name, width) for designer in chart.designers]
    caption = setting.block(setting.words.designed_by if designers else "", setting.caption, width)
    return stacked([name, text], 2 * setting.unit), stacked([caption, *designers], 0)


def _captioned(caption: str, part: Part, setting: Setting) -> Part:
    width = setting.measure.width(caption, setting.caption) + setting.unit
    return stacked([setting.block(caption, setting.caption, width), part], 4 * setting.unit)


def _lay_key(chart: Chart, width: float, setting: Setting) -> Part:
    signs = tuple(_signs(chart, setting))
    key = lay_key(signs, setting.key, width, setting.unit, setting.measure)
    return Part(key.height, partial(_paint_key, key))


def _paint_key(key: Key, plate: Plate, x: float, y: float) -> None:
    paint_key(plate, key, x, y)


def _signs(chart: Chart, setting: Setting) -> Iterator[Sign]:
    """Yield the signs that occur: a square, a paler one, and where no caption does so what was planned and done."""
    strengths = [group.strength for group in chart.groups if group.strength]
    symbol = replace(setting.symbol, pitch=9 * setting.unit)
    status: Status = chart.belonging[0].status

    def square(canvas: Canvas, x: float, y: float, _: float, *, strength: Strength) -> None:
        at = symbol.side / 2
        paint_people(canvas, strength, status, x - at, y - at, 1, symbol, across=False)

    one = symbol.people
    if strengths:
        yield Sign(setting.words.symbol(one), partial(square, strength=Strength(one, one)))
    if any(strength.low < strength.high for strength in strengths):
        yield Sign(setting.words.uncertain, partial(square, strength=Strength(0, one)))
    if not chart.apart and len({group.status for group in chart.groups}) == 2:
        yield Sign(setting.words.planned, partial(paint_status, status="planned"))
        yield Sign(setting.words.done, partial(paint_status, status="done"))
