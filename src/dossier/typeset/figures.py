"""Figures in a page: the geometry as inline SVG, each label as live text over it, placed by its baseline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from html import escape

from dossier.exhibits.measure import SLACK, Measure
from dossier.locales.fonts import Face, Fonts
from dossier.model.exhibit import Figure, Label, LabelStyle
from dossier.typeset.lettering import lettered


def figure_html(
    figure: Figure, alt: str, fonts: Fonts, measure: Measure, palette: Mapping[str, str], colour: Callable[[str], str]
) -> str:
    """Return `figure` as HTML: a plate of its exact size with the drawing and its words.

    `palette` gives the hex value that each swatch was drawn in, `colour` what is written for it. The words need the
    rules of `label_rules`.
    """
    svg = figure.svg
    for name, hex_value in palette.items():
        svg = svg.replace(hex_value, colour(name))
    head, _, body = svg.partition(">")
    labels = "".join(_label(label, figure.style(label.style), fonts, measure) for label in figure.labels)
    title = f"<title>{escape(alt)}</title>" if alt else ""
    return (
        f'<div class="plate" style="width:{figure.width:.2f}pt;height:{figure.height:.2f}pt">'
        f"{head}>{title}{body}{labels}</div>"
    )


def label_rules(figures: Iterable[Figure], measure: Measure, colour: Callable[[str], str], within: str = "") -> str:
    """Return the CSS rules of all label styles that `figures` use, inside what the selector `within` names."""
    styles = {_class(style): style for figure in figures for style in figure.styles}
    rules = ((name, _rule(style, measure, colour)) for name, style in sorted(styles.items()))
    return "\n".join(f"{within} .{name} {{ {rule} }}" for name, rule in rules)


def _rule(style: LabelStyle, measure: Measure, colour: Callable[[str], str]) -> str:
    slant = "italic " if style.italic else ""
    font = f"{slant}{style.weight} {measure.size(style):.2f}pt/{style.leading:g} var(--{style.family})"
    return f"font: {font}; color: {colour(style.colour)}; letter-spacing: {style.tracking:g}em"


def _class(style: LabelStyle) -> str:
    slant = "i" if style.italic else ""
    parts = (style.family, f"{style.size:.2f}", style.weight, slant, style.colour, style.tracking, style.leading)
    return "l-" + "-".join(str(part).replace(".", "_") for part in parts)


def _label(label: Label, style: LabelStyle, fonts: Fonts, measure: Measure) -> str:
    lines = label.text.split("\n")
    width = max(measure.width(line, style) for line in lines) * SLACK
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    baseline = _baseline(style, fonts, measure)
    place = f"left:{left:.2f}pt;top:{label.y - baseline:.2f}pt;width:{width:.2f}pt"
    if label.angle:
        origin = f"{label.x - left:.2f}pt {baseline:.2f}pt"
        place += f";transform:rotate({label.angle:.2f}deg);transform-origin:{origin}"
    words = "<br>".join(lettered(line.upper() if style.caps else line) for line in lines)
    return f'<span class="label {label.anchor} {_class(style)}" style="{place}">{words}</span>'


def _baseline(style: LabelStyle, fonts: Fonts, measure: Measure) -> float:
    """Return how far below the top of its box the first line's baseline lies, pt."""
    ascender, descender = _metrics(fonts.measured()[style.family, style.weight, style.italic])
    return measure.size(style) * (style.leading / 2 + (ascender - descender) / 2)


@cache
def _metrics(face: Face) -> tuple[float, float]:
    """Return ascender and descender (both positive) of the hhea table, in ems."""
    from fontTools.ttLib import TTFont

    with TTFont(face.path, lazy=True, fontNumber=face.index) as font:
        em = font["head"].unitsPerEm
        return font["hhea"].ascent / em, -font["hhea"].descent / em
