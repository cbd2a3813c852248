"""`dossier tile` as it is called: what it writes and says, and what it says to files and numbers it cannot use."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array

from dossier.cli import main
from dossier.pdf.read import read_summary
from dossier.units import mm

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function (arguments) -> exit code, stdout, stderr."""

    def called(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dossier", "tile", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        assert isinstance(left.value.code, int)
        return left.value.code, *capsys.readouterr()

    return called


def write(path: Path, pages: int = 1, language: str = "", title: str = "", user: str | None = None) -> Path:
    with pikepdf.new() as document:
        for _ in range(pages):
            page = document.add_blank_page(page_size=(mm(300), mm(200)))
            page.Contents = document.make_stream(b"0 0 0 1 k 100 100 200 200 re f " * 40)
        if language:
            document.Root.Lang = pikepdf.String(language)
        if title:
            document.docinfo["/Title"] = title
        document.save(path, encryption=False if user is None else pikepdf.Encryption(owner="o", user=user))
    return path


@pytest.fixture
def panel(tmp_path: Path) -> Path:
    return write(tmp_path / "panel.pdf")


def test_it_writes_beside_the_panel(run: Run, panel: Path) -> None:
    code, out, err = run(panel)
    proof = panel.with_name("panel-tiles-a4.pdf")
    assert (code, out, err) == (0, f"{proof}  (2 × 1 sheets)\n", "")
    assert len(read_summary(proof).pages) == 3


def test_paper_and_place_can_be_chosen(run: Run, panel: Path, tmp_path: Path) -> None:
    code, out, _ = run(
        panel, "--paper", "Letter", "--overlap", "0.5in", "--margin", "1cm", "--out", tmp_path / "new" / "x.pdf"
    )
    assert (code, out) == (0, f"{tmp_path / 'new' / 'x.pdf'}  (2 × 1 sheets)\n")
    media = read_summary(tmp_path / "new" / "x.pdf").pages[0].media
    assert {round(media.width), round(media.height)} == {612, 792}


@pytest.mark.parametrize(
    ("of_panel", "asked", "spoken"),
    [("", None, "en"), ("de", None, "de"), ("de", "ar", "ar"), ("tlh", None, "en"), ("x", None, "en")],
)
def test_it_speaks_the_language_of_the_panel(
    run: Run, tmp_path: Path, of_panel: str, asked: str | None, spoken: str
) -> None:
    panel = write(tmp_path / "panel.pdf", language=of_panel)
    assert run(panel, *(["-l", asked] if asked else []))[0] == 0
    assert read_summary(panel.with_name("panel-tiles-a4.pdf")).language == spoken


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Twelve men\n were dropped", "Wall proof: Twelve men were dropped"),
        ("", "Wall proof: panel"),
        ("<b>&", "Wall proof: <b>&"),
        ("計画", "Wall proof: panel"),  # no font of an English edition has it
    ],
)
def test_titles_of_any_kind(run: Run, tmp_path: Path, title: str, shown: str) -> None:
    assert run(write(tmp_path / "panel.pdf", title=title))[0] == 0
    assert read_summary(tmp_path / "panel-tiles-a4.pdf").title == shown


def spoil(path: Path, kind: str) -> Path:
    """Write a file that is no usable panel."""
    whole = write(path).read_bytes()
    match kind:
        case "missing":
            path.unlink()
        case "text":
            path.write_text("no PDF at all")
        case "cut short":
            path.write_bytes(whole[: len(whole) // 2])
        case "locked":
            write(path, user="u")
        case "locked for owners":
            write(path, user="")
        case "broken content":
            at = whole.index(b"stream\n") + 9
            path.write_bytes(whole[:at] + bytes(20) + whole[at + 20 :])
        case "no pages":
            pikepdf.new().save(path)
        case "no size":
            with pikepdf.open(path, allow_overwriting_input=True) as document:
                document.pages[0].MediaBox = Array([0, 0, 0, 100])
                document.save(path)
        case "words for numbers":
            path.write_bytes(whole.replace(b"/MediaBox [ 0 0 ", b"/MediaBox [ /A 0 "))
    return path


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("missing", "cannot be read"),
        ("text", "no readable PDF"),
        ("cut short", "damaged"),
        ("locked", "the PDF is encrypted"),
        ("locked for owners", "the PDF is encrypted"),
        ("broken content", "errors while decoding content stream"),
        ("no pages", "the PDF is damaged: it has no page"),
        ("no size", "the PDF is damaged: the page has no size"),
        ("words for numbers", "damaged"),
    ],
)
def test_files_that_cannot_be_used(run: Run, tmp_path: Path, kind: str, message: str) -> None:
    panel = spoil(tmp_path / "panel.pdf", kind)
    code, out, err = run(panel)
    assert (code, out) == (3, "")
    assert err.startswith(f"{panel}: error[source]: ")
    assert message in err
    assert "\nhint: " in err
    assert {path.name for path in tmp_path.iterdir()} <= {"panel.pdf"}


def test_several_pages_need_a_choice(run: Run, tmp_path: Path) -> None:
    panel = write(tmp_path / "set.pdf", pages=6)
    code, _, err = run(panel)
    assert (code, err) == (2, f"{panel}: error[usage]: the PDF has 6 pages\nhint: Choose one with --page.\n")
    assert run(panel, "--page", 6)[0] == 0
    code, _, err = run(panel, "--page", 7)
    assert (code, err) == (2, f"{panel}: error[usage]: the PDF has no page 7\nhint: It has 6.\n")


def test_the_panel_is_not_replaced(run: Run, panel: Path) -> None:
    before = panel.read_bytes()
    code, _, err = run(panel, "--out", panel.parent / ".." / panel.parent.name / "panel.pdf")
    assert code == 2
    assert "the proof would replace the panel" in err
    assert panel.read_bytes() == before


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--overlap", "ten", "'ten' is no length; give one such as 10mm"),
        ("--overlap", "-5mm", "'-5mm' is no length"),
        ("--overlap", "2mm", "an overlap of 2.0 mm"),
        ("--margin", "60mm", "leave no room"),
        ("--paper", "a5", "'a5' is not one of"),
        ("--page", "0", "0 is not in the range"),
        ("--locale", "xx-klingon", "unknown locale 'xx-klingon'"),
    ],
)
def test_numbers_and_names_that_cannot_be_used(run: Run, panel: Path, option: str, value: str, message: str) -> None:
    code, out, err = run(panel, option, value)
    assert code == (4 if option == "--locale" else 2)
    assert out == ""
    assert message in err
    assert [path.name for path in panel.parent.iterdir()] == ["panel.pdf"]
