"""What a sentence tells: each deed with its date, its order, and whether it was only planned.

A sentence that tells how things stood, what somebody thought of them, or what is so today, tells none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.extract.article import LocatedDate
from dossier.extract.clause_sense import is_background, is_named, place_of
from dossier.extract.clauses import Clause, Span, clauses, masked
from dossier.extract.items import Origin
from dossier.extract.orders import OrderPhrase, named_deed, order_of
from dossier.extract.sentences import LONGEST, Sentence
from dossier.extract.verb_forms import PRONOUNS, RELATIVES
from dossier.extract.verbs import VerbGroup
from dossier.extract.when import date_of, tells_when, uncleft
from dossier.extract.wording import one_line, stem, stems
from dossier.model.passage import Passage

_ORDERED = re.compile(
    r"\b(?:after|before|following|upon|prior|then|subsequently|afterwards?|thereafter|survived|outlived|lived through|"
    r"called for|provided for|envisaged|envisioned|foresaw|was to|were to|was for)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?<!\w)(?:plans?|orders?|directives?|schemes?|proposals?|blueprint|designs?|strategy)(?: \w+){0,4}$",
    re.IGNORECASE,
)
_CALLS_FOR = re.compile(
    r"(?:had |also )*(?:called for|provided for|envisaged|envisioned|foresaw|was to|were to|was for)\s"
)
_TO_COME = re.compile(
    r"(?:was|were|had been|is|are)\s+(?:\w+ly\s+)?(?:(?:scheduled|planned|slated)\s+(?:for|to)\s|"
    r"due\s+(?:for|on|in|to be|to begin)\s|to\s+(?!the\b|an?\b|\w+ed\b|[A-Z])[a-z])"
)
_OUTLIVED_TO = re.compile(r"(?:survived|outlived|lived through)[^,;]{2,60}?\bto be (?P<deed>\w+)")
_AIM = re.compile(r"\b(?:goal|aim|purpose|objective|intention|idea)s?\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s?\x03+")
_HEDGE = re.compile(
    r"(?:according to|reportedly|allegedly|supposedly|apparently|perhaps|probably|possibly)\b", re.IGNORECASE
)
_ONLY_CAME = frozenset("came occurred happened".split())


@dataclass(frozen=True, slots=True)
class Account:
    """A deed as one place tells it: its clause from `start` to `end` in `passage`, and the stems to know it by.

    `paragraph` counts paragraphs. `named` says that its subject is somebody or something definite. `before` is where
    the clause begins that this deed is ordered by.
    """

    title: str
    passage: Passage
    start: int
    end: int
    origin: Origin
    date: LocatedDate | None
    order: OrderPhrase | None
    planned: bool
    place: str
    cites: tuple[str, ...]
    head: str
    stems: frozenset[str]
    paragraph: int
    in_lead: bool
    named: bool = True
    before: int | None = None


def accounts(
    sentence: Sentence,
    dates: Sequence[tuple[Span, LocatedDate]],
    cites: tuple[str, ...],
    *,
    origin: Origin,
    paragraph: int,
    in_lead: bool,
    common: frozenset[str],
    undated: bool,
    subject: frozenset[str],
) -> Iterator[Account]:
    """Yield what a sentence tells. `dates` have their places in it; `common` are the words an article writes small.

    Where the `undated` is not wanted, a sentence without a date is read only if it may give an order or a plan.
    `subject` are the stems of the article's title.
    """
    text = sentence.text
    if len(text) > LONGEST or not (dates or undated or _ORDERED.search(text)):
        return
    mask = uncleft(masked(text, (span for span, date in dates if date.mention.value is not None)))
    open_dates = [(span, date) for span, date in dates if mask[span[0]] == "\x02"]
    last: tuple[Clause, Account] | None = None
    for clause in clauses(mask):
        date = date_of(clause, open_dates, mask)
        if date and _is_only_carried(clause, date, open_dates) and _orders_itself(mask, clause):
            date = None
        dated = date is not None
        group = next((group for group in clause.groups if group.is_deed(dated=dated) and group.is_past), None)
        if group and group.is_speech and any(other is date and span[0] > clause.verb for span, other in open_dates):
            date = None
        defines = group is None and in_lead and _defines(text, clause, subject)
        if defines and not date:
            date = next(
                (other for span, other in open_dates if _is_own(clause, span, mask) and tells_when(other, mask, *span)),
                None,
            )
        account = _told(text, mask, clause, group, date, sentence, cites, common, open_dates, defines=defines)
        if account is None:
            continue
        account = replace(account, origin=origin, paragraph=paragraph, in_lead=in_lead)
        if last and clause.subject == last[0].subject and account.date == last[1].date and not account.order:
            last = last[0], _gone_on(text, mask, last, clause)
            continue
        if last:
            yield last[1]
        last = clause, account
        deed = named_deed(mask, clause)
        about = text[slice(*clause.subject)].lower()
        if deed and deed.deed and not account.planned and about not in PRONOUNS:
            yield account
            yield _deed_apart(text, mask, clause, deed, account)
            last = None
    if last:
        yield last[1]


def _defines(text: str, clause: Clause, subject: frozenset[str]) -> bool:
    """Whether a clause says what the article's subject was: "The Carnation Revolution was a military coup"."""
    about = stems(text[slice(*clause.subject)])
    return bool(subject) and subject <= about and clause.groups[0].head in ("be", "a", "an", "the", "one")


