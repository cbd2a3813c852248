"""What a statement rests on, in words: marks of sources, works, the calculation, where a datum is from."""

from __future__ import annotations

import pytest

from dossier.exhibits.support import Supports
from dossier.exhibits.voice import voice_of
from dossier.model.dossier import Dossier, Statement
from dossier.model.support import Support


def source(id: str, mark: str) -> dict[str, object]:
    return {"id": id, "mark": mark, "title": id, "path": f"{id}.txt", "licence": {"name": "CC0"}, "attribution": "x"}


def told(id: str, *sources: str, **more: object) -> dict[str, object]:
    evidence = [{"source": source, "exact": "words"} for source in sources]
    return {"id": id, "text": f"Text of {id}.", "kind": "source", "evidence": evidence, **more}


def derived(id: str, text: str, **formula: object) -> dict[str, object]:
    return {"id": id, "text": text, "kind": "derived", "formula": formula}


DOSSIER = Dossier.model_validate(
    {
        "dossier": 1, "id": "raid", "title": "The raid", "licence": {"name": "CC0"},
        "sources": [source("older", "A"), source("newer", "B")],
        "references": [
            {"id": "parrish", "type": "book", "title": "The Lesser Terror",
             "author": [{"family": "Parrish", "given": "Michael"}],
             "language": "en", "issued": "1996", "publisher": "Praeger"},
            {"id": "melenberg", "type": "article-newspaper", "title": "Desant na GULAG", "issued": "2004-03-01",
             "author": [{"family": "Melenberg", "given": "Aleksandr"}], "container-title": "Novaya Gazeta"},
        ],
        "glance": [told("fate", "older", label="*Fate*")],
        "units": [
            told("assault", "older", name="Assault groups", strength="2 x 50-55"),
            told("radio", "older", name="Radio operators", strength="20-25"),
            told("medics", "older", name="Support group", strength="20"),
            told("twelve", "older", "newer", "older", name="The twelve", strength="12"),
            told("crowd", "older", name="A crowd", strength="about 20000"),
        ],
        "uncertain": [
            told("bare", "newer"),
            told("cited", "newer", cites=[{"ref": "parrish", "locator": "160"}]),
            told("twice", "older", "newer", cites=[{"ref": "parrish", "locator": "160"}, {"ref": "melenberg"}]),
            derived("sum", "{value} in all.", sum=["assault", "radio", "medics"]),
            derived("rest", "{value} lived.", difference=["crowd", "twelve"]),
            derived("guess", "Perhaps the same.", inference=["assault", "fate", "bare", "cited", "assault"]),
            {"id": "atlas", "text": "A river.", "kind": "reference", "basis": "GeoNames, 2024"},
            {"id": "ours", "text": "We do not know.", "kind": "editorial"},
        ],
    }
)  # fmt: skip
STATEMENTS: dict[str, Statement] = {
    statement.id: statement for statement in (*DOSSIER.glance, *DOSSIER.units, *DOSSIER.uncertain)
}


def supports(tag: str) -> Supports:
    voice = voice_of(tag)
    return Supports(DOSSIER, voice.locale, voice.texts)


@pytest.fixture(scope="module")
def english() -> Supports:
    return supports("en")


def words(support: Support) -> str:
    return "".join(run.text for run in support.works)


@pytest.mark.parametrize(
    ("id", "kind", "marks", "works", "detail"),
    [
        ("bare", "source", ("B",), "", ""),
        ("twelve", "source", ("A", "B"), "", ""),  # each source once, in the order of the evidence
        ("cited", "source", ("B",), "Parrish, Lesser Terror, 160.", ""),
        ("twice", "source", ("A", "B"), "Parrish, Lesser Terror, 160; Melenberg, ‘Desant na GULAG’.", ""),
        ("sum", "derived", (), "", "2\u00a0×\u00a050–55 +\u00a020–25 +\u00a020 =\u00a0140–155"),
        ("rest", "derived", (), "", "20,000 −\u00a012 =\u00a019,988"),
        ("guess", "derived", (), "", "inferred from: Assault groups; Fate; Text of bare; Text of cited"),
        ("atlas", "reference", (), "", "GeoNames, 2024"),
        ("ours", "editorial", (), "", ""),
    ],
)
def test_what_a_statement_rests_on(
    english: Supports, id: str, kind: str, marks: tuple[str, ...], works: str, detail: str
) -> None:
    support = english.support(STATEMENTS[id])
    assert (support.kind, support.marks, words(support), support.detail) == (kind, marks, works, detail)


