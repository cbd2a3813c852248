"""Where in a text a date stands: paragraph, sentence, brackets, and the words before it that say how it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dossier.extract.dates.lexer import Kind, Tokens
from dossier.extract.dates.lexicon import ABOUT, PERHAPS
from dossier.extract.dates.mention import Relation
from dossier.extract.dates.phrases import Calendar, Term

_SHORT_FORMS = frozenset("gen col lt maj capt sgt adm cmdr st dr mr mrs no vs c ca".split())
_YEARLY = frozenset("annually yearly usually traditionally".split())
_EVERY_YEAR = {("every", "year"), ("each", "year")}
_WORDS_BACK = 8
_DETERMINERS = frozenset("the a an its his her their this that".split())
_RELATIONS: dict[str, Relation] = {
    "by": "by", "before": "before", "after": "after", "since": "since", "until": "until", "till": "until",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a date stands. `aside` means that it is named in passing, `recurring` that it comes round every year."""

    start: int
    paragraph: int
    sentence: int
    aside: bool
    recurring: bool
    relation: Relation
    approximate: bool
    uncertain: bool


class Layout:
    """The paragraph and sentence of each token, and how many brackets are open there."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._places: list[tuple[int, int, int]] = []
        paragraph = sentence = depth = 0
        for at in range(len(tokens)):
            self._places.append((paragraph, sentence, depth))
            token = tokens[at]
            if token.kind is Kind.BREAK:
                paragraph, sentence, depth = paragraph + 1, sentence + 1, 0
            elif token.kind is not Kind.MARK:
                continue
            elif token.low in "()":
                depth = depth + 1 if token.low == "(" else max(0, depth - 1)
            elif _ends_sentence(tokens, at):
                sentence += 1

    def setting(self, term: Term) -> Setting:
        """Return where a term stands."""
        tokens, at = self._tokens, term.first
        paragraph, sentence, depth = self._places[at]
        before = at - 2 if tokens[at - 1].low == "." and tokens[at - 2].low in ("c", "ca") else at - 1
        about = tokens[before].low in ABOUT
        before = before - 1 if about else before
        relation = _RELATIONS.get(tokens[before].low, "at")
        perhaps = PERHAPS & {tokens[before].low, tokens[before - 1].low}
        bare = isinstance(term.phrase, Calendar) and not (term.phrase.month or term.phrase.season)
        attribute = tokens[at - 1].low in _DETERMINERS and tokens[term.stop].kind is Kind.WORD
        aside = bare and (depth > 0 or attribute or relation == "since")
        recurring = self._recurs(at, sentence)
        return Setting(tokens[at].start, paragraph, sentence, aside, recurring, relation, about, bool(perhaps))

    def _recurs(self, at: int, sentence: int) -> bool:
        """Whether its sentence says that a date comes round: usually held on 1 September; every year on 14 July."""
        first = max(at - _WORDS_BACK, 0)
        words = [self._tokens[here].low for here in range(first, at) if self._places[here][1] == sentence]
        return not _YEARLY.isdisjoint(words) or not _EVERY_YEAR.isdisjoint(pairwise(words))


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].low not in (".", "!", "?") or after.glued or not after.text[:1].isupper():
        return False
    return before.low not in _SHORT_FORMS and not (len(before.text) == 1 and before.text.isupper())
