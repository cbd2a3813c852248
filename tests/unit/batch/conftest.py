"""A project that is built in a moment: a page with a title and the time of landing, in English, German and French."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from dossier.batch import plan as planning
from dossier.batch.plan import Plan, plan
from dossier.batch.run import Outcomes, run
from dossier.batch.targets import Request
from dossier.batch.versions import versions
from tests import raid

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "raid.title"
msgid "The raid"
msgstr "{}"
"""
TEMPLATE = """<!DOCTYPE html>
<html lang="{{ locale.tag }}"><head><title>{{ d.title }}</title></head><body>{{ d.title }}</body></html>
"""
VERSIONS = versions()
TODAY = datetime.date(2026, 11, 22)


def now() -> datetime.datetime:
    return datetime.datetime(2026, 11, 22, 5, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _program_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody may be editing the program while its tests run."""
    monkeypatch.setattr(planning, "versions", lambda: VERSIONS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with catalogs, and with a layout "card" of its own that takes a fraction of a second."""
    return write(tmp_path)


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("built"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(planning, "versions", lambda: VERSIONS)
        build(request(folder, "en", "de"))
    return folder


@pytest.fixture
def built(_built: Path, tmp_path: Path) -> Path:
    """Return a project of which the English and the German edition are built."""
    shutil.copytree(_built.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / "raid"


def write(parent: Path) -> Path:
    folder = raid.write(parent / "raid", ("id: raid\n", "id: raid\ncomplete: 0\n"))
    (folder / "locale").mkdir()
    for tag, title in (("de", "Der Handstreich"), ("fr", "Le coup de main")):
        (folder / "locale" / f"{tag}.po").write_text(PO.format(title), encoding="utf-8")
    card = folder / "layouts" / "card"
    card.mkdir(parents=True)
    (card / "layout.yaml").write_text("layout: 1\nfile: card.pdf\nsheet: A4\ntemplate: card.html\n")
    (card / "card.html").write_text(TEMPLATE)
    (card / "style.css").write_text("html { font-family: var(--serif) }\n")
    return folder


def request(folder: Path, *tags: str, every: bool = False, force: bool = False, strict: bool = False) -> Request:
    return Request(folder, folder.parent / "out", ("card",), tags, every, force, strict)


def build(asked: Request, workers: int = 1) -> tuple[Plan, Outcomes]:
    planned = plan(asked, TODAY)
    return planned, run(planned, workers, now, lambda _: None)


def why(asked: Request) -> dict[str, tuple[str, ...]]:
    """Return why each edition has to be built, by its language and layout."""
    return {str(due.target): due.reasons for due in plan(asked, TODAY).due}
