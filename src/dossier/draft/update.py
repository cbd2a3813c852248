"""A newer version of an article for a project that a person works on.

The older text stays as a source, and every statement keeps resting on it. The newer one becomes a further source: what
only it tells is added, and what it no longer tells is reported. Whether to let go of the older text is for a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TypeVar

from dossier.draft.desk import Desk, works_of
from dossier.draft.doubts import differences, gaps, inferences
from dossier.draft.ids import Ids
from dossier.draft.insertion import NEW, Addition, with_additions
from dossier.draft.items import events, people, places, units, zones
from dossier.draft.merging import Found, Sides, merged
from dossier.draft.notes import Note
from dossier.draft.project import confirm, lines_of, summary
from dossier.draft.report import report
from dossier.draft.sources import source
from dossier.draft.teller import teller_of
from dossier.draft.versions import Version, read_versions
from dossier.errors import SourceError, UsageError, Where
from dossier.extract.extraction import extract
from dossier.extract.items import Extraction
from dossier.model.dossier import Dossier, Source
from dossier.model.evidence import Evidence
from dossier.model.project import FILE, Project, load_project
from dossier.model.walk import parts
from dossier.model.yaml import read_text
from dossier.readers import read
from dossier.reconcile import Reconciliation, reconcile

T = TypeVar("T", bound=Found)
_NOW = {"conflict": "FUZZY: now in conflict", "gap": "FUZZY: one of the two has a hole"}


@dataclass(frozen=True, slots=True)
class Updated:
    """Files of a project as they should be, dossier.yaml last, what was noted, and what was added in a few words."""

    files: tuple[tuple[Path, bytes], ...]
    review: Path
    notes: tuple[Note, ...]
    summary: str


def update_project(path: Path, folder: Path, *, language: str = "", format: str | None = None) -> Updated:
    """Return the project in `folder` with the newer version of its article at `path`; nothing is written.

    Raises SourceError where the project is faulty, or the text is in another language or about something else,
    UsageError where it is in the project already.
    """
    project = load_project(folder)
    dossier = project.dossier
    if dossier.signed:
        raise UsageError(
            "the dossier is signed, and what is added has not been reviewed",
            hint='Take "signed" out first, and sign again when you have read what is new.',
            where=Where(folder / FILE),
        )
    taken = [(each.mark, PurePosixPath(each.path).name) for each in dossier.sources]
    (newer,) = read_versions([path], format=format, language=language or dossier.language, taken=taken)
    if newer.article.source in project.texts.values():
        raise UsageError("this text is a source of the project already", hint="Give a newer one.", where=Where(path))
    if not language and newer.article.language not in (dossier.language, "und"):
        raise SourceError(f"in {newer.article.language!r}, but the project is in {dossier.language!r}",
                          hint="Draft it as a project of its own.", where=Where(path))  # fmt: skip
    older, compared = _older(project, newer, path)
    teller = teller_of(dossier.language)
    ids = Ids(part.id for _, part in parts(dossier) if hasattr(part, "id"))
    newer = replace(newer, id=ids.take(newer.id, "text"))
    novel = replace(newer, found=_novel(Sides((older, newer), (compared,)), dossier))
    notes: list[Note] = []
    works, references = works_of((novel,), teller, ids, notes, dossier.references)
    desk = Desk(Sides((novel,), ()), teller, ids, works, references, notes)
    notes += _standing(dossier, older, newer, compared)
    additions = _additions(desk, Desk(Sides((older, newer), (compared,)), teller, ids, works, {}, notes), newer)
    notes += [
        Note("new", f"added under {addition.key}", item=item.id)
        for addition in additions
        if addition.key != "sources"
        for item in addition.items
        if hasattr(item, "id")
    ]
    return _updated(project, newer, additions, tuple(notes))


def _older(project: Project, newer: Version, path: Path) -> tuple[Version, Reconciliation]:
    """Return the source of the project that `newer` has most sentences in common with, and the two compared."""
    best: tuple[int, Source, Reconciliation] | None = None
    articles = {}
    for each in project.dossier.sources:
        articles[each.id] = read(project.folder / each.path)
        compared = reconcile(articles[each.id], newer.article)
        paired = sum(finding.part == "sentence" and finding.kind != "added" for finding in compared.findings)
        if paired and (best is None or paired > best[0]):
            best = paired, each, compared
    if best is None:
        raise SourceError("no sentence of it is like one of the project's sources: this is no newer version of them",
                          hint="Draft it as a project of its own with --out.", where=Where(path))  # fmt: skip
    _, each, compared = best
    article = articles[each.id]
    file = each.path.removeprefix("sources/")
    return Version(each.id, each.mark, project.folder / each.path, file, article, extract(article)), compared


def _novel(sides: Sides, dossier: Dossier) -> Extraction:
    """Return what only the newer version tells, and no item of dossier.yaml is named like."""
    newer = sides.versions[1]
    named = [unit.name for unit in dossier.units] + [person.name for person in dossier.people]
    named += [place.name for place in dossier.places] + [zone.name for zone in dossier.zones]
    named += [event.title for event in dossier.events]
    names = {" ".join(name.casefold().split()) for name in named}

    def only_there(items_of: Callable[[Extraction], Sequence[T]]) -> Iterator[T]:
        for item in merged(sides, items_of):
            name = getattr(item.first, "name", "") or getattr(item.first, "title", "")
            if item.version is newer and " ".join(name.casefold().split()) not in names:
                yield item.first

    return replace(
        newer.found,
        events=tuple(only_there(lambda found: found.events)),
        units=tuple(only_there(lambda found: found.units)),
        people=tuple(only_there(lambda found: found.people)),
        places=tuple(only_there(lambda found: found.places)),
        zones=tuple(only_there(lambda found: found.zones)),
    )


def _additions(desk: Desk, both: Desk, newer: Version) -> tuple[Addition, ...]:
    head = NEW.format(mark=newer.mark, file=newer.file)
    added_places, place_ids = places(desk)
    added_events = events(desk, place_ids)
    added_units, added_people, added_zones = units(desk), people(desk), zones(desk)
    holes, gap_ids = gaps(desk)
    found = (
        ("sources", (source(desk, newer),)),
        ("events", added_events),
        ("units", added_units),
        ("people", added_people),
        ("places", added_places),
        ("zones", added_zones),
        ("differences", differences(both)),
        ("gaps", holes),
        ("uncertain", inferences(both, gap_ids, lambda _: None)),
        ("references", desk.cited_works()),
    )
    return tuple(Addition(key, items, desk.comments, head) for key, items in found if items)


def _standing(dossier: Dossier, older: Version, newer: Version, compared: Reconciliation) -> Iterator[Note]:
    """Yield what became, in the newer version, of each quotation from the older one."""
    text = newer.article.source
    item = dossier.id
    seen: set[tuple[str, str]] = set()
    for _, part in parts(dossier):
        item = getattr(part, "id", item)
        if not isinstance(part, Evidence) or part.source != older.id or (item, part.exact) in seen:
            continue
        seen.add((item, part.exact))
        if part.exact in text:
            continue
        start = older.article.source.find(part.exact) if part.start is None else part.start
        finding = compared.at(start, start + len(part.exact))
        place = f"sources/{older.file}:{older.line(start)}"
        if finding is None or not finding.second:
            yield Note("vanished", "ORPHANED: the newer version has no such sentence", part.exact, place, item)
            continue
        now = " ".join(quote.text for quote in finding.second)
        place = f"sources/{newer.file}:{newer.line(finding.second[0].start)}"
        if finding.kind == "agreeing":
            continue  # the same words, with other marks or links between them
        what = _NOW.get(finding.kind, "FUZZY: the sentence now reads otherwise")
        yield Note("changed", f"{what} (was: {' '.join(part.exact.split())[:300]})", now, place, item)


def _updated(project: Project, newer: Version, additions: Sequence[Addition], notes: tuple[Note, ...]) -> Updated:
    """Return the files of the project, tried out in a folder of their own."""
    text = with_additions(_verbatim(project.folder / FILE), additions)
    sources = [(PurePosixPath(each.path), project.texts[each.id].encode()) for each in project.dossier.sources]
    sources.append((PurePosixPath(f"sources/{newer.file}"), newer.data))
    with TemporaryDirectory() as name:
        workshop = Path(name)
        for path, content in sources:
            (workshop / path).parent.mkdir(parents=True, exist_ok=True)
            (workshop / path).write_bytes(content)
        (workshop / FILE).write_bytes(text.encode())
        confirm(workshop)
        lines = lines_of(workshop)
    review = project.folder / f"review-{newer.mark.lower()}.md"
    added = {addition.key: addition.items for addition in additions}
    title = project.dossier.title
    return Updated(
        (
            (project.folder / "sources" / newer.file, newer.data),
            (review, report(title, notes, lines).encode()),
            (project.folder / FILE, text.encode()),
        ),
        review,
        notes,
        summary(added) or "nothing new",
    )


def _verbatim(path: Path) -> str:
    read_text(path)  # for its errors
    return path.read_bytes().decode("utf-8")
