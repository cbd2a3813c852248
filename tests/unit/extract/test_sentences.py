"""Sentences end where a reader sees them end, and keep their place, their notes and their links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.extract.sentences import sentences
from dossier.model.passage import Citation, Link, Passage, Run


def _passage(text: str) -> Passage:
    return Passage(text, (Run(0, 7, 7 + len(text)),))


def _texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(_passage(text))]


@pytest.mark.parametrize(
    "text",
    [
        "On 2 June Lt. Col. J. R. Smith landed at St. Malo with 3.5 km to go.",
        "The U.S. Army and the U.S.S.R. agreed on p. 44 of No. 3 Commando's orders.",
        "He (b. 1900, d. 1944) met Gen. K. K. Rokossovsky vs. the Fourth Army, c. 1943.",
        "They shouted “Go! Now! We leave.” and left.",
        "The group was detected (two killed. The rest taken prisoner) by real troops.",
        "Am 3. September begann der Angriff.",
        "Was he there? asked nobody.",
        "Ltd. Co. Bros. Smith Inc. Holdings was founded.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert _texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began. The war ended.", ["It began.", "The war ended."]),
        ("He lived in the U.S. The war went on.", ["He lived in the U.S.", "The war went on."]),
        ("They left at 5 p.m. Smith stayed.", ["They left at 5 p.m.", "Smith stayed."]),
        ('He said "no." Then he left.', ['He said "no."', "Then he left."]),
        ("A line without a stop\nAnother one", ["A line without a stop", "Another one"]),
        ("(He died.) She lived!  And 300 others…  Later", ["(He died.)", "She lived!", "And 300 others…", "Later"]),
        ("He fled in 1943. In 1944 he died.", ["He fled in 1943.", "In 1944 he died."]),
        ("Nobody closed (this. Then it went on.", ["Nobody closed (this.", "Then it went on."]),
        ("戦争が始まった。終わった。", ["戦争が始まった。", "終わった。"]),
        ("انتهت الحرب. عاد الجميع؟ نعم", ["انتهت الحرب.", "عاد الجميع؟", "نعم"]),
        ("The vote of Art. 5. The king was deposed.", ["The vote of Art. 5.", "The king was deposed."]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_sentences_end_where_a_reader_sees_them_end(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


def test_a_sentence_keeps_its_place_and_what_is_marked_in_or_behind_it() -> None:
    #               0123456789012345678901234
    passage = Passage(
        "It began. They left Ghent.",
        (Run(0, 0, 9), Run(9, 12, 29)),
        (Citation(9, "1", 9, 12), Citation(26, "2", 29, 32)),
        (Link(20, 25, "Ghent"),),
    )
    first, last = sentences(passage)
    assert (first.start, first.end, last.start, last.end) == (0, 9, 10, 26)
    assert [cite.reference for cite in first.passage.citations] == ["1"]
    assert [(cite.reference, cite.at) for cite in last.passage.citations] == [("2", 16)]
    assert last.passage.links == (Link(10, 15, "Ghent"),)
    assert last.passage.source_range(0, 4) == (13, 17)


@given(st.text(alphabet="aA. \n!?()“”\"'1。…é", max_size=80))
def test_nothing_but_blanks_is_lost_and_every_sentence_is_where_it_says(text: str) -> None:
    found = sentences(_passage(text))
    assert "".join("".join(sentence.text.split()) for sentence in found) == "".join(text.split())
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert [sentence.start for sentence in found] == sorted({sentence.start for sentence in found})
