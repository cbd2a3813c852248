"""`dossier preflight` as it is called: what is printed where, for people and for programs, and the exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array

from dossier.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function (arguments) -> exit code, stdout, stderr."""

    def called(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dossier", "preflight", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "100")
        with pytest.raises(SystemExit) as left:
            main()
        assert isinstance(left.value.code, int)
        return left.value.code, *capsys.readouterr()

    return called


@pytest.fixture
def clean(tmp_path: Path, sheet: bytes) -> Path:
    path = tmp_path / "clean.pdf"
    path.write_bytes(sheet)
    return path


@pytest.fixture
def faulty(tmp_path: Path, sheet: bytes, spoil: Callable[..., bytes]) -> Path:
    def change(sheet: Any) -> None:
        sheet.draw("1 0 0 rg 10 20 50 40 re f 0.5 0.5 0.5 rg 10 20 50 40 re f")
        del sheet.document.Root.OutputIntents

    path = tmp_path / "faulty.pdf"
    path.write_bytes(spoil(sheet, change))
    return path


def test_a_clean_sheet(run: Run, clean: Path) -> None:
    code, out, err = run(clean)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == f"{clean}: 0 errors, 0 warnings"


def test_errors_are_a_table_and_an_exit_code(run: Run, faulty: Path) -> None:
    code, out, err = run(faulty)
    assert code == 8
    assert err.splitlines()[0] == "error[preflight]: the file failed the profile 'press'"
    words = " ".join(out.split())
    assert f"{faulty}: 2 errors, 0 warnings" in words
    assert "error colour a fill in DeviceRGB, which is not ink (2 times) page 1, 3.5 mm from the left, 128.8" in words
    assert "error intent no output intent for a press (GTS_PDFX)" in words


def test_warnings_do_not_count(run: Run, tmp_path: Path, sheet: bytes, spoil: Callable[..., bytes]) -> None:
    path = tmp_path / "warned.pdf"
    path.write_bytes(spoil(sheet, lambda s: s.page.__setattr__("CropBox", Array([0, 0, 500, 400]))))
    code, out, _ = run(path)
    assert code == 0
    assert "0 errors, 1 warnings" in out


def test_what_cannot_be_read_outweighs_errors(run: Run, faulty: Path, clean: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_text("not a PDF")
    code, out, err = run(faulty, broken, clean)
    assert code == 3
    assert f"{faulty}: 2 errors, 0 warnings" in out
    assert f"{broken}: cannot be read: this is no readable PDF" in out
    assert f"{clean}: 0 errors, 0 warnings" in out
    assert err.startswith(f"{broken}: error[source]: this is no readable PDF")
    assert "\nhint: " in err


def test_a_value_for_programs(run: Run, faulty: Path, tmp_path: Path) -> None:
    code, out, _ = run("--json", "--ink", 280, "--distance", 3, faulty, tmp_path / "missing.pdf")
    assert code == 3
    report = json.loads(out)
    assert list(report) == ["preflight", "profile", "limits", "rules", "files"]
    assert (report["preflight"], report["profile"]) == (1, "press")
    assert report["limits"] == {"ink": 280.0, "bleed": 3.0, "distance": 3.0, "scale": 1.0, "ppi": 100.0}
    assert list(report["rules"][0]) == ["id", "checks", "limit", "source"]
    judged, missing = report["files"]
    assert list(judged) == ["file", "verdict", "errors", "warnings", "unreadable", "findings"]
    assert (judged["file"], judged["verdict"], judged["errors"]) == (str(faulty), "errors", 2)
    assert judged["findings"][1] == {
        "rule": "colour",
        "severity": "error",
        "message": "a fill in DeviceRGB, which is not ink",
        "hint": "convert it to CMYK through the printer's profile in the program that made it",
        "page": 1,
        "object": "page",
        "place": {"left": 3.53, "top": 128.83, "width": 17.64, "height": 14.11},
        "count": 2,
    }
    assert (missing["verdict"], missing["unreadable"]["code"], missing["findings"]) == ("unreadable", "source", [])


@pytest.mark.parametrize(
    "arguments", [(), ("--profile", "newspaper", "a.pdf"), ("--ink", "0", "a.pdf"), ("--scale", "0", "a.pdf")]
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert err.startswith("error[usage]: ")
