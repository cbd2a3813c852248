"""The colour bar: what a printer measures to see that the inks are laid on as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.press.drawing import Inks, process
from dossier.units import mm

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SIDE = mm(5)
"""Side of a patch: instruments need 5 mm."""

_SOLIDS: tuple[Inks, ...] = ((100, 0, 0, 0), (0, 100, 0, 0), (0, 0, 100, 0), (0, 0, 0, 100))
_PAIRS: tuple[Inks, ...] = ((0, 100, 100, 0), (100, 0, 100, 0), (100, 100, 0, 0))
# The grey balance of coated offset at the midtone (ISO 12647-2). Each ink is an object of its own that overprints:
# a device that does not honour overprint shows yellow.
_GREY: tuple[Inks, ...] = ((50, 0, 0, 0), (0, 40, 0, 0), (0, 0, 40, 0))


def _tints(share: float) -> tuple[tuple[Inks, ...], ...]:
    return tuple(((c * share, m * share, y * share, k * share),) for c, m, y, k in _SOLIDS)


PATCHES: tuple[tuple[Inks, ...], ...] = (
    *((inks,) for inks in (*_SOLIDS, *_PAIRS)),
    *_tints(0.5),
    _GREY,
    *_tints(0.25),
)
"""Each patch from left to right: the layers that are printed on one another. Black at 50 % stands beside the grey."""
LENGTH = SIDE * len(PATCHES)


def paint_bar(canvas: Canvas, x: float, y: float) -> None:
    """Paint the bar to the right of its lower left corner (x, y)."""
    for number, layers in enumerate(PATCHES):
        canvas.saveState()
        for over, inks in enumerate(layers):
            canvas.setFillOverprint(over > 0)
            canvas.setOverprintMask(over > 0)
            canvas.setFillColor(process(inks))
            canvas.rect(x + number * SIDE, y, SIDE, SIDE, stroke=0, fill=1)
        canvas.restoreState()
