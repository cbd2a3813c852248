"""From versions of an article to a dossier that a curator can correct, with notes on what to look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.draft.desk import Desk, works_of
from dossier.draft.doubts import differences, gaps, inferences
from dossier.draft.exhibits import exhibit_texts
from dossier.draft.glance import glance
from dossier.draft.ids import Ids, slug
from dossier.draft.items import events, people, places, units, zones
from dossier.draft.merging import Sides
from dossier.draft.notes import Note
from dossier.draft.sources import shared_licence, sources
from dossier.draft.story import Chapter, chapters
from dossier.draft.teller import LINE, Teller, teller_of
from dossier.draft.versions import Version
from dossier.errors import SourceError, Where
from dossier.model.dossier import (
    Dossier,
    Entry,
    Event,
    Organisation,
    Paragraph,
    Place,
    Related,
    Section,
    Statement,
    Unit,
    Zone,
)
from dossier.reconcile import reconcile

RELATED = 24
_STANDFIRST = 60
"""The cover quotes so many words."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A dossier, what is said above its items in comments, by id, and what a curator should look at."""

    dossier: Dossier
    comments: dict[str, str]
    notes: tuple[Note, ...]
    versions: tuple[Version, ...]


def draft(versions: Sequence[Version], *, title: str = "", language: str = "") -> Draft:
    """Return the draft of a dossier from versions of one article, the first of which tells the story.

    Raises SourceError where nothing was found in any of them.
    """
    _refuse_empty(versions)
    first = versions[0]
    teller = teller_of(language or first.article.language)
    title = " ".join((title or first.article.title.text).split())[:LINE]
    title = title if teller.prints(title) else first.file
    project = slug(title) or "draft"
    desk = desk_for(versions, teller, Ids({project, *(version.id for version in versions)}))
    all_places, place_ids = places(desk)
    all_places = (*all_places, *_titled_place(desk, title, all_places))
    all_events, all_units = events(desk, place_ids), units(desk)
    all_people, all_zones = people(desk), zones(desk)
    told = chapters(first, _weights(first), teller.prints, desk.notes)
    sections, statements = _sections(desk, first, told, all_events, all_units, all_places)
    holes, gap_ids = gaps(desk)
    placed = [place for place in all_places if place.lat is not None]
    all_sources = sources(desk)
    made = Dossier(
        id=project,
        dossier=1,
        language=teller.locale.tag,
        title=title,
        standfirst=_standfirst(desk, first, told),
        licence=shared_licence(all_sources),
        sources=all_sources,
        glance=(*glance(desk), *(() if placed else _in_words(desk, all_zones))),
        sections=sections,
        events=all_events,
        organisation=_organisation(desk, title, all_units),
        units=all_units,
        people=all_people,
        places=all_places,
        zones=all_zones,
        exhibits=exhibit_texts(desk, all_events, all_units, placed),
        differences=differences(desk),
        gaps=holes,
        uncertain=(*inferences(desk, gap_ids, statements.at), *_open(desk)),
        related=_related(desk),
        references=desk.cited_works(),
        colophon=_colophon(desk, told, first),
    )
    _note_uncited(desk)
    return Draft(made, desk.comments, tuple(desk.notes), tuple(versions))


def desk_for(versions: Sequence[Version], teller: Teller, ids: Ids) -> Desk:
    """Return a desk with the versions compared and their works known."""
    sides = Sides(tuple(versions), tuple(reconcile(versions[0].article, other.article) for other in versions[1:]))
    notes: list[Note] = []
    works, references = works_of(versions, teller, ids, notes)
    return Desk(sides, teller, ids, works, references, notes)


def _refuse_empty(versions: Sequence[Version]) -> None:
    def anything(version: Version) -> bool:
        found = version.found
        return bool(found.events or found.units or found.people or found.zones or found.counts)

    if not any(anything(version) for version in versions):
        raise SourceError(
            "nothing was found that a dossier could be made of: no event, group, person or number",
            hint="Give the text of an article about an event; dossier read shows what the program sees in it.",
            where=Where(versions[0].path),
        )


