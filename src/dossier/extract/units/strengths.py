"""How many people, in words: "50-55", "some 600", "two ... of 20 each", "1,500", "between 80 and 100"."""

from __future__ import annotations

import re

_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}

_UNIT_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_FIGURE = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,7})(?: (?:hundred|thousand|million))?|"
    rf"(?:{_UNIT_WORD})(?:[- ](?:{_UNIT_WORD}))?(?: (?:hundred|thousand))?"
)
ABOUT = (
    r"about|around|approximately|approx\.|some|roughly|nearly|almost|circa|ca\.|c\.|an estimated|estimated|over|"
    r"more than|at least|up to"
)
NUMBER = (
    rf"(?:(?P<about>{ABOUT}|~) ?)?(?:between )?(?P<low>{_FIGURE})"
    rf"(?:(?: ?[-–—] ?| to | or | and (?=\d))(?:(?:{ABOUT}) )?(?P<high>{_FIGURE}))?"
)
PEOPLE = (
    r"people|persons|men|women|soldiers|troops|sailors|marines|officers|policemen|police|fighters|guerrillas|guerillas|"
    r"partisans|volunteers|pows|prisoners of war|prisoners|captives|insurgents|rebels|members|personnel|cavalry|"
    r"cavalrymen|horsemen|"
    r"infantry|infantrymen|foot|archers|knights|militiamen|gunners|operators|commandos|paratroopers|airmen|students|"
    r"workers|civilians|regulars|rank and file|sabres|bayonets|warriors|mercenaries|agents|saboteurs|engineers|"
    r"gendarmes|guards|guardsmen|defenders|survivors|crew|crewmen|passengers|colonists|settlers|riflemen|legionnaires|"
    r"auxiliaries|reservists|conscripts|recruits|cadets|hands|souls|delegates|firefighters|nurses|deserters|exiles"
)
_MOST = 99_999_999


def figure(text: str) -> int:
    """Return the number that `text` writes, in figures or in English words."""
    total = current = 0
    for word in re.split(r"[\s-]+", text.lower().replace(",", "")):
        if word in _SCALES:
            current = (current or 1) * _SCALES[word]
        elif word.isdecimal():
            current = current * 100 + int(word) if current >= 1000 else current + int(word)
        elif word in _WORDS:
            current += _WORDS[word]
    return min(total + current, _MOST)


def strength_of(found: re.Match[str], times: int = 1) -> str:
    """Return a match of NUMBER as `model.strength` writes it, `times` over: "2 x 50-55", "about 150"; empty if none."""
    low = figure(found["low"])
    high = figure(found["high"]) if found["high"] else low
    if not low or high < low:
        return ""
    numbers = f"{low}" if low == high else f"{low}-{high}"
    about = "about " if found["about"] else ""
    return f"{about}{f'{times} x ' if times > 1 else ''}{numbers}"
