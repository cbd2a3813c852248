"""HTML pages: the article without the page around it, and places in the source of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.model.article import Article, ItemList, Paragraph, Table
from dossier.readers.webpage.reader import read_page
from dossier.readers.webpage.tree import MAX_DEPTH


def page(body: str) -> str:
    return f'<!DOCTYPE html><html lang="en"><body><div class="mw-parser-output">{body}</div></body></html>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>one <b>two</b> <i>three</i></p>", "one two three"),
        ("<p>a&nbsp;b &ndash; c&#8212;d &amp; e &unknown;</p>", "a b – c—d & e &unknown;"),
        ("<p>a<br>b<br/>c</p>", "a\nb\nc"),
        ("<p>one\ntwo", "one two"),
        ("one<p>two</p>three", "one\n\ntwo\n\nthree"),
        ("<div><div>one</div>two</div>", "one\n\ntwo"),
        ("<p>a<!-- b --><!--9:99-->c</p>", "ac"),
        ("<p>a<script>if (x < y) { alert('</p>') }</script><style>p > a {}</style>b</p>", "ab"),
        ('<p>a<span style="display: none">hidden</span><span hidden>too</span>b</p>', "ab"),
        ('<p title="a > b" data-x=\'<p>"\'>words</p>', "words"),
        ("<p>1 < 2 and 3 > 2</p>", "1 < 2 and 3 > 2"),
        ('<table class="navbox"><tr><td>no</td></tr></table><p>yes</p>', "yes"),
        ('<sup class="reference">[1]</sup><p>yes</p>', "yes"),
        ("<table role=presentation><tr><td><p>laid out</p></td></tr></table>", "laid out"),
        ("<p>a <span><div>b</div></span> c</p>", "a\nb\nc"),
    ],
)
def test_the_words_of_a_page(body: str, text: str, sound: Callable[[Article, str], None]) -> None:
    source = page(body)
    article = read_page(source)
    assert article.text.text == text
    sound(article, source)


def test_words_keep_their_places_through_tags_and_entities() -> None:
    source = page('<p>On <a href="/wiki/8_May">that &amp; <i>next</i></a> day.</p>')
    passage = read_page(source).text
    assert passage.text == "On that & next day."
    at = passage.text.index("that")
    assert source[slice(*passage.source_range(at, at + 11))] == "that &amp; <i>next"
    assert passage.links[0].target == "8 May"


def test_lists_of_lists() -> None:
    (block,) = read_page(page("<ul><li>a<ol><li>b</li></ol>c</li><li></li><li>d</ul>")).lead
    assert isinstance(block, ItemList)
    assert [(item.level, item.ordered, item.passage.text) for item in block.items] == [
        (1, False, "ac"),
        (2, True, "b"),
        (1, False, "d"),
    ]


def test_a_table() -> None:
    body = "<table><caption>C</caption><tr><th>a<td rowspan=2>b<tr><td></td></tr><tr><td><img></td></tr></table>"
    article = read_page(page(body))
    (table,) = article.lead
    assert isinstance(table, Table)
    assert table.caption.text == "C"
    assert [[(cell.header, cell.passage.text, cell.rows) for cell in row] for row in table.rows] == [
        [(True, "a", 1), (False, "b", 2)],
        [(False, "", 1)],
        [(False, "", 1)],
    ]
    assert [gap.kind for gap in article.gaps] == ["empty-cell"]


def test_an_infobox() -> None:
    body = (
        '<table class="infobox"><tr><th colspan=2>T</th></tr><tr><td colspan=2><img src="a/B_c.jpg"></td></tr>'
        "<tr><th>Date:</th><td>9 May<br>1702</td></tr><tr><th colspan=2>Strength</th></tr>"
        "<tr><td>50</td><td>60</td></tr><tr><th>Result</th><td></td></tr></table><p>w</p>"
    )
    article = read_page(page(body))
    assert [(field.name, field.value.text) for field in article.infobox] == [
        ("Date", "9 May\n1702"),
        ("Strength 1", "50"),
        ("Strength 2", "60"),
    ]
    assert [media.file for media in article.media] == ["B c.jpg"]
    assert [(gap.kind, gap.message) for gap in article.gaps] == [("empty-field", "“Result” is blank")]


NOTES = """<p>a<sup class="reference"><a href="#cite_note-x-1">[1]</a></sup> b<sup class="reference"><a
href="#cite_note-2">[a]</a></sup>c<sup class="noprint Template-Fact">[<i>citation needed</i>]</sup></p>
<h2>References</h2><ol class="references"><li id="cite_note-x-1"><span class="mw-cite-backlink"><a
href="#cite_ref-x">^</a> <a href="#cite_ref-y">b</a></span> <span class="reference-text"><a
href="#CITEREFRoe1956">Roe 1956</a>, pp. 1–2.</span></li></ol>
<ol class="references"><li id="cite_note-2"><span class="reference-text"></span></li></ol>
<ul><li><span class="citation book" id="CITEREFRoe1956">Roe (1956). R.</span><span class="Z3988"
title="rft.btitle=R+S&amp;rft.aulast=Roe&amp;rft.au=Roe%2C+J.&amp;rft.au=Doe&amp;rft.date=1956"></span></li></ul>"""


def test_notes_their_marks_and_the_works_they_point_at() -> None:
    article = read_page(page(NOTES))
    assert [(note.key, note.kind, note.text.text, note.work, note.locator) for note in article.references] == [
        ("1", "short", "Roe 1956, pp. 1–2.", "w1", "1–2"),
        ("a", "note", "", "", ""),
        ("w1", "work", "Roe (1956). R.", "", ""),
    ]
    assert [(cite.at, cite.reference) for cite in article.text.citations] == [(1, "1"), (3, "a")]
    assert article.references[2].templates[0].params == (
        ("title", "R S"), ("last", "Roe"), ("author1", "Roe, J."), ("author2", "Doe"), ("date", "1956"),
    )  # fmt: skip
    assert [gap.kind for gap in article.gaps] == ["tagged", "mark-count", "empty-reference"]


def test_parsoid_s_own_templates_are_preferred() -> None:
    data = '{"parts":[{"template":{"target":{"wt":"cite book\\n"},"params":{"title":{"wt":"The [[A|B]]"}}}}]}'
    body = f"<h2>Sources</h2><ul><li><cite class=citation data-mw='{data}'>B</cite></li></ul>"
    (work,) = read_page(page(f"<p>w</p>{body}")).references
    assert (work.templates[0].name, work.templates[0].params) == ("cite book", (("title", "The B"),))


@pytest.mark.parametrize("data", ["{", "[]", '{"parts":["x"]}', '{"parts":[{"template":{"params":3}}]}', "[" * 9000])
def test_template_data_that_make_no_sense_are_no_template(data: str) -> None:
    body = f"<h2>Sources</h2><ul><li><cite class=citation data-mw='{data}'>B</cite></li></ul>"
    (work,) = read_page(page(f"<p>w</p>{body}")).references
    assert work.templates == ()


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Exe - Wikipedia</title>", "<p>w</p>", "Exe"),
        ("<title>Exe &amp; Wye – Wikipédia</title>", "<p>w</p>", "Exe & Wye"),
        ("<title>Page</title>", "<h1>Exe</h1><p>w</p>", "Exe"),
        ("", "<p>The <b>Exe</b> is.</p>", "Exe"),
        ("", "<p>w</p>", ""),
    ],
)
def test_the_title(head: str, body: str, title: str) -> None:
    article = read_page(f"<html><head>{head}</head><body>{body}</body></html>")
    assert article.title.text == title
    assert all(section.heading.text != title for section in article.walk())


def test_nothing_nests_deeper_than_allowed() -> None:
    article = read_page(page("<div>" * (MAX_DEPTH + 1) + "<p>deep</p>" + "</div>" * (MAX_DEPTH + 1) + "<p>flat</p>"))
    assert [block.passage.text for block in article.lead if isinstance(block, Paragraph)] == ["flat"]
    assert "too-deep" in [gap.kind for gap in article.gaps]


def test_a_page_that_is_cut_short_is_read_to_where_it_ends() -> None:
    assert read_page('<html><body><p>one</p><p>two <a href="x').text.text == "one\n\ntwo"
