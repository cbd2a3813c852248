"""The bundled map in every language and every layout that shows it: each name is there, clear, and where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import pytest
from shapely import make_valid, union_all
from shapely.affinity import rotate
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from dossier import resources
from dossier.exhibits.gallery import map_words
from dossier.exhibits.map.basemap import Basemap, load
from dossier.exhibits.map.drawing import DrawnMap, draw_map
from dossier.exhibits.map.words import MapWords
from dossier.exhibits.measure import Measure
from dossier.exhibits.voice import voice_of
from dossier.layouts import load_layout
from dossier.locales.catalogs import localize
from dossier.model.exhibit import Label
from dossier.model.project import Project, load_project
from dossier.units import mm

BUNDLED = resources.assets() / "articles" / "gulag-operation"
TAGS = ("en", *sorted(path.stem for path in (BUNDLED / "locale").glob("*.po")))
LAYOUTS = ("dossier", "panels-a1", "banner-850x2000", "map-a1")
QUICK = [("dossier", tag) for tag in ("ar", "uk")]
EVERY = [
    pytest.param(layout, tag, marks=() if (layout, tag) in QUICK else pytest.mark.slow)
    for layout in LAYOUTS
    for tag in TAGS
]


@dataclass(frozen=True)
class Name:
    """A label of the map with its ink, worked out without the code under test; its text is without spaces."""

    text: str
    style: str
    ink: BaseGeometry


@dataclass(frozen=True)
class Atlas:
    """A drawn map with what its names are held against, all in points of the figure."""

    drawn: DrawnMap
    words: MapWords
    basemap: Basemap
    scale: float
    names: tuple[Name, ...]
    leaders: tuple[LineString, ...]

    def of(self, *styles: str) -> list[Name]:
        return [name for name in self.names if name.style in styles]

    def called(self, id: str) -> Name:
        """Return the name of what has the id; a text that two things have is not asked for here."""
        return next(name for name in self.names if name.text == closed_up(self.words.names[id]))

    def tint(self, id: str) -> BaseGeometry:
        zone = next(zone for zone in self.basemap.zones if zone.id == id)
        rings = [make_valid(Polygon(ring)) for ring in self.drawn.sheet.rings(zone.steps[0])]
        return max(rings, key=lambda ring: ring.area)

    def at(self, id: str) -> Point:
        return Point(self.drawn.sheet.point(next(spot.at for spot in self.basemap.spots if spot.id == id)))

    def towns(self) -> list[str]:
        return [spot.id for spot in self.basemap.spots if spot.kind == "place"]


@cache
def project() -> Project:
    return load_project(BUNDLED)


@cache
def basemap() -> Basemap:
    return load(BUNDLED / "map.json")


@cache
def atlas(layout_name: str, tag: str) -> Atlas:
    layout, voice = load_layout(layout_name), voice_of(tag)
    size = layout.data.figures["map"]
    dossier = localize(project().dossier, BUNDLED, voice.locale).dossier
    words = map_words(dossier, basemap(), voice)
    assert size.height is not None
    drawn = draw_map(
        basemap(), words, mm(size.width), mm(size.height), layout.screen_palette, voice.measure, size.scale, size.least
    )
    names = tuple(named(label, drawn, voice.measure) for label in drawn.figure.labels)
    accent = layout.screen_palette["accent"]
    lines = re.findall(rf'd="M([-\d. ]+)" stroke="{accent}"', drawn.figure.svg)
    ends = [[float(number) for number in re.findall(r"-?[\d.]+", line)] for line in lines]
    leaders = tuple(LineString([(x0, y0), (x1, y1)]) for x0, y0, x1, y1 in (each for each in ends if len(each) == 4))
    return Atlas(drawn, words, basemap(), size.scale, names, leaders)


def named(label: Label, drawn: DrawnMap, measure: Measure) -> Name:
    return Name(closed_up(label.text), label.style, union_all(list(lines(label, drawn, measure))))


def covered(name: Name, area: BaseGeometry) -> float:
    """Return the part of a name's ink that lies on an area."""
    return float(name.ink.intersection(area).area / name.ink.area)


def closed_up(text: str) -> str:
    """Return `text` without its spaces, of whatever kind and wherever a line ends."""
    return "".join(text.split())


