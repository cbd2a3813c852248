"""Maps of drafts: a window about what is known, and map.yaml as the docs have it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.draft.map import map_for, map_text, window_about
from dossier.errors import SourceError
from dossier.exhibits.map.basemap import load
from dossier.exhibits.map.prepared import prepared, read_map, spec_of
from dossier.exhibits.map.spec import Bank, Between, Near
from dossier.model.dossier import Dossier, Event, EventDate, Licence, Place, Source

DOCS = Path(__file__).parents[3] / "docs" / "drafting.md"


def dossier(*points: tuple[float, float], year: str = "1943") -> Dossier:
    licence = Licence(name="CC BY-SA 4.0")
    source = Source(id="a", mark="A", title="A", path="a.txt", licence=licence, attribution="A")
    date = EventDate(edtf=year, words=year)
    event = Event(id="e", text="E", kind="editorial", title="E", date=date)
    places = tuple(
        Place(id=f"p{n}", name=f"P {n}", lat=lat, lon=lon, basis="a text") for n, (lat, lon) in enumerate(points)
    )
    return Dossier(dossier=1, id="d", title="D", licence=licence, sources=(source,), events=(event,), places=places)


def test_without_a_position_there_is_no_map() -> None:
    assert map_for(dossier()) is None


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(-85, 85), st.floats(-180, 180)), min_size=1, max_size=6))
def test_places_lie_within_the_window_or_are_too_far_apart(points: list[tuple[float, float]]) -> None:
    window = window_about(dossier(*points).places)
    assert -88 <= window.south < window.north <= 88
    width = (window.east - window.west) % 360
    assert 0 < width <= 300.1
    if width < 200:
        assert all((lon - window.west) % 360 <= width + 0.02 for _, lon in points)
        assert all(window.south - 0.01 <= lat <= window.north + 0.01 for lat, _ in points)


def test_a_window_may_span_the_180th_meridian() -> None:
    window = window_about(dossier((-17.0, 178.0), (-14.0, -171.0)).places)
    assert window.west > 0 > window.east


def test_places_too_far_apart_for_one_map_are_left_out() -> None:
    map = map_for(dossier((51.0, 2.0), (50.0, 3.0), (-33.0, 151.0)))
    assert map
    assert map.window.east < 60


def test_the_map_is_of_the_year_of_the_event() -> None:
    map = map_for(dossier((51.0, 2.0), year="1815"))
    assert map
    assert map.year == 1815


def test_a_plain_map_has_coast_and_places_and_no_border(tmp_path: Path) -> None:
    made = dossier((51.0, 2.4), (50.9, 1.9))
    map = map_for(made)
    assert map
    (tmp_path / "map.yaml").write_text(map_text(map), encoding="utf-8")
    assert read_map(tmp_path / "map.yaml") == map
    (tmp_path / "map.json").write_text(prepared(map, made, tmp_path / "map.yaml"), encoding="utf-8")
    basemap = load(tmp_path / "map.json")
    assert {spot.id for spot in basemap.spots} == {"p0", "p1"}
    assert basemap.land
    assert (basemap.zones, basemap.railways, basemap.rivers) == ((), (), ())
    assert "border" not in json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))


def test_the_example_of_the_docs_is_a_map(tmp_path: Path) -> None:
    (text,) = re.findall(r"^```yaml map\n(.*?)^```$", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    spec = spec_of(read_map(tmp_path / "map.yaml"), dossier((63.0, 52.5)))
    assert [type(zone) for zone in spec.zones] == [Bank, Near]
    assert spec.rivers[0].through[0] == (59.30, 62.20), "longitude first from here on"
    assert spec.parallels == (56, 70)


def test_a_zone_between_two_rivers(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(
        "map: 1\nwindow: {west: 60, east: 101, south: 53, north: 73}\nyear: 1943\nzones:\n"
        "  - id: z\n    first: {river: ob, start: {lat: 55, lon: 83}, end: {lat: 73, lon: 74}}\n"
        "    open-first: [{lat: 73, lon: 77}]\n"
        "    second: {river: yenisey, start: {lat: 73, lon: 80}, end: {lat: 56, lon: 93}}\n",
        encoding="utf-8",
    )
    (zone,) = spec_of(read_map(tmp_path / "map.yaml"), dossier()).zones
    assert isinstance(zone, Between)
    assert zone.open_first == ((77, 73),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("map: 1\nyear: 1943\n", "window"),
        ("map: 1\nyear: 1943\nwindow: {west: 1, east: 2, south: 5, north: 4}\n", "north must be greater"),
        ("map: 1\nyear: 1943\nwindow: {west: 1, east: 2, south: 4, north: 95}\n", "north"),
        ("map: 1\nyear: 1943\nwindow: {west: 1, east: 2, south: 4, north: 5}\nborders: []\n", "borders"),
        ("map: 1\nyear: 1943\nwindow: {west: 1, east: 2, south: 4, north: 5}\nzones: [{id: z, bank-of: r}]\n", "side"),
        ("map: [", "not valid YAML"),
    ],
)
def test_what_is_wrong_in_map_yaml_is_said_with_its_place(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=re.escape(words)) as raised:
        read_map(tmp_path / "map.yaml")
    assert raised.value.where
    assert raised.value.where.path == tmp_path / "map.yaml"


def test_a_river_that_is_not_there_is_said(tmp_path: Path) -> None:
    text = (
        "map: 1\nwindow: {west: 0, east: 8, south: 48, north: 54}\nyear: 1940\nrivers:\n"
        "  - {id: styx, through: [{lat: 53.9, lon: 1.0}, {lat: 53.8, lon: 1.2}]}\n"
    )
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="styx"):
        prepared(read_map(tmp_path / "map.yaml"), dossier((51.0, 2.4)), tmp_path / "map.yaml")
