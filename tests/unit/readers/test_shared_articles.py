"""Real articles that nobody here wrote. They are not a part of the project: where they are not at hand, this skips."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import mwparserfromhell
import pytest

from dossier.model.article import Article, ItemList, Table
from dossier.readers import read

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
ARTICLES = sorted(path for path in (SHARED / "articles").glob("*") if path.name != "README.md")
WIKITEXT = [path for path in ARTICLES if path.suffix == ".wiki"]
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))

pytestmark = pytest.mark.skipif(not ARTICLES, reason="the shared articles are not at hand")

TITLES = {
    "Articles_of_Confederation.wiki": "Articles of Confederation",
    "Battle_of_Gabon.wiki": "Battle of Gabon",
    "Battle_of_Westerplatte.wiki": "Battle of Westerplatte",
    "Colmar_Pocket.wiki": "Colmar Pocket",
    "Dunkirk_evacuation.wiki": "Dunkirk evacuation",
    "Operation_Margarethe.clean.txt": "Operation Margarethe",
    "Operation_Margarethe.copypaste.txt": "Operation Margarethe",
    "Operation_Margarethe.wiki": "Operation Margarethe",
    "Operation_Terminal.clean.txt": "Operation Terminal",
    "Operation_Terminal.copypaste.txt": "Operation Terminal",
    "Operation_Terminal.wiki": "Operation Terminal",
    "Operation_Valkyrie.wiki": "Operation Valkyrie",
    "United_States.parsoid.html": "United States",
}
FORMATS = {".wiki": "wikitext", ".html": "html"}


def source_of(path: Path) -> str:
    return path.read_bytes().decode()


def name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", [*ARTICLES, *SEEDS], ids=name)
def test_every_piece_is_where_it_says(path: Path, sound: Callable[[Article, str], None]) -> None:
    sound(read(path), source_of(path))


@pytest.mark.parametrize("path", ARTICLES, ids=name)
def test_shape_title_and_language_are_told(path: Path) -> None:
    article = read(path)
    shape = FORMATS.get(path.suffix) or ("cleaned" if ".clean." in path.name else "copypaste")
    assert (article.format, article.title.text, article.language) == (shape, TITLES[path.name], "en")


def notes_counted_by_another_parser(source: str) -> int:
    """Return how many notes an article has: distinct names, notes without one, distinct short references."""
    code = mwparserfromhell.parse(source)
    named, unnamed, short = set(), 0, set()
    for tag in code.ifilter_tags(matches=lambda node: node.tag == "ref"):
        group = str(tag.get("group").value) if tag.has("group") else ""
        if tag.has("name"):
            named.add((group, str(tag.get("name").value)))
        else:
            unnamed += 1
    for template in code.ifilter_templates():
        called = template.name.strip().lower()
        if called == "sfn":
            short.add(re.sub(r"\bpp?=", "", "|".join(str(param) for param in template.params)))
        elif called in ("efn", "refn"):
            if template.has("name"):
                named.add(("note", str(template.get("name").value)))
            else:
                unnamed += 1
    return len(named) + unnamed + len(short)


@pytest.mark.parametrize("path", WIKITEXT, ids=name)
def test_there_are_as_many_notes_as_another_parser_counts(path: Path) -> None:
    notes = [reference for reference in read(path).references if reference.kind != "work"]
    assert len(notes) == notes_counted_by_another_parser(source_of(path))


def test_a_page_has_the_notes_of_its_lists() -> None:
    path = SHARED / "articles" / "United_States.parsoid.html"
    article = read(path)
    notes = [reference for reference in article.references if reference.kind != "work"]
    assert len(notes) == len(re.findall(r'<li [^<>]*id="cite_note', source_of(path)))
    known = {reference.key for reference in article.references}
    assert {cite.reference for cite in article.text.citations} <= known


@pytest.mark.parametrize("path", [path for path in ARTICLES if "copypaste" in path.name], ids=name)
def test_a_copied_page_has_the_references_of_its_list(path: Path) -> None:
    numbers = [reference.number for reference in read(path).references if reference.number]
    assert numbers == [int(number) for number in re.findall(r"^\s*(\d+)\. \^", source_of(path), re.MULTILINE)]


@pytest.mark.parametrize("subject", ["Operation_Terminal", "Operation_Margarethe"])
def test_three_shapes_of_an_article_tell_the_same_story(subject: str) -> None:
    wiki, copied, cleaned = (
        read(SHARED / "articles" / f"{subject}{suffix}") for suffix in (".wiki", ".copypaste.txt", ".clean.txt")
    )
    kept = set(re.findall(r"\w+", f"{wiki.title.text} {wiki.text.text}"))
    for article in (copied, cleaned):
        words = set(re.findall(r"\w+", article.text.text))
        assert words <= kept
        assert len(words) > 0.9 * len(kept)


def test_the_order_of_battle_keeps_its_levels() -> None:
    article = read(SHARED / "articles" / "Colmar_Pocket.wiki")
    table = next(block for block in article.blocks() if isinstance(block, Table))
    assert table.caption.text == "Forces, 20 January 1945"
    german, allied = table.rows[1]
    (_, units) = german.blocks
    assert isinstance(units, ItemList)
    assert [(item.level, item.passage.text) for item in units.items[:4]] == [
        (1, "2nd Mountain Division"),
        (1, "106th Panzer Brigade"),
        (1, "LXIV Corps (Generalleutnant Max Grimmeiss)"),
        (2, "198th Infantry Division"),
    ]
    assert "French II Corps" in allied.passage.text


def test_seed_0_by_eye() -> None:
    article = read(SEEDS[0])
    assert (article.format, article.title.text) == ("copypaste", "GULAG Operation")
    assert [(reference.text.text, len(reference.letters)) for reference in article.references] == [
        ("Parrish, 2004, p.44", 6),
        ("Parrish, 1996, p.160", 5),
        (
            '(in Russian) Melenberg, Aleksandr (1 March 2004). "Desant na GULAG". Novaya Gazeta (in Russian).',
            7,
        ),
    ]
    assert [gap.kind for gap in article.gaps] == [
        "lost-heading", "lost-heading", "lost-heading", "empty-section", "lost-heading", "empty-section",
    ]  # fmt: skip
    assert "".join(cite.reference for cite in article.text.citations) == "123123133121231323"


def test_seed_1_by_eye() -> None:
    article = read(SEEDS[1])
    assert (article.format, article.title.text) == ("cleaned", "GULAG Operation")
    assert [field.name for field in article.infobox] == [
        "Partof", "Type", "Location", "Planned", "Planned By", "Commanded By", "Objective", "Outcome", "Casualties",
    ]  # fmt: skip
    assert [article.source[gap.start - 10 : gap.end + 10] for gap in article.gaps] == [
        "anded By: , Mikhael M",
        " Commander , and a Re",
    ]
    assert [section.heading.text for section in article.sections] == [
        "Ambitious plans",
        "Implementation and aftermath",
        "See also",
    ]
    assert [entry.title for entry in article.see_also][-2:] == ["List of uprisings in the Gulag", "Yugoslav Partisans"]


@pytest.mark.slow
def test_150_kb_are_read_in_less_than_a_second() -> None:
    source = "".join(source_of(path) for path in WIKITEXT)[:150_000]
    started = time.process_time()
    read(source.encode(), format="wikitext")
    assert time.process_time() - started < 1
