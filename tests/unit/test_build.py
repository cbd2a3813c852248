"""One edition from start to end: files are written whole or not at all, and errors say where."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dossier.build import STAGES, build_edition, compose_edition, write_whole
from dossier.errors import AssetError, LayoutError, LocaleError, UsageError
from dossier.model.project import load_project
from tests.raid import Spoil

PO = 'msgctxt "{id}"\nmsgid "{text}"\nmsgstr "{translation}"\n'


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file.pdf"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [found.name for found in path.parent.iterdir()] == ["file.pdf"]
    assert path.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("accident", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_what_stops_the_writing_leaves_the_earlier_file(
    accident: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(b"of an earlier build")

    def stop(_: int) -> None:
        raise accident

    monkeypatch.setattr(os, "fsync", stop)  # called when all is written, before it takes the old file's place
    with pytest.raises((KeyboardInterrupt, UsageError)):
        write_whole(path, b"new")
    assert path.read_bytes() == b"of an earlier build"
    assert [found.name for found in tmp_path.iterdir()] == ["file.pdf"]


def test_a_full_disk_is_named_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(UsageError, match="No space left on device") as caught:
        write_whole(tmp_path / "file.pdf", b"new")
    assert caught.value.where is not None
    assert caught.value.where.path == tmp_path / "file.pdf"


def test_a_build_goes_through_every_stage_in_order(project: Spoil, tmp_path: Path) -> None:
    stages: list[str] = []
    built = build_edition(load_project(project()), "en", "dossier", tmp_path / "output", on_stage=stages.append)
    assert tuple(stages) == STAGES
    assert built.path == tmp_path / "output" / "raid" / "en" / "dossier.pdf"
    assert built.diagnostics == ()
    again = build_edition(load_project(tmp_path), "en", "dossier", tmp_path / "again")
    assert again.path.read_bytes() == built.path.read_bytes()


@pytest.mark.parametrize(
    ("tag", "changes", "catalog", "file", "line"),
    [
        ("en", (("title: Landing", "title: Landing 計"),), "", "dossier.yaml", 25),
        ("en", (("title: Raids", "title: 計"),), "", "dossier.yaml", 13),
        ("de", (), PO.format(id="landing.title", text="Landing", translation="Landung 計"), "locale/de.po", 2),
        # What is not translated is looked for where it was written.
        ("de", (("title: Landing", "title: Landing 計"),), "", "dossier.yaml", 25),
    ],
)
def test_a_character_without_a_glyph_is_found_where_it_was_written(
    project: Spoil, tag: str, changes: tuple[tuple[str, str], ...], catalog: str, file: str, line: int
) -> None:
    folder = project(*changes, ("uncertain:\n", "complete: 0\nuncertain:\n"))
    (folder / "locale").mkdir()
    (folder / "locale" / "de.po").write_text(catalog, encoding="utf-8")
    with pytest.raises(AssetError, match=r"'計' \(U\+8A08\)") as caught:
        compose_edition(load_project(folder), tag, "dossier")
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (folder / file, line)


@pytest.mark.parametrize(
    ("tag", "catalog", "file", "line"),
    [("en", "", "dossier.yaml", 24), ("de", "\n" + PO, "locale/de.po", 3)],
)
def test_a_title_too_long_for_its_figure_is_found_where_it_was_written(
    project: Spoil, tag: str, catalog: str, file: str, line: int
) -> None:
    title = "Fallschirmjäger" * 20
    folder = project(("title: Landing", f"title: {title}"), ("uncertain:\n", "complete: 0\nuncertain:\n"))
    (folder / "locale").mkdir()
    entry = catalog.format(id="landing.title", text=title, translation=title)
    (folder / "locale" / "de.po").write_text(entry, encoding="utf-8")
    with pytest.raises(LayoutError, match="wider than its column in the chronology") as caught:
        compose_edition(load_project(folder), tag, "dossier")
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (folder / file, line)


def test_a_page_that_cannot_be_set_names_the_layout(project: Spoil, tmp_path: Path) -> None:
    folder = project()
    house = folder / "layouts" / "house"
    house.mkdir(parents=True)
    (house / "layout.yaml").write_text("layout: 1\nextends: dossier\nfile: house.pdf\n")
    (house / "dossier.html").write_text('<html lang="en"><title>x</title><img src="http://example.org/x.png">')
    with pytest.raises(LayoutError, match="which is not part of the edition") as caught:
        build_edition(load_project(folder), "en", "house", tmp_path / "output")
    assert caught.value.where is not None
    assert caught.value.where.path == house
    assert not (tmp_path / "output").exists()


def test_a_language_without_a_catalog_is_not_built_in_english(project: Spoil) -> None:
    with pytest.raises(LocaleError, match="no translation into 'de'"):
        compose_edition(load_project(project()), "de", "dossier")
