"""Setting a composed edition: its exhibits moved where they leave no holes, then laid out and written."""

from __future__ import annotations

from dossier.typeset.compose import Composition
from dossier.typeset.flow import Flow, first_flow, improved, notes_of
from dossier.typeset.labels import set_labels
from dossier.typeset.pages import Setting, lay_pages, try_pages

MOVES = 3
"""How often an exhibit may be moved; each move lays the running text out anew."""


def set_edition(composition: Composition, *, archive: bool, strict: bool = False) -> Setting:
    """Set `composition`, pages or object labels, to be finished for screen and `archive` or for a press.

    With `strict` a label whose text does not fit is an error. Raises LayoutError where the template cannot be used,
    TypesettingError where the typesetter gives up.
    """
    if composition.layout.data.labels:
        return set_labels(composition, archive=archive, strict=strict)
    page = composition.page(settled_flow(composition))
    laid = lay_pages(page.html, page.styles, composition.voice.fonts, page.pictures)
    return laid.write(archive=archive, scale=composition.layout.data.scale)


def settled_flow(composition: Composition) -> Flow:
    """Return the order of text and exhibits that leaves no holes, as far as a few moves go."""
    flow = first_flow(composition.view, composition.exhibits)
    notes = notes_of(composition.view)
    if not any(notes.values()) or not composition.exhibits:
        return flow
    for _ in range(MOVES):
        page = composition.page(flow)
        laid = try_pages(page.html, page.styles, composition.voice.fonts, page.pictures)
        better = improved(flow, composition.exhibits, notes, laid.places())
        if better == flow:
            break
        flow = better
    return flow