def _is_own(clause: Clause, span: Span, mask: str) -> bool:
    """Whether a date stands in a clause or in its relative words, and not in another that says why or as what."""
    word = next((mask[start:].split(" ", 1)[0].lower() for start, _ in clause.inner if start < span[0]), "that")
    return clause.start <= span[0] < clause.end and word in RELATIVES


def _is_only_carried(clause: Clause, date: LocatedDate, dates: Sequence[tuple[Span, LocatedDate]]) -> bool:
    """Whether a date stands before the clause and not in it."""
    return any(other is date and span[0] < clause.start for span, other in dates)


def _orders_itself(mask: str, clause: Clause) -> bool:
    order = order_of(mask, clause)
    return order is not None and order.span[0] >= clause.start - len("subsequently ")


def _gone_on(text: str, mask: str, last: tuple[Clause, Account], clause: Clause) -> Account:
    """Return the account of a clause with what the next says of its subject: "analysed, and approved it"."""
    before, account = last
    joint = (
        text.rfind(" ", 0, max(before.end, clause.verb - 1))
        if text[before.end : clause.verb].strip(" ,")
        else clause.verb
    )
    spans = [before.subject, (before.verb, _end(mask, before)), (max(before.end, joint), _end(mask, clause))]
    end = _full_end(mask, clause)
    return replace(
        account, title=one_line(text, mask, spans), end=end, stems=account.stems | stems(text[clause.verb : end])
    )


