"""Wikitext to an article: text, lists, tables, notes, infoboxes and all that is kept aside."""

from __future__ import annotations

import pytest

from dossier.errors import SourceError
from dossier.model.article import Article, Coordinates, ItemList, Paragraph, Table
from dossier.readers.wikitext.reader import plain, read_wikitext


def text_of(source: str) -> str:
    return read_wikitext(source).text.text


def kinds(article: Article) -> list[str]:
    return [gap.kind for gap in article.gaps]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("''a'' '''b''' '''''c'''''", "a b c"),
        ("''Broke'''s luck", "Broke's luck"),
        ("'''a'''' b", "a' b"),
        ("l'''etat'' c'est", "l'etat c'est"),
        ("[[a]] [[a|b]]s [[:Category:c]] [[d#e|]]", "a bs Category:c"),
        ("[https://x words] [https://x]", "words"),
        ("a&nbsp;b &ndash; c&#8212;d &unknown;", "a b – c—d &unknown;"),
        ("1<sup>st</sup> H<sub>2</sub>O <small>x</small>", "1st H2O x"),
        ("a<br>b<br />c", "a\nb\nc"),
        ("a<!-- b -->c", "ac"),
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one\n\ntwo"),
        (":indented\n::more", "indented\n\nmore"),
        ("<nowiki>[[a]] ''b''</nowiki>", "[[a]] ''b''"),
        ("<div>a</div>b<p>c", "a\n\nb\n\nc"),
        ("a{{unclosed b", "aunclosed b"),
        ("----\na", "a"),
    ],
)
def test_inline_markup(source: str, text: str) -> None:
    assert text_of(source) == text


def test_words_keep_their_places_through_markup() -> None:
    source = "On [[8 May|''that'' day]], about {{convert|60|ha}}."
    passage = read_wikitext(source).text
    assert passage.text == "On that day, about 60 ha."
    for words, quoted in [("that day", "that'' day"), ("day, about", "day]], about"), ("60 ha", "{{convert|60|ha}}")]:
        at = passage.text.index(words)
        assert source[slice(*passage.source_range(at, at + len(words)))] == quoted
    assert passage.links[0].target == "8 May"


def test_headings_nest_and_apparatus_is_told() -> None:
    article = read_wikitext("= Title =\na\n== B ==\n=== C ===\nc\n==See also==\n* [[X]]\n=== More ===\n* [[Y]]")
    assert article.title.text == "Title"
    assert [(section.level, section.heading.text, section.role) for section in article.walk()] == [
        (2, "B", "body"),
        (3, "C", "body"),
        (2, "See also", "see-also"),
        (3, "More", "see-also"),
    ]
    assert [entry.title for entry in article.see_also] == ["X", "Y"]
    assert article.text.text == "Title\n\na\n\nB\n\nC\n\nc"


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("The '''Battle of X''' was '''bold'''.", "Battle of X"),
        ("'''''Dreadnought'' class''' ships", "Dreadnought class"),
        ("{{Infobox military conflict|conflict=Battle of Y|a=1}}\nNo bold.", "Battle of Y"),
        ("Nothing.\n==H==\n'''Later'''", ""),
    ],
)
def test_the_title_is_bold_or_the_infobox_s(source: str, title: str) -> None:
    assert read_wikitext(source).title.text == title


def test_lists_have_levels_orders_and_terms() -> None:
    (block,) = read_wikitext("* a\n** b\n# c\n; d\n*: e\n*").lead
    assert isinstance(block, ItemList)
    assert [(item.level, item.ordered, item.term, item.passage.text) for item in block.items] == [
        (1, False, False, "a"),
        (2, False, False, "b"),
        (1, True, False, "c"),
        (1, False, True, "d"),
        (2, False, False, "e"),
    ]


