"""Rules about lines, pictures and transparency."""

from __future__ import annotations

import math
from collections.abc import Iterator

from dossier.diagnostics import Severity
from dossier.pdf.inspection import Inspection
from dossier.preflight.findings import Fault, Limits, worst

_ROUNDING = 0.005


def thin_lines(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for lines, and for shapes as narrow as lines, that a plate does not hold."""
    least = (limits.line - _ROUNDING) / limits.scale
    thin = (
        mark
        for mark in file.painted
        if mark.use in ("stroke", "fill") and mark.visible and mark.in_bleed and not mark.colour.is_paper
        if mark.size < least
    )
    for mark in worst(thin, lambda mark: -mark.size):
        what = "a line" if mark.use == "stroke" else "a filled shape"
        message = f"{what} of {mark.size * limits.scale:.2f} pt, {limits.line:g} pt is the least"
        yield Fault("error", message, "draw it wider, also after scaling", mark.position, mark.count)


def resolution(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for pictures with too few pixels for their size on paper and the distance they are looked at from."""
    for image in file.images:
        severity: Severity = "warning" if image.bits == 1 else "error"
        least = limits.line_art if image.bits == 1 else limits.ppi
        ppi = image.ppi / limits.scale
        if not image.in_bleed or not ppi < least - 1:
            continue
        kind = "line art (1 bit)" if image.bits == 1 else "an image"
        need = f"{math.ceil(image.width * least / ppi)} x {math.ceil(image.height * least / ppi)} pixels"
        message = f"{kind} of {image.width} x {image.height} pixels has {ppi:.0f} ppi here, {least:g} are needed"
        yield Fault(severity, message, f"place it smaller, or from an original of {need}", image.position)


def transparency(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Tell where transparency is used: PDF/X-4 allows it, older workflows flatten it."""
    pages: dict[int, list[str]] = {}
    for blend in file.blends:
        pages.setdefault(blend.position.page, []).append(blend.kind)
    first = {blend.position.page: blend.position for blend in reversed(file.blends)}
    for page, kinds in pages.items():
        message = f"transparency is used: {', '.join(kinds)}"
        yield Fault("info", message, "nothing to do where the printer takes PDF/X-4", first[page])
