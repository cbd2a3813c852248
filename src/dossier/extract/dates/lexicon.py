"""The words of English that dates are made of, and those that betray a number as something else. All in lower case."""

from __future__ import annotations

from typing import Final

from dossier.model.dates import Part

MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip

SHORT_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

# Monday is 0, as in datetime.
WEEKDAYS: Final = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip

# EDTF's codes of the seasons without a hemisphere.
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

UNITS: Final = {
    "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight", "month": "month", "year": "year",
    "decade": "decade", "century": "century",
    "hours": "hour", "days": "day", "weeks": "week", "fortnights": "fortnight", "months": "month", "years": "year",
    "decades": "decade", "centuries": "century",
}  # fmt: skip

CARDINALS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip

ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

ERAS: Final = {"BC": -1, "BCE": -1, "AD": 1, "CE": 1}

# Times of day as TIMEX3 writes them (TimeML 1.2.1, annotation guidelines, section 2.2.2.1).
DAYPARTS: Final = {
    "morning": "TMO", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "midday": "T12:00", "noon": "T12:00",
    "afternoon": "TAF", "evening": "TEV", "dusk": "TEV", "sunset": "TEV", "nightfall": "TEV", "night": "TNI",
    "midnight": "TNI",
}  # fmt: skip

PARTS: Final[dict[str, Part]] = {"early": "early", "mid": "mid", "late": "late"}

# "The end of 1914". The rest of a year is no part that has a name.
EDGES: Final[dict[str, Part | None]] = {
    "beginning": "early", "start": "early", "opening": "early", "onset": "early", "outset": "early",
    "middle": "mid", "height": "mid",
    "end": "late", "close": "late",
    "rest": None, "remainder": None, "course": None,
}  # fmt: skip

# "The last days of 1914".
STRETCHES: Final[dict[str, Part]] = {
    "first": "early", "early": "early", "opening": "early", "initial": "early",
    "late": "late", "latter": "late", "last": "late", "final": "late", "closing": "late",
}  # fmt: skip

POINTERS: Final = {
    "same": 0, "next": 1, "following": 1, "ensuing": 1, "subsequent": 1, "succeeding": 1,
    "previous": -1, "preceding": -1, "prior": -1,
}  # fmt: skip

LATER: Final = frozenset("later afterwards afterward thereafter".split())
EARLIER: Final = frozenset("earlier previously beforehand prior".split())
ABOUT: Final = frozenset("about around circa ca c approximately roughly".split())
PERHAPS: Final = frozenset("perhaps possibly probably".split())

# Prepositions behind which a number of four digits is a year.
IN_A_YEAR: Final = frozenset("in since until till during throughout circa ca year early late mid".split())

# Words behind which it is one unless it counts what follows.
PERHAPS_IN_A_YEAR: Final = frozenset(
    "by from to of before after between and through about around or as for at on c spanning vs the a an".split()
)

# Words behind which a month is no name of a person and no verb.
BEFORE_A_MONTH: Final = IN_A_YEAR | PERHAPS_IN_A_YEAR - {"the", "a", "an"} | frozenset(
    "last this next that previous following over past".split()
)  # fmt: skip

# Words that can follow "on the 18th": what it belongs to is not among them.
AFTER_A_DAY: Final = frozenset(
    """
    and the to he she they it we was were had has did in at when where a an with by but his her its their for from as
    both only after before or until that which who while because of
    """.split()
)

# Ways to measure: a number before one of them is no year, whatever stands before the number.
MEASURES: Final = frozenset(
    """
    mile miles km kilometre kilometres kilometer kilometers metre metres meter meters m mm cm foot feet ft yard yards
    acre acres hectares mi nmi hp kw ton tons tonne tonnes kg lb lbs pounds dollars francs marks roubles rubles talents
    percent hour hours hr hrs h gmt utc rpm knots
    """.split()
)

# What is counted. Plurals in -s need not stand here.
COUNTED: Final = MEASURES | frozenset(
    "men women children people persons personnel infantry cavalry dead wounded killed aircraft cannon militia".split()
)

NO_PLURALS: Final = frozenset(
    "this thus towards afterwards across versus perhaps does goes always besides sometimes".split()
)

# What is numbered: a number behind one of them is its name.
NUMBERED: Final = frozenset(
    """
    no nos nr number numbers page pages p pp chapter section sections article articles resolution flight train route
    highway bus room gate lot hill point line vol volume issue act law directive order proclamation decree
    regiment battalion brigade division squadron group wing company unit task model type mark mk isbn issn oclc
    population pop
    """.split()
)

# What a number or a date can be the name of.
UNITS_OF_ARMIES: Final = frozenset(
    "army corps division brigade regiment battalion company squadron infantry armoured armored panzer cavalry".split()
)

# Words that make the number behind them an amount.
AMOUNT_BEFORE: Final = frozenset(
    """
    some nearly almost over approximately roughly estimated least most than exceeding totalling totaling numbering
    another additional further only just under up killing wounding capturing losing costing weighing measuring
    plus minus times x with
    """.split()
)
