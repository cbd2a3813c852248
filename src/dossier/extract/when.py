"""When a clause says that something happened: which of the dates in its sentence is its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.extract.article import LocatedDate
from dossier.extract.clauses import Clause, Span
from dossier.extract.verb_forms import SUBORDINATORS
from dossier.extract.wording import is_attribute
from dossier.model.dates import Span as Interval

_CLEFT = re.compile(
    r"(?P<it>It was (?:not until|only (?:on|in|after)|on|in|during|at) )(?:the )?\x02[^;]{0,200}?(?P<that>\bthat )",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:than|like|unlike)(?: \w+){0,2}\s*$", re.IGNORECASE)


def date_of(clause: Clause, dates: Sequence[tuple[Span, LocatedDate]], mask: str) -> LocatedDate | None:
    """Return the date of a clause: its own, else one that stands before or behind it; not one that it counts from."""
    own = (clause.start, min((start for start, _ in clause.inner if _holds_apart(mask, start)), default=clause.end))
    for area in (own, clause.subject, *reversed(clause.before), *clause.behind):
        apart = area in clause.before and _counts_from(mask[slice(*area)])
        apart = apart or (area in clause.behind and _says_why(mask[slice(*area)]))
        for (start, end), date in dates:
            if area[0] <= start < area[1] and not apart and tells_when(date, mask, start, end):
                return date
    return None


def _holds_apart(mask: str, start: int) -> bool:
    return mask[start:].split(" ", 1)[0].lower() not in ("when", "as")


def _says_why(words: str) -> bool:
    first = words.split(" ", 1)[0].lower()
    return first in SUBORDINATORS and first != "when"


def _counts_from(words: str) -> bool:
    return (
        words.split(" ", 1)[0].lower() in ("after", "before", "since", "until", "following") and len(words.split()) > 4
    )


def tells_when(date: LocatedDate, mask: str, start: int, end: int) -> bool:
    """Whether a date says when something happened: not "since 1921", not "the 1939 treaty"."""
    mention = date.mention
    relation = "at" if mask[:start].isspace() else mention.relation
    if mention.value is None or relation not in ("at", "by") or mention.side:
        return False
    return not (is_attribute(mask, start, end) or _COMPARED.search(mask, max(0, start - 30), start))


def edtf_of(date: LocatedDate) -> str:
    """Return the EDTF value of a date, of the whole range where it is one end of it."""
    return date.mention.range.value.edtf if date.mention.range else date.mention.edtf or ""


def bounds(date: LocatedDate) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    """Return the first and the last day that a date can mean; None where an end is open."""
    value = date.mention.range.value if date.mention.range else date.mention.value
    if value is None:
        return None
    first, last = value.earliest, value.latest
    return (first, last) if first and last and not (isinstance(value, Interval) and first > last) else None


def uncleft(mask: str) -> str:
    """Return a sentence like "It was not until 28 April that they left" as "28 April, they left", as long as before."""
    cleft = _CLEFT.match(mask)
    if not cleft:
        return mask
    start, end = cleft.span("it")
    that = cleft.start("that")
    return " " * (end - start) + mask[end:that] + ",   " + mask[that + 4 :]
