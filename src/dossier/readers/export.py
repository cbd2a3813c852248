"""MediaWiki's page export: XML around wikitext, as <https://www.mediawiki.org/wiki/Help:Export> describes it.

Python's own expat is used, because it tells the place of every piece of text. No document type is accepted, so there
are no entities to unfold and nothing to fetch.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import cast
from urllib.parse import quote
from xml.parsers import expat

from dossier.errors import SourceError, Where
from dossier.model.article import Article, Gap, Provenance
from dossier.model.passage import Citation, Passage, Run
from dossier.readers.wikitext.reader import read_wikitext

MAX_DEPTH = 20

_HINT = "Export the page again with Special:Export."
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_KEPT = {
    "siteinfo": {"sitename", "base"},
    "page": {"title", "ns"},
    "revision": {"id", "timestamp", "sha1", "model", "text"},
}


@dataclass(slots=True)
class _Part:
    """The texts of the site, a page or a revision by their elements' names: pieces with their places in bytes."""

    pieces: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """Return the text of an element, an empty one where it is not there."""
        return "".join(text for _, text in self.pieces.get(name, ()))


def read_export(source: str) -> Article:
    """Return the newest revision of the one article in a decoded export.

    Raises SourceError where it is not well formed, declares a document type, or holds no article or several.
    """
    data = source.encode()
    export = _Export(data)
    articles = [page for page in export.pages if page[0].get("ns") in ("", "0")]
    if len(articles) != 1:
        raise SourceError(f"this export holds {len(articles) or 'no'} articles", hint="Export one article.")
    page, revision = articles[0]
    if revision.get("model") not in ("", "wikitext") or not revision.get("text").strip():
        raise SourceError("this export holds no wikitext", hint=_HINT)
    wikitext = _passage(data, revision, "text")
    article = read_wikitext(wikitext.text)
    moved = cast("Article", _moved(article, wikitext))
    title, base = page.get("title"), export.site.get("base").rpartition("/")[0]
    return replace(
        moved,
        source=source,
        format="xml",
        title=_passage(data, page, "title"),
        language=export.language or article.language,
        provenance=Provenance(
            site=export.site.get("sitename"),
            url=f"{base}/{quote(title.replace(' ', '_'))}" if base else "",
            revision=revision.get("id"),
            modified=revision.get("timestamp"),
        ),
        gaps=(*_unlike_checksum(revision, wikitext), *moved.gaps),
    )


class _Export:
    """What is kept of an export: the site, and each page with its newest revision."""

    def __init__(self, data: bytes) -> None:
        self.site = _Part()
        self.pages: list[tuple[_Part, _Part]] = []
        self.language = ""
        self._path: list[str] = []
        self._revision = _Part()
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            message = f"not well-formed XML: {expat.errors.messages[error.code]}"
            raise SourceError(message, hint=_HINT, where=Where(line=error.lineno)) from None

    def _doctype(self, *_: object) -> None:
        line = self._parser.CurrentLineNumber
        raise SourceError("it declares a document type, which no export does", hint=_HINT, where=Where(line=line))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        if len(self._path) > MAX_DEPTH:
            line = self._parser.CurrentLineNumber
            raise SourceError("nested too deeply for an export", hint=_HINT, where=Where(line=line))
        if name == "mediawiki":
            self.language = attributes.get("xml:lang", "")
        elif name == "page":
            self.pages.append((_Part(), _Part()))
        elif name == "revision":
            self._revision = _Part()

    def _end(self, name: str) -> None:
        self._path.pop()
        if name == "revision" and self.pages:
            page, newest = self.pages[-1]
            if self._revision.get("timestamp") >= newest.get("timestamp"):
                self.pages[-1] = (page, self._revision)

    def _text(self, text: str) -> None:
        around, name = ("", *self._path)[-2:]
        if name not in _KEPT.get(around, ()):
            return
        part = self.site if around == "siteinfo" else self._revision if around == "revision" else self.pages[-1][0]
        part.pieces.setdefault(name, []).append((self._parser.CurrentByteIndex, text))


def _passage(data: bytes, part: _Part, name: str) -> Passage:
    """Return the text of an element with the places of its characters; an entity stands for one."""
    pieces = part.pieces.get(name, [])
    runs: list[Run] = []
    at, byte, place = 0, 0, 0
    for start, text in pieces:
        place += len(data[byte:start].decode())
        raw = text.encode()
        if data.startswith(raw, start):
            byte, end, copied = start + len(raw), place + len(text), True
        else:
            byte = data.index(b";" if data[start : start + 1] == b"&" else b"\n", start) + 1
            end, copied = place + byte - start, False
        last = runs[-1] if runs else None
        if copied and last and last.copied and last.end == place:
            runs[-1] = Run(last.at, last.start, end)
        else:
            runs.append(Run(at, place, end, copied))
        at, place = at + len(text), end
    return Passage(part.get(name), tuple(runs))


def _moved(value: object, base: Passage) -> object:
    """Return `value`, whose places are in the text of `base`, with places in the source of `base`."""
    if isinstance(value, tuple):
        return tuple(_moved(item, base) for item in value)
    if isinstance(value, Passage):
        runs = [
            Run(run.at + part.at, part.start, part.end, part.copied)
            for run in value.runs
            for part in (base.slice(run.start, run.end).runs if run.copied else _whole(run, base))
        ]
        return Passage(
            value.text, tuple(runs), cast("tuple[Citation, ...]", _moved(value.citations, base)), value.links
        )
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {each.name: _moved(getattr(value, each.name), base) for each in fields(value)}
    start, end = changed.get("start"), changed.get("end")
    if isinstance(start, int) and isinstance(end, int):
        changed["start"], changed["end"] = base.source_range(start, end)
    return replace(value, **changed)


def _whole(run: Run, base: Passage) -> tuple[Run, ...]:
    return (Run(0, *base.source_range(run.start, run.end), copied=False),)


def _unlike_checksum(revision: _Part, wikitext: Passage) -> tuple[Gap, ...]:
    """Return a gap where the text is not the one that the export gives the SHA-1 of, in base 36."""
    number = int.from_bytes(hashlib.sha1(wikitext.text.encode(), usedforsecurity=False).digest())
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    if revision.get("sha1") in ("", digits.rjust(31, "0")):
        return ()
    message = "this is not the text that the export's checksum was made of"
    return (Gap("checksum", wikitext.start, wikitext.start, wikitext.text[:64], message),)
