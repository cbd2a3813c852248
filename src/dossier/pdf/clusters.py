"""What the glyphs of a font say in given words: HarfBuzz shapes these again and tells which characters became which.

A typesetter asks it to keep marks together with their letters. Here each character is a cluster of its own, unless a
ligature, or marks that change places, join several.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uharfbuzz

_HEBREW_ARABIC = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_WORD = re.compile(
    rf"\u200d*[{_HEBREW_ARABIC}][{_HEBREW_ARABIC}\u200c\u200d]*|"
    r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)+"  # with marks that no letter has in it
)
_LANGUAGES = {"ARABIC": "ar", "HEBREW": "he"}
_FEATURES: Sequence[dict[str, bool]] = ({}, {"liga": False, "clig": False, "dlig": False})  # Pango, for spaced letters
_MISSING = 0
_Cluster = tuple[str, tuple[int, ...]]


def clustered_words(text: str) -> frozenset[str]:
    """Return the words of `text` in which glyphs may say more or less than a character."""
    found = frozenset(_WORD.findall(text))
    return found | {word.upper() for word in found}


def sayings(content: bytes, words: Collection[str], index: int = 0) -> dict[int, str]:
    """Return what the glyphs say with which a font sets `words`, "" for what says nothing by itself.

    The font is the one with the number `index` in the file `content`. A glyph alone in a cluster says all of it. Where
    several share one, those say there what they say alone, or what the font's own map has them say; of the others the
    first letter says what letters are left, and so with marks.
    """
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob(content), index)
    font = uharfbuzz.Font(face)
    covered = face.unicodes
    known = [word for word in words if any(ord(char) in covered for char in word)]
    found = Counter(_clusters(font, known)).most_common()
    clusters = [(_shown(text), glyphs) for (text, glyphs), _ in found if _shown(text) and _MISSING not in glyphs]
    said: dict[int, str] = {}
    for text, glyphs in clusters:
        if len(glyphs) == 1:
            said.setdefault(glyphs[0], text)
    shared = [cluster for cluster in clusters if len(cluster[1]) > 1]
    for text, glyphs in sorted(shared, key=lambda cluster: sum(glyph not in said for glyph in cluster[1])):
        own = {font.get_nominal_glyph(ord(char)): char for char in text}
        said |= _shares(text, glyphs, own | said, _marks(face, glyphs))
    return said


def _clusters(font: uharfbuzz.Font, words: Collection[str]) -> Iterator[_Cluster]:
    """Yield each cluster in `words` with its glyphs in the order in which they are read."""
    import uharfbuzz

    for script, run in groupby(sorted(words), lambda word: unicodedata.name(word[0], "").partition(" ")[0]):
        text = " ".join(run)
        for features in _FEATURES:
            buffer = uharfbuzz.Buffer()
            buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
            buffer.add_str(text)
            buffer.language = _LANGUAGES.get(script, "und")
            buffer.guess_segment_properties()
            uharfbuzz.shape(font, buffer, features)
            infos = buffer.glyph_infos
            glyphs: dict[int, list[int]] = defaultdict(list)
            for info in reversed(infos) if buffer.direction == "rtl" else infos:
                glyphs[info.cluster].append(info.codepoint)
            for start, end in pairwise([*sorted(glyphs), len(text)]):
                yield text[start:end], tuple(glyphs[start])


def _shown(text: str) -> str:
    """Return what a cluster shows, normalised (NFC): a joiner is set as a space of no width, which says no joiner."""
    return unicodedata.normalize("NFC", "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Zs")))


def _marks(face: uharfbuzz.Face, glyphs: Sequence[int]) -> frozenset[int]:
    return frozenset(glyph for glyph in glyphs if face.get_layout_glyph_class(glyph).name == "MARK")


def _shares(text: str, glyphs: Sequence[int], known: Mapping[int, str], marks: frozenset[int]) -> dict[int, str]:
    """Return what each of the glyphs of one cluster says."""
    shares = {glyph: known.get(glyph, "") for glyph in glyphs}
    for char in "".join(shares.values()):
        text = text.replace(char, "", 1)
    strange = [glyph for glyph in glyphs if glyph not in known]
    bases, accents = ([glyph for glyph in strange if (glyph in marks) is kind] for kind in (False, True))
    if bases and accents:
        shares[bases[0]] = "".join(char for char in text if unicodedata.category(char) != "Mn")
        shares[accents[0]] = "".join(char for char in text if unicodedata.category(char) == "Mn")
    elif strange:
        shares[strange[0]] = text
    return shares
