"""The panels of a set: which of an edition's texts and exhibits stand on each, by role, so that any dossier works.

A dossier that has no data for a part goes without it; a panel with nothing to show but its title is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.exhibits.support import Support
from dossier.locales.catalogs import Texts
from dossier.model.dossier import Difference, Dossier
from dossier.model.exhibit import Exhibit, Figure
from dossier.model.layout import PanelData, SectionChoice
from dossier.typeset.view import Passage, Piece, Portrait, Story, View, Work


@dataclass(frozen=True, slots=True)
class Panel:
    """One sheet of a set: what stands on it, in the order in which it is read. Notes are numbered sheet by sheet."""

    id: str
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
    for id, wanted in data.items():
        panel = _panel(id, wanted, len(panels) + 1, dossier, view, exhibits, texts)
        shows = panel.exhibit or panel.texts or panel.people or panel.works or panel.differences
        if panel.title and (shows or (wanted.exhibit == "cover" and (cover or panel.overview))):
            panels.append(panel)
    return tuple(panels)


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
    numbered = [_numbered(story, notes) for story in stories]
    catalogue = next((words for words in dossier.exhibits if words.id == "bibliography"), None)
    overview: tuple[str, ...] = ()
    note = None
    title = {
        "dossier": dossier.title,
        "section": numbered[0].heading if numbered else "",
        "exhibit": exhibit.title if exhibit else "",
        "bibliography": catalogue.title if catalogue else texts("bibliography.title") if view.works else "",
    }[data.heading]
    match data.overview:
        case "standfirst":
            overview = view.standfirst
        case "caption" if exhibit:
            overview = (exhibit.caption,)
        case "bibliography" if catalogue:
            overview = (catalogue.caption,)
        case "section" if numbered:
            first, numbered[0] = _first(numbered[0])
            overview, note = (first[0],), first[1]
    if "text" not in data.frames:
        numbered, notes = [], [each for each in notes if each[0] == note]
    return Panel(
        id,
        data,
        number,
        title,
        overview,
        note,
        exhibit,
        tuple(numbered),
        view.people if data.people else (),
        view.works if data.works else (),
        dossier.differences[: data.differences],
        tuple(notes),
    )


def _chosen(choice: SectionChoice, stories: Sequence[Story]) -> Iterator[Story]:
    """Yield the sections of the role that `choice` names, each with its first paragraphs."""
    opening = stories[:1]
    for story in stories:
        role = story.exhibit or ("opening" if story in opening else "other")
        if role == choice.of:
            yield replace(story, paragraphs=story.paragraphs[: choice.paragraphs])


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


def _first(story: Story) -> tuple[tuple[str, int], Story]:
    """Return the first statement of `story` with the number of its note, and the story without it."""
    paragraph, *paragraphs = story.paragraphs
    piece, *pieces = paragraph.pieces
    statement, *statements = piece.statements
    kept: tuple[Piece, ...] = (replace(piece, statements=tuple(statements)),) if statements else ()
    rest: tuple[Passage, ...] = (replace(paragraph, pieces=(*kept, *pieces)),) if kept or pieces else ()
    return (statement[1], piece.number), replace(story, paragraphs=(*rest, *paragraphs))
