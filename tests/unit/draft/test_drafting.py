"""A draft of one or two small articles: what it prints, what it rests on, and what it does not claim."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.draft.drafting import Draft, draft
from dossier.draft.project import draft_project, write_project
from dossier.draft.story import WORDS
from dossier.draft.teller import teller_of
from dossier.draft.versions import read_versions
from dossier.errors import DossierError, SourceError, UsageError
from dossier.model.dossier import Dossier, Statement
from dossier.model.evidence import Evidence, State, resolve
from dossier.model.project import examine_project, load_project
from dossier.model.walk import messages, parts
from dossier.readers import read
from dossier.resources import assets
from tests.unit.draft.conftest import OLDER, WIKITEXT, Write

BUNDLED = assets() / "articles" / "gulag-operation" / "sources"


def drafted(*paths: Path, **more: str) -> Draft:
    return draft(read_versions(paths), **more)


@pytest.fixture
def one(write: Write) -> Dossier:
    return drafted(write(WIKITEXT)).dossier


@pytest.fixture
def two(write: Write) -> Draft:
    return drafted(write(WIKITEXT), write(OLDER, "older.txt"))


def statements(dossier: Dossier) -> dict[str, Statement]:
    return {part.id: part for _, part in parts(dossier) if isinstance(part, Statement)}


def test_what_is_printed_rests_on_words_that_are_in_the_source(one: Dossier) -> None:
    quotations = [part for _, part in parts(one) if isinstance(part, Evidence)]
    assert len(quotations) > 25
    assert {resolve(quotation, WIKITEXT).state for quotation in quotations} == {State.FOUND}
    for statement in statements(one).values():
        assert statement.kind == "editorial" or statement.evidence, statement.id
    assert all(place.evidence for place in one.places)


def test_the_parts_of_a_draft(one: Dossier) -> None:
    assert one.id == "raid-on-the-bridge"
    assert one.signed is None
    assert [section.heading for section in one.sections] == ["Introduction", "Plan", "Raid"]
    assert {section.exhibit for section in one.sections} == {"chronology", "organisation", "map"}
    assert [(entry.label, entry.text) for entry in one.glance][:2] == [
        ("Part of", "the River War"),
        ("Date", "2 June 1901"),
    ]
    (unit,) = one.units
    assert unit.strength == "2 x 20-25"
    (place,) = [place for place in one.places if place.lat is not None]
    assert (place.name, place.lat, place.lon) == ("Northmoor", 54.5, 8.7)
    assert {reference.title for reference in one.references} == {"The River War", "Bridges"}
    assert [article.title for article in one.related] == ["River War"]
    assert {text.id for text in one.exhibits} == {"chronology", "organisation", "map"}


def test_the_story_is_the_article_word_for_word(one: Dossier) -> None:
    article = " ".join(read(WIKITEXT.encode(), format="wikitext").text.text.split())
    for section in one.sections:
        for statement in section.body:
            assert statement.text in article


def test_a_sentence_cites_what_is_cited_behind_it(one: Dossier) -> None:
    said = {statement.text: [cite.ref for cite in statement.cites] for statement in statements(one).values()}
    assert said["In May 1901, Colonel Ann Smith was ordered to destroy the bridge."] == ["hill-1950"]
    assert said["Three of them were killed."] == ["marsh-1961"]


def test_a_date_before_which_something_happened_is_not_its_date(write: Write) -> None:
    text = "Raid\n\nThe bridge was destroyed before 9 June 1901. Forty men crossed the river on 2 June 1901.\n"
    events = {event.title: event.date for event in drafted(write(text, "raid.txt")).dossier.events}
    (date,) = [date for title, date in events.items() if "destroyed" in title]
    assert date.edtf in ("", "../1901-06-09")


def test_where_versions_contradict_each_other_neither_backs_the_other(two: Draft) -> None:
    for statement in statements(two.dossier).values():
        for evidence in statement.evidence:
            if evidence.source == "text-b" and statement.kind == "source":
                assert "Captain" not in evidence.exact or "Captain" in statement.text
                assert "fifty" not in evidence.exact
                assert "Major ." not in evidence.exact, "a sentence with a hole says nothing of the name"
    conflicts = [difference.title for difference in two.dossier.differences if difference.kind == "conflict"]
    assert conflicts == ["“Colonel” or “Captain”", "“forty” or “fifty”"]


def test_what_both_say_rests_on_both(two: Draft) -> None:
    (event,) = [event for event in two.dossier.events if event.title == "The men returned"]
    assert {evidence.source for evidence in event.evidence} == {"text-a", "text-b"}


def test_a_hole_is_filled_by_inference_only(two: Draft) -> None:
    (inferred,) = [statement for statement in two.dossier.uncertain if statement.kind == "derived"]
    assert "“Tom Brown”" in inferred.text
    assert inferred.formula
    gap, said = inferred.formula.inference
    assert gap in {gap.id for gap in two.dossier.gaps}
    assert statements(two.dossier)[said].text == "The defenders were commanded by Major Tom Brown."
    (reading,) = [r for d in two.dossier.differences for r in d.readings if "bell" in r.text]
    assert reading.source == "text-b"


def test_attribution_is_a_blank_until_it_is_known(write: Write, tmp_path: Path) -> None:
    draft_project([write(WIKITEXT.replace("{{coord|54.5|N|8.7|E|name=Northmoor}}", "home"))], tmp_path / "p")
    file = tmp_path / "p" / "dossier.yaml"
    _, findings = examine_project(tmp_path / "p")
    assert {(f.code, f.severity) for f in findings} == {
        ("attribution-missing", "warning"),
        ("licence-missing", "warning"),
    }
    file.write_text(file.read_text(encoding="utf-8") + "signed: {by: A. Curator, date: 2026-11-22}\n", encoding="utf-8")
    with pytest.raises(SourceError, match="missing: fill in"):
        load_project(tmp_path / "p")


def test_attribution_is_taken_over_where_the_text_has_it() -> None:
    (source,) = drafted(BUNDLED / "older.txt").dossier.sources
    assert "Wikipedia" in source.attribution
    assert source.licence.name == "CC BY-SA 4.0"


def test_the_two_bundled_texts_draft_to_what_is_known_of_them() -> None:
    dossier = drafted(BUNDLED / "older.txt", BUNDLED / "cleaned.txt").dossier
    assert {event.date.edtf for event in dossier.events} >= {"1942", "1943-06-02", "1943-06-09"}
    assert [unit.strength for unit in dossier.units] == ["2 x 50-55", "20-25", "20", "12"]
    assert sorted(zone.letter for zone in dossier.zones) == ["C", "E", "N"]
    assert {zone.name for zone in dossier.zones} <= {entry.label for entry in dossier.glance}, (
        "there is no map for them"
    )
    assert {person.name.split()[-1] for person in dossier.people} == {"Bessonov", "Meandrov"}
    assert len(dossier.references) == 3
    assert {entry.text for entry in dossier.glance if entry.label == "Commanders"} == {"[?], Mikhael Meandrov"}
    assert [d.title for d in dossier.differences if d.kind == "conflict"] == ["“conscripting” or “recruiting”"]
    texts = {source.id: (BUNDLED / name).read_text() for source, name in zip(
        dossier.sources, ("older.txt", "cleaned.txt"), strict=True)}  # fmt: skip
    quotations = [part for _, part in parts(dossier) if isinstance(part, Evidence)]
    assert {resolve(quotation, texts[quotation.source]).state for quotation in quotations} == {State.FOUND}


def test_nothing_of_a_long_article_is_lost_and_not_all_is_printed(write: Write) -> None:
    sections = [
        f"== Part {part} ==\n"
        + " ".join(
            f"On {day} June {1880 + part}, group {part} took hill {day} from the defenders of it."
            for day in range(1, 29)
        )
        for part in range(20)
    ]
    made = drafted(write("'''The War''' was a war of hills.\n\n" + "\n\n".join(sections)))
    printed = [statement.text for section in made.dossier.sections for statement in section.body]
    assert sum(len(text.split()) for text in printed) < 1.1 * WORDS
    left = [note.sentence for note in made.notes if note.message.startswith("not in the story")]
    assert len(printed) + len(left) == 1 + 20 * 28
    assert not {text.removesuffix(" […]") for text in printed} & set(left)
    assert all(section.body[-1].text.endswith(" […]") for section in made.dossier.sections[1:])
    assert len(made.dossier.events) == 32
    assert all(note.place.startswith("sources/raid.wiki:") for note in made.notes if note.sentence)


@pytest.mark.parametrize("text", ["a *b* c", "see [this](#that)", "{value} men", "a\x07b", "", "a" * 5000, "日本"])
def test_what_would_not_print_as_it_stands_is_not_printed(text: str) -> None:
    assert not teller_of("en").prints(text)


def test_markup_of_a_source_does_not_become_ours(write: Write) -> None:
    text = WIKITEXT.replace("blew up the bridge.", "blew up *the* bridge with [words](#raid) of {value}.")
    made = drafted(write(text))
    assert not any("{value}" in message.text or "](#" in message.text for message in messages(made.dossier))
    assert any("{value}" in note.sentence for note in made.notes if note.group == "left-out")


def test_the_same_text_twice_is_refused(write: Write) -> None:
    with pytest.raises(UsageError, match="the same text"):
        read_versions([write(WIKITEXT), write(WIKITEXT, "again.wiki")])


def test_two_languages_are_refused(write: Write) -> None:
    german = "Der Angriff\n\nAm 2. Juni 1901 griffen die Männer die Brücke an, und sie wurde von ihnen zerstört.\n"
    with pytest.raises(SourceError, match="'de'"):
        read_versions([write(WIKITEXT), write(german, "angriff.txt")])


@pytest.mark.parametrize("text", ["Cats\n\nCats like milk and sleep.\n", "x", "== a ==\n== b ==\n", "{{a}}"])
def test_a_text_without_anything_in_it_is_refused(text: str, write: Write, tmp_path: Path) -> None:
    with pytest.raises((SourceError, UsageError)):
        draft_project([write(text)], tmp_path / "p", language="en")
    assert not (tmp_path / "p").exists()


def test_a_german_article_has_german_words_around_it(write: Write) -> None:
    text = """\
{{Infobox Militärischer Konflikt
| date = 2. Juni 1901
| place = Nordmoor
| casualties1 = 3 Tote
}}
Der '''Angriff auf die Brücke''' war ein Angriff auf die Brücke von Nordmoor am 2. Juni 1901. Die Männer wurden von
Oberst Anna Schmidt geführt, und die Brücke wurde von ihnen zerstört.
"""
    dossier = drafted(write(text)).dossier
    assert dossier.language == "de"
    assert {entry.label for entry in dossier.glance} >= {"Zeit", "Ort"}
    assert dossier.sections[0].heading == "Einleitung"
    assert dossier.colophon[0].text.startswith("Die Darstellung gibt Text A")


PIECES = st.sampled_from(
    ["On 2 June 1901, forty men landed. ", "{{coord|54.5|N|8.7|E}}", "{{Infobox battle|date=1901", "}}",
     "<ref>Hill, p. 2</ref>", "== Plan ==\n", "\n\n", "''", "[[", "]]", "{|\n|a\n|}", "Colonel Ann Smith was killed. ",
     "{value}", "[a](#b)", "*x*", "\u202eabc", "<script>x</script>", "Two groups of 20-25 men. ", "&nbsp;", "[1]",
     "日本", "\u2028", "____", "#", ": ", "- "]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(PIECES, min_size=1, max_size=14), format=st.sampled_from(["wikitext", "prose", "html", "copypaste"])
)
def test_whatever_the_text_a_draft_loads_or_an_error_says_why(pieces: list[str], format: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("".join(pieces), encoding="utf-8")
    folder = tmp_path / "p"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        made = draft(read_versions([path], format=format, language="en"))
    except DossierError:
        return
    folder.mkdir()
    write_project(made, folder, {})
    assert load_project(folder).dossier == made.dossier
