from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.errors import LayoutError
from dossier.exhibits.chronology import (
    ChronologyWords,
    TimelineEvent,
    chronology_items,
    draw_chronology,
)
from dossier.exhibits.chronology.axis import divide
from dossier.exhibits.chronology.blocks import type_for
from dossier.exhibits.chronology.columns import lay_columns, sides, spread
from dossier.exhibits.chronology.events import dated, order_trees, told
from dossier.exhibits.chronology.reach import calendar_day, day_number, reach
from dossier.exhibits.chronology.ticks import ticks
from dossier.exhibits.chronology.timeline import Timeline, lay_timeline
from dossier.exhibits.measure import Measure
from dossier.locales.fonts import fonts_for
from dossier.locales.locale import locale
from dossier.model.dates import HistoricalDate, Order, Part, Undated, parse_edtf
from dossier.model.dossier import Dossier, Status
from dossier.model.exhibit import Figure, Label

PALETTE = {
    "paper": "#FBFAF6", "ink": "#1E1D1B", "grey-1": "#5A5853", "grey-2": "#8F8C85", "grey-3": "#C9C6BE",
    "grey-4": "#E9E6DE", "accent": "#9C3D1F", "accent-2": "#D9A58F", "accent-3": "#F0DDD3",
}  # fmt: skip
WORDS = ChronologyWords(
    exact="day known", approximate="vague date", interval="from … to", order="after another event", undated="undated",
    not_to_scale="Not to scale: only the order is stated", enlarged="enlarged", done="carried out", planned="planned",
    months=("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"),
    number=str, year=lambda year: str(year) if year > 0 else f"{1 - year} BC",
)  # fmt: skip
WIDTH = 482.0


@pytest.fixture(scope="module")
def measure() -> Measure:
    return Measure(fonts_for(locale("en")).measured())


def event(
    id: str,
    edtf: str = "",
    *,
    part: Part | None = None,
    after: str | None = None,
    before: str | None = None,
    status: Status = "done",
    title: str = "Something happens",
) -> TimelineEvent:
    order = Order(after, before) if after or before else Undated()
    value = parse_edtf(edtf, part) if edtf else order
    words = "" if value == Undated() else f"at {id}"
    return TimelineEvent(id, title, words, HistoricalDate(value, words), status)


PLAN = event("plan", "1942", part="mid")
LANDING = event("landing", "1943-06-02")
DETECTION = event("detection", "1943-06-09")
WAR_END = event("war-end", "1945-05")
DATED = (PLAN, LANDING, DETECTION, WAR_END)
ARTICLE = (
    *DATED,
    event("approval"),
    event("invasion", status="planned"),
    event("abandonment", after="detection"),
    event("custody", before="executions"),
    event("executions", after="war-end"),
)


def lay(events: Sequence[TimelineEvent], measure: Measure, height: float | None = None) -> Timeline:
    type = type_for(1)
    return lay_timeline(dated(events), lay_columns(events, WIDTH, WORDS, type, measure), type, measure, height)


def draw(events: Sequence[TimelineEvent], measure: Measure, height: float | None = None) -> tuple[Figure, ...]:
    return draw_chronology(events, WORDS, WIDTH, height, PALETTE, measure)


# Days


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ((1, 1, 1), 1),
        ((0, 12, 31), 0),
        ((0, 1, 1), -365),  # 1 BC was a leap year in the proleptic Gregorian calendar
        ((-400, 12, 31), -146_097),
        ((1943, 6, 2), datetime.date(1943, 6, 2).toordinal()),
        ((12_000, 3, 1), datetime.date(2000, 3, 1).toordinal() + 25 * 146_097),
    ],
)
def test_days_are_counted_before_the_year_1_and_after_9999(day: tuple[int, int, int], number: int) -> None:
    assert day_number(day) == number
    assert calendar_day(number) == day


@given(st.integers(-4_000_000, 8_000_000))
def test_a_day_comes_back(number: int) -> None:
    assert day_number(calendar_day(number)) == number


# Where a date stands


def test_an_exact_day_stands_at_its_noon() -> None:
    own = reach(LANDING.date)
    assert own.at == own.fade_in == own.fade_out == day_number((1943, 6, 2)) + 0.5


