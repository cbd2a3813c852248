"""Units in an article: bodies of people with a name, a strength or a commander, and who is under whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.extract.ids import slug, unused
from dossier.extract.items import FoundUnit
from dossier.extract.kinds import is_nationality
from dossier.extract.people.mentions import Mention, joins, mentions_in
from dossier.extract.tellings import Telling, tellings
from dossier.extract.units.formations import Formation, formations_in
from dossier.extract.units.groups import LED, Group, groups_in
from dossier.extract.units.identity import Register, Unit
from dossier.extract.units.orders import Listed, listed_units
from dossier.extract.units.strengths import NUMBER, PEOPLE, strength_of
from dossier.model.article import Article

_PLANNED = re.compile(
    r"\b(?:was|were|is|are) to (?:be|have|form|take|land|attack|make|provide|support)\b|\bcalled for\b|"
    r"\bintended (?:for|to)\b|"
    r"\bplan(?:ned)? (?:to|for|called)\b|\bwould have\b|\benvisaged\b"
)
_TROOPS_OF = re.compile(
    rf"\b{NUMBER} (?P<what>(?:[\w'’-]+ ){{0,3}}?(?:{PEOPLE})) (?:of|from) (?:the )?$", re.IGNORECASE
)
_OWN_STRENGTH = re.compile(
    rf"(?: force| group)?(?: \(|, | of | with | numbering | numbered | totall?ing |"
    rf" of about ){NUMBER} (?:[\w'’-]+ ){{0,2}}?(?:{PEOPLE})\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"(?:,? ?\([^)]*\))?(?:,? (?:which (?:was|formed) |then |itself )?(?:a )?part of (?:the )?|,? (?:assigned|"
    r"attached|subordinate|"
    r"subordinated) to (?:the )?| of (?:the )?| under (?:the )?)$"
)
_LED = re.compile(rf"(?:,? (?:consisting|composed) of [^.;]{{3,140}}?)?{LED.pattern}")
_COMMANDER_BEFORE = re.compile(
    r"(?:['’]s? |,? (?:the |then |who )?(?:commander|commanding officer|commanding|commanded|leader|"
    r"head) (?:of )?(?:the )?)$"
)
_COMMANDER_AFTER = re.compile(r"(?:['’]s)? (?:commander|commanding officer|leader|chief),? (?:was )?$")
_LINE_OF_UNITS = re.compile(
    r"(?:^|,)\s*(?P<body>[^\W\d_][^\d(),;:]{3,60}\b(?:units|forces|garrison|militia|brigades?|battalions?|"
    r"regiments?))(?=$|,)"
)
_STRENGTH_FIELD = re.compile(r"(?:strength|units?|forces|combatant|side)s?[ _]?(?P<side>\d?)[a-z]?", re.IGNORECASE)
_LOOK_BEHIND = 80
_LISTED, _NAMED, _COUNTED = 0.95, 0.9, 0.85
"""How sure a unit is that an order of battle lists, that has a name, that a sentence counts or puts under somebody."""


def find_units(article: Article) -> tuple[FoundUnit, ...]:
    """Return the units that the infobox, lists, tables and sentences name, in the order in which they are told.

    A body of people counts where it has a number or a proper name, a strength, or a commander. Numbers of losses,
    ships, sides of a war and whole armed services are none. `under` is the id of a unit.
    """
    return units_in(article, tuple(tellings(article)))


def units_in(article: Article, told: Sequence[Telling]) -> tuple[FoundUnit, ...]:
    """Return the units of an article, as `find_units` does, from its sentences."""
    register = Register()
    for telling in told:
        _tell(telling, register, _side_of(telling, article))
    _list(article, register)
    taken: set[str] = set()
    ids = {id(unit): unused(slug(unit.name), taken, "unit") for unit in register.units}
    return tuple(_found(unit, ids) for unit in register.units)


def _found(unit: Unit, ids: dict[int, str]) -> FoundUnit:
    telling = unit.telling
    return FoundUnit(
        id=ids[id(unit)],
        name=unit.name,
        words=telling.words(unit.start, unit.end),
        origin=unit.origin,
        strength=unit.strength,
        role=unit.role,
        side=unit.side or next((word for word in unit.name.split() if is_nationality(word.lower())), ""),
        under=ids[id(unit.under)] if unit.under and unit.under is not unit else "",
        commanders=tuple(unit.commanders),
        planned=unit.planned,
        cites=telling.cites(unit.start, unit.end),
        confidence=unit.sure,
    )


def _side_of(telling: Telling, article: Article) -> str:
    """Return the side that a line of the infobox is about: the combatants of its number, if the field names one."""
    found = _STRENGTH_FIELD.fullmatch(telling.field.strip()) if telling.field else None
    if not found or not found["side"]:
        return ""
    for field in article.infobox:
        if field.name.strip().lower() in (f"combatant{found['side']}", f"side{found['side']}"):
            return "" if re.search(r"[\n,;]", field.value.text) else field.value.text
    return ""


def _tell(telling: Telling, register: Register, side: str) -> None:
    text = telling.text
    formations, groups = list(formations_in(text)), list(groups_in(text))
    formations += _unnamed(telling, formations)
    if not formations and not groups:
        return
    mentions = list(mentions_in(telling, frozenset()))
    planned = telling.origin != "infobox" and _PLANNED.search(text) is not None
    told: list[tuple[Formation, Unit]] = []
    taken = [(one.start, one.end) for one in formations]
    for formation in formations:
        strength, counted = _strength(text, formation, groups)
        heads = list(_commanders(text, formation.start, max(formation.end, counted[1]), mentions))
        if formation.sure or heads or strength:
            places = [(formation.start, formation.end), counted, *((head.begin, head.end) for head in heads)]
            start, end = min(place[0] for place in places), max(place[1] for place in places)
            unit = Unit(formation.name, telling, start, end, telling.origin, _NAMED if formation.sure else _COUNTED,
                        strength, side=side, planned=planned, commanders=[head.name for head in heads])  # fmt: skip
            taken.append((start, end))
            told.append((formation, register.enter(unit, _target(telling, formation.start, formation.end))))
    for group in groups:
        if not any(group.start < end and start < group.end for start, end in taken):
            _group(telling, group, register, mentions, planned=planned)
    _put_under(text, told)


def _unnamed(telling: Telling, formations: Sequence[Formation]) -> list[Formation]:
    """Return the bodies without a number or a name that a field of strengths lists: "Coastal defense units"."""
    if not telling.field or not _STRENGTH_FIELD.fullmatch(telling.field.strip()):
        return []
    return [
        Formation(piece["body"], *piece.span("body"))
        for piece in _LINE_OF_UNITS.finditer(telling.text)
        if not any(one.start < piece.end("body") and piece.start("body") < one.end for one in formations)
    ]


def _group(telling: Telling, group: Group, register: Register, mentions: Sequence[Mention], *, planned: bool) -> None:
    heads = list(_commanders(telling.text, group.start, group.end, mentions))
    if not group.strength and not (heads and group.own):
        return
    if not group.own and (same := _same_kind(group, register.units)):
        same.strength = same.strength or group.strength
        return
    start, end = min([group.start, *(head.begin for head in heads)]), max([group.end, *(head.end for head in heads)])
    unit = Unit(group.name, telling, start, end, telling.origin, _COUNTED, group.strength, group.role,
                planned=planned, commanders=[head.name for head in heads])  # fmt: skip
    register.enter(unit)


def _same_kind(group: Group, units: Sequence[Unit]) -> Unit | None:
    """Return the unit that "the garrison" means: the last one so called."""
    return next((unit for unit in reversed(units[-20:]) if unit.name.lower().endswith(" " + group.name.lower())), None)


def _target(telling: Telling, start: int, end: int) -> str:
    return next((link.target for link in telling.passage.links if link.at <= start + 12 and link.until >= end - 1), "")


def _strength(text: str, formation: Formation, groups: Sequence[Group]) -> tuple[str, tuple[int, int]]:
    """Return the strength that is given right before or behind a unit's name, and the place of both together."""
    begin = max(0, formation.start - _LOOK_BEHIND)
    if before := _TROOPS_OF.search(text[begin : formation.start]):
        return strength_of(before), (begin + before.start(), formation.end)
    if behind := _OWN_STRENGTH.match(text, formation.end):
        return strength_of(behind), (formation.start, behind.end())
    for group in groups:
        if group.start < formation.end and formation.start < group.end:
            return group.strength, (group.start, group.end)
    return "", (formation.start, formation.end)


