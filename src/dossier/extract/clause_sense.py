"""What kind of thing a clause tells: a deed or mere background, of somebody definite or not, and where."""

from __future__ import annotations

import re

from dossier.extract.article import LocatedDate
from dossier.extract.clauses import Clause
from dossier.extract.kinds import PLACE_KINDS
from dossier.extract.verb_forms import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from dossier.extract.verbs import VerbGroup

_HYPOTHETICAL = re.compile(r"(?<!\w)(?:if|unless|would have|could have|might have|should have)(?!\w)")
_QUANTIFIERS = (
    DETERMINERS | PRONOUNS | frozenset("about over nearly almost approximately around only at up two three".split())
)
_WEAK_SUBJECTS = frozenset("this that these those there it".split())
_NO_SUBJECTS = frozenset("there how why what whether".split())
_ONLY_NUMBER = re.compile(r"(?:(?:at least|about|over|some|more than|up to|nearly) )?[\d,.]+", re.IGNORECASE)
_PLACE = re.compile(
    r"(?<!\w)(?:in|at|near|off|outside|over|on)\s+(?:the\s+)?(?P<place>[^\W\d_a-z][\w'’-]*(?:\s+(?:of\s+|the\s+|de\s+|la\s+)?"
    r"[^\W\d_a-z][\w'’-]*){0,4})(?P<noun>(?: [a-z]+)?)"
)


def is_background(
    text: str, clause: Clause, group: VerbGroup | None, date: LocatedDate | None, first_word: str
) -> bool:
    """Whether a clause tells of no deed of this story: what was said or not done, and when is not told."""
    if _HYPOTHETICAL.search(text, clause.verb, clause.end) or first_word in _NO_SUBJECTS:
        return True
    if group and not group.auxiliary and _ONLY_NUMBER.fullmatch(text[slice(*clause.subject)]):
        return True
    if date or group is None:
        return False
    return group.is_speech or group.negated or group.auxiliary == "would" or first_word in _WEAK_SUBJECTS - {"it"}


def is_named(subject: str, common: frozenset[str]) -> bool:
    """Whether the subject is somebody or something definite: "the plan", "Bessonov", "about 150", not "colonists"."""
    words = [word for word in subject.replace("\x02", " ").split() if word[:1].isalnum()]
    if not words:
        return False
    first = words[0].strip(",.").lower()
    if first in _QUANTIFIERS or first[:1].isdigit() or first.endswith(("'s", "’s", "s'")):
        return True
    return any(word[:1].isupper() and (at > 0 or word.lower() not in common) for at, word in enumerate(words))


def place_of(mask: str, clause: Clause) -> str:
    """Return where a clause says that it happened; an adjective, as in "German captivity", is no place."""
    for found in _PLACE.finditer(mask, clause.verb, clause.end):
        noun = found["noun"].strip()
        if noun in PLACE_KINDS:
            return found["place"] + found["noun"]
        if not noun or noun in PREPOSITIONS or noun in CONJUNCTIONS:
            return found["place"]
    return ""
