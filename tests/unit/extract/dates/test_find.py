"""What a mention says beside its value: the range it belongs to, what it was counted from, how sure it is."""

from __future__ import annotations

import pytest

from dossier.extract.dates import find_dates
from dossier.model.dates import HistoricalDate, parse_edtf


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("They hid from 2 to 9 June 1943.", [("2 to 9 June 1943", "1943-06-02/1943-06-09")]),
        ("The war of 1942–43 was short.", [("1942–43", "1942/1943")]),
        ("Between 1914 and 1918 they fought.", [("1914 and 1918", "1914/1918")]),
        ("They met in 1914 and 1918.", []),
        ("They fled on 28 and 29 August 1918.", []),
        ("The war (264–241 BC) was long.", [("264–241 BC", "-0263/-0240")]),
        ("June–August 1944 was dry.", [("June–August 1944", "1944-06/1944-08")]),
        (
            "It was fought on 6–7 January 1916 and 23 August – 2 September 1917.",
            [("6–7 January 1916", "1916-01-06/1916-01-07"), ("23 August – 2 September 1917", "1917-08-23/1917-09-02")],
        ),
        ("They held from late 1942 to early 1943.", [("late 1942 to early 1943", "1942/1943")]),
        ("They fled from 9 June 1943 to 2 June 1943.", []),
    ],
)
def test_the_ends_of_a_range_know_it(text: str, ranges: list[tuple[str, str]]) -> None:
    found = [date.range for date in find_dates(text) if date.range]
    assert found[::2] == found[1::2]
    assert [(whole.text, whole.value.edtf) for whole in found[::2]] == ranges
    assert all(text[whole.start : whole.end] == whole.text for whole in found)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("9 June 1943", "1943-06-09"),
        ("June 1943", "1943-06"),
        ("in 1943", "1943"),
        ("mid-1943", "1943"),
        ("in AD 70", "0070"),
        ("in 264 BC", "BC0264"),
        ("in June 480 BC", "BC0480-06"),
        ("the 1930s", "193"),
        ("the 490s BC", "BC049"),
        ("the nineteenth century", "18"),
        ("the ninth century BC", "BC08"),
        ("the first century BC", "BC00"),
        ("the spring of 1943", "1943-SP"),
        ("summer 1943", "1943-SU"),
        ("the autumn of 1943", "1943-FA"),
        ("the winter of 1942–43", "1942-WI"),
        ("the first half of 1943", "1943-H1"),
        ("the fourth quarter of 1943", "1943-Q4"),
        ("the last week of August 1918", "1918-W35"),
        ("the night of 9 June 1943", "1943-06-09TNI"),
        ("5 pm on 9 June 1943", "1943-06-09T17:00"),
        ("12 a.m. on 9 June 1943", "1943-06-09T00:00"),
        ("the next day", ""),
    ],
)
def test_timex(text: str, timex: str) -> None:
    assert find_dates(text)[0].timex == timex


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("early 1943", "START"),
        ("mid-1943", "MID"),
        ("the end of 1943", "END"),
        ("around 1943", "APPROX"),
        ("in 1943", ""),
        ("the last week of August 1918", ""),
        ("the next day", ""),
    ],
)
def test_timex_modifier(text: str, mod: str) -> None:
    assert find_dates(text)[0].mod == mod


def test_a_date_names_the_one_that_it_was_counted_from() -> None:
    text = "On 6 June 1944 they landed. On 8 June it rained. Two days later it stopped. In 1945 it was over."
    landed, rained, stopped, over = find_dates(text)
    assert (landed.anchor, rained.anchor, stopped.anchor, over.anchor) == (None, landed.start, rained.start, None)


def test_the_less_is_written_the_less_sure_is_the_date() -> None:
    written, carried, counted, unknown = find_dates(
        "On 6 June 1944 they landed. On 8 June it rained. Two days later it stopped. Some days later they left."
    )
    assert written.confidence > carried.confidence > counted.confidence > unknown.confidence == 0


def test_a_day_is_not_counted_from_a_date_far_back() -> None:
    near, far = "On 6 June 1944 they landed.\n\n{}The next day it rained.", "They had come by sea, and slept.\n\n"
    assert [date.edtf for date in find_dates(near.format(""))] == ["1944-06-06", "1944-06-07"]
    assert [date.edtf for date in find_dates(near.format(far))] == ["1944-06-06", None]


@pytest.mark.parametrize(
    ("title", "year", "edtf"),
    [
        ("Raid of 1943", None, "1943-06-09"),
        ("The siege (1941–1944)", None, "1941-06-09"),
        ("The Raid", 1942, "1942-06-09"),
        ("Raid of 1943", 1942, "1942-06-09"),
        ("War of 264 BC", None, "-0263-06-09"),
        ("The Raid", None, None),
    ],
)
def test_the_first_year_may_come_from_outside(title: str, year: int | None, edtf: str | None) -> None:
    assert find_dates("On 9 June they landed.", title=title, anchor_year=year)[0].edtf == edtf


def test_a_year_from_further_on_is_less_sure_than_one_that_has_been_told() -> None:
    guessed, told, carried = find_dates("On 9 June they landed. The war ended in May 1945, on 8 May.")
    assert (guessed.edtf, told.edtf, carried.edtf) == ("1945-06-09", "1945-05", "1945-05-08")
    assert guessed.confidence < carried.confidence < told.confidence
    assert guessed.anchor is None


def test_a_mention_is_a_date_with_its_words() -> None:
    (mention,) = find_dates("The plan was designed in mid-1942 by prisoners.")
    assert mention.date == HistoricalDate(parse_edtf("1942", "mid"), "mid-1942")
    (unknown,) = find_dates("The next day they left.")
    assert unknown.date is None


def test_offsets_are_code_points() -> None:
    text = "Ðiện Biên Phủ 🏰 fell on 7 May 1954."
    (date,) = find_dates(text)
    assert text[date.start : date.end] == "7 May 1954"


def test_a_line_that_runs_on_is_one_sentence_and_a_blank_line_ends_it() -> None:
    assert [date.text for date in find_dates("They left on 9\nJune 1943.")] == ["9\nJune 1943"]
    assert [date.text for date in find_dates("Events of June\n\n1943 saw them leave.", anchor_year=1942)] == [
        "June",
        "1943",
    ]
