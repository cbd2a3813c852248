"""The verbs of a clause: which words say that something was done, and which only how things stood.

English alone, by its closed classes: auxiliaries, irregular verbs, verbs of state and of speech (after Vendler, "Verbs
and times", 1957, and Levin, "English verb classes", 1993). There is no dictionary of words that are open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

BE_PAST = frozenset(("was", "were"))
BE = BE_PAST | {"is", "are", "be", "been", "being"}
MODALS = frozenset("would could should might may will can must shall cannot".split())
PRESENT = frozenset("is are has have does do".split())
DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any each every no another all both several many "
    "most few more".split()
)
PRONOUNS = frozenset("he she it they we i you who others himself themselves one".split())
PREPOSITIONS = frozenset(
    "of in on at by from to with into for under over during through against between among towards toward upon within "
    "without after before since until behind across along around off near about as than despite following outside "
    "inside onto beyond per via throughout".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so".split())
SUBORDINATORS = frozenset(
    "when while after before because since although though as if unless until till once whereas where whether".split()
)
RELATIVES = frozenset("that which who whom whose where".split())

_ADVERBS = frozenset(
    "not never also then soon later now still already again finally once first however therefore thus only even both "
    "all almost just ever together instead further back alone indeed often twice thereafter afterwards meanwhile "
    "himself herself itself themselves hence rather quite".split()
)
_PAST = frozenset(
    "became began blew bore bred broke brought built burnt bought caught chose came crept dealt dug drew drank drove "
    "ate fell fed fought found fled flung flew forbade forgot forgave froze got gave went grew heard hid held kept "
    "knelt laid led leapt left lent lost made met misled mistook outran overcame overran overthrew paid quit ran "
    "rebuilt rode rang rose said saw sought sold sent shook shot showed shrank sang sank slew slid spoke sped spent "
    "sprang stole stuck struck strove swore swept swam swung took taught tore told threw trod undertook underwent "
    "upheld woke won wept withdrew withheld withstood wrote arose awoke befell foresaw foretold oversaw retook undid "
    "lay stood sat knew thought felt meant understood wore slept cost had dwelt shone".split()
)
_SAME_PAST = frozenset(
    "put cut hit set let shut split spread cast broadcast burst hurt beat bid rid shed thrust".split()
)
_PARTICIPLES = frozenset(
    "born borne beaten become begun bitten blown broken brought built burnt bought caught chosen come dealt dug drawn "
    "driven eaten fallen fed fought found flown forbidden forgotten forgiven frozen given gone grown heard hidden held "
    "kept laid led left lent lost made met misled mistaken overcome overrun overthrown paid rebuilt ridden risen run "
    "said seen sought sold sent shaken shot shown shrunk sunk slain spoken spent stolen stuck struck sworn swept taken "
    "taught torn told thrown undertaken undergone upheld won withdrawn withheld written arisen foreseen overseen "
    "retaken undone hung flooded shut bound wounded done known thought understood worn felt meant".split()
)
_NO_VERBS = frozenset(
    "hundred indeed need speed seed feed breed deed red bed shed sacred naked wicked infrared kindred hatred embed "
    "united so-called armored armoured mechanized mechanised motorized motorised fortified unarmed "
    "assorted combined".split()
)
_STATES = frozenset(
    "had knew believed thought considered regarded wanted wished hoped expected feared felt seemed remained consisted "
    "comprised included contained belonged existed lived meant needed liked loved hated understood anticipated "
    "depended relied lacked resembled represented lay stood sat cost weighed measured owned possessed favoured favored "
    "preferred involved concerned constituted numbered totalled totaled averaged ranged varied stretched bordered "
    "overlooked faced featured reflected indicated suggested implied required served survived wore dwelt desired "
    "assumed supposed doubted differed mattered sought tended deserved matched dated rested centred centered enjoyed "
    "feared trusted admired shared used continued dominated accounted corresponded saw viewed enabled allowed slept "
    "centred explained demonstrated showed estimated speculated concluded posed dealt provided counted lasted helped "
    "affected influenced ensured".split()
)
_STATES_PASSIVE = frozenset(
    "located situated known called considered regarded described composed comprised based expected supposed believed "
    "thought said reported estimated connected covered separated divided split interested perturbed dressed armed "
    "equipped entitled intended required needed meant understood viewed seen perceived related linked "
    "associated limited dominated inhabited populated bordered made involved convinced worried aware "
    "concerned supported prepared influenced characterized characterised debated disputed attributed credited depicted "
    "portrayed represented stationed owned allowed permitted tired exhausted determined inspired mixed located "
    "outnumbered followed experienced skilled motivated advised hoped assumed feared supposed".split()
)
_DESCRIBING = frozenset(
    "dressed armed equipped located situated based stationed composed comprised known described considered regarded "
    "designed intended named titled".split()
)
"""Participles that describe the noun before them where a preposition follows: troops dressed in blue."""
_SEMI_STATES = frozenset("designed named titled used surrounded formed".split())
"""Participles that tell a deed only where a date stands with them: it was named in 1956, it was used for trade."""
_SPEECH = frozenset(
    "said wrote stated claimed argued noted remarked described explained commented believed thought suggested asserted "
    "maintained observed recalled told added insisted emphasized emphasised stressed pointed reported complained "
    "mentioned acknowledged expressed speculated concluded".split()
)
_CLAUSE_AFTER = _SPEECH | frozenset(
    "announced declared decided agreed ensured promised feared hoped learned learnt heard found felt discovered "
    "realised realized warned proposed ordered demanded showed revealed".split()
)
_INGS = re.compile(r"[a-z]{3,}ing")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a clause and its place in the sentence."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb with its auxiliaries: tokens `first` up to `until`; `head` is the word that says what was done."""

    first: int
    until: int
    head: str
    auxiliary: str = ""
    passive: bool = False
    negated: bool = False

    @property
    def is_past(self) -> bool:
        """Whether it tells of the past."""
        return self.auxiliary not in PRESENT and self.auxiliary not in MODALS - {"would"}

    def is_deed(self, *, dated: bool) -> bool:
        """Whether it tells what was done or happened, and not how something stood or was said to be."""
        if self.passive:
            return self.head not in _STATES_PASSIVE and (dated or self.head not in _SEMI_STATES)
        if self.head in ("", "be") or self.auxiliary in BE or self.auxiliary in PRESENT:
            return False
        return self.head not in _STATES

    @property
    def is_speech(self) -> bool:
        """Whether it tells what somebody said or held."""
        return not self.passive and self.head in _SPEECH

    @property
    def is_intent(self) -> bool:
        """Whether it tells what was to be done: "were to land", "is to open"."""
        return self.auxiliary in BE and self.head == "to"


