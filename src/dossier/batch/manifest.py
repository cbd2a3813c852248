"""The record of what was built of a project: OUT/<project>/manifest.json, for people, scripts and the next run.

docs/batch.md describes its shape. What differs between two runs with the same result stands under the keys "times"
and "seen" alone. A manifest that cannot be read counts as none: then everything is built again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dossier.batch.fingerprints import Seen
from dossier.batch.places import Places
from dossier.batch.targets import Options, Target
from dossier.diagnostics import Diagnostic
from dossier.errors import DossierError, Where

FILE = "manifest.json"
FORM = 1


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: its path in OUT/<project>, its size, and how many pages it has (a picture has none)."""

    path: str
    bytes: int
    sha256: str
    pages: int | None


@dataclass(frozen=True, slots=True)
class Record:
    """An edition as it was last built.

    `inputs` are fingerprints by name, `versions` those of everything else that has a hand in it. `built` is a moment
    in ISO 8601, `seconds` how long it took.
    """

    target: Target
    options: Options
    files: tuple[File, ...]
    diagnostics: tuple[Diagnostic, ...]
    inputs: Mapping[str, str]
    versions: Mapping[str, str]
    built: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an edition could not be built at the last attempt; its earlier record, if there is one, still stands."""

    target: Target
    error: DossierError


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of a project's editions. `until` is the last day (ISO 8601) on which all of it may be printed.

    `strays` are files that an edition had and no longer has.
    """

    project: str
    language: str
    dossier: str
    until: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    records: Mapping[Target, Record] = field(default_factory=dict)
    failures: Mapping[Target, Failure] = field(default_factory=dict)
    strays: tuple[str, ...] = ()
    seen: Mapping[str, Seen] = field(default_factory=dict)


def read_manifest(path: Path, places: Places) -> Manifest | None:
    """Return the manifest in the file `path`; None where there is none that can be used."""
    try:
        return _manifest(json.loads(path.read_bytes()), places)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _manifest(value: Any, places: Places) -> Manifest:
    if value["manifest"] != FORM:
        raise ValueError(value["manifest"])
    records = [_record(entry, places) for entry in value["editions"]]
    failures = [_failure(entry, places) for entry in value["failed"]]
    return Manifest(
        str(value["project"]),
        str(value["language"]),
        str(value["dossier"]),
        str(value["until"]),
        _findings(value["diagnostics"], places),
        {record.target: record for record in records},
        {failure.target: failure for failure in failures},
        tuple(map(str, value["strays"])),
        {name: _seen(text) for name, text in value["seen"].items()},
    )


def _record(value: Any, places: Places) -> Record:
    return Record(
        _target(value),
        Options(**value["options"]),
        tuple(File(**file) for file in value["files"]),
        _findings(value["diagnostics"], places),
        dict(value["inputs"]),
        dict(value["versions"]),
        str(value["times"]["built"]),
        float(value["times"]["seconds"]),
    )


def _failure(value: Any, places: Places) -> Failure:
    kinds = {kind.code: kind for kind in DossierError.__subclasses__()}
    where = _where(value["where"], places)
    return Failure(_target(value), kinds[value["code"]](value["message"], hint=value["hint"], where=where))


def _target(value: Any) -> Target:
    return Target(str(value["locale"]), str(value["layout"]))


def _findings(values: Any, places: Places) -> tuple[Diagnostic, ...]:
    return tuple(Diagnostic(**{**value, "where": _where(value["where"], places) or Where()}) for value in values)


def _where(value: Any, places: Places) -> Where | None:
    return Where(places.path(value["file"]) if value["file"] else None, value["line"], value["item"]) if value else None


def _seen(text: str) -> Seen:
    size, changed, sha256 = text.split()
    return Seen(int(size), int(changed), sha256)


def written(manifest: Manifest, places: Places) -> bytes:
    """Return `manifest` as the file holds it: sorted, and an input a line, so that two of them compare."""
    editions = [_record_value(record, places) for _, record in sorted(manifest.records.items())]
    failed = [_failure_value(failure, places) for _, failure in sorted(manifest.failures.items())]
    value = {
        "manifest": FORM,
        "project": manifest.project,
        "language": manifest.language,
        "dossier": manifest.dossier,
        "until": manifest.until,
        "diagnostics": [_finding_value(finding, places) for finding in manifest.diagnostics],
        "editions": editions,
        "failed": failed,
        "strays": list(manifest.strays),
        "seen": {name: f"{seen.size} {seen.changed} {seen.sha256}" for name, seen in sorted(manifest.seen.items())},
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _record_value(record: Record, places: Places) -> dict[str, object]:
    return {
        "locale": record.target.tag,
        "layout": record.target.layout,
        "options": _fields(record.options),
        "files": [_fields(file) for file in record.files],
        "diagnostics": [_finding_value(finding, places) for finding in record.diagnostics],
        "inputs": dict(sorted(record.inputs.items())),
        "versions": dict(sorted(record.versions.items())),
        "times": {"built": record.built, "seconds": round(record.seconds, 2)},
    }


def _failure_value(failure: Failure, places: Places) -> dict[str, object]:
    error = failure.error
    return {
        "locale": failure.target.tag,
        "layout": failure.target.layout,
        "code": error.code,
        "message": error.message,
        "hint": error.hint,
        "where": _where_value(error.where, places) if error.where else None,
    }


def _finding_value(finding: Diagnostic, places: Places) -> dict[str, object]:
    return {**_fields(finding), "where": _where_value(finding.where, places)}


def _where_value(where: Where, places: Places) -> dict[str, object]:
    return {"file": places.name(where.path) if where.path else "", "line": where.line, "item": where.item}


def _fields(value: File | Options | Diagnostic) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}
