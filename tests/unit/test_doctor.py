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


def problems(output: Path) -> dict[str, Diagnostic]:
    """Return the errors that are found, by their code."""
    found = [finding.diagnostic for finding in doctor.examine(output)]
    return {diagnostic.code: diagnostic for diagnostic in found if diagnostic and diagnostic.severity == "error"}


def test_a_machine_that_passes_the_tests_lacks_nothing(tmp_path: Path) -> None:
    findings = doctor.examine(tmp_path / "output")
    assert [finding for finding in findings if finding.diagnostic] == []
    subjects = [finding.subject for finding in findings]
    assert "libharfbuzz-subset0, which embeds fonts" in subjects
    assert f"output folder {tmp_path / 'output'}" in subjects


def test_a_missing_library_is_named_with_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = SystemPart("libunheard-of-1", "sets music", "library", "libunheard-of.so.1")
    monkeypatch.setattr(doctor, "FOR_SETTING", (part,))
    problem = problems(tmp_path)["system"]
    assert problem.message == "the library libunheard-of.so.1 is missing: it sets music"
    assert problem.hint == "On Debian and Ubuntu: sudo apt-get install libunheard-of-1"


def test_what_only_tests_need_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "FOR_VALIDATING", (SystemPart("jdk", "runs Java", "command", "no-such-command"),))
    found = [finding.diagnostic for finding in doctor.examine(tmp_path) if finding.diagnostic]
    assert [(diagnostic.code, diagnostic.severity) for diagnostic in found] == [("system", "info")]


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
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert problems(tmp_path)["python"].message == "Python 3.9.2 is too old: 3.11 or newer is needed"


def test_a_missing_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "requires", lambda _: ["fontpkg-spectral>=2.5", "fontpkg-unheard-of<2,>=1"])
    problem = problems(tmp_path)["package"]
    assert problem.message == "the Python package fontpkg-unheard-of is missing"
    assert problem.hint.endswith("-m pip install fontpkg-unheard-of")


def test_an_empty_folder_of_layouts_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "layouts", lambda: tmp_path)
    problem = problems(tmp_path)["asset"]
    assert problem.message == "the folder layouts is missing or empty"
    assert problem.where.path == tmp_path


def test_a_file_in_the_way_of_the_output_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("")
    problem = problems(tmp_path / "output" / "deeper")["output"]
    assert problem.message == "a file stands where a folder is needed"
    assert problem.where.path == tmp_path / "output"


def test_an_output_folder_without_permission_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As root everything can be written to, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != tmp_path)
    problem = problems(tmp_path / "output")["output"]
    assert problem.message == "nothing can be written here"
    assert problem.where.path == tmp_path


def test_looking_writes_nothing(tmp_path: Path) -> None:
    doctor.examine(tmp_path / "output")
    assert list(tmp_path.iterdir()) == []


def test_the_module_needs_nothing_but_python() -> None:
    """tools/setup.py imports it before anything is installed."""
    without_packages = [sys.executable, "-S", "-c", "import dossier.doctor"]
    subprocess.run(without_packages, env={"PYTHONPATH": str(Path(doctor.__file__).parent.parent)}, check=True)
