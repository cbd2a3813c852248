"""What names a map asks room for, and what each kind of them must not cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dossier.exhibits.canvas import Point
from dossier.exhibits.map.basemap import Basemap, Spot
from dossier.exhibits.map.candidates import Setter, grid, holds, interior
from dossier.exhibits.map.kit import Kit
from dossier.exhibits.map.labels import NEVER, Candidate, Obstacles, Request, Words
from dossier.exhibits.map.sheet import Line, Sheet
from dossier.exhibits.map.signs import RING
from dossier.exhibits.map.zone_names import zone_request
from dossier.model.exhibit import LabelStyle

_GAP = 2.4
"""Clear space about a name, points at scale 1."""
_SAMPLE = 1.5
"""How far apart points are taken on lines that names should not cover, points at scale 1."""
_REACH = 0.06
"""How far from its point the name of an area still stands well, as a part of the map's width."""

_GRID = 6.0
"""How far apart points are taken on land, which names of the sea avoid, points at scale 1."""
_NEAR = 9.0
"""How near to a town another name would seem to be its own, points at scale 1."""
_OWN = 2.5
"""How many times as near as any other town its name is to a town."""
_BROKEN = 2.0
"""What the name of a town pays for standing on two lines."""
_MISTAKEN = 800.0
"""What the name of a town pays for standing at the ring of another."""
_COMPASS = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))

_AWAY = {"sea": 24.0, "bay": 200.0, "region": 24.0, "range": 24.0, "done": 60.0}
"""What the name of an area of each kind pays for standing that far away."""

_COSTS: Mapping[str, Mapping[str, float]] = {
    "place": {"strong": NEVER, "quiet": 0.25, "coast": 4, "railway": 4, "crest": 1, "ring": NEVER, "edge": 0.3},
    "river": {
        "strong": NEVER, "named": NEVER, "quiet": 3, "coast": 4, "railway": 4, "crest": 3, "ring": NEVER, "near": 3,
        "edge": 2, "tint": 0.5,
    },
    "sea": {"strong": 40, "quiet": 3, "coast": 6, "land": 24, "railway": 4, "crest": 1, "ring": NEVER, "near": 6},
    "region": {
        "strong": 40, "quiet": 0.5, "coast": 3, "railway": 4, "crest": 4, "ring": NEVER, "near": 3, "edge": 50,
        "tint": 20,
    },
    "railway": {"strong": 40, "quiet": 0.5, "coast": 2, "railway": NEVER, "crest": 3, "ring": NEVER, "near": 3},
    "crest": {"strong": 40, "quiet": 0.5, "coast": 2, "railway": 30, "crest": NEVER, "ring": NEVER, "near": 3},
}  # fmt: skip
"""What a name of each kind pays for a point that it covers. A line of its own kind it never covers."""


def obstacles(basemap: Basemap, sheet: Sheet, scale: float) -> Obstacles:
    """Return what names should not cover on `sheet`."""
    strong = (line for river in basemap.rivers if not river.quiet for line in (*river.course, *river.estuary))
    named_quiet = (line for river in basemap.rivers if river.quiet for line in river.course)
    tints = [sheet.rings(zone.steps[0]) for zone in basemap.zones]
    rings = [sheet.point(spot.at) for spot in basemap.spots if spot.kind == "place"]
    points = grid(sheet.frame, _GRID * scale)
    land = holds(sheet.rings(basemap.land), points)
    return Obstacles(
        {
            "strong": sheet.lines(strong),
            "named": sheet.lines(named_quiet),
            "quiet": sheet.lines((*basemap.quiet_rivers, *map(_closed, basemap.lakes))),
            "coast": sheet.lines(map(_closed, basemap.land)),
            "railway": sheet.lines(line for railway in basemap.railways for line in railway.lines),
            "crest": sheet.lines(line for crest in basemap.crests for line in crest.lines),
            "land": [[point] for point, dry in zip(points, land, strict=True) if dry],
            "water": [[point] for point, dry in zip(points, land, strict=True) if not dry],
            "edge": [_closed(ring) for tint in tints for ring in tint],
            "tint": [[point] for tint in tints for point in interior(tint, points)],
            "ring": [
                [(x + dx * RING * scale, y + dy * RING * scale)] for x, y in rings for dx, dy in ((0, 0), *_COMPASS)
            ],
            "near": [[(x + dx * _NEAR * scale, y + dy * _NEAR * scale)] for x, y in rings for dx, dy in _COMPASS],
        },
        _SAMPLE * scale,
    )


