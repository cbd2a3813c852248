"""Corrections to the structure tree that WeasyPrint writes; `accessible` says what they expect of the HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from dossier.pdf.structure import INLINE, Annotation, Content, Element
from dossier.units import POINTS_PER_PX

LANGUAGE_SCHEME = "lang:"


@dataclass(frozen=True, slots=True)
class ParentTree:
    """Which element each marked content and each annotation belongs to (ISO 32000-1, 14.7.4.4)."""

    entries: pikepdf.Object

    @classmethod
    def of(cls, document: pikepdf.Pdf) -> ParentTree:
        """Return the parent tree of a document; WeasyPrint writes it as one flat array."""
        return cls(document.Root.StructTreeRoot.ParentTree.Nums)

    def page(self, number: int) -> pikepdf.Object:
        """Return the slots of a page's marked content; WeasyPrint numbers the pages first, from 0."""
        return self.entries[2 * number + 1]

    def forget(self, keys: set[int]) -> None:
        """Drop the entries of annotations that are no more."""
        pairs = [(self.entries[at], self.entries[at + 1]) for at in range(0, len(self.entries), 2)]
        del self.entries[:]
        for key, element in pairs:
            if int(key) not in keys:
                self.entries.extend([key, element])

    def assign(self, content: Content, element: pikepdf.Object | None) -> None:
        """Give a marked content to an element, or to none."""
        self.page(content.page)[content.mcid] = element


def tag_figures(document: pikepdf.Pdf, elements: Sequence[Element], parents: ParentTree) -> None:
    """Make the block around a described picture the Figure, with the words in it; convert bounding boxes to points."""
    for block in elements:
        pictures = [kid for kid in block.elements if kid.kind == "Figure"]
        for picture in pictures:
            _convert_box(document, picture)
        described = [picture for picture in pictures if "/Alt" in picture.object]
        if len(described) == 1 and block.kind in ("Div", "NonStruct"):
            _take_in(block, described[0], parents)


def _convert_box(document: pikepdf.Pdf, picture: Element) -> None:
    top = float(document.pages[picture.contents[0].page].TrimBox[3])
    x1, y1, x2, y2 = (float(length) * POINTS_PER_PX for length in picture.object.A.BBox)
    picture.object.A.BBox = Array([round(length, 3) for length in (x1, top - y2, x2, top - y1)])


def _take_in(block: Element, picture: Element, parents: ParentTree) -> None:
    block.object.S = Name.Figure
    block.object.Alt = picture.object.Alt
    block.object.A = picture.object.A
    kids = Array()
    for kid in block.object.K:
        kids.extend(picture.object.K if _same(kid, picture.object) else [kid])
    block.object.K = kids
    for content in picture.contents:
        parents.assign(content, block.object)


def drop_decoration(elements: Sequence[Element], parents: ParentTree) -> frozenset[Content]:
    """Take pictures without a description out of the tree; return their content."""
    dropped: set[Content] = set()
    for block in elements:
        for kid in block.elements:
            if kid.kind == "Figure" and "/Alt" not in kid.object:
                _remove_kid(block, kid.object)
                dropped.update(kid.contents)
    for content in dropped:
        parents.assign(content, None)
    return frozenset(dropped)


def tag_table_heads(elements: Sequence[Element]) -> None:
    """Say of each header cell what it heads: the column in a THead, else the row."""
    for group in elements:
        if group.kind in ("THead", "TBody", "TFoot", "Table"):
            scope = Name.Column if group.kind == "THead" else Name.Row
            for row in (kid for kid in group.elements if kid.kind == "TR"):
                for cell in (kid for kid in row.elements if kid.kind == "TH"):
                    cell.object.A.Scope = scope


def tag_definitions(elements: Sequence[Element]) -> None:
    """Make the groups of a definition list its items: the term is the label, what follows the body."""
    for group in (kid for element in elements if element.kind == "L" for kid in element.elements if kid.kind == "Div"):
        group.object.S = Name.LI
        for place, part in enumerate(group.elements):
            part.object.S = Name.LBody if place else Name.Lbl
            for body in part.elements:
                body.object.S = Name.Div if place else Name.Span


def tag_notes(tree: Element) -> None:
    """Make the elements of the pages' footnote areas Notes, each with its label and an identifier."""
    areas = (area for document in tree.elements for area in document.elements if area.kind == "NonStruct")
    for number, note in enumerate((note for area in areas for note in area.elements), start=1):
        note.object.S = Name.Note
        note.object.ID = String(f"note-{number}")
        if note.elements and note.elements[0].kind == "NonStruct":
            note.elements[0].object.S = Name.Lbl