def test_a_table_cell_by_cell() -> None:
    source = """{| class="wikitable"
|+ style="x" | The ''caption''
! #!! State !! style="y" | Date
|-
! scope="row" | 1 || [[Virginia|Va.]]
| {{dts|1777|12|16}}<ref>r</ref>
|- valign=top
| colspan=2 rowspan="3" | a | b
|
|}"""
    article = read_wikitext(source)
    (table,) = article.lead
    assert isinstance(table, Table)
    assert table.caption.text == "The caption"
    assert [[(cell.header, cell.passage.text) for cell in row] for row in table.rows] == [
        [(True, "#"), (True, "State"), (True, "Date")],
        [(True, "1"), (True, "Va."), (False, "December 16, 1777")],
        [(False, "a | b"), (False, "")],
    ]
    assert (table.rows[2][0].columns, table.rows[2][0].rows) == (2, 3)
    assert table.rows[1][2].passage.citations[0].reference == "1"
    assert kinds(article) == ["empty-cell"]


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    source = (
        'a<ref name="x">X</ref> b<ref>Y</ref> c<ref name=x /> d{{efn|E}} e<ref group="note" name="n"/>'
        "{{sfn|Roe|1956|p=4}} f{{sfn|Roe|1956|p=4}} g<ref name=later/>{{rp|12–13}}\n"
        '==References==\n{{reflist|refs=\n<ref name="later">L</ref>\n<ref name="n" group="note">N</ref>}}\n'
        "* {{cite book|last=Roe|year=1956|title=R}}"
    )
    article = read_wikitext(source)
    notes = [(note.key, note.kind, note.text.text, note.work) for note in article.references]
    assert notes == [
        ("1", "reference", "X", ""),
        ("2", "reference", "Y", ""),
        ("3", "short", "Roe 1956, p. 4", "w1"),
        ("4", "reference", "L", ""),
        ("note 1", "note", "E", ""),
        ("note 2", "note", "N", ""),
        ("w1", "work", "Roe (1956). R.", ""),
    ]
    cited = [(cite.at, cite.reference, cite.locator) for cite in article.text.citations]
    assert cited == [
        (1, "1", ""), (3, "2", ""), (5, "1", ""), (7, "note 1", ""), (9, "note 2", ""), (9, "3", ""), (11, "3", ""),
        (13, "4", "12–13"),
    ]  # fmt: skip
    assert article.gaps == ()


def test_a_note_keeps_its_templates_and_its_own_notes() -> None:
    article = read_wikitext("a{{efn|See {{cite book|title=T|author=A}} too.{{sfn|B|2001}}}}")
    note = next(reference for reference in article.references if reference.kind == "note")
    assert note.text.text == "See A. T. too."
    assert note.templates[0].params == (("title", "T"), ("author", "A"))
    assert [cite.reference for cite in note.text.citations] == ["1"]
    assert kinds(article) == ["unknown-work"]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ('a<ref name="x"/>', "unknown-reference"),
        ("a<ref></ref>", "empty-reference"),
        ("a{{reflist|refs=<ref name=u>U</ref>}}", "uncited-reference"),
        ("a{{sfn|Nobody|1999}}", "unknown-work"),
        ("a{{citation needed|date=May 2020}}", "tagged"),
        ("a{{By whom}} b", "tagged"),
        ("a {{never heard of|b|c}} d", "template"),
        ("a {{inflation|US|100|1940}} d", "template"),
        ("a {{#if:x|y}} d", "template"),
        ("a <math>x^2</math> d", "template"),
        ("a {{coord|95|N|10|E}}", "template"),
        ("==See also==\n", "empty-section"),
        ("{{Infobox x\n| a = 1\n| b =\n}}", "empty-field"),
        ("a <script>alert(1)</script>", "active"),
        ("a \u202eb", "control"),
    ],
)
def test_every_kind_of_gap(source: str, kind: str) -> None:
    assert kinds(read_wikitext(source)) == [kind]


def test_citations_of_notes_by_their_names() -> None:
    article = read_wikitext('a{{r|x|y|p=3|p2=4}} b<ref name="x">X</ref>{{refn|name=y|Y}}{{r|g|group=note}}')
    assert [(cite.reference, cite.locator) for cite in article.text.citations] == [
        ("1", "3"), ("2", "4"), ("1", ""), ("2", ""), ("note 1", ""),
    ]  # fmt: skip
    assert [note.text.text for note in article.references] == ["X", "Y", ""]


def test_lists_and_quotations_within_a_line_are_lines() -> None:
    assert text_of("Ships {{ubl|one|two}} and {{quote|three}} end") == "Ships\none\ntwo\nand\nthree\nend"
    assert text_of("{{ubl|one|two}}") == "one\n\ntwo"
    assert text_of("<s>a</s> <includeonly>b</includeonly>c<references/>") == "a c"


