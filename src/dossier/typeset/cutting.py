"""Panels of a draft, cut to the room that they have: a program made it, and nobody has yet chosen what matters.

What is cut is said. Of a dossier that somebody has signed nothing is cut: what does not fit is overset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dossier.diagnostics import Diagnostic
from dossier.errors import Where
from dossier.typeset.flow import Place
from dossier.typeset.panels import Panel
from dossier.typeset.view import Story

TRIES = 4
"""How often panels are laid out to find out how much fits."""
_SPARE = 0.94
"""How much of a frame is counted on, since what is cut has no even height."""
_CUT = ("text", "people", "works", "differences")

Lay = Callable[[Sequence[Panel]], dict[str, list[Place]]]
"""Lays panels out at their smallest sizes and returns where everything stands."""


def cut_to_room(panels: Sequence[Panel], lay: Lay) -> tuple[tuple[Panel, ...], tuple[Diagnostic, ...]]:
    """Return `panels` without what their frames have no room for, the last things first, and what was left out."""
    whole = tuple(panels)
    cut = whole
    for _ in range(TRIES):
        places = lay(cut)
        shorter = tuple(_shorter(panel, places) for panel in cut)
        if shorter == cut:
            break
        cut = shorter
    return cut, tuple(finding for before, after in zip(whole, cut, strict=True) for finding in _said(before, after))


def _shorter(panel: Panel, places: dict[str, list[Place]]) -> Panel:
    for name in _CUT:
        frame, text = (places.get(f"{kind}-{panel.key}-{name}") for kind in ("frame", "fit"))
        if frame and text and text[0].bottom > frame[0].bottom + 1:
            share = (frame[0].bottom - frame[0].top) / (text[0].bottom - text[0].top) * _SPARE
            panel = _kept(panel, name, max(1, min(int(_count(panel, name) * share), _count(panel, name) - 1)))
    return panel


def _count(panel: Panel, name: str) -> int:
    match name:
        case "people":
            return len(panel.people)
        case "works":
            return len(panel.works)
        case "differences":
            return len(panel.differences)
    return sum(len(paragraph.pieces) for story in panel.texts for paragraph in story.paragraphs)


def _kept(panel: Panel, name: str, count: int) -> Panel:
    match name:
        case "people":
            return replace(panel, people=panel.people[:count])
        case "works":
            return replace(panel, works=panel.works[:count])
        case "differences":
            return replace(panel, differences=panel.differences[:count])
    texts = tuple(_stories(panel.texts, count))
    numbers = {piece.number for story in texts for paragraph in story.paragraphs for piece in paragraph.pieces}
    kept = tuple(note for note in panel.notes if note[0] in numbers or note[0] == panel.overview_note)
    return replace(panel, texts=texts, notes=kept)


def _stories(stories: Sequence[Story], count: int) -> Iterator[Story]:
    """Yield the first `count` pieces of `stories`; a story of which nothing is left goes with its heading."""
    for story in stories:
        paragraphs = []
        for paragraph in story.paragraphs:
            if pieces := paragraph.pieces[:count]:
                paragraphs.append(replace(paragraph, pieces=pieces))
                count -= len(pieces)
        if paragraphs:
            yield replace(story, paragraphs=tuple(paragraphs))


def _said(before: Panel, after: Panel) -> Iterator[Diagnostic]:
    for name in _CUT:
        whole, kept = _count(before, name), _count(after, name)
        if kept < whole:
            what = "statements" if name == "text" else name
            yield Diagnostic(
                "draft-cut", "warning", f"panel {before.id} of this draft shows {kept} of {whole} {what}",
                "Delete or shorten what matters less; nothing of a signed dossier is left out.",
                Where(item=f"panels/{before.id}"),
            )  # fmt: skip
