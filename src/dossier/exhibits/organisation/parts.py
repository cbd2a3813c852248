"""Parts of the chart: what is laid out and knows its height before it has a place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.errors import LayoutError
from dossier.exhibits.measure import Measure
from dossier.exhibits.organisation.chart import OrganisationWords
from dossier.exhibits.organisation.people import Symbol
from dossier.exhibits.plate import Plate
from dossier.model.exhibit import LabelStyle


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the chart; `paint` draws it with its top left at a place. Lengths are points."""

    height: float
    paint: Callable[[Plate, float, float], None]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all parts are laid out with. `unit` is points for a point at page size."""

    words: OrganisationWords
    measure: Measure
    unit: float
    symbol: Symbol
    root: LabelStyle
    name: LabelStyle
    number: LabelStyle
    text: LabelStyle
    caption: LabelStyle
    key: LabelStyle

    @property
    def styles(self) -> tuple[LabelStyle, ...]:
        """All label styles."""
        return self.root, self.name, self.number, self.text, self.caption, self.key

    def lines(self, text: str, style: LabelStyle, width: float) -> tuple[str, ...]:
        """Return `text` in lines; raises LayoutError where a word is wider than `width`."""
        lines = self.measure.wrap(text, style, width) if text else ()
        for line in lines:
            if (beyond := self.measure.width(line, style) - width) > 0.01:
                raise LayoutError(
                    f"{line!r} is {beyond:.0f} pt wider than its column in the organisation chart",
                    hint="Shorten it, or give the figure more width.",
                )
        return lines

    def block(self, text: str, style: LabelStyle, width: float) -> Part:
        """Return `text` set in `width`; the part is as high as its lines, and as its ink where letters reach deep."""
        words = "\n".join(self.lines(text, style, width))
        if not words:
            return Part(0.0, lambda *_: None)
        baseline = 0.95 * self.measure.size(style)
        ink = baseline + self.measure.extent(words, style).descent
        height = max((words.count("\n") + 1) * self.measure.leading(style), ink)
        return Part(height, lambda plate, x, y: plate.words(words, x, y + baseline, style))


def stacked(parts: Sequence[Part], between: float) -> Part:
    """Return the parts one below the other; those without height take no room."""
    shown = [part for part in parts if part.height > 0]

    def paint(plate: Plate, x: float, y: float) -> None:
        for part in shown:
            part.paint(plate, x, y)
            y += part.height + between

    return Part(sum(part.height for part in shown) + between * max(len(shown) - 1, 0), paint)


def beside(first: Part, second: Part, offset: float) -> Part:
    """Return two parts with their tops level, the second `offset` further along."""

    def paint(plate: Plate, x: float, y: float) -> None:
        first.paint(plate, x, y)
        second.paint(plate, x + offset, y)

    return Part(max(first.height, second.height), paint)


def setting_for(
    scale: float, words: OrganisationWords, measure: Measure, symbol: Symbol, least: float = 0.0
) -> Setting:
    """Return the setting at `scale` times the size of a page, with no type smaller than `least` points."""

    def sans(name: str, size: float, weight: int = 400, colour: str = "ink") -> LabelStyle:
        return LabelStyle(name, "sans", max(size * scale, least), weight, colour=colour, leading=1.25)

    return Setting(
        words,
        measure,
        scale,
        symbol,
        root=LabelStyle("root", "serif", 12 * scale, 600, leading=1.2),
        name=sans("group", 8, 700),
        number=sans("number", 12),
        text=sans("text", 8),
        caption=sans("caption", 8, 400, "grey-1"),
        key=sans("key", 7, 400, "grey-1"),
    )
