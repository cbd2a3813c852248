"""Names of bodies of people: a number or a proper name with the kind of body.

"34th Infantry Division", "Nineteenth Army", "Army Group B", "Danzig police". Whole armed services ("Royal Navy",
"Polish Army") are sides rather than units and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.extract.kinds import is_nationality

_UP = r"[^\W\d_a-zà-ÿ]"
_CAPITAL = rf"{_UP}[\w.'’-]*"
_ORDINAL = (
    r"(?:\d{1,4}(?:st|nd|rd|th|d|e|ème|er|ère|º|\.)(?: ?\([^()]{1,24}\))?|No\. ?\d{1,4}|[IVXLC]{1,7}(?![\w.])|"
    r"(?:Twenty-|Thirty-)?(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth)|Tenth|Eleventh|Twelfth|"
    r"Thirteenth|Fourteenth|Fifteenth|Sixteenth|Seventeenth|Eighteenth|Nineteenth|Twentieth|Thirtieth|Fortieth)"
)
_KINDS = (
    "Army Group|Army|Corps|Division|Brigade|Regiment|Battalion|Company|Squadron|Group|Wing|Battery|Flotilla|Fleet|"
    "Air Force|Air Fleet|Platoon|Legion|Infantry|Cavalry|Artillery|Hussars|Dragoons|Lancers|Fusiliers|Rifles|Rangers|"
    "Guards|Grenadiers|Foot|Demi-Brigade|Demi-brigade|Régiment|Bataillon|Armée|Marines|Militia|Guard|Detachment|"
    "Highlanders|Volunteers|Troop|Cohort|Front|Squad|Bn|Regt|Bde"
)
_LOWER_KINDS = (
    "army group|army|corps|division|brigade|regiment|battalion|company|squadron|flotilla|fleet|platoon|legion|battery|"
    "air force"
)
_NUMBERED = re.compile(
    rf"(?<![\w'’-])(?P<of>(?:(?:{_UP}\.){{2,3}} |{_UP}[\w'’-]+ ){{0,3}})(?P<number>{_ORDINAL})"
    rf"(?P<middle>(?: {_CAPITAL}| \([^()]{{1,24}}\)| and(?= {_UP})){{0,5}})"
    rf" (?P<kind>{_KINDS}|{_LOWER_KINDS})\b(?!-)"
    rf"(?P<more>(?: (?:de(?: la)?|d['’]|des|of the|of) ?{_UP}[\w'’-]+(?: {_UP}[\w'’-]+){{0,3}})*)"
)
_LETTERED = re.compile(
    rf"(?<![\w'’-])(?:Army Group|Task Force|Combat Command|Panzer Group|Kampfgeschwader|Jagdgeschwader|"
    rf"Stukageschwader|Luftflotte|"
    rf"Kampfgruppe|Battlegroup|Battle Group|Force|Fliegerkorps|Company|Legio) (?:{_UP}[\w'’-]*|\d{{1,4}})(?![\w'’])"
)
_COMPOUND = re.compile(
    rf"(?<![\w'’-]){_UP}\w*(?:brigade|korps|division|bataillon|regiment|geschwader|kompanie|staffel) (?:{_UP}[\w-]+|"
    rf"\d{{1,4}})\b"
)
_GLOSSED = re.compile(
    rf"(?<![\w'’-])(?P<name>{_UP}[\w'’-]{{4,}}(?: {_UP}[\w'’-]+){{0,3}}) \((?:an? |"
    rf"the )?[a-z -]{{0,30}}\b(?:{_LOWER_KINDS}|unit|militia)\)"
)
_NAMED = re.compile(
    rf"(?<![\w'’-])(?P<name>(?:{_UP}[\w.'’-]+)(?:(?: | of (?:the )?| and ){_UP}[\w.'’-]+){{0,4}})"
    r" (?P<kind>Division|Brigade|Regiment|Battalion|Squadron|Legion|Guards?|[Pp]olice|Gendarmerie|Militia|Garrison|"
    r"garrison|Flotilla|"
    r"Expeditionary Force|Insurgent Army|Liberation Army|Volunteer Army|Rifles|Fusiliers|Hussars|Dragoons|Highlanders|"
    r"Grenadiers|Commando|Freikorps)\b(?! (?:Act|Station|Headquarters|headquarters|School|Department|station|chief|"
    r"officer|commissioner|state|reports?))"
    r"(?P<at> (?:at|of|in) (?:the )?[^\W\d_a-zà-ÿ][\w'’-]+(?: [^\W\d_a-zà-ÿ][\w'’-]+)?)?"
)
_GENERAL = frozenset(
    "royal red imperial national state local military infantry armored armoured cavalry mountain panzer airborne "
    "motorized motorised artillery tank parachute marine naval air field central regional city coastal".split()
)
_NO_DIVISION = frozenset(
    "premier second third championship west east pacific atlantic joy cell long central metro".split()
)
_SMALL = re.compile(r"(?:Battalion|Company|Squadron|Bn|Troop|Battery|Platoon)(?: [A-Z])?$", re.IGNORECASE)
_OPENERS = re.compile(
    r"^(?:The|A|An|In|On|At|By|From|To|With|After|Before|When|While|As|And|But|For|Of|His|Her|Its|Their|This|These|"
    r"That|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|[\w.'’-]+['’]s?|"
    r"General|Colonel|Major|Captain|Lieutenant|During|Under|Against|Both|Only|Soon|Then|Also|Initially|Meanwhile) "
)
_NOT_AFTER = re.compile(
    r"\b(?:World War|Part|Chapter|Volume|King|Queen|Pope|Emperor|Tsar|Article|Act|Type|Mark|Louis|George|Henry|"
    r"Charles) $"
)
_WARS = re.compile(r"(?:World War|War)\b")


@dataclass(frozen=True, slots=True)
class Formation:
    """A name of a unit: its place in the text. `sure` is false where the kind and a nationality are all that it has."""

    name: str
    start: int
    end: int
    sure: bool = True


def formations_in(text: str) -> Iterator[Formation]:
    """Yield the names of units in `text`, in order, none inside another; "3d Battalion, 135th Infantry" is one."""
    found = sorted(
        (*_numbered(text), *_lettered(text), *_named(text), *_glossed(text)), key=lambda one: (one.start, -one.end)
    )
    last: Formation | None = None
    for one in found:
        if last and one.start < last.end:
            continue
        between = text[last.end : one.start] if last else ""
        if last and between in (", ", " of ", " of the ") and _part_of_next(last.name, one.name):
            last = Formation(text[last.start : one.end], last.start, one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _numbered(text: str) -> Iterator[Formation]:
    for found in _NUMBERED.finditer(text):
        start = _opening(text, found.start(), found.start("number"))
        if _NOT_AFTER.search(text, 0, found.start("number")) or _WARS.search(found["middle"]):
            continue
        capital = found["kind"][0].isupper()
        if (
            not capital
            and (found["number"].isalpha() or found["kind"] in ("army", "company"))
            and not found["number"][0].isdigit()
        ):
            continue
        end = found.end()
        if found["more"] and found["more"].startswith(" of") and not found["more"].startswith(" of the Defenders"):
            end = found.start("more")
        yield Formation(text[start:end], start, end)


def _lettered(text: str) -> Iterator[Formation]:
    for pattern in (_LETTERED, _COMPOUND):
        for found in pattern.finditer(text):
            yield Formation(found[0], found.start(), found.end())


def _glossed(text: str) -> Iterator[Formation]:
    """Yield foreign names that the text explains: "Marinestosstruppkompanie (marine shock-troop company)"."""
    for found in _GLOSSED.finditer(text):
        start = _opening(text, found.start(), found.end("name"))
        if start < found.end("name"):
            yield Formation(text[start : found.end("name")], start, found.end("name"))


def _named(text: str) -> Iterator[Formation]:
    for found in _NAMED.finditer(text):
        start = _opening(text, found.start(), found.end("name"))
        words = text[start : found.end("name")].split()
        if not words or words[-1].lower() in _NO_DIVISION:
            continue
        sure = " " in found["kind"] or not all(_is_general(word) for word in words)
        yield Formation(text[start : found.end()], start, found.end(), sure or bool(found["at"]))


def _is_general(word: str) -> bool:
    return is_nationality(word.lower()) or word.lower() in _GENERAL


def _opening(text: str, start: int, limit: int) -> int:
    """Return where the name begins behind words that only open a sentence or are a rank."""
    while start < limit and (opener := _OPENERS.match(text[start : limit + 1])):
        start += opener.end()
    own = max(text.rfind(mark, start, limit) for mark in ("'s ", "’s ", "s' ", "s’ "))
    return own + 3 if own >= 0 else start


def _part_of_next(one: str, other: str) -> bool:
    """Whether a battalion or company is named with its regiment: "3d Battalion, 135th Infantry"."""
    return _SMALL.search(one) is not None and _SMALL.search(other) is None
