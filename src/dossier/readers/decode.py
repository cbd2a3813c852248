"""From bytes to text: encodings are recognised, never guessed."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from dossier.errors import SourceError, Where

MAX_BYTES = 8_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.-]{1,40})["']
       | <meta\s[^>]{0,200}?charset\s*=\s*["']?([\w.-]{1,40})""",
    re.IGNORECASE | re.VERBOSE,
)
# A page may declare any codec that Python knows, and some of those are not encodings of text.
_ENCODINGS = re.compile(
    r"utf-?8|us-ascii|(iso-?8859|windows|cp|koi8|euc|mac|big5|gb|gbk|shift|latin)[\w-]*", re.IGNORECASE
)
_OTHER_FILES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip file (a .docx, .odt or .epub is one)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"From: <Saved by", "a web archive (MHTML)"),
)
_SAVE = "Save the article as plain text in UTF-8 (or as a web page, wikitext or MediaWiki XML) and give that file."


def load(source: Path | bytes) -> str:
    """Return the decoded text of a file or of bytes, line ends as they are, without a byte order mark.

    The encoding is that of a byte order mark, or the one an HTML or XML file declares, or UTF-8. Raises SourceError
    where the file is missing, unreadable, larger than MAX_BYTES, empty, no text, or not in that encoding.
    """
    if isinstance(source, bytes):
        return _decode(source, Where())
    where = Where(source)
    try:
        with source.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise SourceError("there is no such file", hint="Check the name and the folder.", where=where) from None
    except IsADirectoryError:
        raise SourceError("this is a folder", hint="Give the file of an article.", where=where) from None
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", hint="Check its permissions.", where=where) from None
    return _decode(data, where)


def _decode(data: bytes, where: Where) -> str:
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"larger than {MAX_BYTES // 1_000_000} MB", hint="Give one article, not a whole dump.", where=where
        )
    for magic, what in _OTHER_FILES:
        if data.startswith(magic):
            raise SourceError(f"this is {what}, not the text of an article", hint=_SAVE, where=where)
    encoding, skip = _encoding(data, where)
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"not {encoding.upper()} text (byte 0x{error.object[error.start]:02x})",
            hint='Save the file again with the encoding "UTF-8".',
            where=Where(where.path, error.object[: error.start].count(b"\n") + 1),
        ) from None
    if not text.strip():
        raise SourceError("the source is empty", hint="Give the text of an article.", where=where)
    if (nul := text.find("\0")) >= 0:
        line = text.count("\n", 0, nul) + 1
        raise SourceError("this is not text (it holds a NUL)", hint=_SAVE, where=Where(where.path, line))
    return text


def _encoding(data: bytes, where: Where) -> tuple[str, int]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    declared = _DECLARED.search(data[:4096])
    if not declared:
        return "utf-8", 0
    name = (declared[1] or declared[2]).decode("ascii", "replace")
    if not _ENCODINGS.fullmatch(name):
        raise SourceError(f"it declares the encoding {name!r}, which is not known", hint=_SAVE, where=where)
    try:
        return codecs.lookup(name).name, 0
    except LookupError:
        raise SourceError(f"it declares the encoding {name!r}, which is not known", hint=_SAVE, where=where) from None
