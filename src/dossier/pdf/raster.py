"""A page as an image."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL.Image import Image

from dossier.errors import PreflightError, Where


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