def replace_texts(
    document: pikepdf.Pdf, elements: Sequence[Element], parents: ParentTree, texts: Mapping[Content, str]
) -> None:
    """Say what content reads as (ISO 32000-1, 14.9.4), in the tree alone.

    Programs that search a page reorder right-to-left glyphs themselves, and would do so again with a text in the page.
    """
    for element in elements:
        for content in element.contents:
            if content not in texts:
                continue
            owner = element.object
            if len(element.kids) > 1:
                owner = document.make_indirect(
                    Dictionary(Type=Name.StructElem, S=Name.Span, P=element.object, Pg=element.object.Pg)
                )
                owner.K = Array([content.mcid])
                kids = element.object.K
                element.object.K = Array([owner if kid == content.mcid else kid for kid in kids])
                parents.assign(content, owner)
            owner.ActualText = String(texts[content])


def index_identifiers(document: pikepdf.Pdf, elements: Sequence[Element]) -> None:
    """Write the name tree from identifiers to elements, which ISO 32000-1, 14.7.2 requires."""
    found = {bytes(element.object.ID): element.object for element in elements if "/ID" in element.object}
    if found:
        names = Array()
        for identifier in sorted(found):
            names.extend([String(identifier), found[identifier]])
        document.Root.StructTreeRoot.IDTree = document.make_indirect(Dictionary(Names=names))


def tag_languages(elements: Sequence[Element]) -> None:
    """Turn the links that mark a language into the Lang of what they hold."""
    for element in elements:
        for annotation in element.annotations:
            language = _marked_language(annotation)
            if not language:
                continue
            _remove_kid(element, annotation.reference)
            if element.kind == "Link":
                is_inline = all(kid.kind in INLINE for kid in element.elements)
                element.object.S = Name.Span if is_inline else Name.Div
                element.object.Lang = String(language)


def settle_links(
    document: pikepdf.Pdf,
    elements: Sequence[Element],
    parents: ParentTree,
    describe: Callable[[Sequence[Element]], Sequence[str]],
) -> None:
    """Leave each link one annotation, described in words; drop the annotations that marked languages.

    WeasyPrint writes an annotation for every box inside a link, tagged as something else than a link, and describes
    it by its target.
    """
    kept = set()
    links = tuple(_outermost_links(elements))
    for link, words in zip(links, describe(links), strict=True):
        owned = [(element, kid) for element in link.walk() for kid in element.annotations if not _marked_language(kid)]
        _, first = owned[0]
        for element, annotation in owned[1:]:
            _remove_kid(element, annotation.reference)
            if element.kind == "Link" and element is not link:
                element.object.S = Name.Span
        first.object.Rect = _union([annotation.object.Rect for _, annotation in owned])
        first.object.Contents = String(words)
        kept.add(first.object.objgen)
    _drop_links(document, parents, kept)


def drop_annotations(elements: Sequence[Element], parents: ParentTree) -> None:
    """Take all references to annotations out of the tree; without one a link is words like others."""
    owned = [(element, annotation) for element in elements for annotation in element.annotations]
    for element, annotation in owned:
        _remove_kid(element, annotation.reference)
        if str(element.object.S) == "/Link":
            element.object.S = Name.Span
    parents.forget({int(annotation.object.StructParent) for _, annotation in owned})


def _outermost_links(elements: Sequence[Element]) -> Iterator[Element]:
    inner: set[Element] = set()
    for element in elements:
        if element.kind == "Link" and element not in inner and not all(map(_marked_language, element.annotations)):
            inner.update(element.walk())
            yield element


def _marked_language(annotation: Annotation) -> str:
    """Return the language that a link to "lang:..." marks, "" for a true link."""
    target = str(annotation.object.get("/A", Dictionary()).get("/URI", ""))
    return target.removeprefix(LANGUAGE_SCHEME) if target.startswith(LANGUAGE_SCHEME) else ""


def _union(boxes: list[pikepdf.Object]) -> Array:
    corners = [[float(length) for length in box] for box in boxes]
    xs = [x for x1, _, x2, _ in corners for x in (x1, x2)]
    ys = [y for _, y1, _, y2 in corners for y in (y1, y2)]
    return Array([round(length, 3) for length in (min(xs), min(ys), max(xs), max(ys))])


def _drop_links(document: pikepdf.Pdf, parents: ParentTree, kept: set[tuple[int, int]]) -> None:
    """Remove the link annotations that are not kept: doubles, language marks, and links in margin boxes."""
    forgotten: set[int] = set()
    for page in document.pages:
        annotations = list(page.get("/Annots", Array()))
        dropped = [each for each in annotations if each.Subtype == "/Link" and each.objgen not in kept]
        if dropped:
            forgotten.update(int(each.StructParent) for each in dropped)
            page.Annots = Array(each for each in annotations if each not in dropped)
    parents.forget(forgotten)


def _remove_kid(element: Element, kid: pikepdf.Object) -> None:
    element.object.K = Array([other for other in element.object.K if not _same(other, kid)])


def _same(kid: pikepdf.Object | int, other: pikepdf.Object) -> bool:
    return not isinstance(kid, int) and bool(kid.objgen == other.objgen)
