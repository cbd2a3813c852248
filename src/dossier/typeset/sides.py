"""The editions that stand on each sheet of a set of panels: one, or two side by side and equal in rank.

Each side is set by its own composition, in its own script and direction; sheet, type and style are those of both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dossier.exhibits.voice import Voice
from dossier.locales.fonts import Fonts
from dossier.typeset.compose import (
    SCRIPT_STYLES,
    Composition,
    Page,
    environment,
    script_variables,
    styles,
    template_of,
    type_variables,
)
from dossier.typeset.figures import label_rules
from dossier.typeset.foreign import foreign_texts
from dossier.typeset.panels import Panel

Sheet = tuple[Panel, ...]
"""One panel in each language, in the order of the sides."""


@dataclass(frozen=True)
class Sides:
    """The compositions of a set, the left one first. They have one layout.

    `factors` multiplies the size of each role on each side, so that letters are as high on one as on the other.
    """

    compositions: tuple[Composition, ...]
    factors: tuple[Mapping[str, float], ...]

    @property
    def first(self) -> Composition:
        """The composition whose language the file says it is in."""
        return self.compositions[0]

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """The language of each side."""
        return tuple(composition.voice for composition in self.compositions)

    @cached_property
    def fonts(self) -> Fonts:
        """The fonts of all sides."""
        faces = (face for voice in self.voices for face in voice.fonts.faces)
        return replace(self.first.voice.fonts, faces=tuple(dict.fromkeys(faces)))

    def page(self, sheets: Sequence[Sheet], sizes: Mapping[str, float], *, figures: bool = True) -> Page:
        """Return `sheets`, a page each, with each role of text at its size in `sizes` (pt), or without their figures.

        Raises LayoutError where the template cannot be used.
        """
        sized = [{role: size * factor[role] for role, size in sizes.items()} for factor in self.factors]
        shown = [
            {
                "id": sheet[0].id,
                "shared": sheet[0].data.shared if self.first.cover else {},
                "sides": [
                    composition.side(panel, own, figures=figures)
                    for composition, panel, own in zip(self.compositions, sheet, sized, strict=True)
                ],
            }
            for sheet in sheets
        ]
        layout = self.first.layout
        with template_of(layout):
            template = environment(layout, foreign_texts(self.first.edition), self.first.voice.measure).get_template(
                layout.data.template
            )
            html = template.render(
                sheets=shown,
                title=" / ".join(_titles(sheets, self.compositions)),
                languages=[voice.locale for voice in self.voices],
                cover=self.first.plates()["cover"] if figures else [],
            )
        jpegs = {id: jpeg for composition in self.compositions for id, jpeg in composition.jpegs().items()}
        types = (type_variables(layout, own, f".side-{number}") for number, own in enumerate(sized, 1))
        return Page(html, (*self._styles, *types), jpegs if figures else {})

    @cached_property
    def _styles(self) -> tuple[str, ...]:
        layout = self.first.layout
        sides = "" if len(self.compositions) == 1 else SCRIPT_STYLES.replace(":root", ".side")
        return (*styles(layout, self.first.voice), sides, *map(self._side_style, range(len(self.compositions))))

    def _side_style(self, index: int) -> str:
        """Return what is one side's own: its families and the sizes of the words over its figures."""
        composition, side = self.compositions[index], f".side-{index + 1}"
        variables = " ".join(f"--{name}: {value};" for name, value in script_variables(composition.voice).items())
        figures = [figure for exhibit in composition.exhibits.values() for figure in exhibit.figures]
        rules = label_rules(figures, composition.voice.measure, composition.layout.colour, side)
        return f"{side} {{ {variables} }}\n{rules}"


def _titles(sheets: Sequence[Sheet], compositions: Sequence[Composition]) -> list[str]:
    """Return the title of the file in each language; that of a single sheet says which it is."""
    titles = []
    for composition, panel in zip(compositions, sheets[0], strict=True):
        dossier = composition.edition.dossier
        own = panel.title if panel.title != dossier.title else dossier.subtitle
        titles.append(f"{dossier.title}: {own}" if len(sheets) == 1 and own else dossier.title)
    return titles
