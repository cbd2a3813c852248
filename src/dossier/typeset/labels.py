"""Object labels: each a title and a short text, imposed in a grid on sheets of office paper, with marks to cut at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.diagnostics import Diagnostic
from dossier.errors import LayoutError, Where
from dossier.layouts import FILE
from dossier.locales.formats import format_date
from dossier.model.exhibit import LabelStyle
from dossier.model.inline import plain
from dossier.model.layout import LabelGrid
from dossier.model.support import Support
from dossier.typeset.compose import Composition
from dossier.typeset.fitting import FittedFrame, Places, Sizes, fit, overset_findings, range_of, widest_word
from dossier.typeset.pages import Setting, lay_pages
from dossier.typeset.titles import whole_titles
from dossier.typeset.view import Line, Portrait
from dossier.units import mm

GUIDANCE = "30 to 50 words on an object label: AIM (UK), guidance"
TITLE = 1.2
"""The size of a title in terms of the size of the text below it; the style sheet has the same."""


_REACH = 3.0
"""The length of a cut mark, mm, where there is no gap between labels."""


@dataclass(frozen=True, slots=True)
class ObjectLabel:
    """What one label says, where it stands on its sheet (mm from the top left), and what it rests on."""

    id: str
    x: float
    y: float
    when: str
    title: str
    lines: tuple[Line, ...]
    supports: tuple[Support, ...]

    @property
    def text(self) -> str:
        """All words but the title and what they rest on."""
        return " ".join(f"{line.label} {plain(line.text)}".strip() for line in self.lines)


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """The labels of one sheet, and where its cut marks begin and how long they are: x, y, width, height, mm."""

    labels: tuple[ObjectLabel, ...]
    marks: tuple[tuple[float, float, float, float], ...]


def set_labels(composition: Composition, *, archive: bool, strict: bool = False) -> Setting:
    """Set the object labels of `composition`, all at the largest size at which every one fits.

    What does not fit is a finding with the words to cut and, with `strict`, a LayoutError.
    """
    layout, voice = composition.layout, composition.voice
    sheets = label_sheets(composition)
    if not sheets:
        raise LayoutError(
            "there is nothing to make labels of",
            hint="Give the dossier people, units, zones, events or sources, or name others under labels/of.",
            where=Where(layout.folders[0] / FILE),
        )
    ranges = {name: range_of(name, layout, voice) for name in layout.data.type}
    frames = [_frame(label, composition) for sheet in sheets for label in sheet.labels]
    frames += [_note(label, composition) for sheet in sheets for label in sheet.labels]

    def lay(sizes: Sizes) -> Places:
        page = composition.labels(sheets, sizes)
        return lay_pages(page.html, page.styles, voice.fonts).places()

    fitted = fit(frames, ranges, lay)
    findings = (*overset_findings(fitted, layout, "label"), *_wordy(sheets, composition))
    if strict and fitted.overset:
        raise LayoutError(findings[0].message, hint=findings[0].hint, where=findings[0].where)
    page = composition.labels(sheets, fitted.sizes)
    written = lay_pages(page.html, page.styles, voice.fonts).write(archive=archive)
    return Setting(written.pdf, written.pages, findings + written.diagnostics)


def label_sheets(composition: Composition) -> tuple[LabelSheet, ...]:
    """Return the labels that the layout asks for, sheet by sheet, in the order of the dossier."""
    grid = composition.layout.data.labels
    if grid is None:
        return ()
    sheet = composition.layout.data.sheet_size
    left, top = ((one - other) / 2 for one, other in zip((sheet.width, sheet.height), grid.size, strict=True))
    places = [
        (left + column * (grid.width + grid.gap), top + row * (grid.height + grid.gap))
        for row in range(grid.rows)
        for column in range(grid.columns)
    ]
    if composition.voice.locale.rtl:
        places = [(sheet.width - grid.width - x, y) for x, y in places]
    shown = [
        portrait for kind in grid.of for portrait in _portraits(kind == "people", composition.view.objects[kind], grid)
    ]
    labels = [_label(portrait, *places[at % len(places)], composition) for at, portrait in enumerate(shown)]
    marks = tuple(cut_marks(grid, left, top))
    return tuple(LabelSheet(tuple(labels[at : at + len(places)]), marks) for at in range(0, len(labels), len(places)))


def _portraits(people: bool, portraits: Sequence[Portrait], grid: LabelGrid) -> Iterator[Portrait]:
    """Yield what has something to say; of a person the last facts."""
    for portrait in portraits:
        lines = portrait.lines[-grid.facts :] if people else portrait.lines
        if any(line.text for line in lines):
            yield Portrait(portrait.id, portrait.name, lines)


def _label(portrait: Portrait, x: float, y: float, composition: Composition) -> ObjectLabel:
    voice = composition.voice
    dates = [event.date for event in composition.edition.dossier.events if event.id == portrait.id]
    when = "".join(format_date(each.date, voice.locale, voice.texts, label=each.label) for each in dates)
    said = {(each.marks, each.works, each.detail): each for each in (line.support for line in portrait.lines)}
    supports = tuple(replace(each, works=whole_titles(each.works)) for each in said.values())
    return ObjectLabel(portrait.id, x, y, when, portrait.name, portrait.lines, supports)


def cut_marks(grid: LabelGrid, left: float, top: float) -> Iterator[tuple[float, float, float, float]]:
    """Yield the marks: from each cut outwards into the gaps and margins, never on a label. A side of 0 is a line."""
    reach = 0.4 * grid.gap or _REACH
    width, height = grid.size
    rows = [top + row * (grid.height + grid.gap) for row in range(grid.rows)]
    columns = [left + column * (grid.width + grid.gap) for column in range(grid.columns)]
    ends = ((rows, grid.height, top, top + height), (columns, grid.width, left, left + width))
    for cut in (edge for column in columns for edge in (column, column + grid.width)):
        for start, length in _stubs(*ends[0], reach):
            yield cut, start, 0.0, length
    for cut in (edge for row in rows for edge in (row, row + grid.height)):
        for start, length in _stubs(*ends[1], reach):
            yield start, cut, length, 0.0


def _stubs(
    starts: Sequence[float], size: float, first: float, last: float, reach: float
) -> Iterator[tuple[float, float]]:
    """Yield where marks begin, and how long they are, before and after each label along one line."""
    for start in starts:
        yield start - reach - (1.0 if start == first else 0.0), reach
        yield start + size + (1.0 if start + size == last else 0.0), reach


def _frame(label: ObjectLabel, composition: Composition) -> FittedFrame:
    grid, role, measure = (
        composition.layout.data.labels,
        composition.layout.data.type["body"],
        composition.voice.measure,
    )
    assert grid
    style = LabelStyle("body", role.family, 1.0, role.weight)
    widest = max(TITLE * widest_word(label.title, style, measure), widest_word(label.text, style, measure))
    text = f"{label.when} {label.title} {label.text}"
    return FittedFrame(label.id, "text", "body", text, mm(grid.width - 2 * grid.padding), widest)


def _note(label: ObjectLabel, composition: Composition) -> FittedFrame:
    grid = composition.layout.data.labels
    assert grid
    words = " ".join(run.text for support in label.supports for run in support.works)
    return FittedFrame(label.id, "note", "credits", words or label.id, mm(grid.width - 2 * grid.padding), 0.0)


def _wordy(sheets: Sequence[LabelSheet], composition: Composition) -> Iterator[Diagnostic]:
    most = composition.layout.data.budget.words
    for label in (label for sheet in sheets for label in sheet.labels):
        if (words := len(label.text.split())) > most:
            where = Where(composition.layout.folders[0] / FILE, None, f"labels/{label.id}")
            yield Diagnostic(
                "label-words", "info", f"{words} words on the label {label.id}; at most {most} ({GUIDANCE})",
                "Show fewer facts, or shorten the text.", where,
            )  # fmt: skip
