"""Preparing a map: what is traced, where tints end, what the bundled map may and may not hold."""

from __future__ import annotations

import runpy
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from shapely.geometry import LineString, MultiLineString, Point, Polygon

from dossier import resources
from dossier.errors import AssetError, SourceError
from dossier.exhibits.map import zones
from dossier.exhibits.map.basemap import Basemap, Line, dump, load
from dossier.exhibits.map.geography import prepare
from dossier.exhibits.map.plane import Plane, middle
from dossier.exhibits.map.spec import Area, Bank, Between, LonLat, MapSpec, Near, Place, Reach, River, Window
from dossier.exhibits.map.trace import distance, network, trace
from dossier.exhibits.map.world import Lake, World, read_world, unwrap

SPEC: MapSpec = runpy.run_path(str(Path(__file__).parents[3] / "tools" / "geo" / "prepare.py"))["SPEC"]
MAP = resources.assets() / "articles" / "gulag-operation" / "map.json"
RIVER = LineString([(0, 0), (0, 500)])
"""Flows north, in km: its right bank is the east."""


def box(west: float, south: float, east: float, north: float) -> Line:
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def flat(point: LonLat) -> tuple[float, float]:
    return point


@pytest.fixture(scope="module")
def bundled() -> Basemap:
    return load(MAP)


@pytest.fixture(scope="module")
def plane() -> Plane:
    return Plane(SPEC.window, SPEC.parallels)


def stream(basemap: Basemap, name: str) -> MultiLineString:
    (river,) = (river for river in basemap.rivers if river.id == name)
    return MultiLineString([*river.course, *river.estuary])


def tint(basemap: Basemap, name: str, step: int) -> Polygon:
    (zone,) = (zone for zone in basemap.zones if zone.id == name)
    return shapely.union_all([shapely.make_valid(Polygon(ring)) for ring in zone.steps[step]])


# Lines without names


def test_distance_is_a_degree_of_latitude_or_half_of_it_at_60_north() -> None:
    assert distance((10, 50), (10, 51)) == pytest.approx(111.2)
    assert distance((10, 60), (11, 60)) == pytest.approx(55.6, rel=1e-3)


def test_a_river_is_the_shortest_way_between_its_anchors() -> None:
    graph = network([((0, 0), (1, 0), (2, 0)), ((1, 0), (1, 1)), ((2, 0), (2, 1), (1, 1))])
    assert trace(graph, [(0.1, 0.1), (1.1, 1.1)], "river") == ((0, 0), (1, 0), (1, 1))
    assert trace(graph, [(1, 1), (2, 1), (2, 0)], "river") == ((1, 1), (2, 1), (2, 0))


def test_small_gaps_are_bridged_and_large_ones_are_not() -> None:
    first = ((0.0, 0.0), (1.0, 0.0))
    assert trace(network([first, ((1.3, 0.0), (2.0, 0.0))]), [(0, 0), (2, 0)], "river")[1:3] == ((1, 0), (1.3, 0))
    with pytest.raises(SourceError, match="do not connect"):
        trace(network([first, ((1.5, 0.0), (2.0, 0.0))]), [(0, 0), (2, 0)], "river")


def test_an_anchor_without_a_river_is_an_error() -> None:
    with pytest.raises(SourceError, match=r"nile: the world layer has no river within 60 km of 5\.00 N 5\.00 E"):
        trace(network([((0, 0), (1, 0))]), [(0, 0), (5, 5)], "nile")


def test_unwrapped_lines_go_on_beyond_180() -> None:
    assert unwrap(((179, 0), (-179, 1), (-178, 2), (179, 3))) == ((179, 0), (181, 1), (182, 2), (179, 3))


# Zones


def test_a_bank_has_only_its_side_and_tapers_to_the_ends_of_its_river() -> None:
    wide, middle, strong = zones.steps(Bank("z", "r", "right", (50, 100, 150)), {"r": RIVER}, flat)
    assert wide.bounds == pytest.approx((0, 0, 150, 500), abs=0.5)
    assert strong.bounds == pytest.approx((0, 0, 50, 500), abs=0.5)
    assert middle.difference(wide).area < 1
    assert strong.difference(middle).area < 1
    assert not wide.contains(Point(100, 20))
    left = zones.steps(Bank("z", "r", "left", (50, 100, 150)), {"r": RIVER}, flat)[0]
    assert left.bounds == pytest.approx((-150, 0, 0, 500), abs=0.5)


def test_near_is_both_sides() -> None:
    wide = zones.steps(Near("z", "r", (40, 80, 120)), {"r": RIVER}, flat)[0]
    assert wide.bounds == pytest.approx((-120, 0, 120, 500), abs=0.5)


