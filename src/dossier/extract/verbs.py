"""The verbs of a clause: which words say that something was done, and which only how things stood.

English alone, by its closed classes: auxiliaries, irregular verbs, verbs of state and of speech (after Vendler, "Verbs
and times", 1957, and Levin, "English verb classes", 1993). There is no dictionary of words that are open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.extract.verb_forms import (
    ADVERBS,
    BE,
    BE_PAST,
    CLAUSE_AFTER,
    CONJUNCTIONS,
    DESCRIBING,
    DETERMINERS,
    MODALS,
    NO_VERBS,
    PARTICIPLES,
    PAST,
    PREPOSITIONS,
    PRESENT,
    PRONOUNS,
    RELATIVES,
    SAME_PAST,
    SEMI_STATES,
    SPEECH,
    STATES,
    STATES_PASSIVE,
    SUBORDINATORS,
)

_INGS = re.compile(r"[a-z]{3,}ing")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a clause and its place in the sentence."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb with its auxiliaries: tokens `first` up to `until`; `head` is the word that says what was done."""

    first: int
    until: int
    head: str
    auxiliary: str = ""
    passive: bool = False
    negated: bool = False

    @property
    def is_past(self) -> bool:
        """Whether it tells of the past."""
        return self.auxiliary not in PRESENT and self.auxiliary not in MODALS - {"would"}

    def is_deed(self, *, dated: bool) -> bool:
        """Whether it tells what was done or happened, and not how something stood or was said to be."""
        if self.passive:
            return self.head not in STATES_PASSIVE and (dated or self.head not in SEMI_STATES)
        if self.head in ("", "be") or self.auxiliary in BE or self.auxiliary in PRESENT:
            return False
        return self.head not in STATES

    @property
    def is_speech(self) -> bool:
        """Whether it tells what somebody said or held."""
        return not self.passive and self.head in SPEECH


def is_participle(low: str) -> bool:
    """Whether a word can be a past participle."""
    return low in PARTICIPLES or low in SAME_PAST or _ends_in_ed(low)


def _is_past(low: str) -> bool:
    return low in PAST or low in SAME_PAST or _ends_in_ed(low)


def _ends_in_ed(low: str) -> bool:
    return low.endswith("ed") and len(low) > 3 and low not in NO_VERBS and low.isalpha()


def is_adverb(low: str) -> bool:
    """Whether a word only says how or when, so that it may stand between a subject and its verb."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4)


def verb_groups(tokens: Sequence[Token], *, headless: bool = False) -> list[VerbGroup]:
    """Return the finite verbs of a clause; only where it is `headless` may it begin with one."""
    found: list[VerbGroup] = []
    at = 0
    while at < len(tokens):
        group = _auxiliary(tokens, at) if _is_auxiliary(tokens[at].low) else _simple(tokens, at, headless)
        if group:
            found.append(group)
        at = group.until if group else at + 1
    return found


def _is_auxiliary(low: str) -> bool:
    return low in BE_PAST or low in MODALS or low in PRESENT or low in ("had", "did")


def _auxiliary(tokens: Sequence[Token], at: int) -> VerbGroup:
    auxiliary, negated, progressive = tokens[at].low, False, False
    here = at + 1
    be = auxiliary in BE
    while here < len(tokens) and (is_adverb(tokens[here].low) or tokens[here].low in ("been", "be", "being", "have")):
        negated = negated or tokens[here].low in ("not", "never")
        be = be or tokens[here].low in ("been", "be")
        progressive = progressive or tokens[here].low == "being"
        here += 1
    word = tokens[here].low if here < len(tokens) else ""
    if be and is_participle(word):
        return VerbGroup(at, here + 1, word, auxiliary, passive=True, negated=negated)
    if be and (word == "to" or (_INGS.fullmatch(word) and not progressive)):
        return VerbGroup(at, here + 1, word, auxiliary, negated=negated)
    if be:
        return VerbGroup(at, here, "be", auxiliary, negated=negated)
    if auxiliary == "had" and not is_participle(word):
        return VerbGroup(at, at + 1, "had")
    return VerbGroup(at, here + 1, word, auxiliary, negated=negated)


def _simple(tokens: Sequence[Token], at: int, headless: bool) -> VerbGroup | None:
    low = tokens[at].low
    if not _is_past(low) or tokens[at].text[:1].isupper():
        return None
    before = at - 1
    while before >= 0 and is_adverb(tokens[before].low):
        before -= 1
    if before < 0 and not headless:
        return None
    previous = tokens[before].low if before >= 0 else ""
    if previous in DETERMINERS - {"this", "that", "all", "both", "some", "many", "most", "few"} or previous in BE:
        return None
    if previous in PREPOSITIONS or previous == "to":
        return None
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low in ("named", "called", "dubbed") and tokens[at + 1 : at + 2] and not following.islower():
        return None
    ambiguous = is_participle(low)
    if ambiguous and following in PREPOSITIONS and low in DESCRIBING:
        return None
    if ambiguous and following == "by" and low not in ("passed", "stood"):
        return None
    if ambiguous and _modifies(tokens, at):
        return None
    return VerbGroup(at, at + 1, low)


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle belongs to a noun: nouns alone, or a phrase, stand between it and the real verb."""
    if tokens[at].low in CLAUSE_AFTER:
        return False
    plain, prepositions = True, at + 1 < len(tokens) and tokens[at + 1].low in PREPOSITIONS
    for here in range(at + 1, min(len(tokens), at + 12)):
        low = tokens[here].low
        if low in CONJUNCTIONS or low in RELATIVES or low in SUBORDINATORS - PREPOSITIONS or low == "to":
            return False
        if low in BE_PAST or low == "had":
            return plain or prepositions
        if _is_past(low) and not tokens[here].text[:1].isupper() and tokens[here - 1].low not in DETERMINERS:
            after = tokens[here + 1].low if here + 1 < len(tokens) else ""
            return (here > at + 1 and plain) or (prepositions and after not in PREPOSITIONS)
        plain = plain and not (low in PREPOSITIONS or low in DETERMINERS or low in PRONOUNS or low[:1].isdigit())
    return False


def main_groups(tokens: Sequence[Token], *, headless: bool = False) -> list[VerbGroup]:
    """Return the verb of a clause and those that go on from it: "lived through the war and were then executed".

    The verb of a relative clause is none of them, nor is anything behind a conjunction that begins a clause of its own.
    """
    groups = verb_groups(tokens, headless=headless)
    if not groups:
        return []
    relative = next((at for at in range(1, groups[0].first) if _opens_relative(tokens, at)), None)
    rest = groups
    if relative is not None and not any(is_participle(token.low) for token in tokens[relative : groups[0].first]):
        rest = groups[1:]
    if not rest:
        return []
    found = [rest[0]]
    for last, group in pairwise(rest):
        between = [token.low for token in tokens[last.until : group.first]]
        ends = [at for at, low in enumerate(between) if low in CONJUNCTIONS]
        if not ends or not all(is_adverb(low) for low in between[ends[-1] + 1 :]):
            break
        found.append(group)
    return found


def _opens_relative(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low in RELATIVES and tokens[at - 1].low not in PREPOSITIONS | CONJUNCTIONS
