"""Layouts are folders with files: what is read from them, what they inherit, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier import resources
from dossier.errors import LayoutError, UsageError
from dossier.layouts import load_layout
from dossier.units import mm

Lay = Callable[..., Path]

BASE = "layout: 1\nextends: dossier\nfile: house.pdf\n"
OWN = "layout: 1\nfile: house.pdf\nsheet: A3\ntemplate: house.html\n"


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Return a function (name, file=text...) that writes a layout, "_" in a file's name for its dot."""

    def write(name: str, **files: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for file, text in files.items():
            (folder / file.replace("_", ".")).write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.mark.parametrize("name", [path.parent.name for path in resources.layouts().glob("*/layout.yaml")])
def test_bundled_layouts_can_be_used(name: str) -> None:
    layout = load_layout(name)
    assert layout.style()
    assert any((folder / layout.data.template).is_file() for folder in layout.folders)
    assert len(set(layout.screen_palette.values())) == len(layout.palette), "a figure's colours are told apart by value"


@pytest.mark.parametrize(
    ("sheet", "width", "height"),
    [
        ("A4", 210, 297),
        ("A3", 297, 420),
        ("Letter", 215.9, 279.4),
        ("{width: 148, height: 210}", 148, 210),
    ],
)
def test_sheets_by_name_and_by_size(lay: Lay, tmp_path: Path, sheet: str, width: float, height: float) -> None:
    lay("house", layout_yaml=f"{BASE}sheet: {sheet}\n")
    assert load_layout("house", (tmp_path,)).sheet == pytest.approx((mm(width), mm(height)))


def test_what_is_left_out_is_inherited(lay: Lay, tmp_path: Path) -> None:
    lay("house", layout_yaml=BASE + "figures: {map: {width: 90}}\nvariables: {a: 1pt, b: 2pt}\n")
    lay("small", layout_yaml="layout: 1\nextends: house\nfile: small.pdf\nvariables: {b: 3pt}\n")
    bundled, house, small = (load_layout(name, (tmp_path,)) for name in ("dossier", "house", "small"))
    assert house.data.template == bundled.data.template
    assert house.data.figures == {**bundled.data.figures, "map": house.data.figures["map"]}
    assert (house.data.figures["map"].width, house.data.figures["map"].height) == (90, 138)
    assert small.data.figures == house.data.figures
    assert small.data.variables == {"a": "1pt", "b": "3pt"}
    assert small.data.file == "small.pdf"
    assert [folder.name for folder in small.folders] == ["small", "house", "dossier"]


def test_style_sheets_come_after_those_they_extend(lay: Lay, tmp_path: Path) -> None:
    lay("house", layout_yaml=OWN, style_css="/* house */", rtl_css="/* house, from the right */")
    lay("small", layout_yaml=BASE.replace("dossier", "house"), style_css="/* small */")
    small = load_layout("small", (tmp_path,))
    assert small.style() == "/* house */\n/* small */"
    assert small.style(rtl=True) == "/* house */\n/* house, from the right */\n/* small */"


def test_swatches_are_changed_and_added(lay: Lay, tmp_path: Path) -> None:
    palette = 'accent: {srgb: "#123456", ink: [100, 50, 0, 12.5]}\nviolet: {srgb: "#551A8B", ink: [60, 90, 0, 0]}\n'
    lay("house", layout_yaml=BASE, palette_yaml=palette)
    house, bundled = load_layout("house", (tmp_path,)), load_layout("dossier")
    assert house.colour("accent") == "#123456"
    assert house.colour("violet") == "#551A8B"
    assert house.colour("ink") == bundled.colour("ink")
    assert list(house.palette) == [*bundled.palette, "violet"]


def test_a_press_layout_writes_inks(lay: Lay, tmp_path: Path) -> None:
    palette = 'accent: {srgb: "#123456", ink: [100, 50, 0, 12.5]}\n'
    lay("house", layout_yaml=BASE + "colour: press\nbleed: 3\n", palette_yaml=palette)
    house = load_layout("house", (tmp_path,))
    assert house.colour("accent") == "device-cmyk(1 0.5 0 0.125)"
    assert house.screen_palette["accent"] == "#123456"


def test_a_layout_of_a_project_goes_before_a_bundled_one_of_its_name(lay: Lay, tmp_path: Path) -> None:
    lay("dossier-letter", layout_yaml=BASE)
    assert load_layout("dossier-letter", (tmp_path,)).data.file == "house.pdf"
    assert load_layout("dossier-letter").data.file == "dossier-letter.pdf"


@pytest.mark.parametrize("name", ["poster", "", ".", "..", "../house", "/etc"])
def test_there_is_no_layout_elsewhere(lay: Lay, tmp_path: Path, name: str) -> None:
    lay("house", layout_yaml=BASE)
    with pytest.raises(UsageError, match="there is no layout") as caught:
        load_layout(name, (tmp_path,))
    assert "house" in caught.value.hint
    assert "dossier-letter" in caught.value.hint


@pytest.mark.parametrize(
    ("added", "line", "says"),
    [
        ("widht: 3\n", 4, 'unknown key "widht"'),
        ("sheet: A5\n", 4, "'A4', 'A3' or 'Letter'"),
        ("sheet: {width: 10}\n", 4, '"height" is missing'),
        ("sheet: {width: -10, height: 10}\n", 4, '"width": Input should be greater than 0'),
        ("bleed: 101\n", 4, "less than or equal to 100"),
        ("colour: spot\n", 4, "'screen' or 'press'"),
        ("colour: press\nbleed: 2.5\n", 5, '"bleed": a sheet for a press needs a bleed of 3 mm at least'),
        ("press:\n  marks: all\n", 5, "'none', 'crops' or 'full'"),
        ("press:\n  ink-limit: 500\n", 5, "less than or equal to 400"),
        ("press: {cut_contuor: true}\n", 4, "unknown key"),
        ("press:\n  scale: 5\n", 5, "1 or 10"),
        ("figures:\n  map: {width: 10, hieght: 3}\n", 5, 'unknown key "hieght"'),
        ("figures: [map]\n", 4, "keys and values are needed"),
        ("template: ../dossier/dossier.html\n", 4, '"template"'),
        ("file: b.pdf\n", 4, "the key 'file' stands twice"),
        ("extends: poster\n", 4, "stands twice"),
        ("variables: {a: {b: c}}\n", 4, "text is needed here"),
        ("figures: {map: {width: 10}\n", 5, "not valid YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line(lay: Lay, tmp_path: Path, added: str, line: int, says: str) -> None:
    folder = lay("house", layout_yaml=BASE + added)
    with pytest.raises(LayoutError) as caught:
        load_layout("house", (tmp_path,))
    assert says in caught.value.message
    assert caught.value.hint
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (folder / "layout.yaml", line)


@pytest.mark.parametrize(
    ("palette", "says"),
    [
        ('\naccent: {srgb: "#12345", ink: [0, 0, 0, 0]}\n', "srgb"),
        ('\naccent: {srgb: "#123456", ink: [0, 0, 0]}\n', "ink.*too few"),
        ('\naccent: {srgb: "#123456", ink: [0, 0, 0, 101]}\n', "ink"),
        ('\naccent: {srgb: "#123456", ink: [0, 0, 0, 1], alpha: 1}\n', "alpha"),
        ("\naccent: red\n", "accent"),
    ],
)
def test_a_mistake_in_a_palette_is_named_with_its_line(lay: Lay, tmp_path: Path, palette: str, says: str) -> None:
    folder = lay("house", layout_yaml=BASE, palette_yaml=palette)
    with pytest.raises(LayoutError, match=says) as caught:
        load_layout("house", (tmp_path,))
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (folder / "palette.yaml", 2)


def test_more_ink_than_the_layout_allows(lay: Lay, tmp_path: Path) -> None:
    palette = '\nmud: {srgb: "#123456", ink: [80, 70, 70, 81]}\n'
    folder = lay("house", layout_yaml=BASE + "colour: press\nbleed: 3\n", palette_yaml=palette)
    with pytest.raises(LayoutError, match="the swatch 'mud' takes 301 % of ink, the layout's limit is 300 %") as caught:
        load_layout("house", (tmp_path,))
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (folder / "palette.yaml", 2)
    (folder / "layout.yaml").write_text(f"{BASE}colour: press\nbleed: 3\npress: {{ink-limit: 320}}\n")
    assert "mud" in load_layout("house", (tmp_path,)).palette


@pytest.mark.parametrize(
    ("width", "keys", "scale"),
    [
        (5053, "", 1),  # 5053 + 2 x 3 of bleed + 2 x 10 of slug
        (5055, "", 10),
        (5055, "scale: 10", 10),
        (600, "scale: 10", 10),
    ],
)
def test_the_scale_follows_from_the_longest_side(lay: Lay, tmp_path: Path, width: int, keys: str, scale: int) -> None:
    sheet = f"{BASE}colour: press\nbleed: 3\nsheet: {{width: {width}, height: 100}}\n"
    lay("house", layout_yaml=f"{sheet}press:\n  marks: full\n  {keys}\n")
    assert load_layout("house", (tmp_path,)).data.scale == scale


def test_words_where_the_mounting_hides_them(lay: Lay, tmp_path: Path) -> None:
    keys = "layout: 1\nextends: panels-a1\nfile: house\npress: {hidden: {%s}}\n"
    folder = lay("house", layout_yaml=keys % "bottom: 17, left: 12, right: 12, top: 20")
    assert load_layout("house", (tmp_path,)).data.press.hidden.bottom == 17
    (folder / "layout.yaml").write_text(keys % "bottom: 100", encoding="utf-8")
    with pytest.raises(LayoutError, match=r"words of frame .* of panel introduction stand where the mounting hides"):
        load_layout("house", (tmp_path,))


@pytest.mark.parametrize(("width", "scale"), [(5100, 1), (60_000, 10)])
def test_a_sheet_that_no_file_can_hold(lay: Lay, tmp_path: Path, width: int, scale: int) -> None:
    lay("house", layout_yaml=f"{BASE}sheet: {{width: {width}, height: 100}}\npress: {{scale: {scale}}}\n")
    with pytest.raises(LayoutError, match=f"more than {5080 * scale} mm, which a file at 1:{scale} can hold"):
        load_layout("house", (tmp_path,))


@pytest.mark.parametrize("chain", [("house",), ("house", "small"), ("house", "small", "tiny")])
def test_layouts_that_extend_each_other_are_refused(lay: Lay, tmp_path: Path, chain: tuple[str, ...]) -> None:
    for name, base in zip(chain, (*chain[1:], chain[0]), strict=True):
        lay(name, layout_yaml=f"layout: 1\nextends: {base}\nfile: x.pdf\n")
    with pytest.raises(LayoutError, match="extends itself"):
        load_layout(chain[0], (tmp_path,))


def test_a_long_chain_is_followed_to_its_end(lay: Lay, tmp_path: Path) -> None:
    lay("n0", layout_yaml=OWN)
    for n in range(1, 12):
        lay(f"n{n}", layout_yaml=f"layout: 1\nextends: n{n - 1}\nfile: x.pdf\n")
    layout = load_layout("n11", (tmp_path,))
    assert len(layout.folders) == 12
    assert layout.data.template == "house.html"


def test_extending_what_is_not_there_is_a_fault_of_the_layout(lay: Lay, tmp_path: Path) -> None:
    folder = lay("house", layout_yaml=BASE.replace("dossier", "poster"))
    with pytest.raises(LayoutError, match="there is no layout 'poster'") as caught:
        load_layout("house", (tmp_path,))
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (folder / "layout.yaml", 2)


def test_an_unknown_swatch_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(LayoutError, match="no swatch is called 'violet'") as caught:
        load_layout("dossier").colour("violet")
    assert "accent-2" in caught.value.hint


def test_a_style_sheet_that_cannot_be_read_is_a_fault_of_the_layout(lay: Lay, tmp_path: Path) -> None:
    folder = lay("house", layout_yaml=BASE)
    (folder / "style.css").write_bytes(b"body {}\n\xff")
    with pytest.raises(LayoutError, match="not UTF-8") as caught:
        load_layout("house", (tmp_path,)).style()
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (folder / "style.css", 2)
