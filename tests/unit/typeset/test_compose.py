"""What the bundled template makes of a project: links, emphasis, languages, state, and only what is there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.build import compose_edition
from dossier.errors import LayoutError
from dossier.locales.catalogs import interface_texts
from dossier.locales.locale import locale
from dossier.model.project import load_project
from tests.raid import Spoil

HOUSE = "layout: 1\nextends: dossier\nfile: house.pdf\n"
PAGE = '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><h1>x</h1>{}</body></html>'


def html_of(folder: Path, layout: str = "dossier", tag: str = "en") -> str:
    return compose_edition(load_project(folder), tag, layout).page.html


def house(folder: Path, template: str, layout: str = HOUSE) -> Path:
    place = folder / "layouts" / "house"
    place.mkdir(parents=True)
    (place / "layout.yaml").write_text(layout)
    (place / "dossier.html").write_text(PAGE.format(template), encoding="utf-8")
    return folder


def test_cross_references_are_links_to_what_is_shown(project: Spoil) -> None:
    html = html_of(project())
    assert '<a class="ref" href="#landing">the source</a>' in html
    assert html.count('id="landing"') == 1


def test_cross_references_to_what_a_layout_leaves_out_are_plain_words(project: Spoil) -> None:
    told = "{{ view.stories[0].paragraphs[0].pieces[0].statements[0][1]|inline }}"
    assert "Twelve men landed, says the source." in html_of(house(project(), f"<p>{told}</p>"), "house")


def test_texts_are_never_markup(project: Spoil) -> None:
    html = html_of(project(("title: The raid", 'title: "<b>&amp;</b> {{ d.id }} *so* {value}x"')))
    assert "<h1>&lt;b&gt;&amp;amp;&lt;/b&gt; {{ d.id }} <em>so</em>" in html


def test_no_heading_breaks_at_a_hyphen(project: Spoil) -> None:
    html = html_of(project(("heading: Twelve men landed", "heading: A plan of mid-1942, re-read")))
    assert 'A plan of <span class="nowrap">mid-1942</span>,\u00a0<span class="nowrap">re-read</span>' in html


def test_lines_of_a_heading_end_between_phrases(project: Spoil) -> None:
    changes = (
        ("heading: Twelve men landed", "heading: 川の間の3つの区域"),
        ("title: The raid\n", "title: The raid\nlanguage: ja\n"),
    )
    html = html_of(project(*changes), tag="ja")
    assert (
        '<span class="nowrap">川の</span><span class="nowrap">間の</span><span class="nowrap">3つの区域</span>' in html
    )


def test_only_parts_that_are_there_are_listed(project: Spoil) -> None:
    html = html_of(project())
    listed = re.findall(r'<li[^>]*><a href="#([a-z-]+)">', html)
    assert listed[:3] == ["story", "organisation", "chronology"]
    assert listed[3:] == ["tables", "uncertain", "bibliography", "licence", "colophon"]
    for id in ("glance", "people", "differences", "related", "map"):
        assert f'id="{id}"' not in html


@pytest.mark.parametrize(
    ("tag", "signed", "state", "words"),
    [
        ("en", "", "draft", "Unreviewed draft"),
        ("en", "signed: {by: A. Reader, date: 2026-11-22}\n", "signed", "Reviewed by A. Reader, 22 November 2026"),
        ("de", "signed: {by: A. Reader, date: 2026-11-22}\n", "translation", ""),
        ("de", "", "draft", ""),
    ],
)
def test_every_page_says_whether_it_was_reviewed(project: Spoil, tag: str, signed: str, state: str, words: str) -> None:
    folder = project(("title: The raid\n", f"title: The raid\ncomplete: 0\n{signed}"))
    (folder / "locale").mkdir()
    (folder / "locale" / "de.po").write_text("")
    expected = words or interface_texts(locale(tag))(f"state.{state}")
    assert f'data-state="{expected}"' in html_of(folder, tag=tag)


def german(project: Spoil, *entries: tuple[str, str, str]) -> Path:
    """Return the small project with a German catalog that has `entries`: id, text and translation."""
    folder = project(("title: The raid\n", "title: The raid\ncomplete: 0\nsigned: {by: A. Reader, date: 2026-11-22}\n"))
    (folder / "locale").mkdir()
    lines = (f'msgctxt "{id}"\nmsgid "{text}"\nmsgstr "{translation}"\n' for id, text, translation in entries)
    (folder / "locale" / "de.po").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_what_is_not_translated_says_its_language_and_the_cover_says_how_much(project: Spoil) -> None:
    html = html_of(
        german(project, ("landing.title", "Landing", "Landung"), ("all.text", "{1} people in all.", "")), tag="de"
    )
    marked = '<span class="untranslated" lang="en" dir="ltr">'
    assert f"<h1>{marked}The\u00a0raid</span></h1>" in html
    assert f"{marked}112{JOINER}–{JOINER}122 people in all.</span>" in html
    assert "Landung" in html
    assert f"{marked}Landung" not in html
    cover = html.partition('<p class="state">')[2].partition("</p>")[0]
    assert re.fullmatch(r"\d+ von \d+ Texten dieser Übersetzung .*<br>.* wiedergegeben: 12 von \d+ Texten\.", cover)


def test_a_template_is_given_the_ids_of_texts_for_translators(project: Spoil) -> None:
    composed = compose_edition(
        load_project(german(project, ("raid.title", "The raid", "Der Handstreich"))), "de", "dossier"
    )
    html = replace(composed.composition, ids=True).page().html
    assert '<h1>Der Handstreich\u00a0<span class="message-id" lang="en" dir="ltr">raid.title</span></h1>' in html
    assert 'people in all. <span class="message-id" lang="en" dir="ltr">all.text</span>' in html
    assert 'Inhalt <span class="message-id" lang="en" dir="ltr">contents.title</span>' in html


ORIGINAL = (
    'issued: "1999"}',
    """issued: "1999", language: en, original: "Smith, Raids (1999).", basis: A catalogue,
     evidence: [{source: article, exact: The Raid}]}""",
)


JOINER = "\u2060"


def in_language(tag: str) -> tuple[str, str]:
    return "title: The raid\n", f"title: The raid\nlanguage: {tag}\n"


def words_of(html: str, tag: str) -> list[str]:
    """Return the words of every element of a kind."""
    return [re.sub("<[^>]+>", "", inner) for inner in re.findall(f"<{tag}[ >].*?</{tag}>", html, re.DOTALL)]


def test_notes_and_tables_say_alike_what_a_statement_rests_on(project: Spoil) -> None:
    html = html_of(project()).replace(JOINER, "")
    support = '<b class="mark">A</b> No reference is given there.'
    assert f'<td class="rests">{support}</td>' in html
    doubt = '<i class="kind">derived</i>: 12 +\u00a02\u00a0×\u00a050–55 =\u00a0112–122'
    assert f'<p class="aside">{doubt}</p>' in html


def test_signs_part_the_marks_the_kind_the_words_and_the_works(project: Spoil) -> None:
    more = "cites: [{ref: smith-1999}]\n    evidence: [{source: article, exact: twelve men landed}]\n    formula"
    html = html_of(project(("formula", more))).replace(JOINER, "")
    aside = html.partition('<p class="aside">')[2].partition("</p>")[0]
    assert re.sub("<[^>]+>", "", aside) == "A derived: 12 +\u00a02\u00a0×\u00a050–55 =\u00a0112–122; Raids."


def test_a_basis_is_a_sentence_of_its_own_after_the_kind(project: Spoil) -> None:
    derived = "kind: derived\n    formula: {sum: [landing, groups]}\n"
    reference = "kind: reference\n    basis: 'Calendar: the day after'\n"
    html = html_of(project(("{value} people", "All people"), (derived, reference)))
    assert '<i class="kind">reference</i>. Calendar: the day after</p>' in html


def test_the_words_of_a_source_are_marked_and_keep_one_full_stop(project: Spoil) -> None:
    remark = html_of(project(ORIGINAL)).partition('<p class="remark">')[2].partition("</p>")[0]
    quoted = '“<a lang="en" href="lang:en" dir="ltr">Smith, Raids (1999)</a>”. A catalogue.'
    assert remark.strip().endswith(f"The source prints: {quoted}")


def test_a_latin_entry_in_a_page_from_the_right_runs_from_the_left(project: Spoil) -> None:
    assert '<p class="entry" dir="ltr">' in html_of(project(ORIGINAL, in_language("he")), tag="he")


def test_sentences_of_chinese_and_japanese_have_no_space_between_them(project: Spoil) -> None:
    for tag in ("ja", "zh-Hans"):
        assert "。 " not in "".join(words_of(html_of(project(ORIGINAL, in_language(tag)), tag=tag), "p"))


def test_the_contents_follow_the_pages(project: Spoil) -> None:
    later = "  - {id: later, heading: Later, exhibit: organisation, body: [{id: x, text: X., kind: editorial}]}\n"
    loaded = load_project(project(("events:\n", f"{later}events:\n")))
    composition = compose_edition(loaded, "en", "dossier").composition
    flow = ("story", "story-p1", "organisation", "later", "later-p1", "chronology")
    listed = re.findall(r'<li[^>]*><a href="#([a-z-]+)">', composition.page(flow).html)
    assert listed[:4] == ["story", "organisation", "later", "chronology"]


@pytest.mark.parametrize(
    ("heading", "set_as"),
    [
        ("Twelve men landed in Komi", "Twelve men landed in\u00a0Komi"),
        ("Twelve men *landed*", "Twelve men\u00a0<em>landed</em>"),
        ("Landed", "Landed"),
        ("Twelve Kriegsgefangenenlagerkommandanten", "Twelve Kriegsgefangenenlagerkommandanten"),
    ],
)
def test_no_short_word_stands_alone_on_the_last_line_of_a_heading(project: Spoil, heading: str, set_as: str) -> None:
    html = html_of(project(("heading: Twelve men landed", f'heading: "{heading}"')))
    assert f'<h2 id="story">{set_as}</h2>' in html


@pytest.mark.parametrize(
    ("printed", "set_as"),
    [
        ("Smith, p. 160", "Smith, p.\u00a0160"),
        ("Smith, p.160", "Smith, p.\u2060160"),
        ("The Times, 1 March 2004", "The Times, 1\u00a0March 2004"),
        ("Die Zeit, 1. März 2004", "Die Zeit, 1.\u00a0März 2004"),
        ("Тарасова, с. 44", "Тарасова, с.\u00a044"),
        ("On NK. 1996", "On NK. 1996"),
        ("The camp. 12 days", "The camp. 12 days"),
    ],
)
def test_the_label_of_a_number_stays_with_it(project: Spoil, printed: str, set_as: str) -> None:
    html = html_of(project((ORIGINAL[0], ORIGINAL[1].replace("Smith, Raids (1999)", printed))))
    assert f'dir="ltr">{set_as}</a>”' in html


def test_an_address_does_not_break_before_its_host(project: Spoil) -> None:
    html = html_of(project(("licence: {name: CC BY-SA 4.0}", "licence: {name: CC0, url: https://example.org/by/4.0}")))
    assert '><span class="nowrap">https://example.org/</span>by/4.0</a>' in html


def test_works_are_marked_with_their_language(project: Spoil) -> None:
    html = html_of(project(('issued: "1999"}', 'issued: "1999", language: ar}')))
    assert '<a lang="ar" href="lang:ar" dir="rtl">' in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//example.org"])
def test_a_template_links_only_to_addresses_of_the_web(project: Spoil, address: str) -> None:
    with pytest.raises(LayoutError, match="not an address that a page may link to"):
        html_of(house(project(), f"<a href=\"{{{{ '{address}'|link }}}}\">x</a>"), "house")


def test_a_template_cannot_reach_into_the_program(project: Spoil) -> None:
    with pytest.raises(LayoutError, match="unsafe"):
        html_of(house(project(), "{{ d.__class__.__mro__ }}"), "house")


def test_a_fault_is_placed_in_the_file_that_holds_it(project: Spoil) -> None:
    folder = house(project(), "\n{% include 'part.html' %}")
    (folder / "layouts" / "house" / "part.html").write_text("<p>\n<p>\n{{ d.titel }}")
    with pytest.raises(LayoutError, match="titel") as caught:
        html_of(folder, "house")
    assert caught.value.where is not None
    assert (caught.value.where.path, caught.value.where.line) == (folder / "layouts" / "house" / "part.html", 3)
