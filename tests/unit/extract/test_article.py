"""Dates of a whole article stand where the source has them."""

from __future__ import annotations

import json

from click.testing import CliRunner

from dossier import resources
from dossier.cli import dossier
from dossier.extract.article import article_dates
from dossier.readers import read

SOURCES = resources.assets() / "articles" / "gulag-operation" / "sources"


def test_dates_of_infobox_and_text() -> None:
    article = read(SOURCES / "cleaned.txt")
    found = [(d.field, d.mention.text, d.mention.edtf, d.mention.mod) for d in article_dates(article)]
    # The landing's year is carried to "9 June"; "days after" says which day it counts from, but not how many.
    assert found == [
        ("Planned", "Mid-1942", "1942", "MID"),
        ("Casualties", "June 1943", "1943-06", ""),
        ("", "June 1943", "1943-06", ""),
        ("", "Days after", None, ""),
        ("", "mid-1942", "1942", "MID"),
        ("", "2 June 1943", "1943-06-02", ""),
        ("", "9 June", "1943-06-09", ""),
    ]


def test_places_are_those_of_the_source() -> None:
    for name in ("older.txt", "cleaned.txt"):
        source = (SOURCES / name).read_text(encoding="utf-8")
        dates = article_dates(read(SOURCES / name))
        assert dates
        assert all(source[date.start : date.end] == date.mention.text for date in dates)


def test_the_command_prints_what_programs_need() -> None:
    result = CliRunner().invoke(dossier, ["read", "--json", str(SOURCES / "cleaned.txt")])
    data = json.loads(result.stdout)
    assert {"title", "language", "infobox", "sections", "dates", "references", "gaps"} <= data.keys()
    assert {"start", "end", "text", "edtf", "timex"} <= data["dates"][0].keys()
    assert any("Mikhael Meandrov" in gap["context"] for gap in data["gaps"])


def test_the_command_names_gaps_for_people() -> None:
    result = CliRunner().invoke(dossier, ["read", str(SOURCES / "cleaned.txt")])
    assert result.exit_code == 0
    assert "1942 mid" in result.stdout
    assert "2 gaps" in result.stdout
