"""Names of places in a sentence, by the words around them: "River Ob", "the Komi Republic", "near Oran"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.extract.kinds import BODIES, COUNTRIES, MONTHS, OTHER_THINGS, PLACE_KINDS, PlaceKind, is_nationality
from dossier.extract.names import FUNCTION_WORDS
from dossier.extract.titles import is_calling, is_title

_UP = r"[^\W\d_a-zà-ÿ]"
_PROPER = rf"{_UP}[\w’'-]+"
_NAME = rf"{_PROPER}(?: {_PROPER}| (?:de|la|du|des|am|an der|im|sur|le|les|del|di|upon) (?={_UP}){_PROPER}){{0,3}}?"
_WHOLE_NAME = (
    rf"{_PROPER}(?: {_PROPER}| (?:de|la|du|des|am|an der|im|sur|le|les|del|di|upon) (?={_UP}){_PROPER}){{0,3}}"
)
_LOWER_COMPASS = r"(?:northern|southern|eastern|western|central|upper|lower) "

_RIVERS = r"River|Rivers|river|rivers|Creek|Canal|Stream"
_CAMPS = (
    r"(?:POW |prisoner[- ]of[- ]war |prison |concentration |extermination |death |labour |labor |internment |transit |"
    r"penal |refugee |prisoners' )+[Cc]amp"
)
_OTHER_KINDS = "|".join(
    sorted(
        {
            form
            for word in PLACE_KINDS
            if word
            not in ("river", "rivers", "creek", "stream", "canal", "camp", "pass", "range", "hill", "mt", "mount")
            for form in ((word.upper(),) if word in ("assr", "ssr") else (word, word.capitalize()))
        },
        key=len,
        reverse=True,
    )
)
_BEHIND = re.compile(
    rf"(?<![\w'’-])(?P<name>{_NAME})[ -](?:(?P<river>{_RIVERS})|(?P<camp>{_CAMPS})|(?P<kind>{_OTHER_KINDS}))\b(?!-|"
    rf"['’]s? [a-z]+ of)"
)
_BEFORE = re.compile(
    rf"\b(?:(?P<own>River|Lake|Loch|Mount|Mt\.?|Camp|Cape) (?P<named>{_WHOLE_NAME})"
    rf"|(?P<whole>(?:Gulf|Bay|Sea|Strait|Straits|Isle|Cape|Lake|Port) of (?:the )?{_WHOLE_NAME})"
    rf"|(?P<kind>(?:Island|Isle|City|Town|Village|Province)(?= of)|city|town|village|port|capital|suburb|"
    rf"municipality|island|peninsula|province|region|district|colony|"
    rf"territory|republic|state|county|duchy|principality|kingdom|river|camp)(?: of|,|"
    rf" at)? (?P<of>{_WHOLE_NAME}))(?=[^\w-]|$)",
)
_CONCEPTS = re.compile(
    rf"\bfrom the (?P<first>{_NAME}) [Rr]ivers? (?:as far as|to|and) the (?P<second>{_NAME})(?=[.,;:)]| and\b| in\b|"
    rf" on\b|$)"
    rf"|\bfrom the [Rr]iver (?P<third>{_NAME}) (?:as far as|to|and) the (?P<fourth>{_NAME})(?=[.,;:)]| and\b| in\b|"
    rf" on\b|$)"
)
_SHORE = re.compile(
    rf"\b(?:banks?|shores?|mouth|flow|valley|estuary|delta) of (?:the )?(?:flow of )?(?:the )?"
    rf"(?P<name>{_LOWER_COMPASS}{_PROPER}|(?<=the ){_NAME})(?=[^\w-]|$)"
)
_LOCATIVE = re.compile(
    rf"\b(?P<cue>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Tt]hroughout|[Ii]nto|[Oo]ff|[Tt]owards?|[Rr]each(?:ed|"
    rf"ing)|[Cc]aptur(?:ed|ing)|"
    rf"[Ii]nvad(?:e|ed|ing)|[Oo]ccup(?:y|ied|ying)|[Ll]iberat(?:e|ed|ing)|[Bb]omb(?:ed|ing)|[Ll]anded at|arrived in|"
    rf"arrived at|"
    rf"(?:fled|moved|marched|sailed|returned|retreated|withdrew|transferred|deported|sent|travelled|went|flew|"
    rf"escaped|left|"
    rf"departed|headed|evacuated|exiled|advanced) (?:back )?(?:on)?(?:to|for|from)|"
    rf"(?:[Ii]nvasion|[Oo]ccupation|[Aa]nnexation|[Ll]iberation|[Cc]onquest|[Ss]iege|[Cc]apture|[Ff]all|[Bb]ombing|"
    rf"[Ee]vacuation|"
    rf"[Pp]opulation|[Tt]erritory|[Gg]overnment|[Pp]artition|[Dd]efen[cs]e) of) "
    rf"(?P<compass>{_LOWER_COMPASS}|the )?(?P<name>{_UP}[\w’'-]+(?:[ ]{_UP}[\w’'-]+){{0,3}})(?P<after>, "
    rf"(?P<wider>{_UP}[\w’'-]+(?: {_UP}[\w’'-]+){{0,2}})(?=[.;:)]|$|,(?! and\b| or\b| {_UP})))?"
)
_REGION_CUES = re.compile(r"(?:throughout|inva|annex|conquest|territory|government|partition)", re.IGNORECASE)
_TOWN_CUES = re.compile(r"(?:at|near|outside|land|arriv|siege|captur|fall|bomb|reach)", re.IGNORECASE)
_COUNTRYLIKE = re.compile(r"(?:[^p]ia|opia|land|lands|stan|esia)$")
_TOWNLIKE = re.compile(
    r"(?:burg|ville|ton|ford|grad|stadt|port|polis|bury|mouth|haven|abad|pur|borough|chester|phia|dria)$"
)
_NO_PLACE = BODIES | OTHER_THINGS | MONTHS | FUNCTION_WORDS | frozenset("god internet mass latin parliament".split())
_IN_A_NAME = frozenset("free great new west east north south western eastern northern southern central".split())


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a place in a sentence: the name that is printed, the core that tells it from others, what kind.

    `kind` is empty where the words do not say; `hint` is then what they suggest. `sure` is 0 where the name only
    counts if it is known from elsewhere.
    """

    name: str
    core: str
    kind: PlaceKind | str
    hint: str
    start: int
    end: int
    sure: float