def test_mid_1942_stands_over_the_middle_of_the_year_and_ends_at_no_month() -> None:
    own = reach(PLAN.date)
    assert calendar_day(int(own.at)) == (1942, 7, 2)
    assert own.start == own.end == own.at
    assert calendar_day(int(own.fade_in)) == (1942, 3, 15)
    assert calendar_day(int(own.fade_out)) == (1942, 10, 20)
    assert (own.first, own.last) == (day_number((1942, 1, 1)), day_number((1943, 1, 1)))


def test_a_month_fades_over_the_whole_of_it() -> None:
    own = reach(WAR_END.date)
    assert (own.fade_in, own.fade_out) == (day_number((1945, 5, 1)), day_number((1945, 6, 1)))


def test_circa_reaches_beyond_its_unit() -> None:
    own = reach(event("x", "1943~").date)
    assert calendar_day(int(own.fade_in))[0] == 1942
    assert calendar_day(int(own.fade_out))[0] == 1944


def test_a_span_of_days_is_firm_to_its_last_evening() -> None:
    own = reach(event("x", "1939-09-01/1939-09-07").date)
    assert (own.fade_in, own.start) == (day_number((1939, 9, 1)),) * 2
    assert (own.end, own.fade_out) == (day_number((1939, 9, 8)),) * 2


def test_a_span_of_years_fades_over_the_years_in_which_it_may_begin_and_end() -> None:
    own = reach(event("x", "1914/1918").date)
    years = [calendar_day(int(time))[0] for time in (own.fade_in, own.start, own.end, own.fade_out)]
    assert years == [1914, 1915, 1918, 1919]


@pytest.mark.parametrize(
    ("edtf", "open_start", "open_end"), [("1917-03-08/..", False, True), ("/1922-10-25", True, False)]
)
def test_a_span_with_an_open_side_has_no_known_end_there(edtf: str, open_start: bool, open_end: bool) -> None:
    own = reach(event("x", edtf).date)
    assert (own.open_start, own.open_end) == (open_start, open_end)
    assert own.start == own.end


@pytest.mark.parametrize("date", [HistoricalDate(Undated(), ""), HistoricalDate(Order("a"), "after a")])
def test_what_has_no_date_has_no_place(date: HistoricalDate) -> None:
    with pytest.raises(ValueError, match="no place"):
        reach(date)


# Scale


YEARS = (float(day_number((1942, 1, 1))), float(day_number((1945, 6, 1))))
WEEK = (day_number((1943, 6, 2)), day_number((1943, 6, 9)))


def test_time_is_to_one_scale_where_its_days_can_be_told_from_each_other() -> None:
    axis = divide([day_number((1942, 2, 1)), day_number((1943, 6, 9))], 2, YEARS, YEARS, 400, apart=4, gap=7)
    (stretch,) = axis.stretches
    assert (stretch.start, stretch.end, stretch.top, stretch.bottom) == (*YEARS, 0, 400)
    assert axis.y(sum(YEARS) / 2) == 200


def test_a_dense_week_that_stands_alone_is_enlarged_and_the_rest_keeps_one_scale() -> None:
    axis = divide(WEEK, 4, YEARS, YEARS, 300, apart=4, gap=7)
    before, week, after = axis.stretches
    assert [stretch.level for stretch in axis.stretches] == [0, 1, 0]
    assert before.scale == pytest.approx(after.scale)
    assert week.scale > 10 * before.scale
    assert axis.y(WEEK[1]) - axis.y(WEEK[0]) > 40
    assert (before.end, week.end) == (week.start, after.start)
    assert week.top - before.bottom == pytest.approx(7)
    assert after.bottom == pytest.approx(300)


def test_an_axis_ends_with_an_enlarged_stretch_rather_than_with_an_empty_stump() -> None:
    month = (YEARS[0], float(day_number((1943, 7, 1))))
    axis = divide(WEEK, 3, (YEARS[0], WEEK[1] + 0.5), month, 300, apart=4, gap=7)
    assert [stretch.level for stretch in axis.stretches] == [0, 1]
    assert axis.stretches[-1].bottom == pytest.approx(300)


days = st.lists(st.integers(-300_000, 760_000), min_size=1, max_size=60) | st.lists(
    st.integers(709_000, 709_900), min_size=1, max_size=60
)


