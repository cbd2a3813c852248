"""What painting leaves behind: equal marks of one piece of content are entered once and counted."""

from __future__ import annotations

from dataclasses import replace

import pikepdf

from dossier.pdf.inks import Space, read_spots
from dossier.pdf.inspection import Blend, Colour, Font, NamedSpace, Painted, PlacedImage, Position, Spot
from dossier.pdf.overprint import Stack
from dossier.pdf.sampling import Sample, sample

_PREFIX = 7
"""Characters of a subset's prefix, such as "ABCDEF+"."""


class Ledger:
    """Collects what the pages of one file show, in the order in which it is met."""

    def __init__(self) -> None:
        self._painted: dict[tuple[object, ...], Painted] = {}
        self._counts: dict[tuple[object, ...], int] = {}
        self._spots: dict[tuple[str, str, str], Spot] = {}
        self._spaces: dict[tuple[int, str, str], NamedSpace] = {}
        self._blends: dict[tuple[int, str], Blend] = {}
        self._met: set[tuple[tuple[int, int], bool]] = set()
        self._fonts: dict[tuple[str, bool, bool], Font] = {}
        self._samples: dict[tuple[int, int], Sample] = {}
        self._images: list[PlacedImage] = []
        self.stack = Stack()

    @property
    def painted(self) -> tuple[Painted, ...]:
        """The marks."""
        return tuple(replace(mark, count=self._counts[key]) for key, mark in self._painted.items())

    @property
    def images(self) -> tuple[PlacedImage, ...]:
        """Each image as often as it is placed."""
        return tuple(self._images)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Each spot ink once, and again where it is described differently."""
        return tuple(self._spots.values())

    @property
    def spaces(self) -> tuple[NamedSpace, ...]:
        """Each named colour space once a page."""
        return tuple(self._spaces.values())

    @property
    def blends(self) -> tuple[Blend, ...]:
        """Each kind of transparency once a page."""
        return tuple(self._blends.values())

    @property
    def fonts(self) -> tuple[Font, ...]:
        """Each font once."""
        return tuple(self._fonts.values())

    def paint(self, mark: Painted) -> None:
        """Enter a mark. Sizes that differ by less than a hundredth of a point are equal."""
        key = (
            mark.position.page, mark.position.object, mark.use, mark.colour, round(mark.size, 2),
            mark.overprints, mark.visible, mark.in_bleed, mark.tagged,
        )  # fmt: skip
        self._painted.setdefault(key, mark)
        self.stack.lay(mark)
        self._counts[key] = self._counts.get(key, 0) + 1

    def place(self, image: PlacedImage) -> None:
        """Enter an image."""
        self._images.append(image)
        self.stack.lay_image(image)

    def name_space(self, entry: NamedSpace) -> None:
        """Enter a colour space that is named."""
        self._spaces.setdefault((entry.position.page, entry.use, entry.space), entry)

    def meet_spots(self, space: pikepdf.Object, position: Position) -> None:
        """Enter the spot inks of a colour space."""
        for name, alternate, recipe in read_spots(space):
            self._spots.setdefault((name, alternate, recipe), Spot(position, name, alternate, recipe))

    def blend(self, entry: Blend) -> None:
        """Enter transparency."""
        self._blends.setdefault((entry.position.page, entry.kind), entry)

    def meet_font(self, font: pikepdf.Object, position: Position, *, is_used: bool) -> None:
        """Enter a font."""
        seen = (font.objgen, is_used)
        if font.is_indirect and seen in self._met:
            return
        self._met.add(seen)
        described = font.get("/DescendantFonts", [font])[0].get("/FontDescriptor", pikepdf.Dictionary())
        embedded = any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        is_drawn = font.get("/Subtype") == "/Type3"
        name = str(font.get("/BaseFont", font.get("/Name", "/")))[1:]
        bare = name[_PREFIX:] if name[_PREFIX - 1 : _PREFIX] == "+" else name
        entry = Font(position, bare, embedded or is_drawn, _has_unicode(font, described), is_used)
        key = (bare, entry.embedded, entry.has_unicode)
        if key not in self._fonts or (is_used and not self._fonts[key].is_used):
            self._fonts[key] = entry

    def heaviest(self, image: pikepdf.Object, space: Space) -> tuple[Colour | None, bool]:
        """Return the colour of an image with the most ink, and whether the image was sampled; sampled only once."""
        if image.objgen not in self._samples:
            self._samples[image.objgen] = sample(image, space)
        found = self._samples[image.objgen]
        return found.heaviest, found.is_complete


def _has_unicode(font: pikepdf.Object, described: pikepdf.Object) -> bool:
    """Return whether codes can be read as text: by ToUnicode, or by an encoding that is standard."""
    if "/ToUnicode" in font:
        return True
    if font.get("/Subtype") in ("/Type0", "/Type3"):
        return False
    is_symbolic = bool(int(described.get("/Flags", 0)) & 4)
    return "/Encoding" in font or not is_symbolic
