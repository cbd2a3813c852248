"""Every file that a build reads is an input of its edition: else a change of it would go unseen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dossier import resources
from dossier.batch.fingerprints import ABSENT, Fingerprints
from dossier.batch.inputs import inputs_of, inputs_of_layout
from dossier.batch.places import Places
from dossier.batch.targets import Target
from dossier.errors import LocaleError, UsageError
from dossier.model.project import load_project

PROGRAM = """
import json, sys
opened = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)) and not (arguments[2] or 0) & 3:
        opened.append(arguments[0] if isinstance(arguments[0], str) else arguments[0].decode())
sys.addaudithook(watch)
from pathlib import Path
from dossier.build import build_layout
from dossier.model.project import load_project
folder, tag, layout, out = sys.argv[1:]
build_layout(load_project(Path(folder)), tag, layout, Path(out))
print(json.dumps(opened))
"""
FONTS = (".ttf", ".otf", ".ttc", ".woff", ".woff2")


def names(folder: Path, tag: str, layout: str) -> dict[str, str]:
    places = Places(folder, folder.parent / "out" / "raid")
    brought = inputs_of_layout(layout, places)
    return dict(inputs_of(load_project(folder), Target(tag, layout), brought, Fingerprints(places)))


@pytest.mark.parametrize(("tag", "layout"), [("de", "card"), ("fr", "map-a1")])
def test_everything_that_a_build_opens_is_an_input(folder: Path, tmp_path: Path, tag: str, layout: str) -> None:
    command = (sys.executable, "-c", PROGRAM, folder, tag, layout, tmp_path / "scratch")
    opened = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    places = Places(folder, tmp_path / "out")
    watched = (folder, resources.assets(), resources.layouts())
    files = {
        places.name(path)
        for path in map(Path, opened)
        if any(path.is_relative_to(root) for root in watched)
        or (path.suffix in FONTS and "matplotlib" not in str(path))
    }
    listed = names(folder, tag, layout)
    assert {"project/dossier.yaml", f"project/locale/{tag}.po", "assets/fonts/fonts.yaml"} <= files, "the watch sees"
    assert any(name.startswith("packages/fontpkg") for name in files)
    assert files - listed.keys() == set()
    assert ABSENT not in {listed[name] for name in files}


def test_a_layout_brings_its_folder_and_those_that_it_extends(folder: Path) -> None:
    house = folder / "layouts" / "house"
    house.mkdir()
    (house / "layout.yaml").write_text("layout: 1\nextends: card\nfile: house.pdf\n")
    listed = names(folder, "en", "house")
    own = {name for name in listed if name.startswith("project/layouts/")}
    assert own == {
        "project/layouts/house/", "project/layouts/house/layout.yaml",
        "project/layouts/card/", "project/layouts/card/layout.yaml", "project/layouts/card/card.html",
        "project/layouts/card/style.css",
    }  # fmt: skip


def test_what_would_take_the_place_of_something_is_listed_as_absent(folder: Path) -> None:
    listed = names(folder, "de", "dossier")
    absent = {name for name, fingerprint in listed.items() if fingerprint == ABSENT}
    assert absent == {"project/layouts/dossier/layout.yaml", "project/map.json"}


def test_two_languages_side_by_side_bring_the_catalogs_and_fonts_of_both(folder: Path) -> None:
    pair = names(folder, "en+ar", "card")
    assert pair.keys() >= names(folder, "ar", "card").keys() | names(folder, "en", "card").keys()
    assert {"project/locale/ar.po", "assets/locales/ar.po"} <= pair.keys()
    assert not any(name.endswith("de.po") for name in pair)


def test_what_there_is_not_has_no_inputs(folder: Path) -> None:
    with pytest.raises(LocaleError, match="unknown locale 'tlh'"):
        names(folder, "tlh", "card")
    with pytest.raises(UsageError, match="no layout 'poster'"):
        names(folder, "en", "poster")
