"""Write docs/pictures/ anew, the pages of the bundled dossier and the press sheet that README and docs show.

.venv/bin/python tools/pictures.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image, ImageOps

from dossier import resources
from dossier.build import build_edition, build_layout, build_panels
from dossier.model.project import load_project
from dossier.pdf.raster import raster
from dossier.pdf.read import read_summary

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PROJECT = resources.assets() / "articles" / "gulag-operation"
DPI = 96
SHEET, HEIGHT = 2, 1000
"""Which panel is shown as a press sheet, and how high, pixels."""
PANEL, PAIR = 470, 700
"""How high a panel of the set and a bilingual one are shown, pixels."""
COLOURS = 256
EDGE = "#C9C6BE"


def main() -> None:
    project = load_project(PROJECT)
    titles = {exhibit.id: exhibit.title for exhibit in project.dossier.exhibits}
    with tempfile.TemporaryDirectory() as folder:
        pdf = build_edition(project, "en", "dossier", Path(folder)).path
        pages = {bookmark.title: bookmark.page for bookmark in read_summary(pdf).bookmarks}
        shown = {
            "cover": (1,),
            "map": spread(pages[titles["map"]]),
            "organisation": (pages[titles["organisation"]],),
            "chronology": (pages[titles["chronology"]],),
        }
        FOLDER.mkdir(exist_ok=True)
        for name, numbers in shown.items():
            picture = side_by_side([raster(pdf, number - 1, dpi=DPI) for number in numbers])
            save(name, picture, " and ".join(f"page {number}" for number in numbers))
        panels = build_panels(project, "en", "panels-a1", Path(folder)).files
        sheet, ticket = panels[SHEET].path, panels[0].path.parent / "00-ticket.pdf"
        both = side_by_side([as_high(sheet, HEIGHT), as_high(ticket, HEIGHT)])
        save("press-sheet", both, f"{sheet.name} and its ticket", Image.Quantize.MEDIANCUT)
        proofs = [proof(file.path, PANEL) for file in panels]
        save(
            "panels", above(side_by_side(proofs[:3]), side_by_side(proofs[3:])), "six panels", Image.Quantize.MEDIANCUT
        )
        pair = build_layout(project, "en+ar", "panels-a1-bilingual", Path(folder)).files[SHEET].path
        save("bilingual", side_by_side([proof(pair, PAIR)]), pair.name, Image.Quantize.MEDIANCUT)


def as_high(pdf: Path, pixels: int) -> Image.Image:
    """Return the first page of a file, `pixels` high."""
    page = raster(pdf, dpi=72 * pixels / read_summary(pdf).pages[0].media.height)
    return page.resize((round(page.width * pixels / page.height), pixels))


def proof(pdf: Path, pixels: int) -> Image.Image:
    """Return the proof of a panel, `pixels` high."""
    with Image.open(pdf.with_suffix(".png")) as image:
        return image.convert("RGB").resize(
            (round(image.width * pixels / image.height), pixels), Image.Resampling.LANCZOS
        )


def above(first: Image.Image, second: Image.Image) -> Image.Image:
    """Return two pictures of one width, one above the other."""
    picture = Image.new("RGB", (first.width, first.height + second.height))
    picture.paste(first, (0, 0))
    picture.paste(second, (0, first.height))
    return picture


def save(name: str, picture: Image.Image, shows: str, method: Image.Quantize = Image.Quantize.MAXCOVERAGE) -> None:
    """Write a picture in few colours. MAXCOVERAGE keeps the strong ones of a page, MEDIANCUT the shade of the paper."""
    path = FOLDER / f"{name}.png"
    fewer = picture.quantize(COLOURS, method, dither=Image.Dither.NONE)
    fewer.save(path, optimize=True)
    print(f"{path.name}: {shows}, {path.stat().st_size} bytes")


def spread(page: int) -> tuple[int, int]:
    """Return the two pages that face each other, even on the left, of which `page` is one."""
    left = page - page % 2
    return left, left + 1


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return pages of one height as one picture, each with a fine edge."""
    edged = [ImageOps.expand(page, border=1, fill=EDGE) for page in pages]
    picture = Image.new("RGB", (sum(page.width for page in edged), edged[0].height))
    left = 0
    for page in edged:
        picture.paste(page, (left, 0))
        left += page.width
    return picture


if __name__ == "__main__":
    main()
