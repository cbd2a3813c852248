"""How many people: ranges, several times a range, losses, sides, and sums that agree or do not."""

from __future__ import annotations

import pytest

from dossier.extract.counts import find_counts
from dossier.extract.items import FoundCount
from dossier.extract.sums import add_up
from dossier.readers import read


def _counts(text: str) -> tuple[FoundCount, ...]:
    return find_counts(read(f"'''X''' is a town.\n\n{text}".encode(), format="wikitext"))


def _boxed(fields: str) -> tuple[FoundCount, ...]:
    return find_counts(read(f"{{{{Infobox conflict\n{fields}\n}}}}\n'''X''' is a town.".encode(), format="wikitext"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("About 150 men were conscripted.", [("strength", "about 150", "men", "")]),
        ("It had between 80 and 100 soldiers.", [("strength", "80-100", "soldiers", "")]),
        ("Two assault groups of 50-55 people each stood ready.", [("strength", "2 x 50-55", "assault groups", "")]),
        (
            "The raid killed at least eight Polish soldiers.",
            [("casualties", "about 8", "killed Polish soldiers", "Polish")],
        ),
        (
            "The German marines had lost 16 killed and some 120 wounded.",
            [
                ("casualties", "16", "lost killed", "The German marines"),
                ("casualties", "about 120", "wounded", "The German marines"),
            ],
        ),
        ("Two workers, Ann Roe and Jan Poe, were killed.", [("casualties", "2", "workers killed", "")]),
        ("Ten of her crew were dead.", [("casualties", "10", "of her crew dead", "")]),
        ("The 3rd Battalion took 12 guns on 2 May 1900.", []),
        ("In 1900 men were rare.", []),
        ("The town has 3.5 million people and a hill of 400 m.", []),
        ("1 March Infantry Division attacked.", []),
    ],
)
def test_people_are_counted_in_sentences(sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert [(count.kind, count.strength, count.label, count.side) for count in _counts(sentence)] == expected


def test_the_infobox_is_counted_line_by_line_and_by_side() -> None:
    found = _boxed(
        "|combatant1=Red\n|combatant2=Blue\n|strength1=2 destroyers<br>622 troops\n"
        "|strength2='''Army''':<br>1,200 men\n"
        "|casualties1=22 killed, 55 wounded\n|casualties2=Unknown\n|area=30 km"
    )
    assert [(count.kind, count.side, count.strength, count.label) for count in found] == [
        ("strength", "Red", "2", "destroyers"),
        ("strength", "Red", "622", "troops"),
        ("strength", "Army", "1200", "men"),
        ("casualties", "Red", "22", "killed"),
        ("casualties", "Red", "55", "wounded"),
    ]


def test_parts_in_brackets_add_up_or_do_not() -> None:
    right, *parts = _boxed("|casualties=4 (2 in June 1943, Ann Roe and Jan Poe after the war)")
    assert (right.strength, right.agrees, right.parts) == ("4", True, tuple(part.id for part in parts))
    assert [part.strength for part in parts] == ["2", "2"]
    wrong = _boxed("|casualties=9 (2 soldiers, 3 sailors)")[0]
    assert (wrong.agrees, len(wrong.parts)) == (False, 2)
    alone = _boxed("|casualties=9 (Polish sources, Allied claim)")
    assert [(count.strength, count.parts, count.agrees) for count in alone] == [("9", (), None)]


def test_a_total_is_checked_against_its_lines() -> None:
    total, *rest = _boxed("|casualties=100 killed<br>200 wounded<br>300 total")
    assert (total.label, total.agrees, len(total.parts), len(rest)) == ("total", True, 2, 2)


def test_parts_behind_a_colon_add_up_as_ranges() -> None:
    whole = _counts("About 150 men were chosen: two groups of 50-55 people each, 20-25 gunners and 20 nurses.")[0]
    assert (whole.strength, len(whole.parts), whole.agrees) == ("about 150", 3, True)
    rest = _counts("It had 88 soldiers (2 officers, 20 sailors, and the rest privates).")[0]
    assert (len(rest.parts), rest.agrees) == (2, None)


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        ("4", ["2", "2"], True),
        ("5", ["2", "2"], False),
        ("about 150", ["2 x 50-55", "20-25", "20"], True),
        ("about 150", ["100"], False),
        ("100-120", ["about 90", "20"], True),
    ],
)
def test_sums_are_compared_end_by_end(whole: str, parts: list[str], expected: bool) -> None:
    assert add_up(whole, parts) is expected
