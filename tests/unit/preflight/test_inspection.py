"""What is read from content streams, against values worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from dossier.pdf.inspect import inspect
from dossier.pdf.inspection import Inspection, Painted, Profile
from dossier.pdf.read import Box
from dossier.preflight.colour import total_ink
from dossier.preflight.findings import Limits

Change = Callable[[pikepdf.Pdf, Any], object]


def read(content: str, change: Change = lambda pdf, page: None, **resources: object) -> Inspection:
    """Return the facts of a page of 200 x 100 points with this content."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 100))
        page.Contents = pdf.make_stream(content.encode())
        page.Resources = Dictionary({f"/{kind}": value for kind, value in resources.items()})
        change(pdf, page)
        out = BytesIO()
        pdf.save(out)
    return inspect(out.getvalue())


def only(content: str, change: Change = lambda pdf, page: None, **resources: object) -> Painted:
    (mark,) = read(content, change, **resources).painted
    return mark


HELVETICA = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))


@pytest.mark.parametrize(
    ("setting", "size", "origin"),
    [
        ("/F 12 Tf 30 40 Td", 12, (30, 40)),
        ("/F 1 Tf 12 0 0 12 30 40 Tm", 12, (30, 40)),
        ("50 Tz /F 12 Tf 30 40 Td", 12, (30, 40)),
        ("/F 12 Tf 1 0 0.3 1 30 40 Tm", 12, (30, 40)),
        ("/F 12 Tf 0 1 -1 0 30 40 Tm", 12, (18, 40)),
        ("/F 12 Tf 5 Ts 30 40 Td", 12, (30, 45)),
        ("/F 12 Tf 14 TL 30 40 Td T*", 12, (30, 26)),
        ("/F 12 Tf 30 40 Td 0 -14 TD T*", 12, (30, 12)),
        ("/F 12 Tf -1 0 0 -1 30 40 Tm", 12, (30, 28)),
    ],
    ids=["plain", "by the matrix", "condensed", "slanted", "upwards", "raised", "next line", "leading", "upside down"],
)
def test_where_type_stands_and_how_large(setting: str, size: float, origin: tuple[float, float]) -> None:
    mark = only(f"BT {setting} (Komi) Tj ET", Font=HELVETICA)
    assert mark.use == "text"
    assert mark.text == "Komi"
    assert mark.size == pytest.approx(size)
    assert mark.position.box is not None
    assert (mark.position.box.left, mark.position.box.bottom) == pytest.approx(origin)


@pytest.mark.parametrize(
    ("drawing", "width"),
    [
        ("2 w", 2),
        ("0.1 0 0 0.1 0 0 cm 2 w", 0.2),
        ("0.1 0 0 5 0 0 cm 2 w", 0.2),
        ("0 0.5 -0.5 0 0 0 cm 2 w", 1),
        ("1 0 0.5 1 0 0 cm 1 w", 0.780776),
        ("/W gs", 3),
        ("q 2 w Q", 1),
    ],
)
def test_how_wide_a_line_is_where_it_is_thinnest(drawing: str, width: float) -> None:
    """A shear by a half has the singular values (sqrt(17) ± 1) / 4."""
    mark = only(f"{drawing} 0 0 m 9 9 l S", ExtGState=Dictionary(W=Dictionary(LW=3)))
    assert mark.use == "stroke"
    assert mark.size == pytest.approx(width, abs=1e-6)


def test_shapes_are_as_thin_as_their_thinner_side() -> None:
    assert only("10 10 80 0.2 re f").size == pytest.approx(0.2)
    assert only("10 10 m 10 60 l 10.1 60 l h f").size == pytest.approx(0.1)
    filled, stroked = read("1 w 10 10 m 90 10 l B").painted
    assert (filled.size, stroked.size) == (1, 1)


def separation(name: str) -> Array:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 0, 0]), N=1)
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])


SPACES = Dictionary(
    Spot=separation("Gold"),
    Two=Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, Dictionary(FunctionType=4)]),
    Palette=Array([Name.Indexed, Name.DeviceCMYK, 1, String(bytes([0, 0, 0, 0, 255, 51, 0, 102]))]),
)


