"""The exhibits of an edition: those that there are data and room for, each with the same facts in words."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dossier import resources
from dossier.errors import AssetError, LayoutError
from dossier.exhibits.gallery import Gallery, draw_cover, draw_gallery
from dossier.exhibits.support import Supports
from dossier.exhibits.voice import voice_of
from dossier.layouts import Layout, load_layout
from dossier.locales.catalogs import localize
from dossier.model.exhibit import Exhibit, Table
from dossier.model.project import Project, load_project
from dossier.model.support import Support
from tests.raid import Spoil

BUNDLED = resources.assets() / "articles" / "gulag-operation"


def drawn(project: Project, tag: str = "en", layout: Layout | None = None) -> Gallery:
    voice = voice_of(tag)
    dossier = localize(project.dossier, project.folder, voice.locale).dossier
    supports = Supports(dossier, voice.locale, voice.texts)
    return draw_gallery(dossier, project.folder, layout or load_layout("dossier"), voice, supports)


def labels(exhibit: Exhibit) -> str:
    return " ".join(label.text.replace("\n", " ") for figure in exhibit.figures for label in figure.labels)


def roomless(*ids: str) -> Layout:
    """Return the bundled layout without room for some figures."""
    layout = load_layout("dossier")
    figures = {id: size for id, size in layout.data.figures.items() if id not in ids}
    return replace(layout, data=layout.data.model_copy(update={"figures": figures}))


@pytest.fixture(scope="module")
def bundled() -> Gallery:
    return drawn(load_project(BUNDLED))


@pytest.fixture(scope="module")
def arabic() -> Gallery:
    return drawn(load_project(BUNDLED), "ar")


def test_a_project_without_geography_has_the_other_exhibits(project: Spoil) -> None:
    gallery = drawn(load_project(project()))
    assert list(gallery.exhibits) == ["organisation", "chronology"]
    assert gallery.diagnostics == ()


def test_what_there_are_no_data_for_is_not_drawn(project: Spoil) -> None:
    loaded = load_project(project())
    bare = loaded.dossier.model_copy(update={"events": (), "units": ()})
    assert drawn(replace(loaded, dossier=bare)).exhibits == {}


@pytest.mark.parametrize("id", ["organisation", "chronology"])
def test_what_a_layout_has_no_room_for_is_not_drawn(project: Spoil, id: str) -> None:
    loaded = load_project(project())
    everything, less = drawn(loaded).exhibits, drawn(loaded, layout=roomless(id)).exhibits
    assert less == {other: exhibit for other, exhibit in everything.items() if other != id}


def test_a_draft_without_words_for_an_exhibit_is_described_by_its_table(project: Spoil) -> None:
    exhibit = drawn(load_project(project())).exhibits["organisation"]
    assert (exhibit.title, exhibit.caption) == ("Organisation", "")
    assert exhibit.alt == "Groups, Two groups were planned., 2\u00a0×\u00a050–55, planned"


def test_tables_give_date_text_certainty_and_support_of_every_event(project: Spoil) -> None:
    assert drawn(load_project(project())).exhibits["chronology"].table == Table(
        ("When", "Event", "Known as", "Rests on"),
        (
            ("2 June 1943", "Twelve men landed.", "exact day"),
            ("Soon after this failure", "The plan was given up.", "order only"),
        ),
        2 * (Support("source", ("A",), (), ""),),
        ("landing", "end"),
    )


def test_every_exhibit_has_words_of_its_own(bundled: Gallery) -> None:
    written = {text.id: text for text in load_project(BUNDLED).dossier.exhibits}
    assert list(bundled.exhibits) == ["organisation", "map", "chronology"]
    for id, exhibit in bundled.exhibits.items():
        words = written[id]  # type: ignore[index]
        assert (exhibit.title, exhibit.caption, exhibit.alt) == (words.title, words.caption, words.alt)
        assert all((exhibit.title, exhibit.caption, exhibit.alt, exhibit.table.rows))


def test_figures_and_tables_have_the_same_items(bundled: Gallery) -> None:
    dossier = load_project(BUNDLED).dossier
    expected = {
        "chronology": {event.id: event.title for event in dossier.events},
        "organisation": {unit.id: unit.name for unit in dossier.units},
        "map": {zone.id: zone.name for zone in dossier.zones},
    }
    for id, items in expected.items():
        exhibit = bundled.exhibits[id]
        assert sorted(exhibit.table.ids) == sorted(items)
        assert len(exhibit.table.rows) >= len(items)
        for name in items.values():
            assert name in labels(exhibit), f"{name} is not in the figure of the {id}"


def test_strengths_stand_in_the_figure_and_in_the_table(bundled: Gallery) -> None:
    exhibit = bundled.exhibits["organisation"]
    figure = labels(exhibit).casefold()
    strengths = {row[exhibit.table.columns.index("People")] for row in exhibit.table.rows} - {""}
    assert strengths >= {"2\u00a0×\u00a050–55", "20–25", "20", "12"}
    assert all(strength in figure for strength in strengths)
    assert "140–155" in figure, "the sum of the groups"


def test_places_with_coordinates_say_where_these_come_from(bundled: Gallery) -> None:
    rows = bundled.exhibits["map"].table.rows
    for place in load_project(BUNDLED).dossier.places:
        if place.basis:
            assert any(place.name in row[0] and row[1] == place.basis for row in rows)


def test_figures_of_another_language_are_in_that_language(arabic: Gallery) -> None:
    for exhibit in arabic.exhibits.values():
        assert set(re.findall("[A-Za-z]+", labels(exhibit))) <= {"NKVD", "RSHA"}  # which are never translated


def test_every_row_is_as_long_as_its_head(bundled: Gallery, arabic: Gallery) -> None:
    for exhibit in (*bundled.exhibits.values(), *arabic.exhibits.values()):
        assert {len(row) for row in exhibit.table.rows} == {len(exhibit.table.columns) - 1}
        assert len(exhibit.table.supports) == len(exhibit.table.rows)


def test_the_cover_is_the_map_without_words(project: Spoil) -> None:
    layout, voice = load_layout("dossier"), voice_of("en")
    bundled = load_project(BUNDLED)
    cover = draw_cover(bundled.dossier, BUNDLED, layout, voice)
    assert cover is not None
    assert cover.labels == ()
    assert "<path" in cover.svg
    assert draw_cover(bundled.dossier, BUNDLED, roomless("cover"), voice) is None
    assert draw_cover(load_project(project()).dossier, project(), layout, voice) is None


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"format": "other"}'])
def test_geography_that_cannot_be_read_is_named(project: Spoil, content: str) -> None:
    folder: Path = project()
    (folder / "map.json").write_text(content)
    with pytest.raises(AssetError) as caught:
        drawn(load_project(folder))
    assert caught.value.hint
    assert caught.value.where is not None
    assert caught.value.where.path == folder / "map.json"


def crowded(project: Spoil, *, signed: bool) -> Project:
    """Return a project with sixty events more, half of them dated."""
    made = "".join(
        f"  - {{id: day-{n}, title: Something that happened on day {n} and took a while to tell, kind: editorial,"
        f" text: It., date: {{edtf: 19{n:02d}-01-{n % 28 + 1:02d}, words: then}}}}\n"
        f"  - {{id: some-{n}, title: Something else, kind: editorial, text: It., date: {{undated: true}}}}\n"
        for n in range(30)
    )
    signature = "signed: {by: A. Curator, date: 2026-11-22}\n" if signed else ""
    return load_project(project(("events:\n", f"{signature}events:\n{made}")))


def test_a_figure_higher_than_a_page_is_drawn_in_pieces(project: Spoil) -> None:
    gallery = drawn(crowded(project, signed=False))
    figures = gallery.exhibits["chronology"].figures
    assert len(figures) > 1
    assert max(figure.height for figure in figures) <= 0.75 * load_layout("dossier").sheet[1]
    shown = labels(gallery.exhibits["chronology"])
    assert all(f"day {n} " in shown for n in range(30)), "nothing is left out on pages"
    assert gallery.diagnostics == ()


def test_a_panel_of_a_draft_shows_what_there_is_room_for_and_says_so(project: Spoil) -> None:
    gallery = drawn(crowded(project, signed=False), layout=load_layout("panels-a1"))
    (finding,) = gallery.diagnostics
    assert finding.code == "draft-cut"
    count = int(re.findall(r"shows (\d+) of 62 events", finding.message)[0])
    assert len(gallery.exhibits["chronology"].table.rows) == count


def test_a_panel_of_a_signed_dossier_is_never_cut(project: Spoil) -> None:
    with pytest.raises(LayoutError, match="too high"):
        drawn(crowded(project, signed=True), layout=load_layout("panels-a1"))
