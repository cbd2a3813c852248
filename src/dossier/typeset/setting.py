"""Setting a composed edition: its exhibits moved where they leave no holes, then laid out and written."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from operator import itemgetter

from dossier.typeset.compose import Composition
from dossier.typeset.flaws import Order, flaws
from dossier.typeset.flow import Flow, Places, column, price, ranked
from dossier.typeset.labels import set_labels
from dossier.typeset.pages import Setting, lay_pages, try_pages

TRIALS = 10
"""How many orders of text and exhibits are tried; each trial lays the running text out anew."""
GOOD, PATIENCE = 0.06, 0.015
"""The price of an order that is not worth bettering, no hole to speak of and no flaw, and how it grows by the trial."""


def set_edition(composition: Composition, *, archive: bool, strict: bool = False) -> Setting:
    """Set `composition`, pages or object labels, to be finished for screen and `archive` or for a press.

    With `strict` a label whose text does not fit is an error. Raises LayoutError where the template cannot be used,
    TypesettingError where the typesetter gives up.
    """
    if composition.layout.data.labels:
        return set_labels(composition, archive=archive, strict=strict)
    order = settled(composition)
    page = composition.page(order.flow)
    laid = lay_pages(page.html, (*page.styles, order.style), composition.voice.fonts, page.pictures)
    return laid.write(archive=archive, scale=composition.layout.data.scale)


def settled(composition: Composition) -> Order:
    """Return the order that leaves the smallest holes and the fewest flaws, as far as was tried."""
    text = column(composition.view, composition.exhibits)
    order = begun = Order(text.flow)
    if not text.notes or not text.exhibits:
        return order
    tried: set[Flow] = set()
    best = inf, order
    for number in range(TRIALS):
        places = _tried(composition, order)
        tried.add(order.flow)
        holes, wrong = price(text, order.flow, places), flaws(text, order.flow, places)
        best = min(best, (holes + sum(flaw.cost for flaw in wrong), order), key=itemgetter(0))
        if best[0] <= GOOD + PATIENCE * number:
            break
        first = min(places[id][0].page for id in text.exhibits)
        early = next((flaw for flaw in wrong if flaw.page < first and flaw.mended(begun)), None)
        if early:  # what is wrong before the first exhibit is so in most other orders
            begun = early.mended(begun) or begun
        mended = (flaw.mended(order) for flaw in wrong if flaw is early or holes <= GOOD)
        others = (replace(begun, flow=flow) for flow in ranked(text, places, begun.short) if flow not in tried)
        more = next((each for each in (*mended, *others) if each), None)
        if more is None:
            break
        order = more
    return best[1]


def _tried(composition: Composition, order: Order) -> Places:
    page = composition.page(order.flow)
    return try_pages(page.html, (*page.styles, order.style), composition.voice.fonts, page.pictures).places()
