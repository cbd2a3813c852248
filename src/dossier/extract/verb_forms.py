"""The closed classes of English that verbs are known by: auxiliaries, irregular forms, verbs of state and of speech."""

from __future__ import annotations

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

ADVERBS = frozenset(
    "not never also then soon later now still already again finally once first however therefore thus only even both "
    "all almost just ever together instead further back alone indeed often twice thereafter afterwards meanwhile "
    "himself herself itself themselves hence rather quite".split()
)
PAST = frozenset(
    "became began blew bore bred broke brought built burnt bought caught chose came crept dealt dug drew drank drove "
    "ate fell fed fought found fled flung flew forbade forgot forgave froze got gave went grew heard hid held kept "
    "knelt laid led leapt left lent lost made met misled mistook outran overcame overran overthrew paid quit ran "
    "rebuilt rode rang rose said saw sought sold sent shook shot showed shrank sang sank slew slid spoke sped spent "
    "sprang stole stuck struck strove swore swept swam swung took taught tore told threw trod undertook underwent "
    "upheld woke won wept withdrew withheld withstood wrote arose awoke befell foresaw foretold oversaw retook undid "
    "lay stood sat knew thought felt meant understood wore slept cost had dwelt shone".split()
)
SAME_PAST = frozenset(
    "put cut hit set let shut split spread cast broadcast burst hurt beat bid rid shed thrust".split()
)
PARTICIPLES = frozenset(
    "born borne beaten become begun bitten blown broken brought built burnt bought caught chosen come dealt dug drawn "
    "driven eaten fallen fed fought found flown forbidden forgotten forgiven frozen given gone grown heard hidden held "
    "kept laid led left lent lost made met misled mistaken overcome overrun overthrown paid rebuilt ridden risen run "
    "said seen sought sold sent shaken shot shown shrunk sunk slain spoken spent stolen stuck struck sworn swept taken "
    "taught torn told thrown undertaken undergone upheld won withdrawn withheld written arisen foreseen overseen "
    "retaken undone hung flooded shut bound wounded done known thought understood worn felt meant".split()
)
NO_VERBS = frozenset(
    "hundred indeed need speed seed feed breed deed red bed shed sacred naked wicked infrared kindred hatred embed "
    "united so-called armored armoured mechanized mechanised motorized motorised fortified unarmed "
    "assorted combined".split()
)
STATES = frozenset(
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
STATES_PASSIVE = frozenset(
    "located situated known called considered regarded described composed comprised based expected supposed believed "
    "thought said reported estimated connected covered separated divided split interested perturbed dressed armed "
    "equipped entitled intended required needed meant understood viewed seen perceived related linked "
    "associated limited dominated inhabited populated bordered made involved convinced worried aware "
    "concerned supported prepared influenced characterized characterised debated disputed attributed credited depicted "
    "portrayed represented stationed owned allowed permitted tired exhausted determined inspired mixed located "
    "outnumbered followed experienced skilled motivated advised hoped assumed feared supposed".split()
)
DESCRIBING = frozenset(
    "dressed armed equipped located situated based stationed composed comprised known described considered regarded "
    "designed intended named titled".split()
)
"""Participles that describe the noun before them where a preposition follows: troops dressed in blue."""
SEMI_STATES = frozenset("designed named titled used surrounded formed".split())
"""Participles that tell a deed only where a date stands with them: it was named in 1956, it was used for trade."""
SPEECH = frozenset(
    "said wrote stated claimed argued noted remarked described explained commented believed thought suggested asserted "
    "maintained observed recalled told added insisted emphasized emphasised stressed pointed reported complained "
    "mentioned acknowledged expressed speculated concluded".split()
)
CLAUSE_AFTER = SPEECH | frozenset(
    "announced declared decided agreed ensured promised feared hoped learned learnt heard found felt discovered "
    "realised realized warned proposed ordered demanded showed revealed".split()
)
