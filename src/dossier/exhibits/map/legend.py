"""Below a map: of when it is, its scale, and what its signs mean, in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.exhibits.canvas import Box, Canvas
from dossier.exhibits.map.kit import Kit
from dossier.exhibits.map.signs import Signs
from dossier.exhibits.map.words import LegendEntry
from dossier.model.exhibit import Anchor, Label

_COLUMN = 148.0
"""The least width of a column, points at scale 1."""
_GUTTER = 16.0
_SIGN = Box(0, 0, 20.0, 9.0)
_INDENT = 27.0
_BETWEEN = 3.5
_BAR = 3.0


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry of the legend, wrapped to its column."""

    entry: LegendEntry
    lines: tuple[str, ...]
    height: float


class Legend:
    """The legend of a map `width` points wide, set in as many columns as fit; its first one holds date and scale."""

    def __init__(self, kit: Kit, width: float) -> None:
        self.kit = kit
        self.width = width
        gutter = _GUTTER * kit.scale
        self.columns = max(1, int((width + gutter) / (_COLUMN * kit.scale + gutter)))
        self.column = (width - (self.columns - 1) * gutter) / self.columns
        self.situation = kit.measure.wrap(kit.words.situation, kit.styles["situation"], self.column)
        self.entries = self._balanced([self._wrapped(entry) for entry in kit.words.legend])
        heights = [sum(line.height for line in column) for column in self.entries]
        head = self._head_height()
        self.height = head + heights[0] if self.columns == 1 else max(head, *heights)

    def draw(self, canvas: Canvas, signs: Signs, top: float, per_km: float) -> list[Label]:
        """Draw the legend from `top` down, its scale for `per_km` points to a kilometre; return its words."""
        labels = self._head(canvas, top, per_km)
        for number, column in enumerate(self.entries):
            y = top + (self._head_height() if self.columns == 1 else 0.0)
            for line in column:
                labels += self._entry(line, number if self.columns == 1 else number + 1, y, signs)
                y += line.height
        return labels

    def _wrapped(self, entry: LegendEntry) -> _Line:
        style = self.kit.styles["legend"]
        lines = self.kit.measure.wrap(entry.text, style, self.column - _INDENT * self.kit.scale)
        height = len(lines) * self.kit.measure.leading(style) + _BETWEEN * self.kit.scale
        return _Line(entry, lines, height)

    def _balanced(self, lines: Sequence[_Line]) -> list[list[_Line]]:
        """Return the entries in columns, in order, the tallest as low as can be."""
        count = max(1, self.columns - 1)
        limits = sorted({sum(line.height for line in lines[a:b]) for b in range(1, len(lines) + 1) for a in range(b)})
        for limit in limits:
            columns: list[list[_Line]] = [[]]
            for line in lines:
                if columns[-1] and sum(other.height for other in columns[-1]) + line.height > limit + 1e-6:
                    columns.append([])
                columns[-1].append(line)
            if len(columns) <= count and all(sum(line.height for line in column) <= limit + 1e-6 for column in columns):
                return columns
        return [[]]

    def _head_height(self) -> float:
        style = self.kit.styles["situation"]
        text = len(self.situation) * self.kit.measure.leading(style) if self.kit.words.situation else 0.0
        return text + (_BAR + 14.0) * self.kit.scale

    def _head(self, canvas: Canvas, top: float, per_km: float) -> list[Label]:
        kit, style = self.kit, self.kit.styles["situation"]
        left = self._x(0)
        labels = []
        y = top
        if kit.words.situation:
            labels.append(
                self._words("\n".join(self.situation), 0, 0.0, top + kit.measure.size(style) * 0.95, "situation")
            )
            y += len(self.situation) * kit.measure.leading(style)
        length = _round_length(self.column * 0.62 / per_km)
        bar = length * per_km
        x = left + self.column - bar if kit.words.rtl else left
        y += 5 * kit.scale
        foot = y + _BAR * kit.scale
        canvas.rect(Box(x, y, x + bar, foot), fill="paper", stroke="ink", width=0.4 * kit.scale)
        for part in (0, 2):
            canvas.rect(Box(x + bar * part / 4, y, x + bar * (part + 1) / 4, foot), fill="ink")
        scale = kit.styles["scale"]
        text = kit.words.kilometres(length)
        drop = kit.measure.extent(text, scale).ascent / 2
        middle = y + _BAR * kit.scale / 2 + drop
        labels.append(self._words(text, 0, bar + 4 * kit.scale, middle, "scale"))
        return labels

    def _entry(self, line: _Line, column: int, top: float, signs: Signs) -> list[Label]:
        kit, style = self.kit, self.kit.styles["legend"]
        left = self._x(column)
        width = _SIGN.width * kit.scale
        x = left + self.column - width if kit.words.rtl else left
        box = Box(x, top, x + width, top + _SIGN.height * kit.scale)
        words = self._words(
            "\n".join(line.lines), column, _INDENT * kit.scale, top + kit.measure.size(style) * 0.95, "legend"
        )
        return [words, *signs.draw(line.entry, box)]

    def _words(self, text: str, column: int, indent: float, y: float, style: str) -> Label:
        anchor: Anchor = "end" if self.kit.words.rtl else "start"
        left = self._x(column)
        return Label(text, left + self.column - indent if self.kit.words.rtl else left + indent, y, style, anchor)

    def _x(self, column: int) -> float:
        step = self.column + _GUTTER * self.kit.scale
        return (self.columns - 1 - column if self.kit.words.rtl else column) * step


def _round_length(most: float) -> int:
    """Return the longest of 1, 2 or 5 times a power of ten that is no longer than `most`, at least 1."""
    power = 1
    while power * 10 <= most:
        power *= 10
    return next((power * digit for digit in (5, 2) if power * digit <= most), power)
