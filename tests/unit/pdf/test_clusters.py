"""What glyphs say, found by shaping: every word of the editions can be read back from its glyphs."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import fontpkg
import pytest
import uharfbuzz

from dossier.pdf.clusters import clustered_words, sayings

LANGUAGES = {"Amiri": "ar", "IBM Plex Sans Arabic": "ar", "Frank Ruhl Libre": "he", "Spectral": "ru"}
AMIRI, PLEX, FRANK_RUHL, SPECTRAL = LANGUAGES


def content(family: str) -> bytes:
    return Path(fontpkg.path(family, 400, "normal")).read_bytes()


def glyphs_of(family: str, word: str, features: dict[str, bool]) -> list[int]:
    """Return the glyphs of a word in the order in which they are read."""
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(content(family))))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.language = LANGUAGES[family]
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, features)
    glyphs = [info.codepoint for info in buffer.glyph_infos]
    return glyphs[::-1] if buffer.direction == "rtl" else glyphs


def read(family: str, word: str, told: dict[int, str], features: dict[str, bool] | None = None) -> str:
    return unicodedata.normalize("NFC", "".join(told[glyph] for glyph in glyphs_of(family, word, features or {})))


@pytest.mark.parametrize("spaced", [False, True])
@pytest.mark.parametrize(
    ("family", "text"),
    [
        # Amiri draws a lam before a kaf with two glyphs, one of which is a lam of its own elsewhere.
        (AMIRI, "لاسلكي سلمي ملك"),
        (AMIRI, "شيئًا"),  # a form that stands under its mark only
        (AMIRI, "سئِّل سئِل سئل واتُّخذت تُخذ تخذ أُسر أسر"),
        (AMIRI, "بِسْمِ اللَّهِ الرَّحِيمِ"),
        (AMIRI, "السلام سلام كلا لا إلى حج لحم محمد الأسرى لإطلاق الآن"),
        (AMIRI, "١٩٤٣ النص،"),
        (PLEX, "شيئًا سئِّل بر وأُنزل السلام لا إلى الأسرى"),
        (PLEX, "الرحيم تُخذ تخذ نُفذت"),
        (FRANK_RUHL, "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ"),
        (FRANK_RUHL, "מבצע גולאג ש ב בּ"),
        (SPECTRAL, "M\u0303issile q\u0301"),
        (SPECTRAL, "до\u0301м Ю\u0301"),
    ],
)
def test_words_are_read_from_their_glyphs(family: str, text: str, *, spaced: bool) -> None:
    told = sayings(content(family), text.split())
    features = {"liga": False, "clig": False, "dlig": False} if spaced else {}
    words = [unicodedata.normalize("NFC", word) for word in text.split()]
    assert [read(family, word, told, features) for word in words] == words


def test_of_two_glyphs_for_a_letter_the_one_that_is_known_speaks() -> None:
    told = sayings(content(AMIRI), ["لاسلكي", "فلسطين"])
    assert [told[glyph] for glyph in glyphs_of(AMIRI, "لاسلكي", {})] == ["ل", "ا", "س", "ل", "", "ك", "ي"]


def test_a_ligature_says_its_letters_and_no_mark() -> None:
    told = sayings(content(PLEX), ["لًا"])
    assert set(told.values()) == {"\u064b", "لا"}


def test_a_joiner_gives_no_meaning_to_the_glyph_that_stands_for_it() -> None:
    assert set(sayings(content(AMIRI), ["ه\u200d", "می\u200cخواهم"]).values()).isdisjoint({"\u200c", "\u200d"})


def test_what_a_font_does_not_have_is_not_told() -> None:
    assert sayings(content(SPECTRAL), ["لا"]) == {}


def test_words_in_which_glyphs_say_more_or_less_than_a_character() -> None:
    assert clustered_words("<p>Le 2 do\u0301m, «كتاب» &amp; 1943 ש</p>") == {"do\u0301m", "DO\u0301M", "كتاب", "ש"}
    assert clustered_words("Über Fjällräven, Auf\u200clage: 計画") == frozenset()
    assert clustered_words("\u200dه می\u200cخواهم") == {"\u200dه", "می\u200cخواهم"}
