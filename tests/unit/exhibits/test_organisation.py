from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.errors import LayoutError
from dossier.exhibits.measure import Measure
from dossier.exhibits.organisation import (
    Chart,
    Group,
    OrganisationWords,
    Total,
    draw_organisation,
    organisation_chart,
)
from dossier.exhibits.organisation.chart import outline
from dossier.exhibits.organisation.people import people_per_symbol
from dossier.exhibits.voice import voice_of
from dossier.locales.fonts import fonts_for
from dossier.locales.locale import locale
from dossier.model.dossier import Dossier, Statement, Status
from dossier.model.exhibit import Figure
from dossier.model.strength import Strength, parse_strength

PALETTE = {
    "paper": "#FBFAF6", "ink": "#1E1D1B", "grey-1": "#5A5853", "grey-2": "#8F8C85", "grey-3": "#C9C6BE",
    "grey-4": "#E9E6DE", "accent": "#9C3D1F", "accent-2": "#D9A58F", "accent-3": "#F0DDD3",
}  # fmt: skip
WORDS = OrganisationWords(
    designed_by="Designed by", planned="Planned", done="Carried out", unknown="number not stated",
    uncertain="in the higher number only", symbol=lambda people: f"one square: {people}",
)  # fmt: skip
WIDTH = 482.0


@pytest.fixture(scope="module")
def measure() -> Measure:
    return Measure(fonts_for(locale("en")).measured())


def group(id: str, strength: str = "", status: Status = "planned", under: str | None = None) -> Group:
    return Group(id, f"Name of {id}", strength, parse_strength(strength) if strength else None, status, under)


ARTICLE = Chart(
    "The GULAG Operation",
    "Units intended for the planned operation",
    ("Ivan Georgievich Bessonov", "Mikhael Meandrov"),
    (group("assault", "2 x 50-55"), group("radio", "20-25"), group("support", "20"), group("twelve", "12", "done")),
    (Total("About 150, in both texts", Strength(150, 150, about=True), stated=True),
     Total("140–155 when added up", Strength(140, 155), stated=False)),
)  # fmt: skip


def draw(chart: Chart, measure: Measure, width: float = WIDTH, height: float | None = None) -> Figure:
    return draw_organisation(chart, WORDS, width, height, PALETTE, measure)


def squares(figure: Figure) -> list[tuple[str, str, list[list[tuple[float, float]]]]]:
    """Return each path of squares: its fill, its stroke, and the corners of every square."""
    found = []
    for element in ElementTree.fromstring(figure.svg).iter():
        if "z" in element.get("d", ""):
            rings = [ring.split() for ring in element.attrib["d"].replace("M", "").split("z") if ring.strip()]
            corners = [[(float(x), float(y)) for x, y in zip(r[::2], r[1::2], strict=True)] for r in rings]
            found.append((element.get("fill", ""), element.get("stroke", ""), corners))
    return found


def count(figure: Figure, fill: str, stroke: str = "") -> int:
    fill, stroke = PALETTE[fill], PALETTE.get(stroke, "")
    return sum(len(rings) for *paint, rings in squares(figure) if paint == [fill, stroke])


def check(figure: Figure, measure: Measure) -> None:
    placed = []
    for label in figure.labels:
        room = measure.extent(label.text, figure.style(label.style))
        left = label.x - {"start": 0.0, "middle": room.width / 2, "end": room.width}[label.anchor]
        box = (left, label.y - room.ascent, left + room.width, label.y + room.descent)
        assert box[0] >= -0.1, label
        assert box[2] <= figure.width + 0.1, label
        assert box[1] >= -0.1, label
        assert box[3] <= figure.height + 0.1, label
        placed.append((label, *box))
    for (one, a0, b0, a1, b1), (two, c0, d0, c1, d1) in combinations(placed, 2):
        assert a1 <= c0 or c1 <= a0 or b1 <= d0 or d1 <= b0, (one, two)
    for *_, rings in squares(figure):
        for ring in rings:
            left, top = min(x for x, _ in ring), min(y for _, y in ring)
            right, bottom = max(x for x, _ in ring), max(y for _, y in ring)
            assert left >= -0.1
            assert right <= figure.width + 0.1
            for label, x0, y0, x1, y1 in placed:
                assert right <= x0 or x1 <= left or bottom <= y0 or y1 <= top, label


def key(figure: Figure) -> list[str]:
    return [label.text for label in figure.labels if label.style == "key"]


# One square, one person


def test_there_are_as_many_squares_as_people(measure: Measure) -> None:
    figure = draw(ARTICLE, measure)
    # Groups 50 + 50 + 20 + 20, their sum 140, one in the key; twelve that were sent, solid.
    assert count(figure, "paper", "accent") == 140 + 140 + 1
    assert count(figure, "accent") == 12


