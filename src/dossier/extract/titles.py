"""Words that stand before the name of a person, by what they say: a rank, or an office, a calling or a relation.

Closed classes of English, with the ranks of other armies that English texts leave untranslated; no names of people.
"""

from __future__ import annotations

import re

RANKS = frozenset(
    "general colonel major captain lieutenant commander commodore admiral marshal sergeant corporal brigadier ensign "
    "private cadet gunner trooper rifleman midshipman seaman airman bombardier subaltern lieutenant-colonel "
    "lieutenant-general major-general brigadier-general colonel-general vice-admiral rear-admiral counter-admiral "
    "general-major sub-lieutenant field-marshal generalissimo kombrig komdiv komkor komandarm kapitan polkovnik "
    "kapitän korvettenkapitän fregattenkapitän oberst oberstleutnant hauptmann leutnant oberleutnant rittmeister "
    "feldwebel unteroffizier generaloberst général colonnello generale tenente capitano capitaine commandant amiral "
    "contre-amiral vice-amiral teniente almirante capitán coronel chef-d'escadron daimyo taisa taisho "
    "gen col lt ltc maj capt cpt sgt cpl pvt adm vadm radm cdr cmdr brig bgen mgen lcol ens".split()
)
_RANK_ENDINGS = (
    "leutnant",
    "feldmarschall",
    "marschall",
    "führer",
    "feldwebel",
    "generalmajor",
    "generaal",
    "admiral",
    "sturmführer",
)
RANK_MODIFIERS = frozenset(
    "major lieutenant second first brigade brigadier colonel field rear vice air staff police squadron wing group "
    "flight grand fleet sub master gunnery lance army divisional corps battalion general chief petty warrant senior "
    "junior surgeon company marshal captain "
    "commander leader officer regimental détachement de d'armée der infanterie panzertruppe corps".split()
)
OFFICES = frozenset(
    "president vice-president premier chancellor vice-chancellor minister prime-minister king queen emperor empress "
    "tsar czar tsarina kaiser sultan shah caliph emir amir prince princess duke duchess count countess earl baron graf "
    "baroness marquis marquess viscount viscountess lord lady sir dame archduke archduchess crown-prince grand-duke "
    "elector landgrave margrave pope cardinal archbishop bishop patriarch metropolitan imam ayatollah rabbi reverend "
    "pastor chaplain friar abbot governor governor-general lieutenant-governor senator congressman congresswoman "
    "representative deputy delegate mayor ambassador envoy secretary commissar commissioner chairman chairwoman "
    "chairperson speaker judge justice inspector sheriff constable superintendent detective professor prof doctor dr "
    "mr mrs ms miss madame monsieur herr frau don doña regent dictator viceroy consul tribune legate proconsul praetor "
    "caesar khan voivode hetman ataman doge rajah raja maharaja nawab nizam dey bey pasha comrade commander-in-chief "
    "master reichsführer gauleiter reichsmarschall reichskommissar reichsprotektor attorney sen rep gov pres rev hon "
    "supt "
    "führer duce caudillo taoiseach chief shogun tenno mp".split()
)
CALLINGS = frozenset(
    "historian journalist reporter engineer architect author writer poet novelist playwright painter artist sculptor "
    "composer singer musician actor actress director filmmaker photographer scientist physicist chemist biologist "
    "geologist economist philosopher theologian lawyer barrister solicitor physician surgeon nurse pilot aviator "
    "navigator sailor soldier officer operator merchant banker businessman industrialist politician statesman diplomat "
    "revolutionary activist anarchist socialist communist nationalist leader dictator general colonel captain sergeant "
    "lieutenant major corporal private admiral commander commandant spokesman spokeswoman spokesperson agent spy "
    "assassin conspirator plotter designer inventor founder explorer missionary priest monk nun teacher student "
    "scholar academic researcher archaeologist anthropologist sociologist psychologist analyst critic editor publisher "
    "columnist broadcaster witness survivor prisoner guard warden wife husband son daughter brother sister father "
    "mother uncle aunt nephew niece cousin widow grandson granddaughter grandfather grandmother half-brother "
    "stepson fiancée mistress heir successor predecessor colleague comrade friend aide adjutant "
    "secretary assistant adviser advisor "
    "superior subordinate deputy counterpart rival ally opponent politician organiser organizer lawyer attorney "
    "prosecutor king emperor prince bishop archbishop governor mayor president chairman minister secretary ambassador "
    "envoy negotiator delegate senator congressman representative marshal firefighter policeman constable worker miner "
    "farmer peasant blacksmith carpenter baker landlord nobleman noblewoman knight chieftain warlord chief rebel "
    "insurgent guerrilla partisan militant gunman bomber hijacker terrorist biographer memoirist diarist strategist "
    "designer mutineer coxswain purser steward stewardess owner manager signaller telegraphist stoker "
    "lookout helmsman quartermaster boatswain doctor professor".split()
)
OFFICE_MODIFIERS = frozenset(
    "prime vice deputy acting foreign interior defence defense finance lord first chief grand crown supreme queen king "
    "president former then secretary attorney general high state privy under permanent war police "
    "reich party imperial royal papal colonial provincial assistant associate special".split()
)
HONORIFICS = frozenset("mr mrs ms miss madame monsieur herr frau don doña sir dame lord lady".split())


def is_rank(word: str) -> bool:
    """Whether `word`, without capitals, is a military or police rank."""
    bare = word.rstrip(".")
    return bare in RANKS or (len(bare) > 8 and bare.endswith(_RANK_ENDINGS))


def is_title(word: str) -> bool:
    """Whether `word`, without capitals, is a rank or an office that stands before a name, or before several names."""
    bare = word.rstrip(".")
    return is_rank(bare) or bare in OFFICES or is_plural(bare)


def is_plural(title: str) -> bool:
    """Whether a title is of several people: "former Presidents", "representatives"."""
    one = title.lower().rpartition(" ")[2].removesuffix("s")
    return title[-1:] == "s" and len(one) > 3 and (one in OFFICES or one in RANKS or one in CALLINGS)


def is_modifier(word: str) -> bool:
    """Whether `word`, without capitals, can stand before a rank or an office and belong to it."""
    bare = word.rstrip(".")
    return bare in RANK_MODIFIERS or bare in OFFICE_MODIFIERS or is_title(bare)


_CALLING_ENDING = re.compile(r"[a-zà-ÿ-]{3,}(?:ologist|ographer|keeper|officer|leader|smith|woman)")


def is_calling(word: str) -> bool:
    """Whether `word` names what somebody is: an office, a rank, a profession or a relation."""
    low = word.lower()
    return (
        low in CALLINGS
        or low in OFFICES
        or is_plural(low)
        or is_rank(low)
        or _CALLING_ENDING.fullmatch(low) is not None
    )
