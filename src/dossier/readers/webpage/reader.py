"""The reader of HTML pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from dossier.model.article import Article, Coordinates, Provenance
from dossier.model.passage import Passage
from dossier.readers.builder import Builder
from dossier.readers.gaps import Gaps
from dossier.readers.language import language_of
from dossier.readers.outline import Outline, external, related
from dossier.readers.webpage.blocks import BlockReader
from dossier.readers.webpage.inline import Inline, target
from dossier.readers.webpage.notes import marks_of, read_notes, read_templates
from dossier.readers.webpage.tree import classes, read_tree, span_of, words
from dossier.readers.works import listed_works

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TITLE = re.compile(r"<title[^<>]*>(?P<title>[^<]*)</title", re.IGNORECASE)
_SITE = re.compile(r"\s+[–—-]\s+(?P<site>[^–—-]+)$")
_REVISION = re.compile(r"(?:/revision/|[?&;]oldid=|\"wgRevisionId\":\s*)(?P<number>[1-9]\d{0,15})")
_POINT = re.compile(r"(?P<lat>-?\d{1,3}(?:\.\d+)?)\s*[;,]\s*(?P<lon>-?\d{1,3}(?:\.\d+)?)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def read_page(source: str) -> Article:
    """Return the article in a decoded HTML page: one of Wikipedia's, or any page with headings and paragraphs.

    Raises SourceError where the page holds no element.
    """
    gaps = Gaps(source)
    root = read_tree(source, gaps)
    keys, counts = marks_of(root, source)
    inline = Inline(source, gaps, keys)
    outline = Outline()
    reader = BlockReader(inline, outline)
    content = _content(root)
    title = _take_title(root, content, source, inline)
    reader.read(content)
    lead, sections = outline.close(gaps)
    templates = read_templates(content)
    works = listed_works(sections, templates)
    return Article(
        source=source,
        format="html",
        title=title if title.text else reader.bold or Passage(),
        language=_language(root, content) or language_of(words(content, source)),
        lead=lead,
        sections=sections,
        infobox=tuple(reader.infobox),
        references=(*read_notes(content, inline, works, templates, counts), *works),
        see_also=related(sections),
        external_links=external(sections),
        interlanguage=tuple(_interlanguage(root)),
        categories=tuple(dict.fromkeys(_categories(root))),
        coordinates=tuple(_coordinates(root, source)),
        media=tuple(reader.media),
        provenance=_provenance(root, source),
        gaps=gaps.all(),
    )


def _content(root: Element) -> Element:
    """Return the element that holds the article: that with the most paragraphs of those that may."""
    found = [
        node
        for node in root.iter("div", "body", "main", "article")
        if classes(node) & {"mw-parser-output", "mw-body-content"} or node.tag in ("main", "article")
    ]
    inner = [node for node in found if "mw-parser-output" in classes(node)] or found
    body = next(root.iter("body"), root)
    return max(inner, key=lambda node: sum(1 for _ in node.iter("p")), default=body)


def _take_title(root: Element, content: Element, source: str, inline: Inline) -> Passage:
    """Return the page's heading, or else its title without the site's name; a heading within is then taken out."""
    for heading in root.iter("h1"):
        passage = inline.passage(heading)
        if passage.text:
            if content in heading.iterancestors():
                heading.set("hidden", "")
            return passage
    found = _TITLE.search(source)
    builder = Builder(source)
    if found:
        site = _SITE.search(found["title"])
        inline.text(found.start("title"), found.start("title") + site.start() if site else found.end("title"), builder)
    return builder.passage(0)


def _language(root: Element, content: Element) -> str:
    metas = (meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv") == "content-language")
    for given in (content.get("lang"), root.get("lang"), *metas):
        if given and _LANGUAGE.fullmatch(str(given)):
            return str(given)
    return ""


def _interlanguage(root: Element) -> Iterator[tuple[str, str]]:
    for item in root.iter("li"):
        for link in item.iter("a") if "interlanguage-link" in classes(item) else ():
            if link.get("lang"):
                yield str(link.get("lang")), target(link)


def _categories(root: Element) -> Iterator[str]:
    for link in root.iter("link"):
        if link.get("rel") == "mw:PageProp/Category":
            yield target(link).partition("#")[0].partition(":")[2]
    for box in root.iter("div"):
        if box.get("id") == "mw-normal-catlinks":
            yield from (target(link).partition(":")[2] for item in box.iter("li") for link in item.iter("a"))


def _coordinates(root: Element, source: str) -> Iterator[Coordinates]:
    for node in root.iter("span"):
        found = _POINT.fullmatch(words(node, source)) if "geo" in classes(node) else None
        if found and abs(float(found["lat"])) <= 90 and abs(float(found["lon"])) <= 180:
            yield Coordinates(float(found["lat"]), float(found["lon"]), *span_of(node))


def _provenance(root: Element, source: str) -> Provenance:
    links = {str(link.get("rel")): str(link.get("href") or "") for link in root.iter("link")}
    url = links.get("canonical") or links.get("dc:isVersionOf") or ""
    modified = next((meta.get("content") for meta in root.iter("meta") if meta.get("property") == "dc:modified"), "")
    revision = _REVISION.search(str(root.get("about") or "")) or _REVISION.search(source)
    licences = [link for link in root.iter("a", "link") if link.get("rel") == "license"]
    title = _TITLE.search(source)
    site = _SITE.search(title["title"]) if title else None
    return Provenance(
        site=site["site"].strip() if site else "Wikipedia" if "wikipedia.org" in url else "",
        url=urljoin("https://", url) if url.startswith("//") else url,
        revision=revision["number"] if revision else "",
        modified=str(modified or ""),
        licence=next((name for link in licences if (name := words(link, source))), ""),
        licence_url=next((str(link.get("href")) for link in licences if link.get("href")), ""),
    )