@pytest.mark.parametrize(("id", "joint"), [("sum", "colon"), ("guess", "comma"), ("atlas", "stop")])
def test_the_sign_after_the_kind_leaves_a_colon_to_the_words(english: Supports, id: str, joint: str) -> None:
    assert english.support(STATEMENTS[id]).joint == joint


LONG = "“Commanded By”, we read, begins with a comma. The name before it is lost."


@pytest.mark.parametrize(
    ("tag", "text", "named"),
    [
        ("en", LONG, "“Commanded By”, we read, begins with\u00a0…"),
        ("en", "One name, lost, and then, again, more.", "One name, lost, and then, again\u00a0…"),
        ("en", "They were *two*.", "They were two"),
        ("de", "Am 2. Juni bzw. am 9. Juni. Mehr nicht.", "Am 2. Juni bzw. am 9\u00a0…"),
        ("fi", "Se alkaa pilkulla. Nimi on kadonnut.", "Se alkaa pilkulla"),
        ("ja", "「指揮官」の欄は読点で始まる。その前の名前は失われている。", "；「指揮官」の欄は読点で始まる；"),
        ("ja", "計画は主にNKVDの旅団指揮官のもの。", "；計画は主にNKVDの旅団指揮官の…；"),
        ("zh-Hans", "名字已经遗失。", "名字已经遗失"),
    ],
)
def test_a_statement_without_a_name_is_named_by_its_first_words(tag: str, text: str, named: str) -> None:
    bare = DOSSIER.model_copy(
        update={
            "uncertain": tuple(
                each.model_copy(update={"text": text}) if each.id == "bare" else each for each in DOSSIER.uncertain
            )
        }
    )
    voice = voice_of(tag)
    assert named in Supports(bare, voice.locale, voice.texts).support(STATEMENTS["guess"]).detail


@pytest.mark.parametrize(
    ("id", "text"),
    [("sum", "140–155 in all."), ("rest", "19,988 lived."), ("guess", "Perhaps the same."), ("bare", "Text of bare.")],
)
def test_derived_numbers_stand_in_the_text(english: Supports, id: str, text: str) -> None:
    assert english.text(STATEMENTS[id]) == text


def test_titles_of_works_are_marked_as_the_style_has_them(english: Supports) -> None:
    runs = english.support(STATEMENTS["cited"]).works
    assert [run.text for run in runs if run.italic] == ["Lesser Terror"]


def test_the_bibliography_has_every_work_in_full(english: Supports) -> None:
    entries = {entry.id: "".join(run.text for run in entry.runs) for entry in english.entries}
    assert list(entries) == ["melenberg", "parrish"]
    assert entries["parrish"] == "Parrish, Michael. The Lesser Terror. Praeger, 1996."


def test_another_language_has_its_own_words_and_numbers() -> None:
    german = supports("de")
    assert german.text(STATEMENTS["rest"]) == "19.988 lived."
    assert german.support(STATEMENTS["rest"]).detail == "20.000 −\u00a012 =\u00a019.988"
    assert words(german.support(STATEMENTS["cited"])) == "Parrish, Lesser Terror, 160."


def test_a_dossier_without_works_has_no_bibliography() -> None:
    voice = voice_of("en")
    alone = Supports(DOSSIER.model_copy(update={"references": (), "uncertain": ()}), voice.locale, voice.texts)
    assert alone.entries == ()
    assert alone.support(STATEMENTS["twelve"]).works == ()
