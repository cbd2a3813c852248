"""Colour spaces as inks: what a colour that is written in a content stream puts on which plate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf

from dossier.pdf.colours import space_name
from dossier.pdf.inspection import MARKS, Colour

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_ADDITIVE = {"DeviceRGB": 3, "CalRGB": 3, "Lab": 3}
_SHORT = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}
"""The names that inline images may use (ISO 32000-1, table 94)."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of an Indexed space, `size` bytes each, in the space `base`."""

    base: Space
    entries: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its name, the ink of each component (None: not inks), and what a new colour in it is.

    `is_light` is whether its component counts light and not ink, as DeviceGray does.
    """

    name: str
    components: int
    inks: tuple[str, ...] | None
    initial: tuple[float, ...]
    is_light: bool = False
    palette: Palette | None = None

    def colour(self, values: Sequence[float]) -> Colour:
        """Return what values, one a component, put on the plates."""
        if self.palette is not None:
            at = int(values[0]) * self.palette.size if values else 0
            entry = self.palette.entries[at : at + self.palette.size]
            return Colour(self.name, self.palette.base.colour([value / 255 for value in entry]).inks)
        if self.inks is None:
            return Colour(self.name, None)
        shares = (1 - value if self.is_light else value for value in values)
        return Colour(
            self.name, tuple((ink, min(1.0, max(0.0, share))) for ink, share in zip(self.inks, shares, strict=False))
        )


GRAY = Space("DeviceGray", 1, ("Black",), (0.0,), is_light=True)
RGB = Space("DeviceRGB", 3, None, (0.0, 0.0, 0.0))
CMYK = Space("DeviceCMYK", 4, PROCESS, (0.0, 0.0, 0.0, 1.0))
PATTERN = Space("Pattern", 0, None, ())
_DEVICE = {f"/{space.name}": space for space in (GRAY, RGB, CMYK, PATTERN)}


def read_space(space: pikepdf.Object, named: pikepdf.Object) -> Space:
    """Return a colour space, given itself or by a name that is in the resources `named`."""
    if isinstance(space, pikepdf.Name):
        name = _SHORT.get(str(space), str(space))
        found = named.get(name)
        if found is None:
            return _DEVICE.get(name) or Space(name[1:], 0, None, ())
        if isinstance(found, pikepdf.Name):
            return _DEVICE.get(str(found)) or Space(str(found)[1:], 0, None, ())
        space = found
    return _from_array(space, named)


def _from_array(space: pikepdf.Object, named: pikepdf.Object) -> Space:
    family, name = _SHORT.get(str(space[0]), str(space[0])), space_name(space)
    match family:
        case "/ICCBased":
            count = int(space[1].N)
            inks = {1: ("Black",), 4: PROCESS}.get(count)
            return Space(name, count, inks, (0.0,) * 3 + (1.0,) if count == 4 else (0.0,) * count, is_light=count == 1)
        case "/Separation":
            return Space(name, 1, (str(space[1])[1:],), (1.0,))
        case "/DeviceN":
            names = tuple(str(each)[1:] for each in space[1])
            return Space(name, len(names), names, (1.0,) * len(names))
        case "/Indexed":
            base = read_space(space[1], named)
            entries = space[3].read_bytes() if isinstance(space[3], pikepdf.Stream) else bytes(space[3])
            return Space(name, 1, None, (0.0,), palette=Palette(base, entries, base.components))
        case "/Pattern":
            return read_space(space[1], named) if len(space) > 1 else PATTERN
    return _DEVICE.get(family) or Space(name, _ADDITIVE.get(family[1:], 1), None, (0.0,) * _ADDITIVE.get(family[1:], 1))


def read_spots(space: pikepdf.Object) -> Iterator[tuple[str, str, str]]:
    """Yield name, alternate space and recipe of each spot ink of a colour space."""
    if not isinstance(space, pikepdf.Array):
        return
    if str(space[0]) in ("/Indexed", "/Pattern") and len(space) > 1:
        yield from read_spots(space[1])
    elif str(space[0]) in ("/Separation", "/DeviceN"):
        names = [space[1]] if isinstance(space[1], pikepdf.Name) else list(space[1])
        recipe = _recipe(space[3]) if len(names) == 1 else ""
        for name in (str(each)[1:] for each in names):
            if name not in (*PROCESS, MARKS, "None"):
                yield name, space_name(space[2]), recipe


def shading_colours(shading: pikepdf.Object, named: pikepdf.Object) -> Iterator[Colour]:
    """Yield the colours between which a shading runs, as far as its functions name them."""
    space = read_space(shading.ColorSpace, named)
    functions = shading.get("/Function", pikepdf.Array())
    if isinstance(functions, pikepdf.Array):  # a function a component
        stops = [[value for stop in _stops(function) for value in stop] for function in functions]
        rows: list[tuple[float, ...]] = list(zip(*stops, strict=False))
    else:
        rows = [tuple(stop) for stop in _stops(functions)]
    yield from (space.colour(row) for row in rows)
    if not rows:
        yield Colour(space.name, None)


def _stops(function: pikepdf.Object) -> Iterator[list[float]]:
    """Yield the values that a function takes at its ends and samples (ISO 32000-1, 7.10)."""
    if not isinstance(function, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    match int(function.FunctionType):
        case 0 if int(function.BitsPerSample) == 8:
            ranges = [float(value) for value in function.Range]
            samples, count = function.read_bytes(), len(ranges) // 2
            for at in range(0, len(samples) - count + 1, count):
                yield [low + sample / 255 * (high - low) for sample, low, high in
                       zip(samples[at : at + count], ranges[::2], ranges[1::2], strict=True)]  # fmt: skip
        case 2:
            yield [float(value) for value in function.get("/C0", [0])]
            yield [float(value) for value in function.get("/C1", [1])]
        case 3:
            for part in function.Functions:
                yield from _stops(part)


def _recipe(function: pikepdf.Object) -> str:
    if isinstance(function, pikepdf.Stream):
        return function.read_bytes().hex()
    return " ".join(f"{float(value):g}" for value in function.get("/C1", [1]))