@given(days, st.floats(60, 900))
def test_later_is_never_higher(numbers: list[int], height: float) -> None:
    whole = (float(min(numbers) - 31), float(max(numbers) + 31))
    axis = divide(numbers, len(numbers), whole, whole, height, apart=4, gap=7)
    places = [axis.y(day + 0.5) for day in sorted(set(numbers))]
    assert all(earlier < later for earlier, later in pairwise(places))
    assert places[0] >= 0
    assert places[-1] <= height + 1e-6
    assert all(one.bottom <= two.top and one.end == two.start for one, two in pairwise(axis.stretches))


def names(first: tuple[int, int, int], last: tuple[int, int, int], height: float) -> list[tuple[str, int]]:
    whole = (float(day_number(first)), float(day_number(last)))
    (stretch,) = divide([], 0, whole, whole, height, apart=4, gap=7).stretches
    return [(tick.unit, tick.number) for tick in ticks(stretch, 9) if tick.number is not None]


def test_january_goes_by_the_name_of_its_year() -> None:
    assert names((1942, 11, 1), (1943, 3, 1), 60) == [("year", 1942), ("month", 12), ("year", 1943), ("month", 2)]


def test_quarters_are_named_where_months_have_no_room() -> None:
    assert names((1942, 1, 1), (1943, 1, 1), 48) == [("year", 1942), ("month", 4), ("month", 7), ("month", 10)]


def test_days_are_named_below_their_year_and_month() -> None:
    assert names((1939, 8, 30), (1939, 9, 5), 90) == [
        ("year", 1939), ("month", 8), ("day", 31), ("month", 9), ("day", 2), ("day", 3), ("day", 4),
    ]  # fmt: skip


def test_years_before_christ_are_round_in_their_own_count() -> None:
    # 200 BC, 100 BC, then the first year AD, 100 and 200; year 0 is 1 BC.
    assert names((-220, 1, 1), (240, 1, 1), 80) == [("year", year) for year in (-199, -99, 1, 100, 200)]


def test_a_year_in_which_the_axis_ends_is_named_where_there_is_room() -> None:
    # January to May 1945 are 151 of 882 days: 8.6 points of 50 hold a name on a line of 9, 6.8 of 40 do not.
    assert names((1944, 1, 1), (1945, 6, 1), 90)[-2:] == [("year", 1945), ("month", 4)]
    assert names((1943, 1, 1), (1945, 6, 1), 50) == [("year", 1943), ("year", 1944), ("year", 1945)]
    assert names((1943, 1, 1), (1945, 6, 1), 40) == [("year", 1943), ("year", 1944)]
    whole = (float(day_number((1943, 1, 1))), float(day_number((1945, 6, 1))))
    (stretch,) = divide([], 0, whole, whole, 50, apart=4, gap=7).stretches
    last = [tick for tick in ticks(stretch, 9) if tick.number == 1945][-1]
    assert last.y < last.name_y == pytest.approx((last.y + 50) / 2, abs=0.01)


def test_names_on_the_ruler_do_not_touch() -> None:
    for height in range(20, 900, 37):
        whole = (float(day_number((1939, 8, 20))), float(day_number((1940, 3, 1))))
        (stretch,) = divide([], 0, whole, whole, height, apart=4, gap=7).stretches
        named = [tick.name_y for tick in ticks(stretch, 9) if tick.number is not None]
        assert all(two - one >= 9 - 1e-6 for one, two in pairwise(named))


# Text beside its mark


def test_texts_that_have_room_stand_at_their_marks() -> None:
    assert spread([10, 50, 90], [20, 20, 20], 200) == (10, 50, 90)


def test_texts_that_crowd_share_the_way() -> None:
    assert spread([50, 50], [20, 20], 200) == (40, 60)


def test_texts_stay_within_the_figure() -> None:
    assert spread([0, 1, 99], [20, 20, 20], 100) == (0, 20, 80)


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(5, 60)), min_size=1, max_size=40))
def test_no_text_stands_over_another(texts: list[tuple[float, float]]) -> None:
    wanted = sorted(y for y, _ in texts)
    heights = [height for _, height in texts]
    places = spread(wanted, heights, max(600, sum(heights)))
    assert all(
        two >= one + height - 1e-6
        for (one, height), two in zip(zip(places, heights, strict=True), places[1:], strict=False)
    )
    assert places[0] >= 0
    assert places[-1] + heights[-1] <= max(600, sum(heights)) + 1e-6


