"""Two versions side by side: the differences that a person found between the two texts, and small ones made up."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model.article import Article
from dossier.model.project import load_project
from dossier.readers import read
from dossier.reconcile import Finding, Reconciliation, reconcile
from dossier.resources import assets

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
BUNDLED = assets() / "articles" / "gulag-operation"
# The retellings always; the originals, for scoring, where they lie beside the repository.
PAIRS = {
    "retold": [BUNDLED / "sources" / "older.txt", BUNDLED / "sources" / "cleaned.txt"],
    "seeds": sorted(SEEDS.glob("*.txt")),
}

# What a person wrote down in the bundled dossier.yaml, under the id that it has there: how a finding has it, and words
# of the older and of the cleaned text that it must hold. A tension is no difference between the texts: for those what
# counts is that both statements are found, in both texts or in one.
CURATED = [
    ("diff-conscripting", "conflict", "sentence", "conscripting", "recruiting"),
    ("diff-whose", "added", "field", "", "Planned By: Soviet POWs in German captivity"),
    ("diff-siberia", "added", "field", "", "in Siberia"),
    ("diff-aim", "added", "field", "", "guerrilla war"),
    ("diff-aim", "added", "field", "", "Type: Guerrilla warfare"),
    ("diff-zeppelin", "added", "field", "", "Partof: Operation Zeppelin"),
    ("diff-zeppelin", "added", "sentence", "", "part of the larger Operation Zeppelin"),
    ("diff-command", "added", "field", "", "Commanded By: , Mikhael Meandrov"),
    ("diff-first", "reworded", "sentence", "a first group of 12", "the first group of 12"),
    ("diff-small", "added", "sentence", "", "small group of former Soviet"),
    ("diff-dress", "", "sentence", "fake NKVD troops", ""),
    ("diff-dress", "reworded", "sentence", "", "dressed in NKVD uniforms"),
    ("diff-drop", "reworded", "sentence", "dropped", "airdropped"),
    ("diff-drop", "reworded", "sentence", "by air transport", ""),
    ("diff-end", "added", "sentence", "", "captured or killed"),
    ("diff-komi", "added", "field", "", "Location: Komi ASSR"),
    ("diff-casualties", "added", "field", "", "Casualties: 4 (2 in June 1943"),
    ("diff-name", "conflict", "sentence", '"Desant na GULAG"', ""),
    ("diff-order", "added", "heading", "", "Ambitious plans"),
    ("diff-order", "added", "heading", "", "Implementation and aftermath"),
    ("diff-references", "added", "reference", "Parrish, 2004, p.44", ""),
    ("diff-references", "added", "reference", "Parrish, 1996, p.160", ""),
    ("diff-references", "added", "reference", "Melenberg", ""),
]


@pytest.fixture(scope="module", params=[name for name, paths in PAIRS.items() if paths])
def compared(request: pytest.FixtureRequest) -> Reconciliation:
    first, second = PAIRS[request.param]
    return reconcile(read(first), read(second))


def holds(finding: Finding, older: str, cleaned: str) -> bool:
    """Tell whether a finding's sentences, or what differs in them, have the words of each text."""
    sides = (
        (finding.first, [d.first for d in finding.differences]),
        (finding.second, [d.second for d in finding.differences]),
    )
    return all(
        not words or any(words.lower() in quote.text.lower() for quotes in side for quote in quotes)
        for side, words in zip(sides, (older, cleaned), strict=True)
    )


@pytest.mark.parametrize(("id", "kind", "part", "older", "cleaned"), CURATED, ids=lambda value: str(value)[:24])
def test_what_a_person_found_is_found(
    compared: Reconciliation, id: str, kind: str, part: str, older: str, cleaned: str
) -> None:
    kinds = (kind,) if kind else ("added", "reworded", "conflict")
    found = [each for each in compared.findings if each.part == part and each.kind in kinds]
    assert any(holds(each, older, cleaned) for each in found), id


def test_every_difference_of_the_bundled_dossier_is_looked_for() -> None:
    assert {difference.id for difference in load_project(BUNDLED).dossier.differences} == {id for id, *_ in CURATED}


def test_the_lost_name_is_a_gap_that_the_older_text_fills(compared: Reconciliation) -> None:
    (gap,) = [finding for finding in compared.findings if finding.kind == "gap"]
    assert gap.filled
    assert gap.filled.text == "Ivan Georgievich Bessonov"
    assert gap.gap
    assert "Brigade Commander ," in gap.gap.context