def test_the_uncertain_part_is_paler(measure: Measure) -> None:
    # 5 + 5 + 5 in the groups, 15 in the sum, one in the key.
    assert count(draw(ARTICLE, measure), "paper", "accent-2") == 15 + 15 + 1


def test_what_was_done_and_is_uncertain_is_solid_and_paler(measure: Measure) -> None:
    figure = draw(Chart("", "", (), (group("garrison", "18-24", "done"),)), measure)
    assert (count(figure, "accent"), count(figure, "accent-2")) == (18 + 1, 6 + 1)


@pytest.mark.parametrize(
    ("largest", "people"), [(1, 1), (120, 1), (121, 10), (1_200, 10), (3_400, 100), (1_500_000, 100_000)]
)
def test_a_square_stands_for_more_where_there_are_too_many(largest: int, people: int) -> None:
    assert people_per_symbol([Strength(1, 1), Strength(0, largest)], 120) == people


def test_a_rest_is_a_part_of_a_square(measure: Measure) -> None:
    figure = draw(Chart("", "", (), (group("many", "3400", "done"), group("few", "88", "done"))), measure)
    widths = [
        max(x for x, _ in ring) - min(x for x, _ in ring)
        for fill, _, rings in squares(figure)
        for ring in rings
        if fill
    ]
    whole = max(widths)
    assert len(widths) == 34 + 1 + 1
    assert min(widths) == pytest.approx(0.88 * whole, abs=0.02)
    assert key(figure) == ["one square: 100"]


def test_squares_of_all_groups_have_one_size(measure: Measure) -> None:
    figure = draw(ARTICLE, measure)
    sides = {
        # An outline is half inside and half outside of the path.
        round(max(y for _, y in ring) - min(y for _, y in ring) + (0.7 if stroke else 0), 1)
        for _, stroke, rings in squares(figure)
        for ring in rings
        if max(y for _, y in ring) < figure.height - 20  # the key has its own
    }
    assert len(sides) == 1


# The plan and what was done


def test_the_first_group_stands_apart_from_the_plan(measure: Measure) -> None:
    assert [group.id for group in ARTICLE.belonging] == ["assault", "radio", "support"]
    assert [group.id for group in ARTICLE.apart] == ["twelve"]
    labels = {label.text: label for label in draw(ARTICLE, measure).labels}
    assert labels["Carried out"].x == labels["Name of\ntwelve"].x if "Name of\ntwelve" in labels else True
    assert labels["Planned"].y == labels["Carried out"].y
    assert labels["Carried out"].x > labels["Name of\nsupport" if "Name of\nsupport" in labels else "Name of support"].x


def test_where_all_was_done_nothing_stands_apart() -> None:
    chart = Chart("", "", (), (group("a", "12", "done"), group("b", "20", "done")))
    assert chart.apart == ()
    assert chart.belonging == chart.groups


def test_those_under_a_group_go_with_it() -> None:
    groups = (group("plan"), group("sent", status="done"), group("part", under="sent"), group("other", under="plan"))
    chart = Chart("", "", (), groups)
    assert [group.id for group in chart.apart] == ["sent", "part"]
    assert [group.id for group in chart.belonging] == ["plan", "other"]


def test_the_designers_stand_beside_the_operation_and_not_above_the_groups(measure: Measure) -> None:
    labels = {label.text: label for label in draw(ARTICLE, measure).labels}
    designer, root = labels["Ivan Georgievich Bessonov"], labels["The GULAG Operation"]
    assert designer.x > root.x
    assert root.y - 12 < labels["Designed by"].y < root.y + 12


def lines(figure: Figure) -> int:
    """Count the lines that join groups: grey and not dashed."""
    return sum(
        element.get("stroke") == PALETTE["grey-2"] and "stroke-dasharray" not in element.attrib
        for element in ElementTree.fromstring(figure.svg).iter()
    )


def test_no_line_joins_groups_unless_command_is_stated(measure: Measure) -> None:
    loose = tuple(group(id, "10") for id in ("a", "b", "c"))
    assert lines(draw(Chart("", "", (), loose), measure)) == 0
    stated = (loose[0], replace(loose[1], under="a"), replace(loose[2], under="b"))
    assert lines(draw(Chart("", "", (), stated), measure)) == 2


def test_a_hierarchy_is_told_from_the_top() -> None:
    groups = (group("b1", under="b"), group("a"), group("b"), group("a1", under="a"), group("a11", under="a1"))
    assert [(depth, group.id) for depth, group in outline(groups)] == [
        (0, "a"), (1, "a1"), (2, "a11"), (0, "b"), (1, "b1"),
    ]  # fmt: skip


# The sum


