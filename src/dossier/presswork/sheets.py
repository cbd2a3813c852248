"""Sheets for a print shop, with marks and slug line, finished to PDF/X-4's clauses and checked before they go.

Nothing here is written to disk. A sheet that fails its checks stops the set.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from dossier.diagnostics import Diagnostic
from dossier.errors import PreflightError, Where
from dossier.exhibits.voice import Voice
from dossier.layouts import FILE, Layout
from dossier.locales.formats import format_language
from dossier.locales.joiners import left_to_right
from dossier.locales.locale import Locale
from dossier.model.layout import LayoutData
from dossier.pdf.inspect import inspect
from dossier.pdf.inspection import MARKS as EVERY_PLATE
from dossier.pdf.inspection import Inspection
from dossier.pdf.intent import OutputIntent
from dossier.pdf.overlay import Overlay, lay_on
from dossier.pdf.press import finish_press
from dossier.preflight.findings import Limits
from dossier.preflight.judging import judge
from dossier.preflight.profiles import PRESS
from dossier.press.marks import MARKS, PressSheet, draw_sheet
from dossier.press.slug import SlugLine, slug_pages
from dossier.press.words import size_of
from dossier.typeset.pages import set_pages
from dossier.units import mm

_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


@dataclass(frozen=True, slots=True)
class Artwork:
    """A sheet as it was set: the name of its file, without a suffix, and its title, "" for one that stands alone."""

    pdf: bytes
    file: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """A finished sheet, and for a print shop what was measured on it.

    `inks` are the plates that it needs, `most_ink` the per cent of ink that no spot of it exceeds, `fonts` those it
    is set in. `findings` are what the checks say that does not stop it.
    """

    file: str
    title: str
    pdf: bytes
    fingerprint: str = ""
    inks: tuple[str, ...] = ()
    most_ink: float = 0.0
    fonts: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def checksum(self) -> str:
        """Its SHA-256."""
        return hashlib.sha256(self.pdf).hexdigest()


@dataclass(frozen=True, slots=True)
class PressJob:
    """What the sheets of a set have in common: the dossier's title, the layout, the languages, the printing condition.

    `voice` is what slug lines and the ticket are said in, `created` the date that the files carry.
    """

    title: str
    layout: Layout
    voice: Voice
    languages: tuple[Locale, ...]
    intent: OutputIntent
    created: datetime

    @property
    def language(self) -> str:
        """The name of the language with its tag, or the tags of several."""
        tags = left_to_right(" + ".join(language.tag for language in self.languages))
        return tags if len(self.languages) > 1 else f"{format_language(self.voice.locale)} ({tags})"


def finish_sheets(artworks: Sequence[Artwork], job: PressJob) -> tuple[FinishedFile, ...]:
    """Return sheets as files for a print shop, in order.

    Raises LayoutError where the slug has no room for the marks, and PreflightError for a sheet that fails its checks.
    """
    sheet = press_sheet(job.layout.data)
    drawn = sheet.marks.any_in_slug or sheet.marks.cut_contour
    marks = [Overlay(draw_sheet(sheet), -sheet.slug, -sheet.slug)] if drawn else []
    prints = [_fingerprint(artwork.pdf, job) for artwork in artworks]
    slugs = _slug_lines(artworks, prints, sheet, job)
    files = []
    for artwork, fingerprint, slug in zip(artworks, prints, slugs, strict=True):
        trim = sheet.width, sheet.height
        laid = lay_on(artwork.pdf, [*marks, *slug], bleed=sheet.bleed, slug=sheet.slug, trim=trim)
        pdf = finish_press(laid, bleed=sheet.bleed, intent=job.intent, created=job.created)
        files.append(_checked(artwork, pdf, fingerprint, job.layout))
    return tuple(files)


def press_sheet(data: LayoutData) -> PressSheet:
    """Return the sheet of a layout as its file has it: lengths are those of the print, divided by the scale.

    The slug is as wide at any scale: its marks are made for the eye.
    """
    size, bleed = data.sheet_size, mm(data.bleed) / data.scale
    marks = replace(MARKS[data.press.marks], cut_contour=data.press.cut_contour)
    return PressSheet(mm(size.width) / data.scale, mm(size.height) / data.scale, bleed, bleed + mm(data.slug), marks)


def profile_name(intent: OutputIntent, voice: Voice) -> str:
    """Return the name of the printing condition; the default asks to be confirmed."""
    name = left_to_right(intent.identifier)
    return voice.texts("press.confirm", profile=name) if intent.is_default else name


def _fingerprint(artwork: bytes, job: PressJob) -> str:
    """Return eight hexadecimal digits that follow from all that the sheet is made of."""
    digest = hashlib.sha256(artwork)
    digest.update(job.layout.data.model_dump_json().encode())
    digest.update(job.intent.profile)
    digits = digest.hexdigest()
    return f"{digits[:4]} {digits[4:8]}"


def _slug_lines(
    artworks: Sequence[Artwork], prints: Sequence[str], sheet: PressSheet, job: PressJob
) -> list[list[Overlay]]:
    """Return for each sheet its slug line, or nothing where the slug has no room for words."""
    room = sheet.slug_line
    if room is None:
        return [[] for _ in artworks]
    voice, data, count = job.voice, job.layout.data, len(artworks)
    texts, size = voice.texts, data.sheet_size
    how = (
        job.language,
        texts("tile.mm", length=size_of(size.width, size.height, voice.locale)),
        texts("press.scale", scale=left_to_right(f"1:{data.scale}")),
        profile_name(job.intent, voice),
    )
    lines = [
        SlugLine(
            (job.title, texts("press.sheet", number=number, count=count) if count > 1 else "", artwork.title),
            (*how, texts("press.fingerprint", code=left_to_right(fingerprint))),
        )
        for number, (artwork, fingerprint) in enumerate(zip(artworks, prints, strict=True), 1)
    ]
    html, styles = slug_pages(lines, room, voice.locale, voice.fonts)
    pdf = set_pages(html, styles, voice.fonts, archive=False).pdf
    return [[Overlay(pdf, room.left, room.bottom, page)] for page in range(count)]


def _checked(artwork: Artwork, pdf: bytes, fingerprint: str, layout: Layout) -> FinishedFile:
    found = inspect(pdf)
    path = Path(f"{artwork.file}.pdf")
    findings = [finding.diagnostic(path) for finding in judge(found, PRESS, limits_of(layout.data))]
    for finding in findings:
        if finding.severity == "error":
            raise PreflightError(
                f"{path.name}: {finding.where.item or 'the file'}: {finding.message}",
                hint=finding.hint,
                where=Where(layout.folders[0] / FILE),
            )
    shown = tuple(finding for finding in findings if finding.severity == "warning")
    fonts = tuple(sorted({font.name for font in found.fonts if font.is_used}))
    return FinishedFile(
        artwork.file, artwork.title, pdf, fingerprint, tuple(_inks(found)), _most_ink(found), fonts, shown
    )


def limits_of(data: LayoutData) -> Limits:
    """Return what the sheets of a layout are held to."""
    type_ = data.press.smallest_type
    return Limits(
        ink=data.press.ink_limit,
        overprinted_type=type_.overprinting,
        knocked_out_type=type_.reversed,
        coloured_type=type_.coloured,
        rich_black_type=type_.rich_black,
        picture=data.resolution.least,
        scale=data.scale,
    )


def _inks(found: Inspection) -> Iterator[str]:
    """Yield the plates that a file needs: the process inks that are used, then spots by name."""
    used = {ink for mark in found.painted for ink in mark.colour.used} - {EVERY_PLATE}
    used |= {ink for image in found.images if image.heaviest for ink in image.heaviest.used}
    yield from (ink for ink in _PROCESS if ink in used)
    yield from sorted(used - set(_PROCESS))


def _most_ink(found: Inspection) -> float:
    colours = [mark.colour for mark in found.painted if mark.visible and mark.in_bleed]
    colours += [image.heaviest for image in found.images if image.heaviest and image.in_bleed]
    colours += [each.total for each in found.overprints]
    return max((colour.total for colour in colours), default=0.0)