def test_only_one_verb_is_a_conflict(compared: Reconciliation) -> None:
    (conflict,) = [finding for finding in compared.findings if finding.kind == "conflict"]
    assert [d.kind for d in conflict.differences if d.kind != "added"] == ["verb"]


def test_what_is_told_in_another_order_is_paired_all_the_same(compared: Reconciliation) -> None:
    pairs = {f.first[0].text[:9]: f for f in compared.findings if f.kind == "agreeing"}
    conscripted, zones = pairs["About 150"], pairs["The regio"]
    assert conscripted.first[0].start < zones.first[0].start
    assert conscripted.second[0].start > zones.second[0].start


def article(text: str) -> Article:
    return read(text.encode(), format="prose")


def kinds(first: str, second: str) -> list[tuple[str, list[str]]]:
    found = reconcile(article(f"Title\n\n{first}\n"), article(f"Title\n\n{second}\n")).findings
    return [(finding.kind, [difference.kind for difference in finding.differences]) for finding in found]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The army lost 120 men.", "The army lost 120 men.", ("agreeing", [])),
        ("Groups of 50-55 men were sent out.", "Groups of 50–55 men were sent out.", ("agreeing", [])),
        (
            "They fought behind Soviet lines for weeks.",
            "They fought behind the Soviet lines for weeks.",
            ("agreeing", []),
        ),
        ("The army lost 120 men.", "The army lost 210 men.", ("conflict", ["number"])),
        ("The army lost twelve men.", "The army lost twenty men.", ("conflict", ["number"])),
        ("They landed on 2 June 1943 in Komi.", "They landed on 3 June 1943 in Komi.", ("conflict", ["date"])),
        ("They landed on 2 June 1943 in Komi.", "They landed on 2 July 1943 in Komi.", ("conflict", ["date"])),
        ("The group met Colonel Smith there.", "The group met Major Smith there.", ("conflict", ["rank"])),
        ("The group met Colonel Smith there.", "The group met Colonel Jones there.", ("conflict", ["name"])),
        ("They were recruiting men there.", "They were conscripting men there.", ("conflict", ["verb"])),
        ("The men were dropped in Komi.", "The men were airdropped in Komi.", ("reworded", ["words"])),
        ("A group of 12 men landed in Komi.", "The group of 12 men landed in Komi.", ("reworded", ["words"])),
        ("The men landed in Komi.", "The men landed in Komi by night.", ("added", ["added"])),
    ],
)
def test_the_kind_of_a_difference(first: str, second: str, expected: tuple[str, list[str]]) -> None:
    assert kinds(first, second) == [expected]


def test_sentences_that_have_nothing_in_common_are_added_on_either_side() -> None:
    found = kinds("The raid failed at dawn.", "Coal was mined nearby.")
    assert [kind for kind, _ in found] == ["added", "added"]


WORDS = st.lists(st.sampled_from("the army crossed river Ob on 2 June 1943 with 50 men and Colonel Smith fell".split()),
                 min_size=2, max_size=9).map(lambda words: f"Then {' '.join(words)}.")  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=6))
def test_no_sentence_is_lost_and_every_quotation_is_in_its_source(first: list[str], second: list[str]) -> None:
    a, b = (article("Title\n\n" + "\n\n".join(side) + "\n") for side in (first, second))
    found = reconcile(a, b).findings
    for side, source, count in (("first", a.source, len(first)), ("second", b.source, len(second))):
        quotes = [quote for finding in found for quote in getattr(finding, side)]
        assert len(quotes) == count
        assert len({quote.start for quote in quotes}) == count
        assert all(source[quote.start : quote.end] == quote.text for quote in quotes)


@settings(max_examples=20, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_a_text_agrees_with_itself(sentences: list[str]) -> None:
    text = article(f"Title\n\n{' '.join(sentences)}\n")
    assert {finding.kind for finding in reconcile(text, text).findings} == {"agreeing"}


@pytest.mark.slow
def test_the_time_grows_with_the_length_of_the_texts() -> None:
    def seconds(size: int) -> float:
        first, second = (
            article("Title\n\n" + " ".join(f"On {n % 28 + 1} June unit {n} of army {n % 7} {verb} hill {n * 31 % 997}."
                                           for n in range(size)))
            for verb in ("took", "lost")
        )  # fmt: skip
        started = time.process_time()
        reconcile(first, second)
        return time.process_time() - started

    assert seconds(1600) < 12 * max(seconds(200), 0.02)
