"""map.yaml: what a project's map shows. Coordinates are degrees, north and east positive.

Places come from dossier.yaml; rivers are traced between points that lie near them. Borders are not known here: those of
today are not those of the event.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from dossier.model.base import Frozen, Hyphenated, Id

Lat = Annotated[float, Field(ge=-90, le=90)]
Lon = Annotated[float, Field(ge=-180, le=180)]
Fade = Annotated[tuple[float, float, float], Field(description="Distances in km at which a zone's tint fades.")]


class Point(Frozen):
    """A point on the globe."""

    lat: Lat
    lon: Lon


class Window(Frozen):
    """The frame of the map. East may be less than west: such a window spans the 180th meridian."""

    west: Lon
    east: Lon
    south: Lat
    north: Lat

    @model_validator(mode="after")
    def _has_an_inside(self) -> Window:
        if not self.south + 0.1 <= self.north:
            raise ValueError("north must be greater than south")
        if (self.east - self.west) % 360 < 0.1:
            raise ValueError("west and east must not be the same")
        return self


class River(Frozen):
    """A river by its id in dossier.yaml, with points near it from source to mouth.

    A `quiet` one is drawn no heavier than those without a name.
    """

    id: Id
    through: Annotated[tuple[Point, ...], Field(min_length=2)]
    estuary: tuple[Point, ...] = ()
    quiet: bool = False


class Area(Frozen):
    """A sea or a region that is known by name only: the point says where its name may stand."""

    id: Id
    at: Point
    kind: Literal["sea", "bay", "region", "done", "range"] = "region"


class Reach(Frozen):
    """The part of a river between the points nearest to two others."""

    river: Id
    start: Point
    end: Point


class Zone(Hyphenated):
    """A zone of dossier.yaml: along one bank of a river, near a river, or between two.

    Between two rivers it is a ring: `first`, `open-first`, `second`, `open-second`; on its open sides it has no edge.
    """

    id: Id
    bank_of: Id | None = None
    side: Literal["left", "right"] | None = Field(default=None, description="As seen going downstream.")
    near: Id | None = None
    first: Reach | None = None
    open_first: tuple[Point, ...] = ()
    second: Reach | None = None
    open_second: tuple[Point, ...] = ()
    fade: Fade = (60.0, 120.0, 180.0)

    @model_validator(mode="after")
    def _one_kind(self) -> Zone:
        kinds = (self.bank_of is not None, self.near is not None, self.first is not None and self.second is not None)
        if kinds.count(True) != 1:
            raise ValueError("a zone is on a bank (bank-of, side), near a river (near), or between two (first, second)")
        if (self.bank_of is None) != (self.side is None):
            raise ValueError("a bank needs a river and a side: bank-of and side")
        return self


class MapFile(Frozen):
    """All that a map is prepared from, beside the places of dossier.yaml that have coordinates."""

    map: Literal[1] = Field(description="The version of this format.")
    window: Window
    year: Annotated[int, Field(ge=-9999, le=9999)] = Field(
        description="Reservoirs that were filled later are left out."
    )
    parallels: tuple[Lat, Lat] | None = Field(
        default=None,
        description="Standard parallels of a Lambert conformal conic; without them an equal-area projection.",
    )
    rivers: tuple[River, ...] = ()
    areas: tuple[Area, ...] = ()
    zones: tuple[Zone, ...] = ()
