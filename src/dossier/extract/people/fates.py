"""What became of somebody, and what they did: the predicates that a sentence gives to a name or a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_BE = r"(?:was|were|had been|has been|have been|being|be|been|got)"
_ADVERBS = r"(?:(?:\w+ly|also|later|then|soon|both|again|themselves|himself|herself|himself|first|never|not) )*"
_PASSIVE = (
    r"killed|executed|captured|arrested|wounded|injured|shot|imprisoned|interned|deported|transferred|deposed|"
    r"assassinated|murdered|hanged|beheaded|poisoned|exiled|banished|extradited|pardoned|sentenced|dismissed|relieved|"
    r"taken prisoner|taken captive|convicted|acquitted|tried|tortured|court-martialled|court-martialed|hospitali[sz]ed|"
    r"overthrown|released|repatriated|drowned|crucified|guillotined|lynched|detained|jailed|freed|removed|moved|"
    r"handed over|put to death|put on trial|promoted|appointed|buried|found guilty|charged with \w+"
)
_DONE = (
    r"died|survived|resigned|surrendered(?! (?:the|his|her|their|its)\b)|fled|escaped|defected|disappeared|abdicated|"
    r"retired|perished|"
    r"committed suicide|lived through|lost (?:his|her|their) li(?:fe|ves)|fell in (?:battle|action)|"
    r"took (?:his|her) own life|shot (?:himself|herself)|killed (?:himself|herself)|drowned|capitulated"
)
_PREDICATE = re.compile(
    rf"(?:\b(?P<aux>{_BE}) {_ADVERBS}(?P<passive>{_PASSIVE})\b"
    rf"|\b(?P<done>{_DONE})\b"
    rf"|(?:^\s*|(?<=and )|(?<=, )){_ADVERBS}(?P<bare>killed|executed|captured|wounded|arrested|murdered|imprisoned|"
    rf"hanged|shot|sentenced|tortured|interned|deported|exiled)\b"
    r"(?=$|[,.;)]| (?:in|on|at|by|after|following|during|near|when|while|and|for|with)\b))",
    re.IGNORECASE,
)
_MARKS = {
    "kia": "killed in action", "pow": "captured", "dow": "died of wounds", "wia": "wounded", "mia": "missing in action",
    "†": "died", "executed": "executed", "surrendered": "surrendered", "assassinated": "assassinated",
}  # fmt: skip
_MARK = re.compile(
    r"\s*(?:\((?P<marked>KIA|POW|DOW|WIA|MIA|†|[Ee]xecuted|[Ss]urrendered|[Aa]ssassinated)\)|(?P<bare>KIA|POW|DOW|"
    r"WIA|MIA|†)(?!\w))"
)
_UNREAL = re.compile(
    r"\b(?:if|once|unless|will|shall|can|would|could|might|should|may|plan(?:ned)? to|attempt(?:ed)? to|tried to|"
    r"intend(?:ed)? to|"
    r"failed to|ordered to|in order to|not|never|attempt(?:ed)?|plot(?:ted)?|order(?:ed)?|plans?|nearly|almost|"
    r"rumou?red|demanded|threatened|wanted to|refused to)\b",
    re.IGNORECASE,
)
_ASIDE = r"(?:\s*\([^)]*\))?(?:, [^,]{0,90},|\s*[–—] [^–—]{0,90} [–—])?"
_REACHES = re.compile(
    rf"{_ASIDE},?\s*(?:who )?(?:(?:\w+ly|also|later|then|soon|both|he|she|himself|herself|themselves|had|has|"
    rf"eventually) )*"
    r"(?:(?:refused|tried|attempted|attempting|managed|failed|contracted|suffered|fought|remained|stood|stayed|went|"
    r"returned|left) [^,;]{0,60},? (?:and|but) (?:(?:\w+ly|later|then|soon) )*)?"
)
"""What may stand between a name and what became of the one it names."""
_GOES_ON = re.compile(r".*(?:\b(?:and|or|to|after|before|then|later|but|who|having)|,)\s*", re.DOTALL)
"""What may stand between one such thing and the next of the same person."""
_CLAUSE_END = re.compile(
    r"[.;:!?]?$|[!?]['\"”’]*\s|;|\s[–—]\s|, (?:and |but |while |who |which |where )?(?:he|she|they|it|the|his|her|"
    r"their|[A-Z]\w+ \w+ed)\b"
    r"|, (?:while|whereas|but|though|although|leaving)\b"
)
_PHRASE_END = re.compile(
    r"[,;()]| (?:and|but|while|where|who|which|during which|in which|after which|as well as|to be|after being|"
    r"before being|"
    r"whereupon) |[.]?$"
)
_FINITE = re.compile(
    r"\s+(?:(?:\w+ly|also|later|then|soon|both|had|himself|herself|who|has|again|first|never|eventually) )*"
    r"(?P<verb>(?!called (?!for|on|upon|off|a |the ))[a-z]+(?:ed)|led|took|gave|went|came|made|began|won|lost|held|"
    r"met|sent|wrote|rose|fell|built|brought|"
    r"fought|became|sought|kept|put|told|set|drew|withdrew|struck|broke|drove|chose|spoke|left|found|laid|bought|sold|"
    r"flew|swore|fled|ran|sank|overthrew|undertook|rode)\b(?! by\b)"
)
_ENDS_NO_DEED = frozenset("named titled based born aged armed supposed considered estimated".split())
_OBJECT = re.compile(r"(?:^|[,;] )(?P<words>[^,;]{3,80} (?:that|which|whom) \S[^,;]{1,50} )$")
_RELATIVE = re.compile(r"\b(?:that|which|whom) (?:[\w.'’-]+ ){1,6}$")
_NEXT_VERB = re.compile(r",| (?:was|were|is|are|had|has|would|could|did)\b")
_BY_OWN = re.compile(r"['’]s? [^;.]{3,60}, (?P<deed>(?:\w+ed|written|built|begun|led) by (?:him|her)\b[^,;.]{0,80})")
_ADVERB_BEFORE = re.compile(r"\b[a-z]{3,}ly $")
_NEGATED = re.compile(r"\b(?:not|never)\b")
_RAISED = re.compile(r"(?:\w+ly )?(?:appointed|promoted)\b")
_SHORTEST_DEED = 2
_LONGEST_PHRASE = 120
_LONGEST_CLAUSE = 300


@dataclass(frozen=True, slots=True)
class Said:
    """A predicate: a fate or a deed in the source's words, and its place in the sentence."""

    kind: Literal["fate", "deed", "role"]
    text: str
    start: int
    end: int