def is_participle(low: str) -> bool:
    """Whether a word can be a past participle."""
    return low in _PARTICIPLES or low in _SAME_PAST or _ends_in_ed(low)


def _is_past(low: str) -> bool:
    return low in _PAST or low in _SAME_PAST or _ends_in_ed(low)


def _ends_in_ed(low: str) -> bool:
    return low.endswith("ed") and len(low) > 3 and low not in _NO_VERBS and low.isalpha()


def is_adverb(low: str) -> bool:
    """Whether a word only says how or when, so that it may stand between a subject and its verb."""
    return low in _ADVERBS or (low.endswith("ly") and len(low) > 4)


def verb_groups(tokens: Sequence[Token], *, headless: bool = False) -> list[VerbGroup]:
    """Return the finite verbs of a clause; only where it is `headless` may it begin with one."""
    found: list[VerbGroup] = []
    at = 0
    while at < len(tokens):
        group = _auxiliary(tokens, at) if _is_auxiliary(tokens[at].low) else _simple(tokens, at, headless)
        if group:
            found.append(group)
        at = group.until if group else at + 1
    return found


def _is_auxiliary(low: str) -> bool:
    return low in BE_PAST or low in MODALS or low in PRESENT or low in ("had", "did")


def _auxiliary(tokens: Sequence[Token], at: int) -> VerbGroup:
    auxiliary, negated, progressive = tokens[at].low, False, False
    here = at + 1
    be = auxiliary in BE
    while here < len(tokens) and (is_adverb(tokens[here].low) or tokens[here].low in ("been", "be", "being", "have")):
        negated = negated or tokens[here].low in ("not", "never")
        be = be or tokens[here].low in ("been", "be")
        progressive = progressive or tokens[here].low == "being"
        here += 1
    word = tokens[here].low if here < len(tokens) else ""
    if be and is_participle(word):
        return VerbGroup(at, here + 1, word, auxiliary, passive=True, negated=negated)
    if be and (word == "to" or (_INGS.fullmatch(word) and not progressive)):
        return VerbGroup(at, here + 1, word, auxiliary, negated=negated)
    if be:
        return VerbGroup(at, here, "be", auxiliary, negated=negated)
    if auxiliary == "had" and not is_participle(word):
        return VerbGroup(at, at + 1, "had")
    return VerbGroup(at, here + 1, word, auxiliary, negated=negated)


