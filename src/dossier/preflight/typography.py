"""Rules about type: what a press can hold in register, and whether the fonts are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dossier.pdf.inspection import Inspection, Painted
from dossier.preflight.findings import Fault, Limits, quoted, worst

_BLACK = "Black"
_NEARLY = 0.9
"""Black ink from which a colour is meant to be black."""
_SOLID = 0.995
_ROUNDING = 0.01


def fonts(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for fonts that are not in the file: another machine sets another face."""
    for font in file.fonts:
        if font.embedded:
            continue
        if font.is_used:
            hint = "export it with all fonts embedded, the standard ones too"
            yield Fault("error", f"the font {font.name} is not embedded", hint, font.position)
        else:
            hint = "export it anew; some printers' checks stop at it"
            message = f"the font {font.name} is named and not embedded, though nothing is set in it"
            yield Fault("warning", message, hint, font.position)


def rich_black(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for black type of text size in several inks, which gets coloured fringes."""
    for mark in worst(_type(file, limits.rich_black_type / limits.scale, _is_rich_black), _smallness):
        inks = ", ".join(mark.colour.used)
        message = f"black type of {mark.size * limits.scale:.1f} pt is printed in {inks}{quoted(mark)}"
        yield Fault("error", message, "set it in black ink only (0 0 0 100)", mark.position, mark.count)


def type_in_several_inks(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for small type in several inks, which blurs when the plates are out of register."""
    several = _type(file, limits.coloured_type / limits.scale, lambda mark: len(mark.colour.used) > 1)
    for mark in worst(several, lambda mark: len(mark.colour.used)):
        message = (
            f"type of {mark.size * limits.scale:.1f} pt in {len(mark.colour.used)} inks{quoted(mark)}: below"
            f" {limits.coloured_type:g} pt one ink holds, several blur"
        )
        yield Fault("error", message, "set it in one ink, or larger", mark.position, mark.count)


def type_size(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for type that is too small to print, and for reversed type that fills in."""
    least, reversed_least = limits.overprinted_type / limits.scale, limits.knocked_out_type / limits.scale
    for mark in worst(_type(file, least, lambda _: True), _smallness):
        message = (
            f"type of {mark.size * limits.scale:.1f} pt{quoted(mark)}, {limits.overprinted_type:g} pt is the least"
        )
        yield Fault("error", message, "set it larger", mark.position, mark.count)
    knocked_out = _type(file, reversed_least, lambda mark: mark.size >= least - _ROUNDING and not mark.overprints)
    for mark in worst(knocked_out, lambda mark: (100 if mark.colour.is_paper else 0) - mark.size):
        size = f"{mark.size * limits.scale:.1f} pt"
        if mark.colour.is_paper:
            message = (
                f"white type of {size}{quoted(mark)}: {limits.knocked_out_type:g} pt is the least for reversed type"
            )
            yield Fault("error", message, "set it larger or bolder", mark.position, mark.count)
        else:
            message = f"type of {size}{quoted(mark)} knocks out what it lies on, and may fill in"
            yield Fault("warning", message, "set it larger, or let it overprint", mark.position, mark.count)


def black_overprint(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for black text that knocks out: out of register, white edges show on a tint."""
    plain = (mark for mark in file.painted if _is_plain_black(mark) and not mark.overprints and _is_set(mark))
    for mark in worst(plain, _smallness):
        message = f"black type of {mark.size * limits.scale:.1f} pt does not overprint{quoted(mark)}"
        yield Fault("warning", message, "let text in 100 % black overprint", mark.position, mark.count)


def _type(file: Inspection, below: float, wanted: Callable[[Painted], bool]) -> Iterator[Painted]:
    return (mark for mark in file.painted if _is_set(mark) and mark.size < below - _ROUNDING and wanted(mark))


def _is_set(mark: Painted) -> bool:
    """Return whether a mark is type that is seen: words of white space only are not."""
    return mark.use == "text" and mark.visible and mark.in_bleed and not mark.text.isspace()


def _is_rich_black(mark: Painted) -> bool:
    return mark.colour.share(_BLACK) >= _NEARLY and len(mark.colour.used) > 1


def _is_plain_black(mark: Painted) -> bool:
    return mark.colour.share(_BLACK) >= _SOLID and mark.colour.used == (_BLACK,)


def _smallness(mark: Painted) -> float:
    return -mark.size
