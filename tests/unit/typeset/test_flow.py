"""Exhibits stand near their text and leave no holes; flaws of pages are found, and mended as a compositor would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf
from types import SimpleNamespace
from typing import Any

import pytest

from dossier.typeset import setting
from dossier.typeset.flaws import Order, flaws
from dossier.typeset.flow import Column, Flow, Place, after, price, ranked

PAGE = 1000.0
HEIGHTS = {"h1": 50.0, "p1": 200.0, "p2": 200.0, "map": 600.0, "h2": 50.0, "p3": 300.0, "p4": 150.0}
COLUMN = Column(
    ("h1", "p1", "p2", "map", "h2", "p3", "p4"),
    frozenset({"map"}),
    frozenset(),
    {"p1": (), "p2": (), "p3": (), "p4": ()},
)


def lay(flow: Flow, column: Column = COLUMN) -> dict[str, list[Place]]:
    """Set blocks under each other on pages of 1000 px; text runs on to the next page, all else does not."""
    places: dict[str, list[Place]] = {"top": [Place(0, 0.0, 0.0)], "foot": [Place(0, PAGE, PAGE)]}
    page, y = 0, 0.0
    for id in flow:
        height = HEIGHTS[id]
        if y + height <= PAGE:
            places[id] = [Place(page, y, y + height)]
            y += height
        elif column.kind(id) == "text" and y < PAGE:
            places[id] = [Place(page, y, PAGE), Place(page + 1, 0.0, y + height - PAGE)]
            page, y = page + 1, y + height - PAGE
        else:
            places[id] = [Place(page + 1, 0.0, height)]
            page, y = page + 1, height
    return places


def test_a_hole_before_an_exhibit_costs_its_square() -> None:
    # 450 px are taken and 600 are needed: 550 of 1000 stay empty.
    assert price(COLUMN, COLUMN.flow, lay(COLUMN.flow)) == pytest.approx(0.55**2)


def test_the_cheapest_order_fills_the_page_with_text_or_takes_the_exhibit_forward() -> None:
    best = ranked(COLUMN, lay(COLUMN.flow), {})[0]
    assert best == ("h1", "p1", "map", "p2", "h2", "p3", "p4")
    assert price(COLUMN, best, lay(best)) == pytest.approx(0.008), "one paragraph earlier, and no hole"


def test_no_exhibit_follows_a_heading_or_passes_another() -> None:
    two = replace(COLUMN, flow=("h1", "p1", "map", "p2", "chart", "h2", "p3"), exhibits=frozenset({"map", "chart"}))
    two = replace(two, notes={"p1": (), "p2": (), "p3": ()})
    flows = ranked(two, {}, {})
    assert len(flows) == len(set(flows)) == 6  # two exhibits after one of three paragraphs each, in their order
    for flow in flows:
        assert flow.index("map") < flow.index("chart")
        assert "heading" not in {two.kind(before) for before, id in pairwise(flow) if id in two.exhibits}
        assert [id for id in flow if id not in two.exhibits] == ["h1", "p1", "p2", "h2", "p3"]


def test_what_follows_each_block() -> None:
    assert after(("h1", "p1", "map", "p2"), {"map"}) == {"": (), "h1": (), "p1": ("map",), "map": (), "p2": ()}


NOTED = replace(COLUMN, notes={"p1": ("n1",), "p2": ("n2",), "p3": (), "p4": ()})


@pytest.mark.parametrize(
    ("note", "cost", "block"),
    [
        ([Place(0, 900, 950)], None, ""),
        ([Place(1, 900, 950)], 0.3, ""),  # on the next page, and the paragraph's part is too large to go with it
        ([Place(0, 900, 950), Place(2, 900, 950)], 0.3, ""),  # twice
        ([], inf, ""),
    ],
)
def test_a_note_stands_once_on_the_page_of_its_call(note: Sequence[Place], cost: float | None, block: str) -> None:
    places = lay(COLUMN.flow) | {"c1": [Place(0, 100, 110)], "c2": [Place(0, 300, 310)], "n2": [Place(0, 950, 1000)]}
    found = flaws(NOTED, COLUMN.flow, places | ({"n1": list(note)} if note else {}))
    assert [(flaw.page, flaw.cost, flaw.block) for flaw in found] == ([] if cost is None else [(0, cost, block)])


@pytest.mark.parametrize(
    ("id", "parts", "expected"),
    [
        ("p3", [Place(0, 980, 1000), Place(1, 0, 280)], (0, 0.12, "h2")),  # a heading and a line at the foot
        ("p4", [Place(0, 980, 1000), Place(1, 0, 280)], (0, 0.05, "p4")),
        ("p4", [Place(0, 720, 1000), Place(1, 0, 20)], (0, 0.05, "")),  # a line alone at the head
    ],
)
def test_single_lines_are_flaws(id: str, parts: list[Place], expected: tuple[int, float, str]) -> None:
    (flaw,) = flaws(COLUMN, COLUMN.flow, lay(COLUMN.flow) | {"h2": [Place(0, 900, 950)], id: parts})
    assert (flaw.page, flaw.cost, flaw.block) == expected


def test_a_block_begins_the_next_page_or_the_page_is_left_short() -> None:
    (stranded,) = flaws(COLUMN, COLUMN.flow, lay(COLUMN.flow) | {"p3": [Place(4, 980, 1000), Place(5, 0, 280)]})
    moved = stranded.mended(Order(COLUMN.flow))
    assert moved is not None
    assert moved.style == "#h2 { break-before: page }"
    assert stranded.mended(moved) is None
    (single,) = flaws(COLUMN, COLUMN.flow, lay(COLUMN.flow) | {"p4": [Place(4, 720, 1000), Place(5, 0, 20)]})
    short = single.mended(moved)
    assert short is not None
    assert short.style.startswith("@page text:nth(5 of text) { padding-bottom: 13.5pt }\n#h2")
    assert single.mended(short) is None


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """Have the column settled by trials of `lay`, and return the list that each order is put into when it is tried."""
    tried: list[Order] = []

    def trial(composition: object, order: Order) -> dict[str, list[Place]]:
        tried.append(order)
        return lay(order.flow)

    def no_view(view: object, exhibits: object) -> Column:
        return COLUMN

    monkeypatch.setattr(setting, "_tried", trial)
    monkeypatch.setattr(setting, "column", no_view)
    return tried


COMPOSED: Any = SimpleNamespace(view=None, exhibits={"map": None})


def test_orders_are_tried_until_one_is_good(tried: list[Order]) -> None:
    assert setting.settled(COMPOSED) == Order(("h1", "p1", "map", "p2", "h2", "p3", "p4"))
    assert len(tried) == 2


def test_a_page_that_no_order_makes_good_ends_with_the_best_that_was_tried(
    tried: list[Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    prices: Iterator[float] = iter((0.9, 0.8, 0.5, *[0.7] * 20))

    def dear(column: Column, flow: Flow, places: object) -> float:
        return next(prices)

    monkeypatch.setattr(setting, "price", dear)
    assert setting.settled(COMPOSED) == tried[2]
    assert len(tried) == 4, "there are four paragraphs that the map may follow"
