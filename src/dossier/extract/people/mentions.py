"""Where a sentence names somebody, with the title before the name and what the name can not be.

What a name is not is told by the words in it and around it: the kind of thing ("Operation", "Street"), an article
before it, a template or italics that set off ships and works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.extract.kinds import BODIES, MONTHS, OTHER_THINGS, PLACE_KINDS, is_nationality
from dossier.extract.names import FUNCTION_WORDS, PARTICLES, Word, names_in, words_of
from dossier.extract.people.given import GIVEN_NAMES
from dossier.extract.tellings import Telling
from dossier.extract.titles import CALLINGS, OFFICES, is_calling, is_modifier, is_plural, is_rank, is_title

_NOT_PEOPLE = BODIES | OTHER_THINGS | frozenset(PLACE_KINDS) | MONTHS | FUNCTION_WORDS
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}|[A-Z]")
_REGNAL = re.compile(r"[IVX]+")
_SHIP_TEMPLATE = re.compile(
    r"\{\{\s*(?:HM\w{1,3}|US[SA]\w?|S[MS]S?|M[SV]|RMS|ship|sclass|GS|ORP|INS|RFA|\w{2,4}MS|PS|TSS)\b", re.IGNORECASE
)
_SHIP_WORDS = frozenset("hms hmas hmcs hmnzs hmt uss usat sms ss ms mv rms orp ins rfa ps tss".split())
_NAMED_FOR = frozenset(
    "class street island islands river line peninsula county railway award medal prize university school".split()
)
_PEERAGE = re.compile(
    r",? (?:\d+(?:st|nd|rd|th) )(?:Duke|Marquess|Earl|Viscount|Baron|Baronet|Count)(?: of)?(?: [A-Z][\w-]+){0,2}"
)
_ITALICS = re.compile(r"(?:(?:^|[^'])''(?:\[\[(?:[^\[\]|]*\|)?)?|<i>(?:<a [^<>]*>)?)$")
_ITALICS_END = re.compile(r"(?:\]\])?''|(?:</a>)?</i>")
_JOINT = re.compile(r"\s*(?:\([^)]*\))?(?:,? (?:and|with|along with) |, )?")
_GLOSSED_RANK = re.compile(r"(?:[A-Z][\w-]+ ){1,3}\((?:general|colonel|major|captain|lieutenant|sergeant|admiral)\) $")
_NEW = frozenset(
    "new old upper lower inner outer south north east west mid san santa los las el st st. mount fort port".split()
)
_PLURAL = re.compile(r"(?:[a-z]{2}(?:ans|ists|ites|viks|crats|ers)|men)$")
"""How names of peoples, parties and callings end: no name of one person."""
_NAMES_TOO = frozenset(
    "king prince graf baron count duke earl pope bishop judge speaker khan bey don shah chief".split()
)
_ADJECTIVES_TOO = frozenset("private general major chief minor marshal".split())
_ERAS = frozenset("bc ad bce ce".split())
OF_AN_ARM = frozenset(
    "der des de infanterie kavallerie artillerie panzertruppe panzertruppen flieger gebirgstruppe corps d'armée armée "
    "division brigade armata squadra vaisseau frégate".split()
)
"""What foreign ranks go on with: "General der Infanterie", "Général de corps d'armée"."""
_LINK_REACH = 120
_LONGEST = 7
"""More words than that are no name of a person."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that may be a person's: its place in the sentence, from `begin` with the title, and what it links to."""

    telling: Telling
    begin: int
    start: int
    end: int
    name: str
    title: str
    target: str

    @property
    def key(self) -> tuple[str, ...]:
        """The words of the name that tell it from others."""
        return key_of(self.name)


def key_of(name: str) -> tuple[str, ...]:
    """Return the words of `name` without capitals, particles and full stops."""
    name = re.sub(r",? (?:Jr|Sr)\.?$", "", name)
    bare = [re.sub(r"^[dl]['’](?=\w)", "", word).strip(".,") for word in name.casefold().replace(".", ". ").split()]
    return tuple(word for word in bare if word and word not in PARTICLES)


def joins(between: str) -> bool:
    """Whether the words between two names make them one subject: "Bessonov and Meandrov"."""
    return between.strip() != "" and _JOINT.fullmatch(between) is not None


def mentions_in(telling: Telling, common: frozenset[str]) -> Iterator[Mention]:
    """Yield each name in a sentence that may be a person's, in order; "Presidents X and Y" gives both the title.

    `common` are words that the article also writes without a capital: at the start of a sentence they are no names.
    """
    shared, last = "", 0
    for mention in _single_mentions(telling, common):
        if mention.title or not joins(telling.text[last : mention.begin]):
            shared = mention.title if is_plural(mention.title) else ""
        last = mention.end
        yield replace(mention, title=shared) if shared else mention


def _single_mentions(telling: Telling, common: frozenset[str]) -> Iterator[Mention]:
    words = words_of(telling.text)
    for name in names_in(words, telling.text):
        first = name.first
        while first < name.until and _opens(words, first, name.until, common):
            first += 1
        for begin, until in _apart(words, first, name.until):
            if begin < until and (found := _mention(telling, words, begin, until)):
                yield found


