"""All classes at once: nothing raised, every word in the source, in bounded time, and as well as was measured."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.errors import DossierError
from dossier.extract.article import article_dates
from dossier.extract.counts import find_counts
from dossier.extract.events import find_events
from dossier.extract.extraction import extract
from dossier.extract.items import Extraction, Words
from dossier.extract.references import find_references
from dossier.readers import read

ROOT = Path(__file__).resolve().parents[3]

# Pieces that the grammar turns on, so that random texts come near it.
_GRAMMAR = (
    'On ~in ~3 May 1900~, ~. ~; ~: ~(~)~“~”~"~the ~The ~group ~was ~were ~captured ~to be ~and ~after ~before ~being ~'
    "landing~which ~that ~had ~not ~It ~it was ~He ~king ~Ghent ~1900~2 x 50-55 ~about ~12 ~men ~killed ~each~\n~\n\n~"
    "== A ==\n~* ~</ref>~<ref>~<ref name=a />~{{sfn|Roe|1950|p=1}}~[[~|~]]~'''~''~pp. 1–2~Roe, 1950, p. 7~{{rp|3}}~"
    "\u202e~é~1. ^ a b ~[1]~http://x.y~–~then ~planned ~called for ~survived the war ~{{cite book|title=~|last=~}}~"
    "{{cite book|last=Roe|title=T|year=1950|pages=3}}~{|\n! Date !! E\n|-\n| 1900 || it fell there\n|}\n~"
    "{{Infobox x\n|date=1900\n|strength1=12 men\n|casualties=4 (2 and A B)\n}}\n"
)
PIECES = st.sampled_from(_GRAMMAR.split("~"))


def _words(found: Extraction) -> Iterator[Words]:
    for event in found.events:
        yield from (event.words, *event.also)
        if event.order:
            yield event.order.words
    yield from (count.words for count in found.counts)
    yield from (reference.words for reference in found.references)
    yield from (unit.words for unit in found.units)
    yield from (person.words for person in found.people)
    yield from (place.words for place in found.places)
    yield from (zone.words for zone in found.zones)


@pytest.mark.parametrize("format", ["wikitext", "copypaste", "prose"])
@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(PIECES | st.text(max_size=4), max_size=40))
def test_whatever_is_read_is_extracted_with_words_inside_the_source(format: str, pieces: list[str]) -> None:
    try:
        article = read("".join(pieces).encode("utf-8", "replace"), format=format)
    except DossierError:
        return
    found = extract(article)
    for words in _words(found):
        assert 0 <= words.start <= words.end <= len(article.source)
        assert article.source[words.start : words.end].strip()
    ids = [event.id for event in found.events] + [count.id for count in found.counts]
    ids += [one.reference.id for one in found.references]
    assert len(ids) == len(set(ids))
    assert {event.order.event for event in found.events if event.order} <= {event.id for event in found.events} | {""}
    assert {part for count in found.counts for part in count.parts} <= {count.id for count in found.counts}


STORY = (
    "On {day} May 19{year}, the garrison of [[Ghent]] surrendered after a siege, and 12 men were killed."
    "<ref>Roe, 1950, p. {day}</ref> The plan called for a landing. Soon after this defeat, the king fled to Ostend."
    "{{{{sfn|Poe|1951|p={day}}}}} He had been told that the town, which was old, could not be held.\n"
)


def _seconds(paragraphs: int, *, breaks: str) -> float:
    text = breaks.join(STORY.format(day=day % 28 + 1, year=day % 90 + 10) for day in range(paragraphs))
    article = read(f"'''X''' is a town.\n\n== Story ==\n{text}".encode(), format="wikitext")
    begin = time.process_time()
    dates = article_dates(article)
    find_events(article, dates)
    find_counts(article, dates)
    find_references(article)
    return time.process_time() - begin


@pytest.mark.slow
@pytest.mark.parametrize("breaks", ["\n", " "], ids=["paragraphs", "one-paragraph"])
def test_time_grows_with_the_text(breaks: str) -> None:
    small = min(_seconds(100, breaks=breaks) for _ in range(2))
    assert _seconds(800, breaks=breaks) < small * 8 * 3


def test_a_text_without_end_is_no_trap() -> None:
    for text in (
        "was " * 9000,
        "and the king, " * 3000,
        "(" * 9000,
        '"' * 9000,
        "12 men of " * 3000,
        "after the " * 4000,
    ):
        article = read(f"'''X''' fell.\n\n== A ==\nOn 3 May 1900 {text}".encode(), format="wikitext")
        begin = time.process_time()
        find_events(article, article_dates(article))
        find_counts(article)
        assert time.process_time() - begin < 3, text[:20]


def _bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_extraction", ROOT / "bench" / "extraction.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BENCH = _bench()


@pytest.mark.skipif(not BENCH.ARTICLES.is_dir(), reason="the shared articles are not at hand")
def test_articles_annotated_by_hand_score_as_well_as_was_measured() -> None:
    found = list(BENCH.scores())
    events = sum((score for _, kind, score in found if kind == "events"), BENCH.Score())
    references = sum((score for _, kind, score in found if kind == "references"), BENCH.Score())
    assert events.right / events.given >= 0.9
    assert events.found / events.asked >= 0.94
    assert events.full / events.matched >= 0.98
    assert references.right / references.given >= 0.98
    assert references.found / references.asked >= 0.98
    assert references.full / references.matched >= 0.98
