"""The texts of the chronology, set in lines: what room each takes before it has a place."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.errors import LayoutError, Where
from dossier.exhibits.chronology.events import TimelineEvent
from dossier.exhibits.measure import Measure
from dossier.exhibits.plate import Plate
from dossier.model.exhibit import LabelStyle

_HEAD = 9.6
"""From a text's rule to the baseline of its date, points at page size."""
_LEAST_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Type:
    """The label styles of a chronology, and how much larger than on a page it is set."""

    scale: float
    when: LabelStyle
    title: LabelStyle
    echo_when: LabelStyle
    echo: LabelStyle
    year: LabelStyle
    period: LabelStyle
    caption: LabelStyle
    key: LabelStyle

    @property
    def styles(self) -> tuple[LabelStyle, ...]:
        """All of the styles."""
        return (
            self.when, self.title, self.echo_when, self.echo, self.year, self.period, self.caption, self.key,
        )  # fmt: skip


def type_for(scale: float, least: float = 0.0) -> Type:
    """Return the styles at `scale` times their size on a page, none smaller than `least` points."""

    def style(name: str, size: float, weight: int = 400, colour: str = "ink", *, italic: bool = False) -> LabelStyle:
        return LabelStyle(name, "sans", max(size * scale, least), weight, italic, colour, leading=1.25)

    return Type(
        scale,
        when=style("when", 8, 700),
        title=style("event", 8),
        echo_when=style("echo-when", 8, 700, "grey-1"),
        echo=style("echo", 8, 400, "grey-1"),
        year=style("year", 8, 700, "grey-1"),
        period=style("period", 7, 400, "grey-1"),
        caption=style("stretch", 8, 400, "grey-1", italic=True),
        key=style("key", 7, 400, "grey-1"),
    )


@dataclass(frozen=True, slots=True)
class Block:
    """The date of an event and, below it, what happened."""

    event: TimelineEvent
    when: tuple[str, ...]
    title: tuple[str, ...]
    type: Type
    echo: bool = False

    @property
    def height(self) -> float:
        """From the rule to where the next text may begin, points."""
        style = self.type.title
        return (3 + _LEAST_GAP) * self.type.scale + (len(self.when) + len(self.title)) * style.leading * style.size

    @property
    def middle(self) -> float:
        """From the rule to the middle of the date's small letters, where a mark beside it stands."""
        return (_HEAD - 2.5) * self.type.scale

    def put(self, plate: Plate, x: float, y: float) -> None:
        """Put the words with their left end at `x` and their rule at `y`."""
        when, title = (self.type.echo_when, self.type.echo) if self.echo else (self.type.when, self.type.title)
        baseline = y + _HEAD * self.type.scale
        if self.when:
            plate.words("\n".join(self.when), x, baseline, when)
        plate.words("\n".join(self.title), x, baseline + len(self.when) * when.leading * when.size, title)


def set_block(event: TimelineEvent, width: float, type: Type, measure: Measure, *, echo: bool = False) -> Block:
    """Return the words of `event` in lines of `width` points, its date where it has one or an order.

    Raises LayoutError where a word is wider than that.
    """
    when = measure.wrap(event.when, type.when, width) if event.date.mark != "undated" else ()
    title = measure.wrap(event.title, type.title, width)
    for lines, style in ((when, type.when), (title, type.title)):
        for line in lines:
            if (beyond := measure.width(line, style) - width) > 0.01:
                raise LayoutError(
                    f"{line!r} is {beyond:.0f} pt wider than its column in the chronology",
                    hint="Shorten the event's title or date, or give the figure more width.",
                    where=Where(item=event.id),
                )
    return Block(event, when, title, type, echo)
