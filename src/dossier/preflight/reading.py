"""Rules about reading a file without seeing it: what PDF/UA (ISO 14289-1) asks, as far as a quick look can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from dossier.pdf.inspection import Font, Inspection, Position, Tag
from dossier.preflight.findings import Fault, Limits

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_HEADING = re.compile(r"H([1-6])")
_FROM_THE_SOURCE = "mend it in the document that the PDF is made from, and export it tagged (PDF/UA)"
_HIDDEN = frozenset({"Popup", "PrinterMark", "TrapNet"})


def tagged(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for tags, and for words and pictures that they do not reach."""
    if file.tags is None or not file.identity.is_marked:
        yield Fault("error", "the file is not tagged: it cannot be read aloud in order", _FROM_THE_SOURCE)
        return
    outside: dict[int, list[Position]] = {}
    for mark in file.painted:
        if not mark.tagged and mark.visible:
            outside.setdefault(mark.position.page, []).append(mark.position)
    for image in file.images:
        if not image.tagged:
            outside.setdefault(image.position.page, []).append(image.position)
    for positions in outside.values():
        message = "something is drawn that is neither tagged nor marked as decoration"
        yield Fault("error", message, _FROM_THE_SOURCE, positions[0], len(positions))


def identification(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look whether the file says that it conforms to PDF/UA."""
    if dict(file.identity.xmp).get("pdfuaid:part", "") not in ("1", "2"):
        message = "the metadata does not say that the file conforms to PDF/UA"
        yield Fault("warning", message, "export it as PDF/UA; veraPDF tells what is lacking")


def language(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for the language that a voice is chosen by."""
    found = file.identity.language
    if not _LANGUAGE.fullmatch(found):
        message = f"{found!r} is not a language" if found else "the file has no language"
        yield Fault("error", message, "set the document's language, such as en or de")


def figures(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for figures without a text in their place."""
    for tag in file.tags or ():
        if tag.kind in ("Figure", "Formula") and not tag.text:
            message = f"a {tag.kind.lower()} has no alternative text"
            yield Fault("error", message, "say in words what it shows, or mark it as decoration", _at(tag))


def headings(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look whether headings begin with the first level and skip none on the way down."""
    levels = [(int(match[1]), tag) for tag in file.tags or () if (match := _HEADING.fullmatch(tag.kind))]
    last = 0
    for level, tag in levels:
        if level > last + 1:
            message = f"a heading of level {level} follows " + (f"one of level {last}" if last else "no other")
            yield Fault("error", message, "use the levels in their order", _at(tag))
        last = level
    if file.tags and not levels and len(file.sheets) > limits.pages_without_bookmarks:
        yield Fault("warning", "the file has no headings to move by", "tag the headings as headings")


def tab_order(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look whether links and fields are reached in the order of the tags."""
    pages = {annotation.position.page for annotation in file.annotations if annotation.kind not in _HIDDEN}
    wrong = [number for number in sorted(pages) if file.sheets[number - 1].tabs != "S"]
    if wrong:
        message = "links on the page are not reached in the order of the tags (Tabs is not S)"
        yield Fault("error", message, _FROM_THE_SOURCE, Position(wrong[0], "page"), len(wrong))


def fonts(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for type whose codes cannot be read as letters, and for fonts that are not in the file."""
    for font in file.fonts:
        for missing, message in _lacking(font):
            if missing and font.is_used:
                yield Fault("error", message, "export it with embedded Unicode fonts", font.position)


def _lacking(font: Font) -> tuple[tuple[bool, str], ...]:
    return (
        (not font.embedded, f"the font {font.name} is not embedded"),
        (not font.has_unicode, f"the font {font.name} does not tell which letters it shows (no ToUnicode)"),
    )


def link_texts(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for links that say nothing, and for annotations outside the tags."""
    shown = [annotation for annotation in file.annotations if annotation.kind not in _HIDDEN]
    links = [annotation for annotation in shown if annotation.kind == "Link" and not annotation.is_described]
    for page, group in groupby(links, key=lambda annotation: annotation.position.page):
        silent = list(group)
        message, hint = f"a link on page {page} has no description", "give it words (Contents) that say where it leads"
        yield Fault("error", message, hint, silent[0].position, len(silent))
    for annotation in shown:
        if not annotation.is_tagged:
            message = f"an annotation ({annotation.kind}) is not in the tags"
            yield Fault("error", message, _FROM_THE_SOURCE, annotation.position)


def tables(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for tables without heads, and for heads that do not say what they are the head of."""
    cells = [tag for tag in file.tags or () if tag.table and tag.kind in ("TH", "TD")]
    for _, group in groupby(cells, key=lambda tag: tag.table):
        table = list(group)
        heads = [tag for tag in table if tag.kind == "TH"]
        if not heads:
            yield Fault("error", "a table has no heads (TH)", _FROM_THE_SOURCE, _at(table[0]))
        loose = [tag for tag in heads if not tag.scope]
        if loose and not any(tag.scope for tag in table if tag.kind == "TD"):
            message = "a table head does not say whether it heads a row or a column (Scope)"
            yield Fault("error", message, _FROM_THE_SOURCE, _at(loose[0]), len(loose))


def protection(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look whether encryption keeps a screen reader out."""
    if file.identity.is_encrypted and not file.identity.allows_reading_aloud:
        message = "the file's encryption keeps screen readers from its text"
        yield Fault("error", message, "save it with copying for accessibility allowed")


def _at(tag: Tag) -> Position | None:
    return Position(tag.page, tag.kind) if tag.page else None
