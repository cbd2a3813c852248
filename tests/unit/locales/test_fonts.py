"""Fonts for scripts: that they are there, what they have glyphs for, and what is said where they lack one."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dossier.errors import AssetError
from dossier.locales import fonts
from dossier.locales.fonts import Face, Fonts, fonts_for
from dossier.locales.locale import locale
from dossier.model.exhibit import FontRole
from dossier.model.fonts import Family

TEXTS = {
    "en": "Twelve men — “Desant na GULAG” ‘café’ 2 × 50–55 = 100…110 − 12 § № €",
    "de": "Größe, Übung, „ßẞ“ ‚äöü‘",
    "pl": "Zażółć gęślą jaźń",
    "tr": "Işık İğne ş ç",
    "ru": "Сбросили двенадцать человек. «Десант на ГУЛАГ» ёЁ",
    "uk": "їжак ґанок єдність",
    "ar": "نُفِّذت في كومي في 2 يونيو 1943؛ «لا» (أسرى) ۝ ٪",
    "fa": "پژواک گچ",
    "zh-Hans": "十二个人——“降落在古拉格”，《书》。1943年6月2日 § № €",
    "ja": "十二人が降下した。「グラーグ」『書』・々ー 1943年6月2日",
    "he": "בְּרֵאשִׁית בָּרָא אֱלֹהִים ״ג׳״",
}
ROLES: tuple[FontRole, ...] = ("serif", "sans")


@pytest.mark.parametrize("tag", TEXTS)
@pytest.mark.parametrize("role", ROLES)
def test_a_language_has_its_letters_and_marks_in_both_families(tag: str, role: FontRole) -> None:
    assert fonts_for(locale(tag)).missing([TEXTS[tag]], role) - {"۝"} == frozenset()


@pytest.mark.parametrize("tag", ["en", "ar", "he"])
def test_names_and_titles_of_other_scripts_can_be_set(tag: str) -> None:
    assert fonts_for(locale(tag)).missing(["Melenberg, «Десант на ГУЛАГ», Zürich"], "serif") == frozenset()


@pytest.mark.parametrize("role", ROLES)
def test_characters_without_a_glyph_are_named(role: FontRole) -> None:
    assert fonts_for(locale("en")).missing(["a計b", "\U0001f600"], role) == {"計", "\U0001f600"}
    assert fonts_for(locale("en")).missing(["عملية"], role) == set("عملية")


def test_spaces_and_characters_without_ink_need_no_glyph() -> None:
    invisible = " \n\u00a0\u2009\u202f\u3000\u00ad\u200b\u200d\u200e\u200f\u2060\u2066\u2069\ufeff"
    for role in ROLES:
        assert fonts_for(locale("en")).missing([invisible], role) == frozenset()


@pytest.mark.parametrize("tag", ["en", "ar", "he", "zh-Hans", "ja"])
def test_each_file_is_of_the_family_weight_and_slant_that_it_is_used_for(tag: str) -> None:
    for face in fonts_for(locale(tag)).faces:
        with TTFont(BytesIO(face.content()), fontNumber=face.index, lazy=True) as font:
            names, weight = font["name"], font["OS/2"].usWeightClass
            family = names.getDebugName(16) or names.getDebugName(1)
            assert family.replace(" ", "").startswith(face.family.replace(" ", ""))
            assert bool(font["OS/2"].fsSelection & 1) == face.italic
            assert weight == face.weight
            assert "fvar" not in font


@pytest.mark.parametrize(
    ("role", "weight", "italic", "expected"),
    [
        ("serif", 400, False, (400, False)),
        ("serif", 400, True, (400, True)),
        ("serif", 300, False, (300, False)),
        ("serif", 700, False, (600, False)),  # Spectral is installed up to 600
        ("sans", 500, False, (400, False)),
        ("sans", 600, True, (700, True)),
    ],
)
def test_words_are_measured_with_the_nearest_weight(
    role: FontRole, weight: int, italic: bool, expected: tuple[int, bool]
) -> None:
    fonts = fonts_for(locale("en"))
    family = fonts.serif[0] if role == "serif" else fonts.sans[0]
    faces = {(face.weight, face.italic): face for face in fonts.faces if face.family == family}
    assert fonts.measured()[role, weight, italic] == faces[expected]


def test_a_script_without_italics_answers_with_its_upright_face() -> None:
    faces = fonts_for(locale("ar")).measured()
    assert faces["sans", 400, True] == faces["sans", 400, False]
    assert faces["serif", 400, True] != faces["serif", 400, False]


def test_chinese_and_japanese_are_told_apart_by_the_face_in_one_file() -> None:
    chinese, japanese = (fonts_for(locale(tag)).measured()["serif", 400, False] for tag in ("zh-Hans", "ja"))
    assert chinese.path == japanese.path
    assert (chinese.index, japanese.index) == (2, 0)


def test_a_font_of_the_system_that_is_missing_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = Family(upright=(400,), package="fonts-unheard-of", files={400: tmp_path / "Font.ttc"})
    with pytest.raises(AssetError, match=r"there is no .*Font\.ttc") as caught:
        fonts._file("Font", lacking, 400, False)
    assert caught.value.hint.endswith("sudo apt-get install fonts-unheard-of")


def test_a_script_without_fonts_is_refused() -> None:
    with pytest.raises(AssetError, match="no fonts are declared for the script Geor of 'ka'") as caught:
        fonts_for(locale("ka"))
    assert "fonts.yaml" in caught.value.hint


@pytest.mark.parametrize("content", [None, b"not a font"])
def test_a_file_that_is_no_font_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "Font.ttf"
    if content:
        path.write_bytes(content)
    fonts = Fonts(("Font",), ("Font",), {}, 1, (Face("Font", 400, False, path),))
    with pytest.raises(AssetError) as caught:
        fonts.missing(["a"], "serif")
    assert caught.value.where is not None
    assert caught.value.where.path == path
