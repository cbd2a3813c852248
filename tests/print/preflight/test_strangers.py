"""Files that are damaged or made to do harm: a message with what to do, in bounded time, and never a crash."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from dossier.errors import SourceError
from dossier.preflight.examine import examine

LONG = 60.0
MEGABYTES = 512


def form(pdf: pikepdf.Pdf, content: bytes, **drawn: pikepdf.Object) -> pikepdf.Object:
    stream = pdf.make_stream(content)
    stream.Subtype, stream.BBox = Name.Form, Array([0, 0, 9, 9])
    stream.Resources = Dictionary(XObject=Dictionary({f"/{name}": value for name, value in drawn.items()}))
    return stream


def draw(pdf: pikepdf.Pdf, content: bytes, **drawn: pikepdf.Object) -> None:
    page = pdf.add_blank_page()
    page.Contents = pdf.make_stream(content)
    page.Resources = Dictionary(XObject=Dictionary({f"/{name}": value for name, value in drawn.items()}))


def drawing_itself(pdf: pikepdf.Pdf) -> None:
    circle = form(pdf, b"/F Do")
    circle.Resources.XObject.F = circle
    draw(pdf, b"/F Do", F=circle)


def nested(pdf: pikepdf.Pdf) -> None:
    inner = form(pdf, b"0 0 1 1 re f")
    for _ in range(200):
        inner = form(pdf, b"/F Do", F=inner)
    draw(pdf, b"/F Do", F=inner)


def laughing(pdf: pikepdf.Pdf) -> None:
    """Ten forms that each draw the next ten times: ten thousand million rectangles."""
    inner = form(pdf, b"0 0 1 1 re f")
    for _ in range(10):
        inner = form(pdf, b"/F Do " * 10, F=inner)
    draw(pdf, b"/F Do", F=inner)


@cache
def bomb() -> bytes:
    """Return 600 MB of instructions, deflated to 600 kB."""
    packer = zlib.compressobj()
    return b"".join([*(packer.compress(b"q Q " * 2**18) for _ in range(600)), packer.flush()])


def exploding_content(pdf: pikepdf.Pdf) -> None:
    draw(pdf, b"")
    pdf.pages[0].Contents = pdf.make_stream(b"")
    pdf.pages[0].Contents.write(bomb(), filter=Name.FlateDecode)


def exploding_image(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"")
    image.write(bomb(), filter=Name.FlateDecode)
    image.Subtype, image.Width, image.Height, image.BitsPerComponent = Name.Image, 1000, 1000, 8
    image.ColorSpace = Name.DeviceCMYK
    draw(pdf, b"/I Do", I=image)


def tags_without_end(pdf: pikepdf.Pdf) -> None:
    draw(pdf, b"")
    element = pdf.make_indirect(Dictionary(S=Name.P))
    element.K = Array([element])
    pdf.Root.StructTreeRoot = Dictionary(K=element)


def tags_that_double(pdf: pikepdf.Pdf) -> None:
    draw(pdf, b"")
    element = pdf.make_indirect(Dictionary(S=Name.P))
    for _ in range(60):
        element = pdf.make_indirect(Dictionary(S=Name.Div, K=Array([element, element])))
    pdf.Root.StructTreeRoot = Dictionary(K=element)


def letters_without_end(pdf: pikepdf.Pdf) -> None:
    draw(pdf, b"BT /F 12 Tf (ab) Tj ET")
    codes = pdf.make_stream(b"1 beginbfrange\n<0000> <ffffffff> <0041>\nendbfrange")
    font = Dictionary(Subtype=Name.Type0, ToUnicode=codes, DescendantFonts=Array([Dictionary()]))
    pdf.pages[0].Resources.Font = Dictionary(F=pdf.make_indirect(font))


def wrong_types(pdf: pikepdf.Pdf) -> None:
    draw(pdf, b"/C cs 1 scn 0 0 1 1 re f")
    pdf.pages[0].Resources.ColorSpace = Dictionary(C=Array([Name.ICCBased, 7]))


HOSTILE: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "a form that draws itself": (drawing_itself, "page 1 > form F > form F draws itself"),
    "forms in forms": (nested, "is nested too deep"),
    "forms that multiply": (laughing, "instructions to draw"),
    "content that explodes": (exploding_content, "PDF"),
    "an image that explodes": (exploding_image, "PDF"),
    "letters without end": (letters_without_end, "PDF"),
    "wrong types": (wrong_types, "the PDF is damaged"),
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_a_hostile_file_is_refused(tmp_path: Path, attack: str) -> None:
    make, message = HOSTILE[attack]
    path = tmp_path / "hostile.pdf"
    with pikepdf.new() as pdf:
        make(pdf)
        pdf.save(path, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    with pytest.raises(SourceError, match=message) as caught:
        examine(path, seconds=LONG, megabytes=MEGABYTES)
    assert caught.value.hint
    assert caught.value.where is not None
    assert caught.value.where.path == path


@pytest.mark.parametrize("make", [tags_without_end, tags_that_double])
def test_tags_that_are_met_again_are_read_once(tmp_path: Path, make: Callable[[pikepdf.Pdf], None]) -> None:
    path = tmp_path / "strange.pdf"
    with pikepdf.new() as pdf:
        make(pdf)
        pdf.save(path)
    assert examine(path, seconds=LONG, megabytes=MEGABYTES)


def deep_page_tree() -> bytes:
    depth = 20_000
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    objects += [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (number + 1) for number in range(2, depth)]
    objects += [b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]>>" % (depth - 1)]
    out, places = BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (depth + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (depth + 1, table))
    return out.getvalue()


def test_a_deep_tree_of_pages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep.pdf"
    path.write_bytes(deep_page_tree())
    with pytest.raises(SourceError, match="PDF"):
        examine(path, seconds=LONG)


def test_half_a_file_is_refused(tmp_path: Path, sheet: bytes) -> None:
    path = tmp_path / "half.pdf"
    path.write_bytes(sheet[: len(sheet) // 2])
    with pytest.raises(SourceError, match="this is no readable PDF"):
        examine(path)


@pytest.mark.parametrize("content", [b"", b"not a PDF\n", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "no.pdf"
    path.write_bytes(content)
    with pytest.raises(SourceError, match="this is no readable PDF"):
        examine(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        examine(tmp_path / "missing.pdf")


def test_a_password_is_named(tmp_path: Path, sheet: bytes) -> None:
    path = tmp_path / "locked.pdf"
    with pikepdf.open(BytesIO(sheet)) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(SourceError, match="the PDF is encrypted"):
        examine(path)


def test_damage_that_can_be_mended_is_a_finding(tmp_path: Path, sheet: bytes, found: Callable[..., object]) -> None:
    path = tmp_path / "mended.pdf"
    path.write_bytes(sheet.replace(b"startxref", b"startxxxx"))
    findings = found(path)
    assert isinstance(findings, tuple)
    assert ("error", "damage") in {(finding.severity, finding.rule) for finding in findings}


def test_what_was_read_is_the_same_in_the_other_process(tmp_path: Path, sheet: bytes) -> None:
    from dossier.pdf.inspect import inspect

    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet)
    assert examine(path) == inspect(path)


def test_a_reader_that_ends_without_an_answer_is_survived(
    tmp_path: Path, sheet: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(SourceError, match="it ends the program that reads it"):
        examine(path)
