"""Where lines of Chinese and Japanese may end in HTML, and which of their signs are set at half their width."""

from __future__ import annotations

import pytest

from dossier.exhibits.voice import voice_of
from dossier.typeset.lettering import lettered, phrased


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("“Quoted” & left alone", "“Quoted” &amp; left alone"),
        ("降于6月2日。", "降于[6月2日]。"),
        ("伊万·别索诺夫", "伊[万(·)]别索诺夫"),
        ("“约150名”战俘", "(“)约[150名]”战俘"),
        ("据文本A。", "据[文本A]。"),
        ("没有<b>。", "没有&lt;b&gt;。"),
    ],
)
def test_signs_that_stay_together_and_signs_of_half_width(text: str, html: str) -> None:
    assert brief(lettered(text)) == html


def test_a_bracket_within_a_line_keeps_its_width() -> None:
    assert lettered("「徴集」を", opening=False) == "「徴集」を"


def test_the_stop_before_a_note_is_narrow() -> None:
    assert brief(lettered("降下した。", noted=True)) == "降下した(。)"
    assert brief(lettered("。", opening=False, noted=True)) == "(。)"  # after a link
    assert brief(lettered("She left.", noted=True)) == "She left."


def test_phrases_are_whole() -> None:
    measure = voice_of("zh-Hans").keeping(["科米"]).measure
    assert brief(phrased("“12人”被投放到科米。", measure, noted=True)) == "[(“)12人”][被投放][到科米(。)]"
    assert brief(phrased("anti-Soviet forces", voice_of("en").measure)) == "[anti-Soviet] forces"
    assert phrased("anti-Soviet forces", voice_of("en").measure, hyphens=True) == "anti-Soviet forces"


def brief(html: str) -> str:
    for sign, tag in (("(", '<span class="half">'), ("[", '<span class="nowrap">')):
        end = {"(": ")", "[": "]"}[sign]
        while tag in html:
            before, _, after = html.rpartition(tag)
            html = before + sign + after.replace("</span>", end, 1)
    return html
