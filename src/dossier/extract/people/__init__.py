"""People in an article: who is named, by the fullest name that is given, and what is said of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from dossier.extract.ids import slug, unused
from dossier.extract.items import FoundFact, FoundPerson
from dossier.extract.people.evidence import WEAK, evidence
from dossier.extract.people.facts import facts_of
from dossier.extract.people.fates import Said, said_after
from dossier.extract.people.identity import Somebody, together
from dossier.extract.people.mentions import Mention, joins, mentions_in
from dossier.extract.people.subjects import end_of_clause, end_of_subject, predicates
from dossier.extract.tellings import Telling, tellings
from dossier.model.article import Article

_BESIDE = 0.75
"""How sure a name is that shares a fate with a person."""
_OPENS = 40
"""How far into a sentence its subject may begin, in characters."""
_LOWER = re.compile(r"\b[^\W\d_A-Z][^\W\d_]+\b")
_PLACED = re.compile(
    r"\b(?:in|at|near|into|outside|off|reached) ((?:[^\W\d_a-z][\w'’-]+ ){0,2}[^\W\d_a-z][\w’-]+)(?!['’\w])"
)
_REGNAL = re.compile(r" [IVX]+$")
_PRONOUN = re.compile(
    r"(?:^|\b(?:and|but|while|until|when|after|before|where|though|although) )(?P<who>[Hh]e|[Ss]he)\b(?= )"
)
_OPENING = re.compile(r"(?:[^,]{0,60}, )?(?:He|She|he|she)\b")


def find_people(article: Article) -> tuple[FoundPerson, ...]:
    """Return the people whom the infobox, the lead and the body name, in the order of the article.

    A name counts where something shows that it is a person's; later mentions by surname are merged. Names in notes
    and lists of works are left out, and a name that the source has lost is not filled in.
    """
    return people_in(article, tuple(tellings(article)))


def people_in(article: Article, told: Sequence[Telling]) -> tuple[FoundPerson, ...]:
    """Return the people of an article, as `find_people` does, from its sentences."""
    common = frozenset(word for telling in told for word in _LOWER.findall(telling.text))
    placed = frozenset(name for telling in told for name in _PLACED.findall(telling.text))
    mentions = [mention for telling in told for mention in mentions_in(telling, common)]
    people = together(list(_beside(mentions, [evidence(mention, placed) for mention in mentions], placed)))
    said = _said(told, people)
    taken: set[str] = set()
    sides = _sides(article)
    return tuple(_found(person, said[id(person)], sides, taken) for person in people)


def _beside(
    mentions: Sequence[Mention], sure: Sequence[float], placed: frozenset[str]
) -> Iterator[tuple[Mention, float]]:
    """Yield each mention with its evidence, where a name that shares a fate with a person has some: "X and Y died".

    A word that only opens sentences is no name, whatever follows it.
    """
    surnames = {mention.key[-1] for mention, known in zip(mentions, sure, strict=True) if known and mention.key}
    within = {mention.name for mention in mentions if mention.begin}
    for at, (mention, known) in enumerate(zip(mentions, sure, strict=True)):
        beside = (*mentions[max(0, at - 1) : at], *mentions[at + 1 : at + 2])
        shares = not known and mention.name not in placed and any(_share(mention, one, surnames) for one in beside)
        opens = 0 < known <= WEAK and mention.name not in within
        yield mention, 0.0 if opens else _BESIDE if shares else known


def _share(mention: Mention, other: Mention, surnames: set[str]) -> bool:
    """Whether a sentence says of both what became of them, and `other` is known to be a person."""
    if other.telling is not mention.telling or not other.key or other.key[-1] not in surnames:
        return False
    first, second = sorted((mention, other), key=lambda one: one.start)
    text = mention.telling.text
    return joins(text[first.end : second.begin]) and any(
        said.kind == "fate" for said in said_after(text, second.end, len(text))
    )


def _found(person: Somebody, said: Sequence[FoundFact], sides: dict[str, str], taken: set[str]) -> FoundPerson:
    best, name = person.fullest, person.name
    surname = slug(name if _REGNAL.search(name) else best.key[-1])
    return FoundPerson(
        id=unused(surname if surname not in taken else slug(name), taken, "person"),
        name=name,
        words=best.telling.words(best.begin, best.end),
        facts=(*facts_of(person, sides), *said),
        confidence=round(person.sure, 2),
    )


def _sides(article: Article) -> dict[str, str]:
    """Return the side of each field of commanders or leaders: what the field of combatants with its number says."""
    fields = {field.name.strip().lower(): field.value.text for field in article.infobox}
    sides = {}
    for field in article.infobox:
        number = re.fullmatch(r"(?:commanders?|leaders?|leadfigures?)(\d[a-z]?)", field.name.strip().lower())
        side = (
            next((fields[n] for n in (f"combatant{number[1]}", f"side{number[1]}") if n in fields), "")
            if number
            else ""
        )
        if side and not re.search(r"[\n,;]", side):
            sides[field.name] = side
    return sides


def _said(told: Sequence[Telling], people: Sequence[Somebody]) -> dict[int, list[FoundFact]]:
    """Return the deeds and fates of each person, by the identity of the person."""
    who = {id(mention): person for person in people for mention in person.mentions}
    named: dict[int, list[Mention]] = defaultdict(list)
    for person in people:
        for mention in person.mentions:
            named[id(mention.telling)].append(mention)
    facts: dict[int, dict[tuple[str, str], FoundFact]] = defaultdict(dict)

    def note(person: Somebody, telling: Telling, said: Said) -> None:
        words = telling.words(said.start, said.end) if said.start < said.end else telling.words(0, len(telling.text))
        fact = FoundFact(said.kind, said.text, words, telling.cites(said.start, said.end))
        facts[id(person)].setdefault((said.kind, said.text.casefold()), fact)

    for _, block in groupby(told, key=lambda telling: telling.block):
        subject: Somebody | None = None
        for telling in block:
            mentions = sorted(named.get(id(telling), ()), key=lambda mention: mention.start)
            for mention, said in predicates(mentions):
                note(who[id(mention)], telling, said)
            for at, before in _pronouns(telling.text, mentions):
                if (meant := who[id(before)] if before else subject) is not None:
                    for said in said_after(telling.text, at, end_of_clause(telling.text, at)):
                        note(meant, telling, said)
            distinct = list(dict.fromkeys(who[id(mention)] for mention in mentions))
            if distinct:
                alone = len(distinct) == 1 or (
                    mentions[0].begin < _OPENS and end_of_subject(mentions, 0) == mentions[0].end
                )
                subject = distinct[0] if alone else None
            elif not _OPENING.match(telling.text):
                subject = None
    return {id(person): list(facts[id(person)].values()) for person in people}


def _pronouns(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, Mention | None]]:
    """Yield where "he" or "she" ends, and whom it means: the only one named before it, or None for an earlier sentence.

    A pronoun behind several names is left alone.
    """
    for pronoun in _PRONOUN.finditer(text):
        before = [mention for mention in mentions if mention.end <= pronoun.start()]
        names = {mention.key[-1] for mention in before}
        if len(names) == 1:
            yield pronoun.end(), before[-1]
        elif not before and (_OPENING.match(text) and pronoun.start("who") < 64):
            yield pronoun.end(), None
