"""Wall proofs read back: true size, all of the trim and nothing else, one copy of the panel, words in place."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from dossier.locales.catalogs import interface_texts
from dossier.locales.fonts import fonts_for
from dossier.locales.locale import locale
from dossier.pdf.raster import raster
from dossier.pdf.read import read_summary
from dossier.pdf.text import normalise, read_passages, text_of
from dossier.pdf.tiles import draw_tiles, read_panel
from dossier.press.proof import wall_proof
from dossier.press.tile_sheet import RULER
from dossier.press.tiling import Paper, Tiling, plan_tiles
from dossier.typeset.pages import set_pages
from dossier.units import mm

SQUARE = 10
BLEED = 5
A4, LETTER, A3 = (210.0, 297.0), (215.9, 279.4), (297.0, 420.0)
RED = (255, 0, 0)


def colour(x: int, y: int) -> tuple[int, int, int]:
    """Return the colour of a square, counted from the upper left: the same again only 6 squares on, and never red."""
    return 51 * (x % 6), 51 * (y % 6), 255 if (x // 6 + y // 6) % 2 else 102


def write_panel(path: Path, width: float, height: float, **entries: object) -> Path:
    """Write a panel of coloured squares in a red bleed, with its origin off the trim. Lengths are millimetres."""
    left, bottom = mm(7), mm(-3)
    lines = [f"1 0 0 rg {left - mm(BLEED)} {bottom - mm(BLEED)} {mm(width + 2 * BLEED)} {mm(height + 2 * BLEED)} re f"]
    for x in range(math.ceil(width / SQUARE)):
        for y in range(math.ceil(height / SQUARE)):
            rgb = " ".join(f"{part / 255:.4f}" for part in colour(x, y))
            right, low = min(width, (x + 1) * SQUARE), max(0, height - (y + 1) * SQUARE)
            size = f"{mm(right - x * SQUARE):.4f} {mm(height - y * SQUARE - low):.4f}"
            lines.append(f"{rgb} rg {left + mm(x * SQUARE):.4f} {bottom + mm(low):.4f} {size} re f")
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(100, 100))
        right, top = left + mm(width), bottom + mm(height)
        page.MediaBox = Array([left - mm(BLEED), bottom - mm(BLEED), right + mm(BLEED), top + mm(BLEED)])
        page.TrimBox = Array([left, bottom, right, top])
        page.Contents = document.make_stream("\n".join(lines).encode())
        for name, value in entries.items():
            page.obj[f"/{name}"] = value
        document.docinfo["/Title"] = "Twelve men were dropped in Komi"
        document.save(path)
    return path


@dataclass(frozen=True, slots=True)
class Made:
    pdf: bytes
    tiling: Tiling


def make(panel: Path, paper: tuple[float, float], overlap: float = 10, tag: str = "en") -> Made:
    read = read_panel(panel)
    tiling = plan_tiles(read.width, read.height, Paper(mm(paper[0]), mm(paper[1]), mm(5)), mm(overlap))
    language = locale(tag)
    fonts = fonts_for(language)
    proof = wall_proof(tiling, read.title, "A4", language, interface_texts(language), fonts)
    words = set_pages(proof.html, proof.styles, fonts, archive=False).pdf
    return Made(draw_tiles(read, words, proof.marks, proof.placements), tiling)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("panels")


@pytest.fixture(scope="module")
def a1(folder: Path) -> Path:
    return write_panel(folder / "a1.pdf", 594, 841)


@pytest.fixture(scope="module")
def proof(a1: Path) -> Made:
    return make(a1, A4)


@dataclass(frozen=True, slots=True)
class Placed:
    """What a page's content does with the panel: its clip, and the matrix it is drawn by."""

    clip: tuple[float, ...]
    matrix: tuple[float, ...]