def test_the_stated_number_points_at_its_place_on_the_bar(measure: Measure) -> None:
    figure = draw(ARTICLE, measure)
    (pointer,) = [
        element.attrib["d"]
        for element in ElementTree.fromstring(figure.svg).iter()
        if element.get("stroke") == PALETTE["grey-1"]
    ]
    to = float(pointer.split()[-2])
    bar = max((rings for *_, rings in squares(figure)), key=len)
    edges = sorted({x for ring in bar for x, _ in ring})
    pitch = edges[2] - edges[0]
    # Five squares in a column: 150 people end with the 30th column, between two squares.
    assert 29.5 * pitch < to < 30 * pitch


def test_a_long_stated_number_is_broken_before_its_place_on_the_bar(measure: Measure) -> None:
    text = "Environ 150 prisonniers de guerre soviétiques, d’après les deux textes, tous deux sans date"
    stated = Total(text, Strength(150, 150, about=True), stated=True)
    figure = draw(replace(ARTICLE, totals=(stated, ARTICLE.totals[1])), measure, 360)
    (label,) = [label for label in figure.labels if label.text.startswith("Environ")]
    (pointer,) = [
        element.attrib["d"]
        for element in ElementTree.fromstring(figure.svg).iter()
        if element.get("stroke") == PALETTE["grey-1"]
    ]
    assert "\n" in label.text
    assert measure.extent(label.text, figure.style(label.style)).width < float(pointer.split()[-2])


def test_deep_letters_of_the_name_do_not_reach_the_line_below() -> None:
    # Amiri is set a quarter larger than its size, and its letters reach deep: they ran into the line below.
    measure = voice_of("ar").measure
    chart = replace(ARTICLE, name="عملية الغولاغ", text="الوحدات المعدّة للعملية المخطَّط لها", designers=())
    figure = draw_organisation(chart, WORDS, WIDTH, None, PALETTE, measure, rtl=True)
    name, text = figure.labels[:2]
    foot = name.y + measure.extent(name.text, figure.style(name.style)).descent
    assert foot < text.y - measure.extent(text.text, figure.style(text.style)).ascent


def test_without_a_derived_sum_there_is_no_bar(measure: Measure) -> None:
    figure = draw(replace(ARTICLE, totals=ARTICLE.totals[:1]), measure)
    assert count(figure, "paper", "accent") == 140 + 1
    assert "About 150, in both texts" in [label.text for label in figure.labels]


# Any chart


def test_the_key_names_what_occurs(measure: Measure) -> None:
    assert key(draw(ARTICLE, measure)) == ["one square: 1", "in the higher number only"]
    assert key(draw(Chart("", "", (), (group("a", "12"),)), measure)) == ["one square: 1"]
    assert key(draw(Chart("", "", (), (group("a"),)), measure)) == []


def test_a_group_without_a_strength_says_so(measure: Measure) -> None:
    figure = draw(Chart("", "", (), (group("a", "12"), group("b"))), measure)
    assert "number not stated" in [label.text for label in figure.labels]


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    groups: list[Group] = []
    for index in range(draw(st.integers(1, 40))):
        low = draw(st.integers(0, 2_000_000) | st.integers(0, 60))
        high = low + draw(st.integers(0, 60))
        times = draw(st.sampled_from([1, 1, 1, 2, 3, 9]))
        under = draw(st.sampled_from([None, f"g{index // 2}"])) if index > 1 else None
        strength = draw(st.sampled_from([None, Strength(low, max(high, 1), times)]))
        name = draw(st.sampled_from(["Group", "A group with a longer name", "Guards " * 9]))
        status: Status = draw(st.sampled_from(("planned", "done")))
        groups.append(Group(f"g{index}", name.strip(), str(strength or ""), strength, status, under))
    designers = tuple(draw(st.lists(st.sampled_from(["Ivan Georgievich Bessonov", "Meandrov"]), max_size=4)))
    return replace(
        ARTICLE, groups=tuple(groups), designers=designers, totals=draw(st.sampled_from([(), ARTICLE.totals]))
    )


@given(charts(), st.sampled_from([326.0, 482.0, 700.0]))
@settings(max_examples=40, deadline=None)
def test_words_and_squares_never_touch(measure: Measure, chart: Chart, width: float) -> None:
    figure = draw(chart, measure, width)
    check(figure, measure)
    shown = [label.text.replace("\n", " ") for label in figure.labels if label.style in ("group", "text")]
    assert all(group.name in shown for group in chart.groups)


def test_a_head_over_a_narrow_column_has_its_designers_below(measure: Measure) -> None:
    groups = (group("g0"), group("g1", status="done"), group("g2", status="done"))
    figure = draw(replace(ARTICLE, groups=groups, totals=()), measure, 326.0)
    check(figure, measure)
    places = {label.text.replace("\n", " "): label for label in figure.labels}
    assert places["Ivan Georgievich Bessonov"].x == places["The GULAG Operation"].x
    assert places["Ivan Georgievich Bessonov"].y > places["The GULAG Operation"].y


