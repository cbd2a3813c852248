"""Plain prose without markup: paragraphs, and short lines between blank lines as headings."""

from __future__ import annotations

from dossier.model.article import Article
from dossier.model.passage import Passage
from dossier.readers.gaps import Gaps
from dossier.readers.language import language_of
from dossier.readers.lines import is_heading, split
from dossier.readers.outline import external, related
from dossier.readers.plain import PlainOutline, marked, provenance
from dossier.readers.works import listed_works


def read_prose(source: str) -> Article:
    """Return the article in a decoded `source` of prose; a short first line before the story is its title."""
    gaps = Gaps(source)
    lines = split(source)
    origin, skip = provenance(source, lines)
    body = PlainOutline(source, lines, gaps)
    title = Passage()
    first = next((number for number, line in enumerate(lines) if line.text and number not in skip), 0)
    for number, line in enumerate(lines):
        if number in skip:
            continue
        alone = number + 1 == len(lines) or not lines[number + 1].text
        if not (alone and is_heading(lines, number)):
            body.line(line)
        elif number == first and not line.text.isdecimal():
            title = marked(source, line.start, line.end, gaps)
        else:
            body.open(None, line.start, line.end)
    lead, sections = body.close()
    return Article(
        source=source,
        format="prose",
        title=title,
        language=language_of(source),
        lead=lead,
        sections=sections,
        references=listed_works(sections),
        see_also=related(sections),
        external_links=external(sections),
        provenance=origin,
        gaps=gaps.all(),
    )
