"""Where lines of Chinese and Japanese end best: as readers of these languages broke the titles by hand."""

from __future__ import annotations

import pytest

from dossier.locales.locale import locale
from dossier.locales.phrases import phrases_for

RIVERS = ("北德维纳河", "叶尼塞河", "科米", "伊万·格奥尔基耶维奇·别索诺夫")


@pytest.mark.parametrize(
    ("tag", "phrases"),
    [
        ("ja", "捕虜収容所で|計画された|第二戦線"),
        ("ja", "北ドヴィナ川と|エニセイ川の|間の3区域"),
        ("ja", "約150人の|捕虜が|徴集された"),  # no particle begins a line
        ("ja", "12人から|なる|最初の|一グループが|コミに|降下した"),
        ("ja", "作戦は|放棄、|主な|立案者は|戦後に処刑"),
        ("ja", "イワン・|ゲオルギエヴィチ・|ベッソノフ"),
        ("ja", "スヴェルドロフスク|（現エカテリンブルク）"),
        ("ja", "「約150人」と|符合する。"),
        ("zh-Hans", "北德维纳河与|叶尼塞河之间的三个区"),
        ("zh-Hans", "最初的|12人|小组|被投放|到科米"),
        ("zh-Hans", "从北德维纳河|到叶尼塞河"),
    ],
)
def test_phrases(tag: str, phrases: str) -> None:
    found = phrases_for(locale(tag), RIVERS)
    assert found
    assert "|".join(found.of(phrases.replace("|", ""))) == phrases


def test_a_name_that_icu_does_not_know_is_whole_only_where_it_is_given() -> None:
    with_name, without = (phrases_for(locale("zh-Hans"), names) for names in (("伯朝拉河",), ()))
    assert with_name
    assert without
    assert with_name.of("中区在伯朝拉河和科米") == ("中区", "在伯朝拉河和科米")
    assert without.of("中区在伯朝拉河和科米") == ("中区", "在伯朝拉", "河和科米")


def test_words_that_never_break() -> None:
    phrases = phrases_for(locale("zh-Hans"), ("科米",))
    assert phrases
    assert phrases.within_words("科米，1943年6月") == {1, *range(4, 10)}


def test_signs_outside_the_basic_plane_do_not_shift_what_follows() -> None:
    phrases = phrases_for(locale("ja"))
    assert phrases
    assert "".join(phrases.of("𠮷野の家に降下した")) == "𠮷野の家に降下した"
    assert phrases.of("𠮷野の家に降下した")[-1] == "降下した"


def test_languages_with_spaces_need_none() -> None:
    assert phrases_for(locale("de")) is None
