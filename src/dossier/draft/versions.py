"""The sources of a draft, read and searched: each is a version of one article."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from string import ascii_uppercase

from dossier.draft.ids import slug
from dossier.errors import SourceError, UsageError, Where
from dossier.extract.extraction import extract
from dossier.extract.items import Extraction
from dossier.model.article import Article
from dossier.model.evidence import Evidence, quote
from dossier.readers import read
from dossier.reconcile import running

MOST = len(ascii_uppercase)
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")


@dataclass(frozen=True)
class Version:
    """An article text with what was found in it. `mark` is the letter it has in notes, `file` its name in sources/."""

    id: str
    mark: str
    path: Path
    file: str
    article: Article = field(repr=False)
    found: Extraction = field(repr=False)

    @cached_property
    def data(self) -> bytes:
        """The text as it is kept in the project: what the offsets count, in UTF-8."""
        return self.article.source.encode()

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of `data`."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def _lines(self) -> list[int]:
        return [match.end() for match in re.finditer("\n", self.article.source)]

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        places = (sentence.passage.quotable_range(0, len(sentence.text)) for sentence in running(self.article))
        return sorted(place for place in places if place[0] < place[1])

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the place of the sentence that holds a place; the place itself where no sentence does."""
        number = bisect_right(self._sentences, (start, len(self.article.source))) - 1
        if number >= 0:
            first, last = self._sentences[number]
            if first <= start and end <= last:
                return first, last
        return start, end

    def line(self, place: int) -> int:
        """Return the line, from 1, of a place in the source."""
        return bisect_right(self._lines, place) + 1

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the quotation of a place, without the blanks at its ends."""
        text = self.article.source[start:end]
        start += len(text) - len(text.lstrip())
        return quote(self.id, self.article.source, start, start + len(text.strip()))


def read_versions(
    paths: Sequence[Path], *, format: str | None = None, language: str = "", taken: Sequence[tuple[str, str]] = ()
) -> tuple[Version, ...]:
    """Read `paths`, and find in each what a draft is made of.

    `taken` are the marks and file names that are in use. Raises UsageError where a file is given twice, where there
    are too many, or where the language is not known and not given, SourceError where a file cannot be read, where
    languages differ and where nothing is found.
    """
    marks = [mark for mark in ascii_uppercase if mark not in {mark for mark, _ in taken}]
    if len(paths) > len(marks):
        raise UsageError(f"more than {MOST} sources", hint="Give the versions that matter.")
    names = {name for _, name in taken}
    versions: list[Version] = []
    for path, mark in zip(paths, marks, strict=False):
        article = read(path, format=format)
        name = _file_name(path, names)
        names.add(name)
        version = Version(f"text-{mark.lower()}", mark, path, name, article, extract(article))
        for other in versions:
            if other.sha256 == version.sha256:
                raise UsageError(f"the same text as {other.path}", hint="Give each version once.", where=Where(path))
            if not language and other.article.language != article.language:
                raise SourceError(
                    f"in {article.language!r}, but {other.path} is in {other.article.language!r}",
                    hint="A draft is made of versions in one language; --language names it if it was not recognised.",
                    where=Where(path),
                )
        versions.append(version)
    if not language and versions[0].article.language == "und":
        hint = "Say which with --language, such as --language en."
        raise UsageError("the language of the text is not recognised", hint=hint, where=Where(versions[0].path))
    return tuple(versions)


def _file_name(path: Path, taken: set[str]) -> str:
    suffix = path.suffix.lower() if _SUFFIX.fullmatch(path.suffix.lower()) else ".txt"
    stem = slug(path.stem) or "article"
    names = (f"{stem}{number}{suffix}" for number in ("", *(f"-{n}" for n in range(2, MOST + 2))))
    return next(name for name in names if name not in taken)
