"""Orders of battle: lists and tables of units, in which nesting states who is under whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.extract.tellings import Telling
from dossier.extract.units.formations import Formation, formations_in
from dossier.model.article import Article, Block, Cell, ItemList, Paragraph, Table
from dossier.model.passage import Passage

_ORDER = re.compile(
    r"\borders? of battle\b|\borbat\b|\b(?:opposing|opponents?|allied|axis|union|confederate|enemy)? ?forces\b|"
    r"\bunits\b|"
    r"\borgani[sz]ation of\b|\bcomposition\b|\bparticipa(?:nts|ting)\b|\bdeployment\b",
    re.IGNORECASE,
)
_UNIT_COLUMN = re.compile(
    r"\b(?:units?|formations?|army|corps|divisions?|brigades?|regiments?|battalions?|ships?)\b", re.IGNORECASE
)
_ENTRY = re.compile(
    r"(?P<name>[^\W\d_][^(),;:\n–—]{2,70}?\b(?:[Dd]ivision|[Bb]rigade|[Rr]egiment|[Bb]attalion|[Cc]orps|[Aa]rmy|"
    r"[Cc]ompany|[Ss]quadron|"
    r"[Gg]roup|[Ff]orces?|[Uu]nits?|[Gg]uards?|[Mm]ilitia|[Pp]olice|[Bb]attery|[Ll]egion|[Gg]arrison|[Cc]avalry|"
    r"[Ii]nfantry|[Aa]rtillery))"
    r"(?=$|[(),;:\n]| [–—-])"
)
_OPENING = 16
"""How far into an item its unit may begin, in characters: "* The US 34th Division"."""
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Listed:
    """A unit of an order of battle, and the unit that it is listed under; `end` is where the item ends."""

    telling: Telling
    name: str
    start: int
    end: int
    under: Listed | None
    side: str


def listed_units(article: Article) -> Iterator[Listed]:
    """Yield the units of the lists and tables of an article that are orders of battle, in order.

    They are so by their heading or caption, or because most of their items begin with the name of a unit.
    """
    number = -1
    yield from _of_blocks(article, article.lead, named=False, side="", number=number)
    order_level = 0
    for section in article.walk():
        heading = section.heading.text.strip()
        if section.role != "body":
            continue
        if order_level and section.level <= order_level:
            order_level = 0
        side = heading if order_level else ""
        if _ORDER.search(heading):
            order_level = order_level or section.level
            side = ""
        number -= 1
        yield from _of_blocks(article, section.blocks, named=bool(order_level), side=side, number=number)


def _of_blocks(article: Article, blocks: Sequence[Block], *, named: bool, side: str, number: int) -> Iterator[Listed]:
    head: Listed | None = None
    for block in blocks:
        match block:
            case ItemList():
                units = list(_of_list(article, block, head, named=named or head is not None, side=side, number=number))
                yield from units
                head = units[-1] if len(block.items) == 1 and block.items[0].term and units else None
            case Table():
                yield from _of_table(article, block, named=named, side=side, number=number)
            case Paragraph():
                head = None


def _of_list(
    article: Article, block: ItemList, head: Listed | None, *, named: bool, side: str, number: int
) -> Iterator[Listed]:
    found = [(item, _unit_of(item.passage.text, named=named)) for item in block.items]
    units = sum(unit is not None for _, unit in found)
    lone = len(found) == 1 and found[0][0].term
    if not units or (not named and not lone and (units < 2 or 2 * units < len(found))):
        return
    above: list[tuple[int, Listed | None]] = [(-1, head)]
    for item, unit in found:
        level = 0 if item.term else min(item.level, _DEEPEST)
        while above[-1][0] >= level:
            above.pop()
        telling = Telling(article.source, item.passage, "list", number)
        one = (
            Listed(telling, unit.name, unit.start, unit.end, above[-1][1], side) if unit and item.passage.runs else None
        )
        if one:
            yield one
        above.append((level, one or (above[-1][1] if not item.term else None)))


def _unit_of(text: str, *, named: bool) -> Formation | None:
    first = next(formations_in(text[:200]), None)
    if first and first.start <= _OPENING and "\n" not in text[: first.start]:
        return first
    entry = _ENTRY.match(text) if named else None
    return Formation(entry["name"], 0, entry.end()) if entry else None


def _of_table(article: Article, table: Table, *, named: bool, side: str, number: int) -> Iterator[Listed]:
    named = named or _ORDER.search(table.caption.text) is not None
    rows = table.rows
    heads = [cell.passage.text.strip() for cell in rows[0]] if rows and all(cell.header for cell in rows[0]) else []
    for row in rows:
        for at, cell in enumerate(row):
            label = (
                heads[at] if at < len(heads) and len(row) == len(heads) and not _UNIT_COLUMN.search(heads[at]) else side
            )
            lists = [block for block in cell.blocks if isinstance(block, ItemList)]
            yield from _of_blocks(article, lists, named=named, side=label, number=number)
    columns = [at for at, head in enumerate(heads) if _UNIT_COLUMN.search(head)]
    if columns:
        yield from _of_columns(article, rows[1:], columns, named=named, side=side, number=number)


def _of_columns(
    article: Article, rows: Sequence[Sequence[Cell]], columns: Sequence[int], *, named: bool, side: str, number: int
) -> Iterator[Listed]:
    """Yield the units of a table with columns for them: a unit is under that of the column before, in the same row."""
    spans: dict[int, tuple[int, Listed | None]] = {}
    for row in rows:
        cells = iter(row)
        under: Listed | None = None
        for column in range(columns[-1] + 1):
            left, kept = spans.get(column, (0, None))
            if left:
                spans[column] = (left - 1, kept)
                under = kept if column in columns and kept else under
                continue
            cell = next(cells, None)
            if cell is None:
                break
            one = (
                _cell_unit(article, cell.passage, under, named=named, side=side, number=number)
                if column in columns
                else None
            )
            spans[column] = (min(cell.rows, len(rows)) - 1, one)
            if one:
                yield one
                under = one


def _cell_unit(
    article: Article, passage: Passage, under: Listed | None, *, named: bool, side: str, number: int
) -> Listed | None:
    unit = _unit_of(passage.text, named=named)
    if unit is None or not passage.runs:
        return None
    return Listed(Telling(article.source, passage, "table", number), unit.name, unit.start, unit.end, under, side)
