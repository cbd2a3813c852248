"""Clean text: one space between words, none at the ends, and the place of each piece."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model.passage import Citation, Link, Run
from dossier.readers.builder import Builder

SPACES = " \t\n\r\u00a0\u2009"


def built(source: str) -> str:
    builder = Builder(source)
    builder.copy(0, len(source))
    return builder.passage(0).text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("  two   words \n", "two words"),
        ("a\u00a0b\r\nc", "a b c"),
        ("soft\u00adhyphen\u200b and \ufeffmark", "softhyphen and mark"),
        ("right\u202eto\u202cleft \u2066isolate\u2069", "righttoleft isolate"),
        ("zero\u200dwidth joiner stays", "zero\u200dwidth joiner stays"),
        (" \n ", ""),
    ],
)
def test_white_space_and_invisible_characters(source: str, text: str) -> None:
    assert built(source) == text


def test_neighbours_are_one_run() -> None:
    builder = Builder("one two three")
    builder.copy(0, 4)
    builder.copy(4, 8)
    builder.copy(8, 13)
    assert builder.passage(0).runs == (Run(0, 0, 13),)


def test_what_was_left_out_parts_the_runs() -> None:
    source = "one [[x|two]]"
    builder = Builder(source)
    builder.copy(0, 4)
    at = builder.next
    builder.copy(8, 11)
    builder.link(at, "x")
    passage = builder.passage(0)
    assert passage.text == "one two"
    assert passage.runs == (Run(0, 0, 4), Run(4, 8, 11))
    assert passage.links == (Link(4, 7, "x"),)


def test_written_words_stand_for_their_place_as_a_whole() -> None:
    source = "{{circa}}1940"
    builder = Builder(source)
    builder.write("c. ", 0, 9)
    builder.copy(9, 13)
    assert builder.passage(0).runs == (Run(0, 0, 9, copied=False), Run(2, 9, 9, copied=False), Run(3, 9, 13))


@pytest.mark.parametrize(
    ("source", "mark", "text", "at"),
    [
        ("war.[1] Next", "[1]", "war. Next", 4),
        ("Bessonov [1], and", "[1]", "Bessonov, and", 8),
        ("war [1] and", "[1]", "war and", 3),
        ("[1] war", "[1]", "war", 0),
        ("war.[1]", "[1]", "war.", 4),
    ],
)
def test_a_mark_stands_after_the_word_before_it(source: str, mark: str, text: str, at: int) -> None:
    place = source.index(mark)
    builder = Builder(source)
    builder.copy(0, place)
    builder.cite("1", place, place + len(mark))
    builder.copy(place + len(mark), len(source))
    passage = builder.passage(0)
    assert passage.text == text
    assert passage.citations == (Citation(at, "1", place, place + len(mark)),)


def test_a_line_break_outlasts_spaces() -> None:
    source = "one <br> two"
    builder = Builder(source)
    builder.copy(0, 4)
    builder.blank(4, 8, "\n")
    builder.copy(8, 12)
    builder.line()
    assert builder.passage(0).text == "one\ntwo"


def test_nothing_still_has_a_place() -> None:
    assert Builder("words").passage(3).runs == (Run(0, 3, 3),)


def test_a_locator_belongs_to_the_last_mark() -> None:
    builder = Builder("word")
    builder.locate("1")
    builder.copy(0, 4)
    builder.cite("a", 4, 4)
    builder.cite("b", 4, 4)
    builder.locate("443")
    assert [cite.locator for cite in builder.passage(0).citations] == ["", "443"]


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet=SPACES + "ab.\u202e\u200b", max_size=40), st.integers(0, 40))
def test_pieces_make_the_same_text_as_the_whole(source: str, cut: int) -> None:
    cut = min(cut, len(source))
    builder = Builder(source)
    builder.copy(0, cut)
    builder.copy(cut, len(source))
    assert builder.passage(0).text == built(source)
    assert built(source).split() == "".join(c for c in source if c not in "\u202e\u200b").split()
