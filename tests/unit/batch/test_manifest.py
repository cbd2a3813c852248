"""The record of a batch, on disk and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from dossier.batch.fingerprints import Seen
from dossier.batch.manifest import Failure, File, Manifest, Record, read_manifest, written
from dossier.batch.places import Places
from dossier.batch.targets import Options, Target
from dossier.diagnostics import Diagnostic
from dossier.errors import LocaleError, Where
from tests.unit.batch.conftest import build, request

DE, FI = Target("de", "dossier"), Target("fi", "dossier")


def manifest(folder: Path) -> Manifest:
    finding = Diagnostic("overset", "warning", "zu lang", "Cut 3 words.", Where(folder / "locale" / "de.po", 7, "end"))
    files = (File("de/dossier.pdf", 9, "ff", 4), File("de/1.png", 2, "ee", None))
    record = Record(
        DE, Options(strict=True, output_intent="ab"), files, (finding,), {"project/dossier.yaml": "aa"},
        {"weasyprint": "70.0"}, "2026-11-22T05:00:00+00:00", 1.25,
    )  # fmt: skip
    error = LocaleError("not a catalog", hint="Save it again.", where=Where(folder / "locale" / "fi.po", 3))
    return Manifest(
        "raid", "en", "cc", "2027-01-01", (finding,), {DE: record}, {FI: Failure(FI, error)}, ("fr/dossier.pdf",),
        {"project/dossier.yaml": Seen(5, 7, "aa")},
    )  # fmt: skip


def test_a_manifest_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    places = Places(tmp_path, tmp_path / "out")
    before = manifest(tmp_path)
    path = tmp_path / "manifest.json"
    path.write_bytes(written(before, places))
    after = read_manifest(path, places)
    assert after is not None
    assert str(after.failures[FI].error) == str(before.failures[FI].error)
    assert (after.records, after.strays, after.seen) == (before.records, before.strays, before.seen)
    assert written(after, places) == path.read_bytes()


def test_it_names_no_place_of_this_machine(tmp_path: Path) -> None:
    places = Places(tmp_path, tmp_path / "out")
    text = written(manifest(tmp_path), places).decode()
    assert str(tmp_path) not in text
    assert '"file": "project/locale/de.po"' in text


def test_times_stand_under_two_keys_alone(folder: Path) -> None:
    build(request(folder))
    value = json.loads((folder.parent / "out" / "raid" / "manifest.json").read_text())
    (edition,) = value["editions"]
    assert edition.pop("times").keys() == {"built", "seconds"}
    assert value.pop("seen").keys() >= {"out/en/card.pdf"}
    build(request(folder, force=True))
    again = json.loads((folder.parent / "out" / "raid" / "manifest.json").read_text())
    again.pop("seen")
    again["editions"][0].pop("times")
    assert again == value


def test_every_key_is_explained(tmp_path: Path) -> None:
    """In docs/batch.md, under "The record"."""
    page = (Path(__file__).parents[3] / "docs" / "batch.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`(\w+)`", page.partition("## The record")[2]))
    assert set(keys(json.loads(written(manifest(tmp_path), Places(tmp_path, tmp_path / "out"))))) <= explained


def keys(value: object, inside: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from keys(part, inside)
    elif isinstance(value, dict) and inside not in {"inputs", "versions", "seen"}:
        for key, part in value.items():
            yield key
            yield from keys(part, key)