def _told(
    text: str,
    mask: str,
    clause: Clause,
    group: VerbGroup | None,
    date: LocatedDate | None,
    sentence: Sentence,
    cites: tuple[str, ...],
    common: frozenset[str],
    open_dates: Sequence[tuple[Span, LocatedDate]],
    *,
    defines: bool,
) -> Account | None:
    """Return what a clause tells, None where that is no deed; one that `defines` the article's subject tells that."""
    subject = text[clause.subject[0] : clause.subject[1]]
    spans: list[Span] = [clause.subject, (clause.verb, _end(mask, clause))]
    order = order_of(mask, clause)
    planned, named = False, is_named(subject, common)
    head = group.head if group else ""
    rest = mask[clause.verb : clause.end]
    first_word = subject.split(" ")[0].lower() if subject else ""
    outlived = _OUTLIVED_TO.search(mask, clause.verb, clause.end)
    calls = _CALLS_FOR.match(rest)
    if calls and (_PLAN.search(subject) or first_word == "it"):
        planned, head, named = True, "planned", True
        spans = [(clause.verb + calls.end(), _end(mask, clause))]
    elif date and _TO_COME.match(rest) and not _AIM.search(subject):
        planned, head = True, "planned"
    elif defines and date and clause.groups and clause.groups[0].is_past:
        head, spans, named = "happened", [clause.subject], True
    elif outlived:
        head = outlived["deed"]
        spans = [clause.subject, (outlived.start("deed"), _end(mask, clause))]
    elif group is None:
        return None
    elif group is not clause.groups[0] and (group.auxiliary or not clause.groups[0].auxiliary):
        spans[1] = (_at(clause, group), spans[1][1])
    elif head in _ONLY_CAME and order:
        spans = [clause.subject]
    if not planned and not subject.strip():
        return None
    if not planned and is_background(text, clause, group, date, first_word):
        return None
    for phrase in (order, named_deed(mask, clause)):
        if phrase:
            spans = [part for span in spans for part in _without(span, phrase.span)]
    hedges = [span for span in clause.before if _HEDGE.match(text, *span)]
    title = one_line(text, mask, (*hedges, *spans))
    pronoun = subject.lower() in PRONOUNS and head in _ONLY_CAME | {"taken", "took", "held"} and len(title.split()) < 4
    if len(title) < 4 or " " not in title or pronoun:
        return None
    start, end = _full_start(clause, date, order, open_dates), _full_end(mask, clause)
    pieces = _without((clause.start, end), order.span) if order else [(clause.start, end)]
    gist = stems(" ".join(text[first:last] for first, last in pieces))
    return Account(
        title, sentence.passage, start, end, "sentence", date, None if date else order, planned,
        place_of(mask, clause), cites, stem(head), gist - stems(date.mention.text) if date else gist,
        0, in_lead=False, named=named,
    )  # fmt: skip


def _at(clause: Clause, group: VerbGroup) -> int:
    return clause.tokens[group.first].start


def _end(mask: str, clause: Clause) -> int:
    """Return where the title of a clause ends: before words that only say why, while what, or which."""
    for start, _ in clause.inner:
        word = mask[start:].split(" ", 1)[0].lower()
        if word not in ("that", "whether", "as"):
            return start
    return clause.end


def _full_start(
    clause: Clause, date: LocatedDate | None, order: OrderPhrase | None, dates: Sequence[tuple[Span, LocatedDate]]
) -> int:
    """Return where the words of a deed begin: its subject, or its date or order where that comes first."""
    told = [span[0] for span, other in dates if other is date]
    told += [order.span[0]] if order and not date else []
    leading = [start for start, end in clause.before if any(start <= at < end for at in told)]
    return min((clause.start, clause.subject[0], *leading))


def _full_end(mask: str, clause: Clause) -> int:
    """Return where the words of a deed end: behind what says when or how, and behind a bracket that follows."""
    end = max((end for _, end in clause.behind), default=clause.end)
    bracket = _BRACKET.match(mask, end)
    return bracket.end() if bracket else end


def _without(span: Span, hole: Span) -> Iterator[Span]:
    if hole[1] <= span[0] or hole[0] >= span[1]:
        yield span
        return
    if span[0] < hole[0]:
        yield span[0], hole[0]
    if hole[1] < span[1]:
        yield hole[1], span[1]


def _deed_apart(text: str, mask: str, clause: Clause, deed: OrderPhrase, main: Account) -> Account:
    """Return the deed that the words of an order tell: "after being transferred to their custody"."""
    start, end = deed.deed or deed.anchor
    possessed = deed.deed == deed.anchor
    spans = [(start, end)] if possessed else [clause.subject, (start, end)]
    return replace(
        main,
        title=one_line(text, mask, spans),
        start=deed.span[0],
        end=deed.span[1],
        date=None,
        order=replace(deed, side="before" if deed.side == "after" else "after"),
        head=stem(text[start:end].split(" ", maxsplit=1)[0]),
        stems=stems(text[start:end]),
        before=main.start,
        place="",
    )
