"""One edition in one layout, from start to end; the only place that writes artifacts, each whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.diagnostics import Diagnostic
from dossier.errors import AssetError, DossierError, LayoutError, UsageError, Where
from dossier.exhibits.gallery import draw_cover, draw_gallery
from dossier.exhibits.support import Supports
from dossier.exhibits.voice import Voice, voice_of
from dossier.layouts import FILE as LAYOUT_FILE
from dossier.layouts import Layout, load_layout
from dossier.locales import catalogs
from dossier.locales.catalogs import check_complete, localize
from dossier.model.dates import parse_edtf
from dossier.model.dossier import Dossier, Signature
from dossier.model.edition import Edition
from dossier.model.inline import plain
from dossier.model.layout import LayoutData
from dossier.model.media import Crop, Media
from dossier.model.project import FILE, Project, place_of
from dossier.model.walk import messages
from dossier.pdf.accessible import finish_screen
from dossier.pdf.intent import OutputIntent, coated_offset
from dossier.pdf.raster import raster
from dossier.pdf.read import read_summary
from dossier.presswork.order import NAME as TICKET
from dossier.presswork.order import job_ticket
from dossier.presswork.sheets import Artwork, FinishedFile, PressJob, finish_sheets
from dossier.typeset.compose import Composition, Page
from dossier.typeset.panel_set import fit_panels
from dossier.typeset.panels import pictures_of
from dossier.typeset.setting import set_edition
from dossier.typeset.view import View, view
from dossier.units import mm

if TYPE_CHECKING:
    from dossier.pdf.pictures import Picture

OnStage = Callable[[str], None]
STAGES = ("localize", "draw", "compose", "typeset", "finish")
PAIR = "+"
"""Joins two languages that are set side by side."""
PROOF_PIXELS = 1600
"""The longer side of a panel's proof."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished file, its pages, and what was found on the way."""

    path: Path
    pages: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class BuiltSet:
    """The finished files of a layout, in order, and what was found on the way."""

    files: tuple[Built, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """An edition that is ready to be set, and what was found on the way to it."""

    composition: Composition
    diagnostics: tuple[Diagnostic, ...]

    @property
    def page(self) -> Page:
        """The page with each exhibit right after its section."""
        return self.composition.page()


def build_layout(
    project: Project,
    tag: str,
    layout_name: str,
    out: Path,
    *,
    intent: OutputIntent | None = None,
    strict: bool = False,
    on_stage: OnStage = lambda _: None,
) -> BuiltSet:
    """Build the edition of `project` in the language `tag` and one layout: a set of panels, or one file.

    A press layout is made for the printing condition `intent`, FOGRA39 where it is left out. See `build_panels` and
    `build_edition`.
    """
    data = load_layout(layout_name, (project.folder / "layouts",)).data
    if data.bilingual != (PAIR in tag):
        raise _not_a_pair(tag, layout_name, bilingual=data.bilingual)
    if data.panels:
        return build_panels(project, tag, layout_name, out, intent=intent, strict=strict, on_stage=on_stage)
    built = build_edition(project, tag, layout_name, out, intent=intent, strict=strict, on_stage=on_stage)
    return BuiltSet((built,), built.diagnostics)


def _not_a_pair(tag: str, layout_name: str, *, bilingual: bool) -> UsageError:
    if bilingual:
        hint = "Give a pair, such as -l en+de."
        return UsageError(f"the layout {layout_name!r} is for two languages, not for {tag!r}", hint=hint)
    return UsageError(
        f"the layout {layout_name!r} is for one language, not for {tag!r}",
        hint="Give a single language, or a layout for two, such as panels-a1-bilingual.",
    )


def build_edition(
    project: Project,
    tag: str,
    layout_name: str,
    out: Path,
    *,
    intent: OutputIntent | None = None,
    strict: bool = False,
    on_stage: OnStage = lambda _: None,
) -> Built:
    """Build the edition of `project` in the language `tag` and one layout into out/<project>/<language>/.

    With `strict` text that does not fit, on a label or on as many pages as there may be, raises LayoutError. Raises the
    DossierError of the stage that fails; then what was on disk before is as it was.
    """
    composed = compose_edition(project, tag, layout_name, intent=intent, on_stage=on_stage)
    on_stage("typeset")
    layout = composed.composition.layout.data
    with _in_layout(composed.composition.layout):
        setting = set_edition(composed.composition, archive=layout.colour == "screen", strict=strict)
    over = tuple(_too_many_pages(composed.composition.layout, setting.pages))
    if strict and over:
        raise LayoutError(over[0].message, hint=over[0].hint, where=over[0].where)
    on_stage("finish")
    path = out / project.dossier.id / tag / layout.file
    with _in_layout(composed.composition.layout):
        (file,) = _finished([Artwork(setting.pdf, path.stem)], _job(composed.composition, intent))
    write_whole(path, file.pdf)
    return Built(path, setting.pages, composed.diagnostics + setting.diagnostics + over + file.findings)


def _too_many_pages(layout: Layout, pages: int) -> Iterator[Diagnostic]:
    """Yield a finding where text and figures have run on to more pages than the layout allows."""
    if layout.data.pages and pages > layout.data.pages:
        yield Diagnostic(
            "overset", "warning",
            f"the texts and figures of this sheet need {pages} pages, and the layout allows {layout.data.pages}",
            "Shorten the texts, or give the figures less height.",
            Where(layout.folders[0] / LAYOUT_FILE, None, "pages"),
        )  # fmt: skip


def build_panels(
    project: Project,
    tag: str,
    layout_name: str,
    out: Path,
    *,
    intent: OutputIntent | None = None,
    strict: bool = False,
    on_stage: OnStage = lambda _: None,
) -> BuiltSet:
    """Build the panels of one edition and layout into out/<project>/<language>/<set>/, each with a proof beside it.

    A pair of languages, such as en+ar, is set side by side. With `strict` text that does not fit raises LayoutError.
    Nothing is written before all panels are made.
    """
    sides = [compose_edition(project, each, layout_name, intent=intent, on_stage=on_stage) for each in _tags(tag)]
    sides.sort(key=lambda side: side.composition.voice.locale.rtl)  # what runs from the right stands on the right
    on_stage("typeset")
    composition = sides[0].composition
    with _in_layout(composition.layout):
        fitted = fit_panels(*(side.composition for side in sides))
    if strict and fitted.fit.overset:
        first = next(finding for finding in fitted.diagnostics if finding.code == "overset")
        raise LayoutError(first.message, hint=first.hint, where=first.where)
    with _in_layout(composition.layout):
        settings = [fitted.set_sheet(sheet) for sheet in fitted.sheets]
    on_stage("finish")
    folder = out / project.dossier.id / tag / composition.layout.data.file
    artworks = [
        Artwork(setting.pdf, panel.data.file, plain(panel.title))
        for panel, setting in zip(fitted.panels, settings, strict=True)
    ]
    job = _job(composition, intent, *(side.composition for side in sides[1:]))
    with _in_layout(composition.layout):
        files = _finished(artworks, job)
        ticket = job_ticket(files, job) if job else None
    proofs = [_proof(artwork.pdf) for artwork in artworks]
    findings = [finding for setting in settings for finding in setting.diagnostics]
    findings += [finding for file in files for finding in file.findings]
    for file, proof in zip(files, proofs, strict=True):
        write_whole(folder / f"{file.file}.pdf", file.pdf)
        write_whole(folder / f"{file.file}.png", proof)
    if ticket:
        write_whole(folder / TICKET, ticket)
    built = tuple(
        Built(folder / f"{file.file}.pdf", setting.pages, ()) for file, setting in zip(files, settings, strict=True)
    )
    composing = tuple(finding for side in sides for finding in side.diagnostics)
    return BuiltSet(built, composing + fitted.diagnostics + tuple(findings))


def _tags(tag: str) -> tuple[str, ...]:
    """Return the languages of a pair, or the one; raises UsageError for another number or twice the same."""
    tags = tuple(tag.split(PAIR))
    if len(set(tags)) != len(tags) or len(tags) > 2:
        raise UsageError(f"not two languages: {tag!r}", hint=f"Give two that differ, such as en{PAIR}de.")
    return tags


@contextmanager
def _in_layout(layout: Layout) -> Iterator[None]:
    """Give an error that has no place the layout's folder."""
    try:
        yield
    except DossierError as error:
        error.where = error.where or Where(layout.folders[0])
        raise


def _job(composition: Composition, intent: OutputIntent | None, *others: Composition) -> PressJob | None:
    """Return what a set of sheets for a press, in one language or more, has in common; None for a screen."""
    layout, dossier = composition.layout, composition.edition.dossier
    if layout.data.colour == "screen":
        return None
    made = _made(dossier.signed)
    languages = tuple(each.voice.locale for each in (composition, *others))
    return PressJob(plain(dossier.title), layout, composition.voice, languages, intent or coated_offset(), made)


def _finished(artworks: Sequence[Artwork], job: PressJob | None) -> tuple[FinishedFile, ...]:
    if job is None:
        return tuple(FinishedFile(artwork.file, artwork.title, finish_screen(artwork.pdf)) for artwork in artworks)
    return finish_sheets(artworks, job)


def _proof(pdf: bytes) -> bytes:
    """Return the first page as PNG, PROOF_PIXELS on its longer side."""
    box = read_summary(pdf).pages[0].media
    image = raster(pdf, dpi=72 * PROOF_PIXELS / max(box.width, box.height))
    png = BytesIO()
    image.save(png, "png", optimize=True)
    return png.getvalue()


def compose_edition(
    project: Project,
    tag: str,
    layout_name: str,
    *,
    intent: OutputIntent | None = None,
    on_stage: OnStage = lambda _: None,
) -> Composed:
    """Return one edition in one layout, as far as it goes without the typesetter.

    Pictures of a press layout are made for `intent`, the default where it is left out.
    """
    on_stage("localize")
    layout = load_layout(layout_name, (project.folder / "layouts",))
    voice = voice_of(tag)
    edition = localize(project.dossier, project.folder, voice.locale)
    names = [each.name for each in edition.dossier.places]
    names += [zone.name for zone in edition.dossier.zones] + [person.name for person in edition.dossier.people]
    voice = voice.keeping(map(plain, names))
    check_complete(edition, voice.texts, project.folder, project.dossier.complete)
    with _placed(project, tag):
        _check_glyphs(edition, voice)
        supports = Supports(edition.dossier, voice.locale, voice.texts)
        on_stage("draw")
        gallery = draw_gallery(edition.dossier, project.folder, layout, voice, supports)
        cover = draw_cover(edition.dossier, project.folder, layout, voice)
    on_stage("compose")
    matter = view(edition.dossier, supports, supports.entries)
    pictures = _pictures(project, edition.dossier, layout.data, matter, intent or coated_offset())
    composition = Composition(edition, matter, gallery.exhibits, cover, layout, voice, pictures)
    return Composed(composition, (*gallery.diagnostics, *_left_out(project, layout.data, pictures)))


def _pictures(
    project: Project, dossier: Dossier, layout: LayoutData, matter: View, intent: OutputIntent
) -> dict[str, Picture]:
    """Return the pictures that `layout` has room for, by id, in its colours and at its resolution."""
    if not dossier.media:
        return {}
    from dossier.pdf.pictures import Inks, import_picture

    inks = Inks(intent.profile, layout.press.ink_limit) if layout.colour == "press" else None
    resolution = layout.resolution.least, layout.resolution.most
    pictures = {}
    for media, room in _rooms(layout, dossier, matter):
        crop = media.crop or Crop()
        shown = (crop.left, crop.top, crop.width, crop.height)
        try:
            pictures[media.id] = import_picture(project.folder / media.path, shown, room, resolution, inks)
        except AssetError as error:
            place = place_of(project, media.id)
            error.where = Where(place.path, place.line, media.path)
            raise
    return pictures


def _left_out(project: Project, layout: LayoutData, shown: Collection[str]) -> Iterator[Diagnostic]:
    """Yield the pictures that a set of panels has no place for."""
    for media in project.dossier.media if layout.panels else ():
        if media.id not in shown:
            yield Diagnostic(
                "picture-left-out", "info", f"no panel of this set shows the picture {media.id!r}",
                "A panel shows the first picture of its sections; docs/layouts.md says how a place is made for one.",
                place_of(project, media.id),
            )  # fmt: skip


def _rooms(layout: LayoutData, dossier: Dossier, matter: View) -> Iterator[tuple[Media, tuple[float, float]]]:
    """Yield each picture that `layout` shows with its room, pt."""
    if layout.panels:
        for panel, media in pictures_of(layout.panels, dossier, matter).items():
            frame = layout.panels[panel].with_picture().frames["picture"]
            yield media, (mm(frame.width), mm(frame.height))
    elif room := layout.figures.get("picture"):
        for media in dossier.media:
            yield media, (mm(room.width), mm(room.height or room.width))


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path` so that a reader sees the old file or the new one and never a part.

    Raises UsageError where the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(
            f"cannot be written: {error.strerror}",
            hint="Give another folder with --out, or mend its permissions.",
            where=Where(path),
        ) from None


def _made(signed: Signature | None) -> datetime:
    """Return when an edition was made, as its file says: when it was signed. No clock, so that bytes do not change."""
    date = parse_edtf(signed.date).earliest if signed else None
    return datetime(*(date or (2000, 1, 1)), tzinfo=UTC)


@contextmanager
def _placed(project: Project, tag: str) -> Iterator[None]:
    """Give an error about an item the place where a person wrote it: in the catalog or in dossier.yaml."""
    try:
        yield
    except DossierError as error:
        where = error.where or Where(project.folder / FILE)
        if not where.path:
            where = catalogs.place_of(project.folder, tag, where.item) or place_of(project, where.item)
        error.where = where
        raise


def _check_glyphs(edition: Edition, voice: Voice) -> None:
    texts = [(message.id, message.text) for message in messages(edition.dossier)]
    texts += [(reference.id, reference.model_dump_json()) for reference in edition.dossier.references]
    for id, text in texts:
        for role in ("serif", "sans"):
            missing = voice.fonts.missing([text], role)
            if missing:
                character = min(missing)
                raise AssetError(
                    f"no font of the {edition.locale!r} edition has {character!r} (U+{ord(character):04X}),"
                    f" which stands in {id}",
                    hint="Write the text without it, or declare a font that has it in assets/fonts/fonts.yaml.",
                    where=Where(item=id),
                )
