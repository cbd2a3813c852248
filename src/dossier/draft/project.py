"""A draft on disk: a folder that loads, written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.draft.drafting import Draft, draft
from dossier.draft.map import map_for, map_text
from dossier.draft.notes import Note
from dossier.draft.report import report
from dossier.draft.versions import read_versions
from dossier.draft.writing import dossier_text
from dossier.errors import DossierError, SourceError, UsageError, Where
from dossier.exhibits.gallery import BASEMAP
from dossier.exhibits.map.prepared import FILE as MAP_FILE
from dossier.exhibits.map.prepared import prepared
from dossier.model.dossier import Dossier
from dossier.model.project import FILE, examine_project
from dossier.model.walk import parts
from dossier.model.yaml import read_yaml

REVIEW = "review.md"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the folder, the report in it, what the report notes, and what was found in a few words."""

    folder: Path
    review: Path
    notes: tuple[Note, ...]
    summary: str


def draft_project(
    sources: Sequence[Path], folder: Path, *, title: str = "", language: str = "", format: str | None = None
) -> Written:
    """Draft a project from versions of one article, the first of which tells the story, into the new `folder`.

    Raises UsageError where the folder is there already, SourceError where a source cannot be used or nothing is found
    in it. Then nothing is written.
    """
    refuse_existing(folder)
    versions = read_versions(sources, format=format, language=language)
    drafted = draft(versions, title=title, language=language)
    return write_project(drafted, folder, _map_files(drafted))


def _map_files(drafted: Draft) -> dict[str, bytes]:
    """Return the files of the map; none where the text gives no position."""
    map = map_for(drafted.dossier)
    if map is None:
        return {}
    basemap = prepared(map, drafted.dossier, Path(MAP_FILE))
    return {MAP_FILE: map_text(map).encode(), BASEMAP: basemap.encode()}


def summary(items: Mapping[str, Sequence[object]]) -> str:
    """Return how many there are of the `items` by the keys of dossier.yaml, in a few words."""
    names = (("events", "event"), ("units", "group"), ("people", "person"), ("places", "place"), ("zones", "zone"),
             ("references", "work"))  # fmt: skip
    counts = [(len(items.get(key, ())), key, name) for key, name in names]
    plural = {"people": "people", "units": "groups", "references": "works"}
    return ", ".join(f"{n} {name if n == 1 else plural.get(key, key)}" for n, key, name in counts if n)


def refuse_existing(folder: Path) -> None:
    """Raise UsageError where `folder` holds something."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise UsageError("there is a file of that name", hint="Give another folder with --out.", where=Where(folder))
    if any(folder.iterdir()):
        what = "a project" if (folder / FILE).exists() else "files"
        raise UsageError(
            f"the folder holds {what} already, and nothing is overwritten",
            hint="Give a new folder with --out, or take a newer version of a source with --update.",
            where=Where(folder),
        )


def write_project(drafted: Draft, folder: Path, more: Mapping[str, bytes]) -> Written:
    """Write `drafted`, its sources and `more` files by name into the new folder `folder`.

    Raises UsageError where it is there already or cannot be written; then nothing is.
    """
    refuse_existing(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    except OSError as error:
        raise _unwritable(folder, error) from None
    try:
        _fill(workshop, drafted, more)
        workshop.chmod(0o755)
        workshop.replace(folder)
    except OSError as error:
        raise _unwritable(folder, error) from None
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    return Written(folder, folder / REVIEW, drafted.notes, summary(dict(drafted.dossier)))


def _fill(folder: Path, drafted: Draft, more: Mapping[str, bytes]) -> None:
    (folder / "sources").mkdir()
    for version in drafted.versions:
        (folder / "sources" / version.file).write_bytes(version.data)
    (folder / FILE).write_text(dossier_text(drafted.dossier, drafted.comments), encoding="utf-8")
    for name, content in more.items():
        (folder / name).write_bytes(content)
    confirm(folder, drafted.dossier)
    (folder / REVIEW).write_text(report(drafted.dossier.title, drafted.notes, lines_of(folder)), encoding="utf-8")


def confirm(folder: Path, dossier: Dossier | None = None) -> None:
    """Raise SourceError where what was written does not read back without an error, or not as `dossier`."""
    project, findings = examine_project(folder)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors or project is None or (dossier and project.dossier != dossier):
        fault = str(errors[0]) if errors else "it does not read back as it was written"
        raise SourceError(f"the draft is faulty: {fault}", hint="This is a fault of the program: please report it.",
                          where=Where(folder / FILE))  # fmt: skip


def lines_of(folder: Path) -> dict[str, int]:
    """Return the line of each item in the dossier.yaml of `folder`, by id."""
    document = read_yaml(folder / FILE)
    project, _ = examine_project(folder)
    found = parts(project.dossier) if project else ()
    return {
        part.id: line for place, part in found if hasattr(part, "id") and (line := document.line(place)) is not None
    }


def _unwritable(folder: Path, error: OSError) -> DossierError:
    return UsageError(
        f"cannot be written: {error.strerror}",
        hint="Give another folder with --out, or mend its permissions.",
        where=Where(folder),
    )
