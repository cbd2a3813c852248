"""Who is named, and what is said of them: sentences of several kinds of event, expected by hand."""

from __future__ import annotations

import pytest

from dossier.extract.items import FoundPerson
from dossier.extract.people import find_people
from dossier.readers import read


def people(text: str, *, format: str = "prose") -> dict[str, FoundPerson]:
    return {person.name: person for person in find_people(read(text.encode(), format=format))}


def facts(person: FoundPerson, kind: str) -> list[str]:
    return [fact.text for fact in person.facts if fact.kind == kind]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("On 4 May Colonel Aram Petrosyan met Governor Ilse Brandt.", ["Aram Petrosyan", "Ilse Brandt"]),
        ("The fire chief, Tom Okafor, spoke to the miners.", ["Tom Okafor"]),
        ("It was drafted by J. R. Quill and signed in Lund.", ["J. R. Quill"]),
        ("Texas Congressman Walt Hobb opposed the treaty.", ["Walt Hobb"]),
        ("General der Infanterie Kurt Rohde held the line.", ["Kurt Rohde"]),
        ("General Viscount Harrow agreed.", ["Harrow"]),
        ("The council chose Ejnar Holt as mayor of the port.", ["Ejnar Holt"]),
        ("Hanno crossed the hills with his men. In June Hanno fell.", ["Hanno"]),
        ("Afterward the army left with its guns; Lund sent Oster his reply.", []),
        ("Among the dead were Captain Jan Kos Lieutenant Ivo Brad and others.", ["Jan Kos", "Ivo Brad"]),
        ("King George's Channel and Prince Edward Island lie there.", []),
        ("Operation Margaret began at Fort William near Lake Victoria.", []),
        ("HMS Edward and the SS Robert Kerr collided off Port Arthur.", []),
        ("Germany said that Prussia refused, and the Guardian wrote of it.", []),
        ("The George Medal was given on Thomas Street by the Henry Ford Company.", []),
    ],
)
def test_names_of_people_and_names_that_are_none(sentence: str, names: list[str]) -> None:
    assert list(people(sentence)) == names


def test_later_mentions_are_merged_under_the_fullest_name() -> None:
    found = people(
        "Col. E. Marsh marched north. Marsh was joined by Edwin Marsh's brother, Major Paul Lenz. "
        "In June Colonel Edwin Marsh resigned; Lenz was captured at Oster."
    )
    assert list(found) == ["Edwin Marsh", "Paul Lenz"]
    assert facts(found["Edwin Marsh"], "rank") == ["Colonel"]
    assert facts(found["Edwin Marsh"], "fate") == ["resigned"]
    assert facts(found["Paul Lenz"], "fate") == ["captured at Oster"]


def test_two_of_one_surname_stay_apart() -> None:
    found = people("President Anna Berg spoke. The historian Olaf Berg wrote a book. Berg died in 1950.")
    assert list(found) == ["Anna Berg", "Olaf Berg"]
    assert facts(found["Anna Berg"], "fate") == []
    assert facts(found["Olaf Berg"], "fate") == ["died in 1950"]


@pytest.mark.parametrize(
    ("sentence", "fates"),
    [
        ("Captain Jan Kos was killed on 3 May by a mine.", ["killed on 3 May by a mine"]),
        ("Captain Jan Kos, the last to leave, was arrested and then shot.", ["arrested", "shot"]),
        ("Captain Jan Kos survived the war to be tried in Lund.", ["survived the war", "tried in Lund"]),
        ("Captain Jan Kos was found. He was hanged in June.", ["hanged in June"]),
        ("The rebels executed Captain Jan Kos.", ["executed"]),
        ("Captain Jan Kos would be killed if he stayed.", []),
        ("Captain Jan Kos was not killed.", []),
        ("Captain Jan Kos claimed that 33 men were killed.", []),
        ("They would act once Captain Jan Kos had been assassinated in June.", []),
        ("Talks between Major Ivo Brad and Captain Jan Kos died in June.", []),
        ("Captain Jan Kos's death was required for the plan.", []),
        ("It ended after Captain Jan Kos's death.", ["death"]),
        ("The plot to kill failed; an attempted assassination of Captain Jan Kos followed.", []),
    ],
)
def test_what_became_of_somebody(sentence: str, fates: list[str]) -> None:
    assert facts(people(sentence)["Jan Kos"], "fate") == fates


