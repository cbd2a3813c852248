"""The job ticket: what a print shop has to know of a set of sheets, on a form that it can fill in and file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from dossier.locales.joiners import left_to_right
from dossier.press.words import families, line_html, page_html

if TYPE_CHECKING:
    from dossier.locales.catalogs import Texts
    from dossier.locales.fonts import Fonts
    from dossier.locales.locale import Locale

STRIP = 6
"""How many sheets are shown side by side."""
_GAP, _WIDTH, _TALLEST = 4.0, 169.0, 38.0
"""Millimetres between the pictures, of the form, and of the tallest picture."""
_BLANKS = ("order", "contact", "deadline", "delivery")
_CHECKS = ("profile", "bleed", "marks", "substrate", "proof")

STYLE = """
@page { size: A4; margin: 16mm 20mm 20mm }
:root[dir=rtl] [dir=ltr] { text-align: right }
html { color: #1E1D1B; font: calc(8.5pt * var(--sans-size))/calc(11.5pt * var(--leading)) var(--sans) }
body, p, h1, h2, dl, dd { margin: 0 }
.head { border-top: 2.5pt solid #1E1D1B; padding-top: 2.5mm; position: relative }
.kicker { font-weight: 700; string-set: ticket content() }
.set { position: absolute; top: 2.5mm; inset-inline-end: 0; color: #5A5853 }
h1 { font: 300 calc(26pt * var(--serif-size))/calc(30pt * var(--leading)) var(--serif); margin-top: 7mm;
  string-set: name content() }
.language { margin-top: 1mm; color: #5A5853 }
.strip { margin: 8mm 0 9mm; border-bottom: 0.5pt solid #C9C6BE; padding-bottom: 3mm }
.strip div { display: flex; gap: 4mm }
.strip div + div { margin-top: 4mm }
.strip figure { margin: 0 }
.strip img { display: block; box-sizing: border-box; border: 0.4pt solid #8F8C85 }
.strip figcaption { font-weight: 700; margin-top: 1.5mm }
.facts { column-count: 2; column-gap: 8mm }
.facts section { break-inside: avoid }
h2 { font: 700 calc(8.5pt * var(--sans-size))/calc(11.5pt * var(--leading)) var(--sans); margin-bottom: 1.5mm }
.facts dl { display: table; table-layout: fixed; width: 100%; border-spacing: 0 }
.facts dl div { display: table-row }
.facts dt, .facts dd { display: table-cell; vertical-align: top; border-top: 0.4pt solid #C9C6BE; padding: 1.2mm 0 }
.facts dt { width: 28mm; box-sizing: border-box; padding-inline-end: 1mm; color: #5A5853 }
.form { margin-top: 9mm; border-top: 1pt solid #1E1D1B; padding-top: 2.5mm; break-inside: avoid }
.blank { display: inline-block; width: 81mm; height: 13mm; border-bottom: 0.5pt solid #1E1D1B; color: #5A5853 }
.blank.even { margin-inline-start: 8mm }
.checks { margin-top: 6mm }
.checks span { display: inline-block; margin-inline-end: 6mm }
.checks span::before { content: ""; display: inline-block; width: 3mm; height: 3mm; border: 0.6pt solid #1E1D1B;
  margin-inline-end: 1.5mm; vertical-align: -0.4mm }
.files { break-before: page }
table { width: 100%; border-spacing: 0; margin-top: 2mm }
th { font-weight: 400; text-align: start; vertical-align: top; padding: 1.5mm 0 }
thead th { color: #5A5853; border-bottom: 1pt solid #1E1D1B }
td { vertical-align: top; padding: 1.5mm 0; padding-inline-start: 4mm; white-space: nowrap }
thead th + th { padding-inline-start: 4mm }
tbody tr { break-inside: avoid }
tbody th, tbody td { border-bottom: 0.4pt solid #C9C6BE }
tbody th { padding-inline-start: 9mm; position: relative }
tbody th b { position: absolute; inset-inline-start: 0; font: 300 calc(18pt * var(--serif-size))/1.2 var(--serif) }
.name { font: calc(11pt * var(--serif-size))/calc(14pt * var(--leading)) var(--serif) }
.sum { font-size: 6.6pt; line-height: 9pt; color: #5A5853; margin-top: 0.6mm }
.foot { margin-top: 4mm; color: #5A5853 }
"""


@dataclass(frozen=True, slots=True)
class TicketSheet:
    """A sheet in the list of files. `picture` is the address of its picture, `shape` its height by its width."""

    title: str
    file: str
    inks: str
    most_ink: str
    fingerprint: str
    checksum: str
    picture: str
    shape: float


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a ticket says, in words: facts by the heading of their group, and the sheets in order."""

    title: str
    language: str
    set: str
    facts: Mapping[str, Sequence[tuple[str, str]]]
    sheets: Sequence[TicketSheet]


def ticket_pages(ticket: Ticket, locale: Locale, texts: Texts, fonts: Fonts) -> tuple[str, tuple[str, ...]]:
    """Return HTML and style sheets of a job ticket on A4. It asks for the pictures of its sheets."""
    head = (
        f'<div class="head"><p class="kicker">{escape(texts("ticket.title"))}</p>'
        f'<p class="set">{escape(left_to_right(ticket.set))}</p><h1>{escape(ticket.title)}</h1>'
        f'<p class="language">{escape(ticket.language)}</p></div>'
    )
    groups = "".join(
        f"<section><h2>{escape(name)}</h2>{_list(facts)}</section>" for name, facts in ticket.facts.items()
    )
    body = f'{head}{_strip(ticket.sheets)}<div class="facts">{groups}</div>{_form(texts)}{_files(ticket, texts)}'
    title = f"{texts('ticket.title')}: {ticket.title}"
    return page_html(title, f"<main>{body}</main>", locale), (families(fonts), STYLE, _foot(locale))


def _foot(locale: Locale) -> str:
    """Return the rule for what stands below each page: the title where lines begin, the number of the page opposite."""
    begin, end = ("right", "left") if locale.rtl else ("left", "right")
    font = "font: 7.5pt/1 var(--sans); color: #5A5853"
    return (
        f'@page {{ @bottom-{begin} {{ content: string(ticket) " · " string(name); width: 130mm; text-align: {begin};'
        f' {font} }} @bottom-{end} {{ content: counter(page) "/" counter(pages); width: 30mm; text-align: {end};'
        f" {font} }} }}"
    )


def _list(facts: Sequence[tuple[str, str]]) -> str:
    rows = (
        f"<div><dt>{escape(name)}</dt><dd>{''.join(line_html(line) for line in value.splitlines())}</dd></div>"
        for name, value in facts
    )
    return f"<dl>{''.join(rows)}</dl>"


def _strip(sheets: Sequence[TicketSheet]) -> str:
    beside = min(len(sheets), STRIP)
    room = (_WIDTH - (beside - 1) * _GAP) / beside
    figures = []
    for number, sheet in enumerate(sheets, 1):
        width = min(room, _TALLEST / sheet.shape)
        figures.append(
            f'<figure><img src="{escape(sheet.picture)}" alt="{escape(sheet.title or sheet.file)}"'
            f' style="width:{width:.2f}mm;height:{width * sheet.shape:.2f}mm">'
            f"<figcaption>{number}</figcaption></figure>"
        )
    rows = [figures[at : at + STRIP] for at in range(0, len(figures), STRIP)]
    lines = "".join(f"<div>{''.join(row)}</div>" for row in rows)
    return f'<div class="strip">{lines}</div>'


def _form(texts: Texts) -> str:
    blanks = "".join(
        f'<p class="blank {"even" if number % 2 else ""}">{escape(texts(f"ticket.{name}"))}</p>'
        for number, name in enumerate(_BLANKS)
    )
    checks = " ".join(f"<span>{escape(texts(f'ticket.{name}'))}</span>" for name in _CHECKS)
    return (
        f'<div class="form"><h2>{escape(texts("ticket.fill"))}</h2>{blanks}'
        f'<p class="checks"><b>{escape(texts("ticket.confirm"))}</b></p><p class="checks">{checks}</p></div>'
    )


def _files(ticket: Ticket, texts: Texts) -> str:
    heads = ("row", "inks", "most-ink", "fingerprint")
    columns = "".join(f'<th scope="col">{escape(texts(f"ticket.{name}"))}</th>' for name in heads)
    rows = "".join(_row(number, sheet) for number, sheet in enumerate(ticket.sheets, 1))
    return (
        f'<div class="files"><h2>{escape(texts("ticket.files"))}</h2><table><thead><tr>{columns}</tr></thead>'
        f'<tbody>{rows}</tbody></table><p class="foot">{escape(texts("ticket.foot"))}</p></div>'
    )


def _row(number: int, sheet: TicketSheet) -> str:
    title = f'<p class="name">{escape(sheet.title)}</p>' if sheet.title else ""
    cells = "".join(
        f"<td>{escape(left_to_right(value))}</td>" for value in (sheet.inks, sheet.most_ink, sheet.fingerprint)
    )
    return (
        f'<tr><th scope="row"><b>{number}</b>{title}{line_html(left_to_right(sheet.file))}'
        f'<div class="sum">{line_html(left_to_right(f"SHA-256 {sheet.checksum}"))}</div></th>{cells}</tr>'
    )
