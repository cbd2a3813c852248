"""Sheets as layouts order them: scale, marks, cut line, another profile, other languages, and what stops them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from dossier.build import Built, build_edition, build_panels
from dossier.cli import main
from dossier.errors import LayoutError, PreflightError
from dossier.exhibits.voice import voice_of
from dossier.layouts import load_layout
from dossier.model.layout import Resolution
from dossier.model.project import load_project
from dossier.model.walk import messages
from dossier.pdf.intent import coated_offset, read_intent
from dossier.presswork.sheets import PressJob, limits_of
from tests import raid
from tests.pdfx import complaints

Order = Callable[..., Path]
TEMPLATE = """<!DOCTYPE html><html lang="{{ languages[0].tag if languages is defined else locale.tag }}">
<head><title>{{ title if title is defined else d.title }}</title></head>
<body><main>BODY</main></body></html>
"""
STYLE = (
    "@page { margin: 0; background: var(--paper) } body { margin: 40mm; color: var(--ink); font: 300pt/1 var(--sans) }"
)
PO = 'msgid ""\nmsgstr "Language: ar\\nContent-Type: text/plain; charset=utf-8\\n"\n'


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """Return a function that writes a project with the layout "order": its keys, its body, its style."""

    def write(keys: str, body: str = "<p>KOMI</p>", style: str = "") -> Path:
        project = raid.write(tmp_path / "project")
        folder = project / "layouts" / "order"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        text = f"layout: 1\nfile: order\ncolour: press\nbleed: 10\ntemplate: order.html\n{keys}"
        (folder / "layout.yaml").write_text(text, encoding="utf-8")
        (folder / "order.html").write_text(TEMPLATE.replace("BODY", body), encoding="utf-8")
        (folder / "style.css").write_text(f"{STYLE}\n{style}", encoding="utf-8")
        return project

    return write


def built(project: Path, out: Path, **more: object) -> Built:
    return build_edition(load_project(project), "en", "order", out, **more)  # type: ignore[arg-type]


def boxes(path: Path) -> dict[str, list[float]]:
    with pikepdf.open(path) as document:
        page = document.pages[0].obj
        return {
            name: [round(float(side) * 25.4 / 72, 2) for side in page[f"/{name}Box"]]
            for name in ("Trim", "Bleed", "Media")
        }


def words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(document[0].get_textpage().get_text_range().replace("\xa0", " ").split())


HOARDING = "sheet: {width: 6000, height: 1000}\npress: {marks: full}\n"


def test_a_hoarding_of_six_metres_is_a_file_at_one_to_ten(order: Order, tmp_path: Path) -> None:
    path = built(order(HOARDING), tmp_path).path
    assert boxes(path) == {"Trim": [0, 0, 600, 100], "Bleed": [-1, -1, 601, 101], "Media": [-11, -11, 611, 111]}
    line = words(path)
    assert "6,000 × 1,000 mm" in line or "6000 × 1000 mm" in line
    assert "Scale 1:10" in line
    assert complaints(path) == []
    with pikepdf.open(path) as document:
        sizes = re.findall(rb"([\d.]+) Tf", document.pages[0].Contents.read_bytes())
        matrices = re.findall(rb"([\d.]+) 0 0 -?[\d.]+ [\d.-]+ [\d.-]+ cm", document.pages[0].Contents.read_bytes())
    assert sizes
    assert matrices
    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage()
        left, bottom, _, top = text.get_charbox(text.get_text_range().index("K"))
    assert 15 < top - bottom < 25, "a capital of 300 pt is about 210 pt high, a tenth of it in the file"
    assert left == pytest.approx(4 / 25.4 * 72, abs=3)


def test_rules_count_at_the_size_of_the_print(order: Order, tmp_path: Path) -> None:
    """3 pt type and 0.3 pt lines of a file at 1:10 are 30 and 3 pt on the wall; 0.2 pt lines on the wall are not."""
    style = "p { font-size: 30pt; border-top: 3pt solid var(--ink) }"
    assert built(order(HOARDING, style=style), tmp_path).path.is_file()
    with pytest.raises(PreflightError, match=r"0\.20 pt, 0\.25 pt is the least"):
        built(order(HOARDING, style=style.replace("3pt solid", "0.2pt solid")), tmp_path / "again")


@pytest.mark.parametrize(
    ("keys", "media", "plates"),
    [
        ("press: {marks: none}\n", -10, set()),
        ("press: {marks: crops}\n", -20, {"All"}),
        ("press: {marks: full}\n", -20, {"All"}),
        ("press: {marks: none, cut-contour: true}\n", -10, {"CutContour"}),
        ("press: {marks: full, cut-contour: true}\n", -20, {"All", "CutContour"}),
    ],
)
def test_marks_as_the_layout_orders_them(
    keys: str, media: float, plates: set[str], order: Order, tmp_path: Path
) -> None:
    path = built(order(f"sheet: {{width: 400, height: 300}}\n{keys}"), tmp_path).path
    assert boxes(path)["Media"][0] == media
    assert boxes(path)["Bleed"][0] == -10
    with pikepdf.open(path) as document:
        spaces = [
            item for item in document.objects if isinstance(item, pikepdf.Array) and str(item[0]) == "/Separation"
        ]
        forms = [
            form for form in document.objects if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form"
        ]
        named = {str(space[1])[1:] for form in forms for space in form.Resources.get("/ColorSpace", {}).values()}
        named |= {str(space[1])[1:] for space in spaces}
    assert named == plates
    assert complaints(path) == []


SHEET = "sheet: {width: 400, height: 300}\npress: {marks: crops}\n"


def profile(tmp_path: Path, description: bytes = b"PSO Coated v3") -> Path:
    path = tmp_path / "printer.icc"
    coated = coated_offset().profile
    start = coated.index(b"FOGRA39L Coated\0")
    count = (len(description) + 1).to_bytes(4, "big")
    path.write_bytes(coated[: start - 4] + count + description.ljust(16, b"\0") + coated[start + 16 :])
    return path


def test_the_printers_own_profile_is_embedded_and_named(order: Order, tmp_path: Path) -> None:
    intent = read_intent(profile(tmp_path))
    path = built(order(SHEET), tmp_path, intent=intent).path
    with pikepdf.open(path) as document:
        (found,) = document.Root.OutputIntents
        assert str(found.OutputConditionIdentifier) == "FOGRA51"
        assert str(found.Info) == "PSO Coated v3"
        assert str(found.RegistryName) == "http://www.color.org"
        assert found.DestOutputProfile.read_bytes() == intent.profile
    assert "FOGRA51 · Fingerprint" in words(path)
    assert "confirm with your printer" not in words(path)


def test_a_profile_that_the_registry_does_not_know(order: Order, tmp_path: Path) -> None:
    path = built(order(SHEET), tmp_path, intent=read_intent(profile(tmp_path, b"Our flatbed"))).path
    with pikepdf.open(path) as document:
        (found,) = document.Root.OutputIntents
        assert str(found.OutputConditionIdentifier) == str(found.Info) == "Our flatbed"
        assert "/RegistryName" not in found


@pytest.mark.parametrize("content", [None, b"no profile"])
def test_a_profile_that_cannot_be_used_writes_nothing(
    content: bytes | None,
    order: Order,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "broken.icc"
    if content is not None:
        path.write_bytes(content)
    out = tmp_path / "out"
    called = ["dossier", "build", order(SHEET), "--layout", "order", "--out", out, "--output-intent", path]
    monkeypatch.setattr(sys, "argv", [str(word) for word in called])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 6
    assert f"{path}: error[asset]" in capsys.readouterr().err
    assert not out.exists()


def test_the_same_order_has_the_same_bytes_and_another_another_fingerprint(order: Order, tmp_path: Path) -> None:
    first = built(order(SHEET), tmp_path / "1").path
    assert built(order(SHEET), tmp_path / "2").path.read_bytes() == first.read_bytes()
    other = built(order(SHEET.replace("crops", "full")), tmp_path / "3").path
    prints = [re.findall(r"Fingerprint (\w{4} \w{4})", words(path)) for path in (first, other)]
    assert len(prints[0]) == len(prints[1]) == 1
    assert prints[0] != prints[1]


@pytest.mark.parametrize(
    ("body", "style", "says"),
    [
        ("<p>x</p>", "p { font-size: 20pt; color: var(--rich-black) }", "black type of 20.0 pt is printed in"),
        ("<p>x</p>", "p { font-size: 7pt; color: var(--accent) }", "type of 7.0 pt in 4 inks"),
        ("<p>x</p>", "p { font-size: 5pt; color: var(--white); background: var(--accent) }", "white type of 5.0 pt"),
        ("<p>x</p>", "p { border-top: 0.1pt solid var(--ink) }", "0.10 pt, 0.25 pt is the least"),
        ("<p>x</p>", "p { color: #123456 }", "text in DeviceRGB"),
    ],
)
def test_a_sheet_that_fails_its_checks_is_not_written(
    body: str, style: str, says: str, order: Order, tmp_path: Path
) -> None:
    project = order(SHEET, body, style)
    with pytest.raises(PreflightError) as caught:
        built(project, tmp_path / "out")
    assert says in caught.value.message
    assert caught.value.message.startswith("order.pdf: page 1, ")
    assert caught.value.hint
    assert caught.value.where is not None
    assert caught.value.where.path == project / "layouts" / "order" / "layout.yaml"
    assert not (tmp_path / "out").exists()


def test_what_the_layout_allows_is_let_pass(order: Order, tmp_path: Path) -> None:
    style = "p { font-size: 20pt; color: var(--rich-black) }"
    keys = "sheet: {width: 400, height: 300}\npress: {smallest-type: {rich-black: 18}}\n"
    assert built(order(keys, style=style), tmp_path).path.is_file()


def test_limits_are_those_of_the_layout() -> None:
    keys = {"ink-limit": 280, "smallest-type": {"reversed": 9, "coloured": 12}}
    layout = load_layout("map-a1").data
    press = type(layout.press).model_validate(keys)
    limits = limits_of(layout.model_copy(update={"press": press, "resolution": Resolution(least=90, most=150)}))
    assert (limits.ink, limits.ppi, limits.scale) == (280, 90, 1)
    assert (limits.knocked_out_type, limits.coloured_type, limits.rich_black_type) == (9, 12, 36)


def test_rich_black_headlines_are_allowed(order: Order, tmp_path: Path) -> None:
    assert built(order(SHEET, style="p { color: var(--rich-black) }"), tmp_path).path.is_file()


def test_a_slug_without_room_for_the_colour_bar(order: Order, tmp_path: Path) -> None:
    project = order("sheet: {width: 100, height: 100}\npress: {marks: full}\n")
    with pytest.raises(LayoutError, match="no side of the sheet has room for the colour bar") as caught:
        built(project, tmp_path)
    assert caught.value.where is not None
    assert caught.value.where.path == project / "layouts" / "order"


def test_a_pair_of_languages_is_named_by_its_tags() -> None:
    english, arabic = voice_of("en"), voice_of("ar")
    job = PressJob(
        "T", load_layout("panels-a1"), english, (english.locale,), coated_offset(), datetime(2025, 3, 1, tzinfo=UTC)
    )
    assert job.language == "English (\u2066en\u2069)"
    assert replace(job, languages=(english.locale, arabic.locale)).language == "\u2066en + ar\u2069"


PANELS = """sheet: {width: 400, height: 300}
press: {marks: crops, substrate: "Hahnemühle 300 g/m²", quantity: 2, hidden: {bottom: 40, left: 10}}
type: {body: {distance: 0.5, largest: 60}}
panels:
  one:
    file: 01-one
    heading: section
    overview: section
    sections: [{of: opening}]
    frames: {text: {x: 20, y: 20, width: 360, height: 230, role: body}}
