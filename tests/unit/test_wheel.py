"""The wheel holds everything the program needs, and what it builds is what the checkout builds."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DOSSIER = ("-c", "from dossier.cli import main; main()")

pytestmark = pytest.mark.slow


def python(*arguments: str | Path, cwd: Path, path: Path | None = None) -> None:
    """Run Python in a folder, with `path` searched before the installed packages."""
    environment = {**os.environ, "PYTHONPATH": str(path or "")}
    subprocess.run([sys.executable, *arguments], cwd=cwd, env=environment, check=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    python("-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    (path,) = folder.glob("*.whl")
    return path


def files(folder: str, packed_as: str) -> set[str]:
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {f"{packed_as}/{path.relative_to(ROOT / folder)}" for path in found}


def test_code_assets_and_layouts_are_packed_and_nothing_else(wheel: Path) -> None:
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    resources = files("assets", "dossier/assets") | files("layouts", "dossier/layouts")
    assert "dossier/assets/articles/gulag-operation/dossier.yaml" in resources
    assert packed == files("src/dossier", "dossier") | resources


def test_the_wheel_builds_what_the_checkout_builds(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    python("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", site, wheel, cwd=tmp_path)
    python(*DOSSIER, "build", "--layout", "dossier", "--out", "from-wheel", cwd=tmp_path, path=site)
    python(*DOSSIER, "build", "--layout", "dossier", "--out", "from-checkout", cwd=tmp_path)
    built, expected = (tmp_path / name / "gulag-operation/en/dossier.pdf" for name in ("from-wheel", "from-checkout"))
    assert built.read_bytes() == expected.read_bytes()
