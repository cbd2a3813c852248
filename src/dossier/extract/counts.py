"""Strengths and losses: how many people, where an article says so, and whether the parts add up to the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.extract.article import LocatedDate, article_dates
from dossier.extract.boxed_counts import boxed_counts
from dossier.extract.counted import Counted, CountKind, written
from dossier.extract.items import FoundCount
from dossier.extract.kinds import BODIES, MONTHS, is_nationality
from dossier.extract.paragraphs import Dates, cites_at, told_paragraphs
from dossier.extract.sentences import LONGEST, Sentence, sentences
from dossier.extract.units.strengths import NUMBER, PEOPLE, figure, strength_of
from dossier.model.article import Article

LOST = (
    r"killed|wounded|injured|dead|died|captured|missing|drowned|executed|massacred|murdered|hanged|interned|arrested|"
    r"perished|casualties|fatalities|deaths|taken prisoner|slain|hospitali[sz]ed|hurt|shot(?: dead)?"
)
"""What became of people who are counted as losses."""

_NUMBERED = rf"(?<![\w.,/:$£€-]){NUMBER}"
_COUNTED = re.compile(
    rf"{_NUMBERED} (?P<between>(?:(?:of )?[^\W\d]['\w’&-]* ){{0,4}}?)(?:(?:were|was|had been|have been) (?:\w+ly )?)?"
    rf"(?P<noun>{PEOPLE}|{LOST})(?![\w-])",
    re.IGNORECASE,
)
_EACH = re.compile(r",? (?:in )?(?:each|apiece)\b", re.IGNORECASE)
_GROUPS = re.compile(
    r"(?P<times>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<groups>[\w -]{2,40}?s),? "
    r"(?:(?:of|with|each of|numbering) )?$",
    re.IGNORECASE,
)
_DEALT = re.compile(
    r"\b(?:kill|wound|injur|captur|execut|arrest|murder|massacr|intern|hang|los|lost)(?:ed|ing|e|)?\s+(?:of )?$"
    r"|\b(?:loss|death|deaths|execution|arrest|murder|killing) of\s+$",
    re.IGNORECASE,
)
_BECAME = re.compile(
    rf"(?:\s*\([^)]{{0,60}}\)|, [^,;.]{{2,80}},)?,? (?:who )?(?:were|was|had been|have been)? ?(?P<lost>{LOST})\b",
    re.IGNORECASE,
)
_MADE_OF = re.compile(
    r",?\s*(?:(?:which )?(?:consisting|composed|made up|comprised) of|comprising|numbering|totall?ing|of|with)?\s*$"
)
_GROUP_NAME = re.compile(
    r"(?<!\w)(?:the|an?|one) (?:(?!(?:had|has|have|was|were|and|the|an?) )(?:\([\w ]+\)|[\w'’&/-]+) (?:of (?:the )?)?)"
    r"{0,6}[\w'’-]+$",
    re.IGNORECASE,
)
_LONGEST_NAME = 90
_NO_ADJECTIVES = frozenset("the a an was were had have has by to as in on at with who that which and or".split())
_GENERAL = frozenset("people persons men personnel members hands souls".split())
_WHOSE = re.compile(
    r"(?P<who>(?:[Tt]he )?[A-Z][\w-]+(?: [\w-]+){0,2}?(?: side)?)(?: (?:had|have))? (?:lost|suffered|sustained)\b"
)
_OPENS = re.compile(r"[:(]")
_REST = re.compile(r"\b(?:rest|remainder|remaining|others?|including|among)\b", re.IGNORECASE)
_IN_PROSE = 0.85


def find_counts(article: Article, dates: Sequence[LocatedDate] | None = None) -> tuple[FoundCount, ...]:
    """Return the strengths and losses of `article`: of its infobox, then of its sentences, parts behind their whole.

    `dates` are those of the article, where they are known already.

    In sentences only people are counted; in the infobox whatever it counts, by its own words.
    """
    index = Dates(article_dates(article) if dates is None else dates)
    found = list(boxed_counts(article, index))
    for told in told_paragraphs(article):
        for sentence in sentences(told.passage):
            if len(sentence.text) <= LONGEST and _COUNTED.search(sentence.text):
                spans = [span for span, _ in index.inside(sentence.passage)]
                found += _of_sentence(sentence, spans, cites_at(told.passage, sentence.start, sentence.end))
    return written(found)


def _of_sentence(sentence: Sentence, dates: Sequence[tuple[int, int]], cites: tuple[str, ...]) -> list[Counted]:
    counts = list(_counted(sentence, masked_dates(sentence.text, dates), cites))
    return _summed(counts, sentence.text)


def masked_dates(text: str, dates: Sequence[tuple[int, int]]) -> str:
    """Return `text`, as long as before, with its dates blotted out, so that a year is no count."""
    letters = list(text)
    for start, end in dates:
        letters[start:end] = "\x02" * (end - start)
    return "".join(letters)


def _counted(sentence: Sentence, text: str, cites: tuple[str, ...]) -> Iterator[Counted]:
    """Yield each number of people in a sentence whose dates are blotted out."""
    for found in _COUNTED.finditer(text):
        before, noun = text[: found.start()], found["noun"]
        lost_before = _DEALT.search(before[-24:])
        lost_after = _BECAME.match(text, found.end())
        is_loss = re.fullmatch(LOST, noun, re.IGNORECASE) is not None
        each = _EACH.match(text, found.end())
        groups = _GROUPS.search(before[-60:]) if each else None
        strength = strength_of(found, figure(groups["times"]) if groups else 1)
        between = [word.lower() for word in found["between"].split()]
        if not strength or not _NO_ADJECTIVES.isdisjoint(between) or (between and between[0] in MONTHS):
            continue
        kind: CountKind = "casualties" if is_loss or lost_before or lost_after else "strength"
        start = found.start() - len(groups[0]) if groups else found.start()
        end = each.end() if each else lost_after.end() if lost_after else found.end()
        label = f"{found['between']}{noun}"
        if groups:
            label = groups["groups"]
        elif lost_before:
            label, start = f"{lost_before[0].strip()} {label}", found.start() - len(lost_before[0])
        elif lost_after:
            label = f"{label} {lost_after['lost']}"
        elif label.lower() in _GENERAL:
            named = _named_before(text, found.start())
            name = _MADE_OF.sub("", text[named : found.start()])
            if not BODIES.isdisjoint(name.lower().split()):
                label, start = name, named
        side = _side(f"{found['between']}{noun}", before)
        place = " ".join(label.replace("\x02", "").split())[:120]
        yield Counted(kind, place, side, strength, sentence.passage, start, end, cites, _IN_PROSE)


def _named_before(text: str, at: int) -> int:
    """Return where the name of a group begins that its number follows: "the group of radio operators, 20 people"."""
    until = _MADE_OF.search(text, max(0, at - 30), at)
    found = _GROUP_NAME.search(text, max(0, at - _LONGEST_NAME), until.start() if until else at)
    return found.start() if found else at


def _side(words: str, before: str) -> str:
    """Return whose people they are: "Polish soldiers", "The Poles had lost 15 men"; empty where it is not said."""
    own = [word for word in words.split() if word[:1].isupper() and is_nationality(word.lower())]
    if own:
        return " ".join(own)
    owner = [found["who"] for found in _WHOSE.finditer(before)]
    return owner[-1] if owner else ""


def _summed(counts: list[Counted], text: str) -> list[Counted]:
    """Return the counts with those behind a colon or in brackets as parts of the one before it."""
    for at, whole in enumerate(counts[:-1]):
        opens = _OPENS.search(text, whole.end)
        if not opens or opens.start() > counts[at + 1].start:
            continue
        shut = text.find(")", opens.end()) if opens[0] == "(" else -1
        until = shut if shut >= 0 else len(text)
        parts = tuple(count for count in counts[at + 1 :] if count.start >= opens.end() and count.end <= until)
        if len(parts) > 1 and whole.kind == parts[0].kind:
            left_out = _REST.search(text, opens.start(), until) is not None
            rest = [count for count in counts[at + 1 :] if count not in parts]
            return [*counts[:at], replace(whole, parts=parts, whole=not left_out), *_summed(rest, text)]
    return counts
