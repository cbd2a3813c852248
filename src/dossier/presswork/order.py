"""The job ticket of a set: what the layout orders, and what was measured on the finished files."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.locales.formats import format_decimal, format_number, format_percent
from dossier.locales.joiners import left_to_right
from dossier.locales.locale import Locale
from dossier.model.layout import LayoutData
from dossier.pdf.accessible import finish_screen
from dossier.pdf.raster import thumbnail
from dossier.press.marks import CUT_CONTOUR
from dossier.press.ticket import Ticket, TicketSheet, ticket_pages
from dossier.press.words import size_of
from dossier.presswork.sheets import FinishedFile, PressJob, profile_name
from dossier.typeset.pages import PICTURE, lay_pages

NAME = "00-ticket.pdf"
_THUMBNAIL = 480
"""The longer side of a sheet's picture, pixels."""
_LETTERS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}


def job_ticket(files: Sequence[FinishedFile], job: PressJob) -> bytes:
    """Return the ticket of `files` as a PDF for the office, in the language of the edition; same files, same bytes."""
    data, voice = job.layout.data, job.voice
    shape = data.sheet_size.height / data.sheet_size.width
    sheets = [
        TicketSheet(
            file.title,
            f"{file.file}.pdf",
            _inks(file.inks),
            _share(file.most_ink, voice.locale),
            file.fingerprint,
            file.checksum,
            f"{PICTURE}{file.file}",
            shape,
        )
        for file in files
    ]
    facts = {voice.texts("ticket.sheet"): _sheet_facts(job), voice.texts("ticket.print"): _print_facts(files, job)}
    ticket = Ticket(job.title, job.language, data.file, facts, sheets)
    html, styles = ticket_pages(ticket, voice.locale, voice.texts, voice.fonts)
    pictures = {file.file: thumbnail(file.pdf, _THUMBNAIL) for file in files}
    return finish_screen(lay_pages(html, styles, voice.fonts, pictures).write(archive=True).pdf)


def _sheet_facts(job: PressJob) -> list[tuple[str, str]]:
    data, texts, locale = job.layout.data, job.voice.texts, job.voice.locale
    size, press = data.sheet_size, data.press
    around = 2 * data.bleed
    slug = 2 * data.slug * data.scale

    def millimetres(width: float, height: float) -> str:
        return texts("tile.mm", length=size_of(width, height, locale))

    visible = millimetres(
        size.width - press.hidden.left - press.hidden.right, size.height - press.hidden.top - press.hidden.bottom
    )
    page = ((size.width + around + slug) / data.scale, (size.height + around + slug) / data.scale)
    scale = left_to_right(f"1:{data.scale}")
    return [
        (texts("ticket.trim"), millimetres(size.width, size.height)),
        (texts("ticket.visible"), "\n".join((visible, *_hidden(data, job)))),
        (
            texts("ticket.bleed"),
            texts("ticket.every-side", length=texts("tile.mm", length=format_decimal(data.bleed, locale))),
        ),
        (texts("ticket.page"), millimetres(*page)),
        (
            texts("ticket.scale"),
            texts("ticket.enlarge", scale=scale, percent=_share(data.scale * 100, locale)) if data.scale > 1 else scale,
        ),
        (texts("ticket.marks"), texts(f"ticket.marks-{press.marks}")),
        (
            texts("ticket.cut"),
            texts("ticket.cut-spot", name=CUT_CONTOUR) if press.cut_contour else texts("ticket.none"),
        ),
        (texts("ticket.format"), texts("ticket.checked", format=left_to_right("PDF/X-4, PDF 1.6"))),
    ]


def _hidden(data: LayoutData, job: PressJob) -> list[str]:
    texts, locale = job.voice.texts, job.voice.locale
    return [
        texts(f"ticket.hidden-{edge}", length=texts("tile.mm", length=format_decimal(length, locale)))
        for edge, length in data.press.hidden
        if length
    ]


def _print_facts(files: Sequence[FinishedFile], job: PressJob) -> list[tuple[str, str]]:
    data, texts, locale = job.layout.data, job.voice.texts, job.voice.locale
    press = data.press
    inks = tuple(dict.fromkeys(ink for file in files for ink in file.inks))
    fonts = sorted({font for file in files for font in file.fonts})
    most = max((file.most_ink for file in files), default=0.0)
    return [
        (texts("ticket.sheets"), format_number(len(files), locale)),
        (
            texts("ticket.copies"),
            format_number(press.quantity, locale) if press.quantity else texts("ticket.open"),
        ),
        (texts("ticket.substrate"), press.substrate or texts("ticket.open")),
        (texts("ticket.profile"), f"{profile_name(job.intent, job.voice)}\n{left_to_right(job.intent.condition)}"),
        (texts("ticket.inks"), left_to_right(_inks(inks))),
        (
            texts("ticket.most-ink"),
            texts("ticket.limited", most=_share(most, locale), limit=_share(press.ink_limit, locale)),
        ),
        (texts("ticket.fonts"), left_to_right(", ".join(fonts))),
    ]


def _share(per_cent: float, locale: Locale) -> str:
    return left_to_right(format_percent(per_cent, locale))


def _inks(inks: Sequence[str]) -> str:
    """Return the letters of the process inks in printers' order, and the names of spots."""
    letters = " ".join(letter for ink, letter in _LETTERS.items() if ink in inks)
    return ", ".join(filter(None, (letters, *(ink for ink in inks if ink not in _LETTERS))))
