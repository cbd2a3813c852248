"""A clause in one line: its own words, shortened by cutting, and the stems by which two lines are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dossier.extract.clauses import DATE, Span
from dossier.extract.verb_forms import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from dossier.extract.verbs import is_adverb

_LONGEST = 110
_LONGEST_TURN = 160
_TURNS = re.compile(r"\b(?:but|not|never|without|failed)\b")
"""Words that take back what stands before them, so that nothing is cut there."""
_BRACKETS = re.compile("\x03+")
_BEFORE_MARK = re.compile(r" ([,;.])")
_DATED = re.compile(
    rf"(?<!\w)(?:(?:on|in|at|by|during|from|until|since|between|around|over)\s+)?(?:about\s+)?(?:the\s+)?"
    rf"(?:(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|day|days|year|month|summer|spring|autumn|winter)\s+of\s+)?"
    rf"(?:the\s+)?{DATE}+(?:\s*(?:and|to|until|[-–])\s*(?:{DATE}+|noon|midnight|dawn|dusk))?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?<!\w)(?:the|a|an|its|his|her|their)\s+$", re.IGNORECASE)
_OF = re.compile(r"(?P<noun>[^\W\x02]+)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_TIMES = re.compile(
    r"\x02*|mornings?|afternoons?|evenings?|nights?|days?|hours?|midnight|dawn|noon|dusk|weeks?|weekend|months?|quarter|"
    r"half|years?|ends?|beginning|start|middle|close|rest|course|summer|winter|spring|autumn|fall|outset|turn|eve|most|all|"
    r"part|early|late|as|out",
    re.IGNORECASE,
)
_LEADING_WORD = re.compile(r"(?:so|and|but|thus|yet|hence)\s+", re.IGNORECASE)
_LEADING_ARTICLE = re.compile(r"(?:\w+\s+)?(?:the|a|an)\s", re.IGNORECASE)
_CUT_ADVERBS = re.compile(
    r"(?<![\w-])(?:however|also|then|subsequently|therefore|thus|meanwhile|consequently|additionally|furthermore|moreover|"
    r"nevertheless|nonetheless|hence|instead)(?![\w-])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = re.compile(r"(?:ations?|itions?|utions?|ings?|ions?|ments?|edly|ed|ers?|es|s|ly|al|als|ure|e)$")
_SAME = {"attack": "assault", "destruct": "destroy", "surrend": "capitul", "annul": "cancel"}
_EMPTY = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | frozenset(
    "was were been being be is are had has have did he she it they them him not who which when where while first would "
    "there also then only own himself itself more than".split()
)  # fmt: skip


def one_line(text: str, mask: str, spans: Iterable[Span]) -> str:
    """Return the words of `spans` as a title: without dates, brackets and connecting adverbs, cut where it is long."""
    letters = [" "] * len(text)
    for start, end in spans:
        letters[start:end] = text[start:end]
    for found in _DATED.finditer(mask):
        if not is_attribute(mask, found.start(), found.end()):
            letters[found.start() : found.end()] = " " * len(found[0])
    for pattern in (_CUT_ADVERBS, _BRACKETS):
        for found in pattern.finditer(mask):
            letters[found.start() : found.end()] = " " * len(found[0])
    line = _BEFORE_MARK.sub(r"\1", " ".join("".join(letters).split())).strip(" ,;:.–—-")
    line = _LEADING_WORD.sub("", line, count=1) if _LEADING_WORD.match(line) else line
    return _capital(_shortened(_without_loose_end(line)))


def is_attribute(mask: str, start: int, end: int) -> bool:
    """Whether a date belongs to a noun, behind it or before it: the 1939 campaign, the Ordinance of 1785."""
    noun = _OF.search(mask, max(0, start - 30), start)
    if noun and not _TIMES.fullmatch(noun["noun"]):
        return True
    led = _ARTICLE.search(mask, max(0, start - 8), start) or _LEADING_ARTICLE.match(mask, start, end)
    return led is not None and mask[end : end + 1] == " " and mask[end + 1 : end + 2].isalpha()


def _shortened(line: str) -> str:
    if len(line) <= _LONGEST or (len(line) <= _LONGEST_TURN and _TURNS.search(line, _LONGEST // 2)):
        return line
    found = [
        (found.start(), found[0].strip(" ,").lower(), found[0][0])
        for found in re.finditer(r",? \b(?:\w+)\b", line[:_LONGEST])
    ]
    cuts = [at for at, word, mark in found if mark == "," or word in PREPOSITIONS - {"of"}]
    open_between = [at for at, word, _ in found if word == "between"]
    if open_between and not any(word == "and" and at > open_between[-1] for at, word, _ in found):
        cuts = [at for at in cuts if at <= open_between[-1]]
    at = cuts[-1] if cuts and cuts[-1] > _LONGEST // 3 else line.rfind(" ", 0, _LONGEST)
    short = line[: at if at > 0 else _LONGEST]
    quote = max(short.rfind('"') if short.count('"') % 2 else -1, short.rfind("“") if "”" not in short else -1)
    return _without_loose_end(short[:quote] if quote > 0 else short)


def _without_loose_end(line: str) -> str:
    """Return `line` without words at its end that need others behind them."""
    words = line.split(" ")
    while len(words) > 2 and words[-1].lower().strip(",") in PREPOSITIONS | CONJUNCTIONS | DETERMINERS | {"to", "who"}:
        words.pop()
    return " ".join(words).strip(" ,;:–—-")


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return what forms of a word share: landed, landing; capture, captured. Rough, and the same for all."""
    low = word.lower()
    short = _ENDINGS.sub("", low) if len(low) > 4 else low
    short = re.sub(r"if(?:ic|i|y)$", "if", short) if len(short) > 2 else low
    short = short[:-1] if len(short) > 3 and short[-1] == short[-2] and short[-1] not in "aeious" else short
    return _SAME.get(short[:7], short[:7])


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that carry its meaning; numbers count as words."""
    words = (found[0] for found in _WORD.finditer(text))
    return frozenset(stem(word) for word in words if word.lower() not in _EMPTY and not is_adverb(word.lower()))