"""


@pytest.fixture
def arabic(order: Order) -> Path:
    project = order(PANELS, "{% for sheet in sheets %}{{ sheet.sides[0] }}{% endfor %}", "body { font-size: 60pt }")
    side = """<h1>{{ panel.title }}</h1>"""
    (project / "layouts" / "order" / "panel.html").write_text(side, encoding="utf-8")
    (project / "locale").mkdir()
    entries = [PO]
    for message in messages(load_project(project).dossier):
        kept = " ".join(re.findall(r"\{\w+\}|\[[^]]*\]\([^)]*\)", message.text))
        text = "الغارة" if message.id == "raid.title" else f"نص {kept}".strip()
        entries.append(f'msgctxt "{message.id}"\nmsgid {json.dumps(message.text)}\nmsgstr "{text}"\n')
    (project / "locale" / "ar.po").write_text("\n".join(entries), encoding="utf-8")
    return project


def test_slug_and_ticket_speak_the_language_of_the_edition(arabic: Path, tmp_path: Path) -> None:
    made = build_panels(load_project(arabic), "ar", "order", tmp_path)
    (sheet,) = made.files
    with pypdfium2.PdfDocument(sheet.path) as document:
        slug = document[0].get_textpage().get_text_bounded(top=-10 / 25.4 * 72)
    for part in ("الغارة", "العربية", "المقياس 1:1", "البصمة"):
        assert part in slug, slug
    ticket = sheet.path.parent / "00-ticket.pdf"
    with pikepdf.open(ticket) as document:
        assert str(document.Root.Lang) == "ar"
        fonts = {str(font.BaseFont) for page in document.pages for font in page.Resources.Font.values()}
    assert any("Arabic" in font for font in fonts)
    with pypdfium2.PdfDocument(ticket) as document:
        assert len(document) == 2
        said = " ".join(page.get_textpage().get_text_range() for page in document)
    for part in ("بطاقة طلب الطباعة", "الغارة", "المقاس بعد القص"):
        assert part in said


@pytest.mark.slow
def test_the_same_files_in_another_process(arabic: Path, tmp_path: Path) -> None:
    """Panel, proof and ticket do not depend on the order of sets."""
    made = build_panels(load_project(arabic), "ar", "order", tmp_path / "a")
    call = (
        "from pathlib import Path; import sys; from dossier.build import build_panels;"
        " from dossier.model.project import load_project;"
        " build_panels(load_project(Path(sys.argv[1])), 'ar', 'order', Path(sys.argv[2]))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", call, arabic, tmp_path / "b"], env=environment, check=True)
    folder = made.files[0].path.parent
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["00-ticket.pdf", "01-one.pdf", "01-one.png"]
    again = tmp_path / "b" / folder.relative_to(tmp_path / "a")
    assert [(again / name).read_bytes() == (folder / name).read_bytes() for name in names] == [True] * 3


def test_the_ticket_tells_what_is_ordered(arabic: Path, tmp_path: Path) -> None:
    made = build_panels(load_project(arabic), "en", "order", tmp_path)
    with pypdfium2.PdfDocument(made.files[0].path.parent / "00-ticket.pdf") as document:
        said = " ".join(document[0].get_textpage().get_text_range().replace("\xa0", " ").split())
    for fact in (
        "390 × 260 mm 40 mm hidden at the bottom 10 mm hidden on the left",
        "Bleed 10 mm on every side",
        "Page of the file 440 × 340 mm",
        "Copies of each 2",
        "Substrate Hahnemühle 300 g/m²",
        "Marks crop marks",
    ):
        assert fact in said, said