@pytest.mark.parametrize("width", [326.0, 482.0])
def test_the_article_can_be_drawn_on_a_page_and_beside_a_margin(measure: Measure, width: float) -> None:
    check(draw(ARTICLE, measure, width), measure)


def test_right_to_left_is_the_mirror_image(measure: Measure) -> None:
    figure = draw(ARTICLE, measure)
    mirrored = draw_organisation(ARTICLE, WORDS, WIDTH, None, PALETTE, measure, rtl=True)
    turned = {"start": "end", "middle": "middle", "end": "start"}
    assert [(label.text, round(WIDTH - label.x, 2), label.y, turned[label.anchor]) for label in mirrored.labels] == [
        (label.text, round(label.x, 2), label.y, label.anchor) for label in figure.labels
    ]


def test_scale_multiplies_type_squares_and_places(measure: Measure) -> None:
    page = draw(ARTICLE, measure)
    panel = draw_organisation(ARTICLE, WORDS, WIDTH * 3, None, PALETTE, measure, scale=3)
    assert panel.height == pytest.approx(page.height * 3)
    assert [label.x for label in panel.labels] == pytest.approx([label.x * 3 for label in page.labels], abs=0.05)


def test_squares_become_smaller_where_height_is_short(measure: Measure) -> None:
    chart = Chart("", "", (), (group("a", "120"),))
    natural = draw(chart, measure)
    lower = draw(chart, measure, height=natural.height - 20)
    assert natural.height - 60 < lower.height <= natural.height - 20
    assert count(lower, "paper", "accent") == 120 + 1


def test_a_chart_that_cannot_fit_says_what_it_needs(measure: Measure) -> None:
    with pytest.raises(LayoutError, match=r"needs .* more than the 40 pt"):
        draw(ARTICLE, measure, height=40)


def test_a_word_wider_than_its_column_is_an_error(measure: Measure) -> None:
    long = replace(group("a", "12"), name="Kriegsgefangenenlager" * 9)
    with pytest.raises(LayoutError, match="wider than its column"):
        draw(Chart("", "", (), (long,)), measure)


def test_a_chart_of_nothing_is_refused(measure: Measure) -> None:
    with pytest.raises(ValueError, match="needs a group"):
        draw(Chart("Name", "", (), ()), measure)


def test_groups_that_are_under_each_other_are_refused(measure: Measure) -> None:
    with pytest.raises(ValueError, match=r"a, b$"):
        draw(Chart("", "", (), (group("a", under="b"), group("b", under="a"), group("c"))), measure)


def test_two_drawings_are_the_same_to_the_byte(measure: Measure) -> None:
    assert draw(ARTICLE, measure) == draw(ARTICLE, measure)


# From a dossier


def statement(id: str, **more: object) -> dict[str, object]:
    return {"id": id, "kind": "editorial", "text": "-"} | more


def said(statement: Statement) -> str:
    return statement.text.upper()


def shown(groups: Sequence[Group]) -> list[tuple[str, str, str, Status]]:
    return [(group.id, group.name, group.number, group.status) for group in groups]


def test_the_chart_of_a_dossier() -> None:
    dossier = Dossier.model_validate(
        {
            "id": "d", "dossier": 1, "title": "D", "licence": {"name": "CC0"},
            "sources": [
                {"id": "s", "mark": "A", "title": "S", "path": "s.txt", "licence": {"name": "CC0"}, "attribution": "S"}
            ],
            "organisation": {
                "id": "head", "name": "The *Operation*", "text": "Units", "designers": ["b"],
                "totals": [
                    statement("stated", strength="about 150"),
                    statement("sum", kind="derived", formula={"sum": ["assault", "radio"]}),
                ],
            },
            "people": [{"id": "a", "name": "Other", "facts": []}, {"id": "b", "name": "Designer", "facts": []}],
            "units": [
                statement("assault", name="Assault groups", strength="2 x 50-55"),
                statement("radio", name="Radio operators", strength="20-25"),
                statement("twelve", name="First group", status="done"),
            ],
        }
    )  # fmt: skip
    chart = organisation_chart(dossier, lambda strength: f"<{strength}>", said)
    assert (chart.name, chart.text, chart.designers) == ("The Operation", "Units", ("Designer",))
    assert shown(chart.groups) == [
        ("assault", "Assault groups", "<2 x 50-55>", "planned"),
        ("radio", "Radio operators", "<20-25>", "planned"),
        ("twelve", "First group", "", "done"),
    ]
    assert chart.totals == (
        Total("-", Strength(150, 150, about=True), stated=True),
        Total("-", Strength(120, 135), stated=False),
    )
