"""Which names of a sentence are its subject, alone or together, and so did or suffered what it goes on to say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.extract.people.fates import Said, mark_after, said_after, said_around
from dossier.extract.people.mentions import Mention, joins

_NO_SUBJECT = re.compile(
    r"\b(?:if|once|unless|whether|should|of|by|with|for|to|from|against|under|between|behind|over|upon|at|on|in|into|"
    r"than|like|as|near|through|about|towards?|without|including)(?: (?:the|a|an|his|her|their|its))?(?: [a-z-]+)? $"
)
_SUBORDINATE = re.compile(
    r"(?:when|after|as|while|before|once|although|though|because|since|until|where|if)\b", re.IGNORECASE
)


def predicates(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Said]]:
    """Yield what one sentence says became of those whom it names, and what they did; `mentions` are in its order."""
    chain = 0
    for at, mention in enumerate(mentions):
        text = mention.telling.text
        if at and not joins(text[mentions[at - 1].end : mention.begin]):
            chain = at
        yield from ((mention, said) for said in said_around(text, mention.begin, mention.end))
        if mark := mark_after(text, mention.end):
            yield mention, mark
            continue
        end = end_of_subject(mentions, at)
        is_subject = not _NO_SUBJECT.search(text, 0, mentions[chain].begin)
        if is_subject and not text.startswith(("'s", "’s"), end):
            yield from ((mention, said) for said in said_after(text, end, end_of_clause(text, end)))


def end_of_clause(text: str, at: int) -> int:
    """Return where the clause ends at most: a sentence that opens with "When" has its first clause up to the comma."""
    comma = text.find(",", at) if _SUBORDINATE.match(text) else -1
    opened = comma >= 0 and "," not in text[:at]
    return comma if opened else len(text)


def end_of_subject(mentions: Sequence[Mention], at: int) -> int:
    """Return where the subject ends that the mention at `at` is part of: "X, Y and Z"; a list without "and" is none."""
    text, end = mentions[at].telling.text, mentions[at].end
    for here in range(at + 1, len(mentions)):
        between = text[mentions[here - 1].end : mentions[here].begin]
        if not joins(between):
            break
        if "and" in between.split():
            end = mentions[here].end
    return end
