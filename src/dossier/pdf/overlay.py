"""Pages laid on pages, as form XObjects (ISO 32000-1, 8.10): a press sheet and its slug line on the artwork."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Name

from dossier.errors import LayoutError
from dossier.pdf.document import opened, written
from dossier.units import to_mm

# Production aids that are no part of the document (ISO 32000-1, 14.8.2.2).
_AID = b"/Artifact <</Type /Page>> BDC"
_TAGS = ("BDC", "BMC", "EMC")


@dataclass(frozen=True, slots=True)
class Overlay:
    """A page of a PDF (counted from 0), and where its lower left corner goes: points from the trim's lower left."""

    pdf: bytes
    x: float
    y: float
    page: int = 0


def lay_on(
    artwork: bytes, overlays: Sequence[Overlay], *, bleed: float, slug: float, trim: tuple[float, float] | None = None
) -> bytes:
    """Return `artwork` with `overlays` on each page, in this order, and its MediaBox grown to the slug.

    `bleed` and `slug` are points beyond the trim, which is the artwork's own, or has the width and height `trim` and
    begins where the artwork counts from. The artwork ends at the bleed. The same arguments give the same bytes. Raises
    LayoutError for artwork that does not reach the bleed.
    """
    with ExitStack() as sources, opened(artwork) as document:
        forms = [
            as_form(document, sources.enter_context(opened(overlay.pdf)).pages[overlay.page]) for overlay in overlays
        ]
        for form in forms:
            form.write(_untagged(form))
        for page in document.pages:
            if trim:  # WeasyPrint 70 writes a wrong one where it zooms
                page.TrimBox = Array([0, 0, *trim])
            trimmed = _trim(page, bleed)
            bled = _outset(trimmed, bleed)
            for name in ("/CropBox", "/ArtBox"):
                if name in page:
                    del page[name]
            page.TrimBox, page.BleedBox, page.MediaBox = Array(trimmed), Array(bled), Array(_outset(trimmed, slug))
            drawn = (
                place(page, f"/Sheet{number}", form, (1, 0, 0, 1, trimmed[0] + overlay.x, trimmed[1] + overlay.y))
                for number, (overlay, form) in enumerate(zip(overlays, forms, strict=True))
            )
            page.contents_coalesce()
            art = (clip(bled[0], bled[1], bled[2] - bled[0], bled[3] - bled[1]), page.Contents.read_bytes())
            page.Contents = document.make_stream(b"\n".join((b"q", *art, b"Q", _AID, *drawn, b"EMC\n")))
        return written(document, version=document.pdf_version)


def as_form(document: pikepdf.Pdf, page: pikepdf.Page) -> pikepdf.Object:
    """Copy a page of another file into `document` as a form: what lies in its TrimBox, turned and scaled as shown.

    The other file has to stay open until `document` is written.
    """
    return document.copy_foreign(page.as_form_xobject())


def place(page: pikepdf.Page, name: str, form: pikepdf.Object, matrix: Sequence[float]) -> bytes:
    """Enter a form into the resources of `page`; return the content that draws it by `matrix`."""
    named = page.add_resource(form, Name.XObject, Name(name))
    return b"q %b cm %b Do Q" % (_numbers(*matrix), str(named).encode())


def clip(left: float, bottom: float, width: float, height: float) -> bytes:
    """Return the content that lets nothing outside a rectangle be seen, until the graphics state is restored."""
    return b"%b re W n" % _numbers(left, bottom, width, height)


def _numbers(*values: float) -> bytes:
    return " ".join(f"{round(value, 4) + 0:.4f}".rstrip("0").rstrip(".") for value in values).encode()


def _untagged(form: pikepdf.Object) -> bytes:
    """Return the content without its tags, which point into another file.

    It comes with one operator a line, as finish_press reads content.
    """
    kept = (each for each in pikepdf.parse_content_stream(form) if str(each.operator) not in _TAGS)
    return pikepdf.unparse_content_stream(tuple(kept))


def _trim(page: pikepdf.Page, bleed: float) -> list[float]:
    media, trim = ([float(length) for length in box] for box in (page.mediabox, page.trimbox))
    reach = min(trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3])
    if reach < bleed - 0.01:
        raise LayoutError(
            f"the artwork reaches {to_mm(reach):.1f} mm beyond the trim, less than the bleed of {to_mm(bleed):.1f} mm",
            hint="Make the style sheet's @page bleed as wide as the layout's bleed.",
        )
    return trim


def _outset(box: Sequence[float], by: float) -> list[float]:
    left, bottom, right, top = box
    return [round(length, 4) for length in (left - by, bottom - by, right + by, top + by)]
