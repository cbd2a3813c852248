"""The bibliography that an article lists under its references."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model.article import ItemList, Reference, Section


def listed_works(sections: Sequence[Section]) -> tuple[Reference, ...]:
    """Return the items of lists under "References" and "Further reading" as works, with keys w1, w2, ..."""
    items = [
        item
        for outer in sections
        for section in outer.walk()
        if section.role in ("references", "further-reading")
        for block in section.blocks
        if isinstance(block, ItemList)
        for item in block.items
        if item.passage.text
    ]
    return tuple(Reference(f"w{number}", "work", item.passage) for number, item in enumerate(items, 1))
