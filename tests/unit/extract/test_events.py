"""What a sentence, a list, a table or an infobox tells, and what it does not. Expectations are written by hand."""

from __future__ import annotations

import pytest

from dossier.extract.article import article_dates
from dossier.extract.events import find_events
from dossier.extract.items import FoundEvent
from dossier.extract.when import edtf_of
from dossier.readers import read


def _events(text: str, *, lead: str = "") -> tuple[FoundEvent, ...]:
    article = read(f"{lead}\n\n== Story ==\n{text}\n".encode(), format="wikitext")
    return find_events(article, article_dates(article))


def _told(text: str) -> list[tuple[str, str]]:
    """Return date and title of what `text` tells, under a heading."""
    return [(edtf_of(event.date) if event.date else "", event.title) for event in _events(text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On 3 May 1808, Murat crushed the rising.", [("1808-05-03", "Murat crushed the rising")]),
        (
            "The treaty, signed on 28 June 1919, ended the war.",
            [("", "The treaty ended the war")],
        ),
        (
            "On July 4, 1776, Congress adopted the Declaration and sent it to the printer.",
            [("1776-07-04", "Congress adopted the Declaration and sent it to the printer")],
        ),
        (
            "Ghent fell on 2 May 1900, and on 5 May the king fled to London.",
            [("1900-05-02", "Ghent fell"), ("1900-05-05", "The king fled to London")],
        ),
        (
            "The governor, who had arrived in 1901, resigned on 3 March 1905.",
            [("1905-03-03", "The governor resigned")],
        ),
        (
            "It was not until 28 April 1986 that the government told the public.",
            [("1986-04-28", "The government told the public")],
        ),
        (
            "When news of the defeat reached Paris on 4 September 1870, crowds stormed the palace.",
            [("1870-09-04", "Crowds stormed the palace")],
        ),
        ("In 1946 a cemetery was established on the hill.", [("1946", "A cemetery was established on the hill")]),
        (
            "The Land Ordinance of 1785 set aside land for schools on 20 May 1785.",
            [("1785-05-20", "The Land Ordinance of 1785 set aside land for schools")],
        ),
        (
            "According to one witness, the guards opened fire on 9 January 1905.",
            [("1905-01-09", "According to one witness the guards opened fire")],
        ),
        (
            "The council met from 5 to 9 June 1900.",
            [("1900-06-05/1900-06-09", "The council met")],
        ),
    ],
)
def test_a_dated_deed_is_told_in_the_words_of_its_clause(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert _told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The town had 3,000 inhabitants in 1900.",
        "Since 1921 the island has belonged to Finland.",
        "The palace is one of the largest in Europe and was known as the House in 1850.",
        "The historian Smith believed in 1990 that the king was mad.",
        "The pact was based on the treaty of 1815.",
        "Colonists were forced to choose sides.",
        "There was no bridge.",
        "Had the ship turned, it would have escaped.",
        "Elections were to be held within a year.",
        "This was a mistake.",
        "She said nothing of it.",
        "The army did not move.",
        "“We attacked on 3 May 1900”, one reads there.",
    ],
)
def test_what_tells_no_deed_is_left_out(sentence: str) -> None:
    assert _told(sentence) == []


def test_what_was_planned_is_told_as_planned_and_once() -> None:
    plan = "The plan called for a landing at Ghent. The plan called for the seizure of the town. The town fell."
    events = _events(plan)
    assert [(event.title, event.planned) for event in events] == [
        ("A landing at Ghent", True),
        ("The town fell", False),
    ]
    assert [words.text for words in events[0].also] == ["The plan called for the seizure of the town"]
    dated = _events("The attack was scheduled for 3 May 1900. It is to open on 4 May 1900.")
    assert [event.planned for event in dated] == [True, True]


def test_an_order_counts_from_what_its_words_tell() -> None:
    events = _events(
        "The garrison surrendered on 3 May 1900. Soon after this defeat, the king fled. "
        "The mayor was arrested before the election. Three days after the surrender, the town was burned."
    )
    fled, arrested = events[1], events[2]
    assert fled.order is not None
    assert (fled.order.side, fled.order.words.text, fled.order.event) == ("after", "this defeat", events[0].id)
    assert arrested.order is not None
    assert (arrested.order.side, arrested.order.words.text, arrested.order.event) == ("before", "the election", "")
    burned = events[3].order
    assert burned is not None
    assert (burned.side, burned.words.text, burned.event) == ("after", "the surrender", events[0].id)


def test_a_length_of_time_is_nothing_to_count_from() -> None:
    (event,) = _events("After ten days, the town fell.")
    assert event.order is None


