"""The events of an article: what its sentences, lists, tables and infobox say happened or was to happen, each once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from dossier.extract.accounts import Account, accounts
from dossier.extract.article import LocatedDate
from dossier.extract.chronicles import boxed_accounts, listed_account, outcomes, row_accounts
from dossier.extract.clauses import Span
from dossier.extract.items import FoundEvent, FoundOrder, Origin, Words
from dossier.extract.joining import joined_accounts
from dossier.extract.sentences import sentences
from dossier.extract.wording import stem
from dossier.model.article import Article, ItemList, Paragraph, Table
from dossier.model.passage import Passage

_SHORT_ARTICLE = 80
"""The most sentences of an article whose undated deeds are all part of its story; in longer ones those of the lead."""

_WORD = re.compile(r"(?<![\w'’-])[a-z]{2,}(?!\w)")
_DEMONSTRATIVE = re.compile(r"(?:this|that|these|those|such|the (?:same|latter))\b", re.IGNORECASE)

_CONFIDENCE: dict[str, float] = {
    "sentence": 0.9, "ordered": 0.8, "undated": 0.6, "list": 0.9, "table": 0.85, "infobox": 0.9, "title": 0.9,
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
    starts = [date.start for date in dates]
    yield from boxed_accounts(article, dates)
    paragraphs = list(_paragraphs(article))
    pieces = [(origin, passage, sentences(passage), lead) for origin, passage, lead in paragraphs]
    short = sum(len(split) for _, _, split, _ in pieces) <= _SHORT_ARTICLE
    common = frozenset(found[0] for _, passage, _ in paragraphs for found in _WORD.finditer(passage.text))
    for number, (origin, passage, split, lead) in enumerate(pieces):
        for sentence in split:
            own = _dates_in(sentence.passage, dates, starts)
            cites = cites_at(passage, sentence.start, sentence.end)
            listed = listed_account(sentence, own, cites, number) if origin == "list" else None
            if listed:
                yield listed
                continue
            for account in accounts(sentence, own, cites, origin=origin, paragraph=number, in_lead=lead, common=common):
                wanted = account.named and (short or lead)
                if account.date or account.order or account.planned or wanted:
                    yield account
    yield from row_accounts(article, dates, starts)


def _paragraphs(article: Article) -> Iterator[tuple[Origin, Passage, bool]]:
    bodies = [(article.lead, True)]
    bodies += [(section.blocks, False) for section in article.walk() if section.role == "body"]
    for blocks, lead in bodies:
        for block in blocks:
            match block:
                case Paragraph(passage, quoted) if passage.runs and not quoted:
                    yield "sentence", passage, lead
                case ItemList(items):
                    for item in items:
                        if item.passage.runs and not item.term:
                            yield "list", item.passage, False
                case Table():
                    pass


def _dates_in(passage: Passage, dates: Sequence[LocatedDate], starts: Sequence[int]) -> list[tuple[Span, LocatedDate]]:
    """Return the dates that stand in a sentence with their places in it."""
    found: list[tuple[Span, LocatedDate]] = []
    for date in dates[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]:
        run = passage.runs[max(0, bisect_right(passage.runs, date.start, key=lambda run: run.start) - 1)]
        at = run.at + (date.start - run.start if run.copied else 0)
        if not date.field and passage.text.startswith(date.mention.text, at):
            found.append(((at, at + len(date.mention.text)), date))
    return found


def cites_at(paragraph: Passage, start: int, end: int) -> tuple[str, ...]:
    """Return the keys of the references that cover `start` to `end` of a paragraph.

    They are those of the marks in it, or else of the next marks behind it: a mark covers what stands before it in its
    paragraph, back to the mark before.
    """
    inside = [cite for cite in paragraph.citations if start < cite.at <= end]
    following = min((cite.at for cite in paragraph.citations if cite.at > end), default=None)
    marks = inside or [cite for cite in paragraph.citations if cite.at == following]
    return tuple(dict.fromkeys(cite.reference for cite in marks))


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
