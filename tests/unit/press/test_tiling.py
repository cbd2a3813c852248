"""Cutting a panel into sheets: all of it is covered, overlaps are as asked for, and no fewer sheets would do."""

from __future__ import annotations

from itertools import count, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import UsageError
from dossier.press.tiling import LEGEND, Paper, Tile, Tiling, plan_tiles
from dossier.units import mm, to_mm

A4, LETTER, A3 = (210.0, 297.0), (215.9, 279.4), (297.0, 420.0)


def plan(width: float, height: float, paper: tuple[float, float], overlap: float = 10, margin: float = 5) -> Tiling:
    """Plan in millimetres."""
    return plan_tiles(mm(width), mm(height), Paper(mm(paper[0]), mm(paper[1]), mm(margin)), mm(overlap))


@pytest.mark.parametrize(
    ("panel", "paper", "columns", "rows", "turned", "beside"),
    [
        # 3 rows of 287 mm less 2 overlaps of 10 are 841: all that an upright A4 has, so the legend stands beside.
        ((594, 841), A4, 4, 3, False, True),
        ((594, 841), A3, 2, 3, True, True),
        ((850, 2000), A4, 5, 8, False, False),
        ((850, 2000), LETTER, 5, 8, False, True),
        ((850, 2000), A3, 4, 5, False, True),
        ((609.6, 914.4), A4, 3, 5, True, True),
        ((180, 120), A4, 1, 1, False, False),
        ((270, 100), A4, 1, 1, True, False),
        ((10, 10), LETTER, 1, 1, False, False),
    ],
)
def test_sheets_by_hand(
    panel: tuple[float, float], paper: tuple[float, float], columns: int, rows: int, turned: bool, beside: bool
) -> None:
    tiling = plan(*panel, paper)
    assert (tiling.columns, tiling.rows) == (columns, rows)
    assert (tiling.paper.width > tiling.paper.height) is turned
    assert tiling.legend_beside is beside


def test_a_panel_just_too_large_takes_another_sheet() -> None:
    assert len(plan(190, 269, A4).tiles) == 1  # 297 less two margins of 5, less 18 for the legend
    assert len(plan(190, 269.1, A4).tiles) == 2


tilings = st.builds(
    plan,
    width=st.floats(20, 3000),
    height=st.floats(20, 3000),
    paper=st.sampled_from([A4, LETTER, A3]),
    overlap=st.floats(5, 50),
    margin=st.floats(0, 12),
)


@given(tilings)
def test_the_pieces_are_the_panel_and_share_the_overlap(tiling: Tiling) -> None:
    width, height = tiling.piece
    lefts = sorted({tiling.origin(tile)[0] for tile in tiling.tiles})
    tops = sorted({tiling.origin(tile)[1] for tile in tiling.tiles})
    assert len(lefts) * len(tops) == len(tiling.tiles)
    for starts, piece, panel in ((lefts, width, tiling.width), (tops, height, tiling.height)):
        assert starts[0] == 0
        assert starts[-1] + piece == pytest.approx(panel, abs=1e-6)
        for first, second in pairwise(starts):
            assert first + piece - second == pytest.approx(tiling.overlap, abs=1e-6)


@given(tilings)
def test_piece_and_legend_are_within_reach_of_the_printer(tiling: Tiling) -> None:
    window, paper = tiling.window, tiling.paper
    assert window.left == pytest.approx(paper.margin)
    assert window.top == pytest.approx(paper.height - paper.margin)
    right = window.right + (LEGEND if tiling.legend_beside else 0)
    bottom = window.bottom - (0 if tiling.legend_beside else LEGEND)
    assert right <= paper.width - paper.margin + 0.001
    assert bottom >= paper.margin - 0.001


def needed(panel: float, room: float, overlap: float) -> int:
    """Return how many sheets a side takes, by laying them down one by one."""
    return next(n for n in count(1) if n * room - (n - 1) * overlap >= panel - 0.001)


@given(tilings)
def test_no_other_way_takes_fewer_sheets(tiling: Tiling) -> None:
    margin, overlap = tiling.paper.margin, tiling.overlap
    sides = (tiling.paper.width - 2 * margin, tiling.paper.height - 2 * margin)
    ways = []
    for (across, down), beside in product((sides, sides[::-1]), (False, True)):
        room = (across - LEGEND, down) if beside else (across, down - LEGEND)
        ways.append(needed(tiling.width, room[0], overlap) * needed(tiling.height, room[1], overlap))
    assert len(tiling.tiles) == min(ways)


@given(tilings)
def test_every_sheet_has_its_own_name_and_knows_its_neighbours(tiling: Tiling) -> None:
    tiles = tiling.tiles
    assert len({tile.name for tile in tiles}) == len(tiles)
    back = {"left": "right", "right": "left", "above": "below", "below": "above"}
    for tile in tiles:
        for side in tiling.sides(tile):
            beside = tiling.neighbour(tile, side)
            assert beside in tiles
            assert tiling.neighbour(beside, back[side]) == tile  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (0, 11, "A12"), (1, 0, "B1"), (25, 2, "Z3"), (26, 0, "AA1"), (52, 0, "BA1")],
)
def test_names(row: int, column: int, name: str) -> None:
    assert Tile(row, column).name == name


def test_sheets_come_row_by_row() -> None:
    assert [tile.name for tile in plan(500, 300, A4).tiles] == ["A1", "A2", "B1", "B2"]


def test_sizes_of_pieces_by_hand() -> None:
    tiling = plan(594, 841, A4)
    assert [round(to_mm(length), 6) for length in tiling.piece] == [156, 287]  # (594 + 3 x 10) / 4, (841 + 2 x 10) / 3
    assert [round(to_mm(length), 6) for length in tiling.origin(Tile(2, 1))] == [146, 554]


@pytest.mark.parametrize("overlap", [0, 4.9, 50.1])
def test_an_overlap_that_cannot_be_glued(overlap: float) -> None:
    with pytest.raises(UsageError, match=f"an overlap of {overlap:.1f} mm") as error:
        plan(594, 841, A4, overlap=overlap)
    assert error.value.hint == "Choose one from 5 to 50 mm: it is glued."


def test_a_margin_that_leaves_no_room() -> None:
    with pytest.raises(UsageError, match="a printer's margin of 21 mm and an overlap of 10 mm leave no room"):
        plan(594, 841, A4, margin=21)


def test_more_sheets_than_can_be_numbered() -> None:
    with pytest.raises(UsageError, match=r"the panel of 9000 × 9000 mm needs \d{4} sheets"):
        plan(9000, 9000, A4)
