"""What the bundled texts and the two seeds tell: the curated dossier's events, counts and references, item by item.

The expectations were written by hand from the texts, before anything was extracted. The curated event `war-end` is a
datum of the calendar, which no text tells: it is there as what the executions come after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.extract.article import article_dates
from dossier.extract.counts import find_counts
from dossier.extract.events import find_events
from dossier.extract.items import FoundCount, FoundEvent
from dossier.extract.references import find_references
from dossier.model.article import Article
from dossier.readers import read
from dossier.resources import assets

BUNDLED = assets() / "articles" / "gulag-operation" / "sources"
SEEDS = Path(__file__).resolve().parents[3].parent / "shared" / "seeds"
AT_HAND = [
    ("older", BUNDLED / "older.txt"),
    ("cleaned", BUNDLED / "cleaned.txt"),
    *[(name, path) for name in ("000", "001") for path in SEEDS.glob(f"{name}_*.txt")],
]
OLDER = ("older", "000")

# The curated id: the date, words that tell it in any of the texts, and the notes that the older text marks it with.
EVENTS = {
    "plan-drawn-up": ("1942", ("The plan was d",), "1 2 3"),
    "approval": ("", ("approved",), "1"),
    "conscription": ("", ("were conscripted into the units",), "3"),
    "invasion": ("", ("called for a naval and air invasion",), "1 2 3"),
    "landing": ("1943-06-02", ("group of 12 former Soviet", "dropped", "airdropped"), "1 2 3"),
    "detection": ("1943-06-09", ("detected",), "1 2 3"),
    "abandonment": ("", ("soon after this failure",), "1 3"),
    "disbanding": ("", ("disbanded",), "1 3"),
    "sachsenhausen-transfer": ("", ("Sachsenhausen concentration camp",), "1 3"),
    "other-operations": ("", ("were employed in other",), "2 3"),
    "executions": ("", ("Bessonov and Meandrov", "executed by the Soviet authorities"), "2 3"),
    "custody": ("", ("their custody", "their transfer into the custody"), "2 3"),
}
ORDERS = {"abandonment": ("after", "this failure"), "executions": ("after", "the war"), "custody": ("before", "")}


@pytest.fixture(params=AT_HAND, ids=[name for name, _ in AT_HAND])
def text(request: pytest.FixtureRequest) -> tuple[str, Article]:
    name, path = request.param
    return name, read(path)


@pytest.fixture
def told(text: tuple[str, Article]) -> dict[str, FoundEvent]:
    """The events by their curated ids; one that is none of them has its own."""
    return {_curated(event): event for event in find_events(text[1], article_dates(text[1]))}


def _curated(event: FoundEvent) -> str:
    words = event.words.text.lower()
    if words.startswith("after"):
        return "custody"
    return next((name for name in EVENTS if any(part.lower() in words for part in EVENTS[name][1])), event.title)


def test_the_events_are_those_of_the_curated_dossier(told: dict[str, FoundEvent]) -> None:
    assert sorted(told) == sorted(EVENTS)
    for name, (date, _, _) in EVENTS.items():
        found = told[name].date
        assert (found.mention.edtf if found else "") == date, name
    assert [name for name, event in told.items() if event.planned] == ["invasion"]
    plan = told["plan-drawn-up"].date
    assert plan is not None
    assert plan.mention.mod == "MID"


def test_an_order_is_only_where_a_sentence_gives_it(told: dict[str, FoundEvent]) -> None:
    orders = {name: event.order for name, event in told.items() if event.order}
    assert sorted(orders) == sorted(ORDERS)
    for name, (side, words) in ORDERS.items():
        order = orders[name]
        assert order.side == side
        assert words in order.words.text
    assert orders["abandonment"].event == told["detection"].id
    assert orders["custody"].event == told["executions"].id
    assert orders["executions"].event == ""


def test_events_are_cited_as_the_older_text_marks_them(text: tuple[str, Article], told: dict[str, FoundEvent]) -> None:
    for name, (_, _, notes) in EVENTS.items():
        assert told[name].cites == (tuple(notes.split()) if text[0] in OLDER else ()), name


def test_the_summary_and_the_box_tell_the_same_events_again(
    text: tuple[str, Article], told: dict[str, FoundEvent]
) -> None:
    if text[0] not in OLDER:
        assert "Mid-1942" in _also(told["plan-drawn-up"])
        assert "airlifted" in _also(told["landing"])
        assert "executed" in _also(told["executions"])
        assert "detect" in _also(told["detection"]).lower()


def _also(event: FoundEvent) -> str:
    return " | ".join(words.text for words in event.also)


def test_titles_are_words_of_the_text(text: tuple[str, Article], told: dict[str, FoundEvent]) -> None:
    for event in told.values():
        words = iter(re.findall(r"[\w'’-]+", text[1].text.text.lower()))
        assert all(word in words for word in re.findall(r"[\w'’-]+", event.title.lower())), event.title


def _strengths(counts: Iterator[FoundCount]) -> list[tuple[str, str, bool | None, int]]:
    return [(count.kind, count.strength, count.agrees, len(count.parts)) for count in counts]


def test_counts_and_their_sums(text: tuple[str, Article]) -> None:
    counts = find_counts(text[1])
    prose = [
        ("strength", "about 150", True, 3),
        ("strength", "2 x 50-55", None, 0),
        ("strength", "20-25", None, 0),
        ("strength", "20", None, 0),
        ("strength", "12", None, 0),
        ("casualties", "2", None, 0),
    ]
    box = [("casualties", "4", True, 2), ("casualties", "2", None, 0), ("casualties", "2", None, 0)]
    assert _strengths(iter(counts)) == (prose if text[0] in OLDER else box + prose)
    by_id = {count.id: count for count in counts}
    whole = next(count for count in counts if count.strength == "about 150")
    assert [by_id[part].strength for part in whole.parts] == ["2 x 50-55", "20-25", "20"]
    assert whole.cites == (("3",) if text[0] in OLDER else ())
    labels = " | ".join(by_id[part].label for part in whole.parts)
    assert all(word in labels for word in ("assault groups", "radio operators", "support (medical)"))


def test_references_of_the_older_text(text: tuple[str, Article]) -> None:
    found = find_references(text[1])
    if text[0] not in OLDER:
        assert found == ()
        return
    works = {one.reference.id: one for one in found}
    assert sorted(works) == ["melenberg-2004", "parrish-1996", "parrish-2004"]
    short = works["parrish-2004"]
    assert (short.keys, short.locators, short.reference.type) == (("1",), (("1", "44"),), "document")
    assert (short.reference.author[0].family, short.reference.author[0].given) == ("Parrish", "")
    assert short.reference.gaps == ("forename", "title", "publisher")
    assert works["parrish-1996"].locators == (("2", "160"),)
    news = works["melenberg-2004"].reference
    assert (news.type, news.title, news.container_title) == ("article-newspaper", "Desant na GULAG", "Novaya Gazeta")
    assert (news.author[0].given, news.issued, news.language, news.url) == ("Aleksandr", "2004-03-01", "ru", "")
    assert news.gaps == ("page",)


def test_every_item_has_its_words_in_the_source(text: tuple[str, Article]) -> None:
    source = text[1].source
    events = find_events(text[1], article_dates(text[1]))
    places = [words for event in events for words in (event.words, *event.also)]
    places += [event.order.words for event in events if event.order]
    places += [count.words for count in find_counts(text[1])]
    places += [reference.words for reference in find_references(text[1])]
    for words in places:
        quoted = source[words.start : words.end]
        assert quoted
        assert words.text.split()[0] in quoted
        assert words.text.split()[-1] in quoted
