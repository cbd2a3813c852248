"""A project on disk: a folder with dossier.yaml, its sources, and later its catalogs and pictures."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.diagnostics import Diagnostic
from dossier.errors import SourceError, Where
from dossier.model.base import Item
from dossier.model.consistency import Problem, problems
from dossier.model.dossier import Dossier
from dossier.model.validation import InvalidError, validated
from dossier.model.walk import messages, parts
from dossier.model.yaml import Document, read_text, read_yaml

FILE = "dossier.yaml"
SOURCE_BYTES = 16_000_000
"""As much as the largest text that a reader takes, in UTF-8."""


@dataclass(frozen=True, slots=True)
class Project:
    """A dossier, the folder it lies in, and the decoded text of each of its sources by id."""

    folder: Path
    dossier: Dossier
    texts: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...] = ()


def load_project(folder: Path) -> Project:
    """Read and check the project in `folder`.

    Raises SourceError for the first thing that is wrong; what is only doubtful is in the project's diagnostics.
    """
    project, findings = examine_project(folder)
    errors = [finding for finding in findings if finding.severity == "error"]
    if project is None or errors:
        first, more = errors[0], len(errors) - 1
        hint = first.hint + (f" ({more} more: run dossier check)" if more else "")
        raise SourceError(first.message, hint=hint.strip(), where=first.where)
    return project


def examine_project(folder: Path) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """Return the project (None where it cannot be used at all) and everything found wrong or doubtful in it.

    Raises SourceError where a file is missing or is not YAML: then there is nothing to examine.
    """
    path = folder / FILE
    if not folder.is_dir():
        raise SourceError("there is no such folder", hint="Check the name and where you are.", where=Where(folder))
    if not path.is_file():
        raise SourceError(
            f"no {FILE} in this folder", hint="Give a project's folder; see docs/dossier-yaml.md.", where=Where(path)
        )
    document = read_yaml(path)
    try:
        dossier = validated(Dossier, document, document.value)
    except InvalidError as error:
        return None, error.findings
    texts, findings = _read_sources(folder, dossier, document)
    findings += tuple(_located(document, problem) for problem in problems(dossier, texts))
    findings += tuple(_picture_faults(folder, dossier, document))
    return Project(folder, dossier, texts, findings), findings


def _read_sources(folder: Path, dossier: Dossier, document: Document) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    texts: dict[str, str] = {}
    findings: list[Diagnostic] = []
    for index, source in enumerate(dossier.sources):
        line = document.line(("sources", index, "path"))
        path = _inside(folder, source.path)
        if path is None:
            findings.append(
                Diagnostic(
                    "source-path", "error", f"{source.path!r} lies outside the project",
                    "Copy the file into the project's sources folder.", Where(document.path, line, source.id),
                )
            )  # fmt: skip
            continue
        texts[source.id] = read_text(path, limit=SOURCE_BYTES)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if source.sha256 and source.sha256 != found:
            findings.append(
                Diagnostic(
                    "source-changed", "warning", f"{source.path} has changed since it was taken",
                    f"Look at the evidence again, then write sha256: {found}", Where(document.path, line, source.id),
                )
            )  # fmt: skip
    return texts, tuple(findings)


def _picture_faults(folder: Path, dossier: Dossier, document: Document) -> Iterator[Diagnostic]:
    """Yield what keeps pictures from being printed: a file that is not in the project, a licence that has ended."""
    today = datetime.datetime.now(datetime.UTC).date()
    for index, media in enumerate(dossier.media):
        where = Where(document.path, document.line(("media", index, "path")), media.id)
        path = _inside(folder, media.path)
        if path is None or not path.is_file():
            hint = "Copy the file into the project, for example into its folder media/."
            fault = "lies outside the project" if path is None else "is not there"
            yield Diagnostic("media-path", "error", f"{media.path!r} {fault}", hint, where)
        last = media.rights.last_day
        if last and last < (today.year, today.month, today.day):
            where = Where(document.path, document.line(("media", index, "rights", "until")), media.id)
            hint = f"Ask {media.rights.holder} for a new licence and write its end, or take the picture out."
            yield Diagnostic("licence-ended", "error", f"the licence ended on {media.rights.until}", hint, where)


def place_of(project: Project, id: str) -> Where:
    """Return where the item, or the text of the message, with that id stands in dossier.yaml."""
    document = read_yaml(project.folder / FILE)
    places = {message.id: message.place for message in messages(project.dossier)}
    places |= {item.id: place for place, item in parts(project.dossier) if isinstance(item, Item)}
    return Where(document.path, document.line(places.get(id, ())), id)


def _inside(folder: Path, path: str) -> Path | None:
    if PurePosixPath(path).is_absolute() or not path:
        return None
    try:
        inside = (folder / path).resolve().is_relative_to(folder.resolve())
    except (ValueError, RuntimeError):  # a null character, a circle of links
        return None
    return folder / path if inside else None


def _located(document: Document, problem: Problem) -> Diagnostic:
    where = Where(document.path, document.line(problem.place), problem.item)
    return Diagnostic(problem.code, problem.severity, problem.message, problem.hint, where)
