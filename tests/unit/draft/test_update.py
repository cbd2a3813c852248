"""A newer version for a project that a person has edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.draft.project import draft_project
from dossier.draft.update import Updated, update_project
from dossier.errors import SourceError, UsageError
from dossier.model.project import FILE, load_project
from tests.unit.draft import conftest
from tests.unit.draft.conftest import Write

# Without a position, so that no map is prepared for each test.
POSITION = "{{coord|54.5|N|8.7|E|name=Northmoor}}"
WIKITEXT, NEWER = (text.replace(POSITION, "Northmoor") for text in (conftest.WIKITEXT, conftest.NEWER))


@pytest.fixture
def project(write: Write, tmp_path: Path) -> Path:
    """Return a project that a person has edited: a comment, an own event first, a title, and one event deleted."""
    folder = tmp_path / "project"
    draft_project([write(WIKITEXT)], folder)
    text = (folder / FILE).read_text(encoding="utf-8")
    own = "  # This one is mine.\n  - {id: own, title: My own, date: {undated: true}, text: Mine., kind: editorial}\n"
    text = text.replace("events:\n", f"events:\n{own}", 1)
    text = text.replace("title: The men returned\n", "title: Home again   # shorter\n")
    start = text.index("  - id: three-of-them-were-killed\n")
    text = text[:start] + text[text.index("\norganisation:", start) :].lstrip("\n").join(["\n", ""])
    (folder / FILE).write_text(text, encoding="utf-8")
    load_project(folder)
    return folder


def update(project: Path, source: Path) -> Updated:
    """Update `project` as the command does."""
    updated = update_project(source, project)
    for path, content in updated.files:
        path.write_bytes(content)
    return updated


def test_every_line_of_a_person_stays_in_its_place(project: Path, write: Write) -> None:
    before = (project / FILE).read_text(encoding="utf-8").splitlines()
    update(project, write(NEWER, "newer.wiki"))
    after = (project / FILE).read_text(encoding="utf-8").splitlines()
    rest = iter(after)
    assert all(line in rest for line in before)
    assert len(after) > len(before)


def test_what_is_new_is_added_and_what_was_deleted_stays_away(project: Path, write: Write) -> None:
    update(project, write(NEWER, "newer.wiki"))
    dossier = load_project(project).dossier
    titles = [event.title for event in dossier.events]
    assert titles[0] == "My own"
    assert "Home again" in titles
    assert "Three of them were killed" not in titles
    assert [title for title in titles if "Treaty" in title]
    assert [source.mark for source in dossier.sources] == ["A", "B"]
    (treaty,) = [event for event in dossier.events if "Treaty" in event.title]
    assert {evidence.source for evidence in treaty.evidence} == {"text-b"}


def test_evidence_is_never_moved(project: Path, write: Write) -> None:
    before = load_project(project).dossier
    update(project, write(NEWER, "newer.wiki"))
    after = load_project(project).dossier
    assert after.sections == before.sections
    assert after.events[: len(before.events)] == before.events
    assert after.people[: len(before.people)] == before.people


def test_what_changed_and_what_is_gone_is_reported(project: Path, write: Write) -> None:
    newer = NEWER.replace("The defenders were commanded by Major Tom Brown. ", "")
    updated = update(project, write(newer, "newer.wiki"))
    notes = {(note.group, note.message.partition(":")[0], note.item) for note in updated.notes}
    assert ("vanished", "ORPHANED", "raid-2") in notes
    assert ("changed", "FUZZY", "raid-3") in notes
    assert not [note for note in updated.notes if note.item == "plan-1"], "what did not change is not reported"
    text = updated.review.read_text(encoding="utf-8")
    assert "now in conflict" in text
    assert "dossier.yaml:" in text
    assert updated.review.name == "review-b.md"


def test_the_report_of_the_draft_is_left_alone(project: Path, write: Write) -> None:
    before = (project / "review.md").read_bytes()
    update(project, write(NEWER, "newer.wiki"))
    assert (project / "review.md").read_bytes() == before


def test_a_second_update_takes_the_next_letter(project: Path, write: Write) -> None:
    update(project, write(NEWER, "newer.wiki"))
    update(project, write(NEWER.replace("9 June 1901", "10 June 1901"), "newest.wiki"))
    assert [source.mark for source in load_project(project).dossier.sources] == ["A", "B", "C"]


CAT = "The Cat\n\nOn 4 May 1999 a cat was seen in Rome, and Jane Doe fed it.\n"
GERMAN = "Der Angriff\n\nDie Männer griffen am 2. Juni 1901 die Brücke an, die von ihnen zerstört wurde.\n"
REFUSED = {
    "the same text": (WIKITEXT, UsageError, "already"),
    "another subject": (CAT, SourceError, "no sentence"),
    "another language": (GERMAN, SourceError, "'de'"),
    "nothing": ("", SourceError, "empty"),
    "no text": (b"\x89PNG\r\n", SourceError, "picture"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_an_update_is_refused_and_nothing_is_written(case: str, project: Path, write: Write) -> None:
    text, error, words = REFUSED[case]
    path = write(text, "other.txt")
    before = {file: file.read_bytes() for file in project.rglob("*") if file.is_file()}
    with pytest.raises(error, match=words):
        update(project, path)
    assert {file: file.read_bytes() for file in project.rglob("*") if file.is_file()} == before


def test_a_signed_dossier_is_refused(project: Path, write: Write) -> None:
    text = (project / FILE).read_text(encoding="utf-8").replace("___", "A. Author")
    (project / FILE).write_text(f"{text}signed: {{by: A. Curator, date: 2026-11-22}}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="signed"):
        update(project, write(NEWER, "newer.wiki"))


def test_a_faulty_project_is_refused(project: Path, write: Write) -> None:
    (project / FILE).write_text("title: [", encoding="utf-8")
    with pytest.raises(SourceError, match="not valid YAML"):
        update(project, write(NEWER, "newer.wiki"))
