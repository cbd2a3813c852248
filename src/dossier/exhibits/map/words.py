"""The words of a map, in the language of an edition, and how each kind of them is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from dossier.model.exhibit import LabelStyle

Axis = Literal["lat", "lon"]

Symbol = Literal["zone", "open", "river", "estuary", "railway", "crest", "place", "done"]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A line of the legend: a symbol, for a zone its id, and what it means."""

    symbol: Symbol
    text: str
    id: str = ""


def english_degrees(degrees: int, axis: Axis) -> str:
    """Return the name of a meridian or parallel in English."""
    side = {"lat": ("S", "", "N"), "lon": ("W", "", "E")}[axis][(degrees > 0) - (degrees < 0) + 1]
    return f"{abs(degrees)}°\u00a0{side}" if side else "0°"


@dataclass(frozen=True, slots=True)
class MapWords:
    """All that a map says.

    `names` holds a text for each id of the basemap; what has none is drawn without a name. `letters` marks zones where
    colour does not; `notes` stand under the names of regions. `situation` heads the legend: of when the map
    is, and that it is a scheme. `kilometres` and `degrees` write a distance and a line of the graticule.
    `rtl` puts the legend in the order of right-to-left scripts; the map itself is never mirrored.
    """

    names: Mapping[str, str]
    letters: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    situation: str = ""
    legend: tuple[LegendEntry, ...] = ()
    kilometres: Callable[[int], str] = "{} km".format
    degrees: Callable[[int, Axis], str] = english_degrees
    rtl: bool = False

    def joined(self) -> bool:
        """Tell whether any name is in a script whose letters join, so that none is spaced."""
        from dossier.exhibits.measure import joins

        return any(joins(name) for name in self.names.values())


_CLOSER = 0.4
"""The part of its tracking that type keeps which is larger than its scale asks: its names have no more room."""


def styles(scale: float, *, spaced: bool, least: float = 0.0) -> dict[str, LabelStyle]:
    """Return how each kind of word is set, by name, at `scale` times the sizes of a page in the hand.

    None is smaller than `least` points.
    """
    return {
        style.name: style if style.size >= least else replace(style, size=least, tracking=_CLOSER * style.tracking)
        for style in (
            LabelStyle("place", "sans", 7.5 * scale),
            LabelStyle("river", "serif", 8.5 * scale, italic=True, colour="river"),
            LabelStyle("sea", "serif", 10.5 * scale, italic=True, colour="river", tracking=0.12 * spaced),
            LabelStyle("bay", "serif", 8.5 * scale, italic=True, colour="river"),
            LabelStyle("range", "sans", 7.5 * scale, colour="grey-1", tracking=0.4 * spaced, caps=True),
            LabelStyle("region", "sans", 7.5 * scale, colour="grey-1", tracking=0.2 * spaced, caps=True),
            LabelStyle("done", "sans", 9 * scale, weight=700, colour="accent", tracking=0.2 * spaced, caps=True),
            LabelStyle("note", "sans", 7.5 * scale, colour="accent"),
            LabelStyle("railway", "sans", 7.5 * scale, colour="grey-1", tracking=0.04 * spaced),
            LabelStyle("letter", "serif", 17 * scale, weight=500, colour="accent"),
            LabelStyle("zone", "sans", 7.5 * scale, colour="accent", tracking=0.05 * spaced, leading=1.2),
            LabelStyle("degrees", "sans", 6 * scale, colour="grey-1"),
            LabelStyle("scale", "sans", 6 * scale, colour="grey-1"),
            LabelStyle("situation", "sans", 7.5 * scale, weight=700, leading=1.3),
            LabelStyle("legend", "sans", 7.5 * scale, leading=1.25),
            LabelStyle("legend-letter", "serif", 9 * scale, weight=500, colour="accent"),
        )
    }
