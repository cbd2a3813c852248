"""What an edition is made from: every file that a build of it reads, by name.

A file that would count if it were there is listed too: a second style sheet, a layout of the project that would take
the place of a bundled one. The code of the program itself is listed as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dossier import resources
from dossier.batch.fingerprints import Fingerprints
from dossier.batch.places import Places
from dossier.batch.targets import Target
from dossier.exhibits.gallery import BASEMAP
from dossier.layouts import FILE as LAYOUT_FILE
from dossier.layouts import load_layout
from dossier.locales.catalogs import catalog_path, interface_catalog
from dossier.locales.fonts import fonts_for
from dossier.locales.locale import locale
from dossier.model.project import FILE, Project


def inputs_of(project: Project, target: Target, layout: Sequence[str], fingerprints: Fingerprints) -> Mapping[str, str]:
    """Return the fingerprint of each input of `target` by its name; `layout` are those that its layout brings.

    Raises LocaleError for a language that there is not, AssetError for a font that is not installed.
    """
    places = fingerprints.places
    names = [
        *map(places.name, _of_project(project, target)),
        *map(places.name, _of_program(target)),
        *layout,
    ]
    return {name: fingerprints.of(name) for name in sorted(set(names))}


def _of_project(project: Project, target: Target) -> Iterator[Path]:
    folder, dossier = project.folder, project.dossier
    yield folder / FILE
    yield folder / BASEMAP
    yield from (folder / source.path for source in dossier.sources)
    yield from (folder / media.path for media in dossier.media)
    yield from (catalog_path(folder, tag) for tag in target.languages if tag != dossier.language)


def _of_program(target: Target) -> Iterator[Path]:
    assets = resources.assets()
    yield interface_catalog()
    yield assets / "fonts" / "fonts.yaml"
    for folder in ("csl", "icc"):
        yield from _files(assets / folder)
    for tag in target.languages:
        language = locale(tag)
        yield interface_catalog(tag)
        yield from (face.path for face in fonts_for(language).faces)


def inputs_of_layout(name: str, places: Places) -> Sequence[str]:
    """Return the names of the files that make the layout called `name`, those that it extends and what all share too.

    Raises UsageError for a layout that there is not, LayoutError for one that cannot be used.
    """
    own = places.project / "layouts"
    names = [*map(places.name, _files(resources.layouts()))]
    for folder in load_layout(name, (own,)).folders:
        names += [f"{places.name(folder)}/", *map(places.name, _files(folder))]
        names.append(places.name(own / folder.name / LAYOUT_FILE))
    return names


def _files(folder: Path) -> Sequence[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and path.suffix != ".md")
