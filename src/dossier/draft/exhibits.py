"""Titles, captions and descriptions of exhibits: fixed templates over what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.draft.desk import Desk
from dossier.draft.teller import LINE
from dossier.locales.formats import format_list
from dossier.model.dates import HistoricalDate, Instant, Span
from dossier.model.dossier import Event, ExhibitText, Place, Unit

_NAMED = 12
"""A description names so many."""


def exhibit_texts(
    desk: Desk, events: Sequence[Event], units: Sequence[Unit], placed: Sequence[Place]
) -> tuple[ExhibitText, ...]:
    """Return the words of the exhibits that there are data for."""
    t = desk.teller
    texts: list[ExhibitText] = []
    if events:
        span = _span(desk, events)
        count = t.number(len(events))
        title = t("chronology-title", span=span) if span else t.texts("exhibit.chronology")
        alt = t("chronology-alt", count=count, span=span or t.texts("date.undated"))
        texts.append(ExhibitText(id="chronology", title=title, caption=t("chronology-caption"), alt=alt))
    if units:
        names = _names(desk, [unit.name for unit in units])
        title = t("organisation-title", count=t.number(len(units)))
        alt = t("organisation-alt", count=t.number(len(units)), names=names)
        texts.append(ExhibitText(id="organisation", title=title, caption=t("organisation-caption"), alt=alt))
    if placed:
        names = _names(desk, [place.name for place in placed])
        title = t("map-title", count=t.number(len(placed)))
        alt = t("map-alt", count=t.number(len(placed)), names=names)
        legend = t("map-legend")
        texts.append(ExhibitText(id="map", title=title, caption=t("map-caption"), alt=alt, legend=legend))
    return tuple(texts)


def _names(desk: Desk, names: Sequence[str]) -> str:
    shown = list(names[:_NAMED])
    return format_list(shown, desk.teller.locale)[: LINE * 4] + (" …" if len(names) > len(shown) else "")


def _span(desk: Desk, events: Sequence[Event]) -> str:
    """Return the first and the last date that an event is known by, in words; empty where there are none."""
    ends = sorted(_ends(events), key=lambda date: (date.earliest, date.latest))
    if not ends:
        return ""
    first, last = ends[0], max(ends, key=lambda date: date.latest)
    value = first if first.earliest == last.earliest else Span(first, last)
    # A title goes into the file's information too, where no thin spaces are.
    return desk.teller.date(HistoricalDate(value, "-")).replace("\u2009", " ")


def _ends(events: Sequence[Event]) -> Iterator[Instant]:
    for event in events:
        value = event.date.date.value
        ends = (value.start, value.end) if isinstance(value, Span) else (value,)
        yield from (end for end in ends if isinstance(end, Instant))