def _commanders(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield those who are said to command the unit from `start` to `end`."""
    led = _LED.match(text, end)
    open_end = 0
    for mention in mentions:
        if not mention.title and " " not in mention.name:
            continue
        ahead = led and _within(text, led.end(), mention.begin)
        joined = open_end and joins(text[open_end : mention.begin])
        after = _COMMANDER_AFTER.fullmatch(text[end : mention.begin]) if mention.begin >= end else None
        before = _COMMANDER_BEFORE.fullmatch(text[mention.end : start]) if mention.end <= start else None
        if ahead or joined or after or before:
            open_end = mention.end if ahead or joined else 0
            yield mention


def _within(text: str, start: int, begin: int) -> bool:
    """Whether only a nationality or an article stands between the cue and the name."""
    return (
        0 <= begin - start <= 24 and re.fullmatch(r"(?:the |[A-Z][a-z-]+ |his |its )*", text[start:begin]) is not None
    )


def _put_under(text: str, told: Sequence[tuple[Formation, Unit]]) -> None:
    for (first, unit), (second, other) in pairwise(told):
        between = text[first.end : second.start]
        if _PART_OF.fullmatch(between):
            unit.put_under(other)
        elif between in ("'s ", "’s "):
            other.put_under(unit)


def _list(article: Article, register: Register) -> None:
    units: dict[int, Unit] = {}
    for listed in listed_units(article):
        unit = register.enter(_listed(listed), _target(listed.telling, listed.start, listed.end))
        units[id(listed)] = unit
        if listed.under and (above := units.get(id(listed.under))):
            unit.put_under(above)


def _listed(listed: Listed) -> Unit:
    text, telling = listed.telling.text, listed.telling
    own = [mention for mention in mentions_in(telling, frozenset()) if mention.begin >= listed.end]
    commanders = [mention.name for mention in own[:1] if _is_commander(text[listed.end : mention.begin])]
    strength = _OWN_STRENGTH.match(text, listed.end)
    return Unit(listed.name, telling, listed.start, listed.end, telling.origin, _LISTED,
                strength_of(strength) if strength else "", side=listed.side, commanders=commanders)  # fmt: skip


def _is_commander(between: str) -> bool:
    """Whether what stands between a listed unit and a name makes it its commander's: a bracket, a dash, a rank."""
    return re.fullmatch(r"\s*(?:\(|[–—:-] |, |under |commanded by |led by )[^\d]{0,40}", between) is not None
