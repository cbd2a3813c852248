"""The drawn map: names that never touch, nothing firm but rivers, the same bytes every time."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

import pytest
from shapely.affinity import rotate
from shapely.geometry import LineString, MultiLineString, Polygon, box

from dossier import resources
from dossier.errors import LayoutError
from dossier.exhibits.canvas import Box
from dossier.exhibits.map.basemap import Basemap, load
from dossier.exhibits.map.drawing import DrawnMap, draw_map
from dossier.exhibits.map.geography import prepare
from dossier.exhibits.map.labels import Block
from dossier.exhibits.map.pattern import hachures, hatching, interrupted, walk, without
from dossier.exhibits.map.sheet import clipped, cut_ring, fit
from dossier.exhibits.map.spec import Area, MapSpec, Place, Window
from dossier.exhibits.map.words import LegendEntry, MapWords, english_degrees
from dossier.exhibits.map.world import World
from dossier.exhibits.measure import Measure
from dossier.locales.fonts import fonts_for
from dossier.locales.locale import locale
from dossier.model.exhibit import Figure, Label
from dossier.units import mm

SWATCHES = (
    *("paper", "ink", "grey-1", "grey-2", "grey-3", "land", "water", "river", "accent", "accent-2"),
    *("zone-1", "zone-2", "zone-3", "zone-4"),
)
PALETTE = {name: f"#{number:02X}{number:02X}{255 - number:02X}" for number, name in enumerate(SWATCHES, start=1)}
WIDTH = mm(170)

ENGLISH = MapWords(
    names={
        "northern-dvina": "Northern Dvina",
        "pechora": "Pechora",
        "ob": "Ob",
        "yenisey": "Yenisey",
        "irtysh": "Irtysh",
        "white-sea": "White Sea",
        "barents-sea": "Barents Sea",
        "kara-sea": "Kara Sea",
        "urals": "Ural Mountains",
        "trans-siberian-railway": "Trans-Siberian Railway",
        "komi": "Komi",
        "arkhangelsk": "Arkhangelsk",
        "kotlas": "Kotlas",
        "syktyvkar": "Syktyvkar",
        "naryan-mar": "Naryan-Mar",
        "salekhard": "Salekhard",
        "igarka": "Igarka",
        "kirov": "Kirov",
        "molotov": "Molotov (now Perm)",
        "sverdlovsk": "Sverdlovsk (now Yekaterinburg)",
        "tyumen": "Tyumen",
        "omsk": "Omsk",
        "novosibirsk": "Novosibirsk",
        "krasnoyarsk": "Krasnoyarsk",
        "zone-northern": "Northern zone",
        "zone-central": "Central zone",
        "zone-eastern": "Eastern zone",
    },
    letters={"zone-northern": "N", "zone-central": "C", "zone-eastern": "E"},
    notes={"komi": "landing, 2\u00a0June\u00a01943"},
    situation="Situation of June 1943, schematic",
    legend=(
        LegendEntry("zone", "Northern zone: right shore of the Northern Dvina", "zone-northern"),
        LegendEntry("zone", "Central zone: near the Pechora", "zone-central"),
        LegendEntry("zone", "Eastern zone: from the Ob to the Yenisey", "zone-eastern"),
        LegendEntry("open", "The tint fades where the texts give no border"),
        LegendEntry("river", "River named in the texts"),
        LegendEntry("estuary", "Its gulf, illustrative"),
        LegendEntry("railway", "Trans-Siberian Railway, 1943"),
        LegendEntry("crest", "Mountains"),
        LegendEntry("place", "Town, under its name of 1943"),
        LegendEntry("done", "Landing by air; the texts name no place"),
    ),
)
ARABIC = replace(
    ENGLISH,
    names={
        "northern-dvina": "دفينا الشمالية",
        "pechora": "بيتشورا",
        "ob": "أوب",
        "yenisey": "ينيسي",
        "barents-sea": "بحر بارنتس",
        "urals": "جبال الأورال",
        "trans-siberian-railway": "سكة حديد عبر سيبيريا",
        "komi": "كومي",
        "arkhangelsk": "أرخانغلسك",
        "kotlas": "كوتلاس",
        "sverdlovsk": "سفيردلوفسك (يكاترينبورغ اليوم)",
        "novosibirsk": "نوفوسيبيرسك",
        "zone-northern": "المنطقة الشمالية",
        "zone-central": "المنطقة الوسطى",
        "zone-eastern": "المنطقة الشرقية",
    },
    letters={"zone-northern": "ش", "zone-central": "و", "zone-eastern": "ق"},
    notes={"komi": "إنزال في ٢ يونيو"},
    situation="الوضع في يونيو ١٩٤٣",
    legend=(LegendEntry("zone", "المنطقة الوسطى: قرب نهر بيتشورا", "zone-central"), LegendEntry("river", "نهر")),
    kilometres=lambda number: f"{number} كم",
    degrees=lambda degrees, _: f"{abs(degrees)}°",
    rtl=True,
)


def longer(text: str, factor: float) -> str:
    """Return `text` with its words drawn out, as a pseudo-locale does."""
    return " ".join(word + word[1:2] * round(len(word) * (factor - 1)) for word in text.split(" "))


def stretched(factor: float) -> MapWords:
    return replace(
        ENGLISH,
        names={id: longer(name, factor) for id, name in ENGLISH.names.items()},
        notes={id: longer(note, factor) for id, note in ENGLISH.notes.items()},
        situation=longer(ENGLISH.situation, factor),
        legend=tuple(replace(entry, text=longer(entry.text, factor)) for entry in ENGLISH.legend),
    )


@cache
def measure(tag: str) -> Measure:
    fonts = fonts_for(locale(tag))
    return Measure(fonts.measured(), fonts.sizes)


@cache
def bundled() -> Basemap:
    return load(resources.assets() / "articles" / "gulag-operation" / "map.json")


@cache
def drawn(which: str) -> DrawnMap:
    words = {"english": ENGLISH, "longer": stretched(1.4), "much longer": stretched(2.4), "arabic": ARABIC}[which]
    tag = "ar" if which == "arabic" else "en"
    return draw_map(bundled(), words, WIDTH, None, PALETTE, measure(tag))


def shapes(label: Label, figure: Figure, tag: str) -> Iterator[Polygon]:
    """Yield the ink of each line of a label as a rectangle, worked out without the code under test."""
    style = figure.style(label.style)
    for number, line in enumerate(label.text.split("\n")):
        extent = measure(tag).extent(line, style)
        left = label.x - {"start": 0.0, "middle": extent.width / 2, "end": extent.width}[label.anchor]
        base = label.y + number * style.leading * measure(tag).size(style)
        ink = box(left, base - extent.ascent, left + extent.width, base + extent.descent)
        yield rotate(ink, label.angle, origin=(label.x, label.y))


CASES = ["english", "longer", pytest.param("much longer", marks=pytest.mark.slow), "arabic"]


@pytest.mark.parametrize("which", CASES)
def test_no_two_names_touch(which: str) -> None:
    figure, tag = drawn(which).figure, "ar" if which == "arabic" else "en"
    inked = [(label, list(shapes(label, figure, tag))) for label in figure.labels]
    assert len(inked) > 20
    for (a, lines), (b, others) in combinations(inked, 2):
        for line in lines:
            for other in others:
                assert line.distance(other) > 0.3, (a.text, b.text)


@pytest.mark.parametrize("which", CASES)
def test_all_words_lie_on_the_figure(which: str) -> None:
    figure, tag = drawn(which).figure, "ar" if which == "arabic" else "en"
    page = box(-0.01, -0.01, figure.width + 0.01, figure.height + 0.01)
    for label in figure.labels:
        for line in shapes(label, figure, tag):
            assert page.contains(line), label.text


@pytest.mark.parametrize("which", ["english", "arabic"])
def test_every_name_has_its_place_at_the_width_of_a_page(which: str) -> None:
    assert drawn(which).diagnostics == ()


def test_a_name_that_is_left_out_is_reported_and_its_ring_with_it() -> None:
    words = replace(ENGLISH, names={**ENGLISH.names, "omsk": "Omsk " * 60})
    crowded = draw_map(bundled(), words, WIDTH, None, PALETTE, measure("en"))
    assert [finding.code for finding in crowded.diagnostics] == ["map-name-left-out"]
    assert "omsk" in crowded.diagnostics[0].message
    assert rings(crowded.figure) == rings(drawn("english").figure) - 1


def rings(figure: Figure) -> int:
    return len(re.findall(f'fill="{PALETTE["paper"]}" stroke="{PALETTE["ink"]}"', figure.svg))


def frame_scale() -> tuple[float, float]:
    """Return points to a kilometre, and where the frame begins, as the whole width and a border of 12 pt give them."""
    return (WIDTH - 24) / bundled().width, 12.0


@pytest.mark.parametrize("which", CASES)
def test_a_river_s_name_is_beside_it_and_crosses_no_named_river(which: str) -> None:
    figure, tag = drawn(which).figure, "ar" if which == "arabic" else "en"
    scale, left = frame_scale()
    lines = [
        [(left + x * scale, left + y * scale) for x, y in line]
        for river in bundled().rivers
        if not river.quiet
        for line in river.course
    ]
    rivers = MultiLineString(lines)
    names = [label for label in figure.labels if label.style == "river"]
    assert len(names) >= 4
    for label in names:
        for ink in shapes(label, figure, tag):
            assert 0.5 < ink.distance(rivers) < 8 or label.text.startswith("Irt"), label.text


def test_water_is_named_along_its_course_and_towns_level() -> None:
    angles = {label.text: label.angle for label in drawn("english").figure.labels}
    assert 30 < angles["Yenisey"] < 60
    assert 60 < abs(angles["Northern Dvina"]) < 90
    assert {angles[town] for town in ("Omsk", "Kirov", "Igarka", "Salekhard")} == {0}


def test_zones_have_no_outline() -> None:
    svg = drawn("english").figure.svg
    hatched = re.findall(rf'd="([^"]+)" stroke="{PALETTE["accent-2"]}"', svg)
    assert len(hatched) >= 3
    for path in hatched:
        assert all(len(set(re.findall(r"[\d.]+ [\d.]+", line))) == 2 for line in path.split("M")[1:])
    drawn_in_accent = re.findall(f'd="([^"]+)" stroke="{PALETTE["accent"]}"', svg)
    assert len([path for path in drawn_in_accent if path.endswith("z")]) == 1, "only the window on the globe"
    for swatch in ("zone-1", "zone-2", "zone-3", "zone-4"):
        assert not re.search(f'fill="{PALETTE[swatch]}" stroke', svg)


def test_zones_differ_by_letter_tint_and_pattern() -> None:
    figure = drawn("english").figure
    assert [label.text for label in figure.labels if label.style == "letter"] == ["N", "C", "E"]
    strongest = re.findall("|".join(f'fill="{PALETTE[name]}"' for name in ("zone-4", "zone-3", "zone-2")), figure.svg)
    assert len(set(strongest)) == 3
    directions = set()
    for path in re.findall(rf'd="([^"]+)" stroke="{PALETTE["accent-2"]}"', figure.svg)[:3]:
        x0, y0, x1, y1 = map(float, path.split("M")[1].split()[:4])
        directions.add(round(math.degrees(math.atan2(y1 - y0, x1 - x0))) % 180)
    assert directions == {135, 45, 0}


def test_the_map_is_not_mirrored_but_its_legend_is() -> None:
    english, arabic = drawn("english").figure, drawn("arabic").figure
    land = re.compile(rf'd="([^"]+)" fill="{PALETTE["land"]}"')
    assert land.findall(english.svg) == land.findall(arabic.svg)
    assert {label.anchor for label in english.labels if label.style in ("legend", "situation")} == {"start"}
    assert {label.anchor for label in arabic.labels if label.style in ("legend", "situation")} == {"end"}


def test_joined_letters_are_not_spaced() -> None:
    assert all(style.tracking == 0 for style in drawn("arabic").figure.styles)
    assert any(style.tracking for style in drawn("english").figure.styles)


def test_two_drawings_are_the_same() -> None:
    again = draw_map(bundled(), ENGLISH, WIDTH, None, PALETTE, Measure(fonts_for(locale("en")).measured()))
    assert again == drawn("english")


def test_the_figure_is_light() -> None:
    assert len(drawn("english").figure.svg) < 150_000


def test_it_fits_the_height_it_is_given() -> None:
    figure = draw_map(bundled(), ENGLISH, WIDTH, mm(120), PALETTE, measure("en")).figure
    assert figure.height <= mm(120) + 1e-6


def test_a_legend_that_leaves_no_room_is_an_error() -> None:
    with pytest.raises(LayoutError, match="the map's legend leaves it"):
        draw_map(bundled(), ENGLISH, WIDTH, 120, PALETTE, measure("en"))


def test_scale_multiplies_type_and_lines() -> None:
    page = drawn("english").figure
    panel = draw_map(bundled(), ENGLISH, 3 * WIDTH, None, PALETTE, measure("en"), scale=3).figure
    assert panel.height == pytest.approx(3 * page.height)
    assert [(label.text, label.angle) for label in panel.labels] == [(label.text, label.angle) for label in page.labels]
    for label, small in zip(panel.labels, page.labels, strict=True):
        assert (label.x, label.y) == pytest.approx((3 * small.x, 3 * small.y), abs=0.1)


def test_a_map_of_places_alone() -> None:
    world = World(((((0, 50), (5, 50), (5, 55), (0, 55), (0, 50)),),), (), ())
    places = (Place("a", (3, 51)), Place("b", (3.2, 51)), Place("far", (40, 51)))
    basemap = prepare(MapSpec(Window(2, 4, 50.5, 51.5), 1940, places=places), world)
    words = MapWords(names={"a": "Ypres", "b": "Menin", "far": "Kursk"})
    found = draw_map(basemap, words, mm(80), None, PALETTE, measure("en"))
    assert {label.text for label in found.figure.labels if label.style == "place"} == {"Ypres", "Menin"}
    assert [(finding.code, "Kursk" in finding.message) for finding in found.diagnostics] == [
        ("map-place-outside", True)
    ]


def test_an_open_sea_without_land_can_be_drawn() -> None:
    basemap = prepare(MapSpec(Window(-40, -30, 30, 40), 1940, areas=(Area("o", (-35, 35), "sea"),)), World((), (), ()))
    figure = draw_map(basemap, MapWords(names={"o": "Atlantic"}), mm(80), None, PALETTE, measure("en")).figure
    assert "Atlantic" in {label.text for label in figure.labels}


# Sheet and patterns

UNIT = Box(0, 0, 10, 10)


def test_a_line_is_cut_to_the_frame_in_parts() -> None:
    line = [(-5.0, 5.0), (5.0, 5.0), (5.0, 15.0), (7.0, 15.0), (7.0, 5.0)]
    assert list(clipped(line, UNIT)) == [[(0, 5), (5, 5), (5, 10)], [(7, 10), (7, 5)]]
    assert list(clipped([(-1, 5), (-1, 6)], UNIT)) == []


def test_a_ring_is_closed_along_the_frame() -> None:
    assert Polygon(cut_ring([(-5, -5), (5, -5), (5, 5), (-5, 5)], UNIT)).equals(box(0, 0, 5, 5))
    assert cut_ring([(20, 20), (30, 20), (30, 30)], UNIT) == []


def test_a_frame_of_another_shape_shows_more_geography_and_never_less() -> None:
    basemap = replace(bundled(), width=1000, height=500, margin=100)
    sheet = fit(basemap, Box(0, 0, 100, 100))
    assert (sheet.frame.width, sheet.frame.height, sheet.per_km) == (100, 70, 0.1)
    assert sheet.point((0, 0)) == (0, 10)


def test_hatching_thins_out_where_a_tint_fades() -> None:
    steps = [[[(0, 0), (width, 0), (width, 80), (0, 80)]] for width in (30, 20, 10)]
    lengths = {round(a[1]): round(b[0] - a[0]) for a, b in hatching(steps, 0, 10)}
    assert lengths == {0: 30, 40: 30, 20: 20, 60: 20, 10: 10, 30: 10, 50: 10, 70: 10}


def test_patterns_make_way_for_words() -> None:
    block = Block(4, -1, 2, 2)
    assert list(without([((0, 0), (10, 0)), ((0, 5), (10, 5))], [block])) == [
        ((0, 0), (4, 0)),
        ((6, 0), (10, 0)),
        ((0, 5), (10, 5)),
    ]
    assert list(interrupted([[(0, 0), (2, 0), (10, 0)]], [block])) == [[(0, 0), (2, 0), (4, 0)], [(6, 0), (10, 0)]]


def test_hachures_stand_on_both_sides_and_are_not_too_long() -> None:
    crest = LineString([(0, 0), (100, 0)])
    strokes = list(hachures(list(crest.coords), 5, 2))
    assert len(strokes) == 100
    tips = [stroke[2][1] for stroke in strokes]
    assert min(tips) < -4 < 4 < max(tips)
    assert max(map(abs, tips)) <= 5


def test_walking_keeps_its_step_over_corners() -> None:
    points = [at for at, _ in walk([(0, 0), (3, 0), (3, 5)], 2)]
    assert points == [(1, 0), (3, 0), (3, 2), (3, 4)]
    assert all(math.dist(a, b) == 2 for a, b in pairwise(points))


def test_blocks_that_are_turned_meet_only_where_they_touch() -> None:
    half = math.sqrt(0.5)
    turned = Block(10, 0, 10, 1, half, half)
    assert not turned.meets(Block(16, 0, 2, 2))
    assert turned.meets(Block(12, 2, 2, 2))
    assert Polygon(turned.corners()).intersection(box(12, 2, 14, 4)).area > 0
    assert Polygon(turned.corners()).intersection(box(16, 0, 18, 2)).area == 0


@pytest.mark.parametrize(
    ("degrees", "axis", "text"),
    [(40, "lon", "40°\u00a0E"), (-70, "lon", "70°\u00a0W"), (0, "lon", "0°"), (-35, "lat", "35°\u00a0S")],
)
def test_english_degrees(degrees: int, axis: str, text: str) -> None:
    assert english_degrees(degrees, "lon" if axis == "lon" else "lat") == text
