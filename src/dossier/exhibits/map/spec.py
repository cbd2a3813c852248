"""What a map is prepared from: a window on the globe and the things named in it, all by longitude and latitude.

Nothing here is a word to print. Every named thing has an id, unique in its map, under which the edition's words for it
are found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LonLat = tuple[float, float]
"""Degrees east, degrees north."""

AreaKind = Literal["sea", "bay", "region", "done", "range"]
"""Open water, a smaller one, a region, the region where something was done, or mountains without a crest line."""

Fade = tuple[float, float, float]
"""Distances, km, from the river that bounds a zone or from its open side, at which its tint changes by a step."""

Side = Literal["left", "right"]
"""A bank, as seen going downstream."""


@dataclass(frozen=True, slots=True)
class Window:
    """The frame of a map, degrees. North and south hold on its middle meridian, west and east on its middle parallel.

    East may be less than west: such a window spans the 180th meridian.
    """

    west: float
    east: float
    south: float
    north: float


@dataclass(frozen=True, slots=True)
class Place:
    """A town, a camp, a battlefield: a point that is known as one."""

    id: str
    at: LonLat


@dataclass(frozen=True, slots=True)
class Area:
    """Something known by name only: the point says where its name may stand, not where its borders are."""

    id: str
    at: LonLat
    kind: AreaKind


@dataclass(frozen=True, slots=True)
class River:
    """A river that is named. It is traced, source to mouth, `through` points near nameless vectors of the world layer.

    `estuary` goes on from the mouth in straight pieces where the world layer has open water: drawn as illustrative.
    A `quiet` river helps to find the way and is no heavier than the nameless ones.
    """

    id: str
    through: tuple[LonLat, ...]
    estuary: tuple[LonLat, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bank:
    """A zone along one bank of a river, of which a source gives no other edge."""

    id: str
    river: str
    side: Side
    fade: Fade


@dataclass(frozen=True, slots=True)
class Near:
    """A zone about a river, of which a source gives no edge."""

    id: str
    river: str
    fade: Fade


@dataclass(frozen=True, slots=True)
class Reach:
    """The part of a named river, estuary included, between the points nearest to two others."""

    river: str
    start: LonLat
    end: LonLat


@dataclass(frozen=True, slots=True)
class Between:
    """A zone from one river to another: a ring of the first reach, an open side, the second reach, an open side.

    On its open sides no source gives an edge.
    """

    id: str
    first: Reach
    open_first: tuple[LonLat, ...]
    second: Reach
    open_second: tuple[LonLat, ...]
    fade: Fade


Zone = Bank | Near | Between


@dataclass(frozen=True, slots=True)
class MapSpec:
    """All that a basemap is prepared from.

    `parallels` are the standard parallels of a Lambert conformal conic; without them the projection is Lambert's
    azimuthal equal-area, which suits any window. `year` keeps out reservoirs that were filled later.
    """

    window: Window
    year: int
    parallels: tuple[float, float] | None = None
    places: tuple[Place, ...] = ()
    areas: tuple[Area, ...] = ()
    rivers: tuple[River, ...] = ()
    zones: tuple[Zone, ...] = ()
    railways: tuple[tuple[str, tuple[LonLat, ...]], ...] = ()
    crests: tuple[tuple[str, tuple[LonLat, ...]], ...] = ()
