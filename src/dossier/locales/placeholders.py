"""The markup of a text as translators see it: numbered placeholders, and what a translation may not do to them.

In the order in which they stand, *emphasis* and [words](#id) become <1>words</1> and {value} becomes {2}. The program's
own texts keep their named placeholders, such as {date}.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import count

from dossier.model.inline import parse_inline

VALUE = "{value}"
LONGEST = 10
"""How many times as long as its text a translation may be; a text counts for `SHORTEST` characters at least."""
SHORTEST = 10

_PLACEHOLDER = re.compile(r"</?\d+>|\{\w+\}")
_CHOICES = {
    **dict.fromkeys(("{ordinal}", "{roman}", "{first}"), "{number}"),
    "{years}": "{year}",
    "{part}": "{date}",
}
_VALUE = re.compile(r"\{value\}")
_MARKUP = re.compile(r"<[^<>\s\d][^<>]*>|</?\d+>|\*[^*\n]+\*|\[[^\]\n]*\]\([^)\n]*\)|&#?\w+;|[{}]")
# The marks U+200E and U+200F reach no further than where they stand; all that opens an embedding, an override or an
# isolate does, and the program sets the direction itself.
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069]")


def numbered(text: str) -> str:
    """Return `text` with its markup as numbered placeholders."""
    return _numbered(text)[0]


def restored(translation: str, text: str) -> str:
    """Return `translation`, in which `fault` finds nothing, with the markup of `text` for its placeholders."""
    _, marks = _numbered(text)
    for number, (before, after) in marks.items():
        if before == VALUE:
            translation = translation.replace(f"{{{number}}}", VALUE)
        else:
            translation = translation.replace(f"<{number}>", before).replace(f"</{number}>", after)
    return translation


def meanings(text: str) -> tuple[str, ...]:
    """Return what each placeholder of `text` stands for, for the people who translate it."""
    return tuple(
        f"{{{number}}}: a number that the program works out"
        if before == VALUE
        else f"<{number}>: emphasis"
        if before == "*"
        else f"<{number}>: a link to {after[3:-1]}"
        for number, (before, after) in _numbered(text)[1].items()
    )


def _numbered(text: str) -> tuple[str, Mapping[str, tuple[str, str]]]:
    """Return `text` with placeholders and, by number, the markup before and after the words of each."""
    marks: dict[str, tuple[str, str]] = {}
    # Numbers that a text has in such brackets itself are not given out.
    numbers = (str(number) for number in count(1) if not re.search(rf"<{number}>|</{number}>|\{{{number}\}}", text))

    def value(_: re.Match[str]) -> str:
        marks[number := next(numbers)] = (VALUE, "")
        return f"{{{number}}}"

    pieces = []
    for run in parse_inline(text):
        if run.emphasis or run.target is not None:
            marks[number := next(numbers)] = ("*", "*") if run.emphasis else ("[", f"](#{run.target})")
            pieces.append(f"<{number}>{_VALUE.sub(value, run.text)}</{number}>")
        else:
            pieces.append(_VALUE.sub(value, run.text))
    return "".join(pieces), marks


def fault(translation: str, text: str, *, may_lack: bool = False) -> tuple[str, str] | None:
    """Return what is wrong with `translation` and what to do about it, or None.

    Both are in the form that translators see. With `may_lack` a placeholder may be left out, as the number is in some
    plural forms.
    """
    wanted, found = (Counter(_placeholders(each)) for each in (text, translation))
    for mark in sorted(wanted - found) if not may_lack else ():
        return f"the placeholder {mark} of the text is missing", f"Put {mark} where it belongs in the translation."
    for mark in sorted(found - wanted):
        if mark in wanted:
            return f"the placeholder {mark} stands there more than once", f"Leave one {mark} and delete the others."
        return f"the text has no placeholder {mark}", f"Delete {mark}; use only the placeholders of the text."
    if (problem := _nesting(translation)) and not _nesting(text):
        return problem
    markup = Counter(_MARKUP.findall(_PLACEHOLDER.sub("", translation)))
    if others := markup - Counter(_MARKUP.findall(_PLACEHOLDER.sub("", text))):
        return f"{min(others)!r} is markup that the text does not have", "Write plain words, and only the placeholders."
    if (control := _CONTROLS.search(translation)) and control[0] not in text:
        code = f"U+{ord(control[0]):04X}"
        return f"it has the control character {code}", "Delete it; the program sets the direction of the text itself."
    if translation.count("\n") > text.count("\n"):
        return "it has a line break that the text does not have", "Write it on one line; the program breaks lines."
    if len(translation) > LONGEST * max(len(text), SHORTEST):
        many = f"{len(translation)} characters for a text of {len(text)}"
        return f"it is more than {LONGEST} times too long: {many}", "Is it the translation of another text?"
    return None


def _placeholders(text: str) -> list[str]:
    """Return the placeholders of `text`; those that a language may choose between count as one."""
    return [_CHOICES.get(mark, mark.replace("{of_", "{")) for mark in _PLACEHOLDER.findall(text)]


def _nesting(translation: str) -> tuple[str, str] | None:
    opened, since = "", 0
    for tag in re.finditer(r"<(/?)(\d+)>", translation):
        closing, number = tag.groups()
        if bool(closing) != bool(opened) or (closing and number != opened):
            return f"the placeholder {tag[0]} stands in the wrong place", f"Write <{number}>words</{number}>."
        if closing and not translation[since : tag.start()].strip():
            return (
                f"there are no words in <{number}></{number}>",
                f"Write the words between <{number}> and </{number}>.",
            )
        if closing and re.search(r"[*\]]", translation[since : tag.start()]):
            return f"the words in <{number}></{number}> hold * or ]", "Write them without these signs."
        opened, since = "" if closing else number, tag.end()
    return (f"the placeholder </{opened}> is missing", f"Write <{opened}>words</{opened}>.") if opened else None
