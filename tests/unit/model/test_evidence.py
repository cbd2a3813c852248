"""Evidence is found, found reworded, found twice, or gone; never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.evidence import Evidence, State, quote, resolve

TEXT = (
    "The plan was designed in mid-1942 by prisoners of war. About 150 prisoners were conscripted. "
    "The group was dropped by air. Two were killed, the rest taken prisoner. The group was disbanded."
)


@pytest.mark.parametrize(
    ("evidence", "state", "found"),
    [
        (Evidence(source="a", exact="About 150 prisoners"), State.FOUND, "About 150 prisoners"),
        (Evidence(source="a", exact="The group was"), State.AMBIGUOUS, None),
        (Evidence(source="a", exact="The group was", suffix=" disbanded"), State.FOUND, "The group was"),
        (Evidence(source="a", exact="The group was", prefix="conscripted. "), State.FOUND, "The group was"),
        (Evidence(source="a", exact="The group was", start=TEXT.rindex("The group")), State.FOUND, "The group was"),
        (Evidence(source="a", exact="The group was", start=3), State.AMBIGUOUS, None),
        (Evidence(source="a", exact="Two were killed, the  rest taken captive"), State.FUZZY, None),
        (Evidence(source="a", exact="the ten survivors returned home"), State.ORPHANED, None),
    ],
)
def test_states(evidence: Evidence, state: State, found: str | None) -> None:
    resolution = resolve(evidence, TEXT)
    assert resolution.state is state
    if found:
        assert TEXT[resolution.start : resolution.end] == found
    if state in (State.AMBIGUOUS, State.ORPHANED):
        assert resolution.start is None


def test_two_near_misses_are_ambiguous() -> None:
    text = "Ten men of the first group came. " * 2
    assert resolve(Evidence(source="a", exact="Ten men of the frist group came"), text).state is State.AMBIGUOUS


@given(st.text("ab \n", min_size=1, max_size=60), st.data())
def test_what_is_quoted_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact = text[start:end]
    if exact != exact.strip():  # a person's quotation is trimmed when it is read
        return
    resolution = resolve(quote("a", text, start, end), text)
    assert (resolution.state, resolution.start, resolution.end) == (State.FOUND, start, end)
