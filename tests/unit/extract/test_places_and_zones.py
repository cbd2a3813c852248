"""Places by the kind that their words give them, points that the source gives, and zones with their bounds."""

from __future__ import annotations

import pytest

from dossier.extract.places import find_places
from dossier.extract.zones import find_zones
from dossier.readers import read


def kinds(text: str, *, format: str = "prose") -> dict[str, str]:
    return {place.name: place.kind for place in find_places(read(text.encode(), format=format))}


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("They crossed the River Test and the Arle River.", {"Test": "river", "Arle": "river"}),
        ("Boats lay on the Red River and in the Suez Canal.", {"Red River": "river", "Suez Canal": "river"}),
        ("It ran from the Arle River to the Veser.", {"Arle": "river", "Veser": "river"}),
        ("He died in the Oster labour camp.", {"Oster": "camp"}),
        ("From the Gulf of Riga to the White Sea and the Ural Mountains.", {
            "Gulf of Riga": "sea", "White Sea": "sea", "Ural Mountains": "mountains"}),
        ("They landed at Oster, Norland.", {"Oster": "town", "Norland": "region"}),
        ("The invasion of Kerrow began near Oster.", {"Kerrow": "region", "Oster": "town"}),
        ("The port of Oster lies in the Amur Oblast.", {"Oster": "town", "Amur Oblast": "region"}),
        ("They met in southern Kerrow.", {"Kerrow": "region"}),
        ("In May, in German hands, in Parliament and at Christmas.", {}),
        ("Germany and France declared war on Oster.", {}),
        ("He served in the Polish Army uniform depot in Army Group B.", {}),
        ("The plan was found in Jan Kos's house by Jan Kos.", {}),
    ],
)  # fmt: skip
def test_kinds_of_places_and_names_that_are_none(sentence: str, places: dict[str, str]) -> None:
    assert kinds(sentence) == places


def test_points_only_where_the_source_gives_them() -> None:
    text = (
        "{{Infobox event|location = [[Oster]], [[Norland]]|coordinates = {{coord|54.4|N|18.6|E|display=title}}}}\n"
        "It began in Oster. They met at Brenn ({{coord|50|30|N|10|15|E}}) and near Hult."
    )
    points = {place.name: (place.lat, place.lon) for place in find_places(read(text.encode(), format="wikitext"))}
    assert points["Brenn"] == (50.5, 10.25)
    assert points["Hult"] == points["Norland"] == (None, None)


def test_the_point_of_an_article_is_that_of_the_first_place_of_its_infobox() -> None:
    text = "{{Infobox event|place = [[Oster]], [[Norland]]}}\n{{coord|54.4|N|18.6|E|display=title}}\nIt began in Oster."
    points = {place.name: place.lat for place in find_places(read(text.encode(), format="wikitext"))}
    assert points == {"Oster": 54.4, "Norland": None}


def test_zones_of_a_region_that_is_divided() -> None:
    text = (
        "The coast was divided into two sectors: West (from the Arle River to Oster) and East (beyond Oster).[1] "
        "The Hult Pocket stretched from the Arle River to Brenn, in May."
    )
    found = find_zones(read(text.encode(), format="prose"))
    assert [(zone.id, zone.name, zone.bounds[0].text) for zone in found] == [
        ("zone-west", "West sector", "from the Arle River to Oster"),
        ("zone-east", "East sector", "beyond Oster"),
        ("zone-hult-pocket", "Hult Pocket", "from the Arle River to Brenn"),
    ]
    assert found[0].places == ("arle",)


@pytest.mark.parametrize(
    "text",
    [
        "The force was divided into two groups: one (of 20 men) and another (of 30).",
        "The eastern zone was quiet. The front ran out of food.",
        "The book is divided into three parts (see below).",
    ],
)
def test_no_zone_without_words_that_bound_one(text: str) -> None:
    assert find_zones(read(text.encode(), format="prose")) == ()