def mark_after(text: str, at: int) -> Said | None:
    """Return what a mark behind a name in an infobox says: "(KIA)", "POW", "†"."""
    mark = _MARK.match(text, at)
    if mark is None:
        return None
    group = "marked" if mark["marked"] else "bare"
    return Said("fate", _MARKS[mark[group].lower()], *mark.span(group))


def said_after(text: str, at: int, until: int) -> Iterator[Said]:
    """Yield what the words from `at` to `until`, at most, say of the one who is named right before them."""
    until = min(until, _clause_end(text, at))
    clause = text[at:until]
    found = False
    for predicate in _PREDICATE.finditer(clause):
        before = clause[: predicate.start()]
        if _UNREAL.search(before) or not (_GOES_ON if found else _REACHES).fullmatch(before):
            break
        found = True
        begin = next(predicate.start(name) for name in ("passive", "done", "bare") if predicate[name])
        begin -= len(adverb[0]) if (adverb := _ADVERB_BEFORE.search(clause, 0, begin)) else 0
        if not _NEGATED.search(clause, predicate.start(), begin):
            words = clause[begin : _phrase_end(clause, begin)].removesuffix(" and").strip()
            kind: Literal["fate", "role"] = "role" if _RAISED.match(words) else "fate"
            yield Said(kind, words, at + begin, at + begin + len(words))
    if not found and (verb := _FINITE.match(text, at)) and verb["verb"] not in _ENDS_NO_DEED:
        yield from _deed(text, verb.start("verb"), until)


def _deed(text: str, verb: int, end: int) -> Iterator[Said]:
    """Yield the deed from its verb on; in "the group that X founded" it is what stands before, up to the next verb.

    A deed of a word or two, or one that is cut out of a quotation, is none.
    """
    start = verb
    if _RELATIVE.search(text, 0, verb):
        antecedent = _OBJECT.search(text[:verb])
        if antecedent is None:
            return
        start = antecedent.start("words")
        stop = _NEXT_VERB.search(text, verb, end)
        end = stop.start() if stop else end
    words = text[start:end].strip(" ,.")
    if len(words.split()) > _SHORTEST_DEED and words.count('"') % 2 == 0:
        yield Said("deed", words, start, start + len(words))


def _clause_end(text: str, at: int) -> int:
    end = _CLAUSE_END.search(text, at, min(len(text), at + _LONGEST_CLAUSE))
    return end.start() if end and end.start() > at else min(len(text), at + _LONGEST_CLAUSE)


def _phrase_end(clause: str, begin: int) -> int:
    limit = min(len(clause), begin + _LONGEST_PHRASE)
    end = _PHRASE_END.search(clause, begin + 4, limit)
    return end.start() if end else limit


_ACTED_ON = re.compile(
    r"\b(?P<deed>killing|killed|executed|assassinated|arrested|captured|murdered|deposed|executing|capturing|arresting|"
    r"(?:execution|death|assassination|arrest|capture|suicide|resignation|abdication|murder|imprisonment) of) $",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(r"\b(?:after|following|upon|until|before|since|by the time of|with) $", re.IGNORECASE)
_OWN = re.compile(
    r"['’]s? (?P<deed>death|execution|assassination|arrest|capture|suicide|resignation|abdication|murder|captivity)\b"
)


def said_around(text: str, begin: int, end: int) -> Iterator[Said]:
    """Yield what others did to the one named from `begin` to `end`: "killed X", "the arrest of X", "X's death"."""
    before = _ACTED_ON.search(text, max(0, begin - 40), begin)
    if before and not _UNREAL.search(text, max(0, before.start() - 60), before.start()):
        yield Said("fate", before["deed"].removesuffix(" of"), before.start("deed"), end)
    if done := _BY_OWN.match(text, end):
        yield Said("deed", text[begin : done.end()], begin, done.end())
    own = _OWN.match(text, end) if _TIME_BEFORE.search(text, 0, begin) else None
    if own:
        yield Said("fate", own["deed"], begin, own.end())
