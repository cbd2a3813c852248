"""A figure being made: geometry and words, placed as for left to right and mirrored as a whole where need be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dossier.exhibits.canvas import Canvas
from dossier.model.exhibit import Anchor, Figure, Label, LabelStyle

_MIRRORED: Final[Mapping[Anchor, Anchor]] = {"start": "end", "middle": "middle", "end": "start"}


class Plate:
    """Collects what is drawn on `canvas` and the words over it.

    Places are given as for a script that runs from left to right; with `rtl` the figure comes out mirrored.
    """

    def __init__(self, width: float, height: float, palette: Mapping[str, str], *, rtl: bool = False) -> None:
        self.canvas = Canvas(width, height, palette)
        self._rtl = rtl
        self._labels: list[Label] = []
        if rtl:
            self.canvas.transform.scale(-1, 1).translate(width, 0)

    def words(self, text: str, x: float, y: float, style: LabelStyle, anchor: Anchor = "start") -> None:
        """Put `text` at (x, y): the baseline of its first line."""
        if self._rtl:
            x, anchor = self.canvas.width - x, _MIRRORED[anchor]
        self._labels.append(Label(text, round(x, 3), round(y, 3), style.name, anchor))

    def figure(self, styles: Sequence[LabelStyle]) -> Figure:
        """Return the figure; of `styles` it keeps those that it uses."""
        used = {label.style for label in self._labels}
        kept = tuple(style for style in styles if style.name in used)
        return Figure(self.canvas.width, self.canvas.height, self.canvas.svg(), tuple(self._labels), kept)
