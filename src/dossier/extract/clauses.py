"""The main clauses of a sentence: who did what, what stands before and behind it, and which part is an aside.

Dates, quotations and brackets are masked first, so that neither "March" nor a quoted verb is taken for part of the
clause; places stay those of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from dossier.extract.verb_forms import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)
from dossier.extract.verbs import Token, VerbGroup, is_adverb, is_participle, main_groups

DATE = "\x02"
_QUOTE = "\x01"
_GONE = "\x03"
_ENCLOSED = re.compile(r"\([^()]{0,600}\)|\[[^\[\]]{0,600}\]")
_QUOTED = re.compile(r"“[^”]{0,600}”|\"[^\"]{0,600}\"|«[^»]{0,600}»")
_TOKEN = re.compile(
    rf"{DATE}+|{_QUOTE}+|\d+(?:[.,:]\d+)*(?:[-–]\d+(?:[.,]\d+)*)?|[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W_]+(?:['’.&/–-][^\W_]+)*"
    r"|(?P<stop>[,;:—]|\s[–-]\s)"
)  # fmt: skip
_ING = re.compile(r"[a-z]{3,}ing")
_LONGEST_SUBJECT = 10
_MEASURES = frozenset(
    "again once even just shortly soon long only minutes hours day days week weeks month months year years decade "
    "decades".split()
)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """A main clause. Places count in the characters of the sentence.

    `verb` is where its verb begins. `before` and `behind` are what stands before it and behind it and says when or how;
    `inner` is where subordinate words begin within it.
    """

    start: int
    end: int
    subject: Span
    verb: int
    groups: tuple[VerbGroup, ...]
    tokens: tuple[Token, ...]
    before: tuple[Span, ...] = ()
    behind: tuple[Span, ...] = ()
    inner: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two commas; `fresh` behind a mark that begins a clause of its own."""

    tokens: tuple[Token, ...]
    groups: tuple[VerbGroup, ...]
    joined: bool
    fresh: bool

    @property
    def span(self) -> Span:
        return self.tokens[0].start, self.tokens[-1].end


def masked(text: str, dates: Iterable[Span]) -> str:
    """Return `text`, as long as before, with dates, quotations and brackets blotted out."""
    marks = list(text)
    for pattern, mark in ((_QUOTED, _QUOTE), (_ENCLOSED, _GONE)):
        for found in pattern.finditer(text):
            marks[found.start() : found.end()] = mark * len(found[0])
    for start, end in dates:
        if marks[start] != _GONE:
            marks[start:end] = DATE * (end - start)
    return "".join(marks)


def clauses(text: str) -> tuple[Clause, ...]:
    """Return the main clauses of a masked sentence, in order."""
    pieces = [part for piece in _pieces(text) for part in _split(piece)]
    found: list[Clause] = []
    before: list[Span] = []
    topic: _Piece | None = None
    aside = False
    settled = 0
    for number, piece in enumerate(pieces):
        if piece.fresh:
            topic, aside, settled, before = None, False, len(found), []
        opening = len(found) == settled
        groups = piece.groups
        first = piece.tokens[0].low
        led = len(piece.tokens) > 1 and first in PREPOSITIONS and piece.tokens[1].low in RELATIVES - {"that"}
        if led or first == "of":
            aside = aside or led
            continue
        if first in RELATIVES and not (groups and first == "that" and not found):
            aside = True
            continue
        has_subject = bool(groups) and groups[0].first > 0 and not _is_adverbial(piece.tokens[: groups[0].first])
        has_subject = has_subject and not ((topic or found or before) and _is_participial(piece))
        subordinate = first in SUBORDINATORS or _counts_from(piece.tokens)
        if groups and subordinate and not _stands_alone(piece, pieces[number + 1 :], found):
            _adverbial(piece.span, found, before, opening=opening)
        elif has_subject:
            clause = _clause(piece, groups, tuple(before))
            if found and not opening and _goes_on(piece):
                clause = replace(clause, start=clause.verb, subject=found[-1].subject)
            elif topic and any(token.low == "and" for token in piece.tokens[: groups[0].first]):
                clause = replace(clause, subject=(topic.tokens[0].start, clause.subject[1]))
            found.append(clause)
            topic, aside = None, False
        elif (headless := _headless(piece)) and (topic or (piece.joined and found)):
            if topic and _is_outdone(piece, pieces[number + 1 :]):
                continue
            subject = topic.span if topic else found[-1].subject
            found.append(replace(_clause(piece, headless, tuple(before)), subject=subject))
            topic, aside = None, False
        elif _is_participial(piece):
            aside = not opening
            if opening and not topic and piece.tokens[-1].low.startswith(DATE):
                before.append(piece.span)
        elif opening and _names(piece.tokens):
            topic = topic or piece
        elif not aside:
            _adverbial(piece.span, found, before, opening=opening)
    return tuple(found)


def _counts_from(tokens: Sequence[Token]) -> bool:
    """Whether words begin like "some 17 days after" or "even after"."""
    for at in range(1, min(5, len(tokens))):
        if tokens[at].low in SUBORDINATORS:
            return tokens[at - 1].low in _MEASURES
    return False


def _names(tokens: Sequence[Token]) -> bool:
    """Whether words name what a clause can be about, behind a date perhaps: "On 25 August the battleship"."""
    at = 0
    if len(tokens) > 2 and tokens[0].low in PREPOSITIONS and tokens[1].low.startswith(DATE):
        at = 2
    return not _is_adverbial(tokens[at : at + 1]) and not _counts_from(tokens)


