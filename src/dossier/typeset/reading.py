"""Can it be read standing? Words of a text, of a sentence, characters of a line, contrast and size of type on panels.

Each rule says where it comes from. Figures of the trade that were not read in the original are called guidance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dossier.diagnostics import Diagnostic
from dossier.errors import Where
from dossier.layouts import FILE, Layout
from dossier.model.exhibit import LabelStyle
from dossier.model.inline import plain
from dossier.typeset.compose import Composition
from dossier.typeset.fitting import Fit, FittedFrame, Range, needed_size, x_height
from dossier.typeset.panels import Panel
from dossier.units import mm

SMITHSONIAN = "Smithsonian Guidelines for Accessible Exhibition Design"
WCAG = "WCAG 2.2, success criterion 1.4.3"
LARGE_TYPE = 18.0
"""Points from which type is large (WCAG 2.2)."""
_SENTENCE = re.compile(r"(?<=[.!?؟。])[”»“\"]?\s+")
_RUNNING = {"overview", "text"}
"""Frames of running text, which have lines to be judged."""


def reading_findings(
    panels: Sequence[Panel],
    frames: Sequence[FittedFrame],
    fitted: Fit,
    ranges: Mapping[str, Range],
    composition: Composition,
) -> Iterator[Diagnostic]:
    """Yield what on `panels` is harder to read than the rules would have it."""
    layout = composition.layout
    for panel in panels:
        yield from _words(panel, layout)
        yield from _labels(panel, ranges, composition)
    yield from _lines({panel.key: panel for panel in panels}, frames, fitted, composition)
    yield from _contrasts(layout)
    yield from _overrides(composition)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two sRGB colours (#RRGGBB), from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text`, as far as their full stops tell."""
    return tuple(sentence for sentence in _SENTENCE.split(plain(text)) if sentence)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _words(panel: Panel, layout: Layout) -> Iterator[Diagnostic]:
    budget = layout.data.budget
    for story in panel.texts:
        statements = [text for passage in story.paragraphs for piece in passage.pieces for _, text in piece.statements]
        words = sum(len(plain(text).split()) for text in statements)
        if words > budget.words:
            yield _finding(
                "panel-words",
                f"{words} words of {story.id} on panel {panel.key}; a text has at most {budget.words} ({SMITHSONIAN})",
                "Show fewer of its paragraphs.",
                layout, f"panels/{panel.key}/sections",
            )  # fmt: skip
        yield from _sentences(panel, story.id, statements, layout)
    yield from _sentences(panel, "overview", panel.overview, layout)


def _sentences(panel: Panel, item: str, texts: Sequence[str], layout: Layout) -> Iterator[Diagnostic]:
    most = layout.data.budget.sentence
    for sentence in (sentence for text in texts for sentence in sentences(text)):
        if (words := len(sentence.split())) > most:
            yield _finding(
                "panel-sentence",
                f"a sentence of {words} words in {item} on panel {panel.key}: “{' '.join(sentence.split()[:6])} …”;"
                f" at most {most} ({SMITHSONIAN})",
                "Make two of it.",
                layout, f"panels/{panel.key}",
            )  # fmt: skip


def _labels(panel: Panel, ranges: Mapping[str, Range], composition: Composition) -> Iterator[Diagnostic]:
    if not panel.exhibit or "caption" not in ranges:
        return
    least = ranges["caption"].smallest
    used = [figure.style(label.style) for figure in panel.exhibit.figures for label in figure.labels]
    small = [style.size for style in used if style.size < least - 0.1]
    if small:
        yield _finding(
            "panel-type",
            f"{len(small)} of {len(used)} labels of the {panel.exhibit.id} are smaller than {least:.1f} pt, the least"
            f" for captions; the smallest has {min(small):.1f} pt (x-height for the viewing distance; guidance)",
            "Give the figure a larger scale.",
            composition.layout, f"figures/{panel.exhibit.id}",
        )  # fmt: skip


def _lines(
    panels: Mapping[str, Panel], frames: Sequence[FittedFrame], fitted: Fit, composition: Composition
) -> Iterator[Diagnostic]:
    layout, measure = composition.layout, composition.voice.measure
    for frame in frames:
        if frame.name not in _RUNNING or not frame.text:
            continue
        role, box = layout.data.type[frame.role], panels[frame.panel].data.frames[frame.name]
        style = LabelStyle(frame.role, role.family, fitted.sizes[frame.role] * frame.factor, role.weight)
        column = mm((box.width - (box.columns - 1) * box.gap) / box.columns)
        characters = round(column * len(frame.text) / measure.width(frame.text, style))
        if characters > layout.data.budget.line:
            yield _finding(
                "panel-line",
                f"about {characters} characters to a line in frame {frame.name} of panel {frame.panel}; at most"
                f" {layout.data.budget.line} ({SMITHSONIAN})",
                "Make the frame narrower, or set it in columns.",
                layout, f"panels/{frame.panel}/frames/{frame.name}",
            )  # fmt: skip


def _contrasts(layout: Layout) -> Iterator[Diagnostic]:
    for name, role in layout.data.type.items():
        layout.colour(role.colour)
        ratio = contrast(layout.palette[role.colour].srgb, layout.palette["paper"].srgb)
        least = 3.0 if (role.smallest or role.largest) >= LARGE_TYPE else 4.5
        if ratio < least:
            yield _finding(
                "panel-contrast",
                f"{role.colour} on paper has a contrast of {ratio:.1f} : 1; {name} needs {least:g} : 1 ({WCAG})",
                "Choose a darker swatch.",
                layout, f"type/{name}", "warning",
            )  # fmt: skip


def _overrides(composition: Composition) -> Iterator[Diagnostic]:
    for name, role in composition.layout.data.type.items():
        if role.smallest is None:
            continue
        needed = needed_size(role.distance, x_height(role, composition.voice))
        if role.smallest < needed:
            yield _finding(
                "panel-type",
                f"{name} may be set at {role.smallest:g} pt; reading from {role.distance:g} m takes {needed:.1f} pt"
                f" (guidance). The layout's reason: {role.because}",
                "",
                composition.layout, f"type/{name}",
            )  # fmt: skip


def _finding(code: str, message: str, hint: str, layout: Layout, item: str, severity: str = "info") -> Diagnostic:
    where = Where(layout.folders[0] / FILE, None, item)
    return Diagnostic(code, "warning" if severity == "warning" else "info", message, hint, where)