def test_of_two_texts_beside_each_other_the_earlier_is_read_first() -> None:
    assert sides([10, 12, 200, 230], [30, 30, 20, 20]) == ("left", "right", "left", "right")


def test_the_same_day_many_times_fills_both_sides() -> None:
    assert sides([50] * 5, [20] * 5) == ("left", "right", "left", "right", "left")


# Orders


def test_only_stated_orders_are_linked() -> None:
    trees, undated = order_trees(ARTICLE)
    shape = [(tree.event.id, tree.echo, [(node.event.id, node.echo) for node in tree.followers]) for tree in trees]
    assert shape == [
        ("detection", True, [("abandonment", False)]),
        ("war-end", True, [("executions", False)]),
        ("custody", False, [("executions", True)]),
    ]
    assert [event.id for event in undated] == ["approval", "invasion"]


def test_the_undated_are_told_last_and_followers_behind_what_they_follow() -> None:
    assert [event.id for event in told(reversed(ARTICLE))] == [
        "plan", "landing", "detection", "abandonment", "war-end", "custody", "executions", "invasion", "approval",
    ]  # fmt: skip


def test_several_followers_of_one_event_stay_together() -> None:
    events = (DETECTION, event("a", after="detection"), event("b", after="detection"), event("c", after="a"))
    (tree,), _ = order_trees(events)
    assert [node.event.id for node in tree.followers] == ["a", "b"]
    assert [event.id for event in tree.own] == ["a", "c", "b"]


def test_an_order_in_a_circle_is_refused() -> None:
    with pytest.raises(ValueError, match="circle: a, b"):
        order_trees((event("a", after="b"), event("b", after="a")))


def test_what_follows_the_undated_begins_its_own_order() -> None:
    trees, undated = order_trees((event("a"), event("b", after="a"), event("c", before="a")))
    assert [event.id for tree in trees for event in tree.own] == ["c", "a", "b"]
    assert undated == ()


def test_an_order_by_an_event_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="'nowhere'"):
        order_trees((event("a", after="nowhere"),))


# The figure


def boxes(figure: Figure, measure: Measure) -> list[tuple[Label, float, float, float, float]]:
    found = []
    for label in figure.labels:
        room = measure.extent(label.text, figure.style(label.style))
        left = label.x - {"start": 0.0, "middle": room.width / 2, "end": room.width}[label.anchor]
        found.append((label, left, label.y - room.ascent, left + room.width, label.y + room.descent))
    return found


def check(figure: Figure, measure: Measure) -> None:
    placed = boxes(figure, measure)
    for label, left, top, right, bottom in placed:
        assert left >= -0.1, label
        assert right <= figure.width + 0.1, label
        assert top >= -0.1, label
        assert bottom <= figure.height + 0.1, label
    for (one, a0, b0, a1, b1), (two, c0, d0, c1, d1) in combinations(placed, 2):
        assert a1 <= c0 or c1 <= a0 or b1 <= d0 or d1 <= b0, (one, two)


def cross(one: Sequence[tuple[float, float]], two: Sequence[tuple[float, float]]) -> bool:
    """Leaders of one side run between the same two verticals: they cross where their ends change places."""
    return (one[0][1] - two[0][1]) * (one[1][1] - two[1][1]) < -1e-6


@st.composite
def chronologies(draw: st.DrawFn) -> list[TimelineEvent]:
    first = draw(st.sampled_from(["-0800-01-01", "0001-01-01", "1200-01-01", "1943-06-02"]))
    start = day_number((int(first[:-6]), int(first[-5:-3]), 1))
    span = draw(st.sampled_from([0, 10, 400, 20_000, 400_000]))
    events: list[TimelineEvent] = []
    for index in range(draw(st.integers(1, 40))):
        kind = draw(
            st.sampled_from(["day", "day", "day", "month", "circa", "mid", "from", "until", "after", "undated"])
        )
        year, month, day = calendar_day(start + draw(st.integers(0, span)))
        date = f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"
        other = f"e{draw(st.integers(0, index - 1))}" if index else None
        title = draw(
            st.sampled_from(["Short", "A title of some length that takes two lines in its column", "Word " * 25])
        )
        status: Status = draw(st.sampled_from(("planned", "done")))
        id = f"e{index}"
        match kind:
            case "day":
                made = event(id, date)
            case "month":
                made = event(id, date[:-3])
            case "circa":
                made = event(id, date[:-6] + "~")
            case "mid":
                made = event(id, date[:-6], part="mid")
            case "from":
                made = event(id, f"{date}/{'..' if index % 3 else '9999'}")
            case "until":
                made = event(id, f"../{date}")
            case "after":
                made = event(id, after=other)
            case _:
                made = event(id)
        events.append(replace(made, title=title.strip(), status=status))
    return events


