"""A project's map: from map.yaml and the places of its dossier to map.json."""

from __future__ import annotations

from pathlib import Path

from dossier import resources
from dossier.errors import SourceError, Where
from dossier.exhibits.map import spec
from dossier.exhibits.map.basemap import dump
from dossier.exhibits.map.geography import prepare
from dossier.exhibits.map.world import read_world
from dossier.model import mapfile
from dossier.model.dossier import Dossier
from dossier.model.validation import InvalidError, validated
from dossier.model.yaml import read_yaml

FILE = "map.yaml"


def read_map(path: Path) -> mapfile.MapFile:
    """Return what map.yaml says; raises SourceError with the line where it is not what it should be."""
    document = read_yaml(path)
    try:
        return validated(mapfile.MapFile, document, document.value)
    except InvalidError as error:
        first = error.findings[0]
        raise SourceError(first.message, hint=first.hint, where=first.where) from None


def prepared(map: mapfile.MapFile, dossier: Dossier, path: Path) -> str:
    """Return the text of map.json for `map`, which stands at `path`, and the places of `dossier`.

    Raises SourceError where a river cannot be traced or a zone names none. It takes a few seconds.
    """
    try:
        return dump(prepare(spec_of(map, dossier), read_world(resources.assets() / "geo" / "world-50m.json")))
    except SourceError as error:
        raise SourceError(error.message, hint=error.hint or "See docs/drafting.md.", where=Where(path)) from None


def spec_of(map: mapfile.MapFile, dossier: Dossier) -> spec.MapSpec:
    """Return the specification that `map` and the places of `dossier` with coordinates make together."""
    areas = {area.id for area in map.areas}
    window = map.window
    return spec.MapSpec(
        window=spec.Window(window.west, window.east, window.south, window.north),
        year=map.year,
        parallels=map.parallels,
        places=tuple(
            spec.Place(place.id, (place.lon, place.lat))
            for place in dossier.places
            if place.lat is not None and place.lon is not None and place.id not in areas
        ),
        areas=tuple(spec.Area(area.id, _at(area.at), area.kind) for area in map.areas),
        rivers=tuple(
            spec.River(river.id, _way(river.through), _way(river.estuary), river.quiet) for river in map.rivers
        ),
        zones=tuple(_zone(zone) for zone in map.zones),
    )


def _zone(zone: mapfile.Zone) -> spec.Zone:
    if zone.bank_of is not None and zone.side is not None:
        return spec.Bank(zone.id, zone.bank_of, zone.side, zone.fade)
    if zone.near is not None:
        return spec.Near(zone.id, zone.near, zone.fade)
    assert zone.first is not None
    assert zone.second is not None
    return spec.Between(
        zone.id, _reach(zone.first), _way(zone.open_first), _reach(zone.second), _way(zone.open_second), zone.fade
    )


def _reach(reach: mapfile.Reach) -> spec.Reach:
    return spec.Reach(reach.river, _at(reach.start), _at(reach.end))


def _way(points: tuple[mapfile.Point, ...]) -> tuple[spec.LonLat, ...]:
    return tuple(_at(point) for point in points)


def _at(point: mapfile.Point) -> spec.LonLat:
    return (point.lon, point.lat)
