"""Figures in a page: the geometry as inline SVG, each label as live text over it, placed by its baseline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from pathlib import Path

from dossier.exhibits.measure import Measure
from dossier.locales.fonts import Fonts
from dossier.model.exhibit import Figure, Label, LabelStyle

SLACK = 1.01
"""Room beyond the measured width, so that rounding never breaks a line."""


def figure_html(
    figure: Figure, alt: str, fonts: Fonts, measure: Measure, palette: Mapping[str, str], colour: Callable[[str], str]
) -> str:
    """Return `figure` as HTML: a plate of its exact size with the drawing and its words.

    `palette` gives the hex value that each swatch was drawn in, `colour` what is written for it.
    """
    svg = figure.svg
    for name, hex_value in palette.items():
        svg = svg.replace(hex_value, colour(name))
    head, _, body = svg.partition(">")
    labels = "".join(_label(label, figure.style(label.style), fonts, measure, colour) for label in figure.labels)
    title = f"<title>{escape(alt)}</title>" if alt else ""
    return (
        f'<div class="plate" style="width:{figure.width:.2f}pt;height:{figure.height:.2f}pt">'
        f"{head}>{title}{body}{labels}</div>"
    )


def _label(label: Label, style: LabelStyle, fonts: Fonts, measure: Measure, colour: Callable[[str], str]) -> str:
    lines = label.text.split("\n")
    width = max(measure.width(line, style) for line in lines) * SLACK
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    baseline = _baseline(style, fonts)
    align = {"start": "left", "middle": "center", "end": "right"}[label.anchor]
    slant = "italic " if style.italic else ""
    declarations = [
        f"left:{left:.2f}pt",
        f"top:{label.y - baseline:.2f}pt",
        f"width:{width:.2f}pt",
        f"font:{slant}{style.weight} {style.size:.2f}pt/{style.leading:g} var(--{style.family})",
        f"color:{colour(style.colour)}",
        f"text-align:{align}",
    ]
    if style.tracking:
        declarations.append(f"letter-spacing:{style.tracking:g}em")
    if label.angle:
        declarations.append(f"transform:rotate({label.angle:.2f}deg)")
        declarations.append(f"transform-origin:{label.x - left:.2f}pt {baseline:.2f}pt")
    words = "<br>".join(escape(line.upper() if style.caps else line) for line in lines)
    return f'<span class="label" style="{";".join(declarations)}">{words}</span>'


def _baseline(style: LabelStyle, fonts: Fonts) -> float:
    """Return how far below the top of its box the first line's baseline lies, pt."""
    ascender, descender = _metrics(fonts.files()[style.family, style.weight, style.italic])
    return style.size * (style.leading / 2 + (ascender - descender) / 2)


@cache
def _metrics(path: Path) -> tuple[float, float]:
    """Return ascender and descender (both positive) of the hhea table, in ems."""
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True, fontNumber=0) as font:
        em = font["head"].unitsPerEm
        return font["hhea"].ascent / em, -font["hhea"].descent / em
