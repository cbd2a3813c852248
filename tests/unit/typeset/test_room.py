"""What translators are told of the room on panels: as much as a frame holds at the smallest size."""

from __future__ import annotations

import pytest

from dossier.exhibits.voice import voice_of
from dossier.layouts import load_layout
from dossier.model.project import load_project
from dossier.typeset.room import room
from tests.raid import Spoil


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, int]]:
    from tests import raid

    folder = raid.write(tmp_path_factory.mktemp("raid"))
    return room(load_project(folder).dossier, load_layout("panels-a1", ()), voice_of("en"))


def test_titles_and_overviews_have_a_limit_in_words_and_characters(rooms: dict[str, tuple[int, int]]) -> None:
    words, characters = rooms["raid.title"]
    assert 2 <= words <= 8
    assert 15 <= characters <= 50
    assert "landing.title" not in rooms, "it stands in a figure"


def test_a_wider_text_has_room_for_fewer_characters(project: Spoil) -> None:
    layout, voice = load_layout("panels-a1", ()), voice_of("en")
    narrow, wide = (
        room(load_project(project(("title: The raid", f"title: {title}"))).dossier, layout, voice)["raid.title"][1]
        for title in ("illicit little hill", "WWWW MMMM WWWW MMMM")
    )
    assert narrow > 2 * wide
