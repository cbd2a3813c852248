"""Where a text object sets its strings, and how large (ISO 32000-1, 9.4)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pikepdf

from dossier.pdf.graphics import IDENTITY, Matrix, State, matrix, times

OPERATORS = frozenset({"BT", "Tm", "Td", "TD", "T*", "Tj", "TJ", "'", '"'})
_UNIT = 0.001
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})


@dataclass(frozen=True, slots=True)
class Setting:
    """A string as it is set: `em` takes the unit square to the em of its first glyph on paper."""

    string: bytes
    em: Matrix

    @property
    def height(self) -> float:
        """The size of the type on paper, across the line, pt."""
        a, b, c, d, _, _ = self.em
        return abs(a * d - b * c) / math.hypot(a, b) if a or b else 0.0


class Lettering:
    """Follows the operators that move and show text. How far a string advances is not followed."""

    def __init__(self) -> None:
        self._text = self._line = IDENTITY

    def follow(self, operator: str, operands: pikepdf.ObjectList, state: State) -> Setting | None:
        """Do what an operator says; return what it sets, if it sets something."""
        match operator:
            case "BT":
                self._text = self._line = IDENTITY
            case "Tm":
                self._text = self._line = matrix(operands)
            case "Td" | "TD":
                if operator == "TD":
                    state.leading = -float(operands[1])
                self._move(float(operands[0]), float(operands[1]))
            case "T*" | "'" | '"':
                self._move(0.0, -state.leading)
        if operator not in _SHOWING:
            return None
        parts = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
        string = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        em = times((state.size * state.stretch, 0, 0, state.size, 0, state.rise), times(self._text, state.ctm))
        return Setting(string, em) if string else None

    def _move(self, x: float, y: float) -> None:
        self._text = self._line = times((1, 0, 0, 1, x, y), self._line)


def drawn_height(font: pikepdf.Object) -> float:
    """Return the em of a Type 3 font as a share of its size: where its units are not those of others, its tallest."""
    unit = abs(float(font.FontMatrix[3]))
    return 1.0 if unit == _UNIT else abs(float(font.FontBBox[3]) - float(font.FontBBox[1])) * unit or 1.0
