"""What of a request has to be built, and why. Where nothing has, nothing is loaded: no project, no layout, no font."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.batch import manifest as manifests
from dossier.batch.fingerprints import ABSENT, Fingerprints
from dossier.batch.manifest import Manifest, Record, read_manifest
from dossier.batch.places import Places, spoken
from dossier.batch.staleness import reasons
from dossier.batch.targets import Options, Request, Target
from dossier.batch.versions import versions
from dossier.diagnostics import Diagnostic
from dossier.errors import DossierError, IncompleteError, UsageError, Where

if TYPE_CHECKING:
    from dossier.model.project import Project
    from dossier.pdf.intent import OutputIntent

SOURCE = "project/dossier.yaml"


@dataclass(frozen=True, slots=True)
class Due:
    """An edition that has to be built: why, and from what; or what makes that impossible."""

    target: Target
    reasons: tuple[str, ...]
    inputs: Mapping[str, str]
    error: DossierError | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done. `project` is None where nothing is."""

    request: Request
    places: Places
    options: Options
    targets: tuple[Target, ...]
    due: tuple[Due, ...]
    manifest: Manifest
    fingerprints: Fingerprints
    versions: Mapping[str, str]
    project: Project | None = None
    intent: OutputIntent | None = None

    @property
    def fresh(self) -> dict[Target, Record]:
        """The editions that are as they should be."""
        due = {due.target for due in self.due}
        return {target: self.manifest.records[target] for target in self.targets if target not in due}

    def leaves_out(self, target: Target, outcome: object) -> bool:
        """Whether an edition is no failure but only not ready: all were asked for, and its translation is young."""
        return isinstance(outcome, IncompleteError) and self.request.every and target.tag not in self.request.tags


def plan(request: Request, today: datetime.date) -> Plan:
    """Return what has to be built of `request`.

    Raises SourceError where the project cannot be used, UsageError for a layout that there is not.
    """
    digest = _digest(request.folder / spoken(SOURCE))
    options = Options(request.strict, _digest(request.profile) if request.profile else "")
    found = versions()
    if (known := _known(request, digest)) and not request.force:
        manifest, places = known
        fingerprints = Fingerprints(places, manifest.seen)
        targets = tuple(request.targets(manifest.language))
        records = [manifest.records.get(target) for target in targets]
        fresh = not any(reasons(record, options, found, fingerprints) for record in records)
        if fresh and (not manifest.until or today.isoformat() <= manifest.until):
            return Plan(request, places, options, targets, (), manifest, fingerprints, found)
    return _plan_with_project(request, options, digest, found)


def _plan_with_project(request: Request, options: Options, digest: str, found: Mapping[str, str]) -> Plan:
    from dossier.model.project import load_project
    from dossier.pdf.intent import read_intent

    project = load_project(request.folder)
    dossier = project.dossier
    places = Places(request.folder, request.out / dossier.id)
    before = read_manifest(places.out / manifests.FILE, places) or Manifest(dossier.id, dossier.language, digest)
    last_days = [day for media in dossier.media if (day := media.rights.last_day)]
    manifest = replace(
        before,
        language=dossier.language,
        dossier=digest,
        until="{:04}-{:02}-{:02}".format(*min(last_days)) if last_days else "",
        diagnostics=project.diagnostics,
    )
    # The digest was taken before the project was read: what is saved in between counts as changed the next time.
    fingerprints = Fingerprints(places, manifest.seen, {SOURCE: digest})
    targets = tuple(request.targets(dossier.language))
    forced = ("--force was given",) if request.force else ()
    why = {
        target: (*forced, *reasons(manifest.records.get(target), options, found, fingerprints)) for target in targets
    }
    stale = [target for target in targets if why[target]]
    due = tuple(_due(project, stale, why, fingerprints))
    intent = read_intent(request.profile) if request.profile else None
    return Plan(request, places, options, targets, due, manifest, fingerprints, found, project, intent)


def _due(
    project: Project, targets: Sequence[Target], why: Mapping[Target, tuple[str, ...]], fingerprints: Fingerprints
) -> Iterator[Due]:
    from dossier.batch.inputs import inputs_of, inputs_of_layout

    of_layout = cache(partial(inputs_of_layout, places=fingerprints.places))
    for target in targets:
        try:
            inputs = inputs_of(project, target, of_layout(target.layout), fingerprints)
        except UsageError:
            raise
        except DossierError as error:
            yield Due(target, why[target], {}, error)
        else:
            yield Due(target, why[target], inputs)


def _known(request: Request, digest: str) -> tuple[Manifest, Places] | None:
    """Return the manifest of the project as its dossier.yaml is now; its id need not be known to find it."""
    for path in sorted(request.out.glob(f"*/{manifests.FILE}")):
        places = Places(request.folder, path.parent)
        manifest = read_manifest(path, places)
        if manifest and manifest.dossier == digest and manifest.project == path.parent.name:
            return manifest, places
    return None


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ABSENT


def left_over(plan: Plan) -> Iterator[Diagnostic]:
    """Yield the files that belong to no edition any more. They are never removed here."""
    for target, record in sorted(plan.manifest.records.items()):
        gone = sorted(
            spoken(name)
            for name, was in record.inputs.items()
            if _makes_possible(name, target) and was != ABSENT and plan.fingerprints.of(name) == ABSENT
        )
        if gone:
            yield from _found(plan.places, (file.path for file in record.files), f"{', '.join(gone)} is gone")
    yield from _found(plan.places, plan.manifest.strays, "its edition no longer has it")


def _makes_possible(name: str, target: Target) -> bool:
    """Whether there is no such edition without the file: a catalog of its language, its layout."""
    if name.endswith(f"/{target.layout}/layout.yaml"):
        return True
    return name.startswith("project/locale/") and Path(name).stem in target.languages


def _found(places: Places, files: Iterator[str] | tuple[str, ...], because: str) -> Iterator[Diagnostic]:
    for file in files:
        path = places.out / file
        if path.is_file():
            hint = "Remove it if nobody needs it."
            yield Diagnostic("left-over", "warning", f"an older file, not of this build: {because}", hint, Where(path))
