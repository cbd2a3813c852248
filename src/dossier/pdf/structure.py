"""The structure tree of a tagged PDF (ISO 32000-1, 14.7), as found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

INLINE = frozenset({"Span", "NonStruct", "Link", "Lbl", "Reference", "Quote", "Code"})
"""The kinds that do not begin a paragraph of their own."""


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence: the page (counted from 0) and its number on that page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A reference from the tree to an annotation, and the element's kid that makes it."""

    object: pikepdf.Object
    reference: pikepdf.Object


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A structure element. `object` is the live dictionary in the file, `kind` its standard type without the slash."""

    object: pikepdf.Object
    kind: str
    kids: tuple[Element | Content | Annotation, ...]
    elements: tuple[Element, ...]

    @property
    def contents(self) -> tuple[Content, ...]:
        """The kids that are marked content."""
        return tuple(kid for kid in self.kids if isinstance(kid, Content))

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The kids that are references to annotations."""
        return tuple(kid for kid in self.kids if isinstance(kid, Annotation))

    def leaves(self) -> Iterator[Content]:
        """Yield all marked content in this element, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Content):
                yield kid
            elif isinstance(kid, Element):
                yield from kid.leaves()

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.elements)


def read_tree(document: pikepdf.Pdf) -> Element | None:
    """Return the root of the structure tree as an element of kind "StructTreeRoot", None where there is none."""
    root = document.Root.get("/StructTreeRoot")
    if root is None:
        return None
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    roles = {str(name): str(role) for name, role in root.get("/RoleMap", pikepdf.Dictionary()).items()}
    return _Reader(pages, roles, set()).element(root, "StructTreeRoot", -1)


@dataclass(frozen=True, slots=True)
class _Reader:
    pages: dict[tuple[int, int], int]
    roles: dict[str, str]
    seen: set[tuple[int, int]]

    def element(self, object_: pikepdf.Object, kind: str, page: int) -> Element:
        found = object_.get("/K", ())
        listed = found if isinstance(found, (pikepdf.Array, tuple)) else (found,)
        kids = tuple(self.kid(kid, page) for kid in listed if self.is_new(kid))
        return Element(object_, kind, kids, tuple(kid for kid in kids if isinstance(kid, Element)))

    def is_new(self, kid: pikepdf.Object | int) -> bool:
        """Tell whether `kid` was not met before: a hostile file may share elements until a tree of them never ends."""
        if isinstance(kid, int) or not kid.is_indirect:
            return True
        known = kid.objgen in self.seen
        self.seen.add(kid.objgen)
        return not known

    def kid(self, kid: pikepdf.Object | int, page: int) -> Element | Content | Annotation:
        if isinstance(kid, int):
            return Content(page, kid)
        if (own := kid.get("/Pg")) is not None:
            page = self.pages.get(own.objgen, -1)
        if (name := kid.get("/S")) is not None:
            kind = str(name)
            return self.element(kid, self.roles.get(kind, kind)[1:], page)
        if (mcid := kid.get("/MCID")) is not None:
            return Content(page, int(mcid))
        return Annotation(kid.get("/Obj", kid), kid)
