"""The order of events where a sentence gives it: "soon after this failure", "before his arrest", "thereafter"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.extract.clauses import DATE, Clause, Span
from dossier.extract.items import OrderSide
from dossier.extract.verbs import is_participle

_PHRASE = re.compile(
    r"(?<!\w)(?P<lead>(?:(?:very |only |just |not long )?(?:soon|shortly|immediately|directly|sometime|"
    r"(?:(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|few|a few) )?"
    r"(?:minutes?|hours?|days?|weeks?|months?|years?))\s+)?)"
    r"(?P<side>after|following|before|prior to|upon)\s+(?P<anchor>[^,;:.()]{2,120})",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?:\w+ ){0,2}(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)(?: of .*)?\s*$", re.IGNORECASE
)
_LEADING = re.compile(
    r"(?<!\w)(?P<side>after|following|before|prior to)\s+"
    r"(?P<anchor>(?:the|this|that|his|her|their|its)\s+[a-z-]+(?: [a-z-]+)?)"
    r"(?=\s+(?:the|an?|he|she|it|they|his|her|their|[A-Z]\S*)\b)",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"(?<!\w)(?:(?:soon|shortly|immediately|not long)\s+(?:after(?:wards?)?|thereafter)|thereafter|afterwards?|"
    r"subsequently|(?:\w+ )?(?:minutes|hours|moments) later|"
    r"later (?:that|the same|in the) (?:day|morning|evening|night)|"
    r"(?:in|over|during) the (?:following|next|subsequent|ensuing) (?:\w+ )?(?:hours|days|weeks|months|years))"
    r"(?=\s*(?:,|\w|$))",
    re.IGNORECASE,
)
_THEN = re.compile(r"(?<=\s)then(?=\s)|^then(?=\s)", re.IGNORECASE)
_OUTLIVED = re.compile(
    r"(?<!\w)(?:survived|outlived|lived through)\s+(?P<anchor>the \w+(?: \w+)?)(?=\s+(?:to|and|only)\b)"
)
_BEING = re.compile(r"(?:being|having(?: been)?)\s+(?:\w+ly\s+)?(?P<head>\w+)(?P<rest>[^,;:.()]*)")
_POSSESSED = re.compile(r"(?:his|her|their|its|[A-Z][\w-]*['’]s?) (?P<head>[a-z]+)(?= (?:to|into|from|by|in|at|of)\b)")
_SIDES: dict[str, OrderSide] = {
    "after": "after", "following": "after", "upon": "after", "before": "before", "prior to": "before",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OrderPhrase:
    """Words that give an order, and those of them that name what it is counted from; empty for "thereafter".

    `deed` is where those words tell a deed of their own: "after being transferred to their custody".
    """

    side: OrderSide
    span: Span
    anchor: Span
    deed: Span | None = None


def order_of(mask: str, clause: Clause) -> OrderPhrase | None:
    """Return the order that a clause gives to what it tells, or None. A date is no order."""
    outlived = _OUTLIVED.search(mask, clause.start, clause.end)
    if outlived:
        return OrderPhrase("after", outlived.span(), outlived.span("anchor"))
    inner = min((start for start, _ in clause.inner), default=clause.end)
    for start, end in (*clause.before, *clause.behind, (clause.verb, clause.end)):
        found = _PHRASE.search(mask, start, end)
        if not found or not _orders(mask, found):
            continue
        if start != clause.verb or (found.start("side") <= inner and _is_at_an_end(found, end)):
            side = _SIDES[" ".join(found["side"].lower().split())]
            return OrderPhrase(side, found.span(), found.span("anchor"), _deed(mask, found))
    leading = _LEADING.search(mask, clause.start, clause.verb)
    if leading:
        side = _SIDES[" ".join(leading["side"].lower().split())]
        return OrderPhrase(side, leading.span(), leading.span("anchor"))
    for start, end in (*clause.before, (clause.start, clause.end)):
        adverb = _ADVERB.search(mask, start, end) or _THEN.search(mask, start, end)
        if adverb:
            return OrderPhrase("after", adverb.span(), (adverb.end(), adverb.end()))
    return None


def named_deed(mask: str, clause: Clause) -> OrderPhrase | None:
    """Return the last words of a clause that tell a deed of their own and its order, whatever else gives an order."""
    for start, end in (*clause.behind, *clause.inner, (clause.verb, clause.end)):
        for found in _PHRASE.finditer(mask, start, end):
            deed = _deed(mask, found)
            if deed and DATE not in found["anchor"]:
                side = _SIDES[" ".join(found["side"].lower().split())]
                return OrderPhrase(side, found.span(), found.span("anchor"), deed)
    return None


def _deed(mask: str, found: re.Match[str]) -> Span | None:
    being = _BEING.match(found["anchor"])
    at = found.start("anchor")
    if being and is_participle(being["head"].lower()):
        return at + being.start("head"), at + being.end("rest")
    return found.span("anchor") if _POSSESSED.match(found["anchor"]) else None


def _orders(mask: str, found: re.Match[str]) -> bool:
    """Whether a phrase orders its own clause, by an event: not "and after ...", "not before ...", "after ten days"."""
    leads = mask.endswith((" and ", " but ", "not "), max(0, found.start() - 5), found.start())
    return not leads and DATE not in found["anchor"] and _MEASURE.match(found["anchor"]) is None


def _is_at_an_end(found: re.Match[str], end: int) -> bool:
    """Whether nothing but the anchor follows in the clause, so that it does not order some smaller thing."""
    return found.end() >= end - 1
