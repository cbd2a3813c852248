"""Rules about the sheet: its boxes, its scale, and what lies on it that is no print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.pdf.graphics import overlap
from dossier.pdf.inspection import Annotation, Inspection, Position, Sheet
from dossier.pdf.read import Box
from dossier.preflight.findings import Fault, Limits
from dossier.units import mm, to_mm

TOLERANCE = mm(0.01)
MOST_UNITS = 14_400
_PRINTERS_OWN = frozenset({"PrinterMark", "TrapNet"})


def boxes(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look whether each page has a trim that lies in the bleed, and this in the sheet, and all are alike."""
    for number, sheet in enumerate(file.sheets, start=1):
        at = Position(number, "page")
        if not sheet.has_trim:
            yield Fault("error", "the page has no TrimBox", "export it with a trim, as PDF/X-4 does", at)
        if sheet.trim.width < mm(1) or sheet.trim.height < mm(1):
            yield Fault("error", f"the trim is {_size(sheet.trim)}", "set the TrimBox to the trimmed sheet", at)
        hint = "set the boxes so that the trim lies in the bleed, and the bleed in the media"
        for inner, outer, names in (
            (sheet.trim, sheet.bleed, ("TrimBox", "BleedBox")),
            (sheet.bleed, sheet.media, ("BleedBox", "MediaBox")),
            (sheet.trim, sheet.media, ("TrimBox", "MediaBox")),
        ):
            if (beyond := _beyond(inner, outer)) > TOLERANCE:
                yield Fault("error", f"the {names[0]} lies {to_mm(beyond):.2f} mm outside the {names[1]}", hint, at)
        if _beyond(sheet.bleed, sheet.crop) > TOLERANCE:
            message = "the CropBox cuts the bleed: some programs place only what it shows"
            yield Fault("warning", message, "leave the CropBox out, or make it as large as the MediaBox", at)
    yield from _alike(file.sheets)


def _beyond(inner: Box, outer: Box) -> float:
    """Return how far a box lies outside another at most."""
    return max(outer.left - inner.left, outer.bottom - inner.bottom, inner.right - outer.right, inner.top - outer.top)


def _alike(sheets: tuple[Sheet, ...]) -> Iterator[Fault]:
    for number, sheet in enumerate(sheets, start=1):
        for name, box, first in (
            ("MediaBox", sheet.media, sheets[0].media),
            ("BleedBox", sheet.bleed, sheets[0].bleed),
            ("TrimBox", sheet.trim, sheets[0].trim),
        ):
            if max(abs(box.width - first.width), abs(box.height - first.height)) > TOLERANCE:
                message = f"the {name} is {_size(box)}, on page 1 it is {_size(first)}"
                hint = "send sheets of different sizes in files of their own"
                yield Fault("error", message, hint, Position(number, "page"))
                break


def _size(box: Box) -> str:
    return f"{to_mm(box.width):.2f} x {to_mm(box.height):.2f} mm"


def bleed(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look whether the bleed is as wide as the printer wants it."""
    for number, sheet in enumerate(file.sheets, start=1):
        if not sheet.has_trim or _beyond(sheet.trim, sheet.bleed) > TOLERANCE:
            continue  # the rule about boxes says so
        width = abs(_beyond(sheet.trim, sheet.bleed))
        if width < limits.bleed / limits.scale - TOLERANCE:
            message = f"the bleed is {to_mm(width):.2f} mm wide, {to_mm(limits.bleed / limits.scale):g} mm are needed"
            hint = "let the artwork run beyond the trim, and export it with that bleed"
            yield Fault("error", message, hint, Position(number, "page"))


def scale(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for pages that PDF can hold only with a scale, which not every RIP applies."""
    for number, sheet in enumerate(file.sheets, start=1):
        at = Position(number, "page")
        if sheet.scale != 1:
            message = f"the page is scaled by UserUnit {sheet.scale:g}, which not every RIP applies"
            yield Fault("warning", message, "export it at a scale of 1:10, and say so on the order", at)
        if max(sheet.media.width, sheet.media.height) / sheet.scale > MOST_UNITS + TOLERANCE:
            message = f"the page is {_size(sheet.media)}, more than the 5080 mm that PDF can hold"
            yield Fault("error", message, "export it at a scale of 1:10, and say so on the order", at)


def page_size(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for pages of several sizes, and for pages that a viewer refuses."""
    yield from (fault for fault in scale(file, limits) if fault.severity == "error")
    sizes = Counter(_size(sheet.crop) for sheet in file.sheets)
    if len(sizes) > 1:
        listed = ", ".join(f"{size} ({count})" for size, count in sizes.most_common(4))
        yield Fault("info", f"pages of {len(sizes)} sizes: {listed}", "make them alike unless it is meant")


def notes_in_bleed(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for annotations in the bleed: notes, links and form fields that may be printed, or not."""
    inside: dict[tuple[int, str], list[Annotation]] = {}
    for annotation in file.annotations:
        at = annotation.position
        if annotation.kind not in _PRINTERS_OWN and at.box and overlap(at.box, file.sheets[at.page - 1].bleed):
            inside.setdefault((at.page, annotation.kind), []).append(annotation)
    for (_, kind), group in inside.items():
        message = f"an annotation ({kind}) lies inside the bleed"
        hint = "remove links, notes and form fields, or flatten them, before it is exported for a press"
        yield Fault("error", message, hint, group[0].position, len(group))
