"""The notes of a page: their numbers, words, templates, and the works that short ones point at."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dossier.model.article import Reference, Template
from dossier.readers.webpage.inline import NOTE, Inline, target
from dossier.readers.webpage.tree import classes, span_of, start_of, words
from dossier.readers.webpage.vocabulary import MARKS
from dossier.readers.wikitext.reader import plain
from dossier.readers.works import within

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LOCATOR = re.compile(r"\bpp?\.\s*(?P<pages>[^.;]+)")
_NUMBERING = re.compile(r"\b(?:lower|upper)-(?:alpha|roman|greek)\b")
_COINS = {
    "rft.btitle": "title", "rft.atitle": "title", "rft.title": "title", "rft.jtitle": "journal", "rft.date": "date",
    "rft.place": "location", "rft.pub": "publisher", "rft.isbn": "isbn", "rft.pages": "pages", "rft.volume": "volume",
    "rft.issue": "issue", "rft.aulast": "last", "rft.aufirst": "first", "rft.au": "author", "rft.edition": "edition",
    "rft.series": "series", "rft_id": "url",
}  # fmt: skip


def marks_of(root: Element, source: str) -> tuple[dict[str, str], Counter[str]]:
    """Return the key of each note by the id of its list item, as its mark prints it, and how many marks it has."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    for mark in root.iter("sup"):
        for link in mark.iter("a") if classes(mark) & MARKS else ():
            note = target(link).partition("#")[2]
            if note.startswith(NOTE):
                counts[note] += 1
                _name(note, _NUMBERING.sub("note", words(link, source).strip("[] ")), keys, taken)
    return keys, counts


def _name(note: str, key: str, keys: dict[str, str], taken: set[str]) -> str:
    """Return the key of a note; one that another note has already gives way to the note's own id."""
    if note not in keys:
        keys[note] = key if key and key not in taken else note
        taken.add(keys[note])
    return keys[note]


def read_notes(
    root: Element, inline: Inline, works: Sequence[Reference], templates: Sequence[Template], counts: Mapping[str, int]
) -> Iterator[Reference]:
    """Yield the notes of a page in the order of its lists; marks and back-references that do not add up are gaps."""
    works_at = dict(_anchors(root))
    taken = set(inline.keys.values())
    items = {str(item.get("id")): item for item in root.iter("li") if str(item.get("id")).startswith(NOTE)}
    for number, (note, item) in enumerate(items.items(), 1):
        key = _name(note, str(number), inline.keys, taken)
        body = next((node for node in item.iter("span") if "reference-text" in " ".join(classes(node))), item)
        text = inline.passage(body)
        start, end = span_of(item)
        pointer = next((link.target.partition("#")[2] for link in text.links if "#CITEREF" in link.target), "")
        work = _work(works, works_at.get(pointer))
        locator = _LOCATOR.search(text.text) if pointer else None
        letters = tuple(words(link, inline.source) for link in item.iter("a") if "#cite_ref" in target(link))
        if pointer and not work:
            inline.gaps.add("unknown-work", start, end, f"no work is listed for “{text.text}”")
        if not text.text:
            inline.gaps.add("empty-reference", start, end, f"reference {key} has no text")
        if letters and counts[note] != len(letters):
            message = f"reference {key} has {len(letters)} back-references, but {counts[note]} marks"
            inline.gaps.add("mark-count", start, end, message)
        yield Reference(
            key=key,
            kind="short" if pointer else "reference" if key.isdecimal() else "note",
            text=text,
            number=int(key) if key.isdecimal() else None,
            letters=letters if len(letters) > 1 else (),
            work=work,
            locator=locator["pages"].strip() if locator else "",
            templates=within(templates, start, end),
        )


def _anchors(root: Element) -> Iterator[tuple[str, int]]:
    for node in root.iter():
        name = node.get("id") if isinstance(node.tag, str) else None
        if name and name.startswith("CITEREF"):
            yield name, start_of(node)


def _work(works: Sequence[Reference], start: int | None) -> str:
    """Return the key of the work that stands at `start`; works are in the order of their places."""
    if start is None:
        return ""
    index = bisect_right(works, start, key=lambda work: work.text.start) - 1
    return works[index].key if index >= 0 and start <= works[index].text.end else ""


def read_templates(root: Element) -> list[Template]:
    """Return the citation templates of a page by their places: Parsoid's own, or what COinS metadata tell of them."""
    found = []
    for node in root.iter():
        if isinstance(node.tag, str) and "citation" in classes(node):
            start, end = span_of(node)
            name, params = _parsoid(node) or _coins(node)
            if params:
                found.append(Template(name, tuple(params.items()), start, end))
    return sorted(found, key=lambda template: template.start)


def _parsoid(node: Element) -> tuple[str, dict[str, str]] | None:
    """Return the template in `data-mw`, as <https://www.mediawiki.org/wiki/Specs/HTML#Transclusions> has it."""
    try:
        called = json.loads(node.get("data-mw") or "")["parts"][0]["template"]
        params = {str(name): plain(value["wt"]) for name, value in called["params"].items()}
        return " ".join(called["target"]["wt"].lower().split()), params
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return None


def _coins(node: Element) -> tuple[str, dict[str, str]]:
    """Return what the COinS element after a citation says (OpenURL 1.0, Z39.88-2004)."""
    params: dict[str, str] = {}
    metadata = next((after for after in node.itersiblings() if isinstance(after.tag, str)), None)
    if metadata is not None and "Z3988" in classes(metadata):
        authors = 0
        for name, value in parse_qsl(metadata.get("title") or ""):
            param = _COINS.get(name, "")
            if param == "author":
                authors += 1
                params[f"author{authors}"] = value
            elif param:
                params.setdefault(param, value)
    return "citation", params
