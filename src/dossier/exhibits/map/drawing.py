"""Drawing a prepared map: what lies where first, then its words, then whatever makes way for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.diagnostics import Diagnostic
from dossier.errors import LayoutError
from dossier.exhibits.canvas import Box, Canvas
from dossier.exhibits.map.basemap import Basemap
from dossier.exhibits.map.border import band_of, border
from dossier.exhibits.map.inset import corner, inset
from dossier.exhibits.map.kit import Kit
from dossier.exhibits.map.labels import Block
from dossier.exhibits.map.legend import Legend
from dossier.exhibits.map.pattern import interrupted
from dossier.exhibits.map.placement import place
from dossier.exhibits.map.requests import obstacles, requests
from dossier.exhibits.map.sheet import Sheet, fit
from dossier.exhibits.map.signs import Signs
from dossier.exhibits.map.words import MapWords, styles
from dossier.exhibits.measure import Measure
from dossier.model.exhibit import Figure

_LEGEND_GAP = 9.0
_LEADER = 0.6
_GLOBE = 0.065
"""Radius of the inset, as a part of the map's width."""


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A map's figure, where the basemap lies on it, and what could not be shown."""

    figure: Figure
    sheet: Sheet
    diagnostics: tuple[Diagnostic, ...]


def draw_map(
    basemap: Basemap,
    words: MapWords,
    width: float,
    height: float | None,
    palette: Mapping[str, str],
    measure: Measure,
    scale: float = 1.0,
    least: float = 0.0,
) -> DrawnMap:
    """Draw `basemap` with `words`, `width` points wide and, with its legend, at most `height` points high.

    Without a height the map is as high as its frame asks. `scale` multiplies type and lines: 1 is for a page in the
    hand; no type is smaller than `least` points. A place without a name is not shown; a name for which there is no
    room is left out with it and reported.
    Raises LayoutError where the legend leaves the map no room.
    """
    kit = Kit(words, styles(scale, spaced=not words.joined(), least=least), measure, scale)
    legend = Legend(kit, width)
    below = legend.height + _LEGEND_GAP * scale if words.legend or words.situation else 0.0
    band = band_of(kit)
    sheet = _sheet(basemap, width, height, below, band)
    foot = sheet.frame.y1 + band
    canvas = Canvas(width, foot + below, palette)
    signs = Signs(canvas, kit, [zone.id for zone in basemap.zones])

    hidden = obstacles(basemap, sheet, scale)
    globe = corner(sheet.frame, _GLOBE * sheet.frame.width, scale, hidden)
    asked = list(requests(basemap, sheet, kit, hidden))
    placed = place(asked, hidden, [globe])
    named = {request.id for request, candidate in zip(asked, placed, strict=True) if candidate and candidate.whole}
    chosen = [candidate for candidate in placed if candidate]
    rooms = [room for candidate in chosen for piece in candidate.pieces for room in piece.rooms()]

    draw_ground(signs, sheet, basemap, rooms)
    draw_named(signs, sheet, basemap, rooms, {spot.id for spot in basemap.spots} - named)
    inset(canvas, basemap.globe, globe, scale)
    for leader in (candidate.leader for candidate in chosen if candidate.leader):
        canvas.line((leader.start, leader.end), stroke="accent", width=_LEADER * scale)
    labels = [label for candidate in chosen for piece in candidate.pieces for label in piece.labels()]
    labels += border(canvas, kit, sheet, basemap)
    if below:
        labels += legend.draw(canvas, signs, foot + _LEGEND_GAP * scale, sheet.per_km)
    used = {label.style for label in labels}
    kept = tuple(style for style in kit.styles.values() if style.name in used)
    figure = Figure(width, canvas.height, canvas.svg(), tuple(labels), kept)
    return DrawnMap(figure, sheet, tuple(_findings(basemap, words, sheet, named)))


def _sheet(basemap: Basemap, width: float, height: float | None, below: float, band: float) -> Sheet:
    inner = width - 2 * band
    room = basemap.height * inner / basemap.width if height is None else height - 2 * band - below
    if room < inner / 10:
        raise LayoutError(
            f"the map's legend leaves it {max(room, 0):.0f} pt of {height:.0f} pt in height",
            hint="give the figure more height, or fewer entries to its legend",
        )
    return fit(basemap, Box(band, band, width - band, band + room))


def draw_ground(signs: Signs, sheet: Sheet, basemap: Basemap, words: Sequence[Block]) -> None:
    """Draw what fills areas: water, land, zones, lakes; then the lines that belong to no name."""
    canvas, scale = signs.canvas, signs.kit.scale
    canvas.rect(sheet.frame, fill="water")
    canvas.area(*sheet.rings(basemap.land), fill="land")
    for zone in basemap.zones:
        steps = [sheet.rings(step) for step in zone.steps]
        signs.tint(zone.id, steps)
        signs.hatch(zone.id, steps, words)
    canvas.area(*sheet.rings(basemap.lakes), fill="water", stroke="river", width=0.3 * scale)
    quiet = (*basemap.quiet_rivers, *(line for river in basemap.rivers if river.quiet for line in river.course))
    canvas.line(*interrupted(sheet.lines(quiet), words), stroke="river", width=0.4 * scale)
    coast = sheet.lines((*ring, ring[0]) for ring in basemap.land)
    canvas.line(*interrupted(coast, words), stroke="river", width=0.4 * scale)


def draw_named(signs: Signs, sheet: Sheet, basemap: Basemap, words: Sequence[Block], left_out: Collection[str]) -> None:
    """Draw what has a name: crests, railways, rivers, towns but those `left_out`: a ring alone would say nothing."""
    for crest in basemap.crests:
        signs.crest(sheet.lines(crest.lines), words)
    for railway in basemap.railways:
        signs.railway(interrupted(sheet.lines(railway.lines), words))
    for river in basemap.rivers:
        if not river.quiet:
            signs.river(sheet.lines(river.course))
            signs.estuary(sheet.lines(river.estuary))
    for spot in basemap.spots:
        if spot.kind == "place" and spot.id not in left_out:
            signs.place(sheet.point(spot.at))


def _findings(basemap: Basemap, words: MapWords, sheet: Sheet, named: Collection[str]) -> Iterator[Diagnostic]:
    outside = {spot.id for spot in basemap.spots if not sheet.shows(sheet.point(spot.at))}
    for id in basemap.ids():
        if id not in words.names or id in named:
            continue
        if id in outside:
            yield Diagnostic(
                "map-place-outside",
                "warning",
                f"{words.names[id]!r} ({id}) lies outside the map",
                hint="widen the map's window, or leave the place out of it",
            )
        else:
            yield Diagnostic(
                "map-name-left-out",
                "warning",
                f"there is no room on the map for {words.names[id]!r} ({id})",
                hint="name fewer places, shorten the name, or give the map more width",
            )