def test_a_subject_of_two_shares_the_fate_and_a_pronoun_behind_two_has_none() -> None:
    found = people("Captain Jan Kos and Major Ivo Brad were executed in Lund. He was buried there.")
    assert facts(found["Jan Kos"], "fate") == facts(found["Ivo Brad"], "fate") == ["executed in Lund"]


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        (
            "Captain Jan Kos placed the bomb on 20 July and hurried back.",
            ["placed the bomb on 20 July and hurried back"],
        ),
        ("When Captain Jan Kos arrived in Lund, soldiers were waiting.", ["arrived in Lund"]),
        (
            "The league that Captain Jan Kos founded in Lund was banned.",
            ["The league that Captain Jan Kos founded in Lund"],
        ),
        ("The wood, which Captain Jan Kos declared to be safe, burnt.", []),
        ("Captain Jan Kos of the U.S. Navy led the way to the U.S. camp.", []),
        ("Captain Jan Kos called for help from the U.S. Navy in May.", ["called for help from the U.S. Navy in May"]),
        ("The orders for Captain Jan Kos reached him too late.", []),
    ],
)
def test_what_somebody_did(sentence: str, deeds: list[str]) -> None:
    assert facts(people(sentence)["Jan Kos"], "deed") == deeds


def test_roles_are_those_that_words_beside_the_name_give() -> None:
    found = people(
        "His deputy, Captain Jan Kos, disagreed. Ivo Brad, commander of the fort, gave in. The dam was designed by "
        "Emil Wirth. French Prime Minister Luc Amiel resigned. They seized Olaf Berg, his chief of staff Colonel Lind, "
        "and others. The plan, drafted by clerks, was approved by Anna Moor. Eva Holm was appointed envoy to Lund. "
        "They chose Ulf Dahl as prime minister to please Lund. Their leader was Carl Voss. Max Roth, who was commander "
        "of the guards, fled. The former Presidents Hugo Falk and Rosa Lind came. Max Roth was seen."
    )
    assert facts(found["Jan Kos"], "role") == ["deputy"]
    assert facts(found["Ivo Brad"], "role") == ["commander of the fort"]
    assert facts(found["Emil Wirth"], "role") == ["The dam was designed by"]
    assert facts(found["Luc Amiel"], "role") == ["French Prime Minister"]
    assert facts(found["Olaf Berg"], "role") == []
    assert facts(found["Anna Moor"], "role") == []
    assert facts(found["Eva Holm"], "role") == ["appointed envoy to Lund"]
    assert facts(found["Ulf Dahl"], "role") == ["prime minister"]
    assert facts(found["Carl Voss"], "role") == ["leader"]
    assert facts(found["Max Roth"], "role") == ["commander of the guards"]
    assert facts(found["Hugo Falk"], "role") == ["former President"]
    assert facts(found["Rosa Lind"], "role") == ["President"]
    assert facts(found["Rosa Lind"], "role") == ["President"]


def test_fields_of_an_infobox_with_flags_marks_and_links() -> None:
    found = people(
        "{{Infobox military conflict\n| combatant1 = Norland\n| combatant2 = Sudland<br>Ostland\n"
        "| commander1 = {{flagicon|Norland}} [[Jan Kos]]{{KIA}}<br>Col. I Brad\n"
        "| commander2 = {{flagicon|Ostland}} [[Ole Rask (general)|Rask]]\n}}\n"
        "'''The battle''' was fought under Colonel Ivo Brad. ''Jan Kos'' is a film.",
        format="wikitext",
    )
    assert list(found) == ["Jan Kos", "Ivo Brad", "Ole Rask"]
    assert facts(found["Jan Kos"], "side") == ["Norland"]
    assert facts(found["Jan Kos"], "fate") == ["killed in action"]
    assert facts(found["Ivo Brad"], "rank") == ["Colonel"]
    assert facts(found["Ivo Brad"], "side") == ["Norland"]
    assert facts(found["Ole Rask"], "side") == ["Ostland"]
    assert all("commander" in facts(person, "role") for person in found.values())


def test_a_line_of_commanders_whose_marks_lost_their_templates() -> None:
    text = "= The Putsch =\n\nInfobox\n- Date: 1923\n- Commander1: Jan KosWIA, Ivo Brad, Ole RaskKIA\n\nIt failed."
    found = people(text, format="cleaned")
    assert {name: facts(person, "fate") for name, person in found.items()} == {
        "Jan Kos": ["wounded"],
        "Ivo Brad": [],
        "Ole Rask": ["killed in action"],
    }


def test_each_fact_is_quoted_from_where_it_stands() -> None:
    text = "'''War''' came. [[Colonel]] {{nowrap|[[Jan Kos|Jan ''Kos'']]}} was shot on 3 May.<ref>A, p. 3</ref>"
    article = read(text.encode(), format="wikitext")
    (kos,) = find_people(article)
    assert [fact.kind for fact in kos.facts] == ["rank", "fate"]
    fate = kos.facts[1]
    assert text[fate.words.start : fate.words.end] == "shot on 3 May"
    assert len(fate.cites) == 1
