"""A clean sheet for a press and a clean file for a screen, for tests to spoil."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg
import pikepdf
import pytest
import weasyprint
from pikepdf import Array, Dictionary, Name
from weasyprint.text.fonts import FontConfiguration

from dossier.pdf.accessible import finish_screen
from dossier.pdf.inspect import inspect
from dossier.pdf.intent import coated_offset
from dossier.pdf.press import finish_press
from dossier.preflight.findings import Finding, Limits
from dossier.preflight.judging import judge
from dossier.preflight.profiles import PROFILES
from dossier.units import mm

CREATED = datetime(2025, 3, 1, 12, tzinfo=UTC)
STYLE = f"""
@font-face {{ font-family: Spectral; src: url('{Path(fontpkg.path("Spectral", 400, "normal")).as_uri()}') }}
body {{ margin: 0; font: 14pt/18pt Spectral }}
"""
PRESS_STYLE = """
@page { size: 200mm 150mm; bleed: 12mm; margin: 20mm; background: device-cmyk(0.05 0.03 0.08 0) }
html { color: device-cmyk(0 0 0 1) }
.tint { background: device-cmyk(0 0.6 0.8 0.2); color: device-cmyk(0 0 0 0); height: 20mm }
"""
PRESS_BODY = """
<main><h1>Twelve men were dropped in Komi</h1><p>They landed on 2 June 1943.</p><div class="tint">White on a tint</div>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" width="300" height="60">
<g fill="none" stroke="device-cmyk(1 0.5 0 0.2)"><path d="M0 0L100 20"/></g></svg></main>
"""
SCREEN_BODY = """
<main><h1>A drop in Komi</h1><p>See <a href="https://example.org/desant">the article</a> and <a href="#b">below</a>.</p>
<h2 id="b">Groups</h2>
<figure><div class="plate"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" width="300" height="60">
<title>Two rivers</title><g fill="none" stroke="#2F6690"><path d="M0 0L100 20"/></g></svg></div></figure>
<table><thead><tr><th>Group</th><th>Men</th></tr></thead>
<tbody><tr><th scope="row">first</th><td>12</td></tr></tbody></table>
</main>
"""


def set_page(body: str, css: str = "", **options: object) -> bytes:
    """Return a page as WeasyPrint writes it."""
    html = f'<!doctype html><html lang="en"><head><title>A drop in Komi</title></head><body>{body}</body></html>'
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=STYLE + css, font_config=fonts)
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):  # WeasyPrint leaves its profile open
        pdf: bytes = weasyprint.HTML(string=html).write_pdf(stylesheets=[sheet], font_config=fonts, **options)
        gc.collect()
    return pdf


def press_page(body: str, css: str = "") -> bytes:
    """Return a sheet as it is finished for a press."""
    page = set_page(body, PRESS_STYLE + css, pdf_tags=True)
    return finish_press(page, bleed=mm(5), intent=coated_offset(), created=CREATED)


def screen_page(body: str, css: str = "") -> bytes:
    """Return a file as it is finished for a screen."""
    return finish_screen(set_page(body, css, pdf_variant="pdf/a-3a"))


class Sheet:
    """A sheet that a test changes: draw in it, or change its objects."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self.document, self.page = document, document.pages[0]

    def draw(self, content: str, **resources: Mapping[str, object]) -> None:
        """Draw over what is on the page; the origin is the left bottom of the trim."""
        self._name(self.page.Resources, resources)
        self.page.contents_add(b"q\n", prepend=True)
        self.page.contents_add(f"\nQ q {content} Q\n".encode())

    def form(self, content: str, **resources: Mapping[str, object]) -> pikepdf.Object:
        form = self.document.make_stream(content.encode())
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 1000, 1000])
        form.Resources = Dictionary()
        self._name(form.Resources, resources)
        return form

    def group(self, content: str, space: Name = Name.DeviceCMYK, **resources: Mapping[str, object]) -> pikepdf.Object:
        form = self.form(content, **resources)
        form.Group = Dictionary(S=Name.Transparency, CS=space)
        return form

    def pattern(self, content: str) -> pikepdf.Object:
        pattern = self.form(content)
        pattern.PatternType, pattern.PaintType, pattern.TilingType = 1, 1, 1
        pattern.XStep = pattern.YStep = 10
        return pattern

    def shading(self, space: object, start: list[float], end: list[float]) -> Dictionary:
        function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(start), C1=Array(end), N=1)
        return Dictionary(ShadingType=2, ColorSpace=space, Coords=Array([0, 0, 100, 0]), Function=function)

    def image(self, space: object, pixels: bytes, side: int, **keys: object) -> pikepdf.Object:
        image = self.document.make_stream(pixels)
        image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, side, side
        image.ColorSpace, image.BitsPerComponent = space, 8
        for key, value in keys.items():
            image[f"/{key}"] = value
        return image

    def profile(self, components: int) -> Array:
        return Array([Name.ICCBased, pikepdf.Stream(self.document, b"profile", N=components)])

    def spot(self, name: str, alternate: Name = Name.DeviceCMYK, full: tuple[float, ...] = (0, 1, 1, 0)) -> Array:
        tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0.0] * len(full)), C1=Array(full))
        return Array([Name.Separation, Name(f"/{name}"), alternate, tint])

    def annotate(self, left: float, bottom: float, kind: Name = Name.Square) -> pikepdf.Object:
        rect = Array([left, bottom, left + 20, bottom + 20])
        annotation = self.document.make_indirect(Dictionary(Type=Name.Annot, Subtype=kind, Rect=rect))
        self.page.Annots = Array([annotation])
        return annotation

    def _name(self, where: pikepdf.Object, resources: dict[str, Mapping[str, object]]) -> None:
        for kind, named in resources.items():
            if f"/{kind}" not in where:
                where[f"/{kind}"] = Dictionary()
            for name, value in named.items():
                where[f"/{kind}"][f"/{name}"] = value


@pytest.fixture(scope="session")
def sheet() -> bytes:
    return press_page(PRESS_BODY)


@pytest.fixture(scope="session")
def screen() -> bytes:
    return screen_page(SCREEN_BODY)


@pytest.fixture(scope="session")
def press() -> Callable[..., bytes]:
    """Return a function (body, style) -> a sheet as it is finished for a press."""
    return press_page


@pytest.fixture(scope="session")
def on_screen() -> Callable[..., bytes]:
    """Return a function (body, style) -> a file as it is finished for a screen."""
    return screen_page


@pytest.fixture(scope="session")
def found() -> Callable[..., tuple[Finding, ...]]:
    """Return a function (file, profile, limits) -> what is found in it."""

    def judged(pdf: bytes | Path, profile: str = "press", **limits: Any) -> tuple[Finding, ...]:
        return judge(inspect(pdf), PROFILES[profile], replace(Limits(), **limits))

    return judged


@pytest.fixture(scope="session")
def spoil() -> Callable[[bytes, Callable[[Sheet], object]], bytes]:
    """Return a function (file, change) -> the file with a fault."""

    def spoiled(pdf: bytes, change: Callable[[Sheet], object]) -> bytes:
        out = BytesIO()
        with pikepdf.open(BytesIO(pdf)) as document:
            change(Sheet(document))
            document.save(out, fix_metadata_version=False)
        return out.getvalue()

    return spoiled