def named_places(text: str) -> Iterator[Named]:
    """Yield the names of places in `text`; the same words can be found in more than one way."""
    yield from _by_kind_behind(text)
    yield from _by_kind_before(text)
    for found in _CONCEPTS.finditer(text):
        for group in ("first", "second", "third", "fourth"):
            if found[group]:
                yield _river(found[group], *found.span(group), 0.9)
    for found in _SHORE.finditer(text):
        if not _can_be(re.sub(r"['’]s$", "", found["name"]), with_kind=True):
            continue
        yield _river(found["name"], *found.span("name"), 0.9 if found["name"][0].isupper() else 0.0)
    yield from _by_preposition(text)


def _river(name: str, start: int, end: int, sure: float) -> Named:
    name = re.sub(r"['’]s$", "", name)
    return Named(name, name, "river", "", start, start + len(name), sure)


def _by_kind_behind(text: str) -> Iterator[Named]:
    for found in _BEHIND.finditer(text):
        start = _skip(text, found.start(), found.end("name"))
        name = text[start : found.end("name")]
        if not name or not _can_be(name, with_kind=True):
            continue
        if found["river"]:
            alone = found["river"].lower() in ("river", "rivers") and name.lower() not in _DESCRIBES
            yield Named(name if alone else text[start : found.end()], name, "river", "", start, found.end(), 0.95)
        elif found["camp"]:
            yield Named(name, name, "camp", "", start, found.end(), 0.95)
        else:
            word = found["kind"]
            kind = PLACE_KINDS[word.lower()]
            capital = word[0].isupper()
            if word.lower() in _STATES and not _IN_THE.search(text[max(0, start - 16) : start]):
                continue
            if is_nationality(name.lower()) and (not capital or word.lower() in _OF_A_COUNTRY):
                continue
            if not capital and kind in ("sea", "town"):
                continue
            whole = name if not capital else text[start : found.end()]
            core = name if word.lower() in _DROPPED else whole
            yield Named(whole, core, kind, "", start, found.end(), 0.9)


_OF_A_COUNTRY = frozenset(
    "province mandate protectorate colony territory district coast department state county region city town village "
    "port".split()
)
"""Kinds that a nationality describes rather than names: "the French province"."""
_DESCRIBES = frozenset(
    "red black white yellow blue green grey gray clear big little great grand long new old north south east west "
    "northern southern eastern western upper lower middle".split()
)
"""Words that are no name without the river behind them."""
_STATES = frozenset("empire kingdom federation state".split())
"""They act as often as they are places: a preposition has to say so."""
_IN_THE = re.compile(r"\b(?:in|into|to|from|throughout|across|within) (?:the )?$")
_DROPPED = frozenset(
    "republic assr ssr oblast krai okrug province county district region voivodeship prefecture department canton "
    "governorate harbour harbor".split()
)
"""Kinds that a name is printed with or without: "Komi", "the Komi Republic"."""


