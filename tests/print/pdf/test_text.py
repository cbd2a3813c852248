"""Words read back from finished pages: nothing lost, in order, in every script."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from dossier.pdf.accessible import finish_screen
from dossier.pdf.bidi import logical
from dossier.pdf.glyphs import unicode_map
from dossier.pdf.text import Passage, normalise, read_passages, text_of
from dossier.pdf.unicode import embedded_fonts

Samples = dict[str, bytes]
Typeset = Callable[..., bytes]

SENTENCES = {
    "en": (
        "A drop in Komi",
        "The plan was made in Hammelburg",
        "Prisoners of war designed it,1 Bessonov foremost2 of all.",
        "Kriegsgefangenenlager, Fallschirmjägerausbildung, Reichssicherheitshauptamt,",
        "Melenberg, «Десант на ГУЛАГ», 1 March 2004.",
        "Pechora",
        "Rivers of the north",
        "of whom two were killed",
        "group 60 600–605",
    ),
    "ar": (
        "عملية غولاغ",
        "بِسْمِ اللَّهِ الرَّحْمٰنِ الرَّحِيمِ",
        "خطط لها (أسرى الحرب) السوفييت، ونُفِّذت في كومي في 2 يونيو 1943.",
        "نحو 150 رجلا، منهم 50–55 في كل مجموعة؛ لا إله إلا الله.",
        "الحاشية: Parrish (2004), p. 44. ثم النهاية.",
        "الرَّحْمٰن لا إلى الأسرى في 1943",
    ),
    "he": (
        "מבצע גולאג",
        "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם",
        "מבצע צבאי גרמני (1943) בסיביר, כ-150 איש.",
    ),
}


@pytest.mark.parametrize(
    ("language", "sentence"), [(language, sentence) for language, found in SENTENCES.items() for sentence in found]
)
def test_every_sentence_is_in_the_text(finished: Samples, language: str, sentence: str) -> None:
    assert normalise(sentence) in normalise(text_of(read_passages(finished[language])))


@pytest.mark.parametrize(
    ("language", "altered"),
    [
        ("en", "A drop in Karelia"),
        ("en", "group 61"),
        ("en", "Bessonov foremost of all"),
        ("ar", "ونفذت في كومي في 2 يونيو 1943."),
        ("ar", "في 1943 الرحمن"),
        ("he", "מבצע צבאי גרמני )1943( בסיביר"),
    ],
)
def test_what_is_not_there_is_not_found(finished: Samples, language: str, altered: str) -> None:
    assert normalise(altered) not in normalise(text_of(read_passages(finished[language])))


def test_vowel_marks_erase_letters_until_the_maps_are_repaired(raw: Samples, finished: Samples) -> None:
    def silent(pdf: bytes) -> int:
        with pikepdf.open(BytesIO(pdf)) as document:
            return sum(text == "" for font in embedded_fonts(document) for text in unicode_map(font).values())

    assert [silent(raw[language]) > 0 for language in ("ar", "he")] == [True, True]
    assert [silent(finished[language]) for language in ("ar", "he")] == [0, 0]


@pytest.mark.parametrize(
    "lines",
    [
        "أسر\nأُسر",  # the letter stood alone before its mark first came
        "سئِل\nسئل",  # the letter first stood under its mark, and this form of it is in no font's own map
        "سئِّل\nسئِل\nسئل",
        "واتُّخذت\nتُخذ\nتخذ",
        "النص B «تجنيدهم» (بحسب النص B).",  # after a Latin letter Amiri has other brackets, in no map either
        "نص (GULAG) و«قوات NKVD» ثم [NKVD].",
        "فلسطين\nلاسلكي",  # two glyphs for the second lam of the second word, the other one a lam of its own
        "شيئًا",  # a form that stands in the whole file under its mark alone
    ],
)
def test_a_glyph_says_its_own_letters_wherever_it_stands(typeset: Typeset, lines: str) -> None:
    broken = lines.replace("\n", "<br>")
    page = typeset(f'<p style="font-family: Amiri">{broken}</p>', language="ar")
    assert normalise(text_of(read_passages(finish_screen(page)))) == normalise(lines)


def test_glyphs_are_told_the_same_every_time(typeset: Typeset) -> None:
    body = "<p>فلسطين لاسلكي شيئًا</p>"
    assert typeset(body, language="ar") == typeset(body, language="ar")


def test_what_latin_pages_say_is_left_as_it_is(raw: Samples, unfinished: Samples) -> None:
    assert unfinished["en"] == raw["en"]


def test_a_mark_over_a_latin_letter_takes_no_letter_away(typeset: Typeset) -> None:
    page = typeset("<p>до\u0301м, дом, M\u0303apa, Mapa, N\u0302o</p>")
    assert normalise(text_of(read_passages(finish_screen(page)))) == normalise(
        "до\u0301м, дом, M\u0303apa, Mapa, N\u0302o"
    )


def test_a_passage_knows_its_page_place_and_language(finished: Samples) -> None:
    passages = read_passages(finished["en"])
    assert passages[0] == Passage(1, ("Document", "Part", "H1"), "A drop in Komi", "en")
    (caption,) = (passage for passage in passages if passage.text == "Rivers of the north")
    assert caption.path == ("Document", "Part", "NonStruct", "Caption")
    (last,) = (passage for passage in passages if passage.text == "600–605")
    assert last.page == 4


def test_lines_end_where_they_are_broken(finished: Samples) -> None:
    (german,) = (passage.text for passage in read_passages(finished["en"]) if passage.text.startswith("Kriegs"))
    lines = german.split("\n")
    assert len(lines) == 2
    assert lines[0].endswith("‐")


def test_a_paragraph_that_two_pages_share_is_whole(typeset: Typeset) -> None:
    words = " ".join(f"word{number}" for number in range(400))
    note = '<span class="note">A note on the first page.</span>'
    pdf = finish_screen(typeset(f"<main><h1>Words</h1><p>{note}{words}</p></main>"))
    passages = read_passages(pdf)
    assert [passage.page for passage in passages if "word" in passage.text] == [1, 2]
    pages_in_turn = normalise("\n".join(passage.text for passage in passages))
    assert normalise(words) not in pages_in_turn
    assert normalise(words) in normalise(text_of(passages))


def test_a_file_without_tags_is_read_by_the_page(typeset: Typeset) -> None:
    pdf = typeset("<main><h1>First</h1><p style='break-before: page'>Second</p></main>", pdf_variant=None)
    assert [(passage.page, passage.path, passage.text) for passage in read_passages(pdf)] == [
        (1, (), "First\nFirst\n1"),
        (2, (), "Second\nFirst\n2"),
    ]


def test_turned_words_are_not_run_together(typeset: Typeset) -> None:
    turned = "".join(
        f'<span style="position: absolute; top: 200pt; left: {left}pt; transform: rotate(-30deg)">{river}</span>'
        for left, river in ((20, "Northern Dvina"), (200, "Pechora"))
    )
    pdf = typeset(f"<main><h1>Rivers</h1>{turned}</main>", pdf_variant=None)
    (passage,) = read_passages(pdf)
    assert "Northern Dvina\nPechora" in passage.text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Reichssicher‐\nheitshauptamt", "reichssicherheitshauptamt"),
        ("Trans-Siberian, Trans\u2011Siberian", "transsiberian,transsiberian"),
        ("a\u00adb\u200bc\u00a0d\u202fe", "abcde"),
        ("ﬁeld of\toﬃce", "fieldofoffice"),
        ("STRASSE Straße", "strassestrasse"),
        ("50–55 — “so”", "50–55—“so”"),
        ("e\u0301", "é"),
        ("ﻻ ﷲ", "لاالله"),
        ("\u2067שלום\u2069", "שלום"),
        ("ｶﾞ", "ガ"),
    ],
)
def test_normalise(text: str, plain: str) -> None:
    assert normalise(text) == plain


@pytest.mark.parametrize(
    ("line", "right_to_left", "read"),
    [
        ("plain text 1943", False, "plain text 1943"),
        (".1943 ,גאלוג", True, "גולאג, 1943."),
        ("(1943) גאלוג", True, "גולאג (1943)"),
        ("55–50 גאלוג", True, "גולאג 50–55"),
        ("50-55 גאלוג", True, "גולאג 50-55"),  # a hyphen-minus ties European numbers to each other
        ("55-50 نم", True, "من 50-55"),  # but not Arabic ones (rule W2)
        ("3.5% גאלוג", True, "גולאג 3.5%"),
        (".Desant na GULAG", True, "Desant na GULAG."),
        ("םתוס (2004) Parrish בתוכ", True, "כותב Parrish (2004) סותם"),
        ("(NKVD) רבח", True, "חבר (NKVD)"),
        ("see גאלוג, page 4", False, "see גולאג, page 4"),
        ("see 1943 ,גאלוג (below)", False, "see גולאג, 1943 (below)"),
    ],
)
def test_a_line_is_read_in_its_order(line: str, right_to_left: bool, read: str) -> None:
    assert logical(list(line), right_to_left=right_to_left) == read


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("12 − 2 = 10 :רזגנ", "נגזר: 12 − 2 = 10"),
        ("2 × 50–55 + 20–25 :רזגנ", "נגזר: 2 × 50–55 + 20–25"),
        ("= 140–155", "= 140–155"),  # on a line by itself
        ("10 ,2 × 3 = 6 גאלוג", "גולאג 2 × 3 = 6, 10"),
        ("55–50 גאלוג", "גולאג 50–55"),
    ],
)
def test_a_hebrew_formula_is_read_from_the_left(line: str, read: str) -> None:
    assert logical(list(line), right_to_left=True, formulas=True) == read


def test_an_arabic_formula_is_read_from_the_right() -> None:
    assert logical(list("10 = 2 − 12"), right_to_left=True) == "12 − 2 = 10"


def test_a_ligature_stays_whole() -> None:
    assert logical(["م", "لا", "س"], right_to_left=True) == "سلام"
