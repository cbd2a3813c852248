"""Strengths and losses in an infobox: line by line, by side, with the parts that stand in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.extract.counted import Counted, CountKind
from dossier.extract.paragraphs import Dates
from dossier.extract.sums import add_up
from dossier.extract.units.strengths import NUMBER, strength_of
from dossier.model.article import Article, Field
from dossier.model.passage import Passage

_FIELD = re.compile(
    r"(?P<strength>strength|force|troops|numbers?(?: of)? participants|participants|size|crew|passengers)"
    r"|(?P<casualties>casualt|loss|deaths|dead|killed|injur|wounded|fatalit|victims|missing|captured|arrest|survivors)",
    re.IGNORECASE,
)
_SIDE = re.compile(r"(?:combatant|side|belligerent|party)[_ ]?(?P<number>\d)[a-z]?", re.IGNORECASE)
_NUMBER_OF_SIDE = re.compile(r"(?P<number>\d)[a-z]?$")
_COUNT = re.compile(rf"(?<![\w.,/:$£€-]){NUMBER}(?![\w%°]|[.,]\d)", re.IGNORECASE)
_NEXT = re.compile(r"[,;(\n]| and (?=\d|about|some)")
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)*")
_NAMES = re.compile(rf"(?P<names>{_NAME.pattern}(?:(?:, | and |, and ){_NAME.pattern})*)")
_HEADED = re.compile(r"(?P<head>[^\d\n]{2,60}):\s*$")
_TOTAL = re.compile(r"\btotal\b|\boverall\b", re.IGNORECASE)
_LONGEST_LABEL = 100
_IN_BOX = 0.95


def boxed_counts(article: Article, dates: Dates) -> Iterator[Counted]:
    """Yield the counts of the infobox; `side` is the party whose field it is, or the line that heads it."""
    sides = {
        found["number"]: field.value.text.split("\n")[0]
        for field in article.infobox
        if (found := _SIDE.fullmatch(field.name))
    }
    for field in article.infobox:
        kind = _FIELD.search(field.name)
        if kind and field.value.runs:
            number = _NUMBER_OF_SIDE.search(field.name)
            side = sides.get(number["number"], "") if number else ""
            yield from _of_field(field, "strength" if kind["strength"] else "casualties", side, dates)


def _of_field(field: Field, kind: CountKind, side: str, dates: Dates) -> Iterator[Counted]:
    passage = field.value
    letters = list(passage.text)
    for (start, end), _ in dates.inside(passage):
        letters[start:end] = "\x02" * (end - start)
    text = "".join(letters)
    label = " ".join(re.split(r"[\W_\d]+", field.name)).strip()
    counts: list[Counted] = []
    at = 0
    for line in text.split("\n"):
        head = _HEADED.match(line)
        if head:
            side = head["head"].strip()
        else:
            counts += _of_line(passage, text, at, at + len(line), kind, label, side)
        at += len(line) + 1
    yield from _totalled(counts)


def _totalled(counts: list[Counted]) -> list[Counted]:
    """Return the counts of a field, all others as parts of the one that is called their total."""
    whole = [count for count in counts if _TOTAL.search(count.label)]
    parts = tuple(count for count in counts if count not in whole)
    if len(whole) != 1 or len(parts) < 2 or whole[0].parts:
        return counts
    return [replace(whole[0], parts=parts)]


def _of_line(
    passage: Passage, text: str, start: int, end: int, kind: CountKind, name: str, side: str
) -> Iterator[Counted]:
    cites = tuple(dict.fromkeys(mark.reference for mark in passage.citations if start < mark.at <= end + 1))
    found = _COUNT.search(text, start, end)
    while found:
        stop = _NEXT.search(text, found.end(), end)
        until = stop.start() if stop else end
        label = _label(text[found.end() : until]) or _label(re.split(r"[,;(]", text[start : found.start()])[-1]) or name
        strength = strength_of(found)
        shut = text.find(")", until, end) if stop and stop[0] == "(" else -1
        parts = tuple(_parts(passage, text, until + 1, shut, kind, cites, strength)) if shut > 0 and strength else ()
        if strength:
            close = shut + 1 if parts else until
            yield Counted(kind, label, side, strength, passage, found.start(), close, cites, _IN_BOX, parts)
        found = _COUNT.search(text, shut if parts else max(until, found.end()), end)


def _parts(
    passage: Passage, text: str, start: int, end: int, kind: CountKind, cites: tuple[str, ...], whole: str
) -> Iterator[Counted]:
    """Yield what a bracket counts, where it counts two things at least.

    Names count as so many people only where they make the sum right: "4 (2 in June 1943, Bessonov and Meandrov)".
    """
    parts: list[Counted] = []
    covered = start
    for found in _COUNT.finditer(text, start, end):
        stop = _NEXT.search(text, found.end(), end)
        until = _named_at(text, found.end(), stop.start() if stop else end)
        strength = strength_of(found)
        if strength:
            label = _label(passage.text[found.end() : until])
            parts.append(Counted(kind, label, "", strength, passage, found.start(), until, cites, _IN_BOX))
        covered = until
    named = _NAMES.search(text, covered, end)
    count = len(_NAME.findall(named["names"])) if named else 0
    if named and count and add_up(whole, [*(part.strength for part in parts), f"{count}"]):
        label = _label(passage.text[named.start() : end])
        parts.append(Counted(kind, label, "", f"{count}", passage, named.start(), end, cites, _IN_BOX))
    if len(parts) > 1:
        yield from parts


def _named_at(text: str, start: int, until: int) -> int:
    """Return the end of a counted part, before "and" where names follow it."""
    joined = text.find(" and", start, until)
    return joined if joined >= 0 else until


def _label(text: str) -> str:
    return " ".join(text.replace("\x02", " ").split()).strip(" ,;:.–-")[:_LONGEST_LABEL]