def _by_kind_before(text: str) -> Iterator[Named]:
    for found in _BEFORE.finditer(text):
        if found["own"]:
            name, word = found["named"], found["own"].lower().rstrip(".")
            if not _can_be(name, with_kind=True):
                continue
            kind = PLACE_KINDS.get(word, "region")
            whole = name if word in ("river", "camp") else f"{found['own']} {name}"
            yield Named(whole, whole, kind, "", found.start(), found.end("named"), 0.95)
        elif found["whole"]:
            if text.startswith(" of ", found.end("whole")) or text.startswith((" City", " and "), found.end("whole")):
                continue
            word = found["whole"].split()[0].lower()
            yield Named(found["whole"], found["whole"], PLACE_KINDS.get(word, "sea"), "", *found.span("whole"), 0.9)
        elif _can_be(found["of"]) and not re.match(r"['’]", text[found.end("of") :]):
            kind = "town" if found["kind"] in ("capital", "suburb") else PLACE_KINDS[found["kind"].lower()]
            yield Named(found["of"], found["of"], kind, "", found.start("of"), found.end("of"), 0.9)


def _by_preposition(text: str) -> Iterator[Named]:
    for found in _LOCATIVE.finditer(text):
        name, start = found["name"], found.start("name")
        if name.endswith(("'s", "’s")):
            continue
        end = start + len(name)
        if not _can_be(name) or (_modifies(text, end) and not found["after"]):
            continue
        if found["compass"] == "the " and not re.search(
            r"(?:States|Kingdom|Union|Republic|Netherlands|Islands|s)$", name
        ):
            continue
        if held := _HELD.match(name):
            name, start = name[held.end() :], start + held.end()
        cue = found["cue"]
        hint = (
            "region"
            if _REGION_CUES.match(cue) or (found["compass"] or "").strip() not in ("",)
            else "town"
            if _TOWN_CUES.match(cue)
            else ""
        )
        if found["after"]:
            hint = "town"
            wider = found["wider"]
            if _can_be(wider):
                yield Named(wider, wider, "", "region", found.start("wider"), found.end("wider"), 0.8)
        yield Named(name, name, "", by_form(name) or hint, start, end, 0.8)


def by_form(name: str) -> str:
    """Return the kind that the ending of a name suggests, town or region; empty where it suggests none."""
    if _TOWNLIKE.search(name):
        return "town"
    return "region" if _COUNTRYLIKE.search(name) or name.rpartition(" ")[2].lower() in COUNTRIES else ""


def _skip(text: str, start: int, end: int) -> int:
    """Return where the name begins behind words that open a sentence."""
    while start < end:
        word = re.match(r"\S+", text[start:end])
        if not word or word[0].lower() not in FUNCTION_WORDS:
            return start
        start += len(word[0]) + 1
    return end


def _can_be(name: str, *, with_kind: bool = False) -> bool:
    words = name.split()
    if name.endswith(("'s", "’s")) or is_nationality(words[-1].lower().removesuffix("s")) is not is_nationality(
        words[-1].lower()
    ):
        return False
    low = [word.lower().rstrip(".") for word in words]
    if any(word in _NO_PLACE and word not in _IN_A_NAME and word not in PLACE_KINDS for word in low) or any(
        map(is_title, low[:1])
    ):
        return False
    if re.search(r"-(?:controlled|held|occupied|ruled|backed|led|claimed)$", low[-1]):
        return False
    if (len(name) < 3 and not with_kind) or re.search("['’]s ", name) or _RUN_ON.search(low[-1]):
        return False
    if any(word.isupper() and len(word) > 1 for word in words) or all(word in _IN_A_NAME for word in low):
        return False
    if len(words) == 1 and low[0] in PLACE_KINDS:
        return False
    if not with_kind and is_nationality(low[-1]) and not by_form(words[-1]):
        return False
    return not (len(words) == 1 and (is_calling(low[0]) or (is_nationality(low[0]) and not with_kind)))


def _modifies(text: str, end: int) -> bool:
    """Whether the name goes on in a noun: "Polish Army uniform", "Danzig harbor police"."""
    following = re.match(r" ([a-z][\w-]*)", text[end:])
    if not following:
        return False
    word = following[1]
    return not (word in FUNCTION_WORDS or word.endswith(("ed", "ly")) or word in _VERBS)


_RUN_ON = re.compile(r"-(?:and|or|but|including|the|in|of|was|which|\w+ing)$")
_HELD = re.compile(r"\w+-(?:controlled|held|occupied|ruled|administered) ")
_VERBS = frozenset(
    "began became came fell went took saw made gave led met held lost won put sent left stood rose grew remained ran "
    "declares says said wrote triggered including following starting beginning ending where leaving".split()
)
