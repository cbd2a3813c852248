"""Which colour spaces the pages of a PDF use, and for what: in content, forms, patterns, images, groups, resources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pikepdf

from dossier.pdf.document import opened

Use = Literal["fill", "stroke", "image", "shading", "group", "resource"]

_OPERATORS = "g G rg RG k K cs CS BI ID EI"
_DIRECT: dict[str, tuple[str, Use]] = {
    "g": ("DeviceGray", "fill"),
    "G": ("DeviceGray", "stroke"),
    "rg": ("DeviceRGB", "fill"),
    "RG": ("DeviceRGB", "stroke"),
    "k": ("DeviceCMYK", "fill"),
    "K": ("DeviceCMYK", "stroke"),
}


@dataclass(frozen=True, slots=True, order=True)
class ColourUse:
    """A colour space in use on a page (counted from 1).

    `space` is the family, with the number of components of an ICC profile and the name of a spot: "DeviceCMYK",
    "ICCBased 3", "Separation CutContour", "Indexed DeviceRGB".
    """

    page: int
    use: Use
    space: str


def read_colours(pdf: bytes | Path) -> tuple[ColourUse, ...]:
    """Return the colour spaces that each page uses, each once. Raises PreflightError where the PDF cannot be read."""
    with opened(pdf) as document:
        found = set()
        for number, page in enumerate(document.pages, start=1):
            for use, space in _Colours().of(page.obj):
                found.add(ColourUse(number, use, space))
        return tuple(sorted(found))


class _Colours:
    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def of(self, owner: pikepdf.Object) -> Iterator[tuple[Use, str]]:
        """Yield what a page, form or pattern uses, with all that it draws."""
        if owner.is_indirect and owner.objgen in self._seen:
            return
        self._seen.add(owner.objgen)
        resources = owner.get("/Resources", pikepdf.Dictionary())
        spaces = resources.get("/ColorSpace", pikepdf.Dictionary())
        yield from self._drawn(owner, spaces)
        if "/CS" in owner.get("/Group", pikepdf.Dictionary()):
            yield "group", space_name(owner.Group.CS)
        yield from (("resource", space_name(space)) for space in spaces.values())
        for shading in resources.get("/Shading", pikepdf.Dictionary()).values():
            yield "shading", space_name(shading.ColorSpace)
        for drawn in (*resources.get("/XObject", {}).values(), *resources.get("/Pattern", {}).values()):
            yield from self._drawable(drawn)
        for state in resources.get("/ExtGState", pikepdf.Dictionary()).values():
            mask = state.get("/SMask")
            if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
                yield from self.of(mask.G)

    def _drawable(self, drawn: pikepdf.Object) -> Iterator[tuple[Use, str]]:
        if drawn.get("/Subtype") == "/Image":
            if "/ColorSpace" in drawn:
                yield "image", space_name(drawn.ColorSpace)
        elif "/Shading" in drawn:
            yield "shading", space_name(drawn.Shading.ColorSpace)
        else:
            yield from self.of(drawn)

    def _drawn(self, owner: pikepdf.Object, spaces: pikepdf.Object) -> Iterator[tuple[Use, str]]:
        for instruction in pikepdf.parse_content_stream(owner, _OPERATORS):
            operator = str(instruction.operator)
            if operator in _DIRECT:
                space, use = _DIRECT[operator]
                yield use, space
            elif operator in ("cs", "CS"):
                name = str(instruction.operands[0])
                yield "fill" if operator == "cs" else "stroke", space_name(spaces.get(name, pikepdf.Name(name)))
            elif isinstance(instruction, pikepdf.ContentStreamInlineImage):
                yield "image", (instruction.iimage.colorspace or "/DeviceGray").removeprefix("/")


def space_name(space: pikepdf.Object) -> str:
    """Return the name of a colour space as `ColourUse` gives it."""
    if not isinstance(space, pikepdf.Array):
        return str(space)[1:]
    family = str(space[0])[1:]
    match family:
        case "ICCBased":
            return f"ICCBased {space[1].N}"
        case "Separation":
            return f"Separation {str(space[1])[1:]}"
        case "DeviceN":
            return f"DeviceN {' '.join(str(name)[1:] for name in space[1])}"
        case "Indexed" | "Pattern" if len(space) > 1:
            return f"{family} {space_name(space[1])}"
    return family
