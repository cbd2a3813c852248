"""Groups without a name of their own that are given a strength or a commander: "two assault groups of 50-55 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.extract.names import FUNCTION_WORDS, words_of
from dossier.extract.units.strengths import NUMBER, PEOPLE, figure, strength_of

_GROUPS = (
    r"groups?|forces?|units?|detachments?|teams?|part(?:y|ies)|squads?|bands?|columns?|contingents?|garrisons?|"
    r"compan(?:y|ies)|battalions?|platoons?|regiments?|brigades?|divisions?|corps|arm(?:y|ies)|squadrons?|patrols?|"
    r"militias?|guards?|fleets?|flotillas?|expeditions?|cells?|legions?|battlegroups?|task forces?|raiding parties"
)
_HEADED = (
    r"troops|forces?|units?|men|marines|garrison|column|detachment|infantry|cavalry|rebels|insurgents|partisans|army"
)
_SIZED = re.compile(
    rf"\b(?P<group>{_GROUPS})\b(?P<of> of (?:the )?[a-z][a-z-]*(?: [a-z][a-z-]*)?)?"
    rf"(?P<link>,? (?:each )?(?:of|with|numbering|comprising|consisting of|composed of|totall?ing|made up of|"
    rf"made of)|,) "
    rf"(?:only |just )?{NUMBER} (?P<what>(?:[\w'’-]+ |\([^()]{{1,20}}\) ){{0,3}}?(?:{PEOPLE}))\b(?P<each> (?:each|"
    rf"in each|apiece))?",
    re.IGNORECASE,
)
_STRONG = re.compile(
    rf"\b{NUMBER}[- ](?:man|men|strong|person|member)[ -](?P<mods>(?:[\w'’-]+ ){{0,3}}?)(?P<group>{_GROUPS})\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"\b(?P<group>garrison|force|detachment|contingent|army|unit|battalion|regiment|group)(?:['’]s (?:complement|"
    rf"strength|numbers?))? "
    rf"(?:was set at|numbered|consisted of|comprised|totall?ed|counted) (?:only |"
    rf"just )?{NUMBER} (?P<what>(?:[\w'’-]+ ){{0,2}}?(?:{PEOPLE}))\b",
    re.IGNORECASE,
)
_COUNTED_HEAD = re.compile(
    rf"\b{NUMBER} (?P<what>(?:[\w'’-]+ ){{0,3}}?(?:{PEOPLE}))(?= (?:under|commanded by|led by) )", re.IGNORECASE
)
LED = re.compile(
    r",? ,?\(?(?:who |which )?(?:(?:was|were|is|are) )?(?:placed )?(?:under the (?:command|leadership) of|under|"
    r"commanded by|led by|headed by) "
)
_HEAD = re.compile(
    rf"\b(?P<group>{_HEADED})(?P<aside>,? (?:consisting|composed) of [^.;]{{3,140}}?)?(?={LED.pattern})", re.IGNORECASE
)
_ORDINALS = frozenset("first second third fourth fifth last other main new small large".split())
_PLAIN = frozenset(
    "group force unit party army men band column detachment contingent team squad troops forces units".split()
)
_VERBLIKE = re.compile(r"(?:ed|ing)$")
_PARTICIPLES = frozenset(
    "armed combined mixed reinforced mounted landing raiding storming invading advancing fighting opposing "
    "attacking".split()
)
_LONGEST_NAME = 6
_TIMES_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Group:
    """A group that a sentence counts or gives a head: its name there, strength, who it is made of, and its place.

    `own` is false where the name only repeats what kind of group it is.
    """

    name: str
    strength: str
    role: str
    start: int
    end: int
    own: bool = True


def groups_in(text: str) -> Iterator[Group]:
    """Yield the groups that `text` gives a strength, and those that it puts under somebody, in order."""
    taken: list[tuple[int, int]] = []
    for group in sorted(
        (*_sized(text), *_strong(text), *_stated(text), *_headed(text)), key=lambda one: (one.start, not one.strength)
    ):
        if not any(start < group.end and group.start < end for start, end in taken[-4:]):
            taken.append((group.start, group.end))
            yield group


def _sized(text: str) -> Iterator[Group]:
    for found in _SIZED.finditer(text):
        if found["link"] == "," and not (found["each"] or re.match(r"[;,.)]|$| and\b", text[found.end() :])):
            continue
        if found["of"] and re.search(r"\b(?:\d|two|three|four|five|six|ten)\b", found["of"]):
            continue
        start, times, begin = _name_before(text, found.start("group"))
        several = found["group"].lower().endswith("s") or bool(found["each"])
        strength = strength_of(found, times if several and (found["each"] or times > 1) else 1)
        if strength:
            name = text[start : found.end("group")] + (found["of"] or "")
            whole = text[start : found.end("what")]
            yield _group(whole if name.lower().strip() in _PLAIN else name, strength, found["what"], begin, found.end())


def _strong(text: str) -> Iterator[Group]:
    for found in _STRONG.finditer(text):
        described = not FUNCTION_WORDS.intersection(found["mods"].lower().split())
        if described and (strength := strength_of(found)):
            yield _group(text[found.start("mods") : found.end("group")], strength, "", found.start(), found.end())


def _stated(text: str) -> Iterator[Group]:
    for found in _STATED.finditer(text):
        named = _name_before(text, found.start("group"))
        if strength := strength_of(found):
            yield _group(text[named[0] : found.end("group")], strength, found["what"], named[0], found.end())


def _headed(text: str) -> Iterator[Group]:
    for found in _COUNTED_HEAD.finditer(text):
        if strength := strength_of(found):
            yield _group(found["what"], strength, "", found.start(), found.end())
    for found in _HEAD.finditer(text):
        start = _name_before(text, found.start("group"))[0]
        name = text[start : found.end("group")]
        yield Group(_titled(name), "", "", start, found.end("group"), own=name.lower() not in _PLAIN)


def _group(name: str, strength: str, what: str, start: int, end: int) -> Group:
    role = what.strip() if " " in what.strip() else ""
    return Group(_titled(name), strength, role, start, end, own=name.lower().strip() not in _PLAIN)


def _titled(name: str) -> str:
    name = name.strip()
    return name[:1].upper() + name[1:]


def _name_before(text: str, at: int) -> tuple[int, int, int]:
    """Return where the words begin that describe the group at `at`, how many groups, and where that number begins."""
    words = words_of(text[max(0, at - 90) : at])
    offset = max(0, at - 90)
    start, opened = at, 0
    for word in reversed(words[-_LONGEST_NAME * 2 :]):
        low = word.low
        if low in "()":
            opened += 1 if low == ")" else -1
            if opened < 0:
                break
        elif opened == 0 and (
            not low[0].isalnum() or (low in FUNCTION_WORDS and low not in _ORDINALS and figure(low) == 0)
        ):
            break
        elif figure(low) and low not in _ORDINALS:
            return start, min(figure(low), _TIMES_LIMIT), offset + word.start
        elif word.possessive or (_VERBLIKE.search(low) and not word.capital and low not in _PARTICIPLES and not opened):
            break
        start = offset + word.start
    return start, 1, start
