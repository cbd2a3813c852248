"""Write docs/pictures/ anew, the pages of the bundled dossier that the README shows.

.venv/bin/python tools/pictures.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image, ImageOps

from dossier import resources
from dossier.build import build_edition
from dossier.model.project import load_project
from dossier.pdf.raster import raster
from dossier.pdf.read import read_summary

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PROJECT = resources.assets() / "articles" / "gulag-operation"
DPI = 96
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
            path = FOLDER / f"{name}.png"
            # The method that keeps the few strong colours of a page as they are.
            fewer = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
            fewer.save(path, optimize=True)
            print(f"{path.name}: {' and '.join(f'page {number}' for number in numbers)}, {path.stat().st_size} bytes")


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
