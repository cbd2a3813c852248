"""What names a map asks room for, and what each kind of them must not cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dossier.exhibits.map.basemap import Basemap, Spot
from dossier.exhibits.map.candidates import Setter, deepest, interior
from dossier.exhibits.map.kit import Kit
from dossier.exhibits.map.labels import NEVER, Candidate, Obstacles, Request, Words
from dossier.exhibits.map.sheet import Line, Sheet
from dossier.exhibits.map.signs import RING
from dossier.model.exhibit import LabelStyle

_GAP = 2.4
"""Clear space about a name, points at scale 1."""
_SAMPLE = 1.5
"""How far apart points are taken on lines that names should not cover, points at scale 1."""
_NARROW = 58.0
"""The width that names of zones are broken to, points at scale 1."""
_REACH = 0.06
"""How far from its point the name of an area still stands well, as a part of the map's width."""

_WAYS = (0.0, 15.0, 30.0, 500.0)
"""What the ways of setting a zone's letter and name together cost, the last without the name."""
_GRID = 6.0
"""How far apart points are taken on land, which names of the sea avoid, points at scale 1."""
_NEAR = 9.0
"""How near to a town another name would seem to be its own, points at scale 1."""
_COMPASS = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))

_AWAY = (24.0, 80.0)
"""What the name of an area pays for standing that far away, and that of an area where something was done."""

_COSTS: Mapping[str, Mapping[str, float]] = {
    "place": {"strong": NEVER, "quiet": 0.25, "coast": 1, "railway": 4, "crest": 1, "ring": NEVER, "near": 3},
    "river": {"strong": NEVER, "quiet": 3, "coast": 2, "railway": 4, "crest": 1, "ring": NEVER, "near": 3},
    "sea": {"strong": 40, "quiet": 3, "coast": 1, "land": 4, "railway": 4, "crest": 1, "ring": NEVER, "near": 3},
    "region": {"strong": 15, "quiet": 0.5, "coast": 3, "railway": 4, "crest": 2, "ring": NEVER, "near": 3},
    "zone": {"strong": NEVER, "quiet": 0.5, "coast": 3, "railway": 4, "crest": 2, "ring": NEVER, "near": 3},
    "railway": {"strong": 40, "quiet": 0.5, "coast": 2, "railway": NEVER, "crest": 3, "ring": NEVER, "near": 3},
    "crest": {"strong": 40, "quiet": 0.5, "coast": 2, "railway": 4, "crest": NEVER, "ring": NEVER, "near": 3},
}
"""What a name of each kind pays for a point that it covers. A line of its own kind it never covers."""


def obstacles(basemap: Basemap, sheet: Sheet, scale: float) -> Obstacles:
    """Return what names should not cover on `sheet`."""
    strong = (line for river in basemap.rivers if not river.quiet for line in (*river.course, *river.estuary))
    named_quiet = (line for river in basemap.rivers if river.quiet for line in river.course)
    rings = [sheet.point(spot.at) for spot in basemap.spots if spot.kind == "place"]
    return Obstacles(
        {
            "strong": sheet.lines(strong),
            "quiet": sheet.lines((*basemap.quiet_rivers, *named_quiet, *map(_closed, basemap.lakes))),
            "coast": sheet.lines(map(_closed, basemap.land)),
            "railway": sheet.lines(line for railway in basemap.railways for line in railway.lines),
            "crest": sheet.lines(line for crest in basemap.crests for line in crest.lines),
            "land": [[point] for point in interior(sheet.rings(basemap.land), sheet.frame, _GRID * scale)],
            "ring": [
                [(x + dx * RING * scale, y + dy * RING * scale)] for x, y in rings for dx, dy in ((0, 0), *_COMPASS)
            ],
            "near": [[(x + dx * _NEAR * scale, y + dy * _NEAR * scale)] for x, y in rings for dx, dy in _COMPASS],
        },
        _SAMPLE * scale,
    )


