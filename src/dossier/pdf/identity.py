"""What a PDF says of itself: catalog, document information, metadata, output intents, boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pikepdf

from dossier.pdf.icc import read_profile
from dossier.pdf.inspection import Identity, Intent, Profile, Sheet
from dossier.pdf.read import Box

_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
}
_DESCRIPTION = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"
_QUALIFIED = re.compile(r"\{(.*)\}(.*)")


def read_identity(document: pikepdf.Pdf) -> Identity:
    """Return what the catalog, the trailer and the metadata say."""
    root, info = document.Root, document.trailer.get("/Info", pikepdf.Dictionary())
    layers = root.get("/OCProperties", pikepdf.Dictionary()).get("/OCGs", ())
    return Identity(
        version=document.pdf_version,
        is_encrypted=document.is_encrypted,
        allows_reading_aloud=document.allow.accessibility,
        has_id="/ID" in document.trailer and len(document.trailer.ID) == 2,
        language=str(root.get("/Lang", "")),
        shows_title=bool(root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False)),
        is_marked=bool(root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)),
        layers=len(layers),
        bookmarks="/First" in root.get("/Outlines", pikepdf.Dictionary()),
        info=tuple((key[1:], str(value)) for key, value in info.items()),
        xmp=tuple(_metadata(root)),
        intents=tuple(_intent(intent) for intent in root.get("/OutputIntents", ())),
    )


def _metadata(root: pikepdf.Object) -> Iterator[tuple[str, str]]:
    """Yield the simple properties of the XMP packet, and the first value of those that have several."""
    packet = root.get("/Metadata")
    if not isinstance(packet, pikepdf.Stream):
        return
    try:
        tree = ElementTree.fromstring(packet.read_bytes())
    except ElementTree.ParseError:
        return
    for description in tree.iter(_DESCRIPTION):
        for name, value in description.items():
            yield _short(name), value
        for element in description:
            yield _short(element.tag), " ".join("".join(element.itertext()).split())


def _short(name: str) -> str:
    """Return a property's name with its usual prefix."""
    parts = _QUALIFIED.fullmatch(name)
    return f"{_PREFIXES.get(parts[1], parts[1])}:{parts[2]}" if parts else name


def _intent(intent: pikepdf.Object) -> Intent:
    profile = intent.get("/DestOutputProfile")
    return Intent(
        kind=str(intent.get("/S", "/"))[1:],
        identifier=str(intent.get("/OutputConditionIdentifier", "")),
        condition=str(intent.get("/OutputCondition", "")),
        registry=str(intent.get("/RegistryName", "")),
        profile=_profile(profile) if isinstance(profile, pikepdf.Stream) else None,
    )


def _profile(stream: pikepdf.Object) -> Profile | None:
    read = read_profile(stream.read_bytes())
    if read is None:
        return None
    return Profile(read.description, read.device, read.space, int(stream.get("/N", 0)))


def read_sheet(page: pikepdf.Page) -> Sheet:
    """Return the boxes of a page in points on paper, each normalised and with its default where it is left out."""
    scale = float(page.obj.get("/UserUnit", 1))
    media, crop, bleed, trim = (_box(box, scale) for box in (page.mediabox, page.cropbox, page.bleedbox, page.trimbox))
    tabs = str(page.obj.get("/Tabs", "/"))[1:]
    return Sheet(media, crop, bleed, trim, "/TrimBox" in page.obj, int(page.rotation) % 360, scale, tabs)


def _box(box: pikepdf.Object, scale: float) -> Box:
    left, bottom, right, top = (float(length) * scale for length in box)
    return Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
