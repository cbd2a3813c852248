"""Infoboxes: the fields that say something, line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from dossier.model.article import Block, Field, Media, passages
from dossier.model.passage import joined
from dossier.readers.wikitext.inline import Inline
from dossier.readers.wikitext.names import PRESENTATION
from dossier.readers.wikitext.nodes import Argument, Call, Node
from dossier.readers.wikitext.templates import argument, is_infobox

_PICTURES = ("image", "image1", "image_name", "img", "Bild", "document_image")
_CAPTIONS = ("caption", "image_caption", "caption1", "Bildbeschreibung")
_WORD = re.compile(r"[_ \d-]+")


def read_infobox(call: Call, inline: Inline, blocks: Callable[[Sequence[Node]], tuple[Block, ...]]) -> Iterator[Field]:
    """Yield the fields of an infobox and of those within it; a blank field is a gap, a picture is kept aside."""
    picture, caption = argument(call, *_PICTURES), argument(call, *_CAPTIONS)
    if picture and (name := inline.source[picture.start : picture.end].strip().strip("[]").partition("|")[0]):
        inline.media.append(Media(name, inline.passage(caption.nodes if caption else (), picture.end)))
    for given in call.arguments:
        inner = [node for node in given.nodes if isinstance(node, Call) and is_infobox(node)]
        for box in inner:
            yield from read_infobox(box, inline, blocks)
        if not inner and not given.name.isdecimal() and not _is_presentation(given.name):
            yield from _field(given, inline, blocks)


def _field(given: Argument, inline: Inline, blocks: Callable[[Sequence[Node]], tuple[Block, ...]]) -> Iterator[Field]:
    value = joined(passage for block in blocks(given.nodes) for passage in passages(block))
    if value.text:
        yield Field(given.name, value)
    elif not any(isinstance(node, Call) for node in given.nodes):
        inline.gaps.add("empty-field", given.start, given.end, f"“{given.name}” is blank")


def _is_presentation(name: str) -> bool:
    return any(word.startswith(PRESENTATION) for word in _WORD.split(name.lower()) if word)
