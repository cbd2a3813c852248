"""The panels of a set: which of an edition's texts and exhibits stand on each, by role, so that any dossier works.

A dossier that has no data for a part goes without it; a panel with nothing to show but its title is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.locales.catalogs import Texts
from dossier.model.dossier import Difference, Dossier
from dossier.model.exhibit import Exhibit, Figure
from dossier.model.layout import PanelData, SectionChoice
from dossier.model.media import Media
from dossier.model.support import Support
from dossier.typeset.titles import whole_titles
from dossier.typeset.view import Passage, Piece, Portrait, Story, View, Work


@dataclass(frozen=True, slots=True)
class Panel:
    """One sheet of a set: what stands on it, in the order in which it is read. Notes are numbered sheet by sheet.

    `key` tells it from the same panel in another language on the same sheet.
    """

    id: str
    key: str
    data: PanelData
    number: int
    title: str
    overview: tuple[str, ...]
    overview_note: int | None
    exhibit: Exhibit | None
    texts: tuple[Story, ...]
    people: tuple[Portrait, ...]
    works: tuple[Work, ...]
    differences: tuple[Difference, ...]
    picture: Media | None
    notes: tuple[tuple[int, Support], ...]


def panels_of(
    data: Mapping[str, PanelData],
    dossier: Dossier,
    view: View,
    exhibits: Mapping[str, Exhibit],
    cover: Figure | None,
    texts: Texts,
) -> tuple[Panel, ...]:
    """Return the panels of a set that `dossier` has something for, numbered from 1."""
    panels: list[Panel] = []
    pictures = pictures_of(data, dossier, view)
    for id, wanted in data.items():
        panel = _panel(id, wanted, len(panels) + 1, dossier, view, exhibits, texts)
        if id in pictures:
            panel = replace(panel, data=wanted.with_picture(), picture=pictures[id])
        shows = panel.exhibit or panel.texts or panel.people or panel.works or panel.differences or panel.picture
        if panel.title and (shows or (wanted.exhibit == "cover" and (cover or panel.overview))):
            panels.append(panel)
    return tuple(panels)


def pictures_of(data: Mapping[str, PanelData], dossier: Dossier, view: View) -> dict[str, Media]:
    """Return the picture of each panel that has a frame "picture": the first of its sections that no other shows."""
    found: dict[str, Media] = {}
    for id, panel in data.items():
        if "picture" in panel.with_picture().frames:
            shown = {story.id for choice in panel.sections for story in _chosen(choice, view.stories)}
            taken = {media.id for media in found.values()}
            free = (media for media in dossier.media if media.section in shown and media.id not in taken)
            if (media := next(free, None)) is not None:
                found[id] = media
    return found


def _panel(
    id: str,
    data: PanelData,
    number: int,
    dossier: Dossier,
    view: View,
    exhibits: Mapping[str, Exhibit],
    texts: Texts,
) -> Panel:
    exhibit = exhibits.get(data.exhibit or "")
    stories = [story for choice in data.sections for story in _chosen(choice, view.stories)]
    notes: list[tuple[int, Support]] = []
    overview: tuple[str, ...] = ()
    note = None
    if data.overview == "section" and stories:
        (lead, words), support = _lead(stories[0].id, view.stories)
        overview, note = (words,), 1
        notes.append((note, support))
        stories[0] = _without(stories[0], lead)
    numbered = [_numbered(story, notes) for story in stories]
    catalogue = next((words for words in dossier.exhibits if words.id == "bibliography"), None)
    named = exhibit.title if exhibit else ""
    title = {
        "dossier": dossier.title,
        "section": numbered[0].heading if numbered else named,
        "exhibit": named,
        "bibliography": catalogue.title if catalogue else texts("bibliography.title") if view.works else "",
    }[data.heading]
    match data.overview:
        case "standfirst":
            overview = view.standfirst
        case "caption" | "section" if exhibit and exhibit.caption and not overview:
            overview = (exhibit.caption,)
        case "bibliography" if catalogue:
            overview = (catalogue.caption,)
    if "text" not in data.frames:
        numbered, notes = [], [each for each in notes if each[0] == note]
    return Panel(
        id,
        id,
        data,
        number,
        title,
        overview,
        note,
        exhibit,
        tuple(numbered),
        tuple(replace(person, lines=person.lines[-data.people :]) for person in view.people) if data.people else (),
        tuple(replace(work, runs=whole_titles(work.runs)) for work in view.works) if data.works else (),
        dossier.differences[: data.differences],
        None,
        tuple((number, replace(support, works=whole_titles(support.works))) for number, support in notes),
    )


def _chosen(choice: SectionChoice, stories: Sequence[Story]) -> Iterator[Story]:
    """Yield the sections of the role that `choice` names, each with the paragraphs that it asks for."""
    opening = stories[:1]
    for story in stories:
        role = story.exhibit or ("opening" if story in opening else "other")
        if role == choice.of and story.paragraphs:
            end = choice.first - 1 + choice.paragraphs
            yield replace(story, paragraphs=story.paragraphs[choice.first - 1 : end])


def _numbered(story: Story, notes: list[tuple[int, Support]]) -> Story:
    """Return `story` with notes that count on from those in `notes`; neighbours that rest on the same share one."""
    paragraphs = []
    for paragraph in story.paragraphs:
        pieces = []
        for piece in paragraph.pieces:
            known = next((number for number, support in notes if support == piece.support), None)
            if known is None:
                known = len(notes) + 1
                notes.append((known, piece.support))
            pieces.append(replace(piece, number=known))
        paragraphs.append(replace(paragraph, pieces=tuple(pieces)))
    return replace(story, paragraphs=tuple(paragraphs))


def _lead(id: str, stories: Sequence[Story]) -> tuple[tuple[str, str], Support]:
    """Return the first statement (id and words) of the story `id`, and what it rests on."""
    piece = next(story for story in stories if story.id == id).paragraphs[0].pieces[0]
    return piece.statements[0], piece.support


def _without(story: Story, id: str) -> Story:
    """Return `story` without the statement `id`, and without what is empty then."""
    paragraphs: list[Passage] = []
    for paragraph in story.paragraphs:
        kept = [replace(p, statements=tuple(each for each in p.statements if each[0] != id)) for p in paragraph.pieces]
        pieces: tuple[Piece, ...] = tuple(piece for piece in kept if piece.statements)
        paragraphs += [replace(paragraph, pieces=pieces)] if pieces else []
    return replace(story, paragraphs=tuple(paragraphs))
