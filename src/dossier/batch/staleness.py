"""Why an edition has to be built, in plain words; an edition without a reason is as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from dossier.batch.fingerprints import ABSENT, Fingerprints
from dossier.batch.manifest import Record
from dossier.batch.places import spoken
from dossier.batch.targets import Options
from dossier.batch.versions import PROGRAM


def reasons(
    record: Record | None, options: Options, versions: Mapping[str, str], fingerprints: Fingerprints
) -> tuple[str, ...]:
    """Return why the edition of `record` has to be built anew; nothing where all of it is as it was built.

    Only what was read when it was built is compared, and only by fingerprint: no layout or catalog is parsed.
    """
    if record is None:
        return ("it has not been built here before",)
    return (
        *_options(record.options, options),
        *_inputs(record.inputs, fingerprints),
        *_versions(record.versions, versions),
        *_outputs(record, fingerprints),
    )


def _options(before: Options, now: Options) -> Iterator[str]:
    for option in fields(Options):
        if getattr(before, option.name) != getattr(now, option.name):
            yield f"--{option.name.replace('_', '-')} is not as it was then"


def _inputs(before: Mapping[str, str], fingerprints: Fingerprints) -> Iterator[str]:
    for name, was in before.items():
        found = fingerprints.of(name)
        if found == was:
            continue
        if name.endswith("/"):
            yield f"files were added to {spoken(name)} or taken from it"
        elif was == ABSENT:
            yield f"{spoken(name)} is new"
        elif found == ABSENT:
            yield f"{spoken(name)} is gone"
        else:
            yield f"{spoken(name)} has changed"


def _versions(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({*before, *now}):
        was, found = before.get(name), now.get(name)
        if was == found:
            continue
        if name == PROGRAM:
            yield "the program itself has changed"
        elif was is None:
            yield f"{name} {found} is new"
        elif found is None:
            yield f"{name} {was} is gone"
        else:
            yield f"{name} {was} \N{RIGHTWARDS ARROW} {found}"


def _outputs(record: Record, fingerprints: Fingerprints) -> Iterator[str]:
    for file in record.files:
        found = fingerprints.of(f"out/{file.path}")
        if found == ABSENT:
            yield f"{file.path} is missing"
        elif found != file.sha256:
            yield f"{file.path} is not the file that was built"
