"""Panels of a draft, cut to the room that they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dossier.build import compose_edition
from dossier.model.project import load_project
from dossier.typeset.cutting import cut_to_room
from dossier.typeset.flow import Place
from dossier.typeset.panels import Panel, panels_of
from tests.raid import Spoil

FRAME = 100.0


@pytest.fixture
def panel(project: Spoil) -> Panel:
    made = compose_edition(load_project(project()), "en", "panels-a1").composition
    panels = panels_of(
        made.layout.data.panels, made.edition.dossier, made.view, made.exhibits, made.cover, made.voice.texts
    )
    shown = next(panel for panel in panels if panel.works)
    return replace(shown, works=shown.works * 20)


def lay(panels: Sequence[Panel]) -> dict[str, list[Place]]:
    """Lay out works of 30 px each in a frame of FRAME px."""
    places = {}
    for panel in panels:
        places[f"frame-{panel.key}-works"] = [Place(0, 0.0, FRAME)]
        places[f"fit-{panel.key}-works"] = [Place(0, 0.0, 30.0 * len(panel.works))]
    return places


def test_what_has_no_room_is_left_out_and_said(panel: Panel) -> None:
    (cut,), (finding,) = cut_to_room((panel,), lay)
    assert len(cut.works) == 3  # three times 30 px
    assert cut.works == panel.works[:3]
    assert (finding.code, finding.severity) == ("draft-cut", "warning")
    assert f"3 of {len(panel.works)} works" in finding.message


def test_what_fits_is_left_alone(panel: Panel) -> None:
    small = replace(panel, works=panel.works[:3])
    assert cut_to_room((small,), lay) == ((small,), ())


def test_one_thing_stays_even_where_it_has_no_room(panel: Panel) -> None:
    def tall(panels: Sequence[Panel]) -> dict[str, list[Place]]:
        return lay(panels) | {f"fit-{panel.key}-works": [Place(0, 0.0, 5000.0)] for panel in panels}

    (cut,), _ = cut_to_room((panel,), tall)
    assert len(cut.works) == 1


def test_a_note_goes_with_what_calls_it(project: Spoil) -> None:
    made = compose_edition(load_project(project()), "en", "panels-a1").composition
    panels = panels_of(
        made.layout.data.panels, made.edition.dossier, made.view, made.exhibits, made.cover, made.voice.texts
    )
    told = next(panel for panel in panels if panel.texts)
    piece = told.texts[0].paragraphs[0].pieces[0]
    pieces = tuple(replace(piece, number=number) for number in range(1, 9))
    story = replace(told.texts[0], paragraphs=(replace(told.texts[0].paragraphs[0], pieces=pieces),))
    long = replace(told, texts=(story,), notes=tuple((number, piece.support) for number in range(1, 9)))

    def laid(panels: Sequence[Panel]) -> dict[str, list[Place]]:
        count = len(panels[0].texts[0].paragraphs[0].pieces)
        return {
            f"frame-{long.key}-text": [Place(0, 0.0, FRAME)],
            f"fit-{long.key}-text": [Place(0, 0.0, 40.0 * count)],
        }

    (cut,), _ = cut_to_room((long,), laid)
    assert [piece.number for piece in cut.texts[0].paragraphs[0].pieces] == [1, 2]
    assert [number for number, _ in cut.notes] == [1, 2]