def test_a_point_ends_where_its_numbers_do() -> None:
    (point,) = read_wikitext("{{coord|51|02|N|2|22|E|region:FR|display=inline,title}}").coordinates
    assert (point.lat, point.lon) == (51.033333, 2.366667)
    (other,) = read_wikitext("a {{coord|33.9|S|18.4|E|type:city}} b").coordinates
    assert (other.lat, other.lon) == (-33.9, 18.4)


def test_works_that_stand_in_paragraphs() -> None:
    article = read_wikitext("==Sources==\n{{cite book|title=A}}\n\nOnly words.\n\n;Term\n{{cite book|title=B}}\n")
    assert [(work.key, work.text.text) for work in article.references] == [("w1", "A."), ("w2", "B.")]


def test_related_articles_that_stand_in_paragraphs_and_tables() -> None:
    article = read_wikitext("==See also==\n[[One]], a thing\n{|\n| [[Two]]\n|}\n")
    assert [entry.title for entry in article.see_also] == ["One", "Two"]


def test_an_infobox_within_an_infobox() -> None:
    article = read_wikitext("{{Infobox person\n| name = A\n| module = {{Infobox officer\n| rank = Major\n}}\n}}\nx")
    assert [(field.name, field.value.text) for field in article.infobox] == [("name", "A"), ("rank", "Major")]


def test_an_address_alone_is_the_words_of_its_note() -> None:
    (note,) = read_wikitext("a<ref>[https://example.org/x]{{dead link}}</ref>").references
    assert note.text.text == "https://example.org/x"


@pytest.mark.parametrize("name", ["Infobox military conflict", "infobox Military_Conflict", "Warbox", "Whatever"])
def test_an_infobox_however_named(name: str) -> None:
    fields = "\n".join(f"| {key} = {key}" for key in ("conflict", "date", "place", "result", "strength1"))
    article = read_wikitext(f"{{{{{name}\n{fields}\n}}}}\n'''Words'''.")
    assert [field.name for field in article.infobox] == ["conflict", "date", "place", "result", "strength1"]
    assert article.text.text == "Words."


def test_values_of_an_infobox_are_lines() -> None:
    article = read_wikitext(
        """{{Infobox military conflict
| image = File:A.jpg
| caption = The [[A]]
| commander1 = {{flagicon|X}} [[Anna Berg|A. Berg]]{{KIA}}<br/>{{nowrap|C. Dorn}}
| combatant1 = {{plainlist|
* [[Northland]]<ref>r</ref>
** Its colony
}}
| casualties1 = {{flagdeco|France}}: 13,390
| strength1 = {{ubl|1 ship|2 boats}}
| campaignbox = {{Campaignbox X}}
}}"""
    )
    assert [(field.name, field.value.text) for field in article.infobox] == [
        ("commander1", "A. Berg (KIA)\nC. Dorn"),
        ("combatant1", "Northland\nIts colony"),
        ("casualties1", "France: 13,390"),
        ("strength1", "1 ship\n2 boats"),
    ]
    assert [(media.file, media.caption.text) for media in article.media] == [("File:A.jpg", "The A")]
    assert article.infobox[1].value.citations[0].at == len("Northland")


def test_quotations_are_set_apart() -> None:
    blocks = read_wikitext("Words.\n{{quote|One.\n\nTwo.|author=A}}\n<blockquote>Three.</blockquote>\nEnd.").lead
    assert [(block.passage.text, block.quoted) for block in blocks if isinstance(block, Paragraph)] == [
        ("Words.", False),
        ("One.", True),
        ("Two.", True),
        ("A", True),
        ("Three.", True),
        ("End.", False),
    ]


def test_what_is_kept_aside() -> None:
    article = read_wikitext(
        "'''T''' {{coord|48|4|50|N|7|21|36|E|display=title}} at {{coord|0.39|-9.46|name=X}}.\n"
        "[[File:A.jpg|thumb|200px|left|alt=b|A ''caption'', 1944]]\n"
        "<gallery>\nFile:B.jpg|B [[b]]\nC.jpg\n</gallery>\n"
        "[[Category:Things|sort]] [[de:Ding]] [[fr:Chose]]\n"
        "==External links==\n* [https://example.org Site] {{in lang|fr}}\n* https://example.com/b"
    )
    assert article.coordinates[0] == Coordinates(48.080556, 7.36, 8, 51)
    assert (article.coordinates[1].lat, article.coordinates[1].lon, article.coordinates[1].name) == (0.39, -9.46, "X")
    assert article.text.text == "T at 0.39°N 9.46°W."
    assert [(media.file, media.caption.text) for media in article.media] == [
        ("A.jpg", "A caption, 1944"),
        ("B.jpg", "B b"),
    ]
    assert article.categories == ("Things",)
    assert article.interlanguage == (("de", "Ding"), ("fr", "Chose"))
    assert [(link.url, link.passage.text) for link in article.external_links] == [
        ("https://example.org", "Site (in French)"),
        ("https://example.com/b", "https://example.com/b"),
    ]


