"""How much room words take. What is measured here is set by the page's typesetter, from the same font files.

matplotlib's FreeType binding shapes with HarfBuzz, as Pango does: the two agree within 0.01 % of a width for Latin,
Cyrillic, Arabic, Hebrew and Japanese.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from dossier.errors import AssetError, Where
from dossier.locales.fonts import Face
from dossier.locales.phrases import Phrases
from dossier.model.exhibit import FontRole, LabelStyle

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

FontKey = tuple[FontRole, int, bool]
"""Family, weight, and whether it is italic."""

_EM = 100.0
"""The size at which fonts are read, points: widths scale from it without rounding that would show."""

SLACK = 1.01
"""What a measured width is multiplied by, so that rounding never breaks a line."""
SIGN = "\u3005-\u30ff\u3400-\u9fff"
"""The signs of Chinese and Japanese, as in a class of a regular expression."""
HELD = re.compile(rf"(?:\d+月)?\d+[{SIGN}]|[{SIGN}]·|(?:[\u30a1-\u30fc]{{2,}}|[\u4e00-\u9fff]{{2}})[A-Z](?![A-Za-z])")
"""What no line of Chinese or Japanese ends within: a number and its sign, a sign and a dot, a word and its letter."""
_NO_BREAK_BEFORE = frozenset(
    "、。，．・·：；！？）」』】〕〉》”’ぁぃぅぇぉっゃゅょァィゥェォッャュョー々…‥%)]},.!?:;»～"
)
_NARROW = frozenset("·“”‘’")
"""Signs of Chinese that Latin has too."""
_NO_BREAK_AFTER = frozenset("（「『【〔〈《“‘([{«～")


@dataclass(frozen=True, slots=True)
class Extent:
    """The room that words take, points. Ascent and descent are those of the ink, above and below the first baseline."""

    width: float
    ascent: float
    descent: float


class Measure:
    """Measures words with the fonts of one locale.

    `faces` holds one for each family, weight and slant that its styles name. A style without a face and a
    character without a glyph raise AssetError. `sizes` multiplies the sizes of styles, so that scripts agree in colour.
    `phrases` tells where lines end best in a language without spaces.
    """

    def __init__(
        self,
        faces: Mapping[FontKey, Face],
        sizes: Mapping[FontRole, float] | None = None,
        phrases: Phrases | None = None,
    ) -> None:
        self._phrases = phrases
        self._faces = dict(faces)
        self._sizes: Mapping[FontRole, float] = sizes or {"serif": 1.0, "sans": 1.0}
        self._fonts: dict[Face, FT2Font] = {}
        self._shaped: dict[tuple[Face, bool, str], Extent] = {}
        self._extents: dict[tuple[str, LabelStyle], Extent] = {}

    @property
    def spaced(self) -> bool:
        """Whether words have spaces between them."""
        return self._phrases is None

    def size(self, style: LabelStyle) -> float:
        """Return the size that `style` is set at in this script, points."""
        return style.size * self._sizes[style.family]

    def leading(self, style: LabelStyle) -> float:
        """Return how far apart the baselines of two lines in `style` are, points."""
        return style.leading * self.size(style)

    def width(self, text: str, style: LabelStyle) -> float:
        """Return the width of `text` on one line, points. As in CSS, tracking follows every character, the last too."""
        words = text.upper() if style.caps else text
        tracked = sum(_advances(character) for character in words) * style.tracking
        return (self._em(words, style).width / _EM + tracked) * self.size(style)

    def extent(self, text: str, style: LabelStyle) -> Extent:
        """Return the room of `text`, whose lines are parted by newlines: the widest line, and the ink up and down."""
        key = (text, style)
        if key not in self._extents:
            self._extents[key] = self._extent(text.split("\n"), style)
        return self._extents[key]

    def _extent(self, lines: Sequence[str], style: LabelStyle) -> Extent:
        scale = self.size(style) / _EM
        first, last = (self._em(line.upper() if style.caps else line, style) for line in (lines[0], lines[-1]))
        below = (len(lines) - 1) * self.leading(style)
        return Extent(
            max(self.width(line, style) for line in lines), first.ascent * scale, below + last.descent * scale
        )

    def wrap(self, text: str, style: LabelStyle, width: float) -> tuple[str, ...]:
        """Return `text` in lines of at most `width` points, broken at spaces, after hyphens and between phrases.

        A phrase wider than `width` is broken between its words and signs. A word that is wider stands alone on its
        line: the caller judges whether it fits.
        """
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for piece in self._pieces(paragraph, style, width):
                longer = line + piece
                if line and self.width(longer.rstrip(" "), style) > width:
                    lines.append(line.rstrip(" "))
                    line = piece
                else:
                    line = longer
            lines.append(line.rstrip(" "))
        return tuple(lines)

    def phrases(self, text: str) -> tuple[str, ...]:
        """Return `text`, one paragraph, in pieces that lines end best after; a piece keeps the spaces behind it."""
        if self._phrases is None:
            return _cut(text, _breaks(text))
        return _cut(text, _common(_breaks(text), self._phrases.of(text)))

    def _pieces(self, text: str, style: LabelStyle, width: float) -> Iterator[str]:
        for phrase in self.phrases(text):
            if self._phrases is None or self.width(phrase.rstrip(" "), style) <= width:
                yield phrase
                continue
            for word in _cut(phrase, _common(_breaks(phrase), self._phrases.words(phrase))):
                if self.width(word.rstrip(" "), style) <= width:
                    yield word
                else:
                    whole = self._phrases.within_words(word)
                    yield from _cut(word, (at for at in _breaks(word) if at not in whole))

    def _em(self, words: str, style: LabelStyle) -> Extent:
        # Letter-spacing switches ligatures off in CSS.
        key = (self._face(style), bool(style.tracking), words)
        if key not in self._shaped:
            self._shaped[key] = self._shape(*key)
        return self._shaped[key]

    def _face(self, style: LabelStyle) -> Face:
        key = (style.family, style.weight, style.italic)
        try:
            return self._faces[key]
        except KeyError:
            slant = "italic" if style.italic else "upright"
            raise AssetError(
                f"no font for the label style {style.name!r}: {style.family}, weight {style.weight}, {slant}",
                hint="name a face for it among the fonts of this locale",
            ) from None

    def _shape(self, face: Face, tracked: bool, words: str) -> Extent:
        from matplotlib.ft2font import FT2Font, LoadFlags

        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = FT2Font(BytesIO(face.content()), face_index=face.index)
            font.set_size(_EM, 72)
        for character in words:
            if _shown(character) and not font.get_char_index(ord(character)):
                name = unicodedata.name(character, "unnamed")
                raise AssetError(
                    f"{face.path.name} has no glyph for {character!r} (U+{ord(character):04X} {name}) in {words!r}",
                    hint="use a font for this script in the locale's fonts",
                    where=Where(face.path),
                )
        font.set_text(words, flags=LoadFlags.NO_HINTING, features=("-liga",) if tracked else None)
        width, height = font.get_width_height()
        descent = font.get_descent()
        return Extent(width / 64, (height - descent) / 64, descent / 64)


def joins(text: str) -> bool:
    """Tell whether `text` is in a script whose letters join, so that tracking would tear it."""
    return any(unicodedata.name(character, "").startswith(("ARABIC", "SYRIAC", "MONGOLIAN")) for character in text)


def unbroken(text: str) -> tuple[str, ...]:
    """Return the pieces of `text` that a line never breaks in: words, and single signs of Chinese and Japanese."""
    return tuple(piece for part in text.split() for piece in _cut(part, _breaks(part)))


def _shown(character: str) -> bool:
    # HarfBuzz makes up missing spaces and hides format characters.
    return unicodedata.category(character) not in ("Cf", "Cc", "Zs")


def _advances(character: str) -> bool:
    return not unicodedata.combining(character) and unicodedata.category(character) != "Cf"


def _breaks(text: str) -> Iterator[int]:
    """Yield where in `text` a line may end."""
    held = {at for found in HELD.finditer(text) for at in range(found.start() + 1, found.end())}
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        if after != " " and at not in held and (before == " " or _hyphen(text, at) or _ideographs(before, after)):
            yield at


def _cut(text: str, ends: Iterable[int]) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in pairwise((0, *ends, len(text))))


def _common(breaks: Iterable[int], pieces: Iterable[str]) -> Iterator[int]:
    """Yield those of `breaks` that are between two of `pieces`."""
    ends = set(accumulate(map(len, pieces)))
    return (at for at in breaks if at in ends)


def _hyphen(text: str, index: int) -> bool:
    return text[index - 1] == "-" and text[index].isalpha() and text[max(index - 2, 0)].isalpha()


def _ideographs(before: str, after: str) -> bool:
    if before in _NO_BREAK_AFTER or after in _NO_BREAK_BEFORE:
        return False
    # Between a sign and a Latin word or number too (UAX 14).
    return (_wide(before) or _wide(after)) and all(
        _wide(each) or each.isalnum() or each in _NARROW for each in (before, after)
    )


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F") and not "\uac00" <= character <= "\ud7a3"
