"""How a panel is cut into the sheets of a wall proof: equal pieces that overlap, on as few sheets as can be.

Each sheet also has a legend: a strip with the name of the piece, its neighbours and a ruler. It stands below the
piece or beside it. The piece lies in the upper left of what the printer can reach, so that the sheets that are glued
over its right and its lower edge hide the legend.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from dossier.errors import UsageError
from dossier.pdf.read import Box
from dossier.units import mm, to_mm

LEGEND = mm(18)
"""How thick the legend is."""
LEGEND_LENGTH = mm(170)
"""How long it has to be at least."""
LEAST_OVERLAP, MOST_OVERLAP = mm(5), mm(50)
MOST_SHEETS = 999

Side = Literal["left", "right", "above", "below"]
_STEPS: dict[Side, tuple[int, int]] = {"left": (0, -1), "right": (0, 1), "above": (-1, 0), "below": (1, 0)}
_ROUNDING = 0.001


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of an office printer, and the margin that the printer cannot reach. Lengths are points."""

    width: float
    height: float
    margin: float

    def turned(self) -> Paper:
        """Return the same paper the other way round."""
        return Paper(self.height, self.width, self.margin)


@dataclass(frozen=True, slots=True)
class Tile:
    """A sheet by its place in the wall proof. Rows and columns count from 0 at the upper left."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """Letters for the row, a number for the column: A1, A2, B1."""
        letters, row = "", self.row + 1
        while row:
            row, letter = divmod(row - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.column + 1}"


@dataclass(frozen=True, slots=True)
class Tiling:
    """A panel of `width` by `height` in `columns` by `rows` pieces. Lengths are points."""

    width: float
    height: float
    paper: Paper
    overlap: float
    columns: int
    rows: int
    legend_beside: bool

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The sheets, row by row."""
        return tuple(Tile(row, column) for row in range(self.rows) for column in range(self.columns))

    @property
    def piece(self) -> tuple[float, float]:
        """Width and height of each piece, the overlap included."""
        return (
            (self.width + (self.columns - 1) * self.overlap) / self.columns,
            (self.height + (self.rows - 1) * self.overlap) / self.rows,
        )

    @property
    def window(self) -> Box:
        """Where the piece stands on its sheet, y upwards."""
        width, height = self.piece
        top = self.paper.height - self.paper.margin
        return Box(self.paper.margin, top - height, self.paper.margin + width, top)

    def origin(self, tile: Tile) -> tuple[float, float]:
        """Return where the piece's upper left corner is on the panel: from its left, from its top."""
        width, height = self.piece
        return tile.column * (width - self.overlap), tile.row * (height - self.overlap)

    def neighbour(self, tile: Tile, side: Side) -> Tile | None:
        """Return the sheet that lies beside `tile`, None at the edge of the panel."""
        down, across = _STEPS[side]
        row, column = tile.row + down, tile.column + across
        return Tile(row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None

    def sides(self, tile: Tile) -> frozenset[Side]:
        """Return the sides of `tile` on which it has a neighbour."""
        return frozenset(side for side in _STEPS if self.neighbour(tile, side))


def plan_tiles(width: float, height: float, paper: Paper, overlap: float) -> Tiling:
    """Return how to cut a panel of `width` by `height` points into the fewest sheets of `paper`, upright or turned.

    The pieces are as large as each other and overlap by exactly `overlap`. Of equally few sheets, upright ones with
    the legend below are taken. Raises UsageError where paper, margin and overlap leave no room, or more than
    MOST_SHEETS sheets are needed.
    """
    if not LEAST_OVERLAP - _ROUNDING <= overlap <= MOST_OVERLAP + _ROUNDING:
        raise UsageError(
            f"an overlap of {to_mm(overlap):.1f} mm",
            hint=f"Choose one from {to_mm(LEAST_OVERLAP):.0f} to {to_mm(MOST_OVERLAP):.0f} mm: it is glued.",
        )
    candidates = [
        _fit(width, height, way, overlap, beside) for way in (paper, paper.turned()) for beside in (False, True)
    ]
    tiling = min(candidates, key=lambda tiling: tiling.columns * tiling.rows)
    sheets = tiling.columns * tiling.rows
    if sheets > MOST_SHEETS:
        raise UsageError(
            f"the panel of {to_mm(width):.0f} × {to_mm(height):.0f} mm needs {sheets} sheets",
            hint=f"Choose larger paper or a smaller overlap: at most {MOST_SHEETS} sheets are numbered.",
        )
    return tiling


def _fit(width: float, height: float, paper: Paper, overlap: float, beside: bool) -> Tiling:
    room_x, room_y = paper.width - 2 * paper.margin, paper.height - 2 * paper.margin
    length = room_y if beside else room_x
    room_x, room_y = (room_x - LEGEND, room_y) if beside else (room_x, room_y - LEGEND)
    if length < LEGEND_LENGTH or min(room_x, room_y) < 2 * overlap:
        raise UsageError(
            f"a printer's margin of {to_mm(paper.margin):.0f} mm and an overlap of {to_mm(overlap):.0f} mm leave no"
            f" room on paper of {to_mm(paper.width):.0f} × {to_mm(paper.height):.0f} mm",
            hint="Choose a smaller margin, a smaller overlap or larger paper.",
        )
    columns, rows = _count(width, room_x, overlap), _count(height, room_y, overlap)
    return Tiling(width, height, paper, overlap, columns, rows, beside)


def _count(length: float, room: float, overlap: float) -> int:
    """Return how many pieces of at most `room` cover `length`, each overlapping the one before it."""
    return max(1, ceil((length - overlap - _ROUNDING) / (room - overlap)))
