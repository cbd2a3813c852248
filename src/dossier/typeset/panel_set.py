"""Setting a set of panels: fitted together, so that type is equal on all of them, and written a file each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from dossier.diagnostics import Diagnostic
from dossier.model.exhibit import LabelStyle
from dossier.typeset.compose import Composition
from dossier.typeset.fitting import Fit, FittedFrame, Places, Sizes, fit, overset_findings, range_of, widest_word
from dossier.typeset.pages import Setting, lay_pages
from dossier.typeset.panels import Panel, panels_of
from dossier.typeset.reading import reading_findings
from dossier.units import mm


@dataclass(frozen=True, slots=True)
class FittedSet:
    """The panels of a set with the sizes that their text is set at, and what there is to say of it."""

    composition: Composition
    panels: tuple[Panel, ...]
    fit: Fit
    diagnostics: tuple[Diagnostic, ...]

    def set_panel(self, panel: Panel) -> Setting:
        """Set one panel, to be finished for a press or a screen."""
        page = self.composition.sheets((panel,), self.fit.sizes)
        data = self.composition.layout.data
        laid = lay_pages(page.html, page.styles, self.composition.voice.fonts, page.pictures)
        return laid.write(archive=data.colour == "screen", scale=data.scale)


def fit_panels(composition: Composition) -> FittedSet:
    """Fit the panels of `composition`.

    Raises LayoutError where the template or a role of type cannot be used, TypesettingError where the typesetter gives
    up.
    """
    layout, voice, view = composition.layout, composition.voice, composition.view
    dossier = composition.edition.dossier
    panels = panels_of(layout.data.panels, dossier, view, composition.exhibits, composition.cover, voice.texts)
    ranges = {name: range_of(name, layout, voice) for name in layout.data.type}
    smallest = {name: sizes.smallest for name, sizes in ranges.items()}
    texts = _texts(composition.sheets(panels, smallest, figures=False).html)
    frames = tuple(_frames(composition, panels, texts))

    def lay(sizes: Sizes) -> Places:
        page = composition.sheets(panels, sizes, figures=False)
        return lay_pages(page.html, page.styles, voice.fonts).places()

    fitted = fit(frames, ranges, lay)
    findings = (*overset_findings(fitted, layout), *reading_findings(panels, frames, fitted, ranges, composition))
    return FittedSet(composition, panels, fitted, findings)


def _frames(composition: Composition, panels: Sequence[Panel], texts: Mapping[str, str]) -> Iterator[FittedFrame]:
    """Yield the frames of `panels` that text is fitted into; `texts` has their words by id."""
    measure, data = composition.voice.measure, composition.layout.data
    for panel in panels:
        for name, box in panel.data.frames.items():
            text = texts.get(f"fit-{panel.id}-{name}", "")
            if box.role and text:
                style = LabelStyle(box.role, data.type[box.role].family, 1.0, data.type[box.role].weight)
                widest = widest_word(text, style, measure)
                column = mm((box.width - (box.columns - 1) * box.gap) / box.columns)
                yield FittedFrame(panel.id, name, box.role, text, column, widest)


def _texts(html: str) -> dict[str, str]:
    """Return the words of each element of `html` whose id begins with "fit-"."""
    reader = _Texts()
    reader.feed(html)
    return {id: " ".join(" ".join(words).split()) for id, words in reader.texts.items()}


class _Texts(HTMLParser):
    """Collects words by the frame that they stand in. Frames are div elements and do not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        self._open = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "div":
            return
        id = dict(attrs).get("id") or ""
        if id.startswith("fit-"):
            self._open, self._depth = id, 0
            self.texts[id] = []
        elif self._open:
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._open:
            self._depth -= 1
            if self._depth < 0:
                self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open].append(data)
