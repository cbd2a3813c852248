"""A page as an image."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL.Image import Image

from dossier.errors import PreflightError, Where
from dossier.pdf.read import read_summary


def raster(pdf: bytes | Path, page: int = 0, *, dpi: float = 72) -> Image:
    """Return a page (counted from 0) as an RGB image, as pdfium draws it.

    Raises PreflightError where the file cannot be read or has no such page.
    """
    where = Where(pdf) if isinstance(pdf, Path) else None
    try:
        document = pypdfium2.PdfDocument(pdf)
    except (pypdfium2.PdfiumError, FileNotFoundError) as error:
        raise PreflightError(f"the PDF cannot be drawn: {error}", hint="check that it is a PDF", where=where) from error
    with document:
        if not 0 <= page < len(document):
            raise PreflightError(f"the PDF has no page {page + 1}", hint=f"it has {len(document)}", where=where)
        image: Image = document[page].render(scale=dpi / 72).to_pil()
        return image


def thumbnail(pdf: bytes, pixels: int) -> bytes:
    """Return what lies within the trim of the first page as JPEG, `pixels` on its longer side."""
    boxes = read_summary(pdf).pages[0]
    scale = pixels / max(boxes.trim.width, boxes.trim.height)
    image = raster(pdf, dpi=72 * scale)
    left, top = (boxes.trim.left - boxes.media.left) * scale, (boxes.media.top - boxes.trim.top) * scale
    right, bottom = left + boxes.trim.width * scale, top + boxes.trim.height * scale
    out = BytesIO()
    image.crop((round(left), round(top), round(right), round(bottom))).save(out, "JPEG", quality=88, subsampling=0)
    return out.getvalue()
