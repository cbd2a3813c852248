"""Setting a set of panels: fitted together, so that type is equal on all of them, and written a file each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from dossier.diagnostics import Diagnostic
from dossier.model.exhibit import LabelStyle
from dossier.typeset.compose import Composition
from dossier.typeset.cutting import cut_to_room
from dossier.typeset.fitting import Fit, FittedFrame, Places, Range, Sizes, fit, overset_findings, range_of, widest_word
from dossier.typeset.flow import Place
from dossier.typeset.pages import Setting, lay_pages
from dossier.typeset.panels import Panel, panels_of
from dossier.typeset.reading import reading_findings
from dossier.typeset.sides import Sheet, Sides
from dossier.units import mm

HEADINGS = ("headline", "title", "overview")
"""Frames whose text a template sets with the filter "heading"."""


@dataclass(frozen=True, slots=True)
class FittedSet:
    """The panels of a set with the sizes that their text is set at, and what there is to say of it."""

    sides: Sides
    sheets: tuple[Sheet, ...]
    fit: Fit
    diagnostics: tuple[Diagnostic, ...]

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The panels in the first language."""
        return tuple(sheet[0] for sheet in self.sheets)

    def set_sheet(self, sheet: Sheet) -> Setting:
        """Set one sheet, to be finished for a press or a screen."""
        page = self.sides.page((sheet,), self.fit.sizes)
        data = self.sides.first.layout.data
        laid = lay_pages(page.html, page.styles, self.sides.fonts, page.pictures)
        return laid.write(archive=data.colour == "screen", scale=data.scale)


def fit_panels(*compositions: Composition) -> FittedSet:
    """Fit the panels of one edition, or of two that share a layout and stand side by side, with type equal on both.

    Raises LayoutError where the template or a role of type cannot be used, TypesettingError where the typesetter gives
    up.
    """
    layout = compositions[0].layout
    own = [{name: range_of(name, layout, each.voice) for name in layout.data.type} for each in compositions]
    factors = tuple({name: sizes.smallest / own[0][name].smallest for name, sizes in each.items()} for each in own)
    ranges = {
        name: Range(
            sizes.smallest, min(each[name].largest / factor[name] for each, factor in zip(own, factors, strict=True))
        )
        for name, sizes in own[0].items()
    }
    sides = Sides(compositions, factors)
    panels = [_panels(composition, keyed=len(compositions) > 1) for composition in compositions]
    smallest = {name: sizes.smallest for name, sizes in ranges.items()}
    findings: list[Diagnostic] = []
    if len(panels) == 1 and compositions[0].edition.dossier.signed is None:

        def laid(some: Sequence[Panel]) -> dict[str, list[Place]]:
            page = sides.page(tuple((panel,) for panel in some), smallest, figures=False)
            return lay_pages(page.html, page.styles, sides.fonts).places()

        panels[0], cut = cut_to_room(panels[0], laid)
        findings += cut
    sheets = tuple(zip(*panels, strict=True))
    texts = _texts(sides.page(sheets, smallest, figures=False).html)
    framed = [tuple(_frames(*each, texts)) for each in zip(compositions, panels, factors, strict=True)]

    def lay(sizes: Sizes) -> Places:
        page = sides.page(sheets, sizes, figures=False)
        return lay_pages(page.html, page.styles, sides.fonts).places()

    fitted = fit([frame for frames in framed for frame in frames], ranges, lay)
    findings += overset_findings(fitted, layout)
    for composition, each, frames, sizes in zip(compositions, panels, framed, own, strict=True):
        findings += reading_findings(each, frames, fitted, sizes, composition)
    return FittedSet(sides, sheets, fitted, tuple(findings))


def _panels(composition: Composition, *, keyed: bool) -> tuple[Panel, ...]:
    """Return the panels of one edition; where there are others on its sheets, with keys of their own."""
    layout, dossier, voice = composition.layout.data, composition.edition.dossier, composition.voice
    panels = panels_of(layout.panels, dossier, composition.view, composition.exhibits, composition.cover, voice.texts)
    return tuple(replace(panel, key=f"{panel.id}-{voice.locale.tag}") for panel in panels) if keyed else panels


def _frames(
    composition: Composition, panels: Sequence[Panel], factors: Mapping[str, float], texts: Mapping[str, str]
) -> Iterator[FittedFrame]:
    """Yield the frames of `panels` that text is fitted into; `texts` has their words by id."""
    measure, data = composition.voice.measure, composition.layout.data
    for panel in panels:
        for name, box in panel.data.frames.items():
            text = texts.get(f"fit-{panel.key}-{name}", "")
            if box.role and text:
                style = LabelStyle(box.role, data.type[box.role].family, 1.0, data.type[box.role].weight)
                widest = widest_word(text, style, measure, heading=name in HEADINGS)
                yield FittedFrame(panel.key, name, box.role, text, mm(box.column), widest, factors[box.role])


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
