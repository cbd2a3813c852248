"""An edition is built again when something that it was made from has changed, and it is said in plain words why."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dossier.batch import plan as planning
from tests.unit.batch.conftest import TODAY, VERSIONS, build, request, why

NEW = "it has not been built here before"


def append(path: Path, text: str = "\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def test_what_has_not_changed_is_not_built_again(built: Path) -> None:
    assert why(request(built, "en", "de")) == {}
    assert why(request(built)) == {}
    assert why(request(built, every=True)) == {"fr card": (NEW,)}
    planned, outcomes = build(request(built, "de"))
    assert (planned.project, outcomes) == (None, {})


CHANGES: dict[str, tuple[Callable[[Path], object], str, tuple[str, ...]]] = {
    "text": (lambda f: append(f / "dossier.yaml"), "dossier.yaml has changed", ("de", "en")),
    "source": (lambda f: append(f / "sources" / "article.txt"), "sources/article.txt has changed", ("de", "en")),
    "catalog": (lambda f: append(f / "locale" / "de.po"), "locale/de.po has changed", ("de",)),
    "no catalog": (lambda f: (f / "locale" / "de.po").unlink(), "locale/de.po is gone", ("de",)),
    "other catalog": (lambda f: append(f / "locale" / "fr.po"), "", ()),
    "style": (lambda f: append(f / "layouts/card/style.css"), "layouts/card/style.css has changed", ("de", "en")),
    "new file": (
        lambda f: append(f / "layouts/card/rtl.css"),
        "files were added to layouts/card/ or taken from it", ("de", "en"),
    ),
    "other layout": (lambda f: append(f / "layouts/house/layout.yaml"), "", ()),
    "a map": (lambda f: shutil.copy(f / "dossier.yaml", f / "map.json"), "map.json is new", ("de", "en")),
    "lost": (lambda f: (f.parent / "out/raid/de/card.pdf").unlink(), "de/card.pdf is missing", ("de",)),
    "spoilt": (
        lambda f: append(f.parent / "out/raid/de/card.pdf"), "de/card.pdf is not the file that was built", ("de",)
    ),
    "a note": (lambda f: append(f / "README.md"), "", ()),
    "touched": (lambda f: os.utime(f / "dossier.yaml"), "", ()),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_where_it_counts_and_named(built: Path, change: str) -> None:
    make, reason, tags = CHANGES[change]
    make(built)
    assert why(request(built, "en", "de")) == {f"{tag} card": (reason,) for tag in tags}


def test_a_version_that_has_changed_is_named(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    then = VERSIONS
    now = {**then, "weasyprint": "70.1", "pango": "1.56.3", "program": "0" * 64}
    monkeypatch.setattr(planning, "versions", lambda: {name: now[name] for name in now if name != "zopfli"})
    (reasons,) = why(request(built)).values()
    assert reasons == (
        f"pango {then['pango']} → 1.56.3",
        "the program itself has changed",
        f"weasyprint {then['weasyprint']} → 70.1",
        f"zopfli {then['zopfli']} is gone",
    )


def test_how_it_was_asked_for_counts(built: Path) -> None:
    assert why(request(built, strict=True)) == {"en card": ("--strict is not as it was then",)}
    assert why(request(built, force=True)) == {"en card": ("--force was given",)}


def test_a_manifest_that_cannot_be_read_counts_as_none(built: Path) -> None:
    manifest = built.parent / "out" / "raid" / "manifest.json"
    for text in ("", "[]", '{"manifest": 2}', manifest.read_text()[:-20]):
        manifest.write_text(text)
        assert why(request(built)) == {"en card": (NEW,)}
    spoilt = json.loads("{}") | {"manifest": 1, "editions": [{"locale": "en"}]}
    manifest.write_text(json.dumps(spoilt))
    assert why(request(built)) == {"en card": (NEW,)}


def test_what_was_saved_while_the_project_was_read_counts_as_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dossier.model import project

    load = project.load_project

    def load_and_save(path: Path) -> project.Project:
        loaded = load(path)
        append(path / "dossier.yaml")
        return loaded

    with monkeypatch.context() as patched:
        patched.setattr(project, "load_project", load_and_save)
        build(request(folder))
    assert why(request(folder)) == {"en card": ("dossier.yaml has changed",)}


def test_a_picture_is_not_printed_when_its_licence_has_ended(built: Path) -> None:
    """The manifest says until when; on the day after, the project is read again, which refuses it."""
    manifest = built.parent / "out" / "raid" / "manifest.json"
    value = json.loads(manifest.read_text())
    assert value["until"] == ""
    manifest.write_text(json.dumps(value | {"until": TODAY.isoformat()}))
    assert planning.plan(request(built), TODAY).project is None
    assert planning.plan(request(built), date(2026, 11, 23)).project is not None


def test_asking_whether_anything_has_changed_takes_no_time(built: Path) -> None:
    build(request(built, every=True))
    started = time.perf_counter()
    assert why(request(built, every=True)) == {}
    assert time.perf_counter() - started < 0.5
