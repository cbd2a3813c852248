"""The exhibits of an edition: each figure with its words, its description, and the same facts as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.diagnostics import Diagnostic
from dossier.errors import LayoutError, Where
from dossier.exhibits.chronology import ChronologyWords, chronology_items, draw_chronology
from dossier.exhibits.fates import draw_fates, fates_of
from dossier.exhibits.map.bare import draw_bare_map
from dossier.exhibits.map.basemap import Basemap, load
from dossier.exhibits.map.drawing import draw_map
from dossier.exhibits.map.words import LegendEntry, MapWords, Symbol
from dossier.exhibits.organisation import OrganisationWords, draw_organisation, organisation_chart
from dossier.exhibits.support import Supports
from dossier.exhibits.voice import Voice
from dossier.layouts import Layout
from dossier.locales.formats import (
    format_coordinate,
    format_date,
    format_list,
    format_number,
    format_strength,
    format_year,
    month_names,
)
from dossier.model.dossier import Dossier, Event
from dossier.model.exhibit import Exhibit, Figure, Table
from dossier.model.strength import Strength
from dossier.model.support import Support
from dossier.units import mm

ALT_LENGTH = 1500
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_FEWER = (24, 18, 14, 10, 6)
"""So many events are tried on a sheet of a draft that has no room for all."""
_PAGE = 0.72
"""A figure with its title and its caption is at most this part of a page high."""
BASEMAP = "map.json"
"""The prepared geography of a project, in its folder."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """The exhibits by id, in the order in which they are shown, and what could not be shown in them."""

    exhibits: Mapping[str, Exhibit]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """The room that a layout gives a figure, points, how much larger than on a page its type is, and its least size."""

    width: float
    height: float | None
    scale: float
    least: float = 0.0


Painter = Callable[[Room], tuple[tuple[Figure, ...], Table] | None]


def draw_gallery(dossier: Dossier, folder: Path, layout: Layout, voice: Voice, supports: Supports) -> Gallery:
    """Draw every exhibit that `dossier` has data for and `layout` has room for.

    Raises LayoutError where a figure does not fit its room, AssetError where geography or a glyph is missing.
    """
    findings: list[Diagnostic] = []
    painters: tuple[tuple[str, Painter], ...] = (
        ("organisation", lambda room: _organisation(dossier, layout, voice, supports, room)),
        ("map", lambda room: _map(dossier, folder, layout, voice, supports, room, findings)),
        ("chronology", lambda room: _chronology(dossier, layout, voice, supports, room)),
        ("fates", lambda room: _fates(dossier, layout, voice, supports, room)),
    )
    exhibits: dict[str, Exhibit] = {}
    for id, paint in painters:
        size = layout.data.figures.get(id)
        if size is None:
            continue
        room = Room(mm(size.width), mm(size.height) if size.height else None, size.scale, size.least)
        try:
            painted = (
                _fitted(id, paint, room) if layout.data.panels else _on_pages(paint, room, _PAGE * layout.sheet[1])
            )
        except LayoutError as error:
            if dossier.signed or not layout.data.panels:
                raise
            painted, finding = _of_a_draft(id, dossier, layout, voice, supports, room, error)
            findings.append(finding)
        if painted:
            figures, table = painted
            exhibits[id] = _exhibit(dossier, id, voice, figures, table)
    return Gallery(exhibits, tuple(findings))


def _fitted(id: str, paint: Painter, room: Room) -> tuple[tuple[Figure, ...], Table] | None:
    """Paint on a sheet that cannot be turned over: on a smaller scale where the figure is too high for one piece.

    Raises LayoutError where it does not fit on the smallest scale either.
    """
    for step in _SCALES:
        try:
            painted = paint(replace(room, scale=room.scale * step))
        except LayoutError:
            if step == _SCALES[-1]:
                raise
            continue
        if painted is None or len(painted[0]) == 1:
            return painted
    raise LayoutError(
        f"the {id} is too high for its room even at {_SCALES[-1]:.0%} of its scale",
        hint=f"Give figures/{id} more height, and the frame that it stands in.",
        where=Where(item=f"figures/{id}"),
    )


def _of_a_draft(
    id: str, dossier: Dossier, layout: Layout, voice: Voice, supports: Supports, room: Room, error: LayoutError
) -> tuple[tuple[tuple[Figure, ...], Table] | None, Diagnostic]:
    """Paint, for a sheet of a draft, fewer events than it has, or nothing, and say so; what is signed is never cut."""
    dated = [event for event in dossier.events if event.date.edtf]
    hint = "Delete events or shorten their titles; nothing of a signed dossier is left out."
    for count in (n for n in _FEWER if id == "chronology" and n <= len(dated)):
        # Events with exact days before others; among equals those that are first in dossier.yaml.
        ranked = sorted(dated, key=lambda event: event.date.date.mark != "exact")[:count]
        some = dossier.model_copy(update={"events": tuple(event for event in dated if event in ranked)})
        try:
            painted = _chronology(some, layout, voice, supports, replace(room, scale=room.scale * _SCALES[-1]))
        except LayoutError:
            continue
        if painted and len(painted[0]) == 1:
            message = (
                f"the chronology of this draft shows {count} of {len(dossier.events)} events: there is no more room"
            )
            return painted, Diagnostic("draft-cut", "warning", message, hint, Where(item="figures/chronology"))
    message = f"the {id} is left out of this draft: {error.message}"
    return None, Diagnostic("draft-cut", "warning", message, hint, Where(item=f"figures/{id}"))


def _on_pages(paint: Painter, room: Room, tallest: float) -> tuple[tuple[Figure, ...], Table] | None:
    """Paint for pages: what would be higher than a page in several pieces or, where it has none, on a smaller scale.

    Raises LayoutError where it does not fit on the smallest scale either.
    """
    painted = paint(room)
    if room.height or painted is None or all(figure.height <= tallest for figure in painted[0]):
        return painted
    for step in _SCALES[:-1]:
        try:
            return paint(replace(room, height=tallest, scale=room.scale * step))
        except LayoutError:
            continue
    return paint(replace(room, height=tallest, scale=room.scale * _SCALES[-1]))


def draw_cover(dossier: Dossier, folder: Path, layout: Layout, voice: Voice) -> Figure | None:
    """Return the map without a word, as the picture of the whole; None where there is no map or no room for it."""
    size, path = layout.data.figures.get("cover"), folder / BASEMAP
    if size is None or not path.is_file():
        return None
    basemap = load(path)
    width = mm(size.width)
    height = mm(size.height) if size.height else width * basemap.height / basemap.width
    return draw_bare_map(basemap, width, height, layout.screen_palette, voice.measure, size.scale)


def _exhibit(dossier: Dossier, id: str, voice: Voice, figures: tuple[Figure, ...], table: Table) -> Exhibit:
    """Return an exhibit in its own words, or, where it has none, with its name, and its table as description."""
    for words in dossier.exhibits:
        if words.id == id:
            return Exhibit(id, words.title, words.caption, words.alt, figures, table)
    comma, semicolon = voice.texts("list.comma"), voice.texts("list.semicolon")
    rows = semicolon.join(comma.join(cell for cell in row if cell) for row in table.rows)
    return Exhibit(id, voice.texts(f"exhibit.{id}"), "", rows[:ALT_LENGTH], figures, table)


def _chronology(
    dossier: Dossier, layout: Layout, voice: Voice, supports: Supports, room: Room
) -> tuple[tuple[Figure, ...], Table] | None:
    if not dossier.events:
        return None
    t = voice.texts

    def when(event: Event) -> str:
        return format_date(event.date.date, voice.locale, t, label=event.date.label)

    words = ChronologyWords(
        exact=t("chronology.exact"),
        approximate=t("chronology.approximate"),
        interval=t("chronology.interval"),
        order=t("chronology.order"),
        not_to_scale=t("chronology.not-to-scale"),
        undated=t("chronology.undated"),
        enlarged=t("chronology.enlarged"),
        done=t("chronology.done"),
        planned=t("chronology.planned"),
        months=month_names(voice.locale),
        number=lambda number: format_number(number, voice.locale),
        year=lambda year: format_year(year, voice.locale, t),
    )
    items = chronology_items(dossier, when)
    figures = draw_chronology(
        items, words, room.width, room.height, layout.screen_palette, voice.measure,
        rtl=voice.locale.rtl, scale=room.scale, least=room.least,
    )  # fmt: skip
    events = {event.id: event for event in dossier.events}
    known = {"exact": words.exact, "approximate": words.approximate, "interval": words.interval, "order": words.order,
             "undated": words.undated}  # fmt: skip
    columns = ("table.when", "table.event", "table.known", "table.sources")
    rows = tuple((item.when, supports.text(events[item.id]), known[item.date.mark]) for item in items)
    ids = tuple(item.id for item in items)
    return figures, Table(
        tuple(t(column) for column in columns), rows, tuple(supports.support(events[id]) for id in ids), ids
    )


def _map(
    dossier: Dossier,
    folder: Path,
    layout: Layout,
    voice: Voice,
    supports: Supports,
    room: Room,
    findings: list[Diagnostic],
) -> tuple[tuple[Figure, ...], Table] | None:
    path = folder / BASEMAP
    if not path.is_file():
        return None
    basemap = load(path)
    words = map_words(dossier, basemap, voice)
    drawn = draw_map(
        basemap, words, room.width, room.height, layout.screen_palette, voice.measure, room.scale, room.least
    )
    findings.extend((*_not_in(basemap, dossier, path), *drawn.diagnostics))
    return (drawn.figure,), _map_table(dossier, voice, supports)


def map_words(dossier: Dossier, basemap: Basemap, voice: Voice) -> MapWords:
    """Return all that the map of an edition says."""
    t = voice.texts
    return MapWords(
        names={**{place.id: place.name for place in dossier.places}, **{zone.id: zone.name for zone in dossier.zones}},
        letters={zone.id: zone.letter for zone in dossier.zones},
        notes=dict(_done_at(dossier, voice)),
        situation=next((text.legend for text in dossier.exhibits if text.id == "map"), "") or t("map.situation"),
        legend=tuple(_legend(dossier, basemap, voice)),
        kilometres=lambda number: t("map.kilometres", number=format_number(number, voice.locale)),
        degrees=lambda degrees, axis: format_coordinate(degrees, axis, voice.locale, t),
        rtl=voice.locale.rtl,
    )


def _organisation(
    dossier: Dossier, layout: Layout, voice: Voice, supports: Supports, room: Room
) -> tuple[tuple[Figure, ...], Table] | None:
    if not dossier.units:
        return None
    t = voice.texts

    def number(strength: Strength) -> str:
        return format_strength(strength, voice.locale, t)

    def symbol(people: int) -> str:
        if people == 1:
            return t("organisation.person")
        return t("organisation.symbol", number=format_number(people, voice.locale))

    words = OrganisationWords(
        designed_by=t("organisation.designed-by"),
        planned=t("organisation.planned"),
        done=t("organisation.done"),
        unknown=t("organisation.unknown"),
        uncertain=t("organisation.uncertain"),
        symbol=symbol,
    )
    figure = draw_organisation(
        organisation_chart(dossier, number, supports.text), words, room.width, room.height, layout.screen_palette,
        voice.measure, rtl=voice.locale.rtl, scale=room.scale, least=room.least,
    )  # fmt: skip
    status = {"planned": words.planned, "done": words.done}
    units = tuple(
        (
            unit.name,
            supports.text(unit),
            number(unit.people) if unit.people else words.unknown,
            status[unit.status],
        )
        for unit in dossier.units
    )
    sums = dossier.organisation.totals if dossier.organisation else ()
    totals = tuple(("", supports.text(total), number(total.people) if total.people else "", "") for total in sums)
    columns = ("table.group", "table.said", "table.strength", "table.status", "table.sources")
    return (figure,), Table(
        tuple(t(column) for column in columns),
        (*units, *totals),
        tuple(supports.support(each) for each in (*dossier.units, *sums)),
        tuple(unit.id for unit in dossier.units),
    )


def _fates(
    dossier: Dossier, layout: Layout, voice: Voice, supports: Supports, room: Room
) -> tuple[tuple[Figure, ...], Table] | None:
    fates = fates_of(dossier, supports.text)
    if fates is None:
        return None
    t = voice.texts

    def number(people: int) -> str:
        return format_number(people, voice.locale)

    figure = draw_fates(
        fates, number, room.width, room.height, layout.screen_palette, voice.measure,
        rtl=voice.locale.rtl, scale=room.scale, least=room.least,
    )  # fmt: skip
    rows = [(fates.group.name, supports.text(fates.group), number(fates.number))]
    rows += [("", part.text, number(part.number)) for part in fates.parts]
    told = (fates.group, *(part.statement for part in fates.parts))
    columns = ("table.group", "table.said", "table.strength", "table.sources")
    return (figure,), Table(
        tuple(t(column) for column in columns),
        tuple(rows),
        tuple(supports.support(each) for each in told),
        (fates.group.id,),
    )


def _map_table(dossier: Dossier, voice: Voice, supports: Supports) -> Table:
    t = voice.texts
    zones = tuple((f"{zone.letter}  {zone.name}", supports.text(zone)) for zone in dossier.zones)
    events = [(place, event) for place in dossier.places for event in dossier.events if event.place == place.id]
    done = tuple((place.name, supports.text(event)) for place, event in events)
    bases = dict.fromkeys(place.basis for place in dossier.places if place.basis)
    places = tuple(
        (format_list([place.name for place in dossier.places if place.basis == basis], voice.locale), basis)
        for basis in bases
    )
    told = (*dossier.zones, *(event for _, event in events))
    return Table(
        (t("table.place"), t("table.said"), t("table.sources")),
        (*zones, *done, *places),
        (*map(supports.support, told), *(Support("reference", (), (), "") for _ in bases)),
        tuple(z.id for z in dossier.zones),
    )


def _done_at(dossier: Dossier, voice: Voice) -> Iterator[tuple[str, str]]:
    for event in dossier.events:
        if event.place and event.status == "done":
            date = format_date(event.date.date, voice.locale, voice.texts, label=event.date.label)
            yield event.place, date.replace(" ", "\u00a0")


def _not_in(basemap: Basemap, dossier: Dossier, path: Path) -> Iterator[Diagnostic]:
    """Yield what the dossier places on the map and the prepared geography does not have."""
    drawn = {zone.id for zone in basemap.zones} | {spot.id for spot in basemap.spots}
    towns = [place for place in dossier.places if place.kind == "town" and place.lat is not None]
    placed = [(zone.id, zone.name) for zone in dossier.zones] + [(town.id, town.name) for town in towns]
    for id, name in placed:
        if id not in drawn:
            yield Diagnostic(
                "map-not-prepared", "warning", f"{name!r} ({id}) is not in the map's geography",
                "Run dossier map, or take the coordinates out.", Where(path, None, id),
            )  # fmt: skip


def _legend(dossier: Dossier, basemap: Basemap, voice: Voice) -> Iterator[LegendEntry]:
    """Yield what the signs of the map mean, those that it has."""
    t = voice.texts
    drawn = {zone.id for zone in basemap.zones}
    for zone in (zone for zone in dossier.zones if zone.id in drawn):
        yield LegendEntry("zone", t("map.zone", name=zone.name, bounds=zone.short or zone.text), zone.id)
    named = [river for river in basemap.rivers if not river.quiet]
    signs: tuple[tuple[Symbol, bool], ...] = (
        ("open", bool(basemap.zones)),
        ("done", any(spot.kind == "done" for spot in basemap.spots)),
        ("river", bool(named)),
        ("estuary", any(river.estuary for river in named)),
        ("railway", bool(basemap.railways)),
        ("crest", bool(basemap.crests)),
        ("place", any(spot.kind == "place" for spot in basemap.spots)),
    )
    for symbol, there in signs:
        if there:
            yield LegendEntry(symbol, t(f"map.{symbol}"))
