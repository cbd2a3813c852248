"""What shows that a name is a person's: a title, a given name, initials, a field, a verb, an apposition, a link."""

from __future__ import annotations

import re

from dossier.extract.kinds import COUNTRIES, OTHER_THINGS
from dossier.extract.names import words_of
from dossier.extract.people.given import GIVEN_NAMES
from dossier.extract.people.mentions import Mention
from dossier.extract.titles import is_calling

FIELDS = re.compile(
    r"(?:command(?:er|ed[ _]?by)|leader|lead[ _]?figure|general|admiral|captain|president|prime[ _]?minister|monarch|"
    r"king|"
    r"queen|chancellor|perpetrator|assailant|architect|founder|writer|author|pilot|designed[ _]?by|planned[ _]?by|"
    r"led[ _]?by|chief|head|judge|defendant|victim|mayor|governor)s?\d*[a-z]?",
    re.IGNORECASE,
)
"""Fields of infoboxes that hold people, however the template is named."""

_SAYING = frozenset(
    "explained explains described describes recalled remarked commented confessed wrote writes urged penned resigned "
    "died survived married abdicated testified fled persuaded convinced wished told thought swore volunteered studied "
    "graduated recounted reflected shouted laughed interviewed personally himself herself quoted complained wondered "
    "disliked admired loved hated befriended".split()
)
_STATES_TOO = frozenset(
    "said says stated states claimed claims argued argues believed believes felt hoped feared announced insisted "
    "admitted refused considered concluded suggested suggests estimated estimates wanted sought noted notes met spoke "
    "knew responded replied vowed contends asserts asserted observes observed founded visited ordered travelled "
    "traveled commanded led appointed".split()
)
"""Verbs that are also used of countries, cities and bodies: evidence only for a name of several words."""
_SUFFERED = re.compile(
    r"(?:,? (?:Jr|Sr)\.?,)? (?:was|were|had been|is|has been) (?:\w+ly |also |later |then |subsequently )?"
    r"(?:born|executed|assassinated|arrested|murdered|hanged|promoted|elected|knighted|imprisoned|beheaded|crowned|"
    r"sentenced|buried|married|educated|exiled|shot)\b"
)
_KILLED = re.compile(
    r"(?:,? (?:was|were|had been|is|has been))? (?:killed|executed|wounded|captured|appointed|dismissed)\b"
)
_AGENT = re.compile(
    r"\b(?:(?:commanded|led|headed|directed|assassinated|founded|written|authored|painted|composed|succeeded|designed|"
    r"drafted|piloted|captained|chaired|invented|organi[sz]ed|proposed|devised|developed|drawn up|replaced) by|under|"
    r"(?:son|daughter|wife|widow|brother|sister|father|mother|cousin|nephew|biography|memoirs|death|assassination|"
    r"execution|resignation|leadership|command|election|coronation|arrest|trial) of) $"
)
_LIFE = re.compile(r" \((?:born |b\. |c\. )?\d{3,4}\s*[–-]")
_APPOSITIVE = re.compile(r"(?:,|\()\s*(?:(?:the|then|a|an|his|her|their|its|now|former|formerly)\s)?\S")
_MADE = re.compile(r" (?:as|to be|to become) (?P<what>(?:[\w-]+ ){0,2}[\w-]+)")
_COUNTRYLIKE = re.compile(r"(?:land|stan|[^p]nia|[bglrs]ia)$")
_SUBJECT_BEFORE = re.compile(r"(?:^|, |\b(?:when|while|that|and|after|before|as|where|but|until) )$", re.IGNORECASE)
_HIS = re.compile(r",? [^.;A-Z]{0,120}?\b(?:his|him|himself|he|she)\b")
"""A pronoun of people that no other name can be meant by."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}")
_CALLED = re.compile(r"(?:^|[\s(])(?P<calling>[\w-]+), $")
_OF_PEOPLE = re.compile(r"\((?P<words>[^)]*)\)$")
_WORDS_TO_A_CALLING = 6
_LOOK_BEHIND = 48
WEAK = 0.7
"""The evidence of a pronoun alone."""


def evidence(mention: Mention, placed: frozenset[str]) -> float:
    """Return how sure it is, from 0 to 1, that a name is a person's; 0 where nothing shows it.

    `placed` are names that the article also uses of places: for those a verb is not enough.
    """
    if mention.telling.field and FIELDS.fullmatch(mention.telling.field.strip()) and _begins_a_line(mention):
        return 0.95
    if mention.title:
        return 0.95 if mention.name not in placed else 0.8
    words = mention.name.split()
    if len(words) == 1 and (mention.name.lower() in COUNTRIES or _COUNTRYLIKE.search(mention.name)):
        return 0.0
    if (
        len(words) > 1
        and mention.name not in placed
        and (words[0].casefold() in GIVEN_NAMES or _INITIALS.fullmatch(words[0]))
    ):
        return 0.9
    return _by_context(mention, several=len(words) > 1, placed=mention.name in placed)


def _begins_a_line(mention: Mention) -> bool:
    before = mention.telling.text[: mention.begin].rstrip()
    return not before or before.endswith((",", ";", "and", "&", ":", ")", "("))


def _by_context(mention: Mention, *, several: bool, placed: bool) -> float:
    text, end = mention.telling.text, mention.end
    if _is_of_a_person(mention.target) or (several and _LIFE.match(text, end)):
        return 0.85
    if placed:
        return 0.0
    if _SUFFERED.match(text, end):
        return 0.8
    ahead = [word.low for word in words_of(text[end : end + _LOOK_BEHIND])[:3]]
    verb = next(
        (word for word in ahead if not word.endswith("ly") and word not in ("also", "had", "then", "later")), ""
    )
    before = text[max(0, mention.begin - _LOOK_BEHIND) : mention.begin]
    if verb in _SAYING:
        return 0.8
    if not several:
        return WEAK if _SUBJECT_BEFORE.search(text, 0, mention.begin) and _HIS.match(text, end) else 0.0
    if any(word.lower().removesuffix("s") in OTHER_THINGS for word in mention.name.split()):
        return 0.0
    if verb in _STATES_TOO or _KILLED.match(text, end) or _AGENT.search(before):
        return 0.75
    if (made := _MADE.match(text, end)) and any(is_calling(word.low) for word in words_of(made["what"])):
        return 0.8
    called = _CALLED.search(before)
    if (called and is_calling(called["calling"])) or _is_apposed(text, end):
        return 0.8
    return 0.0


def _is_of_a_person(target: str) -> bool:
    found = _OF_PEOPLE.search(target)
    return found is not None and any(is_calling(word) for word in found["words"].split())


def _is_apposed(text: str, end: int) -> bool:
    """Whether what follows a comma says what somebody is: ", then Chief of Staff of"."""
    if not _APPOSITIVE.match(text, end):
        return False
    words = words_of(text[end + 1 : end + 80])[:_WORDS_TO_A_CALLING]
    for word in words:
        if is_calling(word.low):
            return True
        if not (word.text.isalpha() or "-" in word.text) or word.low in ("which", "where", "who", "and"):
            return False
    return False