def lines(label: Label, drawn: DrawnMap, measure: Measure) -> Iterator[Polygon]:
    """Yield the ink of each line of a label."""
    style = drawn.figure.style(label.style)
    for number, line in enumerate(label.text.split("\n")):
        extent = measure.extent(line, style)
        left = label.x - {"start": 0.0, "middle": extent.width / 2, "end": extent.width}[label.anchor]
        base = label.y + number * style.leading * measure.size(style)
        ink = box(left, base - extent.ascent, left + extent.width, base + extent.descent)
        yield rotate(ink, label.angle, origin=(label.x, label.y))


every = pytest.mark.parametrize(("layout", "tag"), EVERY)


@every
def test_all_that_has_a_name_is_named(layout: str, tag: str) -> None:
    found = atlas(layout, tag)
    assert found.drawn.diagnostics == ()
    texts = [name.text for name in found.names]
    for id in found.basemap.ids():
        if id in found.words.names:
            assert closed_up(found.words.names[id]) in texts, id
    for letter in found.words.letters.values():
        assert (letter, "letter") in [(name.text, name.style) for name in found.names]
    for note in found.words.notes.values():
        assert closed_up(note) in texts


@every
def test_no_two_names_touch(layout: str, tag: str) -> None:
    found = atlas(layout, tag)
    for a, b in combinations(found.names, 2):
        assert a.ink.distance(b.ink) > 0.3 * found.scale, (a.text, b.text)
    for leader in found.leaders:
        for name in found.names:
            assert leader.distance(name.ink) > 0.3 * found.scale, name.text


@every
def test_a_zone_s_name_is_in_its_tint_or_on_a_leader_from_its_letter(layout: str, tag: str) -> None:
    found = atlas(layout, tag)
    outside = 0
    for zone in found.basemap.zones:
        name, letter = found.called(zone.id), found.words.letters[zone.id]
        mark = next(each for each in found.of("letter") if each.text == letter)
        assert found.tint(zone.id).contains(mark.ink.centroid)
        if found.tint(zone.id).contains(name.ink):
            continue
        outside += 1
        near = 10 * found.scale
        assert any(leader.distance(name.ink) < near and leader.distance(mark.ink) < near for leader in found.leaders), (
            name.text
        )
        others = [found.tint(other.id) for other in found.basemap.zones if other.id != zone.id]
        assert all(covered(name, tint) < 0.15 for tint in others), name.text
    assert outside == len(found.leaders)


@every
def test_the_area_of_the_landing_keeps_clear_of_the_zones_and_their_names(layout: str, tag: str) -> None:
    found = atlas(layout, tag)
    for name in found.of("done", "note"):
        for other in found.of("zone", "letter"):
            assert name.ink.distance(other.ink) > 3.5 * found.scale, (name.text, other.text)
        for zone in found.basemap.zones:
            assert covered(name, found.tint(zone.id)) < 0.15, (name.text, zone.id)


@every
def test_a_town_s_name_is_nearest_to_its_own_ring(layout: str, tag: str) -> None:
    found = atlas(layout, tag)
    towns = found.towns()
    for town in towns:
        ink = found.called(town).ink
        own, others = ink.distance(found.at(town)), [ink.distance(found.at(o)) for o in towns if o != town]
        assert min(others) > max(1.15 * own, 4.5 * found.scale), found.words.names[town]


@every
def test_a_river_s_name_is_beside_it_on_no_named_river(layout: str, tag: str) -> None:
    found = atlas(layout, tag)
    strong, named = (
        MultiLineString(
            found.drawn.sheet.lines(
                line for river in found.basemap.rivers if not (firm and river.quiet) for line in river.course
            )
        )
        for firm in (True, False)
    )
    for name in found.of("river"):
        assert name.ink.distance(named) > found.scale, name.text
    for name in found.of("zone", "place", "letter"):
        assert name.ink.distance(strong) > found.scale, name.text


@every
def test_degrees_touch_no_line_of_the_border(layout: str, tag: str) -> None:
    found = atlas(layout, tag)
    frame = found.drawn.sheet.frame
    inner = box(frame.x0, frame.y0, frame.x1, frame.y1).exterior
    outer = box(0, 0, found.drawn.figure.width, frame.y1 + frame.y0).exterior
    for name in found.of("degrees"):
        assert name.ink.distance(inner) > found.scale, name.text
        assert name.ink.distance(outer) > found.scale, name.text


@every
def test_a_sea_s_name_lies_on_water(layout: str, tag: str) -> None:
    found = atlas(layout, tag)
    land = [make_valid(Polygon(ring)) for ring in found.drawn.sheet.rings(found.basemap.land)]
    for name in found.of("sea", "bay"):
        dry = sum(covered(name, part) for part in land)
        assert dry < 0.45, (name.text, dry)