@pytest.mark.parametrize(
    ("colour", "space", "inks", "total"),
    [
        ("", "DeviceGray", {"Black": 1}, 100),
        ("0.25 g", "DeviceGray", {"Black": 0.75}, 75),
        ("0.1 0.2 0.3 0.4 k", "DeviceCMYK", {"Cyan": 0.1, "Magenta": 0.2, "Yellow": 0.3, "Black": 0.4}, 100),
        ("/DeviceCMYK cs", "DeviceCMYK", {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": 1}, 100),
        ("/Spot cs 0.5 scn", "Separation Gold", {"Gold": 0.5}, 50),
        ("/Spot cs", "Separation Gold", {"Gold": 1}, 100),
        ("/Two cs 0.5 1 scn", "DeviceN Cyan Gold", {"Cyan": 0.5, "Gold": 1}, 150),
        ("/Palette cs 1 sc", "Indexed DeviceCMYK", {"Cyan": 1, "Magenta": 0.2, "Yellow": 0, "Black": 0.4}, 160),
    ],
)
def test_which_inks_a_colour_is(colour: str, space: str, inks: dict[str, float], total: float) -> None:
    mark = only(f"{colour} 0 0 9 9 re f", ColorSpace=SPACES)
    assert mark.colour.space == space
    assert dict(mark.colour.inks or ()) == pytest.approx(inks)
    assert mark.colour.total == pytest.approx(total)


@pytest.mark.parametrize(
    ("state", "filling", "stroking"),
    [
        (Dictionary(OP=True), True, True),
        (Dictionary(op=True), True, False),
        (Dictionary(OP=True, op=False), False, True),
    ],
)
def test_what_overprints(state: Dictionary, filling: bool, stroking: bool) -> None:
    """OP alone is for both (ISO 32000-1, table 58)."""
    fill, stroke = read("/O gs 0 0 9 9 re B", ExtGState=Dictionary(O=state)).painted
    assert (fill.overprints, stroke.overprints) == (filling, stroking)


def test_type_that_is_not_seen_and_type_in_outline() -> None:
    assert not only("BT 3 Tr /F 9 Tf (x) Tj ET", Font=HELVETICA).visible
    outlined = only("2 w BT 1 Tr /F 9 Tf (x) Tj ET", Font=HELVETICA)
    assert (outlined.use, outlined.size, outlined.text) == ("stroke", 2, "x")
    assert [mark.use for mark in read("BT 2 Tr /F 9 Tf (x) Tj ET", Font=HELVETICA).painted] == ["text", "stroke"]


def test_equal_marks_are_counted() -> None:
    first, second = read("0 0 9 9 re f 20 0 9 9 re f 1 g 40 0 9 9 re f").painted
    assert (first.count, second.count) == (2, 1)
    assert first.position.box == Box(0, 0, 9, 9)
    assert second.position.box == Box(40, 0, 49, 9)


def form(pdf: pikepdf.Pdf, content: bytes, **keys: object) -> pikepdf.Object:
    stream = pdf.make_stream(content)
    stream.Subtype, stream.BBox = Name.Form, Array([0, 0, 99, 99])
    for key, value in keys.items():
        stream[f"/{key}"] = value
    return stream


def test_a_form_has_its_own_matrix_and_the_colour_it_is_drawn_with() -> None:
    def add(pdf: pikepdf.Pdf, page: Any) -> None:
        page.Resources.XObject = Dictionary(Fm=form(pdf, b"0 0 9 9 re f", Matrix=Array([2, 0, 0, 2, 10, 0])))

    mark = only("0 1 0 0 k 1 0 0 1 0 5 cm /Fm Do", add)
    assert mark.position.object == "page > form Fm"
    assert mark.position.box == Box(10, 5, 28, 23)
    assert mark.colour.used == ("Magenta",)


def test_a_pattern_without_colours_has_the_colour_it_is_used_with() -> None:
    def add(pdf: pikepdf.Pdf, page: Any) -> None:
        tile = form(pdf, b"0 0 2 2 re f", PatternType=1, PaintType=2, TilingType=1, XStep=4, YStep=4)
        page.Resources.Pattern = Dictionary(P=tile)

    spaces = Dictionary(Tiles=Array([Name.Pattern, Name.DeviceCMYK]))
    inside, outside = read("/Tiles cs 0 0 1 0 /P scn 0 0 9 9 re f", add, ColorSpace=spaces).painted
    assert inside.position.object == "page > pattern"
    assert inside.colour.used == outside.colour.used == ("Yellow",)


def test_glyphs_that_are_drawn_are_looked_into() -> None:
    def add(pdf: pikepdf.Pdf, page: Any) -> None:
        glyphs = Dictionary(a=pdf.make_stream(b"500 0 d0 1 0 0 rg 0 0 500 500 re f"))
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FirstChar=97, LastChar=97,
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=glyphs, Widths=Array([500]),
            Encoding=Dictionary(Differences=Array([97, Name.a])),
        )  # fmt: skip
        page.Resources.Font = Dictionary(T=pdf.make_indirect(font))

    text = read("BT /T 12 Tf (a) Tj ET", add)
    assert {(mark.position.object, mark.colour.space) for mark in text.painted} == {
        ("page", "DeviceGray"), ("page > glyph a", "DeviceRGB"),
    }  # fmt: skip
    assert [mark.size for mark in text.painted if mark.use == "text"] == [12]
    assert text.fonts[0].embedded


def ramp(first: list[float], last: list[float]) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(first), C1=Array(last), N=1)


