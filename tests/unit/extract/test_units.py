"""Bodies of people by name, strength, commander and order of battle; expected by hand."""

from __future__ import annotations

import pytest

from dossier.extract.items import FoundUnit
from dossier.extract.units import find_units
from dossier.model.strength import parse_strength
from dossier.readers import read


def units(text: str, *, format: str = "prose") -> dict[str, FoundUnit]:
    return {unit.name: unit for unit in find_units(read(text.encode(), format=format))}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The 34th Infantry Division and the French First Army met.", ["34th Infantry Division", "French First Army"]),
        ("IV Corps, Army Group B and Task Force 58 waited.", ["IV Corps", "Army Group B", "Task Force 58"]),
        (
            "The 2nd Battalion, 7th Marines, and No. 4 Squadron landed.",
            ["2nd Battalion, 7th Marines", "No. 4 Squadron"],
        ),
        ("Company B of the 15th Infantry held the hill.", ["Company B of the 15th Infantry"]),
        ("Lund police and the Norland Volunteer Army fired.", ["Lund police", "Norland Volunteer Army"]),
        ("The garrison at Oster fell to the Oster garrison's foes.", ["Oster garrison"]),
        ("The Sturmkompanie (assault company) was first.", ["Sturmkompanie"]),
        ("The Royal Navy, the German Army and Polish troops came.", []),
        ("World War II was fought in the Second World War by the first division of labour.", []),
        ("In the Premier Division, Chapter IV Company law applied to the police.", []),
        ("Nineteen people died and 40 soldiers were wounded.", []),
    ],
)
def test_names_of_units_and_names_that_are_none(sentence: str, names: list[str]) -> None:
    assert list(units(sentence)) == names


@pytest.mark.parametrize(
    ("sentence", "name", "strength"),
    [
        ("They formed two assault groups of 50-55 people each.", "Assault groups", "2 x 50-55"),
        ("Three relief parties, 20 men in each, set out.", "Relief parties", "3 x 20"),
        ("A patrol of about 150 armed men was seen.", "Patrol", "about 150"),
        ("The rescue team consisting of between 10 and 12 volunteers left.", "Rescue team", "10-12"),
        ("A 1,500-strong landing force came.", "Landing force", "1500"),
        ("The fort's Norland garrison numbered twenty-five soldiers.", "Norland garrison", "25"),
        ("Some 600 troops of the 3rd Battalion landed.", "3rd Battalion", "about 600"),
        ("The 9th Brigade (6,000 men) marched.", "9th Brigade", "6000"),
    ],
)
def test_strengths_as_they_are_stated(sentence: str, name: str, strength: str) -> None:
    found = units(sentence)
    assert list(found) == [name]
    assert found[name].strength == strength
    assert str(parse_strength(strength)) == strength


@pytest.mark.parametrize(
    ("sentence", "name", "commanders"),
    [
        ("The 5th Division under General Ole Rask halted.", "5th Division", ("Ole Rask",)),
        ("General Ole Rask's 5th Division halted.", "5th Division", ("Ole Rask",)),
        ("The main rebel force was led by Jan Kos and Major Ivo Brad.", "Main rebel force", ("Jan Kos", "Ivo Brad")),
        ("Ole Rask, commander of the 5th Division, met Jan Kos.", "5th Division", ("Ole Rask",)),
        ("The 5th Division met General Ole Rask.", "5th Division", ()),
        ("General Ole Rask saw the 5th Division.", "5th Division", ()),
    ],
)
def test_commanders_only_where_a_sentence_says_so(sentence: str, name: str, commanders: tuple[str, ...]) -> None:
    assert units(sentence)[name].commanders == commanders


def test_hierarchy_only_where_it_is_stated() -> None:
    found = units(
        "The 1st Brigade, part of the 5th Division, and the 2nd Brigade landed. The 5th Division's 3rd Brigade waited. "
        "The 5th Division was part of the 1st Brigade in error."
    )
    assert {name: unit.under for name, unit in found.items()} == {
        "1st Brigade": "5th-division",
        "5th Division": "",
        "2nd Brigade": "",
        "3rd Brigade": "5th-division",
    }


def test_names_of_one_unit_are_merged_and_those_of_others_are_not() -> None:
    found = units(
        "The German Nineteenth Army held. The 19th Army fell back. The 3rd Algerian Division and the 3rd U.S. Division "
        "attacked. The 7th Infantry crossed; the 7th Infantry Regiment followed."
    )
    assert list(found) == [
        "German Nineteenth Army",
        "3rd Algerian Division",
        "3rd U.S. Division",
        "7th Infantry Regiment",
    ]


def test_a_list_under_an_order_of_battle_states_who_is_under_whom() -> None:
    text = """'''The war''' came.

== Order of battle ==
=== Norland ===
* I Corps (General [[Ole Rask]])
** 1st Division – 4,000 men
*** 2nd Brigade
** Coastal Guard
* II Corps
"""
    found = units(text, format="wikitext")
    under = {name: unit.under for name, unit in found.items()}
    assert under == {
        "I Corps": "",
        "1st Division": "i-corps",
        "2nd Brigade": "1st-division",
        "Coastal Guard": "i-corps",
        "II Corps": "",
    }
    assert found["I Corps"].commanders == ("Ole Rask",)
    assert {unit.side for unit in found.values()} == {"Norland"}


def test_a_table_of_corps_and_divisions_states_it_by_its_rows() -> None:
    text = """'''The war''' came.

== Order of battle ==
{| class="wikitable"
! Corps !! Division
|-
| rowspan="2" | I Corps || 1st Division
|-
| 2nd Division
|-
| II Corps || 3rd Division
|}
"""
    found = units(text, format="wikitext")
    assert {name: unit.under for name, unit in found.items()} == {
        "I Corps": "",
        "1st Division": "i-corps",
        "2nd Division": "i-corps",
        "II Corps": "",
        "3rd Division": "ii-corps",
    }


def test_a_list_that_is_no_order_of_battle_gives_no_hierarchy() -> None:
    text = "'''The war''' came.\n\n== Visitors ==\n* Ships\n** 1st Division\n* Cheese\n* Bread\n"
    assert {unit.under for unit in units(text, format="wikitext").values()} == {""}


def test_planned_is_told_from_done() -> None:
    found = units("A force of 30 men was to be used in June. A party of 12 men landed.")
    assert [(unit.strength, unit.planned) for unit in found.values()] == [("30", True), ("12", False)]


def test_a_field_of_strengths_names_bodies_without_a_number() -> None:
    text = (
        "= The Raid =\n\nInfobox\n- Combatant1: Norland\n- Strength1: 2 ships, Coastal defence units, 9th Brigade\n\n"
        "It failed."
    )
    found = units(text, format="cleaned")
    assert {name: unit.side for name, unit in found.items()} == {
        "Coastal defence units": "Norland",
        "9th Brigade": "Norland",
    }


def test_the_words_say_strength_and_commander() -> None:
    text = "Some 600 troops of the 3rd Battalion (commanded by Colonel Jan Kos) landed."
    (unit,) = units(text).values()
    assert unit.words.text == "Some 600 troops of the 3rd Battalion (commanded by Colonel Jan Kos"
    assert text[unit.words.start : unit.words.end] == unit.words.text