def placed(pdf: bytes) -> Iterator[Placed]:
    """Yield how the panel is drawn on each page."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            clip: tuple[float, ...] = ()
            matrix: tuple[float, ...] = ()
            for instruction in pikepdf.parse_content_stream(page):
                match str(instruction.operator):
                    case "re":
                        clip = tuple(map(float, instruction.operands))
                    case "cm":
                        matrix = tuple(map(float, instruction.operands))
                    case "Do" if instruction.operands[0] == Name.Panel:
                        yield Placed(clip, matrix)
                        break


@pytest.mark.parametrize(
    ("width", "height", "paper", "overlap"),
    [(594, 841, A4, 10), (850, 2000, LETTER, 12.7), (609.6, 914.4, A3, 20), (333.3, 77.7, A4, 5), (100, 100, A4, 10)],
)
def test_pieces_cover_the_trim_at_true_size(
    folder: Path, width: float, height: float, paper: tuple[float, float], overlap: float
) -> None:
    panel = write_panel(folder / "panel.pdf", width, height)
    made = make(panel, paper, overlap)
    _, *pages = placed(made.pdf)
    assert len(pages) == len(made.tiling.tiles)
    with pikepdf.open(panel) as document:
        trim = tuple(map(float, document.pages[0].trimbox))
    columns, rows = set(), set()
    for page in pages:
        assert page.matrix[:4] == (1, 0, 0, 1)
        left, bottom = page.clip[0] - page.matrix[4], page.clip[1] - page.matrix[5]
        columns.add((round(left, 3), round(left + page.clip[2], 3)))
        rows.add((round(bottom, 3), round(bottom + page.clip[3], 3)))
    assert len(columns) * len(rows) == len(pages)
    for strips, (first, last) in ((columns, trim[0::2]), (rows, trim[1::2])):
        ordered = sorted(strips)
        assert ordered[0][0] == pytest.approx(first, abs=0.002)
        assert ordered[-1][1] == pytest.approx(last, abs=0.002)
        for one, other in pairwise(ordered):
            assert one[1] - other[0] == pytest.approx(mm(overlap), abs=0.003)


def seen(made: Made, dpi: float = 50.8) -> dict[tuple[int, int], set[tuple[int, ...]]]:
    """Return the colours seen in the middle of each square where sheets show it clear of their glue edges."""
    tiling = made.tiling
    found: dict[tuple[int, int], set[tuple[int, ...]]] = {}
    for number, tile in enumerate(tiling.tiles, start=1):
        image = raster(made.pdf, number, dpi=dpi)
        left, top = tiling.origin(tile)
        width, height = tiling.piece
        sides = tiling.sides(tile)
        width -= tiling.overlap if "right" in sides else 0
        height -= tiling.overlap if "below" in sides else 0
        for x in range(math.ceil(tiling.width / mm(SQUARE))):
            for y in range(math.ceil(tiling.height / mm(SQUARE))):
                at = mm((x + 0.5) * SQUARE) - left, mm((y + 0.5) * SQUARE) - top
                if mm(1) < at[0] < width - mm(1) and mm(1) < at[1] < height - mm(1):
                    on_sheet = tuple(int((tiling.paper.margin + part) / 72 * dpi) for part in at)
                    pixel = image.getpixel((on_sheet[0], on_sheet[1]))
                    assert isinstance(pixel, tuple)
                    found.setdefault((x, y), set()).add(pixel)
    return found


def test_every_square_is_seen_in_its_place(proof: Made) -> None:
    squares = seen(proof)
    # Of the last column, 4 mm wide, and the last row, 1 mm high, the middle of a whole square is not there.
    # Where two sheets meet, at 146, 292 and 438 mm from the left and 277 and 554 from the top, marks may cover it.
    expected = {(x, y) for x in set(range(59)) - {14, 29, 43} for y in set(range(84)) - {27, 55}}
    assert expected <= squares.keys()
    wrong = {at: found for at, found in squares.items() if any(_differ(one, colour(*at)) for one in found)}
    assert wrong == {}


def _differ(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return any(abs(a - b) > 2 for a, b in zip(one, other, strict=True))


def test_the_bleed_is_left_out(proof: Made) -> None:
    for number in range(len(proof.tiling.tiles) + 1):
        colours = {pixel for _, pixel in raster(proof.pdf, number).getcolors(1 << 20) or ()}
        assert not [pixel for pixel in colours if not _differ(pixel, RED)]  # type: ignore[arg-type]


def test_the_panel_is_there_once(proof: Made) -> None:
    with pikepdf.open(BytesIO(proof.pdf)) as document:
        panels = {page.Resources.XObject["/Panel"].objgen for page in document.pages}
        marks = {form.objgen for page in document.pages for form in page.Resources.XObject.values()} - panels
    assert len(panels) == 1
    # A map; then corners, edges and inner sheets, of which 4 x 3 sheets have 9 kinds.
    assert len(marks) == 10


def test_same_bytes_twice(a1: Path, proof: Made) -> None:
    assert make(a1, A4).pdf == proof.pdf


def test_pages_are_the_paper(proof: Made) -> None:
    for page in read_summary(proof.pdf).pages:
        assert (page.media.width, page.media.height) == pytest.approx((mm(210), mm(297)), abs=0.01)


def test_the_ruler_is_100_millimetres_long(proof: Made) -> None:
    with pikepdf.open(BytesIO(proof.pdf)) as document:
        for page in list(document.pages)[1:]:
            forms = page.Resources.XObject
            (marks,) = (
                form for name, form in forms.items() if name.startswith("/Marks") and name.encode() in _content(page)
            )
            assert max(_lines(marks)) == pytest.approx(mm(RULER), abs=0.001)


def _content(page: pikepdf.Page) -> bytes:
    page.contents_coalesce()
    return page.Contents.read_bytes()


def _lines(form: pikepdf.Object) -> Iterator[float]:
    """Yield the length of every line that is drawn after the last turn or shift: those of the ruler."""
    start = end = (0.0, 0.0)
    found: list[float] = []
    for instruction in pikepdf.parse_content_stream(form):
        match (
            str(instruction.operator),
            [float(each) for each in instruction.operands if not isinstance(each, Name | Array)],
        ):
            case "cm", _:
                found = []
            case "m", [x, y]:
                start = x, y
            case "l", [x, y]:
                end = x, y
            case "S", []:
                found.append(math.dist(start, end))
    yield from found


def test_words_of_the_map_and_of_each_sheet(proof: Made) -> None:
    passages = read_passages(proof.pdf)
    text = normalise(text_of(passages))
    names = [tile.name for tile in proof.tiling.tiles]
    for words in ("Wall proof", "Twelve men were dropped in Komi", "12 × A4 (4 × 3)", "594 × 841 mm", "10 mm", *names):
        assert normalise(words) in text
    assert text.count(normalise("Print at 100%")) == 12
    for number in range(1, 13):
        assert normalise(f"Sheet {number} of 12") in text
    # Every sheet but those of the last column is glued over on its right, every sheet but those of the last row below.
    assert text.count(normalise("is glued over this edge")) == 4 * 3 - 3 + 4 * 3 - 4


def test_every_font_is_embedded(proof: Made) -> None:
    fonts = read_summary(proof.pdf).fonts
    assert fonts
    assert all(font.embedded for font in fonts)


def test_in_arabic(a1: Path) -> None:
    made = make(a1, A3, tag="ar")
    summary = read_summary(made.pdf)
    assert summary.language == "ar"
    assert "تجربة جدارية" in summary.title
    assert {font.name.partition("-")[0] for font in summary.fonts} >= {"IBM"}
    small = next(placed(made.pdf))
    assert small.matrix[4] < mm(60)  # the map stands left, the words right


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_shown_as_it_is_seen(folder: Path, turn: int) -> None:
    panel = write_panel(folder / "turned.pdf", 180, 110, Rotate=turn)
    made = make(panel, A3)
    size = (mm(180), mm(110)) if turn == 180 else (mm(110), mm(180))
    assert (made.tiling.width, made.tiling.height) == pytest.approx(size)
    sheet = raster(made.pdf, 1, dpi=50.8)
    whole = raster(panel.read_bytes(), dpi=50.8)  # 2 pixels a millimetre
    for x, y in ((5, 5), (105, 5), (5, 105), (95, 95), (55, 35)):
        there = whole.getpixel((2 * (x + BLEED), 2 * (y + BLEED)))
        assert sheet.getpixel((2 * (x + 5), 2 * (y + 5))) == there


def test_units_that_are_larger_than_a_point(folder: Path) -> None:
    panel = write_panel(folder / "scaled.pdf", 60, 40, UserUnit=10)
    made = make(panel, A3)
    assert (made.tiling.width, made.tiling.height) == pytest.approx((mm(600), mm(400)))
    with pikepdf.open(BytesIO(made.pdf)) as document:
        form = document.pages[1].Resources.XObject["/Panel"]
        assert [float(part) for part in form.Matrix] == [10, 0, 0, 10, 0, 0]


def test_a_layer_that_is_hidden_stays_hidden(folder: Path) -> None:
    panel = write_panel(folder / "layers.pdf", 100, 100)
    with pikepdf.open(panel, allow_overwriting_input=True) as document:
        layer = document.make_indirect(Dictionary(Type=Name.OCG, Name="notes"))
        document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        page = document.pages[0]
        page.Resources = Dictionary(Properties=Dictionary(Notes=layer))
        page.contents_add(b"/OC /Notes BDC 1 0 0 rg 0 0 2000 2000 re f EMC")
        document.save(panel)
    shown = raster(make(panel, A4).pdf, 1)
    assert not [pixel for _, pixel in shown.getcolors(1 << 20) or () if not _differ(pixel, RED)]  # type: ignore[arg-type]
