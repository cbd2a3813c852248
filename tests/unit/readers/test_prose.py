"""Prose without markup, holes in sentences, and how gaps are counted."""

from __future__ import annotations

import pytest

from dossier.model.article import ItemList, Paragraph
from dossier.readers.gaps import LIMIT, Gaps
from dossier.readers.prose import read_prose


def holes(text: str) -> list[str]:
    return [text[gap.start : gap.end] for gap in read_prose(text).gaps if gap.kind == "lost-words"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An officer, Brigade Commander , and a colonel met.", [" "]),
        ("They joined the French Union . The war went on.", [" "]),
        ("Two destroyers, and (commanded by Fancourt) carrying troops.", [", and "]),
        ("He (; born 1900) and she () met.", ["(;", "()"]),
        ("Back to the north,, which was bad.", [",,"]),
        ("Smith, , and others met.", [", ,"]),
        ("Nothing is missing, here (or there), and so on. It cost 1,000 or .45 of it.", []),
        ("He waited . . . and left ...", []),
        ("The marks [1] , [2] hide nothing.", []),
    ],
)
def test_holes_in_sentences(text: str, found: list[str]) -> None:
    assert holes(text) == found


def test_lines_of_a_fixed_width_are_joined_and_long_ones_are_paragraphs() -> None:
    wrapped = read_prose("The army of the north,\nabout 100 men, came\nhome.\n\nThen it left.")
    assert [block.passage.text for block in wrapped.lead if isinstance(block, Paragraph)] == [
        "The army of the north, about 100 men, came home.",
        "Then it left.",
    ]
    long = "word " * 40 + "end."
    assert len(read_prose(f"{long}\n{long}").lead) == 2


def test_headings_stand_alone_between_blank_lines() -> None:
    article = read_prose(
        "The title\n\n1936\n\nIt began.\n\nNo heading.\n\nThe war\n\nThe north\n\nIt ended.\n\nlast words\n"
    )
    assert article.title.text == "The title"
    assert [(section.level, section.heading.text) for section in article.walk()] == [
        (2, "1936"),
        (2, "The war"),
        (3, "The north"),
    ]
    assert article.text.text.startswith("The title\n\n1936\n\nIt began.\n\nNo heading.")


def test_a_year_is_no_title() -> None:
    article = read_prose("1936\n\nIt began.")
    assert article.title.text == ""
    assert article.sections[0].heading.text == "1936"


def test_lists_are_nested_as_they_are_moved_in() -> None:
    (block,) = read_prose("- one\n    * two\n    * three\n- four\n1. five").lead
    assert isinstance(block, ItemList)
    assert [(item.level, item.ordered, item.passage.text) for item in block.items] == [
        (1, False, "one"),
        (2, False, "two"),
        (2, False, "three"),
        (1, False, "four"),
        (1, True, "five"),
    ]


def test_characters_that_turn_the_text_are_gaps_and_no_text() -> None:
    article = read_prose("The \u202edrow\u202c and \u2066that\u2069.\n\nLost: \ufffd.")
    assert "\u202e" not in article.text.text
    assert [gap.kind for gap in article.gaps] == ["control"] * 5


def test_only_so_many_gaps_of_a_kind_are_listed() -> None:
    gaps = Gaps("x")
    for _ in range(LIMIT + 7):
        gaps.add("tagged", 0, 1, "the source says: who")
    gaps.add("control", 0, 0, "other")
    found = gaps.all()
    assert len(found) == LIMIT + 1
    assert sorted(gap.message for gap in found)[-1] == "the source says: who (and 7 more gaps of this kind)"


def test_a_gap_knows_the_words_around_it() -> None:
    gaps = Gaps("before " * 20 + "HERE" + " after" * 20)
    gaps.add("tagged", 140, 144, "")
    (gap,) = gaps.all()
    assert gap.context == "ore before before before before HERE after after after after after a"
