from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import fontpkg
import pytest

from dossier.errors import AssetError
from dossier.exhibits.measure import Measure, joins, unbroken
from dossier.exhibits.voice import voice_of
from dossier.locales.fonts import Face
from dossier.model.exhibit import LabelStyle

PLAIN = LabelStyle("plain", "sans", 10)


def face(family: str) -> Face:
    return Face(family, 400, False, Path(fontpkg.path(family)))


@pytest.fixture(scope="module")
def measure() -> Measure:
    return Measure({("sans", 400, False): face("PT Sans"), ("serif", 400, False): face("Spectral")})


@pytest.fixture(scope="module")
def arabic() -> Measure:
    return Measure({("sans", 400, False): face("IBM Plex Sans Arabic")})


def test_width_is_the_sum_of_advances_less_kerning(measure: Measure) -> None:
    # PT Sans, 1000 units: A 577, v 476 and no pair A-A; "AV" is kerned, so narrower than its letters.
    assert measure.width("AA", PLAIN) == pytest.approx(2 * measure.width("A", PLAIN), rel=1e-3)
    assert measure.width("AV", PLAIN) < measure.width("A", PLAIN) + measure.width("V", PLAIN) - 0.1


def test_tracking_follows_every_letter_as_in_css(measure: Measure) -> None:
    tracked = replace(PLAIN, tracking=0.2)
    assert measure.width("Arkhangelsk", tracked) == pytest.approx(measure.width("Arkhangelsk", PLAIN) + 11 * 0.2 * 10)


def test_tracking_is_not_added_to_combining_marks(measure: Measure) -> None:
    tracked = replace(PLAIN, tracking=0.2)
    assert measure.width("и\u0301", tracked) - measure.width("и\u0301", PLAIN) == pytest.approx(2.0)


def test_caps_are_measured_as_capitals(measure: Measure) -> None:
    assert measure.width("straße", replace(PLAIN, caps=True)) == measure.width("STRASSE", PLAIN)


def test_the_typesetter_gives_the_same_widths(measure: Measure, arabic: Measure) -> None:
    # Set by WeasyPrint 70.0 at 100 pt from the same files.
    for text, width, of, style in (
        ("Arkhangelsk", 523.0986, measure, replace(PLAIN, size=100)),
        ("Arkhangelsk", 743.0937, measure, replace(PLAIN, size=100, tracking=0.2)),
        ("office ffi", 374.6982, measure, replace(PLAIN, size=100, family="serif")),
        ("خريطة", 246.0996, arabic, replace(PLAIN, size=100)),
    ):
        assert of.width(text, style) == pytest.approx(width, rel=2e-4)


def test_extent_of_lines(measure: Measure) -> None:
    one, two = measure.extent("Ob", PLAIN), measure.extent("Ob\nYenisey", PLAIN)
    assert two.width == measure.width("Yenisey", PLAIN)
    assert two.ascent == one.ascent
    assert one.descent < 0.3
    assert two.descent == pytest.approx(12.0 + measure.extent("Yenisey", PLAIN).descent)


def test_wrap_breaks_at_spaces_and_keeps_hard_spaces(measure: Measure) -> None:
    width = measure.width("Northern Dvina", PLAIN) + 0.1
    assert measure.wrap("Northern Dvina and Pechora", PLAIN, width) == ("Northern Dvina", "and Pechora")
    assert measure.wrap("about 150\u00a0men", PLAIN, measure.width("about 150", PLAIN)) == ("about", "150\u00a0men")


def test_wrap_breaks_after_hyphens_between_letters_only(measure: Measure) -> None:
    assert measure.wrap("anti-Soviet", PLAIN, 30) == ("anti-", "Soviet")
    assert measure.wrap("50-55", PLAIN, 5) == ("50-55",)


def test_wrap_leaves_a_long_word_alone(measure: Measure) -> None:
    assert measure.wrap("in Komi", PLAIN, 1) == ("in", "Komi")


def test_wrap_breaks_between_ideographs_but_not_before_a_full_stop() -> None:
    class Squares(Measure):
        def width(self, text: str, style: LabelStyle) -> float:
            return style.size * len(text)

    assert Squares({}).wrap("地図の凡例。次", PLAIN, 50) == ("地図の凡", "例。次")


def test_a_character_without_a_glyph_is_named(measure: Measure) -> None:
    with pytest.raises(AssetError, match=r"PT_Sans.*U\+062E ARABIC LETTER KHAH"):
        measure.width("خريطة", PLAIN)


def test_a_style_without_a_font_is_named(measure: Measure) -> None:
    with pytest.raises(AssetError, match="'bold': sans, weight 700, upright"):
        measure.width("x", LabelStyle("bold", "sans", 8, weight=700))


def test_joining_scripts() -> None:
    assert joins("Об خريطة")
    assert not joins("Обь מפה")


def test_the_face_of_a_collection_decides_how_wide_quotes_are() -> None:
    # Noto Sans CJK: quotation marks fill a square in the Chinese face and are narrow in the Japanese one.
    chinese, japanese = (voice_of(tag).measure for tag in ("zh-Hans", "ja"))
    assert chinese.width("“古”", PLAIN) == pytest.approx(30)
    assert japanese.width("“古”", PLAIN) < 25
    assert japanese.width("「古」", PLAIN) == pytest.approx(30)


def test_chinese_and_japanese_break_between_signs_but_not_between_a_number_and_its_sign() -> None:
    assert unbroken("Two words") == ("Two", "words")
    assert unbroken("「古」。1943年6月2日") == ("「古」。", "1943年", "6月2日")
    assert unbroken("约150名战俘") == ("约", "150名", "战", "俘")
    assert unbroken("各50～55人 6月2日～9日") == ("各", "50～55人", "6月2日～9日")


def test_a_line_does_not_begin_with_the_dot_in_a_name() -> None:
    assert unbroken("伊万·别索诺夫") == ("伊", "万·", "别", "索", "诺", "夫")


def test_a_letter_stays_with_the_word_that_it_numbers() -> None:
    assert unbroken("据文本B说") == ("据", "文本B", "说")
    assert unbroken("全名はテキストAにある") == ("全", "名", "は", "テキストA", "に", "あ", "る")


def test_lines_end_between_phrases_and_within_them_only_where_nothing_else_fits() -> None:
    measure = voice_of("ja").keeping(["スヴェルドロフスク（現エカテリンブルク）", "コトラス", "ペチョラ川"]).measure
    assert measure.wrap("色が薄れる所はペチョラ川付近", PLAIN, 100) == ("色が薄れる所は", "ペチョラ川付近")
    assert measure.wrap("色が薄れる所はペチョラ川付近", PLAIN, 60) == ("色が薄れる", "所は", "ペチョラ川", "付近")
    assert measure.wrap("スヴェルドロフスク（現エカテリンブルク）", PLAIN, 100) == (
        "スヴェルドロフスク", "（現エカテリンブルク）",
    )  # fmt: skip
    assert measure.wrap("コトラス", PLAIN, 20) == ("コトラス",)
