"""Follows a content stream as a RIP does, and enters in a ledger what it paints: with which ink, how large and where.

Clipping is not followed, nor what lies over what: a mark counts also where another hides it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import pikepdf

from dossier.pdf import lettering
from dossier.pdf.glyphs import FontCache
from dossier.pdf.graphics import (
    IDENTITY,
    Brush,
    Scene,
    Settings,
    State,
    bounds,
    matrix,
    overlap,
    read_settings,
    thinnest,
    times,
)
from dossier.pdf.inks import Space, read_space, shading_colours
from dossier.pdf.inspection import Blend, Painted, PlacedImage, Position, Use
from dossier.pdf.lettering import Lettering, Setting, drawn_height
from dossier.pdf.read import Box

if TYPE_CHECKING:
    from dossier.pdf.painter import Painter

OPERATORS = (
    "q Q cm w gs m l c v y re n W W* S s f F f* B B* b b* sh Do g G rg RG k K cs CS sc SC scn SCN"
    " BT Tf Tm Td TD T* TL Tz Ts Tr Tj TJ ' \" BMC BDC EMC BI ID EI"
)
_FILLING = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_STROKING = frozenset({"S", "s", "B", "B*", "b", "b*"})
_PATH = frozenset({"m", "l", "c", "v", "y"})
_FILLED_TYPE, _STROKED_TYPE = (0, 2, 4, 6), (1, 2, 5, 6)
_WORDS = 24
_POINTS_PER_INCH = 72


class Painting:
    """One run through a content stream: its path, its text, its marked content."""

    def __init__(self, painter: Painter, scene: Scene, state: State) -> None:
        self._painter, self._scene, self._state = painter, scene, state
        self._lettering = Lettering()
        self._saved: list[State] = []
        self._settings: dict[str, Settings] = {}
        self._marks: list[bool] = []
        self._xs: list[float] = []
        self._ys: list[float] = []
        self._clips = False

    def follow(self, instruction: pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage) -> None:
        """Do what an instruction says."""
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            self._image(instruction.iimage.obj, "in line")
            return
        operator, operands = str(instruction.operator), instruction.operands
        if operator in _PATH:
            numbers = [float(value) for value in operands]
            self._xs += numbers[::2]
            self._ys += numbers[1::2]
        elif operator in _FILLING or operator in _STROKING or operator == "n":
            self._draw_path(operator)
        elif operator in lettering.OPERATORS:
            setting = self._lettering.follow(operator, operands, self._state)
            if setting is not None and self._state.font is not None:
                self._show(self._state.font, setting)
        else:
            self._change(operator, operands)

    def _change(self, operator: str, operands: pikepdf.ObjectList) -> None:
        match operator:
            case "q":
                self._saved.append(copy(self._state))
            case "Q" if self._saved:
                self._state = self._saved.pop()
            case "re":
                x, y, width, height = (float(value) for value in operands)
                self._xs += x, x + width
                self._ys += y, y + height
            case "cs" | "sc" | "scn":
                self._state.fill = self._coloured(self._state.fill, operator, operands)
            case "CS" | "SC" | "SCN":
                self._state.stroke = self._coloured(self._state.stroke, operator.lower(), operands)
            case "gs":
                self._set_state(str(operands[0]))
            case "Tf":
                self._state.font = self._scene.named("/Font").get(str(operands[0]))
                self._state.size = float(operands[1])
            case "W" | "W*":
                self._clips = True
            case "sh":
                self._shade(self._scene.named("/Shading")[str(operands[0])], self._state.fill, self._scene.bleed)
            case "Do":
                self._draw(str(operands[0])[1:])
            case "BMC" | "BDC":
                self._marks.append(str(operands[0]) == "/Artifact" or self._is_numbered(operands[1:]))
            case "EMC" if self._marks:
                self._marks.pop()
            case _:
                self._state.follow(operator, operands)

    def _coloured(self, brush: Brush, operator: str, operands: pikepdf.ObjectList) -> Brush:
        if operator == "cs":
            space = read_space(operands[0], self._scene.named("/ColorSpace"))
            return brush.painted(space, space.initial)
        if operands and isinstance(operands[-1], pikepdf.Name):
            pattern = self._scene.named("/Pattern")[str(operands[-1])]
            return brush.painted(brush.space, [float(value) for value in operands[:-1]], pattern)
        return brush.painted(brush.space, [float(value) for value in operands])

    def _set_state(self, name: str) -> None:
        if name not in self._settings:
            self._settings[name] = read_settings(self._scene.named("/ExtGState")[name])
        settings = self._settings[name]
        self._state.apply(settings)
        for kind in settings.blends:
            self._painter.ledger.blend(Blend(self._scene.position, kind))
        if settings.mask is not None:
            self._form(settings.mask, "soft mask", replace(self._scene, visible=False))

    def _is_numbered(self, properties: Iterable[pikepdf.Object]) -> bool:
        """Return whether marked content is an element of the structure tree."""
        named = self._scene.named("/Properties")
        found = [named.get(str(each)) if isinstance(each, pikepdf.Name) else each for each in properties]
        return any(isinstance(each, pikepdf.Dictionary) and "/MCID" in each for each in found)

    def _is_tagged(self) -> bool:
        return self._scene.tagged or any(self._marks)

    def _draw_path(self, operator: str) -> None:
        if self._xs:
            left, right, bottom, top = min(self._xs), max(self._xs), min(self._ys), max(self._ys)
            box, scale = bounds(self._state.ctm, left, bottom, right, top), thinnest(self._state.ctm)
            side = min(right - left, top - bottom) * scale
            width = self._state.width * scale if operator in _STROKING else 0.0
            if operator in _FILLING:
                self._paint("fill", self._state.fill, box, min(side + width, self._state.gap))
            if operator in _STROKING:
                self._paint("stroke", self._state.stroke, box, width)
            if self._clips and side > 0:  # through an empty path nothing shows
                self._state.gap = min(self._state.gap, side)
        self._xs, self._ys, self._clips = [], [], False

    def _show(self, font: pikepdf.Object, setting: Setting) -> None:
        self._painter.ledger.meet_font(font, self._scene.position, is_used=True)
        height, box = setting.height, bounds(setting.em, 0, 0, 0, 1)
        reader = self._painter.words if font.is_indirect else FontCache()
        text = "".join(islice(reader.texts(font, setting.string), _WORDS))
        if font.get("/Subtype") == "/Type3":
            height *= drawn_height(font)
            self._draw_glyphs(font, setting)
        state = self._state
        if state.mode not in _STROKED_TYPE or state.mode in _FILLED_TYPE:
            self._paint("text", state.fill, box, height, text, visible=state.mode in _FILLED_TYPE)
        if state.mode in _STROKED_TYPE:
            self._paint("stroke", state.stroke, box, state.width * thinnest(state.ctm), text)

    def _draw_glyphs(self, font: pikepdf.Object, setting: Setting) -> None:
        """Look for colours in the glyphs of a Type 3 font, which are content streams."""
        if self._painter.is_new(font, self._scene.position.page):
            ctm = times(matrix(font.FontMatrix), setting.em)
            scene = replace(self._scene, resources=font.get("/Resources", self._scene.resources), visible=False)
            for name, glyph in font.CharProcs.items():
                state = State(ctm, fill=self._state.fill, stroke=self._state.stroke)
                self._nest(glyph, f"glyph {name[1:]}", scene, state)

    def _paint(self, use: Use, brush: Brush, box: Box, size: float, text: str = "", *, visible: bool = True) -> None:
        if brush.pattern is not None:
            self._fill_with(brush.pattern, brush, box)
        mark = Painted(
            position=Position(self._scene.position.page, self._scene.position.object, box),
            use=use,
            colour=brush.colour,
            size=size,
            overprints=brush.overprints,
            visible=visible and self._scene.visible and brush.opacity > 0,
            in_bleed=overlap(box, self._scene.bleed),
            tagged=self._is_tagged(),
            text=text,
        )
        self._painter.ledger.paint(mark)

    def _fill_with(self, pattern: pikepdf.Object, brush: Brush, box: Box) -> None:
        if "/Shading" in pattern:
            self._shade(pattern.Shading, brush, box)
        elif self._painter.is_new(pattern, self._scene.position.page):
            plain = replace(brush, pattern=None)
            ctm = times(matrix(pattern.get("/Matrix", IDENTITY)), self._scene.base)
            self._nest(pattern, "pattern", self._scene, State(ctm, fill=plain, stroke=plain))

    def _shade(self, shading: pikepdf.Object, brush: Brush, box: Box) -> None:
        self._painter.ledger.meet_spots(shading.ColorSpace, self._scene.position)
        for colour in shading_colours(shading, self._scene.named("/ColorSpace")):
            self._paint("shading", replace(brush, colour=colour, pattern=None), box, 0.0)

    def _draw(self, name: str) -> None:
        drawn = self._scene.named("/XObject")[f"/{name}"]
        if drawn.get("/Subtype") == "/Image":
            self._image(drawn, name)
        else:
            self._form(drawn, f"form {name}", self._scene)

    def _form(self, form: pikepdf.Object, name: str, scene: Scene) -> None:
        state = copy(self._state)
        state.ctm = times(matrix(form.get("/Matrix", IDENTITY)), state.ctm)
        self._nest(form, name, scene, state)

    def _nest(self, content: pikepdf.Object, name: str, scene: Scene, state: State) -> None:
        nested = scene.inside(content, name, state, tagged=self._is_tagged())
        self._painter.paint(content, nested, state)

    def _image(self, image: pikepdf.Object, name: str) -> None:
        ledger, ctm, box = self._painter.ledger, self._state.ctm, bounds(self._state.ctm, 0, 0, 1, 1)
        position = Position(self._scene.position.page, f"{self._scene.position.object} > image {name}", box)
        width, height = int(image.Width), int(image.Height)
        space, bits = Space("unknown", 0, None, ()), int(image.get("/BitsPerComponent", 8))
        if bool(image.get("/ImageMask", False)):
            space, bits = self._state.fill.space, 1
            self._paint("fill", self._state.fill, box, min(box.width, box.height))
        elif "/ColorSpace" in image:
            space = read_space(image.ColorSpace, self._scene.named("/ColorSpace"))
            ledger.meet_spots(image.ColorSpace, position)
        if "/SMask" in image:
            ledger.blend(Blend(position, "soft mask"))
        heaviest, is_sampled = (None, True) if bits == 1 else ledger.heaviest(image, space)
        sides = math.hypot(ctm[0], ctm[1]), math.hypot(ctm[2], ctm[3])
        ppi = min(
            (_POINTS_PER_INCH * pixels / side for pixels, side in zip((width, height), sides, strict=True) if side),
            default=math.inf,
        )
        in_bleed = overlap(box, self._scene.bleed)
        ledger.place(
            PlacedImage(
                position, width, height, bits, space.name, ppi, heaviest, is_sampled, in_bleed, self._is_tagged()
            )
        )
