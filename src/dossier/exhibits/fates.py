"""What became of a group: a square for each of its people, parted into those of whom a source says the same.

It shows a difference that a dossier states: the group, what is said of the parts that are taken from it, and what is
left. No words below a part say more than that part shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dossier.errors import LayoutError
from dossier.exhibits.canvas import Box
from dossier.exhibits.measure import Measure
from dossier.exhibits.plate import Plate
from dossier.model.dossier import Dossier, Statement, Unit
from dossier.model.exhibit import Figure, LabelStyle
from dossier.model.inline import plain
from dossier.model.walk import parts

MOST = 30
"""The most people that are drawn: each is a square, all in one row."""
_SIDE = 0.82
"""The side of a square in terms of the distance between squares."""
_APART = 0.45
"""What is between two parts in addition, in the same terms."""
_LARGEST = 46.0
"""The distance between squares at most, points at page size."""
_COLOURS = ("ink", "grey-1")
"""Those that are taken away, in turns. What is left has the accent, like all that was done."""


@dataclass(frozen=True, slots=True)
class Part:
    """People of whom the same is said: how many, the words for it, and the statement that they are from."""

    number: int
    text: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Fates:
    """A group of people and its parts, the last of them what is left by subtraction."""

    group: Unit
    number: int
    parts: tuple[Part, ...]


def fates_of(dossier: Dossier, text: Callable[[Statement], str]) -> Fates | None:
    """Return the first difference of exact numbers that `dossier` states of a group of people; None without one.

    `text` prints a statement with its derived number.
    """
    statements = {part.id: part for _, part in parts(dossier) if isinstance(part, Statement)}
    for statement in statements.values():
        if not (statement.formula and statement.formula.difference):
            continue
        group, *taken = (statements[id] for id in statement.formula.difference)
        numbers = [number for each in (group, *taken) if (number := _number(each))]
        left = numbers[0] - sum(numbers[1:]) if numbers else 0
        if isinstance(group, Unit) and len(numbers) == 1 + len(taken) and left > 0 and numbers[0] <= MOST:
            shown = zip((*numbers[1:], left), (*taken, statement), strict=True)
            return Fates(group, numbers[0], tuple(Part(number, plain(text(each)), each) for number, each in shown))
    return None


def _number(statement: Statement) -> int | None:
    """Return how many people a statement is about, where it says so exactly."""
    people = statement.people
    return people.most if people and people.least == people.most and not people.about else None


def draw_fates(
    fates: Fates,
    number: Callable[[int], str],
    width: float,
    height: float | None,
    palette: Mapping[str, str],
    measure: Measure,
    *,
    rtl: bool = False,
    scale: float = 1.0,
    least: float = 0.0,
) -> Figure:
    """Return the squares with their numbers and words as a figure of `width` points, as high as it needs.

    `scale` multiplies type and lines; no type is smaller than `least` points. Raises LayoutError where it needs more
    than `height`.
    """
    figure = LabelStyle("number", "serif", max(18 * scale, least), 300, leading=1.0)
    name = LabelStyle("group", "sans", max(8 * scale, least), 700, leading=1.25)
    said = LabelStyle("said", "sans", max(8 * scale, least), leading=1.3)
    pitch = min(width / (fates.number - 1 + _SIDE + _APART * (len(fates.parts) - 1)), _LARGEST * scale)
    starts = [
        (sum(part.number for part in fates.parts[:index]) + _APART * index) * pitch for index in range(len(fates.parts))
    ]
    # What a source says of those who are taken away it may say of the others too: it stands over all.
    over = measure.wrap(" ".join(part.text for part in fates.parts[:-1]), said, width)
    block = measure.wrap(fates.parts[-1].text, said, width - starts[-1])
    first = 0.9 * figure.size + measure.leading(said)
    top = first + (len(over) - 1) * measure.leading(said) + 0.4 * figure.size
    bracket = top + _SIDE * pitch + 5 * scale
    numbers = bracket + 4 * scale + 0.8 * figure.size
    words = numbers + 4 * scale + said.size
    needed = words + (len(block) - 1) * measure.leading(said) + 0.4 * said.size
    if height is not None and needed > height:
        raise LayoutError(
            f"what became of the group needs {needed:.0f} pt, which is more than the {height:.0f} pt that it has",
            hint="Give its figure more height or width.",
        )
    plate = Plate(width, needed, palette, rtl=rtl)
    plate.words(number(fates.number), 0, 0.8 * figure.size, figure)
    beside = measure.width(number(fates.number), figure) + 0.3 * figure.size
    plate.words(plain(fates.group.name), beside, 0.8 * figure.size, name)
    plate.words("\n".join(over), 0, first, said)
    for index, (part, start) in enumerate(zip(fates.parts, starts, strict=True)):
        colour = "accent" if part is fates.parts[-1] else _COLOURS[index % len(_COLOURS)]
        side = _SIDE * pitch
        for left in (start + place * pitch for place in range(part.number)):
            plate.canvas.rect(Box(left, top, left + side, top + side), fill=colour)
        end = start + (part.number - 1) * pitch + side
        plate.canvas.line([(start, bracket), (end, bracket)], stroke=colour, width=1.2 * scale)
        plate.words(number(part.number), start, numbers, figure)
    plate.words("\n".join(block), starts[-1], words, said)
    return plate.figure((figure, name, said))
