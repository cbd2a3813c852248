"""Finishing for screen and archive: PDF/UA-1 and PDF/A-3a in one file.

WeasyPrint 70 writes the variant pdf/a-3a; its tags show no more of the HTML than element names, picture titles and
links. So a template keeps to these conventions, and finishing does the rest:

body        Its children are <main>, <section>, <article> or <div>: a nameless element right below the document is
            taken for the area of the footnotes. <html> has lang, <head> a <title>. Headings skip no level.
figures     <div class="plate"><svg><title>ALT</title>geometry</svg><span>label</span>...</div>, in a <figure> with
            its <figcaption>. The div becomes the Figure with the Alt; the labels stay text, in the order of the spans.
decoration  An inline <svg> without <title> becomes an artifact. An <img> has an alt, never an empty one.
pages       Running heads and page numbers stand in margin boxes, without links; they become pagination artifacts.
tables      Column heads in <thead>, a row's head as <th scope="row">. Rows are not broken across pages.
lists       <dl> groups each <dt> with its <dd> in a <div>, or has them side by side.
footnotes   `float: footnote` on an inline element makes a Note with its label and an ID. For a link at the call:
            <a href="#n1"><object class="note" id="n1">...</object></a>, as only an <object> lets a note hold links.
links       <a href>, with words in it: they become the link's description. No leader(): every dot would be read out.
languages   <a lang="ru" href="lang:ru">: WeasyPrint tags no languages, so a link marks them, and only its Lang is kept.
            In a right-to-left page the same is done for left-to-right words, with dir="ltr".
text        No opacity on an element with words: tags do not reach into the group that WeasyPrint makes of it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

import pikepdf
from pikepdf import Array, Dictionary, Name

from dossier.errors import TypesettingError
from dossier.pdf.bidi import is_right_to_left
from dossier.pdf.document import opened, written
from dossier.pdf.marks import LAYOUT, PAGINATION, MarkedStream
from dossier.pdf.structure import Content, read_tree
from dossier.pdf.tagging import (
    ParentTree,
    drop_decoration,
    index_identifiers,
    replace_texts,
    settle_links,
    tag_definitions,
    tag_figures,
    tag_languages,
    tag_notes,
    tag_table_heads,
)
from dossier.pdf.unicode import has_right_to_left
from dossier.pdf.words import Words
from dossier.pdf.xmp import claim_pdfua


def finish_screen(pdf: bytes) -> bytes:
    """Return WeasyPrint's PDF (variant pdf/a-3a) so that it conforms to PDF/UA-1 as well, and can be read out.

    Its glyphs say what they are by now: see `tell_glyphs`. The same bytes give the same bytes. Raises TypesettingError
    where the PDF was written without tags, a title or a language.
    """
    with opened(pdf) as document:
        tree = read_tree(document)
        if tree is None or "/Metadata" not in document.Root:
            raise TypesettingError("the PDF was written without tags", hint="write it with pdf_variant='pdf/a-3a'")
        language = _described(document)
        parents = ParentTree.of(document)
        streams = [MarkedStream(page, len(parents.page(number))) for number, page in enumerate(document.pages)]
        elements = tuple(tree.walk())
        decoration = drop_decoration(elements, parents)
        tag_figures(document, elements, parents)
        tag_table_heads(elements)
        tag_definitions(elements)
        tag_languages(elements)
        tag_notes(tree)
        index_identifiers(document, elements)
        words = Words(document, streams, language)
        settle_links(document, elements, parents, words.of)
        if has_right_to_left(document):
            replace_texts(document, elements, parents, words.reordered(tree))
        reached = {content for element in elements for content in element.contents} - decoration
        _mark_artifacts(document, streams, parents, reached, decoration)
        _settle_catalog(document, language)
        return written(document, version="1.7")


def _described(document: pikepdf.Pdf) -> str:
    """Return the document's language; raise TypesettingError where it has none, or no title."""
    language = str(document.Root.get("/Lang", ""))
    if not language:
        raise TypesettingError("the page has no language", hint="give its <html> element a lang attribute")
    if not str(document.trailer.get("/Info", Dictionary()).get("/Title", "")).strip():
        raise TypesettingError("the page has no title", hint="give it a <title>")
    return language


def _mark_artifacts(
    document: pikepdf.Pdf,
    streams: Sequence[MarkedStream],
    parents: ParentTree,
    reached: Set[Content],
    decoration: Set[Content],
) -> None:
    """Mark as artifacts what the tree does not reach: margin boxes and decoration."""
    for number, stream in enumerate(streams):
        contents = (Content(number, mcid) for mcid in range(len(parents.page(number))))
        artifacts = [content for content in contents if content not in reached]
        for content in artifacts:
            parents.assign(content, None)
        kinds = {content.mcid: LAYOUT if content in decoration else PAGINATION for content in artifacts}
        stream.rewrite(document, kinds)


def _settle_catalog(document: pikepdf.Pdf, language: str) -> None:
    document.Root.Metadata = claim_pdfua(document)
    if is_right_to_left(language):
        document.Root.ViewerPreferences.Direction = Name.R2L
    if "/AF" in document.Root:  # WeasyPrint lists each attachment twice
        document.Root.AF = Array({file.objgen: file for file in document.Root.AF}.values())