def _goes_on(piece: _Piece) -> bool:
    """Whether a piece ends what stood before and goes on: "they took Basra, [Fao and struck north]"."""
    at = piece.groups[0].first - 1
    while at > 0 and is_adverb(piece.tokens[at].low):
        at -= 1
    return piece.tokens[at].low in CONJUNCTIONS


def _adverbial(span: Span, found: list[Clause], before: list[Span], *, opening: bool) -> None:
    """Note what says when or how, with the clause that it stands behind, else for those to come."""
    if found and not opening:
        found[-1] = replace(found[-1], behind=(*found[-1].behind, span))
    else:
        before.append(span)


def _clause(piece: _Piece, groups: Sequence[VerbGroup], before: tuple[Span, ...]) -> Clause:
    tokens = piece.tokens
    start, end = piece.span
    verb = tokens[groups[0].first].start
    inner = [
        (tokens[at].start, end)
        for at in range(groups[0].until, len(tokens))
        if tokens[at].low in RELATIVES or (tokens[at].low in SUBORDINATORS and main_groups(tokens[at + 1 :]))
    ]
    subject = (start, tokens[groups[0].first - 1].end) if groups[0].first else (start, start)
    return Clause(start, end, subject, verb, tuple(groups), tokens, before, (), tuple(inner[:1]))


def _pieces(text: str) -> Iterator[_Piece]:
    tokens: list[Token] = []
    joined = fresh = False
    for found in _TOKEN.finditer(text):
        if not found["stop"]:
            low = found[0].lower()
            if not tokens and low in CONJUNCTIONS and not joined:
                joined = True
            else:
                tokens.append(Token(found[0], low, found.start(), found.end()))
            continue
        ends = found["stop"].strip() in (";", ":")
        if not tokens:
            fresh = fresh or ends or joined
            continue
        if len(tokens) > 1 and tokens[-1].low in CONJUNCTIONS:
            tokens.pop()
            ends = True
        yield _Piece(tuple(tokens), tuple(main_groups(tokens)), joined, fresh)
        tokens, joined, fresh = [], False, ends
    if tokens:
        yield _Piece(tuple(tokens), tuple(main_groups(tokens)), joined, fresh)


def _split(piece: _Piece) -> Iterator[_Piece]:
    """Yield the clauses of a piece that "and" joins, each with a subject of its own."""
    tokens, groups = piece.tokens, piece.groups
    for at in range(groups[0].until if groups else len(tokens), len(tokens) - 2):
        if tokens[at].low in ("and", "but"):
            rest = tuple(main_groups(tokens[at + 1 :]))
            if _begins_clause(tokens[at + 1 :], rest):
                yield _Piece(tokens[:at], tuple(main_groups(tokens[:at])), piece.joined, piece.fresh)
                yield from _split(_Piece(tokens[at + 1 :], rest, joined=True, fresh=False))
                return
    yield piece


def _begins_clause(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> bool:
    """Whether a subject and its verb follow: "a Free French official ousted", "he himself was transferred"."""
    if not groups or not 0 < groups[0].first <= _LONGEST_SUBJECT:
        return False
    subject = tokens[: groups[0].first]
    first = subject[0]
    if _is_adverbial(subject) or is_adverb(first.low) or is_participle(first.low):
        return False
    if any(token.low in RELATIVES for token in subject):
        return False
    named = first.low in DETERMINERS | PRONOUNS or first.text[:1].isupper() or first.low in PREPOSITIONS
    return named or first.text[:1].isdigit() or first.low.startswith(DATE) or bool(groups[0].auxiliary)


def _is_adverbial(tokens: Sequence[Token]) -> bool:
    """Whether words only say when or how: they are adverbs, or begin with a preposition and name nobody behind it."""
    first = tokens[0].low
    if first == "according":
        return True
    if first.startswith(DATE) or is_adverb(first):
        return all(token.low.startswith(DATE) or is_adverb(token.low) for token in tokens)
    if first not in PREPOSITIONS:
        return False
    nouns = [token for token in tokens if token.low not in PREPOSITIONS and not is_adverb(token.low)]
    return len(nouns) < 2 or len(tokens) == 1


def _is_participial(piece: _Piece) -> bool:
    """Whether a piece begins with a participle: "trained by the Germans", "arriving in June"."""
    at = next((at for at, token in enumerate(piece.tokens) if not is_adverb(token.low)), 0)
    low = piece.tokens[at].low
    return low != "according" and bool(_ING.fullmatch(low) or is_participle(low))


def _stands_alone(piece: _Piece, rest: Sequence[_Piece], found: Sequence[Clause]) -> bool:
    """Whether a piece that begins like a subordinate clause is the only clause: "After the war it was moved"."""
    same = takewhile(lambda other: not other.fresh, rest)
    return not found and piece.tokens[0].low in PREPOSITIONS and not any(other.groups for other in same)


def _is_outdone(piece: _Piece, rest: Sequence[_Piece]) -> bool:
    """Whether a later piece has the real verb: "the pact, signed on 3 June, was broken"."""
    if not _is_participial(piece):
        return False
    for other in rest:
        if _headless(other):
            return True
        if other.groups:
            return False
    return False


def _headless(piece: _Piece) -> list[VerbGroup]:
    """Return the verbs of a piece that begins with one, so that its subject stands before it."""
    groups = main_groups(piece.tokens, headless=True)
    begins = groups and all(is_adverb(token.low) for token in piece.tokens[: groups[0].first])
    return groups if begins else []
