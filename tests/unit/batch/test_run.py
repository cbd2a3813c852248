"""Editions are built, put in their places and recorded; one that fails does not touch the others."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import shutil
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from dossier import build as building
from dossier.batch.manifest import Record
from dossier.batch.plan import left_over, plan
from dossier.batch.run import Ended, common_failure, run
from dossier.batch.targets import Target
from dossier.batch.workers import Begun, Reached
from dossier.errors import BatchError, LayoutError, LocaleError, UsageError
from tests.unit.batch.conftest import TODAY, build, now, request

DE, EN, FR = (Target(tag, "card") for tag in ("de", "en", "fr"))


def files(folder: Path) -> dict[str, bytes]:
    """Return what is in the folder for output, but for the manifest."""
    out = folder.parent / "out"
    found = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if path.name != "manifest.json"}


def manifest(folder: Path) -> dict[str, object]:
    value = json.loads((folder.parent / "out" / "raid" / "manifest.json").read_text())
    value.pop("seen")
    for edition in value["editions"]:
        edition.pop("times")
    return dict(value)


def test_side_by_side_or_one_after_the_other_the_files_are_the_same(folder: Path) -> None:
    build(request(folder, "de", "fr"))
    serial, recorded = files(folder), manifest(folder)
    assert list(serial) == ["raid/de/card.pdf", "raid/fr/card.pdf"]
    _, outcomes = build(request(folder, "de", "fr", force=True), workers=2)
    assert all(isinstance(outcome, Record) for outcome in outcomes.values())
    assert (files(folder), manifest(folder)) == (serial, recorded)
    assert multiprocessing.active_children() == []


def test_every_file_is_recorded_with_what_it_is(built: Path) -> None:
    record = plan(request(built, "de"), TODAY).fresh[DE]
    (file,) = record.files
    content = (built.parent / "out" / "raid" / "de" / "card.pdf").read_bytes()
    assert (file.path, file.pages, file.bytes) == ("de/card.pdf", 1, len(content))
    assert file.sha256 == hashlib.sha256(content).hexdigest()
    assert record.built == now().isoformat()
    assert record.seconds > 0


@pytest.mark.parametrize("workers", [1, 2])
def test_an_edition_that_fails_does_not_stop_the_others(built: Path, workers: int) -> None:
    before = files(built)
    (built / "locale" / "de.po").write_text('msgid "x\n')
    planned, outcomes = build(request(built, "tlh", every=True), workers)
    assert isinstance(outcomes[DE], LocaleError)
    assert str(outcomes[DE]).startswith(f"{built / 'locale' / 'de.po'}:1: not a PO catalog")
    assert isinstance(outcomes[FR], Record)
    assert isinstance(outcomes[Target("tlh", "card")], LocaleError)
    assert planned.fresh.keys() == {EN}
    assert files(built) == {**before, "raid/fr/card.pdf": files(built)["raid/fr/card.pdf"]}
    assert common_failure(planned.targets, outcomes) is None
    failed = manifest(built)["failed"]
    assert isinstance(failed, list)
    assert [(failure["locale"], failure["code"]) for failure in failed] == [("de", "locale"), ("tlh", "locale")]
    # What was there before still stands in the record; mended, it is all that is built.
    (built / "locale" / "de.po").unlink()
    assert [due.target.tag for due in plan(request(built, every=True), TODAY).due] == []
    assert {file.where.path for file in left_over(plan(request(built), TODAY))} == {
        built.parent / "out" / "raid" / "de" / "card.pdf"
    }


def test_a_layout_with_a_fault_fails_in_each_language_for_one_reason(built: Path) -> None:
    (built / "layouts" / "card" / "layout.yaml").write_text("layout: 1\nsheeet: A4\n")
    before = files(built), manifest(built)
    planned, outcomes = build(request(built, "en", "de"), 2)
    assert isinstance(common_failure(planned.targets, outcomes), LayoutError)
    assert (files(built), manifest(built)) == before


def test_a_worker_that_dies_is_one_edition_that_fails(built: Path) -> None:
    def kill(event: Begun | Reached | Ended) -> None:
        if event == Reached(FR, "typeset"):
            (worker,) = (child for child in multiprocessing.active_children() if child.name == f"dossier {FR}")
            assert worker.pid
            os.kill(worker.pid, signal.SIGKILL)

    outcomes = run(plan(request(built, "de", "fr", force=True), TODAY), 2, now, kill)
    assert isinstance(outcomes[DE], Record)
    failure = outcomes[FR]
    assert isinstance(failure, BatchError)
    assert "was ended by SIGKILL" in failure.message
    assert [path.name for path in (built.parent / "out" / "raid").iterdir() if path.name.startswith(".")] == []
    assert not (built.parent / "out" / "raid" / "fr").exists()


def test_an_interruption_ends_the_workers_and_leaves_the_files_as_they_were(built: Path) -> None:
    before = files(built), manifest(built)

    def interrupt(event: Begun | Reached | Ended) -> None:
        if isinstance(event, Reached) and event.stage == "finish":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(plan(request(built, "en", "de", force=True), TODAY), 2, now, interrupt)
    assert multiprocessing.active_children() == []
    assert (files(built), manifest(built)) == before


def test_a_request_to_end_is_an_interruption(built: Path) -> None:
    def terminate(_: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt):
        run(plan(request(built, force=True), TODAY), 1, now, terminate)
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_fault_of_the_program_fails_one_of_several_and_is_raised_where_it_is_alone(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(building, "build_layout", fail)
    _, outcomes = build(request(built, "en", "de", force=True))
    failure = outcomes[DE]
    assert isinstance(failure, BatchError)
    assert failure.message.startswith("a fault of the program: ZeroDivisionError: oh, in test_run.py line ")
    with pytest.raises(ZeroDivisionError):
        build(request(built, force=True))


def test_a_place_that_cannot_be_written_is_named_as_it_was_to_be(folder: Path) -> None:
    (folder.parent / "out").mkdir()
    (folder.parent / "out" / "raid").write_text("a file")
    _, outcomes = build(request(folder))
    assert isinstance(outcomes[EN], UsageError)
    assert str(outcomes[EN]).startswith(f"{folder.parent / 'out' / 'raid' / 'en' / 'card.pdf'}: cannot be written")


def test_files_that_no_edition_has_any_more_are_named_and_kept(built: Path) -> None:
    layout = built / "layouts" / "card" / "layout.yaml"
    layout.write_text(layout.read_text().replace("card.pdf", "postcard.pdf"))
    build(request(built))
    (built / "locale" / "de.po").unlink()
    out = built.parent / "out" / "raid"
    found = {finding.where.path: finding.message for finding in left_over(plan(request(built), TODAY))}
    assert found == {
        out / "de" / "card.pdf": "an older file, not of this build: locale/de.po is gone",
        out / "en" / "card.pdf": "an older file, not of this build: its edition no longer has it",
    }
    assert (out / "en" / "postcard.pdf").is_file()
    for path in found:
        assert path is not None
        path.unlink()
    assert list(left_over(plan(request(built), TODAY))) == []
    build(request(built, force=True))
    assert [edition["locale"] for edition in manifest(built)["editions"]] == ["en"]  # type: ignore[attr-defined]


def test_a_file_of_two_layouts_is_not_overwritten_silently(folder: Path) -> None:
    shutil.copytree(folder / "layouts" / "card", folder / "layouts" / "post")
    _, outcomes = build(replace(request(folder), layouts=("card", "post")))
    failure = outcomes[Target("en", "post")]
    assert isinstance(outcomes[EN], Record)
    assert isinstance(failure, LayoutError)
    assert str(failure) == f"{folder.parent / 'out' / 'raid' / 'en' / 'card.pdf'}: the file belongs to two layouts"


def test_two_runs_at_once_keep_what_the_other_has_recorded(folder: Path) -> None:
    german = plan(request(folder, "de"), TODAY)
    build(request(folder, "fr"))
    run(german, 1, now, lambda _: None)
    assert plan(request(folder, "de", "fr"), TODAY).due == ()


def test_what_a_killed_run_has_left_is_removed_after_a_day(built: Path) -> None:
    out = built.parent / "out" / "raid"
    for name, changed in ((".building-old", 0), (".building-now", None)):
        (out / name / "0").mkdir(parents=True)
        if changed is not None:
            os.utime(out / name, (changed, changed))
    build(request(built, force=True))
    assert sorted(path.name for path in out.glob(".building-*")) == [".building-now"]
