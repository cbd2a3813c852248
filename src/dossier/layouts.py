"""Layouts: a folder with data (layout.yaml), a style sheet and a template. A designer makes one without Python.

A layout may extend another: what it leaves out, files too, is the other's; its style sheet comes after the other's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from dossier import resources
from dossier.errors import LayoutError, SourceError, UsageError, Where
from dossier.model.geometry import faults
from dossier.model.layout import LayoutData, Swatch
from dossier.model.validation import InvalidError, validated
from dossier.model.yaml import Document, Place, Value, read_text, read_yaml
from dossier.units import mm

M = TypeVar("M", LayoutData, Swatch)
FILE = "layout.yaml"
GIVEN = frozenset(
    """
    sheet-width sheet-height side-width serif sans serif-latin sans-latin serif-size sans-size leading column gap
    """.split()
)
"""The variables that every style sheet is given, besides swatches and the sizes of roles."""
OF_ROLES = ("type", "weight", "colour", "family", "factor")
"""What a style sheet is given of each role of type, before a hyphen and its name."""
_USED = re.compile(r"var\(\s*--([\w-]+)\s*\)")
_SET = re.compile(r"--([\w-]+)\s*:")
STYLE = "style.css"
RTL_STYLE = "rtl.css"
_MERGED = {"figures", "variables", "type", "labels", "budget", "resolution", "panels", "press"}


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout that is ready to be used. Lengths are points."""

    name: str
    data: LayoutData
    folders: tuple[Path, ...]
    palette: dict[str, Swatch]

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the trimmed sheet, pt."""
        sheet = self.data.sheet_size
        return mm(sheet.width), mm(sheet.height)

    @property
    def screen_palette(self) -> dict[str, str]:
        """The sRGB value of each swatch, by which a figure is drawn whatever it is written in later."""
        return {name: swatch.srgb for name, swatch in self.palette.items()}

    def colour(self, name: str) -> str:
        """Return the CSS value of a swatch: sRGB for a screen, inks for a press; raises LayoutError for no swatch."""
        swatch = self.palette.get(name)
        if swatch is None:
            raise LayoutError(
                f"no swatch is called {name!r}",
                hint=f"Known swatches: {', '.join(self.palette)}.",
                where=Where(self.folders[0] / FILE),
            )
        if self.data.colour == "screen":
            return swatch.srgb
        return f"device-cmyk({' '.join(f'{part / 100:g}' for part in swatch.ink)})"

    def style(self, *, rtl: bool = False) -> str:
        """Return the style sheets of the layout and those it extends, the most general first.

        With `rtl` each is followed by what it changes for scripts that run from right to left.
        """
        names = (STYLE, RTL_STYLE) if rtl else (STYLE,)
        paths = [folder / name for folder in reversed(self.folders) for name in names]
        with _as_layout_error():
            return "\n".join(read_text(path) for path in paths if path.is_file())


def load_layout(name: str, roots: tuple[Path, ...] = ()) -> Layout:
    """Load the layout called `name` from the first of `roots` that has it, else from the bundled ones.

    Raises UsageError where there is none of that name, and LayoutError for one that cannot be used.
    """
    roots = (*roots, resources.layouts())
    folders, documents = _chain(name, roots)
    merged: dict[str, Value] = {}
    lines: dict[Place, int] = {}
    for document in reversed(documents):
        merged = _merge(merged, _mapping(document))
        lines |= document.lines
    data = _valid(LayoutData, Document(documents[0].path, merged, lines), merged)
    layout = Layout(name, data, folders, _palette(folders, data))
    for fault in faults(data, layout.palette):
        raise LayoutError(fault.message, hint=fault.hint, where=_where(documents, fault.place))
    _check_variables(layout)
    return layout


def _where(documents: Sequence[Document], place: Place) -> Where:
    """Return where the value at `place` was written: in the layout itself, or else in one that it extends."""
    for length in range(len(place), 0, -1):
        for document in documents:
            if line := document.lines.get(place[:length]):
                return Where(document.path, line, "/".join(map(str, place)))
    return Where(documents[0].path, None, "/".join(map(str, place)))


def _check_variables(layout: Layout) -> None:
    """Raise LayoutError where a style sheet uses a variable that nobody sets, such as a swatch that there is not.

    The typesetter would pass over the whole declaration without a word.
    """
    sheets = [path for folder in layout.folders for path in (folder / STYLE, folder / RTL_STYLE) if path.is_file()]
    with _as_layout_error():
        texts = {path: read_text(path) for path in sheets}
    known = {
        *GIVEN,
        *layout.palette,
        *layout.data.variables,
        *(f"{what}-{role}" for role in layout.data.type for what in OF_ROLES),
    }
    known |= {name for text in texts.values() for name in _SET.findall(text)}
    for path, text in texts.items():
        for used in _USED.finditer(text):
            if used[1] not in known:
                near = get_close_matches(used[1], known, 1)
                raise LayoutError(
                    f"no swatch and no variable is called {used[1]!r}",
                    hint=f"Did you mean {near[0]!r}?" if near else "Add it to palette.yaml, or under variables.",
                    where=Where(path, text.count("\n", 0, used.start()) + 1),
                )


def _valid(kind: type[M], document: Document, value: Value, place: Place = ()) -> M:
    try:
        return validated(kind, document, value, place)
    except InvalidError as error:
        first = error.findings[0]
        raise LayoutError(first.message, hint=first.hint, where=first.where) from None


def _chain(name: str, roots: tuple[Path, ...]) -> tuple[tuple[Path, ...], tuple[Document, ...]]:
    folders: list[Path] = []
    documents: list[Document] = []
    wanted: Value = name
    while isinstance(wanted, str):
        folder = _find(wanted, roots, documents)
        document = _read(folder / FILE)
        if folder in folders:
            raise LayoutError(f"{name!r} extends itself", hint="Follow its extends.", where=Where(document.path))
        folders.append(folder)
        documents.append(document)
        wanted = _mapping(document).get("extends")
    return tuple(folders), tuple(documents)


def _find(name: str, roots: tuple[Path, ...], extended_by: list[Document]) -> Path:
    for root in roots:
        folder = root / name
        if folder.resolve().parent == root.resolve() and (folder / FILE).is_file():
            return folder
    known = sorted({path.parent.name for root in roots for path in root.glob(f"*/{FILE}")})
    message, hint = f"there is no layout {name!r}", f"Known layouts: {', '.join(known)}."
    if extended_by:
        document = extended_by[-1]
        raise LayoutError(message, hint=hint, where=Where(document.path, document.line(("extends",))))
    raise UsageError(message, hint=hint)


def _read(path: Path) -> Document:
    with _as_layout_error():
        return read_yaml(path)


@contextmanager
def _as_layout_error() -> Iterator[None]:
    try:
        yield
    except SourceError as error:
        raise LayoutError(error.message, hint=error.hint, where=error.where) from None


def _mapping(document: Document) -> dict[str, Value]:
    if not isinstance(document.value, dict):
        raise LayoutError("not a mapping", hint="See docs/layouts.md.", where=Where(document.path))
    return document.value


def _merge(base: dict[str, Value], own: dict[str, Value]) -> dict[str, Value]:
    """Return `base` with `own` over it: the mappings of `_MERGED` with all that is in them, anything else whole."""
    merged = {**base, **own}
    for key in _MERGED & base.keys() & own.keys():
        merged[key] = _merge_all(base[key], own[key])
    return merged


def _merge_all(base: Value, own: Value) -> Value:
    if not (isinstance(base, dict) and isinstance(own, dict)):
        return own
    return {**base, **{key: _merge_all(base[key], value) if key in base else value for key, value in own.items()}}


def _palette(folders: tuple[Path, ...], data: LayoutData) -> dict[str, Swatch]:
    """Return the swatches by name; raises LayoutError for one with more ink than a press layout allows."""
    most = data.press.ink_limit if data.colour == "press" else 400
    palette: dict[str, Swatch] = {}
    for path in (resources.layouts() / "palette.yaml", *(folder / "palette.yaml" for folder in reversed(folders))):
        if not path.is_file():
            continue
        document = _read(path)
        for name, value in _mapping(document).items():
            palette[name] = _valid(Swatch, document, value, (name,))
            if (total := sum(palette[name].ink)) > most:
                raise LayoutError(
                    f"the swatch {name!r} takes {total:g} % of ink, the layout's limit is {most:g} %",
                    hint="Reduce the recipe, or ask the printer whether ink-limit may be higher.",
                    where=Where(document.path, document.line((name,)), name),
                )
    return palette
