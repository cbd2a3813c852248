"""Kerning that is too tight, taken out of a font: what it does to a space, an apostrophe and the end of a quotation.

PT Sans takes half of the space away before an opening quotation mark, and in Ukrainian a letter runs into the
apostrophe before it. Of the rules in a lookup of GPOS the first that knows a pair holds: rules of our own, which move
nothing, are put before those of the font. Tables and their fields are those of the OpenType specification, GPOS.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from struct import pack, unpack_from

_PAIRS, _EXTENSION = 2, 9
_FILTERED = 0x10
"""The flag of a lookup that names a set of marks behind its subtables."""
_SPACES = frozenset(" \u00a0")
_APOSTROPHE = "\u2019"
_CLOSING, _LOW = frozenset("“”’‘"), frozenset(".,…")


@cache
def loosened(content: bytes) -> bytes:
    """Return a font file with its kerning, save where that is too tight."""
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    with TTFont(BytesIO(content), lazy=True, recalcTimestamp=False, recalcBBoxes=False) as font:
        glyphs = {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}
        table = DefaultTable("GPOS")
        table.data = _with_rule(font.reader["GPOS"], _rule(_pairs(glyphs)))
        font["GPOS"] = table
        loose = BytesIO()
        font.save(loose, reorderTables=None)
    return loose.getvalue()


def _pairs(glyphs: Mapping[str, int]) -> dict[int, list[int]]:
    """Return the glyphs that stand as the font has them after each glyph, in the order of their numbers."""
    letters = [c for c in glyphs if "\u0400" <= c <= "\u052f"]
    pairs: dict[int, set[int]] = {}
    for first, glyph in glyphs.items():
        seconds = set(glyphs if first in _SPACES else _SPACES)
        seconds |= set(letters) if first == _APOSTROPHE else set()
        seconds |= _LOW if first in _CLOSING else set()
        pairs.setdefault(glyph, set()).update(glyphs[second] for second in seconds if second in glyphs)
    return {glyph: sorted(pairs[glyph]) for glyph in sorted(pairs)}


def _rule(pairs: Mapping[int, Iterable[int]]) -> bytes:
    """Return a subtable (PairPosFormat1) that knows `pairs` and moves none of them; sets that agree are kept once."""
    coverage = pack(">HH", 1, len(pairs)) + b"".join(pack(">H", first) for first in pairs)
    sets = [tuple(seconds) for seconds in pairs.values()]
    start, places, body = 10 + 2 * len(sets), dict[tuple[int, ...], int](), coverage
    for seconds in dict.fromkeys(sets):
        places[seconds] = start + len(body)
        body += pack(">H", len(seconds)) + b"".join(pack(">H", second) for second in seconds)
    return pack(">5H", 1, start, 0, 0, len(sets)) + b"".join(pack(">H", places[each]) for each in sets) + body


def _with_rule(gpos: bytes, rule: bytes) -> bytes:
    """Return the table `gpos` with `rule` first in each of its lookups of pairs.

    The old table is kept whole behind a new list of lookups, whose subtables point into it from any distance.
    """
    version, scripts, features, lookups = unpack_from(">I3H", gpos)
    (count,) = unpack_from(">H", gpos, lookups)
    old = [_lookup(gpos, lookups + at) for at in unpack_from(f">{count}H", gpos, lookups + 2)]
    sizes = [6 + (kind == _PAIRS) * 10 + 10 * len(places) + 2 * len(marks) for kind, _, marks, places in old]
    start = 10 + 2 + 2 * count
    base = start + sum(sizes)
    rule_at = base + len(gpos)
    offsets, tables = [], b""
    for kind, flag, marks, places in old:
        at = start + len(tables)
        targets = [*([rule_at] if kind == _PAIRS else []), *(base + place for place in places)]
        head = 6 + 2 * len(targets) + 2 * len(marks)
        inner = [head + 8 * n for n in range(len(targets))]
        offsets.append(at - 10)
        tables += pack(f">{3 + len(inner) + len(marks)}H", _EXTENSION, flag, len(targets), *inner, *marks)
        tables += b"".join(pack(">HHI", 1, kind, to - at - here) for to, here in zip(targets, inner, strict=True))
    header = pack(">I3H", version & 0xFFFF0000, base + scripts, base + features, 10)
    return header + pack(f">{1 + count}H", count, *offsets) + tables + gpos + rule


def _lookup(gpos: bytes, at: int) -> tuple[int, int, tuple[int, ...], tuple[int, ...]]:
    """Return the kind of the lookup at `at`, its flag, its set of marks where it has one, and its subtables' places."""
    kind, flag, count = unpack_from(">3H", gpos, at)
    places = tuple(at + offset for offset in unpack_from(f">{count}H", gpos, at + 6))
    marks = unpack_from(">H", gpos, at + 6 + 2 * count) if flag & _FILTERED else ()
    if kind == _EXTENSION:
        kinds = {unpack_from(">H", gpos, place + 2)[0] for place in places}
        places = tuple(place + unpack_from(">I", gpos, place + 4)[0] for place in places)
        (kind,) = kinds or {kind}
    return kind, flag, marks, places
