"""Marked content in the streams that WeasyPrint writes: one operator a line, so that bytes can be edited in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pikepdf

from dossier.errors import TypesettingError
from dossier.pdf.glyphs import Shown, TextReader

PAGINATION = b"/Artifact\n<</Type /Pagination>>\nBDC\n"
LAYOUT = b"/Artifact\n<</Type /Layout>>\nBDC\n"

_MARK = re.compile(rb"/(\w+)\n<</MCID (\d+)>>\nBDC\n")
_FONT = b" Tf\n"
_END = b"EMC\n"
_BLANK = re.compile(rb"(?:[^\n]+ (?:gs|rg|cs|scn)\n)*BT\nET\nEMC\n?")
"""What WeasyPrint writes for words that are white space only."""


class MarkedStream:
    """A page's content with its marked-content sequences, by number."""

    def __init__(self, page: pikepdf.Page, expected: int) -> None:
        """Read a page's stream; raise TypesettingError unless it has the sequences 0 to `expected` - 1."""
        self._page = page
        self._bytes = page.Contents.read_bytes()
        self._marks = {int(mark[2]): mark for mark in _MARK.finditer(self._bytes)}
        if self._marks.keys() != set(range(expected)):
            raise TypesettingError(
                f"a page has {expected} pieces of tagged content, of which {len(self._marks)} were found in its stream",
                hint="take CSS opacity off elements with words; and see that WeasyPrint is version 70",
            )

    def strings(self, document: pikepdf.Pdf, wanted: Iterable[int]) -> list[Shown]:
        """Return the strings shown in the sequences `wanted`, in the order of the stream."""
        pieces = []
        for number in sorted(wanted, key=lambda number: self._marks[number].start()):
            mark = self._marks[number]
            font = self._bytes.rfind(_FONT, 0, mark.start())
            if font >= 0:  # the font that was set last holds on
                pieces.append(self._bytes[self._bytes.rfind(b"\n", 0, font) + 1 : font + len(_FONT)])
            pieces.append(self._bytes[mark.start() : self._bytes.index(_END, mark.end()) + len(_END)])
        return list(TextReader().read(document.make_stream(b"".join(pieces)), self._page.Resources))

    def rewrite(self, document: pikepdf.Pdf, artifacts: Mapping[int, bytes]) -> None:
        """Replace the page's content: the sequences of `artifacts` begin so.

        Words of white space only, which are shown as nothing, say that they are a space.
        """
        pieces, at = [], 0
        for number, mark in self._marks.items():
            if number in artifacts:
                opening = artifacts[number]
            elif _BLANK.match(self._bytes, mark.end()):
                opening = b"/%b\n<</MCID %d/ActualText ( )>>\nBDC\n" % (mark[1], number)
            else:
                continue
            pieces += [self._bytes[at : mark.start()], opening]
            at = mark.end()
        pieces.append(self._bytes[at:])
        self._page.Contents = document.make_stream(b"".join(pieces))
