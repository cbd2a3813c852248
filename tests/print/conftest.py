"""The bundled dossier, built once for all tests that read finished files back."""

from __future__ import annotations

import fcntl
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from dossier import resources
from dossier.build import Built, BuiltSet, build_edition, build_layout
from dossier.model.project import Project, load_project
from dossier.typeset import setting

Made = TypeVar("Made")

BUNDLED = resources.assets() / "articles" / "gulag-operation"


@pytest.fixture(scope="session")
def bundled() -> Project:
    return load_project(BUNDLED)


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> Made:
    """Return what `make` makes in a folder; of the processes that run tests side by side the first one makes it."""
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    folder = (factory.getbasetemp() if alone else factory.getbasetemp().parent) / f"once-{name}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept = folder / "made.pickle"
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make(folder)))
        made: Made = pickle.loads(kept.read_bytes())
        return made


@pytest.fixture(scope="session")
def english(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made_once(tmp_path_factory, "english", lambda folder: build_edition(bundled, "en", "dossier", folder))


@pytest.fixture(scope="session")
def letter(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    def build(folder: Path) -> Built:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(setting, "TRIALS", 2)  # where exhibits go is looked at on A4
            return build_edition(bundled, "en", "dossier-letter", folder)

    return made_once(tmp_path_factory, "letter", build)


@pytest.fixture(scope="session")
def panels(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> BuiltSet:
    def build(folder: Path) -> BuiltSet:
        return build_layout(bundled, "en", "panels-a1", folder, strict=True)

    return made_once(tmp_path_factory, "panels", build)


@pytest.fixture(scope="session")
def folder() -> Path:
    return BUNDLED
