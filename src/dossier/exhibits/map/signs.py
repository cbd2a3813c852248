"""The signs of a map, drawn alike on the map and in its legend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.exhibits.canvas import Box, Canvas, Point
from dossier.exhibits.map.kit import Kit
from dossier.exhibits.map.labels import Block
from dossier.exhibits.map.pattern import hachures, hatching, without
from dossier.exhibits.map.sheet import Line
from dossier.exhibits.map.words import LegendEntry
from dossier.model.exhibit import Label

RING = 1.5
"""Radius of a town's ring, points at scale 1."""


@dataclass(frozen=True, slots=True)
class ZoneLook:
    """How a zone is told from others: its tints, faintest first, and the direction and density of its hatching."""

    tints: tuple[str, str, str]
    angle: float
    spacing: float


LOOKS = (
    ZoneLook(("zone-1", "zone-2", "zone-4"), -45.0, 2.6),
    ZoneLook(("zone-1", "zone-2", "zone-3"), 45.0, 3.4),
    ZoneLook(("zone-1", "zone-1", "zone-2"), 0.0, 5.0),
)
"""Looks of zones in the order in which a map names them; a map with more of them begins again."""


class Signs:
    """Draws signs on `canvas`; `zones` are the ids of the map's zones in their order."""

    def __init__(self, canvas: Canvas, kit: Kit, zones: Sequence[str]) -> None:
        self.canvas = canvas
        self.kit = kit
        self.looks: Mapping[str, ZoneLook] = {zone: LOOKS[n % len(LOOKS)] for n, zone in enumerate(zones)}

    def tint(self, zone: str, steps: Sequence[Sequence[Line]]) -> None:
        """Fill the nested shapes of a zone, the faintest first."""
        for tint, rings in zip(self.looks[zone].tints, steps, strict=True):
            self.canvas.area(*rings, fill=tint)

    def hatch(self, zone: str, steps: Sequence[Sequence[Line]], words: Sequence[Block]) -> None:
        """Hatch a zone, wider where it fades, and not behind `words`."""
        look = self.looks[zone]
        lines = without(hatching(steps, look.angle, look.spacing * self.kit.scale), words)
        self.canvas.line(*lines, stroke="accent-2", width=0.4 * self.kit.scale)

    def river(self, lines: Iterable[Line], *, quiet: bool = False) -> None:
        """Draw the course of a named river, swelling from source to mouth."""
        for line in lines:
            if quiet:
                self.canvas.line(line, stroke="river", width=0.45 * self.kit.scale)
                continue
            quarter = max(1, len(line) // 4)
            for part, width in zip(range(4), (0.8, 1.1, 1.4, 1.6), strict=True):
                piece = line[part * quarter : (part + 1) * quarter + 1 if part < 3 else None]
                if len(piece) > 1:
                    self.canvas.line(piece, stroke="river", width=width * self.kit.scale, cap="round")

    def estuary(self, lines: Iterable[Line]) -> None:
        """Draw what stands for a river in open water."""
        scale = self.kit.scale
        for line in lines:
            self.canvas.line(line, stroke="river", width=0.9 * scale, dash=(3 * scale, 2.4 * scale))

    def railway(self, lines: Iterable[Line]) -> None:
        """Draw a railway: a dark line with light sleepers' gaps, as on maps of its time."""
        scale = self.kit.scale
        for line in lines:
            self.canvas.line(line, stroke="ink", width=1.3 * scale)
            self.canvas.line(line, stroke="paper", width=0.65 * scale, dash=(4 * scale, 4 * scale))

    def crest(self, lines: Iterable[Line], words: Sequence[Block] = ()) -> None:
        """Draw mountains along a crest as hachures, none behind `words`."""
        scale = self.kit.scale
        strokes = [stroke for line in lines for stroke in hachures(line, 5 * scale, 1.3 * scale)]
        clear = (stroke for stroke in strokes if not any(_covers(word, stroke) for word in words))
        self.canvas.area(*clear, fill="grey-2")

    def place(self, at: Point) -> None:
        """Draw the ring of a town."""
        self.canvas.disc(*at, RING * self.kit.scale, fill="paper", stroke="ink", width=0.6 * self.kit.scale)

    def draw(self, entry: LegendEntry, box: Box) -> list[Label]:
        """Draw the sign that `entry` explains in `box`; return the letter in it, if any."""
        middle = (box.y0 + box.y1) / 2
        line = [[(box.x0, middle), (box.x1, middle)]]
        match entry.symbol:
            case "zone":
                return self._zone(entry.id, box)
            case "open":
                self._open(box)
            case "river":
                self.canvas.line(*line, stroke="river", width=1.4 * self.kit.scale, cap="round")
            case "estuary":
                self.estuary(line)
            case "railway":
                self.railway(line)
            case "crest":
                self.crest([[(box.x0 + 2 * self.kit.scale, middle), (box.x1 - 2 * self.kit.scale, middle)]])
            case "place":
                self.place(((box.x0 + box.x1) / 2, middle))
            case "done":
                self.canvas.rect(Box(box.x0, middle - box.height / 4, box.x1, middle + box.height / 4), fill="accent")
        return []

    def _zone(self, zone: str, box: Box) -> list[Label]:
        kit, style = self.kit, self.kit.styles["legend-letter"]
        ring = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
        letter = kit.words.letters.get(zone, "")
        self.canvas.area(ring, fill=self.looks[zone].tints[-1])
        labels, blocks = [], []
        if letter:
            extent = kit.measure.extent(letter, style)
            x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1 + extent.ascent - extent.descent) / 2
            labels.append(Label(letter, x, y, style.name, "middle"))
            room = extent.width + 2 * kit.scale
            blocks.append(Block(x - room / 2, box.y0, room, box.height))
        self.hatch(zone, ((), (), (ring,)), blocks)
        return labels

    def _open(self, box: Box) -> None:
        steps = (0.0, 1 / 3, 2 / 3)
        rings = [
            ((box.x0, box.y0), (box.x1 - box.width * s, box.y0), (box.x1 - box.width * s, box.y1), (box.x0, box.y1))
            for s in steps
        ]
        zone = next(iter(self.looks))
        self.tint(zone, [[ring] for ring in rings])
        self.hatch(zone, [[ring] for ring in rings], ())


def _covers(word: Block, stroke: Sequence[Point]) -> bool:
    x, y = word.local(stroke[2])
    base = word.local(stroke[0])
    return (0 < x < word.width and 0 < y < word.height) or (0 < base[0] < word.width and 0 < base[1] < word.height)