def test_between_is_firm_on_its_rivers_and_stops_short_of_its_open_sides() -> None:
    other = LineString([(1000, 0), (1000, 500)])
    zone = Between("z", Reach("r", (0, 0), (0, 500)), (), Reach("s", (1000, 500), (1000, 0)), (), (60, 120, 180))
    wide, _, strong = zones.steps(zone, {"r": RIVER, "s": other}, flat)
    assert wide.bounds == pytest.approx((0, 60, 1000, 440))
    assert strong.bounds == pytest.approx((0, 180, 1000, 320))


def test_a_zone_needs_its_river() -> None:
    with pytest.raises(SourceError, match="the zone 'z' is bounded by the river 'lena', which the map does not name"):
        zones.steps(Near("z", "lena", (1, 2, 3)), {"r": RIVER}, flat)


# Any window


def test_the_middle_of_a_window_across_the_180th_meridian() -> None:
    assert middle(Window(170, -160, 50, 60)) == (185, 55)
    assert middle(Window(10, 30, -20, 40)) == (20, 10)


def test_a_window_across_the_180th_meridian_has_land_on_both_sides() -> None:
    world = World((((box(150, 50, 175, 60)),), ((box(-175, 50, -150, 60)),)), (), (((178, 52), (183, 53)),))
    places = (Place("west", (174, 55)), Place("east", (-174, 55)))
    basemap = prepare(MapSpec(Window(170, -170, 50, 60), 1943, places=places), world)
    west, east = sorted(basemap.land, key=lambda ring: ring[0])
    assert Polygon(west).contains(Point(basemap.spots[0].at))
    assert Polygon(east).contains(Point(basemap.spots[1].at))
    assert max(x for x, _ in west) < min(x for x, _ in east)
    assert len(basemap.quiet_rivers) == 1
    assert {meridian.degrees for meridian in basemap.meridians} >= {175, -180, -175}


def test_land_that_crosses_the_180th_meridian_is_whole() -> None:
    world = World(((box(170, 50, 190, 60),),), (), ())
    basemap = prepare(MapSpec(Window(-178, -160, 48, 62), 1943), world)
    assert len(basemap.land) == 1
    assert Polygon(basemap.land[0]).contains(Point(basemap.width / 2 - 200, basemap.height / 2))


def test_a_reservoir_shows_only_once_it_was_full() -> None:
    lakes = (Lake((box(2, 2, 3, 3),), 1947), Lake((box(4, 4, 5, 5),)))
    world = World(((box(-20, -20, 20, 20),),), lakes, ())
    spec = MapSpec(Window(0, 10, 0, 10), 1943)
    assert len(prepare(spec, world).lakes) == 1
    assert len(prepare(replace(spec, year=1950), world).lakes) == 2


def test_an_island_in_a_lake_is_a_hole() -> None:
    world = World(((box(-20, -20, 20, 20),),), (Lake((box(2, 2, 8, 8), box(4, 4, 6, 6))),), ())
    outer, hole = prepare(MapSpec(Window(0, 10, 0, 10), 1943), world).lakes
    assert shapely.LinearRing(outer).is_ccw != shapely.LinearRing(hole).is_ccw


def test_a_basemap_is_read_as_it_was_written(tmp_path: Path) -> None:
    world = World(((box(-20, -20, 20, 20),),), (), (((1, 1), (2, 5), (3, 9)),))
    spec = MapSpec(
        Window(0, 10, 0, 10),
        1943,
        rivers=(River("r", ((1, 1), (3, 9)), estuary=((3, 9.5),)),),
        zones=(Near("z", "r", (40, 80, 120)),),
        areas=(Area("a", (5, 5), "done"),),
        crests=(("c", ((7, 1), (7, 9))),),
    )
    basemap = prepare(spec, world)
    path = tmp_path / "map.json"
    path.write_text(dump(basemap), encoding="utf-8")
    assert load(path) == basemap
    assert basemap.ids() == ("r", "c", "z", "a")


@pytest.mark.parametrize("text", ["", "[]", '{"format": "other"}', '{"format": "dossier-basemap/1", "width": 3}'])
def test_what_is_no_basemap_is_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "map.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AssetError, match="the prepared map cannot be read"):
        load(path)


def test_a_missing_world_layer_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AssetError, match="the world layer cannot be read"):
        read_world(tmp_path / "none.json")


# The bundled map


