"""One reader for each shape, and the shape is recognised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dossier.errors import SourceError, UsageError
from dossier.readers import FORMATS, read
from dossier.readers.dump import as_json
from dossier.readers.language import language_of


@pytest.mark.parametrize(
    ("source", "shape"),
    [
        ("<mediawiki><page><title>T</title><revision><text>words</text></revision></page></mediawiki>", "xml"),
        ('<?xml version="1.0"?>\n<!-- made -->\n<page><revision><text>w</text></revision></page>', "xml"),
        ('<?xml version="1.0"?><!DOCTYPE html><html><body><p>words</p></body></html>', "html"),
        ("<!-- a note -->'''Title''' is [[what]] it is.", "wikitext"),
        ("<!DOCTYPE html><html><body><p>words</p></body></html>", "html"),
        ('\n<div class="mw-parser-output"><p>words</p></div>', "html"),
        ("'''Title''' is [[what]] it {{is}}.", "wikitext"),
        ("{{Infobox\n| a = b}}\n[[words]]", "wikitext"),
        ("A [[link]] alone.", "wikitext"),
        ("= Title =\n\nInfobox\n- A: b\n\nWords.", "cleaned"),
        ("Infobox\n- A: b\n\nWords.", "cleaned"),
        ("= Title =\n\nInfobox\n- A: b\n\nThe '''one'\n\nand '''two'.", "cleaned"),
        ("Title\n\nFrom Wikipedia, the free encyclopedia\n\nWords.", "copypaste"),
        ("Title\n\nWords.\n\nSee also[edit]\n", "copypaste"),
        ("Title\n\nWords.[1]\n\n  1. ^ a b Parrish\n", "copypaste"),
        ("Title\n\nIt began in 1944.\n", "prose"),
        ("x < y & z", "prose"),
    ],
)  # fmt: skip
def test_the_shape_is_recognised(source: str, shape: str) -> None:
    assert read(source.encode()).format == shape


def test_an_entity_bomb_is_taken_for_the_export_that_it_pretends_to_be() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>\n<mediawiki>&d;</mediawiki>'
    with pytest.raises(SourceError, match="it declares a document type"):
        read(bomb.encode())


def test_a_shape_that_is_named_is_not_recognised() -> None:
    assert read(b"= Title =\n\n[[Words]] {{here}}.", format="cleaned").text.text == "Title\n\n[[Words]] {{here}}."


def test_an_unknown_format_is_named_with_those_that_are_known() -> None:
    with pytest.raises(UsageError) as caught:
        read(b"words", format="docx")
    assert caught.value.hint == "Use one of: copypaste, cleaned, prose, wikitext, html, xml."
    assert set(FORMATS) == {"copypaste", "cleaned", "prose", "wikitext", "html", "xml"}


def test_a_file_gives_its_name_where_the_article_has_no_title(tmp_path: Path) -> None:
    path = tmp_path / "Battle_of_St._Mihiel.wiki"
    path.write_text("No [[bold]] {{words}}.", encoding="utf-8")
    article = read(path)
    assert article.title.text == "Battle of St. Mihiel"
    assert article.title.runs == ()


def test_a_reader_s_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    path.write_text("<mediawiki>\n<page>\n", encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read(path)
    assert str(caught.value) == f"{path}:3: not well-formed XML: no element found"


def test_the_json_has_what_dossier_read_shows() -> None:
    article = read(b"= T =\n\nInfobox\n- Place: Exe\n\nWords.\n\n==See also==\n- One\n")
    value = as_json(article)
    assert json.loads(json.dumps(value)) == value
    assert {"title", "language", "infobox", "sections", "references", "gaps"} <= set(value)
    assert value["infobox"] == [{"name": "Place", "text": "Exe", "start": 24, "end": 27}]
    assert value["lead"] == [{"type": "paragraph", "text": "Words.", "start": 29, "end": 35}]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It was the first of the battles in the war, and by the end of it they were few.", "en"),
        ("Die Operation war der Versuch, das Heer mit dem Zug von der Front abzuziehen.", "de"),
        ("La bataille a eu lieu dans le nord de la France avec des troupes et un général.", "fr"),
        ("Операция была начата в июне и не была завершена, как и планировалось, из-за погоды.", "ru"),
        ("Операція була на півдні, і до неї не був готовий його штаб за та від.", "uk"),
        ("كانت العملية في يونيو", "ar"),
        ("המבצע החל ביוני", "he"),
        ("作戦は六月に始まった。", "ja"),
        ("12345 67 89", "und"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language
