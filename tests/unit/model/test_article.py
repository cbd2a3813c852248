"""Passages know where each of their characters came from, through slicing and joining."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.article import (
    Article,
    Cell,
    ItemList,
    ListItem,
    Paragraph,
    Section,
    Table,
    Template,
)
from dossier.model.passage import Citation, Link, Passage, Run, joined

#         0123456789012345678901234567
SOURCE = "On [[8 May|that day]] 60&nbsp;ha"
#         On that day 60 ha
DAY = Passage(
    "On that day 60 ha",
    (Run(0, 0, 3), Run(3, 11, 19), Run(11, 21, 24), Run(14, 24, 30, copied=False), Run(15, 30, 32)),
    (Citation(11, "1", 19, 19),),
    (Link(3, 11, "8 May"),),
)


def words(passage: Passage, start: int, end: int) -> str:
    return SOURCE[slice(*passage.source_range(start, end))]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 2, "On"),
        (3, 11, "that day"),
        (8, 11, "day"),
        (0, 11, "On [[8 May|that day"),
        (12, 17, "60&nbsp;ha"),
        (14, 15, "&nbsp;"),
        (11, 12, " "),
        (5, 5, ""),
    ],
)
def test_a_range_of_clean_text_is_a_range_of_the_source(start: int, end: int, expected: str) -> None:
    assert words(DAY, start, end) == expected


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 18)])
def test_a_range_outside_the_text_has_no_place(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no place"):
        DAY.source_range(start, end)


def test_text_that_is_not_from_the_source_has_no_place() -> None:
    with pytest.raises(ValueError, match="no place"):
        Passage("Colmar Pocket").source_range(0, 3)


def test_what_is_quoted_as_evidence() -> None:
    assert DAY.quotable_range(0, 17) == DAY.source_range(0, 17)
    far = Passage("one two three", (Run(0, 0, 3), Run(3, 4000, 4010)))
    assert far.quotable_range(0, 7) == (4000, 4004)
    template = Passage("c. 1940", (Run(0, 0, 5000, copied=False),))
    assert template.quotable_range(0, 7) == (0, 1500)


def test_a_slice_keeps_places_citations_and_links() -> None:
    day = DAY.slice(3, 11)
    assert day == Passage("that day", (Run(0, 11, 19),), (Citation(8, "1", 19, 19),), (Link(0, 8, "8 May"),))
    rest = DAY.slice(12, 17)
    assert (rest.text, words(rest, 0, 5)) == ("60 ha", "60&nbsp;ha")
    assert (rest.citations, rest.links) == ((), ())


def test_a_slice_cuts_a_link() -> None:
    assert DAY.slice(8, 17).links == (Link(0, 3, "8 May"),)


def test_an_empty_slice_keeps_its_place() -> None:
    assert DAY.slice(8, 8) == Passage("", (Run(0, 16, 16),))


def test_blanks_at_the_ends_are_cut() -> None:
    assert Passage(" a b\n", (Run(0, 10, 15),)).stripped() == Passage("a b", (Run(0, 11, 14),))


@given(st.integers(0, 17), st.integers(0, 17), st.integers(0, 17), st.integers(0, 17))
def test_a_slice_of_a_slice_has_the_same_places(a: int, b: int, c: int, d: int) -> None:
    start, end = sorted((a, b))
    part = DAY.slice(start, end)
    first, last = sorted((min(c, len(part.text)), min(d, len(part.text))))
    assert part.text == DAY.text[start:end]
    if first < last:
        assert part.source_range(first, last) == DAY.source_range(start + first, start + last)


def test_joined_passages_keep_their_places() -> None:
    one, other = DAY.slice(0, 2), DAY.slice(3, 11)
    both = joined((one, Passage(), Passage("not from the source"), other), "\n\n")
    assert both.text == "On\n\nthat day"
    assert words(both, 4, 8) == "that"
    assert words(both, 0, 2) == "On"
    assert both.source_range(2, 4) == (2, 2)
    assert both.citations == (Citation(12, "1", 19, 19),)
    assert both.links == (Link(4, 12, "8 May"),)


def passage(text: str, start: int) -> Passage:
    return Passage(text, (Run(0, start, start + len(text)),))


LIST = ItemList((ListItem(1, passage("an item", 40)),))
TABLE = Table(
    ((Cell((Paragraph(passage("a cell", 50)), LIST), header=True), Cell(())),),
    passage("a caption", 48),
)
ARTICLE = Article(
    source="",
    format="prose",
    title=passage("Title", 0),
    language="en",
    lead=(Paragraph(passage("A lead.", 6)),),
    sections=(
        Section(
            2,
            passage("Outer", 20),
            sections=(Section(3, passage("Inner", 30), blocks=(TABLE,)),),
        ),
        Section(2, passage("See also", 60), "see-also", (LIST,)),
    ),
)


def test_the_running_text_leaves_out_the_apparatus() -> None:
    assert ARTICLE.text.text.split("\n\n") == [
        "Title", "A lead.", "Outer", "Inner", "a caption", "a cell", "an item",
    ]  # fmt: skip


def test_a_title_inside_the_lead_is_not_told_twice() -> None:
    inside = Article("", "wikitext", passage("lead", 8), "en", lead=(Paragraph(passage("A lead.", 6)),))
    assert inside.text.text == "A lead."


def test_sections_are_walked_outer_first() -> None:
    assert [section.heading.text for section in ARTICLE.walk()] == ["Outer", "Inner", "See also"]
    assert list(ARTICLE.blocks()) == [*ARTICLE.lead, TABLE, LIST]


def test_a_cell_is_read_line_by_line() -> None:
    assert TABLE.rows[0][0].passage.text == "a cell\nan item"


def test_a_template_gives_the_first_name_that_is_not_blank() -> None:
    template = Template("cite book", (("last", ""), ("last1", "Parrish"), ("year", "2004")), 0, 9)
    assert template.get("last", "last1") == "Parrish"
    assert template.get("publisher") == ""
