"""The surface that exhibits are drawn on: points, y down, colours by swatch name; out comes compact SVG, no words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from xml.etree import ElementTree

if TYPE_CHECKING:
    from matplotlib.path import Path

Point = tuple[float, float]
Cap = Literal["butt", "round", "projecting"]

_SVG = "{http://www.w3.org/2000/svg}"
_DECIMAL = re.compile(r"-?\d+\.\d+")
_DEFAULTS = {"stroke-dashoffset": "0", "stroke-width": "1"}


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle, points, y down."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Return the horizontal extent."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Return the vertical extent."""
        return self.y1 - self.y0


class Canvas:
    """A matplotlib figure of `width` by `height` points whose artists are added in points from the top left, y down.

    `palette` gives the hex value of each swatch. A swatch that it lacks raises KeyError when something is drawn in it,
    and `svg` raises ValueError should any other colour have come in by way of `figure`.
    """

    def __init__(self, width: float, height: float, palette: Mapping[str, str]) -> None:
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        self.width = width
        self.height = height
        self.palette = palette
        self.figure = Figure(figsize=(width / 72, height / 72), dpi=72, frameon=False)
        self.transform = Affine2D().scale(1, -1).translate(0, height)

    def line(
        self,
        *lines: Sequence[Point],
        stroke: str,
        width: float,
        dash: Sequence[float] = (),
        cap: Cap = "butt",
        clip: Box | None = None,
    ) -> None:
        """Draw open `lines` as one stroke of `width` points. `dash` is lengths of dashes and gaps, points."""
        if lines:
            self._add(_path(lines, closed=False), None, stroke, width, dash, clip, cap)

    def area(
        self,
        *rings: Sequence[Point],
        fill: str | None,
        stroke: str | None = None,
        width: float = 0.0,
        dash: Sequence[float] = (),
        clip: Box | None = None,
    ) -> None:
        """Fill `rings` as one shape; a ring that runs the other way round inside another is a hole."""
        if rings:
            self._add(_path(rings, closed=True), fill, stroke, width, dash, clip)

    def rect(
        self,
        box: Box,
        *,
        fill: str | None,
        stroke: str | None = None,
        width: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw an upright rectangle."""
        corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
        self.area(corners, fill=fill, stroke=stroke, width=width, dash=dash)

    def disc(
        self, x: float, y: float, radius: float, *, fill: str | None, stroke: str | None = None, width: float = 0.0
    ) -> None:
        """Draw a circle about (x, y)."""
        from matplotlib.path import Path

        self._add(Path.circle((x, y), radius), fill, stroke, width)

    def svg(self) -> str:
        """Return what was drawn as SVG: `viewBox` in points, no words and no style sheet, all paint explicit."""
        import matplotlib

        raw = io.StringIO()
        with matplotlib.rc_context({"svg.hashsalt": "dossier"}):
            self.figure.savefig(raw, format="svg", transparent=True, metadata={"Date": None})
        return _compact(raw.getvalue(), self.width, self.height, {hex.lower(): hex for hex in self.palette.values()})

    def _add(
        self,
        path: Path,
        fill: str | None,
        stroke: str | None,
        width: float,
        dash: Sequence[float] = (),
        clip: Box | None = None,
        cap: Cap | None = None,
    ) -> None:
        from matplotlib.patches import PathPatch, Rectangle

        patch = PathPatch(
            path,
            facecolor=self.palette[fill] if fill else "none",
            edgecolor=self.palette[stroke] if stroke else "none",
            linewidth=width if stroke else 0.0,
            # matplotlib multiplies dash lengths by the line width.
            linestyle=(0, tuple(length / width for length in dash)) if dash else "solid",
            capstyle=cap,
            joinstyle="round" if fill is None else "miter",
            transform=self.transform,
        )
        self.figure.add_artist(patch)
        if clip is not None:
            patch.set_clip_path(Rectangle((clip.x0, clip.y0), clip.width, clip.height, transform=self.transform))


def _path(lines: Iterable[Sequence[Point]], *, closed: bool) -> Path:
    from matplotlib.path import Path

    return Path.make_compound_path(*(Path((*line, line[0]) if closed else line, closed=closed) for line in lines))


def _compact(svg: str, width: float, height: float, colours: Mapping[str, str]) -> str:
    """Return matplotlib's SVG with its shapes alone, each with its paint as attributes, to a hundredth of a point."""
    root = ElementTree.fromstring(svg)
    clips = [_clip(clip) for clip in root.iter(f"{_SVG}clipPath")]
    shapes = [_shape(element, colours) for group in root.findall(f"{_SVG}g") for element in _leaves(group)]
    defs = f"<defs>{''.join(clips)}</defs>" if clips else ""
    # What has no fill is painted in RGB black by the typesetter; matplotlib's style sheet, dropped here, rounds joins.
    return (
        f'<svg xmlns="{_SVG[1:-1]}" width="{_short(width)}pt" height="{_short(height)}pt" '
        f'viewBox="0 0 {_short(width)} {_short(height)}">{defs}<g fill="none" stroke-linejoin="round">'
        f"{''.join(shapes)}</g></svg>"
    )


def _leaves(group: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (element for element in group.iter() if element.tag != f"{_SVG}g")


def _clip(clip: ElementTree.Element) -> str:
    (rect,) = clip
    sides = " ".join(f'{side}="{_short(float(rect.attrib[side]))}"' for side in ("x", "y", "width", "height"))
    return f'<clipPath id="{clip.attrib["id"]}"><rect {sides}/></clipPath>'


def _shape(element: ElementTree.Element, colours: Mapping[str, str]) -> str:
    if element.tag != f"{_SVG}path":
        raise ValueError(f"a figure holds paths only, not {element.tag.removeprefix(_SVG)}: words are labels")
    attributes = {"d": _data(element.attrib["d"])}
    if "clip-path" in element.attrib:
        attributes["clip-path"] = element.attrib["clip-path"]
    # matplotlib leaves out a fill of black.
    paint = {"fill": "#000000"} | dict(
        _declaration(part) for part in element.attrib.get("style", "").split(";") if part
    )
    for name, value in paint.items():
        if value.startswith("#"):
            if value not in colours:
                raise ValueError(f"{name} {value} is not in the palette")
            attributes[name] = colours[value]
        elif name != "fill" and _DEFAULTS.get(name) != value:
            attributes[name] = _DECIMAL.sub(lambda number: _short(float(number[0])), value)
    return "<path " + " ".join(f'{name}="{value}"' for name, value in attributes.items()) + "/>"


def _declaration(part: str) -> tuple[str, str]:
    name, _, value = part.partition(":")
    return name.strip(), value.strip()


def _data(path: str) -> str:
    """Return path data rounded; a letter that SVG implies, a repeated one or L after M, is left out."""
    parts: list[str] = []
    last = ""
    for token in path.split():
        if not token[-1].isalpha():
            parts.append(_short(float(token)))
        elif token != last and (last, token) != ("M", "L"):
            parts.append(token)
        last = token if token[-1].isalpha() else last
    return re.sub(" ?([A-Za-z]) ?", r"\1", " ".join(parts))


def _short(number: float) -> str:
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
