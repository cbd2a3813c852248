"""A map made ready: lines and polygons in kilometres on the sheet. Loading one needs no geography library."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dossier.errors import AssetError, Where
from dossier.exhibits.map.spec import AreaKind

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
Line = tuple[Point, ...]

FORMAT = "dossier-basemap/1"


@dataclass(frozen=True, slots=True)
class Stream:
    """A named river: its course, source to mouth, and what stands for it beyond the mouth."""

    id: str
    course: tuple[Line, ...]
    estuary: tuple[Line, ...]
    quiet: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Lines under one name: a railway, a crest."""

    id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Tint:
    """A zone as nested shapes, each a set of rings, from the widest and faintest to the narrowest and strongest."""

    id: str
    steps: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the name of something stands: a town's ring, or the middle of an area that has no drawn border."""

    id: str
    at: Point
    kind: AreaKind | Literal["place"]


@dataclass(frozen=True, slots=True)
class Meridian:
    """A line of the graticule; degrees east or north, south and west below nought."""

    degrees: int
    line: Line


@dataclass(frozen=True, slots=True)
class Globe:
    """The inset, in radii of the globe from its middle, y down: land, and the window on it."""

    land: tuple[Line, ...]
    window: Line


@dataclass(frozen=True, slots=True)
class Basemap:
    """What a map is drawn from. Points are kilometres, x from the frame's left and y from its top, down.

    The geography reaches `margin` km beyond the frame, so that a frame of another shape can be filled.
    Rings that bound land run one way round, their holes the other.
    """

    width: float
    height: float
    margin: float
    land: tuple[Line, ...]
    lakes: tuple[Line, ...]
    quiet_rivers: tuple[Line, ...]
    rivers: tuple[Stream, ...]
    zones: tuple[Tint, ...]
    railways: tuple[Named, ...]
    crests: tuple[Named, ...]
    spots: tuple[Spot, ...]
    meridians: tuple[Meridian, ...]
    parallels: tuple[Meridian, ...]
    globe: Globe

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all that is named, in the order of drawing: an edition has words for each."""
        rivers = (river.id for river in self.rivers)
        lines = (line.id for line in (*self.railways, *self.crests))
        return (*rivers, *lines, *(zone.id for zone in self.zones), *(spot.id for spot in self.spots))


def dump(basemap: Basemap) -> str:
    """Return `basemap` as JSON, one geometry a line, so that a change shows where it is."""
    parts = [f'"format": {json.dumps(FORMAT)}']
    for name, value in asdict(basemap).items():
        if isinstance(value, tuple):
            items = ",\n".join(json.dumps(item, separators=(",", ":")) for item in value)
            parts.append(f'"{name}": [\n{items}\n]' if value else f'"{name}": []')
        else:
            parts.append(f'"{name}": {json.dumps(value, separators=(",", ":"))}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def load(path: Path) -> Basemap:
    """Return the basemap at `path`; raises AssetError where it is missing, or was not made by `dump`."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        if read["format"] != FORMAT:
            raise ValueError(f"its format is {read['format']!r}, not {FORMAT!r}")
        return Basemap(
            width=read["width"],
            height=read["height"],
            margin=read["margin"],
            land=_lines(read["land"]),
            lakes=_lines(read["lakes"]),
            quiet_rivers=_lines(read["quiet_rivers"]),
            rivers=tuple(
                Stream(r["id"], _lines(r["course"]), _lines(r["estuary"]), r["quiet"]) for r in read["rivers"]
            ),
            zones=tuple(Tint(z["id"], tuple(_lines(step) for step in z["steps"])) for z in read["zones"]),
            railways=tuple(Named(r["id"], _lines(r["lines"])) for r in read["railways"]),
            crests=tuple(Named(c["id"], _lines(c["lines"])) for c in read["crests"]),
            spots=tuple(Spot(s["id"], _point(s["at"]), s["kind"]) for s in read["spots"]),
            meridians=tuple(Meridian(m["degrees"], _line(m["line"])) for m in read["meridians"]),
            parallels=tuple(Meridian(m["degrees"], _line(m["line"])) for m in read["parallels"]),
            globe=Globe(_lines(read["globe"]["land"]), _line(read["globe"]["window"])),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = f"{error!r} is missing" if isinstance(error, KeyError) else str(error)
        raise AssetError(
            f"the prepared map cannot be read: {reason}",
            hint="Prepare it again: dossier map my-project.",
            where=Where(path),
        ) from None


def _lines(lines: Sequence[Sequence[Sequence[float]]]) -> tuple[Line, ...]:
    return tuple(_line(line) for line in lines)


def _line(line: Sequence[Sequence[float]]) -> Line:
    return tuple(_point(point) for point in line)


def _point(point: Sequence[float]) -> Point:
    x, y = point
    return (x, y)
