"""Fingerprints of files: read once, believed as long as size and time of change are the same."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from dossier.batch.fingerprints import ABSENT, Fingerprints, Seen
from dossier.batch.places import Places

OLD = time.time_ns() - 10**12
A, B = (hashlib.sha256(content).hexdigest() for content in (b"a", b"b"))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path, tmp_path / "out")


def write(places: Places, content: bytes, changed: int = OLD) -> None:
    path = places.path("project/file")
    path.write_bytes(content)
    os.utime(path, ns=(changed, changed))


def test_a_file_is_known_by_what_it_holds(places: Places) -> None:
    write(places, b"a")
    fingerprints = Fingerprints(places)
    assert fingerprints.of("project/file") == A
    assert fingerprints.of("project/none") == ABSENT
    assert fingerprints.seen() == {"project/file": Seen(1, OLD, A)}
    assert fingerprints.learned


def test_what_was_seen_is_believed_while_size_and_time_are_the_same(places: Places) -> None:
    write(places, b"b")
    known = {"project/file": Seen(1, OLD, A)}
    assert Fingerprints(places, known).of("project/file") == A
    assert not Fingerprints(places, known).learned
    write(places, b"b", OLD + 1)
    assert Fingerprints(places, known).of("project/file") == B
    write(places, b"bb")
    assert Fingerprints(places, known).of("project/file") not in (A, B)


def test_a_file_that_has_just_changed_is_not_believed_the_next_time(places: Places) -> None:
    """It may change again within the tick of the clock that its time is counted in."""
    write(places, b"a", time.time_ns())
    fingerprints = Fingerprints(places)
    assert fingerprints.of("project/file") == A
    assert not fingerprints.learned
    assert fingerprints.seen() == {}


def test_a_file_that_changes_during_a_run_is_not_recorded_as_what_was_built_from(places: Places) -> None:
    write(places, b"a", time.time_ns())
    fingerprints = Fingerprints(places)
    assert fingerprints.of("project/file") == A
    write(places, b"b")
    assert fingerprints.seen() == {}
    assert fingerprints.of("project/file") == A


def test_what_has_just_been_written_is_known_without_reading(places: Places) -> None:
    write(places, b"b", now := time.time_ns())
    fingerprints = Fingerprints(places)
    fingerprints.note("project/file", A)
    assert fingerprints.of("project/file") == A
    assert fingerprints.seen() == {"project/file": Seen(1, now, A)}


def test_a_folder_is_known_by_the_names_in_it(places: Places) -> None:
    write(places, b"a")
    before = Fingerprints(places).of("project/")
    write(places, b"b")
    (places.project / ".hidden").touch()
    assert Fingerprints(places).of("project/") == before
    (places.project / "other").touch()
    assert Fingerprints(places).of("project/") != before
    assert Fingerprints(places).of("project/none/") == ABSENT


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("dossier.yaml", "project/dossier.yaml"),
        ("locale/de.po", "project/locale/de.po"),
        ("out/en/dossier.pdf", "out/en/dossier.pdf"),
        ("/usr/share/fonts/a.ttc", "/usr/share/fonts/a.ttc"),
    ],
)
def test_a_name_is_the_same_on_every_machine_and_leads_back(places: Places, path: str, name: str) -> None:
    assert places.name(places.project / path) == name
    assert places.path(name) == places.project / path
