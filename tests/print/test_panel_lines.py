"""Lines of panels, read back from finished files: labels beside their own man's texts, titles of works in one piece."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import accumulate

import pytest

from dossier.build import compose_edition
from dossier.model.inline import plain
from dossier.model.project import Project
from dossier.pdf.intent import coated_offset
from dossier.pdf.press import finish_press
from dossier.pdf.text import read_passages
from dossier.typeset.panel_set import FittedSet, fit_panels
from dossier.typeset.view import Portrait
from dossier.units import mm
from tests.glyphs import Glyph, read_glyphs

TALLEST = 5.0
"""Signs of one line differ in their baselines by less, pt."""


def letters(text: str) -> Counter[str]:
    """Return how often each letter is in a text; a ligature counts as its letters, and marks above letters do not."""
    spread = unicodedata.normalize("NFKD", text)
    return Counter(char for char in spread if unicodedata.category(char)[0] == "L")


def shown(glyphs: Iterable[Glyph]) -> Counter[str]:
    return letters("".join(glyph.text for glyph in glyphs))


def rows(glyphs: list[Glyph], portrait: Portrait) -> list[list[Glyph]]:
    """Return the glyphs below a man's name for each of his lines: whole lines of type, until it has all its letters."""
    baselines = sorted(glyph.y for glyph in glyphs)
    lines = [y for last, y in zip([-100.0, *baselines], baselines, strict=False) if y - last > TALLEST]
    found: list[list[Glyph]] = []
    for line in portrait.lines:
        wanted = letters(f"{plain(line.label)} {plain(line.text)}")
        taken: list[Glyph] = []
        while lines and sum(shown(taken).values()) < sum(wanted.values()):
            y = lines.pop(0)
            taken += [glyph for glyph in glyphs if abs(glyph.y - y) <= TALLEST]
        found.append(taken)
    return found


@pytest.fixture(scope="module", params=["ar", *(pytest.param(tag, marks=pytest.mark.slow) for tag in ("he", "fr"))])
def fitted(request: pytest.FixtureRequest, bundled: Project) -> FittedSet:
    layout = "panels-a1" if request.param in ("ar", "he") else "banner-850x2000"
    return fit_panels(compose_edition(bundled, request.param, layout).composition)


def test_labels_stand_beside_the_texts_of_their_own_man(fitted: FittedSet) -> None:
    sheet = next(sheet for sheet in fitted.sheets if sheet[0].id == "outcome")
    (panel,) = sheet
    layout, rtl = fitted.sides.first.layout, fitted.sides.first.voice.locale.rtl
    bleed, frame = mm(layout.data.bleed), panel.data.frames["people"]
    created = datetime(2000, 1, 1, tzinfo=UTC)
    pdf = finish_press(fitted.set_sheet(sheet).pdf, bleed=bleed, intent=coated_offset(), created=created)
    top, middle = bleed + mm(frame.y), mm(frame.x + frame.width / 2)
    middle = bleed + (layout.sheet[0] - middle if rtl else middle)
    signs = [glyph for glyph in read_glyphs(pdf) if top < glyph.y < top + mm(frame.height)]
    glyphs = [glyph for glyph in signs if unicodedata.category(glyph.text) != "Mn"]
    size = fitted.fit.sizes["caption"]
    assert len(panel.people) == 2
    for portrait, first in zip(panel.people, (True, False), strict=True):
        own = [glyph for glyph in glyphs if (glyph.x < middle) == (first != rtl)]
        name = min(glyph.y for glyph in own)
        below = [glyph for glyph in own if glyph.y > name + 2 * TALLEST]
        edges: list[float] = []
        for line, row in zip(portrait.lines, rows(below, portrait), strict=True):
            assert shown(row) == letters(f"{plain(line.label)} {plain(line.text)}"), line.id
            edges.append(text_edge(row, size, rtl=rtl))
        assert max(edges) - min(edges) < 0.25 * size, "texts begin at one edge"


@pytest.mark.slow
@pytest.mark.parametrize("fitted", ["fr"], indirect=True)
def test_a_line_ends_before_a_short_title_and_not_in_it(fitted: FittedSet) -> None:
    sheet = next(sheet for sheet in fitted.sheets if sheet[0].id == "sources")
    passages = [passage.text for passage in read_passages(fitted.set_sheet(sheet).pdf)]
    (lines,) = [
        [line.strip() for line in text.replace("\u00a0", " ").split("\n")] for text in passages if "Novaya" in text
    ]
    assert lines == ["Melenberg, Aleksandr. « Desant na GULAG ».", "Novaya Gazeta, 1er mars 2004."]


def text_edge(row: list[Glyph], size: float, *, rtl: bool) -> float:
    """Return where the text begins on the line of its label, clear of it: what is between them is the widest space."""
    top = min(glyph.y for glyph in row)
    first = [glyph for glyph in row if glyph.y - top <= TALLEST]
    boxes = sorted((-glyph.right, -glyph.left) if rtl else (glyph.left, glyph.right) for glyph in first)
    reached = accumulate((end for _, end in boxes), max)
    space, edge = max((start - end, start) for end, (start, _) in zip(reached, boxes[1:], strict=False))
    assert space >= 0.6 * size
    return edge
