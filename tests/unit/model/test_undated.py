"""What has no date says so; what has one has the source's words for it. Places say what they rest on."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from dossier.model.dates import HistoricalDate, Undated
from dossier.model.dossier import EventDate, Place


def test_the_undated_has_no_day_and_a_mark_of_its_own() -> None:
    date = EventDate(undated=True).date
    assert date == HistoricalDate(Undated(), "")
    assert date.mark == "undated"
    assert (date.edtf, date.earliest, date.latest) == (None, None, None)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "undated: true"),
        ({"undated": True, "edtf": "1943"}, "undated: true"),
        ({"undated": True, "after": "landing"}, "undated: true"),
        ({"edtf": "1943", "before": "landing", "words": "1943"}, "undated: true"),
        ({"undated": True, "words": "later"}, "what is undated has none"),
        ({"edtf": "1943"}, "needs the source's words"),
        ({"edtf": "1943-02-31", "words": "31 February"}, "no day 31 in February 1943"),
    ],
)
def test_a_date_is_of_one_kind(given: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        EventDate.model_validate(given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"lat": 60.0, "basis": "GeoNames"}, "both lat and lon"),
        ({"lat": 60.0, "lon": 60.0}, "need a basis"),
        ({"lat": 60.0, "lon": 60.0, "evidence": [{"source": "a", "exact": "Kirov"}]}, "need a basis"),
        ({}, "need a basis"),
    ],
)
def test_a_place_rests_on_something(given: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Place.model_validate({"id": "kirov", "name": "Kirov", **given})


def test_a_place_may_be_only_named() -> None:
    place = Place.model_validate({"id": "camp", "name": "Hammelburg", "evidence": [{"source": "a", "exact": "H"}]})
    assert place.lat is None
