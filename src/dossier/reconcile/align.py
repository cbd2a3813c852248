"""Which sentence of one version is which of the other.

Equal sentences first, in order; then, among the rest, the most alike of those that share a rare word, one to one; last,
a sentence whose neighbour's partner says what it says too. Sentences are compared with a bounded number of others, so
the work grows with the length of the texts (after Gale and Church, 1993, who align by order alone; versions of an
article move paragraphs about).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.extract.sentences import Sentence
from dossier.reconcile.words import Word, words_of

ALIKE = 58.0
"""The least likeness, in per cent, of two sentences that are taken for one."""
_CANDIDATES = 6
_RARE = 12
"""In so many sentences, at most, stands a word that is looked up."""
_SHARED = 0.4
"""The least part of a sentence's words that its neighbour's partner must have over."""
_LONGEST = 300
"""So many words of a sentence are compared."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its words, as it is compared."""

    sentence: Sentence
    words: tuple[Word, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """What its words are compared by."""
        return tuple(word.key for word in self.words)


def lines_of(sentences: Sequence[Sentence]) -> tuple[Line, ...]:
    """Return the sentences that hold a word, each with its words."""
    lines = (Line(sentence, words_of(sentence.text)[:_LONGEST]) for sentence in sentences)
    return tuple(line for line in lines if line.words)


def align(first: Sequence[Line], second: Sequence[Line]) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Return which lines of `first` and `second` belong together, by number, in the order of `first`.

    Mostly one and one; several on one side where the other says the same in one sentence. A line that has no partner
    is in no pair.
    """
    pairs = _equal(first, second)
    taken = set(pairs.values())
    scored = sorted(_scored(first, second, pairs, taken), key=lambda s: (-s[0], abs(s[1] - s[2]), s[1]))
    for _, a, b in scored:
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    groups = [([a], [b]) for a, b in sorted(pairs.items())]
    _join(groups, first, second, 0)
    _join(groups, second, first, 1)
    return tuple((tuple(sorted(a)), tuple(sorted(b))) for a, b in groups)


def _equal(first: Sequence[Line], second: Sequence[Line]) -> dict[int, int]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, line in enumerate(second):
        places[line.keys].append(number)
    for numbers in places.values():
        numbers.reverse()
    return {number: found.pop() for number, line in enumerate(first) if (found := places.get(line.keys))}


def _scored(
    first: Sequence[Line], second: Sequence[Line], pairs: dict[int, int], taken: set[int]
) -> list[tuple[float, int, int]]:
    from rapidfuzz import fuzz

    index: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(second):
        if number not in taken:
            for key in {word.key for word in line.words if word.content}:
                index[key].append(number)
    scored = []
    for a, line in enumerate(first):
        if a in pairs:
            continue
        shared = Counter(
            b
            for key in {word.key for word in line.words if word.content}
            if len(index.get(key, ())) <= _RARE
            for b in index.get(key, ())
        )
        for b, _ in shared.most_common(_CANDIDATES):
            ours, theirs = " ".join(line.keys), " ".join(second[b].keys)
            score = max(fuzz.ratio(ours, theirs), 0.9 * fuzz.token_sort_ratio(ours, theirs))
            if score >= ALIKE:
                scored.append((score, a, b))
    return scored


def _join(groups: list[tuple[list[int], list[int]]], ours: Sequence[Line], theirs: Sequence[Line], side: int) -> None:
    """Add to a group the line beside it whose words its partner has over."""
    owner = {number: group for group in groups for number in group[side]}
    for number, line in enumerate(ours):
        if number in owner:
            continue
        for beside in (number - 1, number + 1):
            group = owner.get(beside)
            if group is None:
                continue
            told = {word.key for member in group[side] for word in ours[member].words}
            over = {w.key for member in group[1 - side] for w in theirs[member].words if w.content} - told
            own = {word.key for word in line.words if word.content}
            # A name that both have already is no leftover, but it may stand in both for a second time.
            also = own & {w.key for member in group[1 - side] for w in theirs[member].words}
            if own and own & over and len(also) >= max(2, _SHARED * len(own)):
                group[side].append(number)
                owner[number] = group
                break
