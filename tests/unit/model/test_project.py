"""What a person may get wrong in a project: each mistake gets a message with file, line and hint."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.errors import SourceError
from dossier.model.project import examine_project, load_project
from tests.raid import DOSSIER, Spoil


def line_of(text: str) -> int:
    return DOSSIER[: DOSSIER.index(text)].count("\n") + 1


def test_a_good_project_has_no_findings(project: Spoil) -> None:
    loaded, findings = examine_project(project())
    assert findings == ()
    assert loaded is not None
    assert [event.id for event in loaded.dossier.events] == ["landing", "end"]


@pytest.mark.parametrize(
    ("old", "new", "line_with", "says"),
    [
        ("title: The raid\n", "titel: The raid\n", "title: The raid", 'unknown key "titel"'),
        ("    attribution: The authors of the article.\n", "", "- id: article", '"attribution" is missing'),
        ("    licence: {name: CC BY-SA 4.0}\n    attrib", "    attrib", "- id: article", '"licence" is missing'),
        ("- id: end", "- id: landing", "- id: end", "'landing' is used twice"),
        ("edtf: 1943-06-02", "edtf: 1943-02-31", "edtf: 1943-06-02", "no day 31 in February 1943"),
        ("edtf: 1943-06-02", "edtf: 2 June", "edtf: 1943-06-02", "not an EDTF date"),
        ("strength: 12", "strength: -12", "strength: 12", "cannot be negative"),
        ("strength: 2 x 50-55", "strength: 2 x 55-50", "strength: 2 x", "runs backwards"),
        ("ref: smith-1999", "ref: smith-1998", "ref: smith-1999", "no reference 'smith-1998'"),
        ("source: article, exact: the plan", "source: artikel, exact: the plan", "the plan was given up}", "no source"),
        ("exact: the plan was given up", "exact: nobody ever came home", "the plan was given up}", "not in the source"),
        ("exact: the plan was given up", "exact: The plan was", "the plan was given up}", "several places"),
        ("after: landing", "after: landfall", "after: landing", "no event 'landfall'"),
        ("edtf: 1943-06-02, words: On 2 June 1943", "after: end, words: later", "edtf: 1943", "before itself"),
        ("sum: [landing, groups]", "sum: [landing, story]", "sum: [landing", "states no strength"),
        ("sum: [landing, groups]", "inference: [landing]", '"{value} people', "{value}"),
        ("(#landing)", "(#landfall)", "Twelve men landed, says", "points at 'landfall'"),
        ("path: sources/article.txt", "path: ../../etc/passwd", "path: sources", "outside the project"),
        ("path: sources/article.txt", "path: /etc/passwd", "path: sources", "outside the project"),
        ("path: sources/article.txt", r'path: "sources/\0"', "path: sources", "outside the project"),
        ("formula: {sum:", "formula: {difference:", "formula: {sum", "100-110 cannot be taken from 12"),
        ("id: groups\n", "id: groups\n    under: groups\n", "name: Groups", "'groups' would have to command itself"),
        ("SA 4.0}", "SA 4.0, url: 'javascript:x'}", "licence: ", "not an address that a page may link to"),
        ("id: raid", "id: raid\nsigned: {by: me, date: '-0044'}", "title: The raid", "signed on a day of our time"),
        ("title: The raid", "title: ' '", "title: The raid", '"title"'),
        ("id: all", "id: people", "- id: all", "pages use the id 'people'"),
        ("id: all", "id: n12", "- id: all", "pages use the id 'n12'"),
        ("kind: derived", "kind: source", "- id: all", "needs evidence"),
        ("id: all", "id: All of Them", "id: all", '"id"'),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(project: Spoil, old: str, new: str, line_with: str, says: str) -> None:
    folder = project((old, new))
    with pytest.raises(SourceError) as caught:
        load_project(folder)
    error = caught.value
    assert says in error.message
    assert error.hint
    assert error.where is not None
    assert error.where.path == folder / "dossier.yaml"
    assert error.where.line == line_of(line_with)
    assert error.exit_code == 3


def test_a_close_key_is_suggested(project: Spoil) -> None:
    with pytest.raises(SourceError) as caught:
        load_project(project(("subtitle" if False else "events:", "evnts:")))
    assert 'Did you mean "events"?' in caught.value.hint


def test_several_mistakes_are_all_counted(project: Spoil) -> None:
    with pytest.raises(SourceError) as caught:
        load_project(project(("strength: 12", "strength: -12"), ("edtf: 1943-06-02", "edtf: 1943-13-02")))
    assert "1 more" in caught.value.hint


def test_nearly_the_same_words_are_a_warning(project: Spoil) -> None:
    loaded, findings = examine_project(project(("exact: the plan was given up", "exact: the plan was  given-up")))
    assert loaded is not None
    assert [(finding.code, finding.severity) for finding in findings] == [("evidence-fuzzy", "warning")]


def test_a_changed_source_is_a_warning(project: Spoil) -> None:
    _, findings = examine_project(project(("    mark: A", f"    sha256: {'0' * 64}\n    mark: A")))
    assert [(finding.code, finding.severity) for finding in findings] == [("source-changed", "warning")]


def test_a_missing_source_is_named(project: Spoil) -> None:
    folder = project()
    (folder / "sources" / "article.txt").unlink()
    with pytest.raises(SourceError, match="no such file") as caught:
        load_project(folder)
    assert caught.value.where is not None
    assert caught.value.where.path == folder / "sources" / "article.txt"


def test_a_source_that_is_not_utf8_is_named_with_its_line(project: Spoil) -> None:
    folder = project()
    (folder / "sources" / "article.txt").write_bytes(b"one\ntwo \xff\n")
    with pytest.raises(SourceError, match="not UTF-8") as caught:
        load_project(folder)
    assert caught.value.where is not None
    assert caught.value.where.line == 2


def test_a_folder_without_a_dossier_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no dossier\.yaml"):
        load_project(tmp_path)
