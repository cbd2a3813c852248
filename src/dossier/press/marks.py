"""The sheet round a panel: crop marks, register marks, colour bar, and the line along which it is cut.

Marks lie in the slug, outside the bleed. Those for the hand and the eye are in the separation All, which is on every
plate (ISO 32000-1, 8.6.6.4). Words of the slug are typeset like all others and laid on: `slug_line` says where.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from dossier.errors import LayoutError
from dossier.pdf.read import Box
from dossier.press import bar
from dossier.press.drawing import draw_pages, separation
from dossier.units import mm, to_mm

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

CUT_CONTOUR = "CutContour"
"""The name by which cutting tables know the line that they follow."""

_WEIGHT = 0.25
_GAP = mm(1)
_DEPTH = mm(6)
"""Length of a crop mark; register marks, colour bar and slug line are as deep."""
_RADIUS = mm(2)
_CLEAR = mm(2)
"""Left free between what stands side by side in the slug."""


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """What is drawn round the trim. The cut contour is a spot ink on the trim itself, for a cutting table."""

    crops: bool
    register: bool
    colour_bar: bool
    cut_contour: bool = False

    @property
    def any_in_slug(self) -> bool:
        """Whether the slug holds anything."""
        return self.crops or self.register or self.colour_bar


MARKS: Mapping[str, SheetMarks] = MappingProxyType(
    {
        "none": SheetMarks(crops=False, register=False, colour_bar=False),
        "crops": SheetMarks(crops=True, register=False, colour_bar=False),
        "full": SheetMarks(crops=True, register=True, colour_bar=True),
    }
)


@dataclass(frozen=True, slots=True)
class PressSheet:
    """The trim of a panel, and how far bleed and slug reach beyond it. Lengths are points.

    Places on it are measured from the trim's lower left corner, y upwards.
    """

    width: float
    height: float
    bleed: float
    slug: float
    marks: SheetMarks

    @property
    def slug_line(self) -> Box | None:
        """The room for the slug's words: below the trim, left of the register mark. None where the slug is too narrow.

        It lies outside the bleed and touches no mark.
        """
        if self.slug < self.bleed + _GAP + _DEPTH:
            return None
        right = self.width / 2 - _DEPTH / 2 if self.marks.register else self.width
        bottom = -(self.bleed + _GAP + _DEPTH)
        return Box(_CLEAR, bottom, right - _CLEAR, bottom + _DEPTH)


def draw_sheet(sheet: PressSheet) -> bytes:
    """Return the sheet with its marks as a page from slug to slug, its trim left empty.

    Raises LayoutError where the slug is too narrow for the marks, or no side is long enough for the colour bar.
    """
    _check(sheet)

    def paint(canvas: Canvas) -> None:
        canvas.translate(sheet.slug, sheet.slug)
        canvas.setLineWidth(_WEIGHT)
        if sheet.marks.any_in_slug:
            canvas.setStrokeColor(separation("All", (100, 100, 100, 100)))
        if sheet.marks.crops:
            _paint_crops(canvas, sheet)
        if sheet.marks.register:
            _paint_register(canvas, sheet)
        if sheet.marks.colour_bar:
            _paint_bar(canvas, sheet)
        if sheet.marks.cut_contour:
            canvas.setStrokeColor(separation(CUT_CONTOUR, (0, 100, 0, 0)))
            canvas.setStrokeOverprint(True)
            canvas.setOverprintMask(True)
            canvas.rect(0, 0, sheet.width, sheet.height)

    return draw_pages(sheet.width + 2 * sheet.slug, sheet.height + 2 * sheet.slug, [paint])


def _check(sheet: PressSheet) -> None:
    needed = sheet.bleed + _GAP + _DEPTH if sheet.marks.any_in_slug else sheet.bleed
    if sheet.slug < needed - 0.01:
        raise LayoutError(
            f"the slug reaches {to_mm(sheet.slug):.1f} mm beyond the trim, its marks need {to_mm(needed):.1f} mm",
            hint="Widen the slug, or choose fewer marks for this layout.",
        )
    if sheet.marks.colour_bar and max(_room(sheet.width), _room(sheet.height)) < bar.LENGTH:
        raise LayoutError(
            f"no side of the sheet has room for the colour bar of {to_mm(bar.LENGTH):.0f} mm beside the register mark",
            hint="Choose crop marks only for a sheet as small as this.",
        )


def _room(side: float) -> float:
    """Return how long a bar can be between the register mark in the middle of a side and its end."""
    return side / 2 - _DEPTH / 2 - 2 * _CLEAR


def _paint_crops(canvas: Canvas, sheet: PressSheet) -> None:
    start = sheet.bleed + _GAP
    for x in (0.0, sheet.width):
        canvas.line(x, -start, x, -start - _DEPTH)
        canvas.line(x, sheet.height + start, x, sheet.height + start + _DEPTH)
    for y in (0.0, sheet.height):
        canvas.line(-start, y, -start - _DEPTH, y)
        canvas.line(sheet.width + start, y, sheet.width + start + _DEPTH, y)


def _paint_register(canvas: Canvas, sheet: PressSheet) -> None:
    out = sheet.bleed + _GAP + _DEPTH / 2
    middle_x, middle_y = sheet.width / 2, sheet.height / 2
    for x, y in ((middle_x, -out), (middle_x, sheet.height + out), (-out, middle_y), (sheet.width + out, middle_y)):
        canvas.circle(x, y, _RADIUS)
        canvas.line(x - _DEPTH / 2, y, x + _DEPTH / 2, y)
        canvas.line(x, y - _DEPTH / 2, x, y + _DEPTH / 2)


def _paint_bar(canvas: Canvas, sheet: PressSheet) -> None:
    """Paint the bar below the trim, right of the register mark; upright at its right where that is too short."""
    out = sheet.bleed + _GAP + (_DEPTH + bar.SIDE) / 2
    canvas.saveState()
    if _room(sheet.width) >= bar.LENGTH:
        canvas.translate(sheet.width - _CLEAR - bar.LENGTH, -out)
    else:
        canvas.translate(sheet.width + out, _CLEAR)
        canvas.rotate(90)
    bar.paint_bar(canvas, 0, 0)
    canvas.restoreState()
