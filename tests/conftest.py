"""What tests of every kind use."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import raid

_VERAPDF = Path(__file__).parent.parent / "tools" / "verapdf" / "verapdf"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is found over the expected text in tests/golden")


@pytest.fixture(scope="session")
def verapdf() -> Callable[..., list[str]]:
    """Return a function (flavour, file, ...) -> the files that fail, each followed by the rules it breaks.

    An empty list means that all pass. Fails, and never skips, where veraPDF is not installed. One call for several
    files starts Java only once.
    """

    def judge(flavour: str, *files: Path) -> list[str]:
        finished = subprocess.run([_VERAPDF, flavour, *files], capture_output=True, text=True, check=False)
        if finished.returncode not in (0, 1):
            pytest.fail(finished.stderr.strip())
        return [line.strip() for line in finished.stdout.splitlines() if not line.startswith("PASS ")]

    return judge


@pytest.fixture
def project(tmp_path: Path) -> raid.Spoil:
    """Return a function that writes a small project, with each (old, new) replaced in dossier.yaml."""

    def write(*changes: tuple[str, str]) -> Path:
        return raid.write(tmp_path, *changes)

    return write
