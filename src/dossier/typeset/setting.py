"""Setting a composed edition: laid out, its exhibits moved where they leave no holes, and written."""

from __future__ import annotations

from dossier.typeset.compose import Composition
from dossier.typeset.flow import first_flow, improved, notes_of
from dossier.typeset.pages import Setting, lay_pages

MOVES = 2
"""How often an exhibit may be moved; each move lays all pages out anew."""


def set_edition(composition: Composition, *, archive: bool) -> Setting:
    """Set `composition`, to be finished for screen and `archive` or for a press.

    Raises LayoutError where the template cannot be used, TypesettingError where the typesetter gives up.
    """
    flow = first_flow(composition.view, composition.exhibits)
    notes = notes_of(composition.view)
    fonts = composition.voice.fonts
    page = composition.page(flow)
    laid = lay_pages(page.html, page.styles, fonts)
    for _ in range(MOVES):
        better = improved(flow, composition.exhibits, notes, laid.places())
        if better == flow:
            break
        flow, page = better, composition.page(better)
        laid = lay_pages(page.html, page.styles, fonts)
    return laid.write(archive=archive)