def test_banners_and_navigation_leave_nothing() -> None:
    article = read_wikitext(
        "{{Use dmy dates|date=May 2020}}\n{{About|this}}\n'''T''' is.\n{{Main|X}}\n{{Campaignbox X|expand=yes}}\n"
        "{{World War II}}\n{{DEFAULTSORT:T}}\n{{Authority control}}"
    )
    assert (article.text.text, article.gaps) == ("T is.", ())


def test_a_redirect_is_no_article() -> None:
    with pytest.raises(SourceError, match="this page only leads to “Battle of X”"):
        read_wikitext("#REDIRECT [[Battle of X]]")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("{{convert|60|ha|m2|lk=in}}", "60 ha"),
        ("{{convert|5|to|6|km|mi|abbr=on}}", "5 to 6 km"),
        ("{{cvt|5|-|6|km}}", "5–6 km"),
        ("{{convert|6|ft|2|in|m}}", "6 ft 2 in"),
        ("{{circa|1940}}", "c. 1940"),
        ("{{circa|1940|1945}}", "c. 1940–1945"),
        ("{{start date|1940|5|26|df=y}}", "26 May 1940"),
        ("{{Start date|1940|05|06}}", "May 6, 1940"),
        ("{{dts|1940|May}}", "May 1940"),
        ("{{dts|1940}}", "1940"),
        ("{{start date|1940|13}}", "13 1940"),
        ("{{HMS|Malcolm|D19|6}}", "HMS Malcolm"),
        ("{{HMS|Malcolm|D19}}", "HMS Malcolm (D19)"),
        ("{{ship|French submarine|Poncelet||2}}", "Poncelet"),
        ("{{SMS|Schleswig-Holstein||2}}", "Schleswig-Holstein"),
        ("{{sclass-|Shoreham|sloop|0}}", "Shoreham-class"),
        ("{{sclass-|Redoutable|submarine (1928)}}", "Redoutable-class submarine"),
        ("{{lang|fr|Bataille}}", "Bataille"),
        ("{{lang-de|Walküre}}", "German: Walküre"),
        ("{{ill|Marcel Têtu|fr}}", "Marcel Têtu"),
        ("{{nowrap|{{flag|Free France}}}}", "Free France"),
        ("{{flagicon|X}}", ""),
        ("A{{KIA}}", "A (KIA)"),
        ("1{{ndash}}2{{snd}}3", "1–2 – 3"),
        ("{{frac|1|2}} {{frac|3|1|2}}", "1/2 3 1/2"),
        ("{{ISBN|0-00}}", "ISBN 0-00"),
        ("{{in lang|de|fr}}", "(in German and French)"),
        ("{{harvnb|Roe|Doe|1956|pp=1-2}}", "Roe & Doe 1956, pp. 1-2"),
        ("{{harvtxt|A|B|C|1956}}", "A, B & C 1956"),
        ("{{harvnb|A|B|C|D|1956|loc=ch. 2}}", "A et al. 1956, ch. 2"),
        ("{{cite news|title=T|work=W|date=13 December 2015}}", "T. W. (13 December 2015)."),
        ("{{cite book|last=A|first=B|last2=C|year=1969|title=T|volume=1|place=L|publisher=P|pages=1–2}}",
         "A, B; C (1969). T. Vol. 1. L: P. pp. 1–2."),
        ("{{Literatur|Autor=A B|Titel=T|Verlag=V|Ort=O|Jahr=1999|Seiten=3}}", "A B (1999). T. O: V. pp. 3."),
        ("{{cite web|url=https://x}}", "https://x"),
        ("{{!}}{{=}}", "|="),
    ],
)  # fmt: skip
def test_what_templates_print(call: str, words: str) -> None:
    assert plain(call) == words
