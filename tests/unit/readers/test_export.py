"""Page exports: the newest revision, with places in the XML file, and XML that would do harm."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest

from dossier.errors import SourceError
from dossier.model.article import Article
from dossier.readers.export import MAX_DEPTH, read_export
from dossier.readers.wikitext.reader import read_wikitext

WIKITEXT = (
    "The '''T &amp; U''' of 1944–45,<ref>R & S</ref> about {{convert|3|km}}.\n\n{{who}}x\n== Später ==\nEnd &lt; é"
)


def export(*revisions: str, page: str = "<title>T &amp; U</title><ns>0</ns>") -> str:
    return (
        '<mediawiki xml:lang="de"><siteinfo><sitename>Wikipedia</sitename>'
        "<base>https://de.wikipedia.org/wiki/Wikipedia:Hauptseite</base></siteinfo>"
        f"<page>{page}{''.join(revisions)}</page></mediawiki>"
    )


def revision(text: str, *, number: int = 1, time: str = "2020-01-01T00:00:00Z", more: str = "") -> str:
    return (
        f"<revision><id>{number}</id><timestamp>{time}</timestamp><contributor><id>9</id></contributor>"
        f'<text xml:space="preserve">{html.escape(text, quote=False)}</text>{more}</revision>'
    )


def test_the_article_is_that_of_its_wikitext() -> None:
    article, alone = read_export(export(revision(WIKITEXT))), read_wikitext(WIKITEXT)
    assert article.text.text == "T & U\n\n" + alone.text.text
    assert [reference.text.text for reference in article.references] == ["R & S"]
    assert [gap.kind for gap in article.gaps] == ["tagged"]


def test_places_are_those_of_the_file(sound: Callable[[Article, str], None]) -> None:
    source = export(revision(WIKITEXT))
    article = read_export(source)
    sound(article, source)
    text = article.text
    for words, quoted in [
        ("T & U of 1944", "T &amp;amp; U''' of 1944"),
        ("about 3 km", "about {{convert|3|km}}"),
        ("Später", "Später"),
        ("End < é", "End &amp;lt; é"),
    ]:
        at = text.text.index(words, 5)
        assert source[slice(*text.source_range(at, at + len(words)))] == quoted
    (cite,) = text.citations
    assert source[cite.start : cite.end] == "&lt;ref&gt;R &amp; S&lt;/ref&gt;"
    assert source[article.gaps[0].start : article.gaps[0].end] == "{{who}}"


def test_where_the_article_is_from() -> None:
    article = read_export(export(revision(WIKITEXT, number=77)))
    assert article.title.text == "T & U"
    assert article.language == "de"
    origin = article.provenance
    assert (origin.site, origin.url, origin.revision, origin.modified) == (
        "Wikipedia",
        "https://de.wikipedia.org/wiki/T_%26_U",
        "77",
        "2020-01-01T00:00:00Z",
    )


def test_the_newest_revision_counts_wherever_it_stands() -> None:
    old, new = revision("old", time="2001-01-01T00:00:00Z"), revision("new", number=2)
    assert read_export(export(new, old)).provenance.revision == "2"
    assert read_export(export(old, new)).text.text == "T & U\n\nnew"


def test_line_ends_and_character_references_keep_their_places(sound: Callable[[Article, str], None]) -> None:
    source = export("<revision><text>a&#233;b\r\nc &#x2013; d\r\n\r\n'''e'''</text></revision>")
    article = read_export(source)
    sound(article, source)
    assert article.text.text == "T & U\n\naéb c – d\n\ne"


# The SHA-1 of "words" is efb893611e6f56f5ad0724816340a50a4eb0820b in base 16.
@pytest.mark.parametrize(
    ("checksum", "gaps"),
    [("s02pcwwxs1amp6j9j277tmkw1clrgnf", []), ("0jrh6n8ukd2p4r9rf2qnxhmovxfd5c0", ["checksum"]), ("", [])],
)
def test_a_text_that_is_not_that_of_its_checksum(checksum: str, gaps: list[str]) -> None:
    article = read_export(export(revision("words", more=f"<sha1>{checksum}</sha1>")))
    assert [gap.kind for gap in article.gaps] == gaps


BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<mediawiki><page><revision><text>&lol2;</text></revision></page></mediawiki>"""


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (BOMB, "it declares a document type, which no export does"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><mediawiki/>', "it declares a document type, which no export does"),
        ("<mediawiki><page>", "not well-formed XML: no element found"),
        ("<mediawiki>&file;</mediawiki>", "not well-formed XML: undefined entity"),
        ("<mediawiki></page></mediawiki>", "not well-formed XML: mismatched tag"),
        ("<a>" * (MAX_DEPTH + 1), "nested too deeply for an export"),
        ("<mediawiki></mediawiki>", "this export holds no articles"),
        (export(revision("a")).replace("</page>", "</page><page><ns>0</ns></page>"), "this export holds 2 articles"),
        (export(revision(" ")), "this export holds no wikitext"),
        (export(revision("a", more="<model>json</model>")), "this export holds no wikitext"),
    ],
    ids=range(10),
)
def test_what_is_refused(source: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_export(source)
    assert caught.value.message == message
    assert caught.value.hint


def test_templates_in_the_export_are_no_articles() -> None:
    source = export(revision("words")).replace(
        "</page>", "</page><page><title>Template:X</title><ns>10</ns><revision><text>x</text></revision></page>"
    )
    assert read_export(source).text.text == "T & U\n\nwords"
