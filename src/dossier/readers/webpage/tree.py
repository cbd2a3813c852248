"""HTML as a tree that knows the place of its text.

lxml keeps no places. So a comment that holds the place goes before each piece of text, and the tree is read by those
comments: the words themselves are taken from the source. Nothing is run and nothing is fetched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dossier.errors import SourceError
from dossier.readers.gaps import Gaps

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_DEPTH = 100

_OPENING = re.compile(r"<(?:(?P<comment>!--)|(?P<other>[!?])|(?P<closing>/?)(?P<name>[a-zA-Z][^\s/>]*))")
# Quotes count only after an equals sign, and nothing here is tried twice.
_REST_OF_TAG = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
_PLACED_EVEN_IF_EMPTY = {"td", "th", "li", "p", "cite", "h1", "h2", "h3", "h4", "h5", "h6", "a", "sup", "span"}
_PLACE = re.compile(r"(\d+):(\d+)")


def read_tree(source: str, gaps: Gaps) -> Element:
    """Return the root of a page; what is nested more than MAX_DEPTH deep is left out as a gap.

    Raises SourceError where there is no element at all.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring("".join(_with_places(source)).encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise SourceError("this page holds nothing", hint="Save the page again, as “Web page, HTML only”.")
    _cut(root, gaps)
    return root


def place(node: Element) -> tuple[int, int] | None:
    """Return the place of the text that a comment stands for, None for any other node."""
    if isinstance(node.tag, str):
        return None
    found = _PLACE.fullmatch(node.text or "")
    return (int(found[1]), int(found[2])) if found else None


def start_of(element: Element) -> int:
    """Return where the first text in or after `element` begins; 0 where there is none."""
    for node in element.iter():
        if found := place(node):
            return found[0]
    return 0


def span_of(element: Element) -> tuple[int, int]:
    """Return where the text in `element` begins and ends; (0, 0) where there is none."""
    places = [found for node in element.iter() if (found := place(node))]
    return (places[0][0], places[-1][1]) if places else (0, 0)


def words(element: Element, source: str) -> str:
    """Return the text of an element as it stands in `source`, hidden or not, its entities as characters."""
    texts = (html.unescape(source[slice(*found)]) for node in element.iter() if (found := place(node)))
    return " ".join("".join(texts).split())


def classes(element: Element) -> set[str]:
    """Return the classes of an element."""
    return set((element.get("class") or "").split())


def _with_places(source: str) -> Iterator[str]:
    """Yield the source with a comment before each piece of text, and without its own comments."""
    at = 0
    name = ""
    quotes_close = True
    never_closed: set[str] = set()
    while opening := _OPENING.search(source, at):
        yield from _text(source, at, opening.start(), name)
        end = -1
        if opening["comment"]:
            found = source.find("-->", opening.end())
            end = found + 3 if found >= 0 else -1
        elif opening["name"] and quotes_close and (rest := _REST_OF_TAG.match(source, opening.end())):
            end = rest.end()
        if end < 0:
            quotes_close = quotes_close and not opening["name"]
            found = source.find(">", opening.end())
            end = found + 1 if found >= 0 else len(source)
        name = (opening["name"] or "").lower()
        if name:
            yield source[opening.start() : end]
        at = end
        if name in _RAW and not opening["closing"] and name not in never_closed:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(source, at)
            if closing:
                yield source[at : closing.start()]
                at = closing.start()
            else:
                never_closed.add(name)
    yield from _text(source, at, len(source), name)


def _text(source: str, start: int, end: int, before: str) -> Iterator[str]:
    if start < end or before in _PLACED_EVEN_IF_EMPTY:
        yield f"<!--{start}:{end}-->{source[start:end]}"


def _cut(root: Element, gaps: Gaps) -> None:
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element if isinstance(child.tag, str)]
    for element in level:
        start, end = span_of(element)
        gaps.add("too-deep", start, end, f"nested more than {MAX_DEPTH} deep")
        for child in list(element):
            element.remove(child)
