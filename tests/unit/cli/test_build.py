"""`dossier build` for many editions, as a whole process: what it loads, what it says, how it is stopped."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.batch import plan as planning
from dossier.batch.fingerprints import Fingerprints
from dossier.batch.manifest import read_manifest, written
from dossier.batch.places import Places
from dossier.batch.targets import Target
from dossier.batch.versions import versions
from tests.unit.batch.conftest import build, request, write
from tests.unit.cli.conftest import Run

HEAVY = {"weasyprint", "matplotlib", "numpy", "pydantic", "babel", "pikepdf", "rich", "fontpkg", "PIL"}
LANGUAGES = ("en", "ar", "de", "es", "fi", "fr", "he", "ja", "pl", "ru", "uk", "zh")
LAYOUTS = ("card", "post", "note")
PROGRAM = """
import json, sys, time
sys.argv = ["dossier", *sys.argv[1:]]
from dossier.cli import main
try:
    main()
except SystemExit as exited:
    loaded = sorted({name.partition(".")[0] for name in sys.modules})
    json.dump({"code": exited.code, "took": time.process_time(), "loaded": loaded}, sys.stderr)
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the small project, by a path from the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    found = versions()
    monkeypatch.setattr(planning, "versions", lambda: found)
    return write(tmp_path).relative_to(tmp_path)


def test_the_editions_of_several_languages_are_summed_up_in_a_table(project: Path, run: Run) -> None:
    arguments = ("build", str(project), "--all-locales", "--layout", "card", "-j", "1")
    told = run(*arguments, "--explain")
    table = "en card  built  output/raid/en/card.pdf  1 page\n"
    summary = "".join(table.replace("en", tag) for tag in ("en", "de", "fr"))
    reasons = "".join(f"{tag} card: it has not been built here before\n" for tag in ("en", "de", "fr"))
    assert (told.code, told.out) == (0, f"{reasons}{summary}\n3 editions: 3 built\n")
    assert told.err == (
        "[1/3] en card: built, less than a minute left\n[2/3] de card: built, less than a minute left\n"
        "[3/3] fr card: built\n"
    )
    again = run(*arguments)
    assert again.out == summary.replace("built", "not changed") + "\n3 editions: 3 not changed\n"
    assert (again.code, again.err) == (0, "")


def test_failures_are_told_once_each_and_the_exit_code_is_9(project: Path, run: Run) -> None:
    (project / "locale" / "de.po").write_text('msgid "x\n')
    told = run("build", str(project), "--all-locales", "--layout", "card", "-j", "2")
    assert told.code == 9
    assert told.out.splitlines() == [
        "en card  built   output/raid/en/card.pdf  1 page",
        "de card  failed  raid/locale/de.po:1      not a PO catalog: neither a comment nor text in quotes",
        "fr card  built   output/raid/fr/card.pdf  1 page",
        "",
        "3 editions: 2 built, 1 failed",
    ]
    assert told.err.endswith(
        "raid/locale/de.po:1: error[locale]: not a PO catalog: neither a comment nor text in quotes\n"
        "hint: Open it in a PO editor and save it again.\n"
        "output/raid/manifest.json: error[batch]: 1 of 3 editions failed\n"
        "hint: The others are there. Mend what is said above and build again.\n"
    )


def test_a_language_that_is_not_ready_is_left_out_of_all_and_refused_by_name(project: Path, run: Run) -> None:
    dossier = project / "dossier.yaml"
    dossier.write_text(dossier.read_text().replace("complete: 0", "complete: 100"))
    told = run("build", str(project), "--all-locales", "--layout", "card", "-j", "1")
    assert told.code == 0
    assert [line.split()[:4] for line in told.out.splitlines()] == [
        ["en", "card", "built", "output/raid/en/card.pdf"],
        ["de", "card", "left", "out"],
        ["fr", "card", "left", "out"],
        [],
        ["3", "editions:", "1", "built,"],
    ]
    assert "an edition needs" in told.out
    assert "error" not in told.err
    named = run("build", str(project), "-l", "de", "--layout", "card")
    assert named.code == 4
    assert named.err.startswith("raid/locale/de.po: error[locale]: ")