@given(chronologies())
@settings(max_examples=40, deadline=None)
def test_labels_never_touch_and_leaders_never_cross(measure: Measure, events: list[TimelineEvent]) -> None:
    for figure in draw(events, measure):
        check(figure, measure)
    if dated(events):
        placed = lay(events, measure).placed
        for one, two in combinations(placed, 2):
            if one.side == two.side:
                assert not cross([(0, one.y), (1, one.mark_y)], [(0, two.y), (1, two.mark_y)])


@pytest.mark.parametrize(
    "events",
    [
        [LANDING],
        [event(f"e{n}", "1944-06-06") for n in range(40)],
        [event(f"e{n}", f"1943-{1 + n % 12:02d}-{1 + n % 28:02d}") for n in range(60)],
        [event("a", "-0043-03-15"), event("b", "1943-06-02"), event("c", "1943-06-09")],
        [event("a"), event("b")],
        [event("a"), event("b", after="a"), event("c", after="b")],
    ],
    ids=["one", "all the same day", "sixty", "centuries apart", "only undated", "only an order"],
)
def test_any_list_of_dates_can_be_drawn(measure: Measure, events: list[TimelineEvent]) -> None:
    (figure,) = draw(events, measure)
    check(figure, measure)
    assert {event.title for event in events} <= {label.text.replace("\n", " ") for label in figure.labels}


def test_a_week_in_three_years_is_readable(measure: Measure) -> None:
    timeline = lay(DATED, measure)
    landing, detection = (placed for placed in timeline.placed if placed.block.event in (LANDING, DETECTION))
    assert detection.mark_y - landing.mark_y > 40


def test_the_order_has_no_place_on_the_axis(measure: Measure) -> None:
    assert [placed.block.event.id for placed in lay(ARTICLE, measure).placed] == [event.id for event in DATED]


def test_every_event_is_named_once_and_what_others_follow_is_echoed(measure: Measure) -> None:
    events = [replace(event, title=f"Title of {event.id}") for event in ARTICLE]
    (figure,) = draw(events, measure)
    own = [label.text for label in figure.labels if label.style == "event"]
    echoed = [label.text for label in figure.labels if label.style == "echo"]
    assert sorted(own) == sorted(event.title for event in events)
    assert sorted(echoed) == ["Title of detection", "Title of executions", "Title of war-end"]


def test_the_key_names_the_marks_that_occur_and_no_others(measure: Measure) -> None:
    def key(*events: TimelineEvent) -> list[str]:
        return [label.text for label in draw(events, measure)[0].labels if label.style == "key"]

    assert key(LANDING) == ["day known"]
    assert key(PLAN, event("x", "1940/1942", status="planned")) == ["vague date", "from … to", "carried out", "planned"]
    assert key(event("a")) == []
    assert "enlarged" in key(*DATED)


def shapes(figure: Figure) -> list[dict[str, str]]:
    return [dict(element.attrib) for element in ElementTree.fromstring(figure.svg).iter() if "d" in element.attrib]


def test_what_was_done_is_solid_and_what_was_planned_is_outlined(measure: Measure) -> None:
    def marks(status: Status) -> list[tuple[str | None, str | None]]:
        # Without the key: its signs come last.
        events = (replace(LANDING, status=status), replace(DETECTION, date=event("x", "1943").date, status=status))
        accents = [PALETTE["accent"], PALETTE["accent-2"], PALETTE["accent-3"]]
        found = [(s.get("fill"), s.get("stroke")) for s in shapes(draw(events, measure)[0])]
        return [mark for mark in found if set(mark) & set(accents)]

    assert (PALETTE["accent"], PALETTE["paper"]) in marks("done")
    assert marks("planned")[:2] == [(PALETTE["paper"], PALETTE["accent"])] * 2


