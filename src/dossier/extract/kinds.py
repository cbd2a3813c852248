"""Words that say what kind of thing a name names: a place, a body of people, or something that is neither."""

from __future__ import annotations

from typing import Literal

PlaceKind = Literal["town", "camp", "region", "river", "sea", "mountains", "railway"]

_REGIONS = (
    "republic assr ssr oblast krai okrug province county district state territory kingdom empire colony principality "
    "duchy region peninsula island islands isle isles archipelago desert steppe forest valley plain plateau basin "
    "delta coast cape gau voivodeship governorate prefecture department canton reservation protectorate mandate "
    "federation sultanate emirate caliphate raj"
)
_KINDS_OF_PLACES: tuple[tuple[PlaceKind, str], ...] = (
    ("river", "river rivers creek stream canal brook rio fluss wadi"),
    ("camp", "camp gulag stalag oflag dulag lager konzentrationslager"),
    ("sea", "sea ocean gulf bay lake strait straits channel sound fjord lagoon loch lough estuary bight firth"),
    ("mountains", "mountains mountain mount mt hills hill range alps massif peak ridge volcano pass heights"),
    ("railway", "railway railroad"),
    ("region", _REGIONS),
    ("town", "city town village port harbour harbor borough municipality"),
)
PLACE_KINDS = {word: kind for kind, words in _KINDS_OF_PLACES for word in words.split()}

BODIES = frozenset(
    "army armies corps division divisions brigade brigades regiment regiments battalion battalions company companies "
    "platoon squad squadron squadrons group groups battery batteries detachment garrison fleet flotilla wing militia "
    "guard guards police gendarmerie force forces legion navy troops command contingent patrol column commando "
    "commandos marines infantry cavalry artillery hussars dragoons lancers fusiliers rifles grenadiers rangers "
    "yeomanry highlanders partisans battlegroup kampfgruppe team crew band cohort legio unit units "
    "panzers luftflotte fliegerkorps kampfgeschwader jagdgeschwader armée régiment bataillon brigata reggimento "
    "freikorps".split()
)
OTHER_THINGS = frozenset(
    "operation battle war siege campaign offensive treaty act pact accord agreement protocol convention declaration "
    "constitution conference congress parliament senate house assembly council committee commission ministry "
    "department office bureau agency court cabinet government administration party union league alliance front "
    "movement organisation organization commune association society institute university college school academy museum "
    "library church cathedral abbey monastery mosque temple synagogue hospital prison palace castle fort fortress "
    "tower gate bridge street road avenue boulevard square park garden station airport airfield aerodrome line wall "
    "hotel theatre theater cemetery memorial monument tomb plan order directive decree law bill code doctrine project "
    "programme program crisis incident revolution revolt rebellion uprising mutiny coup putsch strike riot massacre "
    "genocide holocaust famine plague epidemic pandemic earthquake hurricane typhoon flood eruption fire disaster "
    "accident flight ship class company corporation bank ltd inc co press times post journal gazette magazine news "
    "radio television broadcasting book film novel series song album medal cross prize award star day week month year "
    "century age era summit amendment article articles section chapter volume note resolution proposal ultimatum "
    "report letter speech pocket zone sector area nations states kingdoms federation world east west north south "
    "northern southern eastern western central great big first second third grand mission expedition convoy raid "
    "landing landings invasion evacuation withdrawal retreat defence defense security intelligence service services "
    "headquarters staff depot outpost bunker factory works mill mine dock docks shipyard arsenal free "
    "boeing airbus airlines airways system network reich commonwealth confederation catholic protestant orthodox "
    "jewish islamic christian muslim people's national international royal imperial federal supreme socialist "
    "communist democratic liberal conservative labour labor nazi allied axis soviet sector bowl cup olympic olympics "
    "games bible quran dynasty tribe nation center centre affairs rights freedom liberty peace justice "
    "people peoples tank gun rifle missile rocket bomber fighter aircraft helicopter cruiser destroyer submarine "
    "battleship carrier "
    "frigate sloop mark mk model type jack".split()
)

MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday christmas easter spring summer "
    "autumn winter".split()
)

COUNTRIES = frozenset(
    "europe africa asia america antarctica oceania scandinavia italy denmark britain spain france germany turkey egypt "
    "japan china greece sweden norway portugal belgium netherlands luxembourg hungary cyprus malta israel lebanon "
    "jordan iraq iran kuwait yemen oman qatar bahrain vietnam laos burma myanmar korea taiwan philippines singapore "
    "nepal bhutan bangladesh sudan chad niger mali togo benin ghana cameroon gabon congo kenya uganda rwanda burundi "
    "mozambique zimbabwe madagascar morocco senegal canada mexico cuba haiti jamaica panama honduras nicaragua "
    "guatemala salvador peru chile brazil ecuador uruguay paraguay montenegro kosovo crimea balkans caucasus "
    "manchukuo siam libya ukraine belarus brittany burgundy normandy tuscany lombardy saxony castile aragon flanders "
    "punjab bengal kashmir tibet sumatra java borneo hawaii alaska texas".split()
)
"""Countries and parts of the world whose names do not end like one."""

_ADJECTIVE_ENDINGS = ("ish", "ese", "ian", "ean", "enne", "ic", "anian", "ese", "oise", "wegian", "utch", "elsh")
_ADJECTIVES = frozenset(
    "german french dutch greek czech polish danish swiss scots scottish welsh irish british english american soviet "
    "nazi vichy thai afghan iraqi israeli pakistani bengali kuwaiti saudi yemeni omani qatari somali nepali uzbek "
    "kazakh tajik turkmen kyrgyz uyghur finnish swedish norwegian icelandic moroccan mexican roman german-occupied "
    "ottoman burman tibetan mongol slovak croat serb slovene allied axis free confederate arab jewish tatar cossack "
    "western eastern northern southern central anglo norman saxon u.s. u.s us uk soviet-occupied african asian "
    "european "
    "republican democratic kurdish turkish chilean cuban korean ukrainian".split()
)


def is_nationality(word: str) -> bool:
    """Whether `word`, without capitals, looks like the adjective of a country, people or side."""
    return word in _ADJECTIVES or (len(word) > 5 and word.endswith(_ADJECTIVE_ENDINGS)) or "-occupied" in word
