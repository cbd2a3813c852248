"""What titles, appositions and fields say of a person: rank, role and side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Literal

from dossier.extract.items import FoundFact
from dossier.extract.kinds import is_nationality
from dossier.extract.names import words_of
from dossier.extract.people.evidence import FIELDS
from dossier.extract.people.identity import Somebody
from dossier.extract.people.mentions import OF_AN_ARM, Mention
from dossier.extract.titles import HONORIFICS, is_calling, is_modifier, is_plural, is_rank, is_title

_SPELT_OUT = {
    "gen": "General", "col": "Colonel", "lt": "Lieutenant", "maj": "Major", "capt": "Captain", "cpt": "Captain",
    "sgt": "Sergeant", "cpl": "Corporal", "pvt": "Private", "adm": "Admiral", "brig": "Brigadier", "cdr": "Commander",
    "cmdr": "Commander",
}  # fmt: skip
_APPOSED_BEFORE = re.compile(r"(?:^|[,;:.()—–“\"] ?)(?P<words>[^,;:.()—–“\"]{3,70}),? $")
_APPOSED_AFTER = re.compile(r"(?:,| \() ?(?P<words>[^,;.()]{3,90})(?=[,;.)]|$)")
_BY = re.compile(
    r"\b(?:was|were|been|is|are) (?:\w+ly )?(?:designed|planned|devised|conceived|drawn up|developed|created|drafted|"
    r"written|"
    r"proposed|commanded|led|headed|directed|organi[sz]ed|founded|established|invented|built|masterminded|run)\b"
)
_OTHER_CLAUSE = re.compile(r"\b(?:was|were|had|has|is|while|but)\b|[;:]")
_ARTICLE = re.compile(r"^(?:an?|the|then|also|and|including|his|her|their|its|was) ", re.IGNORECASE)
_MADE = re.compile(
    r" (?:as|to be|to become) (?:the |an? |his |their )?(?P<what>(?:[\w-]+ ){0,3}?[\w-]+)"
    r"(?= to | in | on | and |[,.;]|$)"
)
_WAS = re.compile(
    r",? (?:who )?(?:was|became|served as|had been|remained) "
    r"(?:the |an? |his |their |its )?(?P<what>(?!\w+ed\b)[^,;.()]{3,80}?)"
    r"(?= (?:who|which|and|but|when|until|from|since)\b|[,;.(]|$)"
)
_NAMED_AS = re.compile(
    r"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Aa]n?) (?P<what>[^,;.()]{3,60}) (?:was|is|were|became) $"
)
_GLOSS = re.compile(r" \([a-z]+\) ")
_COMMANDING = re.compile(r", (?P<words>(?:commanding|heading|leading|representing) [^,;.()]{3,60})")
_FLAG = re.compile(
    r"\{\{\s*flag(?:icon|deco|country|u|athlete|ged)?\s*(?:image\s*)?\|"
    r"\s*(?P<side>[^|{}]{2,40})[^{}]*\}\}\s*(?:\[\[)?[^\[\]{}\n]*$",
    re.IGNORECASE,
)
_WORDS_TO_A_CALLING = 8
_AFTER_A_CALLING = frozenset("of in to for at and on under from during with".split())
_NO_DESCRIPTION = frozenset("and of like which where who was were is had but by in on from with as".split())
_FLAG_REACH = 120
_LOOK_BEHIND = 90
_LONGEST_SUBJECT = 100


def facts_of(person: Somebody, sides: Mapping[str, str]) -> tuple[FoundFact, ...]:
    """Return what the mentions of a person say, each thing once, in the order of the article.

    `sides` gives the side whose people a field of the infobox lists.
    """
    facts: dict[tuple[str, str], FoundFact] = {}
    for mention in person.mentions:
        for fact in (*_titled(mention), *_listed(mention, sides), *_apposed(mention), *_agent(mention)):
            facts.setdefault((fact.kind, fact.text.casefold()), fact)
    return tuple(facts.values())


def _fact(mention: Mention, kind: Literal["rank", "role", "side"], text: str, start: int, end: int) -> FoundFact:
    telling = mention.telling
    return FoundFact(kind, text, telling.words(start, end), telling.cites(start, end))


def _titled(mention: Mention) -> Iterator[FoundFact]:
    words = mention.title.split()
    if is_plural(mention.title):
        words[-1] = words[-1].removesuffix("s")
    ranks = [at for at, word in enumerate(words) if is_rank(word.lower())]
    split = ranks[-1] + 1 if ranks else 0
    if split and all(word.lower() in OF_AN_ARM for word in words[split:]):
        split = len(words)
    if words and _GLOSS.match(mention.telling.text, mention.begin + len(mention.title)):
        split = len(words)
    if split and (split == len(words) or all(is_modifier(word.lower()) for word in words[:split])):
        rank = " ".join(_SPELT_OUT.get(word.lower().rstrip("."), word) for word in words[:split])
        yield _fact(mention, "rank", rank[:1].upper() + rank[1:], mention.begin, mention.end)
    else:
        split = 0
    role = " ".join(words[split:])
    if role and words[-1].lower().rstrip(".") not in HONORIFICS:
        before = words_of(mention.telling.text[max(0, mention.begin - 24) : mention.begin])
        told = before and (before[-1].low == "former" or (before[-1].capital and is_nationality(before[-1].low)))
        nation = f"{before[-1].text} " if told else ""
        yield _fact(mention, "role", nation + role, mention.begin - len(nation), mention.end)


def _listed(mention: Mention, sides: Mapping[str, str]) -> Iterator[FoundFact]:
    field = mention.telling.field
    if not field or not FIELDS.fullmatch(field.strip()):
        return
    label = re.sub(r"[_\d]+", " ", field).strip().lower()
    yield _fact(mention, "role", label, mention.begin, mention.end)
    start = mention.telling.passage.source_range(mention.start, mention.end)[0]
    flag = _FLAG.search(mention.telling.source[max(0, start - _FLAG_REACH) : start])
    if side := flag["side"].strip() if flag else sides.get(field, ""):
        yield _fact(mention, "side", side, mention.begin, mention.end)


def _apposed(mention: Mention) -> Iterator[FoundFact]:
    text = mention.telling.text
    if mention.telling.origin == "infobox":
        return
    before = _APPOSED_BEFORE.search(text[: mention.begin], max(0, mention.begin - _LOOK_BEHIND))
    words = _calling_part(before["words"]) if before else ""
    if before and text[before.end() - 2] == "," and _says_what(words):
        start = before.end("words") - len(words)
        yield _fact(mention, "role", _ARTICLE.sub("", words, count=1), start, mention.end)
    named = _NAMED_AS.search(text[: mention.begin], max(0, mention.begin - _LOOK_BEHIND))
    if named and _says_what(named["what"]):
        yield _fact(mention, "role", named["what"], named.start("what"), mention.end)
    made = _MADE.match(text, mention.end) or _WAS.match(text, mention.end)
    if made and _says_what(made["what"]):
        yield _fact(mention, "role", made["what"], mention.start, made.end("what"))
    after = _COMMANDING.match(text, mention.end) or _APPOSED_AFTER.match(text, mention.end)
    if after and (after.re is _COMMANDING or _says_what(after["words"])):
        yield _fact(
            mention, "role", _ARTICLE.sub("", after["words"], count=1).strip(), mention.start, after.end("words")
        )


def _says_what(words: str) -> bool:
    """Whether a phrase says what somebody is: a calling, before it only what describes one, and no other name."""
    found = words_of(words)
    if any(word.capital and is_title(word.low) and after.capital for word, after in pairwise(found)):
        return False
    for at, word in enumerate(found[:_WORDS_TO_A_CALLING]):
        if is_calling(word.low) and (not word.capital or is_title(word.low)):
            return at + 1 == len(found) or found[at + 1].low in _AFTER_A_CALLING
        if word.low in _NO_DESCRIPTION:
            return False
    return False


def _calling_part(words: str) -> str:
    """Return the phrase from its last article on: what stands before belongs to the sentence."""
    starts = [match.start() for match in re.finditer(r"\b(?:an?|the|his|her|their|its) ", words)]
    inner = [start for start in starts if not re.search(r"\b(?:of|in|to|for|at|from) $", words[:start])]
    return words[inner[-1] :] if inner else words


def _agent(mention: Mention) -> Iterator[FoundFact]:
    """Yield that something was done by the person: "The plan was designed … by"."""
    text = mention.telling.text
    head = text[: mention.begin]
    by = max(head.rfind(" by "), head.rfind(" by\n"))
    if by < 0 or mention.telling.origin == "infobox":
        return
    verbs = list(_BY.finditer(head, 0, by))
    if not verbs or _OTHER_CLAUSE.search(head, verbs[-1].end()):
        return
    verb = verbs[-1]
    subject = head[: verb.start()].strip()
    if subject and len(subject) <= _LONGEST_SUBJECT and not text.startswith(("'s", "’s"), mention.end):
        gap = " … by" if verb.end() < by else " by"
        yield _fact(mention, "role", f"{head[: verb.end()].strip()}{gap}", 0, mention.end)