def test_what_lasts_is_seen_however_short(measure: Measure) -> None:
    (figure,) = draw((event("a", "1700"), event("week", "1939-09-01/1939-09-07")), measure)
    bars = [shape["d"] for shape in shapes(figure) if shape.get("fill") == PALETTE["accent"] and "C" not in shape["d"]]
    heights = [
        max(ys) - min(ys) for ys in ([float(y) for y in re.findall(r"[ML ]-?[\d.]+ (-?[\d.]+)", d)] for d in bars)
    ]
    assert min(heights) > 4


def test_two_drawings_are_the_same_to_the_byte(measure: Measure) -> None:
    assert draw(ARTICLE, measure) == draw(ARTICLE, measure)


def test_right_to_left_is_the_mirror_image(measure: Measure) -> None:
    (figure,) = draw(ARTICLE, measure)
    (mirrored,) = draw_chronology(ARTICLE, WORDS, WIDTH, None, PALETTE, measure, rtl=True)
    turned = {"start": "end", "middle": "middle", "end": "start"}
    assert [(label.text, round(WIDTH - label.x, 2), label.y, turned[label.anchor]) for label in mirrored.labels] == [
        (label.text, round(label.x, 2), label.y, label.anchor) for label in figure.labels
    ]
    assert mirrored.svg != figure.svg


def test_scale_multiplies_type_lines_and_places(measure: Measure) -> None:
    (page,) = draw(ARTICLE, measure)
    (panel,) = draw_chronology(ARTICLE, WORDS, WIDTH * 3, None, PALETTE, measure, scale=3)
    assert panel.height == pytest.approx(page.height * 3)
    assert [style.size for style in panel.styles] == [style.size * 3 for style in page.styles]
    assert [label.y for label in panel.labels] == pytest.approx([label.y * 3 for label in page.labels], abs=0.05)


def test_a_given_height_is_filled(measure: Measure) -> None:
    (natural,) = draw(ARTICLE, measure)
    (figure,) = draw(ARTICLE, measure, natural.height + 120)
    assert figure.height == pytest.approx(natural.height + 120)


def test_what_does_not_fit_goes_on_in_another_figure(measure: Measure) -> None:
    many = [event(f"e{n}", f"19{40 + n // 12}-{1 + n % 12:02d}-11", title=f"Title {n}") for n in range(60)]
    figures = draw(many, measure, 420)
    assert len(figures) > 1
    assert all(figure.height <= 420.01 for figure in figures)
    titles = [label.text for figure in figures for label in figure.labels if label.style == "event"]
    assert sorted(titles) == sorted(event.title for event in many)
    for figure in figures:
        check(figure, measure)


def test_a_word_wider_than_its_column_is_an_error_that_names_the_event(measure: Measure) -> None:
    with pytest.raises(LayoutError, match=r"^landing: .* pt wider than its column"):
        draw([replace(LANDING, title="Kriegsgefangenenlager" * 4)], measure)


def test_a_chronology_of_nothing_is_refused(measure: Measure) -> None:
    with pytest.raises(ValueError, match="needs an event"):
        draw([], measure)


# The table


def test_items_are_the_events_of_the_dossier() -> None:
    text = {"kind": "editorial", "text": "-"}
    dossier = Dossier.model_validate(
        {
            "id": "d", "dossier": 1, "title": "D", "licence": {"name": "CC0"},
            "sources": [
                {"id": "s", "mark": "A", "title": "S", "path": "s.txt", "licence": {"name": "CC0"}, "attribution": "S"}
            ],
            "events": [
                {"id": "b", "title": "Second", "date": {"edtf": "1943-06-09", "words": "9 June"}, **text},
                {"id": "c", "title": "*Given* up", "date": {"after": "b", "words": "soon"}, "status": "planned"} | text,
                {"id": "a", "title": "First", "date": {"edtf": "1942", "part": "mid", "words": "mid-1942"}, **text},
            ],
        }
    )  # fmt: skip
    items = chronology_items(dossier, lambda event: event.date.words.upper())
    assert [(item.id, item.title, item.when, item.status) for item in items] == [
        ("a", "First", "MID-1942", "done"),
        ("b", "Second", "9 JUNE", "done"),
        ("c", "Given up", "SOON", "planned"),
    ]
