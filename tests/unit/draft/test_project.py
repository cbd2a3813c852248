"""A draft on disk: whole or not at all, and nothing overwritten."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dossier.draft import project as module
from dossier.draft.notes import HEADINGS
from dossier.draft.project import draft_project
from dossier.errors import SourceError, UsageError
from dossier.model.project import FILE, load_project
from tests.unit.draft.conftest import OLDER, WIKITEXT, Write

TEXT = WIKITEXT.replace("{{coord|54.5|N|8.7|E|name=Northmoor}}", "Northmoor")


def test_a_project_that_loads_with_its_sources_and_a_report(write: Write, tmp_path: Path) -> None:
    written = draft_project([write(TEXT, "Räid: the 1st.WIKI"), write(OLDER, "older.txt")], tmp_path / "new" / "p")
    dossier = load_project(written.folder).dossier
    assert [source.path for source in dossier.sources] == ["sources/raid-the-1st.wiki", "sources/older.txt"]
    for source, text in zip(dossier.sources, (TEXT, OLDER), strict=True):
        assert (written.folder / source.path).read_text(encoding="utf-8") == text
        assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert sorted(path.name for path in written.folder.iterdir()) == ["dossier.yaml", "review.md", "sources"]
    assert sorted(path.name for path in written.folder.parent.iterdir()) == ["p"]


def test_the_report_begins_with_what_is_gravest_and_has_lines(write: Write, tmp_path: Path) -> None:
    written = draft_project([write(TEXT), write(OLDER, "older.txt")], tmp_path / "p")
    text = written.review.read_text(encoding="utf-8")
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert headings[:3] == ["Fill in first", "Conflicts between the versions", "Gaps"]
    assert headings == [heading for heading in HEADINGS.values() if heading in headings]
    lines = (tmp_path / "p" / FILE).read_text(encoding="utf-8").splitlines()
    number = int(text.partition("`text-a` (dossier.yaml:")[2].partition(")")[0])
    assert lines[number - 1] == "  - id: text-a"
    assert "sources/older.txt:9\n  > " in text


def test_two_drafts_of_one_text_are_the_same_to_the_byte(write: Write, tmp_path: Path) -> None:
    path = write(TEXT)
    for name in ("one", "two"):
        draft_project([path], tmp_path / name)
    assert (tmp_path / "one" / FILE).read_bytes() == (tmp_path / "two" / FILE).read_bytes()


@pytest.mark.parametrize("name", [FILE, "holiday.txt"])
def test_a_folder_that_holds_something_is_not_overwritten(name: str, write: Write, tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / name).write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="nothing is overwritten"):
        draft_project([write(TEXT)], tmp_path / "p")
    assert [path.read_text(encoding="utf-8") for path in (tmp_path / "p").iterdir()] == ["mine"]


def test_an_empty_folder_may_be_filled(write: Write, tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    assert draft_project([write(TEXT)], tmp_path / "p").folder == tmp_path / "p"


def test_a_folder_cannot_be_made_where_a_file_is(write: Write, tmp_path: Path) -> None:
    path = write(TEXT)
    for out in (path, path / "inside"):
        with pytest.raises(UsageError, match=r"file of that name|cannot be written"):
            draft_project([path], out)
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_failure_half_way_leaves_nothing(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "report", fail)
    with pytest.raises(UsageError, match="No space left"):
        draft_project([write(TEXT)], tmp_path / "p")
    assert [path.name for path in tmp_path.iterdir()] == ["raid.wiki"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"PK\x03\x04 and more", "zip"),
        (b"caf\xe9 on 2 June 1901", "UTF-8"),
        (b"On 2 June\x00 1901", "NUL"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str, write: Write, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words):
        draft_project([write(data)], tmp_path / "p")
    assert not (tmp_path / "p").exists()


def test_a_text_in_another_encoding_is_kept_in_utf_8(write: Write, tmp_path: Path) -> None:
    written = draft_project([write(b"\xff\xfe" + TEXT.encode("utf-16-le"))], tmp_path / "p")
    assert load_project(written.folder).texts["text-a"] == TEXT
