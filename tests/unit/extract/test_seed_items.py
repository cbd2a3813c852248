"""Units, people, places and zones of the two texts of the bundled article, and of the two that they retell.

Expected by hand, item by item, from the texts. The originals are scored where they lie beside the repository; the
retellings are always.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.extract.items import FoundPerson
from dossier.extract.people import find_people
from dossier.extract.places import find_places
from dossier.extract.units import find_units
from dossier.extract.zones import find_zones
from dossier.model.article import Article
from dossier.model.evidence import State, quote, resolve
from dossier.readers import read
from dossier.resources import assets

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
BUNDLED = assets() / "articles" / "gulag-operation" / "sources"

OLDER = [BUNDLED / "older.txt", *SEEDS.glob("000_*.txt")]
CLEANED = [BUNDLED / "cleaned.txt", *SEEDS.glob("001_*.txt")]
ALL = [*OLDER, *CLEANED]

UNIT_WORDS = (
    {"assault", "groups"},
    {"radio", "operators"},
    {"support", "medical", "female", "group"},
    {"first", "group"},
)
PLACES = {
    "Northern Dvina": "river",
    "Pechora": "river",
    "Ob": "river",
    "Yenisey": "river",
    "Trans-Siberian Railway": "railway",
    "Komi": "region",
    "Siberia": "region",
    "Hammelburg": "camp",
    "Sachsenhausen": "camp",
}


@pytest.fixture(scope="module", params=ALL, ids=lambda path: path.stem[:7])
def article(request: pytest.FixtureRequest) -> Article:
    return read(request.param)


def test_four_groups_and_no_other_with_their_strengths(article: Article) -> None:
    units = find_units(article)
    assert [(unit.strength, unit.planned) for unit in units] == [
        ("2 x 50-55", True), ("20-25", True), ("20", True), ("12", False),
    ]  # fmt: skip
    for unit, words in zip(units, UNIT_WORDS, strict=True):
        assert words <= set(unit.name.lower().replace("(", "").replace(")", "").split()), unit.name
    assert not any(unit.under or unit.commanders for unit in units), "the texts give no hierarchy and no commander"


@pytest.mark.parametrize("path", OLDER, ids=lambda path: path.stem[:7])
def test_two_people_by_their_full_names(path: Path) -> None:
    bessonov, meandrov = find_people(read(path))
    assert (bessonov.id, bessonov.name) == ("bessonov", "Ivan Georgievich Bessonov")
    assert (meandrov.id, meandrov.name) == ("meandrov", "Mikhael Meandrov")
    assert facts(bessonov, "rank") == ["Brigade Commander"]
    assert facts(meandrov, "rank") == ["Colonel"]


@pytest.mark.parametrize("path", CLEANED, ids=lambda path: path.stem[:7])
def test_a_name_that_is_lost_is_not_guessed(path: Path) -> None:
    people = {person.id: person for person in find_people(read(path))}
    assert {person.name for person in people.values()} == {"Bessonov", "Mikhael Meandrov"}
    assert facts(people["bessonov"], "rank") == []
    assert facts(people["meandrov"], "rank") == ["Colonel"]
    assert any("command" in role.lower() for role in facts(people["meandrov"], "role"))


def test_what_became_of_the_two(article: Article) -> None:
    people = {person.id: person for person in find_people(article)}
    for person in people.values():
        fates = " ".join(facts(person, "fate"))
        assert "executed" in fates
        assert "war" in fates, "they survived the war"
    assert any("Sachsenhausen" in fate for fate in facts(people["bessonov"], "fate"))
    assert not any("Sachsenhausen" in fate for fate in facts(people["meandrov"], "fate"))
    assert any("founded" in deed for deed in facts(people["bessonov"], "deed"))
    roles = " ".join(facts(people["meandrov"], "role"))
    assert "officer" in roles
    assert "Red Army" in roles
    assert "design" in roles or "drawn up" in roles


def test_nine_places_and_no_other_by_their_kinds(article: Article) -> None:
    places = {place.name.removesuffix(" Republic").removesuffix(" ASSR"): place.kind for place in find_places(article)}
    assert places == PLACES


def test_no_place_has_coordinates_that_the_source_does_not_give(article: Article) -> None:
    assert all(place.lat is None and place.lon is None for place in find_places(article))


def test_three_zones_in_the_words_that_bound_them(article: Article) -> None:
    northern, central, eastern = find_zones(article)
    assert [zone.name for zone in (northern, central, eastern)] == ["Northern zone", "Central zone", "Eastern zone"]
    assert [zone.places for zone in (northern, central, eastern)] == [
        ("northern-dvina",), ("pechora",), ("ob", "yenisey"),
    ]  # fmt: skip
    assert "right shore" in northern.bounds[0].text
    assert central.bounds[0].text.startswith("near the")
    assert eastern.bounds[0].text.startswith("from the")


def test_all_evidence_is_found_in_the_text(article: Article) -> None:
    people, zones = find_people(article), find_zones(article)
    words = [unit.words for unit in find_units(article)] + [place.words for place in find_places(article)]
    words += [fact.words for person in people for fact in person.facts]
    words += [zone.words for zone in zones] + [bound for zone in zones for bound in zone.bounds]
    assert len(words) > 30
    for quoted in words:
        evidence = quote("a", article.source, quoted.start, quoted.end)
        assert resolve(evidence, article.source).state is State.FOUND, quoted


def facts(person: FoundPerson, kind: str) -> list[str]:
    return [fact.text for fact in person.facts if fact.kind == kind]