def test_the_bundled_map_is_what_its_specification_gives(bundled: Basemap) -> None:
    made = prepare(SPEC, read_world(resources.assets() / "geo" / "world-50m.json"))
    assert made.ids() == bundled.ids()
    assert (made.width, made.height) == (bundled.width, bundled.height)
    for ours, theirs in zip(made.zones, bundled.zones, strict=True):
        for step, other in zip(ours.steps, theirs.steps, strict=True):
            areas = [sum(Polygon(ring).area for ring in rings) for rings in (step, other)]
            assert areas[0] == pytest.approx(areas[1], rel=1e-3)


def test_the_northern_zone_is_the_right_shore_of_the_northern_dvina(bundled: Basemap, plane: Plane) -> None:
    river = stream(bundled, "northern-dvina")
    zone = tint(bundled, "zone-northern", 0)
    assert zone.hausdorff_distance(river) < 182
    east, west = ((43.9, 63.0), (42.0, 63.0))
    assert zone.contains(Point(plane.on_sheet(plane.project(east))))
    assert not zone.contains(Point(plane.on_sheet(plane.project(west))))


def test_the_central_zone_is_near_the_pechora_on_both_sides(bundled: Basemap) -> None:
    river = stream(bundled, "pechora")
    zone = tint(bundled, "zone-central", 0)
    assert max(Point(point).distance(river) for point in zone.exterior.coords) < 121
    assert zone.contains(river.interpolate(0.5, normalized=True).buffer(100))


def test_the_eastern_zone_lies_between_the_ob_and_the_yenisey(bundled: Basemap, plane: Plane) -> None:
    zone = tint(bundled, "zone-eastern", 0)
    rivers = (stream(bundled, "ob"), stream(bundled, "yenisey"))
    inside: dict[str, LonLat] = {"Surgut's right bank": (74, 62.5), "Taz": (79, 66), "north of Tomsk": (86, 58.5)}
    outside: dict[str, LonLat] = {
        "Berezovo": (64.5, 64),
        "Yamal": (70, 70),
        "Omsk": (73.4, 55),
        "Tura": (100, 64),
        "Novosibirsk": (83, 55),
    }
    for name, point in inside.items():
        assert zone.contains(Point(plane.on_sheet(plane.project(point)))), name
    for name, point in outside.items():
        assert not zone.contains(Point(plane.on_sheet(plane.project(point)))), name
    assert all(zone.distance(river) < 2 for river in rivers)


def test_the_eastern_zone_fades_before_the_railway_and_the_far_north(bundled: Basemap, plane: Plane) -> None:
    (railway,) = bundled.railways
    for step, distance_km in ((0, 50), (1, 105), (2, 160)):
        zone = tint(bundled, "zone-eastern", step)
        assert zone.distance(MultiLineString(railway.lines)) > distance_km
        assert not zone.contains(Point(plane.on_sheet(plane.project((77, 72.9)))))


def test_no_zone_reaches_from_the_pechora_to_the_ob(bundled: Basemap, plane: Plane) -> None:
    crest = LineString([plane.on_sheet(plane.project(at)) for at in ((62.6, 66.0), (61.5, 65.0), (61.5, 62.0))])
    for zone in bundled.zones:
        assert tint(bundled, zone.id, 0).distance(crest) > 0, zone.id
    central, eastern = tint(bundled, "zone-central", 0), tint(bundled, "zone-eastern", 0)
    assert central.distance(eastern) > 150
    assert tint(bundled, "zone-northern", 0).distance(central) > 50


def test_tints_are_nested(bundled: Basemap) -> None:
    for zone in bundled.zones:
        wide, middle, strong = (tint(bundled, zone.id, step) for step in range(3))
        assert wide.area > middle.area > strong.area > 0
        assert middle.difference(wide).area < 0.001 * middle.area
        assert strong.difference(middle).area < 0.001 * strong.area


def test_the_landing_has_no_point(bundled: Basemap) -> None:
    assert [spot.kind for spot in bundled.spots if spot.id == "komi"] == ["done"]
    assert {spot.id for spot in bundled.spots if spot.kind == "done"} == {"komi"}


def test_nothing_is_there_that_was_not_in_june_1943(bundled: Basemap, plane: Plane) -> None:
    rybinsk = Point(plane.on_sheet(plane.project((38.4, 58.6))))
    assert not any(Polygon(lake).contains(rybinsk) for lake in bundled.lakes)
    assert [railway.id for railway in bundled.railways] == ["trans-siberian-railway"]
    kotlas, vorkuta = ((46.65, 61.26), (64.0, 67.5))
    railway = MultiLineString(bundled.railways[0].lines)
    for station in (kotlas, vorkuta):
        assert railway.distance(Point(plane.on_sheet(plane.project(station)))) > 200
