"""What is drawn in what: pages, forms, patterns, soft masks and glyphs, each within bounds."""

from __future__ import annotations

import pikepdf

from dossier.errors import SourceError
from dossier.pdf.glyphs import FontCache
from dossier.pdf.graphics import Scene, State
from dossier.pdf.inks import read_space
from dossier.pdf.inspection import NamedSpace
from dossier.pdf.ledger import Ledger
from dossier.pdf.painting import OPERATORS, Painting

MOST_INSTRUCTIONS = 2_000_000
"""Some twenty seconds of work; a dossier with its map takes 60,000."""
_OPENING = 200
"""Instructions that take as long as opening another content stream."""
DEEPEST = 16


class Painter:
    """Paints the pages of one file into a ledger, and stops where a file is made to go on for ever."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.words = FontCache()
        self._instructions = 0
        self._open: list[tuple[int, int]] = []
        self._painted: set[tuple[int, tuple[int, int]]] = set()

    def paint(self, content: pikepdf.Object | pikepdf.Page, scene: Scene, state: State) -> None:
        """Follow a content stream and all that it draws.

        Raises SourceError for content that draws itself, is nested or is longer than can be followed.
        """
        source = content.obj if isinstance(content, pikepdf.Page) else content
        if scene.depth > DEEPEST or (source.is_indirect and source.objgen in self._open):
            raise _endless(scene, "draws itself, or is nested too deep")
        self._open.append(source.objgen)
        self._name_resources(source, scene)
        instructions = pikepdf.parse_content_stream(content, OPERATORS)
        self._instructions += len(instructions) + _OPENING
        if self._instructions > MOST_INSTRUCTIONS:
            raise _endless(scene, f"takes more than {MOST_INSTRUCTIONS:,} instructions to draw")
        painting = Painting(self, scene, state)
        for instruction in instructions:
            painting.follow(instruction)
        self._open.pop()

    def is_new(self, drawn: pikepdf.Object, page: int) -> bool:
        """Return whether a pattern, or the glyphs of a font, have not yet been painted on a page."""
        key = (page, drawn.objgen)
        known = drawn.is_indirect and key in self._painted
        self._painted.add(key)
        return not known

    def _name_resources(self, content: pikepdf.Object, scene: Scene) -> None:
        spaces = scene.named("/ColorSpace")
        group = content.get("/Group", pikepdf.Dictionary()).get("/CS")
        if group is not None:
            self.ledger.name_space(NamedSpace(scene.position, "group", read_space(group, spaces).name))
        for space in spaces.values():
            self.ledger.name_space(NamedSpace(scene.position, "resource", read_space(space, spaces).name))
            self.ledger.meet_spots(space, scene.position)
        for font in scene.named("/Font").values():
            self.ledger.meet_font(font, scene.position, is_used=False)


def _endless(scene: Scene, what: str) -> SourceError:
    place = f"page {scene.position.page}" + scene.position.object.removeprefix("page")
    return SourceError(f"{place} {what}", hint="flatten or simplify the artwork in the program that made it")
