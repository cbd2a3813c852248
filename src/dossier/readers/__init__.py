"""From the file of an article to an `Article`: one reader for each shape, and the shape is recognised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dossier.errors import SourceError, UsageError, Where
from dossier.model.article import Article
from dossier.model.passage import Passage
from dossier.readers.cleaned import read_cleaned
from dossier.readers.copypaste import read_copypaste
from dossier.readers.decode import load
from dossier.readers.export import read_export
from dossier.readers.prose import read_prose
from dossier.readers.recognise import recognise
from dossier.readers.webpage.reader import read_page
from dossier.readers.wikitext.reader import read_wikitext

READERS: list[tuple[str, Callable[[str], Article]]] = [
    ("copypaste", read_copypaste),
    ("cleaned", read_cleaned),
    ("prose", read_prose),
    ("wikitext", read_wikitext),
    ("html", read_page),
    ("xml", read_export),
]

FORMATS = tuple(name for name, _ in READERS)


def read(source: Path | bytes, *, format: str | None = None) -> Article:
    """Read the article in a file, or in the bytes of one.

    The shape is recognised unless `format`, one of FORMATS, names it. An article without a title takes the file's
    name for one. Raises SourceError where the source is no text that can be decoded, and UsageError for an unknown
    format; what can be read only in part is in the article's gaps.
    """
    if format is not None and format not in FORMATS:
        raise UsageError(f"unknown format {format!r}", hint=f"Use one of: {', '.join(FORMATS)}.")
    text = load(source)
    try:
        article = dict(READERS)[format or recognise(text)](text)
    except SourceError as error:
        if not isinstance(source, Path):
            raise
        where = Where(source, error.where.line if error.where else None)
        raise SourceError(error.message, hint=error.hint, where=where) from None
    if not article.title.text and isinstance(source, Path):
        return replace(article, title=Passage(source.stem.replace("_", " ").strip()))
    return article
