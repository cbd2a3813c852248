"""The cleaned shape: `= Title =`, an `Infobox` list of `- Key: value`, and `==Sections==` of plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dossier.model.article import Article, Field
from dossier.model.passage import Passage
from dossier.readers.gaps import Gaps
from dossier.readers.lines import Line, is_title_of_section, split
from dossier.readers.plain import PlainOutline, marked, plain_article, provenance

HEADING = re.compile(r"(?P<marks>={1,6})\s*(?P<words>[^=\s](?:.*[^=\s])?)\s*(?P=marks)")
_FIELD = re.compile(r"-\s+(?P<name>[^:]{1,80}?)\s*:\s*(?P<value>.*)")


def read_cleaned(source: str) -> Article:
    """Return the article in a decoded `source` of the cleaned shape."""
    gaps = Gaps(source)
    lines = split(source)
    origin, skip = provenance(source, lines)
    infobox, fields = _infobox(source, lines, gaps)
    skip |= infobox
    body = PlainOutline(source, lines, gaps)
    title = Passage()
    for number, line in enumerate(lines):
        if number in skip:
            continue
        if heading := HEADING.fullmatch(line.text):
            start, end = line.start + heading.start("words"), line.start + heading.end("words")
            if len(heading["marks"]) == 1 and not title.text:
                title = marked(source, start, end, gaps)
            else:
                body.open(max(2, len(heading["marks"])), start, end)
        elif is_title_of_section(lines, number):
            body.open(2, line.start, line.end)
        else:
            body.line(line)
    return plain_article(source, "cleaned", title, body.close(), origin, gaps, infobox=fields)


def _infobox(source: str, lines: Sequence[Line], gaps: Gaps) -> tuple[set[int], tuple[Field, ...]]:
    """Return the numbers of the infobox's lines, and its fields; a line without a key goes on with the value."""
    first = next((number for number, line in enumerate(lines) if line.text.lower() == "infobox"), None)
    if first is None:
        return set(), ()
    last = next((number for number in range(first, len(lines)) if not lines[number].text), len(lines))
    starts = [number for number in range(first + 1, last) if _FIELD.fullmatch(lines[number].text)]
    fields = []
    for start, after in pairwise([*starts, last]):
        line = lines[start]
        if found := _FIELD.fullmatch(line.text):
            value = marked(source, line.start + found.start("value"), lines[after - 1].end, gaps, whole=True)
            if value.text:
                fields.append(Field(found["name"], value))
            else:
                gaps.add("empty-field", line.start, line.end, f"“{found['name']}” is blank")
    return set(range(first, last)), tuple(fields)
