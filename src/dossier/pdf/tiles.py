"""A page in pieces: one page of a PDF drawn on many, embedded once as a form XObject (ISO 32000-1, 8.10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from dossier.errors import PreflightError, SourceError, UsageError, Where
from dossier.pdf.document import opened, written
from dossier.pdf.overlay import as_form, clip, place
from dossier.pdf.read import Box

_UPRIGHT = pikepdf.Array([1, 0, 0, 1, 0, 0])


@dataclass(frozen=True, slots=True)
class Panel:
    """A page as it is to hang on the wall: its trim at true size, points."""

    path: Path
    page: int
    width: float
    height: float
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Placement:
    """A panel on one page: where the lower left of its trim goes, its scale, what of it is seen, and the marks on it.

    `marks` counts the pages of a second file from 0.
    """

    x: float
    y: float
    scale: float
    window: Box
    marks: int


def read_panel(path: Path, page: int | None = None) -> Panel:
    """Return page `page` (counted from 1) of a PDF, or its only one.

    Raises SourceError for a file that is missing, damaged, encrypted or not a PDF, UsageError where `page` is needed
    or is not there.
    """
    try:
        with opened(path) as document:
            if document.is_encrypted:
                raise SourceError("the PDF is encrypted", hint="save it without a password", where=Where(path))
            number = _number(len(document.pages), page, path)
            form = document.pages[number].as_form_xobject()
            form.read_bytes()
            left, bottom, right, top = _corners(form)
            problems = [str(warning) for warning in document.get_warnings()]
            if problems or left == right or bottom == top:
                raise _damaged(path, (problems or ["the page has no size"])[0])
            info = document.trailer.get("/Info", pikepdf.Dictionary())
            title, language = str(info.get("/Title", "")), str(document.Root.get("/Lang", ""))
            return Panel(path, number, right - left, top - bottom, title, language)
    except PreflightError as error:
        raise SourceError(error.message, hint=error.hint, where=error.where) from error
    except (ValueError, TypeError, AttributeError, RuntimeError) as error:
        raise _damaged(path, str(error)) from error


def draw_tiles(panel: Panel, words: bytes, marks: bytes, placements: Sequence[Placement]) -> bytes:
    """Return `words` with the panel under each of its pages, as `placements` say, and the marks between the two.

    Annotations of the panel are left out, and so is what it draws beyond its trim. The same arguments give the same
    bytes.
    """
    with opened(panel.path) as source, opened(marks) as drawn, opened(words) as document:
        form = as_form(document, source.pages[panel.page])
        left, bottom = _corners(form)[:2]
        lines = [as_form(document, page) for page in drawn.pages]
        for page, at in zip(document.pages, placements, strict=True):
            window = clip(at.window.left, at.window.bottom, at.window.width, at.window.height)
            matrix = (at.scale, 0, 0, at.scale, at.x - at.scale * left, at.y - at.scale * bottom)
            panel_drawn = place(page, "/Panel", form, matrix)
            marks_drawn = place(page, f"/Marks{at.marks}", lines[at.marks], (1, 0, 0, 1, 0, 0))
            content = b"/Artifact BMC q %b %b Q %b EMC\n" % (window, panel_drawn, marks_drawn)
            page.contents_add(content, prepend=True)
        if "/OCProperties" in source.Root:  # layers stay as visible as they are
            layers = source.make_indirect(source.Root.OCProperties)
            document.Root.OCProperties = document.copy_foreign(layers)
        return written(document, version=max(document.pdf_version, source.pdf_version, "1.7"))


def _damaged(path: Path, what: str) -> SourceError:
    return SourceError(
        f"the PDF is damaged: {what}", hint="Export it again from the program that made it.", where=Where(path)
    )


def _number(pages: int, wanted: int | None, path: Path) -> int:
    if not pages:
        raise _damaged(path, "it has no page")
    if wanted is None and pages > 1:
        raise UsageError(f"the PDF has {pages} pages", hint="Choose one with --page.", where=Where(path))
    if wanted is not None and not 1 <= wanted <= pages:
        raise UsageError(f"the PDF has no page {wanted}", hint=f"It has {pages}.", where=Where(path))
    return (wanted or 1) - 1


def _corners(form: pikepdf.Object) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a form's box as its matrix places it."""
    (left, right), (bottom, top) = (sorted(map(float, form.BBox[axis::2])) for axis in (0, 1))
    box = pikepdf.Matrix(form.get("/Matrix", _UPRIGHT)).transform(pikepdf.Rectangle(left, bottom, right, top))
    return float(box.llx), float(box.lly), float(box.urx), float(box.ury)
