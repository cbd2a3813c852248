"""The words of English that dates are made of, in lower case, with what each stands for."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "january", "february", "march", "april", "may", "june",
            "july", "august", "september", "october", "november", "december",
        ),
        1,
    )
}  # fmt: skip

SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}

# EDTF's codes of the seasons, without a hemisphere.
SEASONS = {"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23, "winter": 24, "wintertime": 24}

UNITS = {
    "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight", "month": "month", "year": "year",
    "decade": "decade", "century": "century",
    "hours": "hour", "days": "day", "weeks": "week", "fortnights": "fortnight", "months": "month", "years": "year",
    "decades": "decade", "centuries": "century",
}  # fmt: skip

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip

TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

ERAS = {"BC": "BC", "BCE": "BC", "AD": "AD", "CE": "AD"}

# Times of day as TIMEX3 writes them (TimeML 1.2.1, section 2.2.2.1).
DAYPARTS = {
    "morning": "TMO", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "midday": "T12:00", "noon": "T12:00",
    "afternoon": "TAF", "evening": "TEV", "dusk": "TEV", "sunset": "TEV", "nightfall": "TEV", "night": "TNI",
    "midnight": "TNI",
}  # fmt: skip

PARTS = {
    "early": "early", "beginning": "early", "start": "early", "opening": "early", "onset": "early", "outset": "early",
    "mid": "mid", "middle": "mid",
    "late": "late", "end": "late", "close": "late",
}  # fmt: skip

# Ways to reckon: a number before one of them is no year, whatever stands before the number.
MEASURES = frozenset(
    """
    miles mile km kilometres kilometers kilometre kilometer metres meters metre meter m mm cm ft feet foot yards yard acres
    acre hectares nmi mi hp kw tons tonnes ton tonne kg pounds lb lbs dollars francs marks roubles rubles talents percent
    hours hrs hour hr h gmt utc local rpm knots
    """.split()
)

# Things that are counted. Plurals in -s need not stand here.
COUNTED = frozenset(
    """
    men women children people persons personnel infantry cavalry dead wounded killed aircraft cannon militia militiamen
    others more fewer prisoners soldiers troops
    """.split()
)

# Words in -s that are no plurals.
NOT_PLURAL = frozenset("was is has does as its his this thus us towards afterwards across versus perhaps hers ours".split())

# Words for what is numbered: a number behind one of them is its name.
NUMBERED = frozenset(
    """
    no nos number numbers nr page pages p pp chapter section sections article articles resolution flight train route
    highway bus room gate lot hill point line vol volume issue part act law directive order proclamation decree
    regiment battalion brigade division squadron group wing company unit task model type mark mk isbn issn oclc
    population pop c.f.r
    """.split()
)

# Words that make the number behind them an amount.
AMOUNT_BEFORE = frozenset(
    """
    some nearly almost over approximately roughly estimated least most than exceeding totalling totaling numbering
    another additional further only just under up killing wounding capturing losing costing weighing measuring
    plus minus times x with
    """.split()
)

# Prepositions behind which a number of four digits is a year.
AT_A_TIME = frozenset("in since until till during throughout circa ca year early late mid".split())

# Prepositions behind which it may be one.
MAYBE_AT_A_TIME = frozenset(
    "by from to of before after between and through about around or as for at on c spanning vs the a an".split()
)

BEFORE_A_MONTH = frozenset(
    """
    in by since until till during of from to between through throughout early late mid last this next that previous
    following before after and or around about on for over past
    """.split()
)
