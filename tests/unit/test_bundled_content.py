"""What the bundled dossier may say, and what it may not: the rules of its sources, held against dossier.yaml itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from dossier import resources
from dossier.model.dossier import Dossier, Statement
from dossier.model.evidence import State, resolve
from dossier.model.inline import plain
from dossier.model.project import Project, examine_project
from dossier.model.references import Citation
from dossier.model.strength import remainder, total
from dossier.model.walk import Message, messages, parts

LONGEST_SENTENCE = 35
COMFORTABLE_SENTENCE = 25
UNDATED = {"approval", "conscription", "invasion", "disbanding", "sachsenhausen-transfer", "other-operations"}


@pytest.fixture(scope="module")
def project() -> Project:
    found, findings = examine_project(resources.assets() / "articles" / "gulag-operation")
    assert not findings
    assert found is not None
    return found


@pytest.fixture(scope="module")
def dossier(project: Project) -> Dossier:
    return project.dossier


@pytest.fixture(scope="module")
def printed(dossier: Dossier) -> tuple[Message, ...]:
    return messages(dossier)


def statements(dossier: Dossier) -> Iterator[Statement]:
    return (part for _, part in parts(dossier) if isinstance(part, Statement))


# Evidence and citations


def marked(text: str, start: int, end: int) -> set[str]:
    """Return the numbers of the notes that cover `text[start:end]`: those within, and the next in its paragraph."""
    found = set(re.findall(r"\[(\d+)\]", text[start:end]))
    if re.search(r"\[\d+\]$", text[start:end]):
        return found
    rest = text[end : (text + "\n").index("\n", end)]
    after = re.search(r"(?:\[\d+\])+", rest)
    return found | set(re.findall(r"\d+", after[0]) if after else ())


@pytest.mark.parametrize(
    ("passage", "notes"),
    [
        ("by a colonel", {"1", "2"}),
        ("by a colonel,[1][2] and a general", {"1", "2", "3"}),
        ("a general.[3]", {"3"}),
        ("It failed", {"1"}),
        ("It was over", set()),
    ],
)
def test_a_mark_covers_what_stands_before_it(passage: str, notes: set[str]) -> None:
    text = "Planned by a colonel,[1][2] and a general.[3] It failed. It ended.[1]\n\nIt was over. Nobody noticed.\n"
    start = text.index(passage)
    assert marked(text, start, start + len(passage)) == notes


def test_all_evidence_is_found(project: Project) -> None:
    evidence = [item for statement in statements(project.dossier) for item in statement.evidence]
    assert len(evidence) > 100
    assert {resolve(item, project.texts[item.source]).state for item in evidence} == {State.FOUND}


def test_works_are_cited_where_the_older_text_cites_them_and_nowhere_else(project: Project) -> None:
    older = project.texts["older"]
    works = {}
    for number, line in re.findall(r"^  (\d)\. (.*)$", older, re.MULTILINE):
        (work,) = (reference for reference in project.dossier.references if reference.original in line)
        page = re.search(r"p\.(\d+)", line)
        works[number] = Citation(ref=work.id, locator=page[1] if page else "")
    assert sorted(works) == ["1", "2", "3"]
    for statement in statements(project.dossier):
        notes: set[str] = set()
        for item in statement.evidence:
            if item.source == "older":
                place = resolve(item, older)
                assert place.start is not None
                assert place.end is not None
                notes |= marked(older, place.start, place.end)
        assert list(statement.cites) == [works[number] for number in sorted(notes)], statement.id


def test_what_is_ours_quotes_no_source(dossier: Dossier) -> None:
    ours = [statement for statement in statements(dossier) if statement.kind in ("editorial", "reference")]
    assert len(ours) > 20
    assert not [statement.id for statement in ours if statement.evidence or statement.cites or statement.formula]


def test_each_kind_rests_on_its_own_ground(dossier: Dossier) -> None:
    for statement in statements(dossier):
        assert (statement.kind == "derived") == (statement.formula is not None), statement.id
        assert (statement.kind == "reference") == bool(statement.basis), statement.id
    assert {statement.kind for statement in statements(dossier)} == {"source", "derived", "reference", "editorial"}


def test_references_claim_nothing_that_nobody_gave(dossier: Dossier) -> None:
    assert [reference.id for reference in dossier.references] == ["parrish-2004", "parrish-1996", "melenberg-2004"]
    for reference in dossier.references:
        assert not reference.accessed
        assert not reference.page
        assert not reference.url
        assert reference.gaps
        assert bool(reference.basis) == bool(reference.publisher)
    assert not [source.id for source in dossier.sources if source.revision or source.retrieved]


# Dates and order


def test_dates_are_those_of_the_texts(dossier: Dossier) -> None:
    dates = {event.id: (event.date.edtf, event.date.part) for event in dossier.events if event.date.edtf}
    assert dates == {
        "plan-drawn-up": ("1942", "mid"),
        "landing": ("1943-06-02", None),
        "detection": ("1943-06-09", None),
        "war-end": ("1945-05", None),
    }
    marks = {event.id: event.date.date.mark for event in dossier.events}
    assert {id for id, mark in marks.items() if mark == "exact"} == {"landing", "detection"}
    assert marks["plan-drawn-up"] == "approximate"


def test_only_stated_orders_are_orders(dossier: Dossier) -> None:
    orders = {
        event.id: (event.date.after, event.date.before)
        for event in dossier.events
        if event.date.after or event.date.before
    }
    assert orders == {
        "abandonment": ("detection", None),
        "custody": (None, "executions"),
        "executions": ("war-end", None),
    }
    assert {event.id for event in dossier.events if event.date.undated} == UNDATED


def test_the_words_of_a_date_are_the_words_of_its_evidence(dossier: Dossier) -> None:
    checked = 0
    for event in dossier.events:
        if event.kind == "source" and not event.date.undated:
            assert any(event.date.words in item.exact for item in event.evidence), event.id
            checked += 1
    assert checked == 6


def test_the_calendar_is_not_a_source(dossier: Dossier) -> None:
    assert [event.id for event in dossier.events if event.kind != "source"] == ["war-end"]


# Numbers


def test_numbers_are_computed_from_what_the_texts_give(dossier: Dossier) -> None:
    by_id = {statement.id: statement for statement in statements(dossier)}

    def people(id: str) -> tuple[int, int]:
        strength = by_id[id].people
        assert strength is not None
        return strength.least, strength.most

    assert people("assault-groups") == (100, 110)
    assert people("radio-group") == (20, 25)
    assert people("support-group") == (20, 20)
    assert people("forces-conscripted") == people("total-stated") == (150, 150)
    sums, differences = set(), set()
    for statement in by_id.values():
        inputs = [by_id[id].people for id in statement.formula.inputs if id in by_id] if statement.formula else []
        known = [strength for strength in inputs if strength]
        if statement.formula and statement.formula.sum:
            sums.add(str(total(known)))
        if statement.formula and statement.formula.difference:
            differences.add(str(remainder(known[0], known[1:])))
    assert sums == {"140-155"}
    assert differences == {"10"}


def lumped(text: str) -> bool:
    """Return whether `text` gives four casualties without their two parts."""
    four = re.search(r"\b(?:4|four)\b", text, re.IGNORECASE)
    about = re.search(r"casualt|killed|dead|deaths|died|lost", text, re.IGNORECASE)
    apart = "June 1943" in text and re.search(r"after the (?:end of the )?war", text)
    return bool(four and about and not apart)


def test_casualties_are_printed_in_two_parts(printed: tuple[Message, ...]) -> None:
    assert lumped("Casualties: 4")
    assert lumped("Four were killed in the operation")
    assert not lumped("4: 2 killed in June 1943, and two executed after the end of the war")
    assert not [message.id for message in printed if lumped(message.text)]
    (glance,) = (message.text for message in printed if message.id == "glance-casualties.text")
    assert glance.startswith("Two in June 1943; after the end of the war, Bessonov and Meandrov, who were executed")


def test_nobody_commands_and_the_twelve_belong_to_no_group(dossier: Dossier) -> None:
    assert not [unit.id for unit in dossier.units if unit.under]
    assert [unit.id for unit in dossier.units if unit.status == "done"] == ["first-group"]
    assert dossier.organisation is not None
    assert dossier.organisation.designers == ("bessonov", "meandrov")


# Places


def test_no_source_gives_a_point(dossier: Dossier) -> None:
    placed = [place for place in dossier.places if place.lat is not None]
    assert [place.id for place in placed if place.evidence] == ["komi"]
    assert all(place.kind == "town" for place in placed if not place.evidence)
    assert [zone.letter for zone in dossier.zones] == ["N", "C", "E"]


# Words


def offences(text: str) -> list[str]:
    """Return what in a printed text breaks the rules of wording and typography."""
    rules = {
        "straight quotes": r"""["']""",
        "hyphens for a dash": r"--|\s-\s",
        "hyphen in a range": r"\d-\d",
        "dots for an ellipsis": r"\.\.\.",
        "double space": r"  ",
        "Cyrillic that no source gives": r"[\u0400-\u04ff]",
        "the plan's own word as ours": r"(?<!“)\bliberat\w*",
        "a region that no text names": r"\bnorthern (?:Soviet )?Russia\b|\bRussian (?:far )?north\b",
        "a classification without a source": r"\bAxis\b|guerrilla (?:group|movement|army)",
        "a side praised or damned": r"\b(?:heroic|brave|daring|traitors?|treason|terrorists?|doomed)\b",
        "a parachute that no text mentions": r"(?<!mentions )\bparachut",
    }  # fmt: skip
    return [name for name, pattern in rules.items() if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize(
    "text",
    [
        'a "fake" troop', "Bessonov's group", "planned -- then given up", "50-55 people", "and so on...", "one  two",
        "Десант", "to liberate the prisoners", "in northern Russia", "Axis-affiliated guerrillas", "a doomed plan",
        "twelve parachutists",
    ],
)  # fmt: skip
def test_offences_are_seen(text: str) -> None:
    assert offences(text)


def test_nothing_printed_offends(printed: tuple[Message, ...]) -> None:
    assert len(printed) > 250
    assert not {message.id: found for message in printed if (found := offences(message.text))}


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+", plain(text))


def test_sentences_can_be_read_aloud(printed: tuple[Message, ...]) -> None:
    assert sentences("One. Two [three](#three). “Four.”") == ["One.", "Two three.", "“Four.”"]
    lengths = {(m.id, s): len(s.split()) for m in printed for s in sentences(m.text)}
    assert not [key for key, words in lengths.items() if words > LONGEST_SENTENCE]
    assert sum(words > COMFORTABLE_SENTENCE for words in lengths.values()) < len(lengths) / 20


def test_the_story_has_sections_of_readable_length(dossier: Dossier) -> None:
    assert 4 <= len(dossier.sections) <= 6
    for section in dossier.sections:
        words = sum(len(plain(part.text).split()) for part in section.body)
        assert 80 <= words <= 220, section.id
        assert len(section.heading.split()) > 3, section.id
    exhibits = [section.exhibit for section in dossier.sections if section.exhibit]
    assert exhibits == ["map", "organisation", "chronology"]


def test_exhibits_are_described_and_not_only_named(dossier: Dossier) -> None:
    assert [exhibit.id for exhibit in dossier.exhibits] == ["chronology", "organisation", "map", "bibliography"]
    for exhibit in dossier.exhibits:
        assert len({exhibit.title, exhibit.caption, exhibit.alt}) == 3
        assert len(exhibit.alt.split()) > len(exhibit.title.split()) * 2, exhibit.id


@pytest.mark.parametrize(
    ("id", "older", "cleaned"),
    [
        ("diff-conscripting", "conscripting them", "recruiting them"),
        ("diff-whose", "a German military operation", "Planned By: Soviet POWs"),
        ("diff-siberia", "invade Siberia", "invade Siberia"),
        ("diff-aim", "movement of resistance", "Type: Guerrilla warfare"),
        ("diff-zeppelin", "", "Partof: Operation Zeppelin"),
        ("diff-command", "Ivan Georgievich Bessonov", "Commanded By: , Mikhael Meandrov"),
        ("diff-first", "A first group of 12", "The first group of 12"),
        ("diff-small", "", "no more than a small group"),
        ("diff-dress", "fake NKVD troops", "NKVD uniforms"),
        ("diff-end", "two killed, the rest taken prisoner", "captured or killed"),
        ("diff-komi", "Komi Republic", "Komi ASSR"),
        ("diff-casualties", "two killed", "Casualties: 4"),
        ("diff-name", "Desant na GULAG", ""),
        ("diff-order", "two assault groups", "==Implementation and aftermath=="),
        ("diff-references", "Parrish, 2004, p.44", ""),
    ],
)
def test_each_difference_quotes_both_sides(dossier: Dossier, id: str, older: str, cleaned: str) -> None:
    (difference,) = (item for item in dossier.differences if item.id == id)
    for source, words in (("older", older), ("cleaned", cleaned)):
        (reading,) = (reading for reading in difference.readings if reading.source == source)
        assert {item.source for item in reading.evidence} <= {source}
        quoted = " | ".join(item.exact for item in reading.evidence)
        assert words in quoted if words else not quoted


def test_related_articles_are_those_of_the_cleaned_text(project: Project) -> None:
    listed = re.findall(r"^- (.*)$", project.texts["cleaned"].partition("==See also==")[2], re.MULTILINE)
    assert [related.title for related in project.dossier.related] == [line.partition(",")[0] for line in listed]
    assert len(listed) == 8
