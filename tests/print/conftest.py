"""The bundled dossier, built once for all tests that read finished files back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier import resources
from dossier.build import Built, BuiltSet, build_edition, build_layout
from dossier.model.project import Project, load_project

BUNDLED = resources.assets() / "articles" / "gulag-operation"


@pytest.fixture(scope="session")
def bundled() -> Project:
    return load_project(BUNDLED)


@pytest.fixture(scope="session")
def english(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_edition(bundled, "en", "dossier", tmp_path_factory.mktemp("english"))


@pytest.fixture(scope="session")
def letter(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_edition(bundled, "en", "dossier-letter", tmp_path_factory.mktemp("letter"))


@pytest.fixture(scope="session")
def panels(bundled: Project, tmp_path_factory: pytest.TempPathFactory) -> BuiltSet:
    return build_layout(bundled, "en", "panels-a1", tmp_path_factory.mktemp("panels"), strict=True)


@pytest.fixture(scope="session")
def folder() -> Path:
    return BUNDLED