def test_that_one_paragraph_follows_another_is_no_order() -> None:
    events = _events("The garrison surrendered.\n\nThe king fled.")
    assert [event.order for event in events] == [None, None]


def test_words_that_tell_a_deed_of_their_own_are_an_event_before() -> None:
    executed, moved = _events(
        "Smith survived the war to be executed by the crown after being transferred to its custody."
    )
    assert executed.title == "Smith executed by the crown"
    assert moved.title == "Smith transferred to its custody"
    assert executed.order is not None
    assert executed.order.words.text == "the war"
    assert moved.order is not None
    assert (moved.order.side, moved.order.event) == ("before", executed.id)


def test_undated_deeds_belong_to_the_story_of_a_short_article_and_to_the_lead_of_a_long_one() -> None:
    filler = "The lake is deep and calm. " * 90
    lead = "'''Ghent''' was a town. The mayor burned the archive."
    short = _events("The king fled.", lead=lead)
    long = _events(f"The king fled. {filler}", lead=lead)
    assert [event.title for event in short] == ["The mayor burned the archive", "The king fled"]
    assert [event.title for event in long] == ["The mayor burned the archive"]


def test_the_lead_and_the_infobox_tell_the_bodys_deeds_again() -> None:
    article = read(
        b"{{Infobox event\n| title = Fall of Ghent\n| date = 2 May 1900\n| result = Garrison of Ghent captured\n}}\n"
        b"'''The Fall of Ghent''' took place in May 1900. The garrison of Ghent was captured in May 1900.\n\n"
        b"== Story ==\nOn 2 May 1900, the garrison of Ghent was captured by the rebels.\n",
        format="wikitext",
    )
    whole, captured = find_events(article, article_dates(article))
    assert whole.origin == "infobox"
    assert captured.title == "The garrison of Ghent was captured by the rebels"
    assert [words.text for words in captured.also] == [
        "The garrison of Ghent was captured in May 1900",
        "Garrison of Ghent captured",
    ]


def test_timelines_and_tables_of_dates_are_events() -> None:
    text = (
        "* 1 May 1900 – Rebels take Ghent.\n* 3 May: The king flees\n* Ghent is a town.\n\n"
        '{| class="wikitable"\n! Date !! Event\n|-\n| 5 May 1900 || The fleet leaves the harbour\n|-\n'
        "| 6 May 1900 || The fleet is sunk off Ostend\n|}\n"
    )
    assert [(event.origin, edtf_of(event.date) if event.date else "", event.title) for event in _events(text)] == [
        ("list", "1900-05-01", "Rebels take Ghent"),
        ("list", "1900-05-03", "The king flees"),
        ("table", "1900-05-05", "The fleet leaves the harbour"),
        ("table", "1900-05-06", "The fleet is sunk off Ostend"),
    ]


def test_a_mark_covers_what_stands_before_it_back_to_the_mark_before() -> None:
    events = _events(
        "On 1 May 1900 Ghent fell. On 2 May Ostend fell.<ref>A</ref><ref>B</ref> On 3 May Bruges fell.<ref>C</ref> "
        "On 4 May Ypres fell."
    )
    assert [event.cites for event in events] == [("1", "2"), ("1", "2"), ("3",), ()]


def test_a_long_title_is_cut_before_a_preposition_and_no_word_is_added() -> None:
    sentence = (
        "On 1 May 1900 the provisional government of the united provinces proclaimed the complete independence of all "
        "territories in the south between the rivers Lys and Scheldt from the crown."
    )
    (event,) = _events(sentence)
    assert len(event.title) <= 110
    assert event.title.startswith("The provisional government of the united provinces proclaimed")
    assert not event.title.endswith((" of", " the", " between", " from", " and"))


def test_what_takes_back_a_deed_is_not_cut_off() -> None:
    sentence = (
        "On 1 May 1900 a plan for the occupation of the whole kingdom was drawn up under the name Operation Margaret "
        "but was never carried out."
    )
    (event,) = _events(sentence)
    assert event.title.endswith("but was never carried out")


def test_the_subject_of_the_article_is_an_event_where_the_lead_dates_it() -> None:
    lead = "'''The Ghent Rising''' was a revolt that began in Ghent on 2 May 1900."
    article = read(f"{lead}\n\n== A ==\nNothing.\n".encode(), format="wikitext")
    assert [
        (edtf_of(event.date), event.title) for event in find_events(article, article_dates(article)) if event.date
    ] == [("1900-05-02", "The Ghent Rising")]
    other = "'''The Ghent Rising''' was a revolt, as it was called by the king on 12 May 1900."
    article = read(f"{other}\n\n== A ==\nNothing.\n".encode(), format="wikitext")
    assert find_events(article, article_dates(article)) == ()