def _weights(version: Version) -> Weigh:
    places = [(item.words.start, item.words.end, weight)
              for items, weight in ((version.found.events, 3), (version.found.zones, 3), (version.found.units, 2),
                                    (version.found.counts, 2), (version.found.people, 1))
              for item in items]  # fmt: skip
    return Weigh(sorted(places))


class Weigh:
    """Says how much of what was found stands in a stretch of the source."""

    def __init__(self, places: Sequence[tuple[int, int, int]]) -> None:
        self._places = places
        self._starts = [start for start, _, _ in places]

    def __call__(self, start: int, end: int) -> int:
        """Return the sum of what begins between two places."""
        first, last = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return sum(weight for _, _, weight in self._places[first:last])


class Statements:
    """The ids of the statements of the story, found by a place of the source that they quote."""

    def __init__(self) -> None:
        self._places: list[tuple[int, int, str]] = []

    def add(self, start: int, end: int, id: str) -> None:
        """Remember a statement."""
        self._places.append((start, end, id))

    def at(self, place: int) -> str | None:
        """Return the id of the statement that quotes `place`."""
        return next((id for start, end, id in self._places if start <= place < end), None)


def _sections(
    desk: Desk, version: Version, told: Sequence[Chapter], events: Sequence[Event], units: Sequence[Unit],
    places: Sequence[Place],
) -> tuple[tuple[Section, ...], Statements]:  # fmt: skip
    statements = Statements()
    drafted: list[Section] = []
    for chapter in told:
        heading = " ".join(chapter.heading.text.split()) if chapter.heading else ""
        heading = heading if heading and desk.teller.prints(heading) and len(heading) < LINE else desk.teller("lead")
        id = desk.ids.take(heading if chapter.heading else "introduction", "section")
        body = []
        for each in chapter.told:
            passage = each.sentence.passage
            statement = desk.ids.take(f"{id}-{each.number + 1}", "said")
            statements.add(passage.start, passage.end, statement)
            body.append(
                Paragraph(
                    id=statement,
                    starts=each.starts,
                    text=each.text,
                    kind="source",
                    evidence=desk.evidence(version, *passage.quotable_range(0, len(passage.text))),
                    cites=desk.cites(version, passage.citations),
                )
            )
        drafted.append(Section(id=id, heading=heading, body=tuple(body)))
    return tuple(_with_exhibits(drafted, version, events, units, places)), statements


def _with_exhibits(
    sections: Sequence[Section], version: Version, events: Sequence[Event], units: Sequence[Unit],
    places: Sequence[Place],
) -> Sequence[Section]:  # fmt: skip
    """Give each exhibit to the section that quotes most of what is in it, and no section two."""
    owners: dict[int, str] = {}
    for exhibit, items in (("organisation", units), ("chronology", events), ("map", places)):
        starts = [e.start for item in items for e in item.evidence if e.source == version.id and e.start is not None]
        if not starts or (exhibit == "map" and all(place.lat is None for place in places)):
            continue
        spans = [
            (min(e.start or 0 for s in section.body for e in s.evidence[:1]),
             max(e.start or 0 for s in section.body for e in s.evidence[:1]) + 1)
            for section in sections
        ]  # fmt: skip
        counts = [sum(first <= start < last for start in starts) for first, last in spans]
        free = [number for number in range(len(sections)) if number not in owners]
        if free:
            owners[max(free, key=lambda number: (counts[number], -number))] = exhibit
    return [section.model_copy(update={"exhibit": owners.get(n)}) for n, section in enumerate(sections)]


