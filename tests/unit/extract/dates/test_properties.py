"""What holds for every text, however strange: places are right, values are dates, time is in proportion."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.extract.dates import find_dates
from dossier.model.dates import Instant, parse_edtf

WORDS = """
9 31 30 29 6-7 12th twenty-fifth the The of on in In by since until from to between and or , . ; ( ) - – / ' ’ :
January Feb. February May March June August 1943 1900 1944 264 80 0 2100 99 BC AD B.C. BCE early mid late mid- end
year month week day decade century years days weeks month's same next following previous that this spring winter
summer Monday Sunday 1930s 1800s 19th nineteenth first second last half quarter rest two three a few several later
before after morning night dawn noon 4:45 am 19:15 0430 hours Christmas Eve New Year's Day 9/11 VE circa c. about
earlier perhaps fall beginning 1,914 $1900 M1917 men tanks Army 1944-06-06 6.6.1944 31.2.1900 usually every war 999
landing 9999 99999999999
""".split()

CASES = (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8")
DATES = sorted(set(re.findall(r"\[(.+?)\]", CASES)))

texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([*DATES, "from", "to", "between", "and", ",", "(", "–", ".", "\n\n"]), max_size=30).map(
        " ".join
    ),
    st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=60).map(" ".join),
    st.lists(st.sampled_from(["6", "-", "–", "June", " ", "1943", "/", "the", "and", "BC", "'", "early"])).map("".join),
)
TIMEX = re.compile(r"(BC)?\d{2,4}(-(\d\d(-\d\d)?|S[PU]|FA|WI|[HQ]\d|W\d\d))?(T\d\d:\d\d|TMO|TAF|TEV|TNI)?")


@settings(deadline=None)
@given(texts, st.sampled_from(["", "Raid of 1943", "Year"]), st.one_of(st.none(), st.integers(-3000, 2100)))
def test_every_date_is_in_its_place_and_is_one(text: str, title: str, year: int | None) -> None:
    dates = find_dates(text, title=title, anchor_year=year)
    for date in dates:
        assert 0 <= date.start < date.end <= len(text)
        assert date.text == text[date.start : date.end] == date.text.strip()
        assert 0 <= date.confidence < 1
        if date.value is None:
            assert (date.edtf, date.timex, date.date, date.confidence) == (None, "", None, 0)
            continue
        part = date.value.part if isinstance(date.value, Instant) else None
        assert parse_edtf(date.edtf or "", part) == date.value
        assert TIMEX.fullmatch(date.timex)
        assert date.confidence > 0
        if date.range:
            assert date.range.start <= date.start < date.end <= date.range.end
            assert parse_edtf(date.range.value.edtf).edtf == date.range.value.edtf
    assert all(one.end <= two.start for one, two in pairwise(dates))


@settings(deadline=None)
@given(texts)
def test_the_same_text_has_the_same_dates(text: str) -> None:
    assert find_dates(text) == find_dates(text)


@settings(deadline=None)
@given(texts)
def test_what_stands_before_in_another_paragraph_moves_only_the_offsets(text: str) -> None:
    before = "No date stands here.\n\n"
    moved = [(date.start - len(before), date.edtf) for date in find_dates(before + text)]
    assert [at for at, _ in moved] == [date.start for date in find_dates(text)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "On 6 June 1944 they landed; the next day, two weeks later and in July it rained. ",
        "1, ", "6-", "1914-15/", "May ", "6 June ", "' 12", "(", "early in the ", "1 to 2 to ", "a few ", "264-241 BC ",
        "9", "9.", " ", "\n", "9,999", "last week of May ", "the day after ", "\u202e6 ", "B.", "https://",
    ],
)  # fmt: skip
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.process_time()
        find_dates(text)
        return time.process_time() - started

    small, large = min(seconds(3_000) for _ in range(3)), min(seconds(12_000) for _ in range(2))
    assert large < 10 * small + 0.02
