"""The events of an article: what its sentences, lists, tables and infobox say happened or was to happen, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dossier.extract.accounts import Account, accounts
from dossier.extract.article import LocatedDate
from dossier.extract.chronicles import boxed_accounts, listed_account, outcomes, row_accounts
from dossier.extract.items import FoundEvent, FoundOrder, Words
from dossier.extract.joining import joined_accounts
from dossier.extract.kinds import is_nationality
from dossier.extract.paragraphs import Dates, cites_at, told_paragraphs
from dossier.extract.sentences import sentences
from dossier.extract.wording import stem, stems
from dossier.model.article import Article
from dossier.model.passage import Passage

_SHORT_ARTICLE = 80
"""The most sentences of an article whose undated deeds are all part of its story; in longer ones those of the lead."""

_WORD = re.compile(r"(?<![\w'’-])[a-z]{2,}(?!\w)")
_OPENING = re.compile(r"(?:^|[.!?][\"”]? )([A-Z][a-z]+s)(?!\w)")
_NAMED = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]+")
_DEMONSTRATIVE = re.compile(r"(?:this|that|these|those|such|the (?:same|latter))\b", re.IGNORECASE)

# Measured on the annotated articles for what sentences tell (67 of 69, 13 of 16, 30 of 34); the rest are estimates.
_CONFIDENCE: dict[str, float] = {
    "sentence": 0.95, "ordered": 0.8, "undated": 0.85, "list": 0.9, "table": 0.85, "infobox": 0.9, "title": 0.9,
}  # fmt: skip


def find_events(article: Article, dates: Sequence[LocatedDate]) -> tuple[FoundEvent, ...]:
    """Return the events of `article`, whose dates are `dates`, in the order of the source.

    Deeds with a date or an order are events wherever they are told; others only in the lead, or where the article is
    short. An order is kept where a sentence gives it; that one paragraph follows another is none.
    """
    told = list(_told(article, dates))
    kept = joined_accounts(told, article.title.text, outcomes(article))
    names = {id(account): f"event-{number}" for number, (account, _) in enumerate(kept, 1)}
    return tuple(
        _event(account, also, names[id(account)], _anchor(number, kept, names))
        for number, (account, also) in enumerate(kept)
    )


def _told(article: Article, dates: Sequence[LocatedDate]) -> Iterator[Account]:
    """Yield what the article tells; of the undated, what belongs to its story."""
    index = Dates(dates)
    yield from boxed_accounts(article, dates)
    pieces = [(told, sentences(told.passage)) for told in told_paragraphs(article)]
    short = sum(len(split) for _, split in pieces) <= _SHORT_ARTICLE
    common = _common(told.passage.text for told, _ in pieces)
    subject = stems(article.title.text)
    for number, (told, split) in enumerate(pieces):
        for sentence in split:
            own = index.inside(sentence.passage)
            cites = cites_at(told.passage, sentence.start, sentence.end)
            listed = listed_account(sentence, own, cites, number) if told.origin == "list" else None
            if listed:
                yield listed
                continue
            undated = short or told.in_lead
            for account in accounts(
                sentence, own, cites, origin=told.origin, paragraph=number, in_lead=told.in_lead,
                common=common, undated=undated, subject=subject,
            ):  # fmt: skip
                if account.date or account.order or account.planned or (undated and account.named):
                    yield account
    yield from row_accounts(article, index)


def _common(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that the article writes small, and plurals that have a capital only where a sentence begins."""
    small: set[str] = set()
    opening: set[str] = set()
    named: set[str] = set()
    for text in texts:
        small.update(found[0] for found in _WORD.finditer(text))
        opening.update(found[1].lower() for found in _OPENING.finditer(text))
        named.update(found[0].lower() for found in _NAMED.finditer(text))
    return frozenset(small | {word for word in opening - named if not is_nationality(word.removesuffix("s"))})


def _anchor(number: int, kept: Sequence[tuple[Account, tuple[Account, ...]]], names: dict[int, str]) -> str:
    """Return the id of the event that an order counts from, or an empty text where it is not told."""
    account = kept[number][0]
    order = account.order
    if order is None:
        return ""
    if account.before is not None:
        return next(
            (
                names[id(other)]
                for other, _ in reversed(kept[:number])
                if other.passage is account.passage and other.start == account.before
            ),
            "",
        )
    earlier = [other for other, _ in kept[:number] if account.paragraph - other.paragraph in (0, 1)]
    anchor = account.passage.text[slice(*order.anchor)]
    if not anchor.strip() or _DEMONSTRATIVE.match(anchor.strip()):
        return names[id(earlier[-1])] if earlier else ""
    wanted = stem(anchor.split()[-1] if len(anchor.split()) < 4 else anchor.split()[1])
    nearest = [other for other, _ in (*reversed(kept[:number]), *kept[number + 1 :]) if other.head == wanted]
    return names[id(nearest[0])] if nearest else ""


def _event(account: Account, also: tuple[Account, ...], name: str, anchor: str) -> FoundEvent:
    order = None
    if account.order:
        named = account.order.anchor[0] < account.order.anchor[1] and account.before is None
        at = account.order.anchor if named else account.order.span
        order = FoundOrder(account.order.side, _words(account.passage, *at), anchor)
    kind = account.origin if account.origin != "sentence" or account.date else "ordered" if order else "undated"
    return FoundEvent(
        id=name,
        title=account.title,
        words=_words(account.passage, account.start, account.end),
        origin=account.origin,
        date=account.date,
        order=order,
        planned=account.planned,
        place=account.place,
        cites=account.cites,
        confidence=_CONFIDENCE[kind],
        also=tuple(_words(other.passage, other.start, other.end) for other in also),
    )


def _words(passage: Passage, start: int, end: int) -> Words:
    return Words(passage.text[start:end], *passage.quotable_range(start, end))