def _standfirst(desk: Desk, version: Version, told: Sequence[Chapter]) -> tuple[Statement, ...]:
    used = 0
    drafted: list[Statement] = []
    for each in told[0].told[:2] if told else ():
        if drafted and used + each.words > _STANDFIRST:
            break
        passage = each.sentence.passage
        used += each.words
        drafted.append(
            Statement(
                id=desk.ids.take(f"standfirst-{len(drafted) + 1}", "standfirst"),
                text=" ".join(each.sentence.text.split()),
                kind="source",
                evidence=desk.evidence(version, *passage.quotable_range(0, len(passage.text))),
                cites=desk.cites(version, passage.citations),
            )
        )
    return tuple(drafted)


def _titled_place(desk: Desk, title: str, places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the position that an article gives of its own subject, where no place of the text has one."""
    for version in desk.sides.versions:
        for point in version.article.coordinates:
            if any(place.lat == round(point.lat, 4) and place.lon == round(point.lon, 4) for place in places):
                return ()
            if not point.name and desk.teller.prints(title):
                basis = desk.teller("basis-coordinates")
                evidence = desk.evidence(version, point.start, point.end)
                id = desk.ids.take(f"place-{title}", "place")
                lat, lon = round(point.lat, 4), round(point.lon, 4)
                return (Place(id=id, name=title, lat=lat, lon=lon, basis=basis, evidence=evidence),)
    return ()


def _in_words(desk: Desk, zones: Sequence[Zone]) -> tuple[Entry, ...]:
    """Return the zones as facts at a glance, for a draft without the map that would show them."""
    return tuple(
        Entry(
            id=desk.ids.take(f"glance-{zone.id}", "glance"),
            label=zone.name,
            text=zone.text,
            kind="source",
            evidence=zone.evidence,
            cites=zone.cites,
        )
        for zone in zones
    )


def _organisation(desk: Desk, title: str, units: Sequence[Unit]) -> Organisation | None:
    return Organisation(id=desk.ids.take("organisation-head", "head"), name=title) if units else None


def _open(desk: Desk) -> tuple[Statement, ...]:
    t = desk.teller
    texts = [t("open-unreviewed")]
    if len(desk.sides.versions) > 1:
        texts.append(t("open-agreement"))
    return tuple(
        Statement(id=desk.ids.take(f"open-{number}", "open"), text=text, kind="editorial")
        for number, text in enumerate(texts, 1)
    )


def _related(desk: Desk) -> tuple[Related, ...]:
    found: dict[str, Related] = {}
    for version in desk.sides.versions:
        origin = version.article.provenance
        for article in version.article.see_also:
            title = " ".join(article.title.split())
            if not title or title.endswith(":") or title in found:
                continue
            if len(found) >= RELATED or len(title) > LINE or not desk.teller.prints(title):
                desk.note("left-out", f"the related article “{title}”", version, article.passage.start, title)
                continue
            id = desk.ids.take(f"related-{title}", "related")
            url = _address(title, desk.teller.locale.tag) if origin.site == "Wikipedia" else ""
            found[title] = Related(id=id, title=title, source=version.id, url=url)
    return tuple(found.values())


def _address(title: str, language: str) -> str:
    from urllib.parse import quote

    return f"https://{language.partition('-')[0]}.wikipedia.org/wiki/{quote(title.replace(' ', '_'), safe='(),:')}"


def _colophon(desk: Desk, told: Sequence[Chapter], version: Version) -> tuple[Statement, ...]:
    t = desk.teller
    printed = sum(len(chapter.told) for chapter in told)
    left = sum(note.message.startswith("not in the story") for note in desk.notes)
    texts = [t("colophon-quoted", mark=version.mark)]
    if left:
        texts.append(t("colophon-selection", printed=t.number(printed), all=t.number(printed + left)))
    texts.append(t("colophon-found"))
    return tuple(
        Statement(id=desk.ids.take(f"made-{number}", "made"), text=text, kind="editorial")
        for number, text in enumerate(texts, 1)
    )


def _note_uncited(desk: Desk) -> None:
    for id, work in desk.references.items():
        if id not in desk.cited:
            words = work.reference.original or work.reference.title
            desk.notes.append(Note("left-out", "a work that nothing printed here cites", words))
