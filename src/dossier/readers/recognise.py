"""Which shape a source has, told from its text."""

from __future__ import annotations

import re

from dossier.readers.cleaned import HEADING
from dossier.readers.copypaste import EDIT, FURNITURE, REFERENCE
from dossier.readers.lines import split

_XML = re.compile(r"\s*(?:<!--[^>]{0,1000}-->\s*)*<(?:\?xml|!DOCTYPE|mediawiki|page)\b", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype html|<html\b", re.IGNORECASE)
_HTML = re.compile(r"<!doctype html|<html\b|<body\b|<(?:div|section|p|table|article)\b[^<>]{0,500}>", re.IGNORECASE)
_WIKITEXT = re.compile(
    r"\[\[[^\[\]{}|<>\n]{1,200}[\]|]|\{\{[^{}|<>\n]{1,100}[|}\n]|<ref\b|'''[^'\n]|^\{\|", re.MULTILINE
)
_INFOBOX = re.compile(r"^Infobox[^\S\n]*\r?\n[^\S\n]*-\s", re.MULTILINE)
_SAMPLE = 200_000
_TOP = 12


def recognise(source: str) -> str:
    """Return the name of the reader that `source` is for; what shows no marks of any other shape is prose."""
    sample = source[:_SAMPLE]
    if _XML.match(sample):
        return "html" if _PAGE.search(sample) else "xml"
    if _HTML.match(sample.lstrip()):
        return "html"
    lines = [line.text for line in split(sample)]
    if any(FURNITURE.match(text) for text in lines[:_TOP]):
        return "copypaste"
    if _INFOBOX.search(sample):
        return "cleaned"
    if len(_WIKITEXT.findall(sample)) > 1:
        return "wikitext"
    if any(EDIT.search(text) or REFERENCE.fullmatch(text) for text in lines):
        return "copypaste"
    if any(HEADING.fullmatch(text) for text in lines):
        return "cleaned"
    return "wikitext" if _WIKITEXT.search(sample) else "prose"
