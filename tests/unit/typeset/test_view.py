"""Notes are numbered in order and shared by neighbours; each work knows the notes that cite it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.exhibits.support import Supports
from dossier.exhibits.voice import Voice
from dossier.model.dossier import Dossier
from dossier.typeset.view import View, view

SMITH, JONES = {"ref": "smith"}, {"ref": "jones"}
SOURCES = [
    {
        "id": id, "mark": mark, "title": id, "path": f"{id}.txt", "licence": {"name": "CC0"}, "attribution": "Them.",
    }
    for id, mark in (("older", "A"), ("newer", "B"))
]  # fmt: skip


def told(id: str, *sources: str, cites: tuple[dict[str, str], ...] = (), **more: object) -> dict[str, object]:
    """Return a statement that `sources` say."""
    evidence = [{"source": source, "exact": "words"} for source in sources]
    return {"id": id, "text": f"Text of {id}.", "kind": "source", "evidence": evidence, "cites": cites, **more}


DOSSIER = {
    "dossier": 1, "id": "raid", "title": "The raid", "licence": {"name": "CC0"}, "sources": SOURCES,
    "references": [
        {"id": "smith", "type": "book", "title": "Raids", "author": [{"family": "Smith"}]},
        {"id": "jones", "type": "book", "title": "Landings", "author": [{"family": "Jones"}]},
        {"id": "brown", "type": "book", "title": "Plans", "author": [{"family": "Brown"}]},
    ],
    "standfirst": [told("short", "older")],
    "glance": [told("when", "older", label="When")],
    "sections": [
        {"id": "first", "heading": "First", "exhibit": "map", "body": [
            told("a", "older"), told("b", "older"),  # neighbours that rest on the same: one note
            told("c", "older", "newer"),
            told("d", "older", cites=(SMITH,)),
            told("e", "older", cites=(SMITH,), starts=True),  # a paragraph of its own: a note of its own
            told("f", "older", cites=(JONES, SMITH)),
            {"id": "g", "text": "Ours.", "kind": "editorial"}, {"id": "h", "text": "Ours too.", "kind": "editorial"},
        ]},
        {"id": "second", "heading": "Second", "body": [
            told("i", "older", cites=(SMITH,)),
            told("j", "newer", strength="12"),
            {"id": "k", "text": "{value} of both.", "kind": "derived", "formula": {"sum": ["j", "j"]}},
            {"id": "l", "text": "From an atlas.", "kind": "reference", "basis": "GeoNames"},
            {"id": "m", "text": "From another.", "kind": "reference", "basis": "Natural Earth"},
        ]},
    ],
    "people": [{"id": "commander", "name": "A commander", "facts": [told("fate", "newer", label="Fate")]}],
    "uncertain": [{"id": "doubt", "text": "Nobody knows.", "kind": "editorial"}],
    "colophon": [{"id": "made", "text": "Made with care.", "kind": "editorial"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def matter(voice: Callable[[str], Voice]) -> View:
    dossier, english = Dossier.model_validate(DOSSIER), voice("en")
    supports = Supports(dossier, english.locale, english.texts)
    return view(dossier, supports, supports.entries)


def test_neighbours_that_rest_on_the_same_share_a_note(matter: View) -> None:
    pieces = [
        [
            (piece.number, [id for id, _ in piece.statements], piece.support.marks)
            for passage in story.paragraphs
            for piece in passage.pieces
        ]
        for story in matter.stories
    ]
    assert pieces == [
        [
            (1, ["a", "b"], ("A",)),
            (2, ["c"], ("A", "B")),
            (3, ["d"], ("A",)),
            (4, ["e"], ("A",)),
            (5, ["f"], ("A",)),
            (6, ["g", "h"], ()),
        ],
        [(7, ["i"], ("A",)), (8, ["j"], ("B",)), (9, ["k"], ()), (10, ["l"], ()), (11, ["m"], ())],
    ]


def test_paragraphs_begin_where_a_statement_says_so(matter: View) -> None:
    first, second = matter.stories
    assert [passage.id for passage in first.paragraphs] == ["first-p1", "first-p2"]
    assert [len(passage.pieces) for passage in first.paragraphs] == [3, 3]
    assert [passage.id for passage in second.paragraphs] == ["second-p1"]
    assert (first.heading, first.exhibit, second.exhibit) == ("First", "map", None)


def test_each_work_knows_the_notes_that_cite_it(matter: View) -> None:
    assert {work.reference.id: work.notes for work in matter.works} == {
        "jones": (5,),
        "smith": (3, 4, 5, 7),
        "brown": (),
    }


def test_works_are_in_the_order_of_the_style(matter: View) -> None:
    assert [work.reference.id for work in matter.works] == ["brown", "jones", "smith"]


def test_derived_numbers_are_in_the_texts(matter: View) -> None:
    texts = dict(
        statement for p in matter.stories[1].paragraphs for piece in p.pieces for statement in piece.statements
    )
    assert texts["k"] == "24 of both."
    assert texts["j"] == "Text of j."


def test_the_other_parts_keep_their_order_labels_and_support(matter: View) -> None:
    assert matter.standfirst == ("Text of short.",)
    (when,) = matter.glance
    assert (when.id, when.label, when.text, when.support.marks) == ("when", "When", "Text of when.", ("A",))
    (person,) = matter.people
    assert (person.id, person.name, [line.label for line in person.lines]) == ("commander", "A commander", ["Fate"])
    assert [(line.id, line.label, line.support.kind) for line in (*matter.uncertain, *matter.colophon)] == [
        ("doubt", "", "editorial"),
        ("made", "", "editorial"),
    ]
