"""What must hold for every article that any reader returns."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from dossier.model.article import Article, passages
from dossier.model.evidence import State, quote, resolve
from dossier.model.passage import Passage
from dossier.readers.dump import as_json


def passages_of(article: Article) -> Iterator[Passage]:
    """Yield every passage of an article."""
    yield article.title
    yield article.provenance.label
    yield from (field.value for field in article.infobox)
    yield from (section.heading for section in article.walk())
    yield from (passage for block in article.blocks() for passage in passages(block))
    yield from (reference.text for reference in article.references)
    yield from (entry.passage for entry in article.see_also)
    yield from (link.passage for link in article.external_links)
    yield from (media.caption for media in article.media)


def check_passage(passage: Passage, source: str) -> None:
    """Each run lies in the source, follows the one before it, and is what it says to be a copy of."""
    if not passage.runs:
        return
    ends = [run.at for run in passage.runs[1:]] + [len(passage.text)]
    assert passage.runs[0].at == 0
    assert "\r" not in passage.text
    assert passage.text == passage.text.strip()
    for run, end in zip(passage.runs, ends, strict=True):
        assert 0 <= run.start <= run.end <= len(source)
        assert run.at <= end
        if run.copied:
            assert source[run.start : run.end] == passage.text[run.at : end]
    assert all(one.end <= other.start for one, other in pairwise(passage.runs))
    for cite in passage.citations:
        assert 0 <= cite.at <= len(passage.text)
        assert 0 <= cite.start <= cite.end <= len(source)
    assert all(0 <= link.at < link.until <= len(passage.text) for link in passage.links)


def check_article(article: Article, source: str) -> None:
    """Check all passages, gaps and keys, that what is empty was left out, and that evidence resolves."""
    assert article.source == source
    for passage in passages_of(article):
        check_passage(passage, source)
    check_passage(article.text, source)
    for gap in article.gaps:
        assert 0 <= gap.start <= gap.end <= len(source)
        assert gap.message
    assert all(passage.text for block in article.blocks() for passage in passages(block) if passage.runs)
    assert all(field.name and field.value.text for field in article.infobox)
    keys = [reference.key for reference in article.references]
    assert len(keys) == len(set(keys))
    json.dumps(as_json(article))
    text = article.text
    if text.text:
        evidence = quote("source", source, *text.quotable_range(0, min(80, len(text.text))))
        assert resolve(evidence, source).state is State.FOUND


@pytest.fixture
def sound() -> Callable[[Article, str], None]:
    """Return the check that every article must pass."""
    return check_article