def _simple(tokens: Sequence[Token], at: int, headless: bool) -> VerbGroup | None:
    low = tokens[at].low
    if not _is_past(low) or tokens[at].text[:1].isupper():
        return None
    before = at - 1
    while before >= 0 and is_adverb(tokens[before].low):
        before -= 1
    if before < 0 and not headless:
        return None
    previous = tokens[before].low if before >= 0 else ""
    if previous in DETERMINERS - {"this", "that", "all", "both", "some", "many", "most", "few"} or previous in BE:
        return None
    if previous in PREPOSITIONS or previous == "to":
        return None
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low in ("named", "called", "dubbed") and tokens[at + 1 : at + 2] and not following.islower():
        return None
    ambiguous = is_participle(low)
    if ambiguous and following in PREPOSITIONS and low in _DESCRIBING:
        return None
    if ambiguous and following == "by" and low not in ("passed", "stood"):
        return None
    if ambiguous and _modifies(tokens, at):
        return None
    return VerbGroup(at, at + 1, low)


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle belongs to a noun: nouns alone, or a phrase, stand between it and the real verb."""
    if tokens[at].low in _CLAUSE_AFTER:
        return False
    plain, prepositions = True, at + 1 < len(tokens) and tokens[at + 1].low in PREPOSITIONS
    for here in range(at + 1, min(len(tokens), at + 12)):
        low = tokens[here].low
        if low in CONJUNCTIONS or low in RELATIVES or low in SUBORDINATORS - PREPOSITIONS or low == "to":
            return False
        if low in BE_PAST or low == "had":
            return plain or prepositions
        if _is_past(low) and not tokens[here].text[:1].isupper() and tokens[here - 1].low not in DETERMINERS:
            after = tokens[here + 1].low if here + 1 < len(tokens) else ""
            return (here > at + 1 and plain) or (prepositions and after not in PREPOSITIONS)
        plain = plain and not (low in PREPOSITIONS or low in DETERMINERS or low in PRONOUNS or low[:1].isdigit())
    return False


def main_groups(tokens: Sequence[Token], *, headless: bool = False) -> list[VerbGroup]:
    """Return the verb of a clause and those that go on from it: "lived through the war and were then executed".

    The verb of a relative clause is none of them, nor is anything behind a conjunction that begins a clause of its own.
    """
    groups = verb_groups(tokens, headless=headless)
    if not groups:
        return []
    relative = next((at for at in range(1, groups[0].first) if _opens_relative(tokens, at)), None)
    rest = groups
    if relative is not None and not any(is_participle(token.low) for token in tokens[relative : groups[0].first]):
        rest = groups[1:]
    if not rest:
        return []
    found = [rest[0]]
    for last, group in pairwise(rest):
        between = [token.low for token in tokens[last.until : group.first]]
        ends = [at for at, low in enumerate(between) if low in CONJUNCTIONS]
        if not ends or not all(is_adverb(low) for low in between[ends[-1] + 1 :]):
            break
        found.append(group)
    return found


def _opens_relative(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low in RELATIVES and tokens[at - 1].low not in PREPOSITIONS | CONJUNCTIONS
