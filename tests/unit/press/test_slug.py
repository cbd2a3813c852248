"""The slug line as HTML: how large its type is, and what stands in it."""

from __future__ import annotations

import re

import pytest

from dossier.locales.fonts import fonts_for
from dossier.locales.locale import locale
from dossier.pdf.read import Box
from dossier.press.slug import LARGEST, SMALLEST, SlugLine, slug_pages

ROOM = Box(0, 0, 200, 17)


def size(*lines: SlugLine) -> float:
    _, styles = slug_pages(lines, ROOM, locale("en"), fonts_for(locale("en")))
    found = re.search(r"calc\(([\d.]+)pt", "".join(styles))
    assert found
    return float(found[1])


@pytest.mark.parametrize(
    ("characters", "expected"),
    [(10, LARGEST), (51, LARGEST), (60, 6.06), (100, SMALLEST)],  # 200 pt / 60 characters of 0.55 em
)
def test_type_is_as_large_as_the_longest_row_allows(characters: int, expected: float) -> None:
    assert size(SlugLine(("x" * characters,), ("a", "b"))) == expected
    assert size(SlugLine(("a",), ("x" * characters,))) == expected
    assert size(SlugLine(("a",), ("b",)), SlugLine(("x" * characters,), ("b",))) == expected


def test_each_line_is_a_page_of_two_rows_whose_parts_are_parted() -> None:
    lines = [SlugLine(("T & Co", "", "<i>1</i>"), ("en", "1:1")), SlugLine(("T",), ("en",))]
    html, _ = slug_pages(lines, ROOM, locale("en"), fonts_for(locale("en")))
    assert "<section><p>T &amp; Co · &lt;i&gt;1&lt;/i&gt;</p><p>en · 1:1</p></section>" in html
    assert html.count("<section>") == 2


def test_it_runs_the_way_its_language_does() -> None:
    html, _ = slug_pages([SlugLine(("T",), ("ar",))], ROOM, locale("ar"), fonts_for(locale("ar")))
    assert '<html lang="ar" dir="rtl">' in html