def test_the_stops_of_a_gradient() -> None:
    stitched = Dictionary(
        FunctionType=3, Domain=Array([0, 1]), Bounds=Array([0.5]), Encode=Array([0, 1, 0, 1]),
        Functions=Array([ramp([0, 0, 0, 0], [1, 1, 1, 0.5]), ramp([0, 0, 0, 0], [0, 0, 0, 1])]),
    )  # fmt: skip
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 9, 0]), Function=stitched)
    marks = read("/S sh", Shading=Dictionary(S=shading)).painted
    assert {round(mark.colour.total) for mark in marks} == {0, 350, 100}
    assert all(mark.use == "shading" for mark in marks)


def test_a_page_has_what_the_pages_above_it_name() -> None:
    def inherit(pdf: pikepdf.Pdf, page: Any) -> None:
        pdf.Root.Pages.Resources = page.Resources
        del page.Resources

    assert only("BT /F 9 Tf (x) Tj ET", inherit, Font=HELVETICA).text == "x"


def test_a_scaled_page_is_measured_on_paper() -> None:
    inspection = read("1 w 0 0 m 9 9 l S", lambda pdf, page: page.__setitem__("/UserUnit", 10))
    assert inspection.sheets[0].media == Box(0, 0, 2000, 1000)
    assert inspection.painted[0].size == 10


def test_marked_content_and_artifacts_are_told_from_the_rest() -> None:
    named = Dictionary(P=Dictionary(MCID=1))
    content = "/P <</MCID 0>> BDC 0 0 1 1 re f EMC /P /P BDC 0 0 2 2 re f EMC /Artifact BMC 0 0 3 3 re f EMC"
    marks = read(f"{content} /Span BMC 0 0 4 4 re f EMC 0 0 5 5 re f", Properties=named).painted
    assert [(mark.size, mark.tagged) for mark in marks] == [(1, True), (2, True), (3, True), (4, False), (5, False)]


def test_pictures_have_the_resolution_of_their_poorer_side() -> None:
    def add(pdf: pikepdf.Pdf, page: Any) -> None:
        picture = pdf.make_stream(bytes(100 * 50))
        picture.Subtype, picture.Width, picture.Height, picture.BitsPerComponent = Name.Image, 100, 50, 8
        picture.ColorSpace = Name.DeviceGray
        page.Resources.XObject = Dictionary(I=picture)

    (picture,) = read("0 72 -36 0 100 10 cm /I Do", add).images
    assert (picture.width, picture.height, picture.space) == (100, 50, "DeviceGray")
    assert picture.ppi == pytest.approx(100)
    assert picture.position.box == Box(64, 10, 100, 82)


def test_the_same_file_gives_the_same_facts() -> None:
    content = "0 0 9 9 re B BT /F 9 Tf (x) Tj ET"
    assert read(content, Font=HELVETICA) == read(content, Font=HELVETICA)


def test_a_gradient_with_a_function_for_each_ink() -> None:
    functions = Array([ramp([0], [1]), ramp([0.5], [0]), ramp([0], [0]), ramp([1], [0.25])])
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 9, 0]), Function=functions)
    marks = read("/S sh", Shading=Dictionary(S=shading)).painted
    assert {round(mark.colour.total) for mark in marks} == {150, 125}


def test_a_gradient_of_samples_and_one_that_is_not_followed() -> None:
    def add(pdf: pikepdf.Pdf, page: Any) -> None:
        samples = pdf.make_stream(bytes([0, 0, 0, 0, 255, 255, 0, 51]))
        samples.FunctionType, samples.BitsPerSample, samples.Size = 0, 8, Array([2])
        samples.Domain, samples.Range = Array([0, 1]), Array([0, 1] * 4)
        program = pdf.make_stream(b"{ dup dup dup }")
        program.FunctionType, program.Domain, program.Range = 4, Array([0, 1]), Array([0, 1] * 4)
        axial = {"ShadingType": 2, "ColorSpace": Name.DeviceCMYK, "Coords": Array([0, 0, 9, 0])}
        page.Resources.Shading = Dictionary(
            A=Dictionary({f"/{key}": value for key, value in {**axial, "Function": samples}.items()}),
            B=Dictionary({f"/{key}": value for key, value in {**axial, "Function": program}.items()}),
        )

    sampled = read("/A sh", add).painted
    assert {round(mark.colour.total) for mark in sampled} == {0, 220}
    (unknown,) = read("/B sh", add).painted
    assert (unknown.colour.space, unknown.colour.inks) == ("DeviceCMYK", None)


def cmyk(pixels: bytes, side: int, bits: int = 8, **keys: object) -> Change:
    def add(pdf: pikepdf.Pdf, page: Any) -> None:
        picture = pdf.make_stream(pixels)
        picture.Subtype, picture.Width, picture.Height, picture.BitsPerComponent = Name.Image, side, side, bits
        picture.ColorSpace = Name.DeviceCMYK
        for key, value in keys.items():
            picture[f"/{key}"] = value
        page.Resources.XObject = Dictionary(I=picture)

    return add