def test_files_of_an_edition_that_is_gone_are_named(project: Path, run: Run) -> None:
    run("build", str(project), "-l", "de", "-l", "fr", "--layout", "card", "-j", "1")
    (project / "locale" / "fr.po").unlink()
    told = run("build", str(project), "-l", "de", "--layout", "card")
    assert told.out == "output/raid/de/card.pdf  (1 page, not changed)\n"
    assert told.err == (
        "output/raid/fr/card.pdf: warning[left-over]: an older file, not of this build: locale/fr.po is gone\n"
        "  hint: Remove it if nobody needs it.\n"
    )
    assert (project.parent / "output" / "raid" / "fr" / "card.pdf").is_file()


def test_nothing_is_loaded_where_nothing_has_changed(tmp_path: Path) -> None:
    """Twelve languages in three layouts, asked for as a whole process, take less than a second of a processor.

    bench/batch.py measures how long one waits for it.
    """
    folder = write(tmp_path)
    build(request(folder, "de"))
    multiply(folder, LANGUAGES, LAYOUTS)
    layouts = [argument for name in LAYOUTS for argument in ("--layout", name)]
    command = [sys.executable, "-c", PROGRAM, "build", "raid", "--all-locales", "--out", "out", *layouts]
    took = []
    for _ in range(3):
        finished = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        assert finished.stdout.endswith("36 editions: 36 not changed\n")
        answer = json.loads(finished.stderr)
        assert set(answer["loaded"]) & HEAVY == set()
        took.append(answer["took"])
    assert min(took) < 1


def multiply(folder: Path, tags: Sequence[str], layouts: Sequence[str]) -> None:
    """Make the one edition that is built, de in the layout card, into one for each language and layout."""
    out = folder.parent / "out" / "raid"
    places = Places(folder, out)
    manifest = read_manifest(out / "manifest.json", places)
    assert manifest is not None
    (made,) = manifest.records.values()
    catalog, pdf = (folder / "locale" / "de.po").read_bytes(), (out / "de" / "card.pdf").read_bytes()
    for name in layouts[1:]:
        shutil.copytree(folder / "layouts" / "card", folder / "layouts" / name)
    for tag in tags:
        (folder / "locale" / f"{tag}.po").write_bytes(catalog)
        (out / tag).mkdir(exist_ok=True)
        for name in layouts:
            (out / tag / f"{name}.pdf").write_bytes(pdf)
    for path in folder.parent.rglob("*"):
        os.utime(path, (0, 0))
    fingerprints, found, records = Fingerprints(places), versions(), {}
    for target in (Target(tag, name) for tag in tags for name in layouts):
        file = replace(made.files[0], path=f"{target.tag}/{target.layout}.pdf")
        assert fingerprints.of(f"out/{file.path}") == file.sha256
        names = [
            input.replace("/de.po", f"/{target.tag}.po").replace("/card/", f"/{target.layout}/")
            for input in made.inputs
        ]
        inputs = {name: fingerprints.of(name) for name in names}
        records[target] = replace(made, target=target, files=(file,), inputs=inputs, versions=found)
    manifest = replace(manifest, records=records, seen=fingerprints.seen())
    (out / "manifest.json").write_bytes(written(manifest, places))


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_batch_that_is_stopped_leaves_no_process_and_no_file(tmp_path: Path, sent: signal.Signals) -> None:
    folder = write(tmp_path)
    out = tmp_path / "out"
    process = subprocess.Popen(
        [Path(sys.executable).with_name("dossier"), "build", folder, "--all-locales", "--out", out, "-j", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )  # fmt: skip
    deadline = time.monotonic() + 120
    while len(members(process.pid)) < 4:  # beside the command there are two that serve its workers
        assert time.monotonic() < deadline
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)
    asked = time.monotonic()
    os.killpg(process.pid, sent) if sent is signal.SIGINT else process.send_signal(sent)
    _, err = process.communicate(timeout=30)
    assert time.monotonic() - asked < 20
    assert (process.returncode, err.strip().splitlines()[-1]) == (130, "interrupted")
    while members(process.pid):
        assert time.monotonic() - asked < 30, "a process is left"
        time.sleep(0.02)
    assert [path for path in out.rglob("*") if path.is_file()] == []


def members(session: int) -> list[int]:
    """Return the processes of a session that are alive."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found
