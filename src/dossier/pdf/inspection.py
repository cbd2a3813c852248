"""What preflight wants to know of a PDF: facts without judgement, read once. Lengths are points on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.pdf.read import Box

Use = Literal["fill", "stroke", "text", "shading"]
MARKS = "All"
"""The separation that prints on every plate: for register and crop marks (ISO 32000-1, 8.6.6.4)."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where something lies: its page (counted from 1), the content that draws it, and its box in page space.

    `object` is a path such as "page" or "page > form Fm1 > pattern P0".
    """

    page: int
    object: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as it is written: the name of its space, and the share of each ink from 0 to 1.

    `inks` is None for what is not written in inks: RGB, Lab, patterns.
    """

    space: str
    inks: tuple[tuple[str, float], ...] | None

    @property
    def used(self) -> tuple[str, ...]:
        """The inks that print."""
        return tuple(name for name, share in self.inks or () if share > 0 and name != "None")

    @property
    def total(self) -> float:
        """The sum of the inks, per cent; marks that print on every plate count once."""
        return 100 * sum(share for name, share in self.inks or () if name != "None")

    @property
    def is_paper(self) -> bool:
        """Whether it leaves the paper white."""
        return self.inks is not None and not self.used

    def share(self, ink: str) -> float:
        """Return how much of an ink is in it, from 0 to 1."""
        return sum(share for name, share in self.inks or () if name == ink)


@dataclass(frozen=True, slots=True)
class Painted:
    """What is painted alike in one piece of content: the first of `count`, and its place.

    `size` is the height of type, the width of a line at its thinnest, the thinner side of a filled shape; 0 for
    shadings. `text` is the first words of type. `visible` is whether it makes a mark by itself: not in a soft mask,
    not invisible type. `in_bleed` is whether a part of it lies in the page's bleed box, `tagged` whether it is tagged
    content or an artifact.
    """

    position: Position
    use: Use
    colour: Colour
    size: float
    overprints: bool
    visible: bool
    in_bleed: bool
    tagged: bool
    text: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class PlacedImage:
    """An image where it is placed. `ppi` is the lower of its two resolutions there.

    `heaviest` is the colour with the most ink that sampling met, None where the image was not sampled.
    """

    position: Position
    width: int
    height: int
    bits: int
    space: str
    ppi: float
    heaviest: Colour | None
    is_sampled: bool
    in_bleed: bool
    tagged: bool


@dataclass(frozen=True, slots=True)
class Overprint:
    """A colour that overprints, the heaviest sum of inks that it may come to on its page, and what it lies on there."""

    position: Position
    above: Colour
    below: Colour
    total: Colour


@dataclass(frozen=True, slots=True)
class NamedSpace:
    """A colour space that is named, whether or not anything is painted in it: by a group, or in resources."""

    position: Position
    use: Literal["group", "resource"]
    space: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A spot ink: its name, the space that stands in for it, and what this space shows for the full tint."""

    position: Position
    name: str
    alternate: str
    recipe: str


@dataclass(frozen=True, slots=True)
class Blend:
    """Transparency: "opacity 0.5", "blend mode Multiply", "soft mask"."""

    position: Position
    kind: str


@dataclass(frozen=True, slots=True)
class Font:
    """A font that is named in resources, by its PostScript name without the subset's prefix.

    `is_used` is whether text is shown with it; `has_unicode` whether its codes can be read as text.
    """

    position: Position
    name: str
    embedded: bool
    has_unicode: bool
    is_used: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its boxes, which of them it has itself, its scale, and the order of its annotations."""

    media: Box
    crop: Box
    bleed: Box
    trim: Box
    has_trim: bool
    rotation: int
    scale: float
    """Points a unit (UserUnit)."""
    tabs: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation: its kind, where a link leads, and what is said of it.

    `target` is an address, a file, or "" for a place in the document; `is_dead` is whether that place is missing.
    """

    position: Position
    kind: str
    action: str
    target: str
    is_dead: bool
    is_described: bool
    is_tagged: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """An ICC profile by its header and description."""

    description: str
    device: str
    space: str
    components: int


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent as found."""

    kind: str
    identifier: str
    condition: str
    registry: str
    profile: Profile | None


@dataclass(frozen=True, slots=True)
class Tag:
    """A structure element that a reader depends on: its kind, page, and the place in its document's order.

    `text` is the alternative or replacement text, `scope` the scope of a table head or the heads a cell names.
    """

    kind: str
    page: int
    text: str = ""
    scope: str = ""
    table: int = 0


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says of itself in its catalog, document information, XMP and trailer."""

    version: str
    is_encrypted: bool
    allows_reading_aloud: bool
    has_id: bool
    language: str
    shows_title: bool
    is_marked: bool
    layers: int
    bookmarks: bool
    info: tuple[tuple[str, str], ...]
    """Document information, such as ("Title", "A drop in Komi")."""
    xmp: tuple[tuple[str, str], ...]
    """Metadata by its usual name, such as ("pdfxid:GTS_PDFXVersion", "PDF/X-4")."""
    intents: tuple[Intent, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """A PDF as preflight sees it."""

    size: int
    """Bytes."""
    identity: Identity
    damage: tuple[str, ...]
    """What had to be mended to read it."""
    sheets: tuple[Sheet, ...]
    painted: tuple[Painted, ...]
    images: tuple[PlacedImage, ...]
    overprints: tuple[Overprint, ...]
    spaces: tuple[NamedSpace, ...]
    spots: tuple[Spot, ...]
    blends: tuple[Blend, ...]
    fonts: tuple[Font, ...]
    annotations: tuple[Annotation, ...]
    tags: tuple[Tag, ...] | None
    """None where the file has no structure tree."""
