"""Whatever the text, nothing is raised, every quotation lies in the source, and time is bounded."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.extract.items import Words
from dossier.extract.people import find_people
from dossier.extract.places import find_places
from dossier.extract.things import Things, find_things
from dossier.extract.units import find_units
from dossier.extract.zones import find_zones
from dossier.readers import read
from dossier.resources import assets

_NAMES = "Captain|Jan|Kos|von|der|de|General|He|she|River|1st|Division|Army|Northern|II|U.S.|A.|ł|Ö|ش|é"
_WORDS = "was killed|was|and|the|of|in|near|two|groups|50-55|1,500|people|each|under|commanded by|part of|divided into"
_MARKS = ",|.|(|)|'|’s|\"|(KIA)|†|\u202e|''|[[|]]|{{coord|}}|<ref>|</ref>|==|\n|\n\n|* |; |{|\xa0|—|-"
_TEMPLATES = ("{{coord|1|N|2|E}}", "{{HMS|X}}", "{|\n|-\n", "|}", "Infobox\n- A: B", "| ")
PIECES = st.sampled_from([*_NAMES.split("|"), *_WORDS.split("|"), *_MARKS.split("|"), *_TEMPLATES])


def quotations(things: Things) -> list[Words]:
    return [
        *(unit.words for unit in things.units),
        *(person.words for person in things.people),
        *(fact.words for person in things.people for fact in person.facts),
        *(place.words for place in things.places),
        *(zone.words for zone in things.zones),
        *(bound for zone in things.zones for bound in zone.bounds),
    ]


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=40).map(" ".join), st.sampled_from(["prose", "wikitext", "cleaned"]))
def test_nothing_is_raised_and_quotations_lie_in_the_source(text: str, format: str) -> None:
    article = read(f"A {text} b".encode(), format=format)
    things = find_things(article)
    for words in quotations(things):
        assert 0 <= words.start < words.end <= len(article.source)
        assert words.text.strip()
    for items in (things.units, things.people, things.places, things.zones):
        assert len({item.id for item in items}) == len(items)
    ids = {unit.id: unit.under for unit in things.units}
    assert set(ids.values()) <= {"", *ids}


def test_together_is_the_same_as_one_by_one() -> None:
    article = read(assets() / "articles" / "gulag-operation" / "sources" / "cleaned.txt")
    assert find_things(article) == Things(
        find_units(article), find_people(article), find_places(article), find_zones(article)
    )


@pytest.mark.parametrize(
    "piece",
    ["A'", "First Army ", "from the Aa River to the ", "group of 12 men under General Abc Def and ", "a, ", "("],
)
def test_time_grows_with_the_text_even_without_full_stops(piece: str) -> None:
    def seconds(length: int) -> float:
        article = read((piece * (length // len(piece))).encode(), format="prose")
        before = time.process_time()
        find_things(article)
        return time.process_time() - before

    assert seconds(24_000) < 6 * max(0.1, seconds(8_000))
