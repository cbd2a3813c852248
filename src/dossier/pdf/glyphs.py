"""The strings that a content stream shows, and what their codes say in Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pikepdf

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_TEXT_OPERATORS = "q Q cm BMC BDC EMC BT Tf Tm Td TD Tj TJ ' \" Do"
_DEEPEST_FORM = 8
UNMARKED = -1


@dataclass(frozen=True, slots=True)
class Font:
    """A font as text is read with it: its name, the bytes of a code, and what each code says."""

    name: str
    width: int
    unicode: Mapping[int, str]

    def texts(self, string: bytes) -> Iterator[str]:
        """Yield what each code of a shown string says; U+FFFD where the font does not tell."""
        for start in range(0, len(string), self.width):
            code = string[start : start + self.width]
            text = self.unicode.get(int.from_bytes(code, "big"))
            if text is None:
                text = "\ufffd" if self.width > 1 else code.decode("cp1252", "replace")
            yield text


@dataclass(frozen=True, slots=True)
class Shown:
    """A string that is shown, with which font, and in which marked content (UNMARKED: in none).

    `x`, `y` and `size` are in the units of the text matrix: good for comparing strings in one `space`, which is the
    matrices that turn and move it on the page. For marked content with a replacement text there is one Shown with that
    text as `actual`, where its first string stands.
    """

    mcid: int
    font: pikepdf.Object | None
    string: bytes
    x: float
    y: float
    size: float
    actual: str | None = None
    space: tuple[tuple[float, ...], ...] = ()


@dataclass(slots=True)
class _Mark:
    mcid: int = UNMARKED
    actual: str | None = None
    first: Shown | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """What is saved and restored with the graphics state."""

    font: pikepdf.Object | None = None
    size: float = 1.0
    space: tuple[tuple[float, ...], ...] = ()


def read_font(font: pikepdf.Object) -> Font:
    """Return a font dictionary's name, code length and ToUnicode map."""
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    return Font(str(font.get("/BaseFont", "/"))[1:], width, unicode_map(font))


class FontCache:
    """The fonts that have been read."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, int], Font] = {}

    def texts(self, font: pikepdf.Object, string: bytes) -> Iterator[str]:
        """Yield what each code of a shown string says."""
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = read_font(font)
        return self._fonts[font.objgen].texts(string)


def unicode_map(font: pikepdf.Object) -> dict[int, str]:
    """Return the ToUnicode CMap of a font (ISO 32000-1, 9.10.3), code -> text; empty where it has none."""
    stream = font.get("/ToUnicode")
    if not isinstance(stream, pikepdf.Stream):
        return {}
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(stream.read_bytes()):
        if kind == b"bfchar":
            pairs = _HEX.findall(body)
            found |= {int(code, 16): _utf16(text) for code, text in zip(pairs[::2], pairs[1::2], strict=False)}
            continue
        for first, last, text, texts in _RANGE.findall(body):
            codes = range(int(first, 16), int(last, 16) + 1)
            if texts:
                found |= {code: _utf16(each) for code, each in zip(codes, _HEX.findall(texts), strict=False)}
            else:
                start = _utf16(text) or "\ufffd"
                found |= {code: start[:-1] + chr(ord(start[-1]) + step) for step, code in enumerate(codes)}
    return found


def _utf16(digits: bytes) -> str:
    even = digits.translate(None, b" \t\r\n\f")
    return bytes.fromhex(even.decode() + "0" * (len(even) % 2)).decode("utf-16-be", "replace")


class TextReader:
    """Follows the operators that say where and how strings are shown (ISO 32000-1, 9.4 and 14.6)."""

    def __init__(self) -> None:
        self._state = _State()
        self._saved: list[_State] = []
        self._marks = [_Mark()]
        self._x = self._y = 0.0
        self._scale = 1.0

    def read(
        self, content: pikepdf.Object | pikepdf.Page, resources: pikepdf.Object, depth: int = 0
    ) -> Iterator[Shown]:
        """Yield the strings of a page or form in the order of its content, with those of the forms it draws."""
        for instruction in pikepdf.parse_content_stream(content, _TEXT_OPERATORS):
            operands, operator = instruction.operands, str(instruction.operator)
            if operator in ("Tj", "TJ", "'", '"'):
                yield from self._show(operands[-1])
            elif operator == "EMC":
                yield from self._end_mark()
            elif operator == "Do":
                form = resources.get("/XObject", pikepdf.Dictionary()).get(str(operands[0]))
                if form is not None and form.get("/Subtype") == "/Form" and depth < _DEEPEST_FORM:
                    yield from self.read(form, form.get("/Resources", resources), depth + 1)
            else:
                self._follow(operator, operands, resources)

    def _show(self, operand: pikepdf.Object) -> Iterator[Shown]:
        state = self._state
        if state.font is None:
            return
        parts = operand if isinstance(operand, pikepdf.Array) else [operand]
        string = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        mark, size = self._marks[-1], abs(state.size * self._scale)
        shown = Shown(mark.mcid, state.font, string, self._x, self._y, size, mark.actual, state.space)
        if mark.actual is None:
            yield shown
        else:
            mark.first = mark.first or shown

    def _end_mark(self) -> Iterator[Shown]:
        if len(self._marks) == 1:
            return
        mark = self._marks.pop()
        if mark.actual is not None and mark is not self._marks[-1]:
            place = self._x, self._y, 0.0
            yield mark.first or Shown(mark.mcid, None, b"", *place, mark.actual, self._state.space)

    def _follow(self, operator: str, operands: pikepdf.ObjectList, resources: pikepdf.Object) -> None:
        match operator:
            case "Tf":
                fonts = resources.get("/Font", pikepdf.Dictionary())
                self._state = replace(self._state, font=fonts.get(str(operands[0])), size=float(operands[1]))
            case "cm":
                matrix = tuple(map(float, operands))
                self._state = replace(self._state, space=(*self._state.space, matrix))
            case "BT":
                self._x = self._y = 0.0
                self._scale = 1.0
            case "Tm":
                self._scale, self._x, self._y = (float(operands[index]) for index in (3, 4, 5))
            case "Td" | "TD":
                self._x += float(operands[0])
                self._y += float(operands[1])
            case "q":
                self._saved.append(self._state)
            case "Q" if self._saved:
                self._state = self._saved.pop()
            case "BMC":
                self._marks.append(self._marks[-1])
            case "BDC":
                self._marks.append(self._mark(operands[1], resources))

    def _mark(self, properties: pikepdf.Object, resources: pikepdf.Object) -> _Mark:
        if isinstance(properties, pikepdf.Name):
            properties = resources.get("/Properties", pikepdf.Dictionary()).get(str(properties), pikepdf.Dictionary())
        if "/MCID" not in properties and "/ActualText" not in properties:
            return self._marks[-1]
        actual = properties.get("/ActualText")
        return _Mark(int(properties.get("/MCID", self._marks[-1].mcid)), None if actual is None else str(actual))
