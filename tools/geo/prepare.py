"""Make assets/articles/gulag-operation/map.json: the bundled article's map, ready to be drawn."""

from __future__ import annotations

import json
from pathlib import Path

from dossier import resources
from dossier.exhibits.map.basemap import dump
from dossier.exhibits.map.geography import prepare
from dossier.exhibits.map.spec import (
    Area,
    Bank,
    Between,
    LonLat,
    MapSpec,
    Near,
    Place,
    Reach,
    River,
    Window,
)
from dossier.exhibits.map.world import read_world
from dossier.model.project import load_project

GEO = resources.assets() / "geo"
MAP = resources.assets() / "articles" / "gulag-operation" / "map.json"


def points(path: Path, key: str) -> tuple[LonLat, ...]:
    """Return the points listed under `key` in a file of reference data."""
    return tuple((point["lon"], point["lat"]) for point in json.loads(path.read_text(encoding="utf-8"))[key])


def towns() -> tuple[Place, ...]:
    """Return the towns that the dossier places on the map."""
    places = load_project(MAP.parent).dossier.places
    return tuple(
        Place(place.id, (place.lon, place.lat))
        for place in places
        if place.kind == "town" and place.lon is not None and place.lat is not None
    )


SPEC = MapSpec(
    window=Window(west=34.0, east=101.0, south=53.6, north=72.9),
    parallels=(56.0, 70.0),
    year=1943,
    rivers=(
        River("northern-dvina", ((46.30, 60.76), (46.70, 61.25), (40.50, 64.60))),
        River("pechora", ((59.30, 62.20), (57.20, 65.10), (52.20, 65.45), (54.00, 68.20))),
        River(
            "ob",
            ((85.00, 52.45), (82.90, 55.00), (73.40, 61.20), (66.50, 66.20), (69.00, 66.75)),
            estuary=((71.80, 66.55), (73.00, 67.30), (74.00, 68.70), (73.30, 70.60), (74.00, 73.00)),
        ),
        River(
            "yenisey",
            ((91.40, 53.70), (92.90, 56.00), (93.00, 58.10), (86.20, 69.40), (83.11, 70.11)),
            estuary=((82.90, 70.80), (81.80, 71.60), (80.30, 73.00)),
        ),
        River("irtysh", ((77.50, 52.00), (73.40, 55.00), (68.20, 58.20), (69.00, 61.10)), quiet=True),
    ),
    zones=(
        Bank("zone-northern", river="northern-dvina", side="right", fade=(60, 120, 180)),
        Near("zone-central", river="pechora", fade=(40, 80, 120)),
        Between(
            "zone-eastern",
            first=Reach("ob", start=(82.90, 55.00), end=(74.00, 73.00)),
            open_first=((77.00, 73.20),),
            second=Reach("yenisey", start=(80.30, 73.00), end=(92.90, 56.00)),
            open_second=((90.49, 56.27), (87.75, 56.21), (85.62, 56.06), (84.39, 55.67)),
            fade=(60, 120, 180),
        ),
    ),
    railways=(("trans-siberian-railway", points(GEO / "trans-siberian-1943.json", "stations")),),
    crests=(("urals", points(GEO / "urals-crest.json", "points")),),
    areas=(
        Area("barents-sea", (44.5, 70.6), "sea"),
        Area("white-sea", (39.6, 65.9), "bay"),
        Area("kara-sea", (66.0, 71.6), "sea"),
        Area("komi", (52.5, 63.0), "done"),
    ),
    places=towns(),
)


def main() -> None:
    world = read_world(GEO / "world-50m.json")
    MAP.write_text(dump(prepare(SPEC, world)), encoding="utf-8")


if __name__ == "__main__":
    main()
