"""Rules about inks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.diagnostics import Severity
from dossier.pdf.inspection import MARKS, Colour, Inspection, Painted, Position, Spot
from dossier.preflight.findings import Fault, Limits, quoted, worst

_ROUNDING = 0.5
"""Per cent of ink that eight bits a component cannot tell apart."""
_SCREEN = re.compile(r"DeviceRGB|CalRGB|ICCBased 3|Lab")
_MANAGED = re.compile(r"ICCBased \d|CalGray|unknown")
_TO_CMYK = "convert it to CMYK through the printer's profile in the program that made it"


def _verdict(space: str) -> Severity | None:
    """Return how grave a colour space is in a file for a press; spots and what stands in for them are inks."""
    if space.startswith(("Separation ", "DeviceN ")):
        return None
    return "error" if _SCREEN.search(space) else "warning" if _MANAGED.search(space) else None


def colour_spaces(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for colours that are not CMYK, gray or a named spot, also where nothing is painted in them."""
    used: dict[tuple[int, str], tuple[str, Position, int]] = {}
    met: dict[tuple[int, str, str], tuple[str, Position, int]] = {}
    for use, space, position, count in _uses(file):
        key = (position.page, position.object, space)
        met[key] = (met[key][0], met[key][1], met[key][2] + count) if key in met else (use, position, count)
        used.setdefault((position.page, space), met[key])
    for (_, _, space), (use, position, count) in met.items():
        if severity := _verdict(space):
            what = "is not ink" if severity == "error" else "is converted only in the RIP"
            yield Fault(severity, f"{use} in {space}, which {what}", _TO_CMYK, position, count)
    for named in file.spaces:
        if named.use == "resource" and _verdict(named.space) and (named.position.page, named.space) not in used:
            message = f"{named.space} is named in the resources, though nothing is painted in it"
            yield Fault("warning", message, "export it anew; some printers' checks stop at it", named.position)


def _uses(file: Inspection) -> Iterator[tuple[str, str, Position, int]]:
    for mark in file.painted:
        yield f"a {mark.use}" if mark.use != "text" else "text", mark.colour.space, mark.position, mark.count
    for image in file.images:
        yield "an image", image.space, image.position, 1
    for named in file.spaces:
        if named.use == "group":
            yield "a transparency group blends", named.space, named.position, 1


def total_ink(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for colours, and for places in images, with more ink than the paper takes up."""
    most = limits.ink + _ROUNDING
    hint = f"reduce the colour to {limits.ink:g} % at most; convert pictures with a profile of that ink limit"
    heavy = (mark for mark in file.painted if _prints(mark) and mark.colour.total > most)
    for mark in worst(heavy, lambda mark: mark.colour.total):
        message = (
            f"{mark.colour.total:.0f} % of ink in a {mark.use}, {limits.ink:g} % is the limit ({_names(mark.colour)})"
        )
        yield Fault("error", message, hint, mark.position, mark.count)
    for each in file.overprints:
        if each.total.total > most and each.above.total <= most and each.below.total <= most:
            message = (
                f"up to {each.total.total:.0f} % of ink where {_names(each.above)} overprints {_names(each.below)},"
                f" {limits.ink:g} % is the limit"
            )
            yield Fault("warning", message, "let it knock out there, or reduce the colour below", each.position)
    for image in file.images:
        if image.in_bleed and image.heaviest and image.heaviest.total > most:
            message = f"{image.heaviest.total:.0f} % of ink in an image, {limits.ink:g} % is the limit"
            yield Fault("error", message, hint, image.position)
        if image.in_bleed and not image.is_sampled:
            message = f"the inks of an image ({image.width} x {image.height}, {image.space}) were not measured"
            yield Fault("info", message, "measure it in the program that it comes from", image.position)


def _prints(mark: Painted) -> bool:
    return mark.visible and mark.in_bleed


def _names(colour: Colour) -> str:
    return ", ".join(f"{name} {100 * share:.0f}" for name, share in colour.inks or () if share)


def white_overprint(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for paper white that overprints: it vanishes."""
    for mark in worst((each for each in file.painted if _vanishes(each)), lambda mark: mark.count):
        message = f"a {mark.use} in white overprints: it will not be seen{quoted(mark)}"
        yield Fault("error", message, "set it to knock out", mark.position, mark.count)


def _vanishes(mark: Painted) -> bool:
    return mark.visible and mark.colour.is_paper and mark.overprints


def spots(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look at the names of spot inks: each is a plate, so one ink needs one name and one description."""
    first: dict[str, Spot] = {}
    for spot in file.spots:
        known = first.setdefault(re.sub(r"[\W_]+", "", spot.name).casefold(), spot)
        if known.name != spot.name:
            message = f"the spot ink {spot.name!r} is also called {known.name!r}: two plates for one ink"
            yield Fault("error", message, "write the name alike everywhere", spot.position)
        elif known is not spot:
            message = f"the spot ink {spot.name!r} is described in two ways"
            yield Fault("error", message, "use one swatch for it, with one alternate colour", spot.position)
        elif _verdict(spot.alternate):
            message = f"the spot ink {spot.name!r} stands in {spot.alternate} where its plate is not made"
            yield Fault("warning", message, "describe it in CMYK", spot.position)
    marks = (mark for mark in file.painted if _prints(mark) and mark.colour.share(MARKS))
    for mark in worst(marks, lambda mark: mark.count):
        message = "the ink of register marks, which prints on every plate, is used inside the bleed"
        yield Fault(
            "error", message, "use black, or the black for large areas, in the artwork", mark.position, mark.count
        )
