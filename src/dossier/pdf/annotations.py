"""Annotations and where their links lead."""

from __future__ import annotations

from collections.abc import Iterator, Set

import pikepdf

from dossier.pdf.inspection import Annotation, Position
from dossier.pdf.read import Box


def read_annotations(document: pikepdf.Pdf) -> Iterator[Annotation]:
    """Yield the annotations of a document, page by page."""
    names = _destinations(document)
    pages = {page.obj.objgen for page in document.pages}
    for number, page in enumerate(document.pages, start=1):
        for annotation in page.obj.get("/Annots", ()):
            yield _read(annotation, number, float(page.obj.get("/UserUnit", 1)), names, pages)


def appearances(annotation: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the content streams that an annotation may show."""
    normal = annotation.get("/AP", pikepdf.Dictionary()).get("/N")
    if isinstance(normal, pikepdf.Stream):
        yield normal
    elif isinstance(normal, pikepdf.Dictionary):
        yield from (state for state in normal.values() if isinstance(state, pikepdf.Stream))


def _read(
    annotation: pikepdf.Object, page: int, scale: float, names: Set[str], pages: Set[tuple[int, int]]
) -> Annotation:
    kind = str(annotation.get("/Subtype", "/"))[1:]
    left, bottom, right, top = (float(length) * scale for length in annotation.Rect)
    box = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    action = annotation.get("/A", pikepdf.Dictionary())
    destination = annotation.get("/Dest", action.get("/D"))
    return Annotation(
        position=Position(page, f"annotation {kind}", box),
        kind=kind,
        action=str(action.get("/S", "/"))[1:] or ("GoTo" if destination is not None else ""),
        target=str(action.get("/URI", "")) or _file(action.get("/F")),
        is_dead=_is_dead(destination, names, pages) if action.get("/S", "/GoTo") == "/GoTo" else False,
        is_described=bool(str(annotation.get("/Contents", "")).strip()),
        is_tagged="/StructParent" in annotation,
    )


def _file(specification: pikepdf.Object | None) -> str:
    if isinstance(specification, pikepdf.Dictionary):
        return str(specification.get("/UF", specification.get("/F", "")))
    return "" if specification is None else str(specification)


def _is_dead(destination: pikepdf.Object | None, names: Set[str], pages: Set[tuple[int, int]]) -> bool:
    """Return whether a place in the document is named that is not there."""
    if isinstance(destination, pikepdf.Array):
        return destination[0].objgen not in pages if len(destination) else True
    if isinstance(destination, pikepdf.Name):
        return str(destination)[1:] not in names
    return destination is not None and str(destination) not in names


def _destinations(document: pikepdf.Pdf) -> frozenset[str]:
    old = document.Root.get("/Dests", pikepdf.Dictionary())
    tree = document.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    new = pikepdf.NameTree(tree) if tree is not None else ()
    return frozenset({*(name[1:] for name in old.keys()), *(str(name) for name in new)})  # noqa: SIM118
