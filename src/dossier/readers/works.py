"""The bibliography that an article lists under its references."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from dossier.model.article import ItemList, Paragraph, Reference, Section, Template
from dossier.model.passage import Passage


def listed_works(sections: Sequence[Section], templates: Sequence[Template] = ()) -> tuple[Reference, ...]:
    """Return the items listed under "References" and "Further reading" as works, with keys w1, w2, ...

    `templates` are the citation templates of the source, by place; a paragraph is a work where one stands in it.
    """
    found: list[Reference] = []
    for passage, is_item in _entries(sections):
        own = within(templates, passage.start, passage.end)
        if passage.text and (own or is_item):
            found.append(Reference(f"w{len(found) + 1}", "work", passage, templates=own))
    return tuple(found)


def _entries(sections: Sequence[Section]) -> Iterator[tuple[Passage, bool]]:
    for outer in sections:
        for section in outer.walk():
            for block in section.blocks if section.role in ("references", "further-reading") else ():
                if isinstance(block, ItemList):
                    yield from ((item.passage, not item.term) for item in block.items)
                elif isinstance(block, Paragraph):
                    yield block.passage, False


def within(templates: Sequence[Template], start: int, end: int) -> tuple[Template, ...]:
    """Return those of `templates`, which are in the order of their places, that stand in `start` to `end`."""
    first = bisect_right(templates, start, key=lambda template: template.end)
    last = bisect_left(templates, end, key=lambda template: template.start)
    return tuple(templates[first:last])
