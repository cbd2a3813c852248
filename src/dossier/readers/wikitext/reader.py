"""The reader of wikitext."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from dossier.errors import SourceError
from dossier.model.article import Article, passages
from dossier.model.passage import Passage
from dossier.readers.gaps import Gaps
from dossier.readers.language import language_of
from dossier.readers.outline import Outline, external, related
from dossier.readers.wikitext.blocks import BlockReader
from dossier.readers.wikitext.inline import Inline
from dossier.readers.wikitext.markup import parse
from dossier.readers.wikitext.templates import write_template
from dossier.readers.works import listed_works

_REDIRECT = re.compile(
    r"\s*#(?:redirect|weiterleitung|redirection|перенаправление)\s*:?\s*\[\[([^\]|]{1,200})", re.IGNORECASE
)
_SAMPLE = 100
_NAMES = ("conflict", "name", "title", "document_name", "event", "event_name", "battle_name", "operation")


def read_wikitext(source: str) -> Article:
    """Return the article in decoded wikitext. The title is the first bold words of the lead, or the infobox's.

    Raises SourceError for a page that only leads to another.
    """
    if redirect := _REDIRECT.match(source):
        raise SourceError(f"this page only leads to “{redirect[1]}”", hint="Give the text of that article.")
    gaps = Gaps(source)
    inline = Inline(source, gaps, write_template)
    reader = BlockReader(inline)
    outline = Outline()
    reader.read(parse(source, gaps), outline)
    lead, sections = outline.close(gaps)
    inline.templates.sort(key=lambda template: template.start)
    works = listed_works(sections, inline.templates)
    named = (field.value for name in _NAMES for field in reader.infobox if field.name.lower() == name)
    article = Article(
        source=source,
        format="wikitext",
        title=reader.title or next(named, Passage()),
        language="und",
        lead=lead,
        sections=sections,
        infobox=tuple(reader.infobox),
        references=(*inline.footnotes.references(works, inline.templates, gaps), *works),
        see_also=related(sections),
        external_links=external(sections),
        interlanguage=tuple(inline.interlanguage),
        categories=tuple(inline.categories),
        coordinates=tuple(inline.coordinates),
        media=tuple(inline.media),
        gaps=gaps.all(),
    )
    sample = (passage.text for block in islice(article.blocks(), _SAMPLE) for passage in passages(block))
    return replace(article, language=language_of("\n".join(sample)))


def plain(wikitext: str) -> str:
    """Return the words of a little wikitext, such as an argument of a template."""
    gaps = Gaps(wikitext)
    return Inline(wikitext, gaps, write_template).text(parse(wikitext, gaps))
