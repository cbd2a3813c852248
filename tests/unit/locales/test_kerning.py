"""Kerning that is too tight is taken out of a font, and no other."""

from __future__ import annotations

from io import BytesIO

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from dossier.locales.fonts import Face, fonts_for
from dossier.locales.kerning import loosened
from dossier.locales.locale import locale

FACES = [face for face in fonts_for(locale("uk")).faces if face.weight in (400, 700)]
TIGHT = [", ", " „", " «", " “", "T ", " A", "\u00a0„", "’я", "’є", "“.", "”,", "’."]
KERNED = ["AVATAR", "To", "„Т", "р’", "Вашу"]


def advances(content: bytes, text: str, *, kerned: bool = True) -> list[int]:
    font, buffer = hb.Font(hb.Face(content)), hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"kern": kerned, "liga": False})
    return [position.x_advance for position in buffer.glyph_positions]


@pytest.fixture(params=FACES, ids=lambda face: f"{face.family}-{face.weight}{'i' * face.italic}")
def face(request: pytest.FixtureRequest) -> Face:
    found: Face = request.param
    return found


def test_nothing_is_pulled_into_a_space_an_apostrophe_or_the_end_of_a_quotation(face: Face) -> None:
    for pair in TIGHT:
        assert advances(face.content(), pair) == advances(face.path.read_bytes(), pair, kerned=False), pair


def test_other_pairs_are_kerned_as_the_font_has_them(face: Face) -> None:
    for text in KERNED:
        assert advances(face.content(), text) == advances(face.path.read_bytes(), text), text


def test_the_space_before_a_quotation_mark_was_half_gone() -> None:
    """PT Sans as it comes: 78 of 225 units from the comma, 68 of 267 from the space."""
    sans = next(face for face in FACES if face.family == "PT Sans" and face.weight == 400 and not face.italic)
    assert advances(sans.path.read_bytes(), ", „")[:2] == [147, 199]
    assert advances(sans.content(), ", „")[:2] == [225, 267]


def test_marks_over_letters_stay_where_they_are(face: Face) -> None:
    text = "e\u0301 i\u0308"
    assert advances(face.content(), text) == advances(face.path.read_bytes(), text)


def test_a_loosened_font_is_the_same_every_time_and_a_whole_font(face: Face) -> None:
    content = face.path.read_bytes()
    assert loosened.__wrapped__(content) == loosened.__wrapped__(content)
    with TTFont(BytesIO(face.content())) as font:
        kinds = [lookup.SubTable[0].ExtensionLookupType for lookup in font["GPOS"].table.LookupList.Lookup]
    with TTFont(BytesIO(content)) as font:
        assert len(kinds) == len(font["GPOS"].table.LookupList.Lookup)
