"""From bytes to text: every encoding that is recognised, and what is refused with a word of help."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from dossier.errors import SourceError
from dossier.readers import decode, read
from dossier.readers.decode import load

WORDS = "Der Führer, 12 March 1944 – Будапешт\r\nend\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode("utf-8"),
        codecs.BOM_UTF8 + WORDS.encode("utf-8"),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + WORDS.encode("utf-32-be"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16-le mark", "utf-16-be mark", "utf-32-le mark", "utf-32-be mark"],
)
def test_a_mark_or_utf_8(data: bytes) -> None:
    assert load(data) == WORDS


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<?xml version="1.0" encoding="ISO-8859-1"?><a>', "latin-1"),
        ("<html><head><meta charset=windows-1252>", "cp1252"),
        ('<html><head><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=koi8-r">', "koi8-r"),
        ("<meta charset='utf-8'>", "utf-8"),
    ],
)
def test_the_encoding_that_a_page_declares(head: str, encoding: str) -> None:
    words = head + ("Будапешт" if encoding == "koi8-r" else "Führer")
    assert load(words.encode(encoding)) == words


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"", "the source is empty", None),
        (b" \r\n\xc2\xa0\n", "the source is empty", None),
        (b"one\ntwo \xff three", "not UTF-8 text (byte 0xff)", 2),
        (codecs.BOM_UTF16_LE + b"a\x00\x00", "not UTF-16-LE text (byte 0x00)", 1),
        (b"one\n\ntwo\x00", "this is not text (it holds a NUL)", 3),
        (b"%PDF-1.7\n", "this is a PDF file, not the text of an article", None),
        (b"PK\x03\x04rest", "this is a zip file (a .docx, .odt or .epub is one), not the text of an article", None),
        (b"<meta charset=zlib>x", "it declares the encoding 'zlib', which is not known", None),
        (b"<meta charset=windows-9>x", "it declares the encoding 'windows-9', which is not known", None),
        (b"<meta charset=unicode_escape>x", "it declares the encoding 'unicode_escape', which is not known", None),
    ],
)
def test_what_is_refused(data: bytes, message: str, line: int | None) -> None:
    with pytest.raises(SourceError) as caught:
        load(data)
    assert caught.value.message == message
    assert caught.value.hint
    assert caught.value.where is None or caught.value.where.line == line


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        load(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="this is a folder"):
        load(tmp_path)


def test_a_gigantic_file_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MAX_BYTES", 1_000_000)
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(SourceError, match="larger than 1 MB"):
        load(path)


def test_an_error_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"one\ntwo\xff")
    with pytest.raises(SourceError) as caught:
        read(path)
    assert str(caught.value) == f"{path}:2: not UTF-8 text (byte 0xff)"