def _opens(words: list[Word], at: int, until: int, common: frozenset[str]) -> bool:
    """Whether the word at `at` opens a sentence or a date and belongs to no name: "Reportedly", "June"."""
    low = words[at].low
    if at + 1 < until and is_modifier(low) and is_title(words[at + 1].low):
        return False
    if low in FUNCTION_WORDS or low in MONTHS or low in _ERAS:
        return True
    return at == 0 and (low in common or low.endswith("ly")) and not is_title(low) and low not in _NOT_PEOPLE


def _apart(words: list[Word], first: int, until: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run of capitals in which a rank follows a name: "Ada Byron Lieutenant Jan Kos"."""
    begin, named = first, False
    for at in range(first, until):
        if is_rank(words[at].low) and at + 1 < until:
            if named:
                yield begin, at
                begin, named = at, False
        else:
            named = named or not is_modifier(words[at].low)
    yield begin, until


def _mention(telling: Telling, words: list[Word], first: int, until: int) -> Mention | None:
    begin, start = _title_within(words, first, until)
    if begin == start:
        while start < until - 2 and is_nationality(words[start].low):
            start += 1
        begin = _calling_before(words, start, telling.text)
    if start >= until or _is_no_name(words, begin, start, until):
        return None
    text = telling.text
    starts, ends = words[start].start, words[until - 1].end
    if peerage := _PEERAGE.match(text, ends):
        ends = peerage.end()
    begins = words[begin].start
    if begin == start and (glossed := _GLOSSED_RANK.search(text[max(0, begins - 60) : begins])):
        begins -= len(glossed[0])
    if _is_set_off(telling, begins, starts, ends):
        return None
    target = next((link.target for link in telling.passage.links if link.at < ends and link.until > starts), "")
    title = text[begins:starts].partition("(")[0].strip()
    return Mention(telling, begins, starts, ends, text[starts:ends], title, target)


def _title_within(words: list[Word], first: int, until: int) -> tuple[int, int]:
    """Return where the title begins that opens a run of capitals, and where the name behind it does."""
    start = first
    for at in range(first, until):
        if is_title(words[at].low) or (at + 2 < until and start == at and words[at].low in CALLINGS):
            start = at + 1
        elif not (is_modifier(words[at].low) or is_nationality(words[at].low) or words[at].low == "holy"):
            break
    while start > first and start + 1 < until and words[start].low in OF_AN_ARM:
        if words[start].low in PARTICLES and words[start + 1].low not in OF_AN_ARM:
            break
        start += 1
    if start == first:
        start = _title_behind(words, first, until)
    begin = start
    while begin > first and is_modifier(words[begin - 1].low):
        begin -= 1
    return (begin, start) if begin < start else (first, first)


def _title_behind(words: list[Word], first: int, until: int) -> int:
    """Return where the name begins behind a place and a title, "Texas Congressman Charlie Wilson", or `first`."""
    for at in range(first + 1, min(first + 4, until - 1)):
        if words[at - 1].low in GIVEN_NAMES or _INITIAL.fullmatch(words[at - 1].text):
            return first
        if words[at].low in OFFICES and words[at].low not in _NAMES_TOO:
            return at + 1
    return first


def _calling_before(words: list[Word], start: int, text: str) -> int:
    """Return where the calling begins that stands, without a capital, right before a name: "wireless operator"."""
    begin = start
    while begin > 0 and text[words[begin - 1].end : words[begin].start] == " " and not words[begin - 1].possessive:
        low = words[begin - 1].low
        if (
            words[begin - 1].capital
            or low in _ADJECTIVES_TOO
            or low == "under"
            or not (is_calling(low) or (begin < start and is_modifier(low)))
        ):
            break
        begin -= 1
    return begin


def _is_no_name(words: list[Word], begin: int, start: int, until: int) -> bool:
    parts = words[start:until]
    if len(parts) > 1 and (parts[0].low in _NEW or is_nationality(parts[-1].low.removesuffix("s"))):
        return True
    if len(parts) > _LONGEST or any(not _is_name_word(word, len(parts)) for word in parts):
        return True
    if begin == start > 0 and words[begin - 1].low in _SHIP_WORDS:
        return True
    if begin == start > 0 and words[start - 1].low == "the":
        return True
    behind = words[until].low if until < len(words) else ""
    return behind in (PLACE_KINDS if parts[-1].possessive else _NAMED_FOR)


def _is_name_word(word: Word, of: int) -> bool:
    """Whether a word can be part of the name of a person that has `of` words."""
    low = word.low.rstrip(".")
    if of > 1 and _INITIAL.fullmatch(word.text):
        return True
    if (low in _NOT_PEOPLE and not (of > 1 and low in GIVEN_NAMES)) or any(letter.isdigit() for letter in low):
        return False
    if of == 1 and _PLURAL.search(low):
        return False
    if of == 1 and ("." in word.text or len(low) < 3 or is_nationality(low)):
        return False
    shouted = len(low) > 1 and word.text.isupper() and "." not in word.text
    return not shouted or (of > 1 and (_REGNAL.fullmatch(word.text) is not None or len(low) == 2))


def _is_set_off(telling: Telling, begin: int, start: int, end: int) -> bool:
    """Whether a template for ships wrote the name, or italics set it off, with or without its title."""
    source = telling.source
    for first in {begin, start}:
        opens, closes = telling.passage.source_range(first, end)
        if source.startswith("{{", opens) and _SHIP_TEMPLATE.match(source, opens):
            return True
        if _ITALICS.search(source[max(0, opens - _LINK_REACH) : opens]) and _ITALICS_END.match(source, closes):
            return True
    return False
