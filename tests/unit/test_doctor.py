"""What `examine` says on a machine that lacks something, and on one that lacks nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from dossier import doctor, resources
from dossier.diagnostics import Diagnostic
from dossier.doctor import SystemPart


def problem(code: str, output: Path) -> Diagnostic:
    """Return the one error of that code."""
    (found,) = (found for found in doctor.examine(output) if found.code == code)
    assert found.severity == "error"
    return found


def test_a_machine_that_passes_the_tests_lacks_nothing(tmp_path: Path) -> None:
    assert doctor.examine(tmp_path / "output") == ()


def test_a_missing_library_is_named_with_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = SystemPart("libunheard-of-1", "sets music", "library", "libunheard-of.so.1")
    monkeypatch.setattr(doctor, "FOR_SETTING", (part,))
    found = problem("system", tmp_path)
    assert found.message == "the library libunheard-of.so.1 is missing: it sets music"
    assert found.hint == "On Debian and Ubuntu: sudo apt-get install libunheard-of-1"


def test_what_only_tests_need_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "FOR_VALIDATING", (SystemPart("jdk", "runs Java", "command", "no-such-command"),))
    assert [(found.code, found.severity) for found in doctor.examine(tmp_path)] == [("system", "info")]


@pytest.mark.parametrize(
    ("kind", "name", "present"),
    [
        ("library", "libc.so.6", True),
        ("library", "libunheard-of.so.1", False),
        ("command", "sh", True),
        ("command", "no-such-command", False),
        ("file", "/etc/passwd", True),
        ("file", "/etc", False),
    ],
)
def test_parts_are_recognised(kind: str, name: str, present: bool) -> None:
    assert SystemPart("package", "purpose", kind, name).present() is present  # type: ignore[arg-type]


def test_an_old_python_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert problem("python", tmp_path).message == "Python 3.9.2 is too old: 3.11 or newer is needed"


def test_a_missing_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "requires", lambda _: ["fontpkg-spectral>=2.5", "fontpkg-unheard-of<2,>=1"])
    found = problem("package", tmp_path)
    assert found.message == "the Python package fontpkg-unheard-of is missing"
    assert found.hint.endswith("-m pip install fontpkg-unheard-of")


def test_an_empty_folder_of_layouts_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "layouts", lambda: tmp_path)
    found = problem("asset", tmp_path)
    assert found.message == "the folder layouts is missing or empty"
    assert found.where.path == tmp_path


def test_a_file_in_the_way_of_the_output_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("")
    found = problem("output", tmp_path / "output" / "deeper")
    assert found.message == "a file stands where the output folder is needed"
    assert found.where.path == tmp_path / "output"


def test_an_output_folder_without_permission_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As root everything can be written to, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != tmp_path)
    found = problem("output", tmp_path / "output")
    assert found.message == "nothing can be written here"
    assert found.where.path == tmp_path


def test_looking_writes_nothing(tmp_path: Path) -> None:
    doctor.examine(tmp_path / "output")
    assert list(tmp_path.iterdir()) == []


def test_the_module_needs_nothing_but_python() -> None:
    """tools/setup.py imports it before anything is installed."""
    without_packages = [sys.executable, "-S", "-c", "import dossier.doctor"]
    subprocess.run(without_packages, env={"PYTHONPATH": str(Path(doctor.__file__).parent.parent)}, check=True)
