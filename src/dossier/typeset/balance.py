"""Even lines: titles and overviews are set in the narrowest measure that does not take them a line more.

WeasyPrint ignores `text-wrap: balance`, so the measure is found beforehand, with the same fonts.
"""

from __future__ import annotations

from dossier.errors import AssetError
from dossier.exhibits.measure import SLACK, Measure
from dossier.model.exhibit import LabelStyle

_STEPS = 10


def even_measure(text: str, style: LabelStyle, width: float, measure: Measure) -> float:
    """Return the width, at most `width` points, in which the lines of `text` come out even.

    It is `width` itself for a single line, and where a letter of `text` is not in the role's own face.
    """
    try:
        lines = len(measure.wrap(text, style, width))
        narrow, wide = width / max(lines, 1) / 2, width
        for _ in range(_STEPS):
            middle = (narrow + wide) / 2
            fits = len(measure.wrap(text, style, middle)) <= lines and _widest(text, style, measure) <= middle
            narrow, wide = (narrow, middle) if fits else (middle, wide)
    except AssetError:
        return width
    return width if lines < 2 else min(wide * SLACK, width)


def _widest(text: str, style: LabelStyle, measure: Measure) -> float:
    return max(measure.width(phrase.rstrip(" "), style) for phrase in measure.phrases(text))
