"""Dates are written and read back as EDTF and know their first and last day. The library edtf is a second opinion."""

from __future__ import annotations

import calendar
from dataclasses import replace

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model.dates import Day, HistoricalDate, Instant, Order, Part, Precision, Span, Undated, parse_edtf

PARTS: tuple[Part | None, ...] = (None, "early", "mid", "late")
OVER_NEW_YEAR = {24, 28, 30}
COARSE = {Precision.SEASON, Precision.DECADE, Precision.CENTURY}


@st.composite
def instants(draw: st.DrawFn, *, longest: int = 9999) -> Instant:
    """Return dates of each precision, before Christ too, with or without a qualifier and a part."""
    precision = draw(st.sampled_from(Precision))
    year = draw(st.integers(-longest, longest))
    month = day = None
    match precision:
        case Precision.CENTURY:
            year = draw(st.integers(-99, 99)) * 100
        case Precision.DECADE:
            year = draw(st.integers(-999, 999)) * 10
        case Precision.SEASON:
            month = draw(st.integers(21, 41))
        case Precision.MONTH | Precision.DAY:
            month = draw(st.integers(1, 12))
    if precision is Precision.DAY:
        day = draw(st.integers(1, calendar.monthrange(year % 400 + 2000, month or 1)[1]))
    qualifiers = draw(st.booleans()), draw(st.booleans())
    return Instant(year, month, day, precision, *qualifiers, draw(st.sampled_from(PARTS)))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Return intervals, open at one end or not known there too."""
    one, two = (
        Instant(date.year, date.month, date.day, date.precision, date.uncertain, date.approximate)
        for date in (draw(instants()), draw(instants()))
    )
    first, last = (one, two) if one.earliest <= two.latest else (two, one)
    kind = draw(st.sampled_from(("both", "open start", "open end", "no start", "no end")))
    if kind.endswith("start"):
        return Span(None, last, open_start=kind == "open start")
    if kind.endswith("end"):
        return Span(first, None, open_end=kind == "open end")
    return Span(first, last)


@settings(deadline=None)
@given(instants(longest=99_999_999))
def test_a_date_is_read_back_as_it_was_written(date: Instant) -> None:
    assert parse_edtf(date.edtf, date.part) == date


@settings(deadline=None)
@given(spans())
def test_an_interval_is_read_back_as_it_was_written(span: Span) -> None:
    assert parse_edtf(span.edtf) == span


@settings(deadline=None)
@given(instants())
def test_edtf_means_the_same_days_to_another_program(date: Instant) -> None:
    if date.precision in COARSE:  # the library reads no qualifier behind one of these
        date = replace(date, uncertain=False, approximate=False)
    other = edtf.parse_edtf(date.edtf)
    assert tuple(other.lower_strict()[:3]) == date.earliest
    if date.month not in OVER_NEW_YEAR:  # the library ends such a season with its December
        assert tuple(other.upper_strict()[:3]) == date.latest


@settings(deadline=None)
@given(instants())
def test_a_date_ends_no_earlier_than_it_starts(date: Instant) -> None:
    assert date.earliest <= date.latest


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1943-06-09", (1943, 6, 9), (1943, 6, 9)),
        ("1944-02", (1944, 2, 1), (1944, 2, 29)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),
        ("1942", (1942, 1, 1), (1942, 12, 31)),
        ("-0263", (-263, 1, 1), (-263, 12, 31)),
        ("193X", (1930, 1, 1), (1939, 12, 31)),
        ("18XX", (1800, 1, 1), (1899, 12, 31)),
        ("-08XX", (-899, 1, 1), (-800, 12, 31)),
        ("1939-21", (1939, 3, 1), (1939, 5, 31)),
        ("1939-24", (1939, 12, 1), (1940, 2, 29)),
        ("1943-41", (1943, 7, 1), (1943, 12, 31)),
        ("1942~", (1942, 1, 1), (1942, 12, 31)),
        ("1943-06-02/1943-06-09", (1943, 6, 2), (1943, 6, 9)),
        ("1939/1945-05-08", (1939, 1, 1), (1945, 5, 8)),
        ("../1945", None, (1945, 12, 31)),
        ("1939/", (1939, 1, 1), None),
    ],
)
def test_first_and_last_day(text: str, earliest: Day | None, latest: Day | None) -> None:
    date = parse_edtf(text)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not an EDTF date"),
        ("June 1943", "not an EDTF date"),
        ("43", "not an EDTF date"),
        ("1943-6", "not an EDTF date"),
        ("1943-13", "no month 13"),
        ("1943-00", "no month 0"),
        ("1943-02-29", "no day 29 in February 1943"),
        ("1900-02-29", "no day 29 in February 1900"),
        ("1943-24-01", "no month 24"),
        ("193X-05", "has no month"),
        ("-00XX", "written as an interval"),
        ("-000X", "written as an interval"),
        ("1945/1939", "ends before it starts"),
        ("/", "at least one date"),
        ("../..", "at least one date"),
    ],
)
def test_what_is_no_date_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_edtf(text)


def test_an_interval_has_no_part() -> None:
    with pytest.raises(ValueError, match="no mid part"):
        parse_edtf("1939/1945", "mid")


@pytest.mark.parametrize(
    ("value", "mark"),
    [
        (parse_edtf("1943-06-09"), "exact"),
        (parse_edtf("1943-06-09~"), "approximate"),
        (parse_edtf("1943-06-09", "early"), "approximate"),
        (parse_edtf("1943-06"), "approximate"),
        (parse_edtf("1942", "mid"), "approximate"),
        (parse_edtf("193X"), "approximate"),
        (parse_edtf("1943-06-02/1943-06-09"), "interval"),
        (Order(after="failure"), "order"),
        (Undated(), "undated"),
    ],
)
def test_the_mark_on_an_axis_never_claims_more_than_the_date(
    value: Instant | Span | Order | Undated, mark: str
) -> None:
    assert HistoricalDate(value, "").mark == mark