def requests(basemap: Basemap, sheet: Sheet, kit: Kit) -> Iterator[Request]:
    """Yield a request for all of `basemap` that has a name, the most important first."""
    setter = Setter(kit.measure, sheet.frame, _GAP * kit.scale, kit.scale)
    roomy = Setter(kit.measure, sheet.frame, 1.4 * _GAP * kit.scale, kit.scale)
    names, scale = kit.words.names, kit.scale
    for zone in basemap.zones:
        if zone.id not in names and zone.id not in kit.words.letters:
            continue
        points = deepest(sheet.rings(zone.steps[0]), sheet.frame, 5 * scale)
        ways = zip(_zone_words(kit, zone.id), _WAYS, strict=False)
        candidates = (c for words, cost in ways for c in roomy.within(words, points, cost))
        yield Request(zone.id, tuple(candidates), _COSTS["zone"])
    spots = [spot for spot in basemap.spots if spot.id in names and sheet.shows(sheet.point(spot.at))]
    for spot in spots:
        if spot.kind != "place":
            yield _area(spot, sheet, kit, roomy)
    for river in basemap.rivers:
        if river.id in names:
            yield _line(river.id, "river", "river", sheet.lines(river.course), 1.8, kit, setter)
    for crest in basemap.crests:
        if crest.id in names:
            yield _line(crest.id, "crest", "range", sheet.lines(crest.lines), 8.0, kit, setter)
    for spot in spots:
        if spot.kind == "place":
            at, radius = sheet.point(spot.at), RING * scale
            texts = _variants(names[spot.id], "place", kit)
            candidates = (c for text in texts for c in setter.beside(text, kit.styles["place"], at, radius))
            yield Request(spot.id, tuple(candidates), _COSTS["place"])
    for railway in basemap.railways:
        if railway.id in names:
            yield _line(railway.id, "railway", "railway", sheet.lines(railway.lines), 2.4, kit, setter)


def _zone_words(kit: Kit, zone: str) -> Iterator[list[Words]]:
    """Yield the ways of setting a zone's letter and its name, the best first: after, below, before it, not at all."""
    letter, style = kit.styles["letter"], kit.styles["zone"]
    name = "\n".join(kit.measure.wrap(kit.words.names.get(zone, ""), style, _NARROW * kit.scale))
    if zone not in kit.words.letters:
        yield [Words(name, style)]
        return
    head = Words(kit.words.letters[zone], letter)
    if not name:
        yield [head]
        return
    extent = kit.measure.extent(head.text, letter)
    lines = name.count("\n")
    up = (extent.ascent + lines * kit.measure.leading(style) - kit.measure.extent(name, style).ascent) / 2
    away = extent.width / 2 + 0.5 * style.size
    right = [head, Words(name, style, down=-up, right=away, anchor="start")]
    left = [head, Words(name, style, down=-up, right=-away, anchor="end")]
    after, before = (left, right) if kit.words.rtl else (right, left)
    yield after
    yield [head, Words(name, style, down=_below(head, name, style, kit))]
    yield before
    yield [head]


def _area(spot: Spot, sheet: Sheet, kit: Kit, setter: Setter) -> Request:
    name, note = kit.styles[spot.kind], kit.styles["note"]
    candidates: list[Candidate] = []
    for text in _variants(kit.words.names[spot.id], name.name, kit):
        for words in _noted(text, name, kit.words.notes.get(spot.id, ""), note, kit):
            candidates += setter.around(
                words, sheet.point(spot.at), _REACH * sheet.frame.width, _AWAY[spot.kind == "done"]
            )
    return Request(spot.id, tuple(candidates), _COSTS["sea" if spot.kind in ("sea", "bay") else "region"])


def _noted(text: str, name: LabelStyle, note: str, style: LabelStyle, kit: Kit) -> list[list[Words]]:
    """Return the name of an area with its note below, on lines of several lengths."""
    head = Words(text, name)
    if not note:
        return [[head]]
    ways = _variants(note, style.name, kit)
    return [[head, Words(lines, style, _below(head, lines, style, kit))] for lines in ways]


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
