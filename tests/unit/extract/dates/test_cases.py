"""Every sentence of cases.txt: what is found in it, and what it means."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.extract.dates import DateMention, find_dates
from dossier.model.dates import Instant

CASES = [
    line.partition(" =>")
    for line in (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def described(date: DateMention) -> str:
    """Return a date as cases.txt writes it."""
    part = date.value.part if isinstance(date.value, Instant) else None
    time = re.search(r"T.*", date.timex)
    relation = date.relation if date.relation != "at" else None
    words = date.edtf or "?", part, relation, time and time[0], date.side and f"{date.side} it"
    return " ".join(word for word in words if word)


def marked(text: str, dates: tuple[DateMention, ...]) -> str:
    """Return the text with brackets around each date."""
    for date in reversed(dates):
        text = f"{text[: date.start]}[{text[date.start : date.end]}]{text[date.end :]}"
    return text


@pytest.mark.parametrize(("sentence", "expected"), [(case[0], case[2].strip()) for case in CASES])
def test_case(sentence: str, expected: str) -> None:
    dates = find_dates(sentence.replace("[", "").replace("]", ""))
    found = marked(sentence.replace("[", "").replace("]", ""), dates), "; ".join(map(described, dates))
    assert found == (sentence, expected)


def test_there_are_cases() -> None:
    assert len(CASES) >= 150
