"""Reading a PDF once for preflight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from dossier.errors import DossierError, PreflightError, SourceError, Where
from dossier.pdf.annotations import appearances, read_annotations
from dossier.pdf.document import opened
from dossier.pdf.graphics import Scene, State
from dossier.pdf.identity import read_identity, read_sheet
from dossier.pdf.inspection import Inspection, Position, Sheet, Tag
from dossier.pdf.ledger import Ledger
from dossier.pdf.painter import Painter
from dossier.pdf.structure import Element, read_tree

_BROKEN = (
    pikepdf.PdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What pikepdf and Python answer where a file holds something else than the standard says."""


def inspect(pdf: bytes | Path) -> Inspection:
    """Return what preflight wants to know of a PDF.

    Raises SourceError for a file that is missing, damaged beyond reading, encrypted with a password or not a PDF. Time
    and memory are bounded only by what the file holds: read strangers' files through `dossier.preflight.examine`.
    """
    where = Where(pdf) if isinstance(pdf, Path) else None
    try:
        with opened(pdf) as document:
            return _inspect(document, pdf.stat().st_size if isinstance(pdf, Path) else len(pdf))
    except PreflightError as error:
        raise SourceError(error.message, hint=error.hint, where=where) from error
    except DossierError as error:
        error.where = where
        raise
    except _BROKEN as error:
        raise SourceError(
            f"the PDF is damaged: {error or type(error).__name__}",
            hint="export it again from the program that made it",
            where=where,
        ) from error


def _inspect(document: pikepdf.Pdf, size: int) -> Inspection:
    ledger = Ledger()
    sheets = tuple(read_sheet(page) for page in document.pages)
    painter = Painter(ledger)
    for number, (page, sheet) in enumerate(zip(document.pages, sheets, strict=True), start=1):
        _paint(painter, page, sheet, number)
    tree = read_tree(document)
    return Inspection(
        size=size,
        identity=read_identity(document),
        sheets=sheets,
        painted=ledger.painted,
        images=ledger.images,
        overprints=ledger.stack.heaviest,
        spaces=ledger.spaces,
        spots=ledger.spots,
        blends=ledger.blends,
        fonts=ledger.fonts,
        annotations=tuple(read_annotations(document)),
        tags=None if tree is None else tuple(_tags(tree)),
        damage=tuple(str(warning) for warning in document.get_warnings()),
    )


def _paint(painter: Painter, page: pikepdf.Page, sheet: Sheet, number: int) -> None:
    base = (sheet.scale, 0.0, 0.0, sheet.scale, 0.0, 0.0)
    resources = page.get_resources() or pikepdf.Dictionary()
    painter.paint(page, Scene(Position(number, "page"), sheet.bleed, resources, base), State(base))
    for annotation in page.obj.get("/Annots", ()):
        name = f"annotation {str(annotation.get('/Subtype', '/'))[1:]}"
        for content in appearances(annotation):
            scene = Scene(Position(number, name), sheet.bleed, content.get("/Resources", resources), base, tagged=True)
            painter.paint(content, scene, State(base))


def _tags(tree: Element) -> Iterator[Tag]:
    """Yield what a reading program depends on, in reading order; tables are numbered from 1."""
    tables = 0
    within: dict[tuple[int, int], int] = {}
    for element in tree.walk():
        if element.kind == "Table":
            tables += 1
            within |= {cell.object.objgen: tables for cell in element.walk()}
        page = next((content.page for content in element.leaves()), -1) + 1
        text = str(element.object.get("/Alt", element.object.get("/ActualText", "")))
        table = within.get(element.object.objgen, 0)
        yield Tag(element.kind, page, text.strip(), _scope(element.object), table)


def _scope(element: pikepdf.Object) -> str:
    """Return the scope of a table head, or the identifiers of the heads that a cell names."""
    attributes = element.get("/A", pikepdf.Dictionary())
    for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(each, pikepdf.Dictionary):
            if "/Scope" in each:
                return str(each.Scope)[1:]
            if "/Headers" in each:
                return " ".join(str(name) for name in each.Headers)
    return ""
