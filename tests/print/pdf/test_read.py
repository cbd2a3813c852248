"""Reading any PDF: pages as images, the colours in every corner of a file, and files that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from dossier.errors import PreflightError
from dossier.pdf.colours import ColourUse, read_colours
from dossier.pdf.raster import raster
from dossier.pdf.read import Box, FontUse, read_summary
from dossier.pdf.text import read_passages

SPOT = Array([Name.Separation, Name.CutContour, Name.DeviceCMYK, Dictionary(
    FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)])  # fmt: skip
SHADING = Dictionary(
    ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1],
    Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0], C1=[1, 1, 1], N=1),
)  # fmt: skip


def drawn(content: bytes, **resources: object) -> bytes:
    """Return a page of 100 x 50 pt with that content."""
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(100, 50))
        page.Contents = document.make_stream(content)
        page.Resources = Dictionary({f"/{name}": value for name, value in resources.items()})
        out = BytesIO()
        document.save(out)
        return out.getvalue()


@pytest.mark.parametrize(
    ("content", "resources", "used"),
    [
        (b"0 0 0 1 k 0 g", {}, {("fill", "DeviceCMYK"), ("fill", "DeviceGray")}),
        (b"1 0 0 RG", {}, {("stroke", "DeviceRGB")}),
        (b"/Cut CS 1 SCN", {"ColorSpace": Dictionary(Cut=SPOT)},
         {("stroke", "Separation CutContour"), ("resource", "Separation CutContour")}),
        (b"/S sh", {"Shading": Dictionary(S=SHADING)}, {("shading", "DeviceRGB")}),
        (b"", {"Pattern": Dictionary(P=Dictionary(PatternType=2, Shading=SHADING))}, {("shading", "DeviceRGB")}),
        (b"", {"ColorSpace": Dictionary(I=Array([Name.Indexed, Name.DeviceRGB, 0, b"abc"]))},
         {("resource", "Indexed DeviceRGB")}),
        (b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI", {}, {("image", "DeviceRGB")}),
    ],
)  # fmt: skip
def test_colours_of_a_page(content: bytes, resources: dict[str, object], used: set[tuple[str, str]]) -> None:
    assert {(use.use, use.space) for use in read_colours(drawn(content, **resources))} == used


def test_colours_inside_groups(tmp_path: Path) -> None:
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(100, 50))
        inner = document.make_stream(b"1 0 0 rg 0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        outer = document.make_stream(
            b"/Inner Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9],
            Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB),
            Resources=Dictionary(XObject=Dictionary(Inner=inner)),
        )  # fmt: skip
        image = document.make_stream(
            b"\0\0\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
            ColorSpace=Array([Name.ICCBased, document.make_stream(b"", N=3)]),
        )  # fmt: skip
        page.Resources = Dictionary(XObject=Dictionary(Outer=outer, Image=image))
        page.Contents = document.make_stream(b"/Outer Do /Image Do")
        document.add_blank_page()
        document.save(tmp_path / "groups.pdf")
    assert read_colours(tmp_path / "groups.pdf") == (
        ColourUse(1, "fill", "DeviceRGB"),
        ColourUse(1, "group", "DeviceRGB"),
        ColourUse(1, "image", "ICCBased 3"),
    )


def test_a_page_as_an_image() -> None:
    image = raster(drawn(b"1 0 0 rg 0 0 50 50 re f"), dpi=144)
    assert image.size == (200, 100)
    assert [image.getpixel((x, 50)) for x in (50, 150)] == [(255, 0, 0), (255, 255, 255)]


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(PreflightError, match="the PDF has no page 2"):
        raster(drawn(b""), 1)


def test_boxes_default_to_each_other() -> None:
    (page,) = read_summary(drawn(b"")).pages
    assert page.media == page.bleed == page.trim == Box(0, 0, 100, 50)
    assert (page.trim.width, page.trim.height) == (100, 50)


def test_a_font_that_is_not_embedded_is_told() -> None:
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf = drawn(b"BT /F 9 Tf (a caf\xe9) Tj ET", Font=Dictionary(F=helvetica))
    assert read_summary(pdf).fonts == (FontUse("Helvetica", embedded=False, has_unicode=False),)
    assert [passage.text for passage in read_passages(pdf)] == ["a café"]


CMAP = b"""begincmap 2 beginbfchar <01> <0041> <02> <0066 0069> endbfchar
2 beginbfrange <10> <12> <0061> <20> <21> [<0416> <D83DDE00>] endbfrange endcmap"""


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"BT /F 9 Tf <01021011122021> Tj ET", "AfiabcЖ😀"),
        (b"BT /F 9 Tf [<01> -250 <10>] TJ 0 -12 Td (\x11) ' ET", "Aa\nb"),
        (b"q BT /F 9 Tf ET Q BT <01> Tj ET", ""),  # no font is set any more
        (b"/Form Do", "A"),
        (b"/Span <</ActualText <FEFF0042>>> BDC BT /F 9 Tf <0110> Tj <11> Tj ET EMC EMC", "B"),
        (b"/Span /Replaced BDC BT /F 9 Tf <01> Tj ET EMC BT /F 9 Tf <10> Tj ET", "Ca"),
    ],
)
def test_strings_are_read_through_the_fonts_map(content: bytes, text: str) -> None:
    with pikepdf.new() as document:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.X, ToUnicode=document.make_stream(CMAP))
        form = document.make_stream(
            b"BT /F 9 Tf <01> Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9],
            Resources=Dictionary(Font=Dictionary(F=font)),
        )  # fmt: skip
        page = document.add_blank_page(page_size=(100, 50))
        page.Contents = document.make_stream(content)
        page.Resources = Dictionary(
            Font=Dictionary(F=font), XObject=Dictionary(Form=form),
            Properties=Dictionary(Replaced=Dictionary(ActualText="C")),
        )  # fmt: skip
        out = BytesIO()
        document.save(out)
    assert [passage.text for passage in read_passages(out.getvalue())] == [text]


def test_content_that_cannot_be_parsed(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    with pikepdf.open(BytesIO(drawn(b"1 0 0 rg"))) as document:
        document.pages[0].Contents.write(b"not deflated", filter=Name.FlateDecode)
        document.save(path)
    with pytest.raises(PreflightError, match="this is no readable PDF"):
        read_colours(path)


@pytest.fixture
def encrypted(tmp_path: Path) -> Path:
    path = tmp_path / "encrypted.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path, encryption=pikepdf.Encryption(user="a", owner="b"))
    return path


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(100))
    return path


@pytest.mark.parametrize("read", [read_summary, read_passages, read_colours, raster])
@pytest.mark.parametrize("name", ["missing", "encrypted", "damaged"])
def test_files_that_cannot_be_read(
    read: Callable[[Path], object], name: str, encrypted: Path, damaged: Path, tmp_path: Path
) -> None:
    with pytest.raises(PreflightError) as caught:
        read(tmp_path / f"{name}.pdf")
    assert caught.value.hint
    assert caught.value.where is not None
    assert caught.value.where.path == tmp_path / f"{name}.pdf"
