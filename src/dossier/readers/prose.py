"""Plain prose without markup: paragraphs, and short lines between blank lines as headings."""

from __future__ import annotations

from dossier.model.article import Article
from dossier.model.passage import Passage
from dossier.readers.gaps import Gaps
from dossier.readers.lines import is_heading, split
from dossier.readers.plain import PlainOutline, marked, plain_article, provenance


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
    return plain_article(source, "prose", title, body.close(), origin, gaps)
