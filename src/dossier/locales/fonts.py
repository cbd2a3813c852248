"""The fonts of a locale: families for its script, their files, and the characters that they have.

assets/fonts/fonts.yaml declares them; the files come from the fontpkg packages, or from Debian's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dossier import resources
from dossier.errors import AssetError, Where
from dossier.locales.kerning import loosened
from dossier.locales.locale import Locale
from dossier.model.exhibit import FontRole
from dossier.model.fonts import Family, FontTable
from dossier.model.yaml import read_yaml


@dataclass(frozen=True, slots=True)
class Face:
    """One font: a file, the face's number in it where it is a collection, and its weight where that can vary."""

    family: str
    weight: int
    italic: bool
    path: Path
    variable: bool = False
    index: int = 0
    tight: bool = False

    def content(self) -> bytes:
        """Return the font file. A variable font is cut to this weight: typesetters take its widths at another one."""
        content = self.path.read_bytes()
        if self.variable:
            return _cut(content, self.weight)
        return loosened(content) if self.tight else content


@dataclass(frozen=True, slots=True)
class Fonts:
    """What an edition is set in: family names in the order in which they are tried, and all their faces.

    `sizes` and `leading` multiply what a layout says, so that scripts agree in colour.
    """

    serif: tuple[str, ...]
    sans: tuple[str, ...]
    sizes: Mapping[FontRole, float]
    leading: float
    faces: tuple[Face, ...]

    def measured(self) -> dict[tuple[FontRole, int, bool], Face]:
        """Return the face for each role, weight and slant, for those who measure words.

        A script without italics answers for them with its upright faces.
        """
        measured: dict[tuple[FontRole, int, bool], Face] = {}
        roles: tuple[tuple[FontRole, str], ...] = (("serif", self.serif[0]), ("sans", self.sans[0]))
        for role, family in roles:
            faces = [face for face in self.faces if face.family == family]
            for weight in range(300, 800, 100):
                for italic in (False, True):
                    measured[role, weight, italic] = _nearest(faces, weight, italic)
        return measured

    def missing(self, text: Iterable[str], role: FontRole) -> frozenset[str]:
        """Return the characters of `text` that no family of `role` has a glyph for."""
        families = self.serif if role == "serif" else self.sans
        covered: set[int] = set()
        for family in families:
            face = next(face for face in self.faces if face.family == family)
            covered |= _charmap(face.path, face.index)
        return frozenset(c for c in set("".join(text)) if ord(c) not in covered and not _invisible(c))


def fonts_for(locale: Locale) -> Fonts:
    """Return the fonts of `locale`; raises AssetError where its script has none or a file is not installed."""
    table = _table()
    script = table.scripts.get(locale.script)
    if script is None:
        raise AssetError(
            f"no fonts are declared for the script {locale.script} of {locale.tag!r}",
            hint="Add the script to assets/fonts/fonts.yaml.",
        )
    serif = tuple(dict.fromkeys((script.serif, table.fallback.serif)))
    sans = tuple(dict.fromkeys((script.sans, table.fallback.sans)))
    faces = tuple(face for family in dict.fromkeys((*serif, *sans)) for face in _faces(family))
    return Fonts(serif, sans, {"serif": script.serif_size, "sans": script.sans_size}, script.leading, faces)


@cache
def _table() -> FontTable:
    return FontTable.model_validate(read_yaml(resources.assets() / "fonts" / "fonts.yaml").value)


@cache
def _faces(name: str) -> tuple[Face, ...]:
    family = _table().families[name]
    weights = [(weight, False) for weight in family.upright] + [(weight, True) for weight in family.italic]
    return tuple(
        Face(name, weight, italic, _file(name, family, weight, italic), family.variable, family.face, family.tight)
        for weight, italic in weights
    )


def _file(name: str, family: Family, weight: int, italic: bool) -> Path:
    if weight in family.files:
        path = family.files[weight]
        if not path.is_file():
            raise AssetError(
                f"the font {name} {weight} is not installed: there is no {path}",
                hint=f"Run make dossier, or on Debian and Ubuntu: sudo apt-get install {family.package}",
            )
        return path
    return _packaged(name, weight, italic)


def _packaged(family: str, weight: int, italic: bool) -> Path:
    import fontpkg

    try:
        path = fontpkg.path(family, weight, "italic" if italic else "normal")
    except fontpkg.FontpkgError as error:
        raise AssetError(
            f"the font {family} {weight}{' italic' if italic else ''} is not installed: {error}",
            hint=f"Run make dossier, or pip install fontpkg-{family.lower().replace(' ', '-')}.",
        ) from None
    return Path(path)


def _nearest(faces: list[Face], weight: int, italic: bool) -> Face:
    return min(faces, key=lambda face: (face.italic != italic, abs(face.weight - weight), face.weight))


@cache
def _cut(content: bytes, weight: int) -> bytes:
    """Return a variable font as a static one of `weight`, which HarfBuzz does in milliseconds."""
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob(content))
    kept = uharfbuzz.SubsetInput()
    kept.keep_everything()
    kept.pin_axis_location(face, "wght", weight)
    return bytes(uharfbuzz.subset(face, kept).blob.data)


@cache
def _charmap(path: Path, index: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with path.open("rb") as file, TTFont(file, lazy=True, fontNumber=index) as font:
            return frozenset(font.getBestCmap())
    except (OSError, TTLibError) as error:
        raise AssetError(f"not a font: {error}", hint="Run make dossier again.", where=Where(path)) from None


def _invisible(character: str) -> bool:
    # HarfBuzz makes up missing spaces and hides format characters.
    return character == "\n" or unicodedata.category(character) in ("Cf", "Zs")