def requests(basemap: Basemap, sheet: Sheet, kit: Kit, hidden: Obstacles) -> Iterator[Request]:
    """Yield a request for all of `basemap` that has a name, the most important first."""
    setter = Setter(kit.measure, sheet.frame, _GAP * kit.scale, kit.scale)
    roomy = Setter(kit.measure, sheet.frame, 1.4 * _GAP * kit.scale, kit.scale)
    apart = Setter(kit.measure, sheet.frame, 3 * _GAP * kit.scale, kit.scale)
    names = kit.words.names
    for zone in basemap.zones:
        if zone.id not in names and zone.id not in kit.words.letters:
            continue
        yield zone_request(zone.id, sheet.rings(zone.steps[0]), kit, setter, hidden)
    spots = [spot for spot in basemap.spots if spot.id in names and sheet.shows(sheet.point(spot.at))]
    for spot in spots:
        if spot.kind != "place":
            yield _area(spot, sheet, kit, apart if spot.kind == "done" else roomy)
    for river in basemap.rivers:
        if river.id in names:
            yield _line(river.id, "river", "river", sheet.lines(river.course), 3.0, kit, setter)
    for spot in spots:
        if spot.kind == "place":
            yield _town(spot, [sheet.point(other.at) for other in spots if other.kind == "place"], sheet, kit, setter)
    for crest in basemap.crests:
        if crest.id in names:
            yield _line(crest.id, "crest", "range", sheet.lines(crest.lines), 8.0, kit, setter)
    for railway in basemap.railways:
        if railway.id in names:
            yield _line(railway.id, "railway", "railway", sheet.lines(railway.lines), 2.4, kit, setter)


def _area(spot: Spot, sheet: Sheet, kit: Kit, setter: Setter) -> Request:
    name, note = kit.styles[spot.kind], kit.styles["note"]
    away = _AWAY[spot.kind]
    candidates: list[Candidate] = []
    for text in _variants(kit.words.names[spot.id], name.name, kit):
        for words in _noted(text, name, kit.words.notes.get(spot.id, ""), note, kit):
            candidates += setter.around(words, sheet.point(spot.at), _REACH * sheet.frame.width, away)
    return Request(spot.id, tuple(candidates), _COSTS["sea" if spot.kind in ("sea", "bay") else "region"])


def _town(spot: Spot, towns: Sequence[Point], sheet: Sheet, kit: Kit, setter: Setter) -> Request:
    """Return a request for the name of a town, which pays for standing by the ring of another."""
    at = sheet.point(spot.at)
    others = [town for town in towns if town != at]
    candidates = []
    for broken, text in enumerate(_variants(kit.words.names[spot.id], "place", kit)):
        for candidate in setter.beside(text, kit.styles["place"], at, RING * kit.scale):
            (block,) = candidate.blocks
            clear = max(_OWN * block.distance(at), _NEAR * kit.scale)
            nearest = min(map(block.distance, others), default=clear)
            cost = candidate.cost + _BROKEN * broken + _MISTAKEN * max(0.0, 1 - nearest / clear)
            candidates.append(Candidate(candidate.pieces, cost))
    return Request(spot.id, tuple(candidates), _COSTS["place"])


def _noted(text: str, name: LabelStyle, note: str, style: LabelStyle, kit: Kit) -> list[list[Words]]:
    """Return the name of an area with its note below, on lines of several lengths."""
    head = Words(text, name)
    if not note:
        return [[head]]
    ways = dict.fromkeys((*_variants(note, style.name, kit), _halved(note, style, kit)))
    return [[head, Words(lines, style, _below(head, lines, style, kit))] for lines in ways]


def _halved(text: str, style: LabelStyle, kit: Kit) -> str:
    """Return `text` on two lines as equal as can be, broken at a space that else holds; whole where it has none."""
    breaks = [index for index, character in enumerate(text) if character.isspace()]
    halves = (f"{text[:index]}\n{text[index + 1 :]}" for index in breaks)
    return min(halves, key=lambda lines: kit.measure.extent(lines, style).width, default=text)


def _below(head: Words, text: str, style: LabelStyle, kit: Kit) -> float:
    """Return how far below the baseline of `head` that of `text` stands, clear of it in every script."""
    clear = 0.45 * kit.measure.size(style)
    return kit.measure.extent(head.text, head.style).descent + clear + kit.measure.extent(text, style).ascent


def _line(name: str, kind: str, style: str, lines: Sequence[Line], away: float, kit: Kit, setter: Setter) -> Request:
    """Return a request for a name beside a line, as far `away` from it as its drawing asks, points at scale 1."""
    text = kit.words.names[name]
    return Request(name, setter.along(text, kit.styles[style], lines, away=away * kit.scale), _COSTS[kind])


def _variants(text: str, style: str, kit: Kit) -> list[str]:
    """Return `text` on one line and, if it has a break, on two: before a bracket, or of about the same length."""
    if " (" in text:
        return [text, text.replace(" (", "\n(", 1)]
    width = kit.measure.width(text, kit.styles[style])
    for part in (0.5, 0.6, 0.75):
        lines = kit.measure.wrap(text, kit.styles[style], width * part)
        if len(lines) == 2 and not lines[0].endswith("-"):
            return [text, "\n".join(lines)]
    return [text]


def _closed(ring: Line) -> Line:
    return (*ring, ring[0])
