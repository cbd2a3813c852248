"""Dates of every kind in twelve languages, as a table that was checked by hand against CLDR and grammar."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from dossier import resources
from dossier.locales.catalogs import interface_texts
from dossier.locales.formats import format_date
from dossier.locales.locale import locale
from dossier.model.dates import HistoricalDate, Order, Part, Undated, parse_edtf

TABLE = Path(__file__).parents[2] / "golden" / "locales" / "dates.txt"
AFTER = "after the war"
UNDATED = "undated"


def table() -> list[tuple[str, str, str]]:
    """Return language, date and how it is printed, for each line of the table."""
    found, tag = [], ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            tag = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            date, _, printed = line.partition(" | ")
            found.append((tag, date.strip(), printed))
    return found


def printed(tag: str, date: str) -> str:
    language = locale(tag)
    edtf, _, said = date.partition(" ")
    part: Part | None = next((part for part in get_args(Part) if part == said), None)
    value = Undated() if date == UNDATED else Order(after="war") if date == AFTER else parse_edtf(edtf, part)
    return format_date(HistoricalDate(value, date), language, interface_texts(language))


@pytest.mark.parametrize("tag", dict.fromkeys(tag for tag, _, _ in table()))
def test_dates_are_printed_as_their_language_writes_them(tag: str) -> None:
    expected = {date: words for each, date, words in table() if each == tag}
    assert {date: re.sub("[\u00a0\u2009\u202f]", " ", printed(tag, date)) for date in expected} == expected


def test_the_table_has_every_kind_of_date_in_every_language() -> None:
    kinds = [date for tag, date, _ in table() if tag == "en"]
    assert len(kinds) == 77
    assert {tag for tag, _, _ in table()} == {path.stem for path in (resources.assets() / "locales").glob("*.po")} | {
        "en"
    }
    assert all([date for each, date, _ in table() if each == tag] == kinds for tag, _, _ in table())
