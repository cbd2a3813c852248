"""Accounts of one deed, joined: the lead, the infobox and a later sentence often tell the same thing again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dossier.extract.accounts import Account
from dossier.extract.clauses import Span
from dossier.extract.when import bounds, edtf_of
from dossier.extract.wording import stem, stems
from dossier.model.passage import Passage

_ALIKE_IN_SUMMARY = 0.4
_ALIKE = 0.6
_MOST_LOOKED_AT = 40
_SUBJECT = stem("happened")
_HAPPENED = frozenset(stem(word) for word in ("occurred", "took", "fought", "held", "happened", "began", "lasted"))


def joined_accounts(
    told: Sequence[Account], title: str, outcomes: Sequence[tuple[Passage, Span]]
) -> list[tuple[Account, tuple[Account, ...]]]:
    """Return each deed once, by its fullest account, with the others that tell it, in the order of the source.

    Two accounts tell one deed where their dates agree, one perhaps less finely, and most of their words are the same;
    the lead and the infobox tell the body's deeds in short. All that plans call for is one thing planned.
    """
    whole = [account for account in told if account.origin == "infobox"]
    lead = [account for account in told if account.origin != "infobox" and account.in_lead]
    body = [account for account in told if account.origin != "infobox" and not account.in_lead]
    shelf = _Shelf(title)
    for account in (*body, *lead, *whole):
        shelf.add(account)
    for passage, (start, end) in outcomes:
        shelf.tell_again(passage, start, end)
    return sorted(shelf.kept, key=lambda kept: kept[0].passage.source_range(kept[0].start, kept[0].end))


class _Shelf:
    """The deeds so far, by the years in which they can have happened."""

    def __init__(self, title: str) -> None:
        self._name = title
        self._title = stems(title)
        self._deeds: list[tuple[Account, list[Account]]] = []
        self._years: dict[int, list[int]] = defaultdict(list)
        self._undated: list[int] = []
        self._planned: int | None = None

    @property
    def kept(self) -> list[tuple[Account, tuple[Account, ...]]]:
        """Each deed with the other accounts of it."""
        return [(account, tuple(also)) for account, also in self._deeds]

    def add(self, account: Account) -> None:
        """Join an account to the deed that it tells, or put it beside the others."""
        if account.planned and not account.date and self._planned is not None:
            self._deeds[self._planned][1].append(account)
            return
        same = next((at for at in self._near(account) if self._is_same(self._deeds[at][0], account)), None)
        if same is None:
            self._place(account)
            return
        first, also = self._deeds[same]
        if account.origin == "infobox" and account.title == self._name:
            self._deeds[same] = (account, [*also, first])
        elif first.date is None and account.date is not None:
            self._deeds[same] = (replace(first, date=account.date, order=None), [*also, account])
        else:
            also.append(account)

    def tell_again(self, passage: Passage, start: int, end: int) -> None:
        """Note words of the infobox with the deed that they tell again, if there is one."""
        words = stems(passage.text[start:end])
        best = max(range(len(self._deeds)), key=lambda at: len(words & self._deeds[at][0].stems), default=None)
        if best is None:
            return
        account = self._deeds[best][0]
        shared = len(words & account.stems)
        if shared > 1 and shared >= len(words) * _ALIKE_IN_SUMMARY:
            self._deeds[best][1].append(replace(account, passage=passage, start=start, end=end, origin="infobox"))

    def _place(self, account: Account) -> None:
        at = len(self._deeds)
        self._deeds.append((account, []))
        years = _years(account)
        if account.planned and not account.date:
            self._planned = at
        if not years:
            self._undated.append(at)
        for year in years:
            self._years[year].append(at)

    def _near(self, account: Account) -> list[int]:
        years = _years(account)
        near = [at for year in years for at in self._years[year][-_MOST_LOOKED_AT:]]
        if not years and account.in_lead:
            near = list(range(max(0, len(self._deeds) - _MOST_LOOKED_AT * 5), len(self._deeds)))
        return [*near, *self._undated[-_MOST_LOOKED_AT:]]

    def _is_same(self, account: Account, other: Account) -> bool:
        if account.planned != other.planned or not _agree(account, other):
            return False
        if other.origin == "infobox" and other.title == self._name:
            return account.in_lead and account.head in _HAPPENED and bool(self._title & account.stems)
        if _SUBJECT in (account.head, other.head):
            return False
        shared = len(account.stems & other.stems)
        least = min(len(account.stems), len(other.stems))
        if account.date is None and other.date is not None:
            close = account.head == other.head and shared > 1 and shared >= least * _ALIKE
            return close and other.origin != "infobox"
        if other.in_lead or account.in_lead:
            alike = shared > 1 or (other.origin == "infobox" and other.head in account.stems | {account.head})
            return alike and (shared >= least * _ALIKE_IN_SUMMARY or other.origin == "infobox")
        return account.head == other.head and shared > 1 and shared >= least * _ALIKE


def _years(account: Account) -> range | tuple[int, ...]:
    """Return the years in which a deed can have happened, the first and the last where there are many."""
    days = bounds(account.date) if account.date else None
    if days is None:
        return ()
    first, last = days[0][0], days[1][0]
    return range(first, last + 1) if last - first < 3 else (first, last)


def _agree(account: Account, other: Account) -> bool:
    """Whether two dates can be of one deed: the same, or one within the other, or one is not told."""
    if account.date is None or other.date is None:
        return account.in_lead or other.in_lead or (account.date is None and other.date is None)
    if edtf_of(account.date) == edtf_of(other.date):
        return True
    days, others = bounds(account.date), bounds(other.date)
    if days is None or others is None or not (account.in_lead or other.in_lead):
        return False
    return (days[0] <= others[0] and others[1] <= days[1]) or (others[0] <= days[0] and days[1] <= others[1])