def test_pictures_of_sixteen_bits_are_sampled() -> None:
    pixels = bytes([0, 0] * 4) * 3 + bytes([255, 255, 255, 255, 0, 0, 128, 0])
    (picture,) = read("9 0 0 9 0 0 cm /I Do", cmyk(pixels, 2, 16)).images
    assert picture.heaviest is not None
    assert picture.heaviest.total == pytest.approx(250, abs=0.5)


@pytest.mark.parametrize(
    "change",
    [cmyk(b"\0" * 4, 2), cmyk(b"\0" * 4, 2, Filter=Name.JPXDecode), cmyk(b"\0" * 4, 2, 2)],
    ids=["too short", "JPEG 2000", "two bits"],
)
def test_pictures_that_cannot_be_sampled_are_owned_up_to(change: Change) -> None:
    (picture,) = read("9 0 0 9 0 0 cm /I Do", change).images
    assert (picture.heaviest, picture.is_sampled) == (None, False)
    (finding,) = total_ink(read("9 0 0 9 0 0 cm /I Do", change), Limits())
    assert (finding.severity, finding.message) == (
        "info",
        "the inks of an image (2 x 2, DeviceCMYK) were not measured",
    )


def test_a_stencil_is_painted_with_the_colour_of_fills() -> None:
    def add(pdf: pikepdf.Pdf, page: Any) -> None:
        stencil = pdf.make_stream(b"\xff" * 8)
        stencil.Subtype, stencil.Width, stencil.Height, stencil.ImageMask = Name.Image, 8, 8, True
        page.Resources.XObject = Dictionary(I=stencil)

    inspection = read("1 0 0 rg 9 0 0 9 0 0 cm /I Do", add)
    assert inspection.painted[0].colour.space == "DeviceRGB"
    assert inspection.images[0].bits == 1


def test_metadata_that_is_no_xml_says_nothing() -> None:
    def add(pdf: pikepdf.Pdf, page: Any) -> None:
        pdf.Root.Metadata = pikepdf.Stream(pdf, b"<x:xmpmeta", Type=Name.Metadata, Subtype=Name.XML)

    assert read("", add).identity.xmp == ()


def profile_of(content: bytes) -> Profile | None:
    def add(pdf: pikepdf.Pdf, page: Any) -> None:
        intent = Dictionary(S=Name.GTS_PDFX, DestOutputProfile=pikepdf.Stream(pdf, content, N=4))
        pdf.Root.OutputIntents = Array([intent])

    return read("", add).identity.intents[0].profile


@pytest.mark.parametrize(
    "body",
    [
        b"desc\0\0\0\0\0\0\0\x05Komi\0",
        b"mluc\0\0\0\0\0\0\0\1\0\0\0\x0cenUS\0\0\0\x08\0\0\0\x1c" + "Komi".encode("utf-16-be"),
    ],
    ids=["as in version 2", "as in version 4"],
)
def test_the_name_of_a_profile(body: bytes) -> None:
    table = (1).to_bytes(4, "big") + b"desc" + (144).to_bytes(4, "big") + len(body).to_bytes(4, "big")
    header = bytes(12) + b"prtrCMYKLab " + bytes(12) + b"acsp" + bytes(88)
    assert profile_of(header + table + body) == Profile("Komi", "printer", "CMYK", 4)
    assert profile_of(b"no profile") is None


def test_annotations_and_where_they_lead() -> None:
    def add(pdf: pikepdf.Pdf, page: Any) -> None:
        rect = Array([9, 9, 1, 1])
        here = Array([page.obj, Name.Fit])
        stamp = form(pdf, b"1 0 0 rg 0 0 1 1 re f")
        pdf.Root.Dests = Dictionary(there=here)
        page.Annots = Array(
            [
                Dictionary(Subtype=Name.Link, Rect=rect, Dest=here),
                Dictionary(Subtype=Name.Link, Rect=rect, Dest=Name.there),
                Dictionary(Subtype=Name.Link, Rect=rect, Dest=Name.gone),
                Dictionary(Subtype=Name.Link, Rect=rect, A=Dictionary(S=Name.GoTo, D=Array([]))),
                Dictionary(Subtype=Name.Stamp, Rect=rect, AP=Dictionary(N=Dictionary(On=stamp))),
            ]
        )

    inspection = read("", add)
    assert [annotation.is_dead for annotation in inspection.annotations] == [False, False, True, True, False]
    assert inspection.annotations[0].position.box == Box(1, 1, 9, 9)
    assert [mark.position.object for mark in inspection.painted] == ["annotation Stamp"]
