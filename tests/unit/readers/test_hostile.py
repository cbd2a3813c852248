"""Input that was made to do harm, or by nobody at all: bounded time, and an article that is sound or a clear error."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dossier.errors import SourceError
from dossier.model.article import Article
from dossier.readers import FORMATS, read

SMALL, LARGE = 6_000, 48_000
ALLOWED = 3 * LARGE / SMALL
"""How much longer the large input may take: three times the proportion, where a quadratic step takes eight times."""
NOTICED = 0.4
"""Seconds of processor time below which nothing is measured."""

WORDS = {
    "letters": "a", "blanks": " ", "blank lines": "\n \n", "tabs": "\t", "carriage returns": "\r",
    "signs of equality": "=", "headings": "== a ==\n", "edit marks": "x [edit]\n", "apostrophes": "''", "stars": "*",
    "bullets": "- a\n", "marks": "[1]", "back-references": "1. ^ a b c\n", "turns": "\u202e", "no width": "\u200b",
    "no break": "\u00a0", "fields": "- a: b\n", "holes": " , (", "breaks": "=\n", "combining": "\u0301",
}  # fmt: skip
MARKUP = {
    "braces": "{{", "closing braces": "}}", "brackets": "[[", "closing brackets": "]]", "references": "<ref>",
    "addresses": "[http://a ", "tables": "{|\n| a\n", "rows": "|-\n| a || b\n", "bold lines": "'''a\n", "bars": "|",
    "tags": "<div>", "open attributes": '<a b="', "odd quotes": '<a ="x>" ', "comments": "<!--", "scripts": "<script>",
    "titles": "<title>", "ampersands": "&", "entities": "&lt;", "calls": "{{a|b}}", "open calls": "{{a|",
    "points": "{{coord|1|2|N|3|E}}", "short notes": "{{sfn|A|2000|p=1}}", "files": "[[File:a|b]]",
    "galleries": "<gallery>\nFile:a|b\n</gallery>\n", "cells": "<table><tr><td>", "terms": "<dl><dd>",
    "notes": '<sup class="reference"><a href="#cite_note-1">', "items": '<li id="cite_note-1">a',
    "measures": "{{convert|1|to|", "spans": "<span>",
}  # fmt: skip
PLAIN = ("copypaste", "cleaned", "prose")


INSIDE = {
    "attributes": ("<ref {}>", "a"),
    "many attributes": ("<ref {}>", "a=b "),
    "beginnings of comments": ("{{{{{}}}}}", "<!--"),
    "arguments": ("{{{{cite book{}}}}}", "|a=b"),
    "named notes": ("{{{{r{}}}}}", "|a"),
    "items of a template": ("{{{{ubl{}}}}}", "|a"),
    "parts of a link": ("[[File:a{}]]", "|b"),
    "attributes of a table": ("{{| {}\n|}}", "a "),
    "words of a link": ("[[{}]]", "a "),
    "an address": ("[http://{} b]", "a"),
    "classes": ('<p class="{}">', "a "),
    "a gallery": ("<gallery>{}</gallery>", "File:a|b\n"),
    "a title": ("<title>{}</title>", " - a"),
    "quotes": ("{}\n", "'''a''"),
}


def seconds(piece: str, size: int, format: str, around: str = "words {}") -> float:
    source = around.format(piece * (size // len(piece))).encode()
    started = time.process_time()
    read(source, format=format)
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize(
    ("piece", "format"),
    [(piece, format) for piece in WORDS for format in (*PLAIN, "wikitext", "html")]
    + [(piece, format) for piece in MARKUP for format in ("wikitext", "html")],
)
def test_repeating_anything_takes_time_in_proportion(piece: str, format: str) -> None:
    repeated = (WORDS | MARKUP)[piece]
    small, large = (seconds(repeated, size, format) for size in (SMALL, LARGE))
    assert large < max(NOTICED, ALLOWED * small)


@pytest.mark.slow
@pytest.mark.parametrize("format", ["wikitext", "html"])
@pytest.mark.parametrize("place", INSIDE)
def test_repeating_anything_inside_anything_takes_time_in_proportion(place: str, format: str) -> None:
    around, piece = INSIDE[place]
    small, large = (seconds(piece, size, format, around) for size in (SMALL, LARGE))
    assert large < max(NOTICED, ALLOWED * small)


TOKENS = {
    "copypaste": "Title|\n|\n\n| |[1]|[2]:44|1. ^ a b |2. ^|See also[edit]|[edit]|• |word, |word.|[citation needed]"
    "|Notes|From Wikipedia, the free encyclopedia|Jump to: navigation|\u00a0|'''|\r\n|\u202e| ,",
    "cleaned": "= T =|\n|\n\n|Infobox\n|- A: b\n|- C:|== H ==|===|- one\n|  - two\n|, |See also|( )|\r\n|\u2066|''|- ",
    "prose": "Title|\n|\n\n|word |word.| ,|(|)|[1]|- a\n|1936|1. b|\t|\u00a0|\r|Retold for dossier from x CC BY-SA 4.0",
    "wikitext": "{{|}}|[[|]]|[http://a |]|PIPE|=|<ref>|</ref>|<ref name=a/>|<!--|-->|\n|\n\n|''|'''|{PIPE|PIPE}|PIPE-|!"
    "|*|#|:|;|word |&lt;|<br>|<div>|<nowiki>|</nowiki>|<gallery>|</gallery>|==|{{Infobox PIPE|{{sfnPIPEAPIPE2000}}"
    "|\u202e"
    "|{{quotePIPE|{{coordPIPE1PIPE2}}|{{efnPIPE|<references>|</references>|{{plainlistPIPE\n* |[[File:aPIPE|\ufffd",
    "html": "<p>|</p>|<div>|</div>|<ul>|<li>|</ul>|<table class=infobox>|<table>|</table>|<tr>|<td>|<th>|</a>|<!--|-->"
    "|<a href='/wiki/X'>|<sup class=reference>|</sup>|<a href='#cite_note-1'>|<li id=cite_note-1>|<h2>|</h2>|word "
    '|&amp;|&|<b>|</b>|<br>|<script>|</script>|<style>|<span class=geo>|1;2|</span>|<figure>|<img src=a>|"|\'|>|<|="'
    "|<h1>|<dl>|<title>",
    "xml": "<mediawiki>|</mediawiki>|<page>|</page>|<title>|</title>|<ns>|0|</ns>|<revision>|</revision>|<text>|</text>"
    "|word|&lt;ref&gt;|&amp;|&#233;|\n|<id>|</id>|<!--|-->|<![CDATA[|]]>|{{a}}|<sha1>|</sha1>",
}


def sources(format: str) -> st.SearchStrategy[str]:
    """Return sources for a reader: its own tokens in any order, with some other characters among them."""
    tokens = [token.replace("PIPE", "|") for token in TOKENS[format].split("|")]
    piece = st.one_of(st.sampled_from(tokens), st.sampled_from(tokens), st.text(max_size=3))
    body = st.lists(piece, max_size=30).map("".join)
    if format == "xml":
        return st.one_of(
            body,
            body.map(
                lambda text: (
                    "<mediawiki><page><title>T</title><revision><text>"
                    + text.replace("<", "&lt;")
                    + "</text></revision></page></mediawiki>"
                )
            ),
        )
    return body


@pytest.mark.parametrize("format", FORMATS)
def test_any_input_is_a_sound_article_or_an_error_with_a_hint(
    format: str, sound: Callable[[Article, str], None]
) -> None:
    @settings(deadline=None, derandomize=True, max_examples=200, suppress_health_check=list(HealthCheck))
    @given(sources(format))
    @example("Infobox\n- ")
    @example("[1]")
    @example("{|\n!#!!a\n|}")
    @example("a<br>")
    def check(source: str) -> None:
        data = source.encode(errors="replace")
        if article := read_or_refuse(data, format):
            sound(article, data.decode("utf-8-sig"))

    check()


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    article = read_or_refuse(data, None)
    assert article is None or article.format in FORMATS


def read_or_refuse(data: bytes, format: str | None) -> Article | None:
    """Return the article, None where the reader refuses; a refusal must say why, and what to do about it."""
    try:
        return read(data, format=format)
    except SourceError as error:
        if not (error.message and error.hint):
            raise
    return None


ARTICLE = """'''Title''' was a [[battle|fight]] of {{start date|1944|3|12|df=y}},<ref name="a">{{cite book|last=Roe
|year=1956|title=R}}</ref> {{convert|3|km}} away.{{sfn|Roe|1956|p=4}} It ''began'' at 4&nbsp;am
{{citation needed|date=May 2020}}.

{| class="wikitable"
! Unit !! Strength
|-
| [[1st Army]] || {{nts|1200}}<ref name="a"/>
|}
* [[One]]
** Two

"""


def test_an_article_of_150_kb_is_read_in_less_than_two_seconds() -> None:
    assert seconds(ARTICLE, 150_000, "wikitext") < 2


@pytest.mark.slow
@pytest.mark.parametrize("format", ["wikitext", "html", "prose"])
def test_time_grows_in_proportion_to_five_megabytes(format: str) -> None:
    small, large = (seconds(ARTICLE, size, format) for size in (500_000, 5_000_000))
    assert large < 2 * 10 * small
