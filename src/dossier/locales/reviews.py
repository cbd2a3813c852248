"""Who has read a translation, as a translator's comment in the catalog: `# reviewed: NAME, YYYY-MM-DD`.

PO editors keep such comments. A reviewer types one, or `dossier locales review` does; the next update seals it with a
digest of text and translation, so that a later change of either makes it void.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence

from dossier.model.edition import Review

_REVIEWED = re.compile(r"reviewed: *(?P<by>[^,]*[^,\s]) *, *(?P<date>\d{4}-\d{2}-\d{2})(?: \[(?P<seal>[0-9a-f]{8})\])?")
_VOID = "was reviewed: "
_UNREVIEWED = "unreviewed"


def review_in(comments: Iterable[str], source: str, forms: Sequence[str]) -> Review | None:
    """Return the review noted in a translator's `comments`, if it is of this text and this translation."""
    for comment in comments:
        found = _REVIEWED.fullmatch(comment.strip())
        if found and _is_day(found["date"]) and found["seal"] in (None, _seal(source, forms)):
            return Review(found["by"], found["date"])
    return None


def sealed(comments: Iterable[str], source: str, forms: Sequence[str], *, fuzzy: bool) -> list[str]:
    """Return a translator's `comments` with their review sealed, or marked as past where it is void."""
    valid = None if fuzzy else review_in(comments, source, forms)
    return [_sealed(comment, valid, source, forms) if _REVIEWED.fullmatch(comment) else comment for comment in comments]


def past(comments: Iterable[str]) -> list[str]:
    """Return a translator's `comments` with their review marked as past."""
    return sealed(comments, "", (), fuzzy=True)


def reviewed(comments: Iterable[str], review: Review, source: str, forms: Sequence[str]) -> list[str]:
    """Return a translator's `comments` with `review` for what was noted before, sealed."""
    others = [comment for comment in comments if not comment.startswith(("reviewed: ", _VOID, _UNREVIEWED))]
    return sealed([*others, f"reviewed: {review.by}, {review.date}"], source, forms, fuzzy=False)


def _sealed(comment: str, valid: Review | None, source: str, forms: Sequence[str]) -> str:
    if valid is None:
        return _VOID + comment.removeprefix("reviewed: ").partition(" [")[0]
    return f"reviewed: {valid.by}, {valid.date} [{_seal(source, forms)}]"


def _seal(source: str, forms: Sequence[str]) -> str:
    return hashlib.sha256("\0".join((source, *forms)).encode()).hexdigest()[:8]


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
