"""A plain map for a draft: a window about the places whose position the text gives."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.draft import yamltext
from dossier.model.dates import Span
from dossier.model.dossier import Dossier, Place
from dossier.model.mapfile import MapFile, Window

_AROUND = 0.22
"""The window reaches so much farther than the places, as a part of their extent."""
_LEAST = 6.0
"""About one or two places a window is at least so many degrees high: with less nothing is there to know them by."""
_LEAST_OF_MANY = 1.2
"""About more it may be smaller, so that there is room for their names."""
_WIDTH = 1.35
"""A window is about so many times as wide as it is high."""
_MOST = 120.0
"""Places farther apart than so many degrees are on no one map; those farthest from the others are left out."""

HEAD = """\
# What the map shows, beside the places of dossier.yaml that have lat and lon. After a change run: dossier map
# Coast, lakes and rivers are those of today (Natural Earth), without borders. Rivers and zones that the article names
# can be added; docs/drafting.md says how.
"""


def map_for(dossier: Dossier) -> MapFile | None:
    """Return a map of the places of `dossier` with coordinates; None where there are none."""
    placed = _together([place for place in dossier.places if place.lat is not None and place.lon is not None])
    if not placed:
        return None
    return MapFile(map=1, window=window_about(placed), year=_year(dossier))


def window_about(places: Sequence[Place]) -> Window:
    """Return a window with `places` in it, also across the 180th meridian."""
    import math

    lats = [place.lat or 0.0 for place in places]
    west, extent = _arc([place.lon or 0.0 for place in places])
    south, north = min(lats), max(lats)
    lat, lon = (south + north) / 2, west + extent / 2
    shrink = max(0.25, math.cos(math.radians(min(75.0, abs(lat)))))
    least = _LEAST if len(places) < 3 else _LEAST_OF_MANY
    high = max(least, (north - south) * (1 + 2 * _AROUND), extent * (1 + 2 * _AROUND) * shrink / _WIDTH)
    high = min(high, 150.0)
    wide = min(high * _WIDTH / shrink, 300.0)
    return Window(
        west=_lon(lon - wide / 2), east=_lon(lon + wide / 2),
        south=round(max(-88.0, lat - high / 2), 2), north=round(min(88.0, lat + high / 2), 2),
    )  # fmt: skip


def map_text(map: MapFile) -> str:
    """Return map.yaml."""
    values = map.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return HEAD + "".join(yamltext.pair(key, value) for key, value in values.items())


def _together(places: list[Place]) -> list[Place]:
    """Return `places` without those that lie too far from the middle of the others to be on one map."""
    kept = sorted(places, key=lambda place: place.lat or 0.0)
    while len(kept) > 1:
        _, extent = _arc([place.lon or 0.0 for place in kept])
        if extent <= _MOST and (kept[-1].lat or 0.0) - (kept[0].lat or 0.0) <= _MOST:
            break
        middle = sorted(place.lon or 0.0 for place in kept)[len(kept) // 2]
        kept.remove(max(kept, key=lambda place: (abs(_lon((place.lon or 0.0) - middle)), place.id)))
    return kept


def _arc(lons: Sequence[float]) -> tuple[float, float]:
    """Return where the shortest arc over all longitudes begins, and how long it is, degrees."""
    ordered = sorted(set(lons))
    gaps = [(ordered[(n + 1) % len(ordered)] - lon) % 360 or 360.0 for n, lon in enumerate(ordered)]
    widest = max(range(len(ordered)), key=lambda n: gaps[n])
    return ordered[(widest + 1) % len(ordered)], 360.0 - gaps[widest]


def _lon(lon: float) -> float:
    return round((lon + 180) % 360 - 180, 2)


def _year(dossier: Dossier) -> int:
    """Return the year of the first dated event: later reservoirs were not there. 1900 where nothing is dated."""
    days = []
    for event in dossier.events:
        value = event.date.date.value
        first = event.date.date.earliest or (value.latest if isinstance(value, Span) else None)
        days += [first[0]] if first else []
    return sorted(days)[len(days) // 2] if days else 1900
