"""A second opinion on PDF/X-4 (ISO 15930-7), read with pikepdf alone: it shares no code with what it judges."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

_RGB = {"rg", "RG"}
_NAMED = {"cs", "CS"}
_TOLERANCE = 0.02  # pt
_XMP = {
    "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion": "PDF/X-4",
    "{http://ns.adobe.com/pdf/1.3/}Trapped": "False",
}
_FORBIDDEN = ("/AA", "/OpenAction", "/OCProperties", "/AcroForm", "/Perms")


def complaints(path: Path) -> list[str]:
    """Return what a RIP for PDF/X-4 would stumble over, nothing for a clean file."""
    with pikepdf.open(path) as document:
        found = [*_file(document), *_intent(document)]
        for page in document.pages:
            found += [*_boxes(page), *(f"annotation {each.Subtype}" for each in page.get("/Annots", ()))]
        for item in document.objects:
            if isinstance(item, pikepdf.Stream) and _is_content(item, document):
                found += _content(item)
            for each in _within(item):
                found += _dictionary(each)
        return sorted(set(found))


def _file(document: pikepdf.Pdf) -> Iterator[str]:
    root, info = document.Root, document.docinfo
    if document.pdf_version != "1.6":
        yield f"PDF {document.pdf_version}"
    if document.is_encrypted:
        yield "encrypted"
    if len(document.trailer.get("/ID", ())) != 2:
        yield "no ID"
    yield from (f"{key[1:]} in the catalog" for key in _FORBIDDEN if key in root)
    if "/EmbeddedFiles" in root.get("/Names", {}) or "/JavaScript" in root.get("/Names", {}):
        yield "files or scripts inside"
    if str(info.get("/Trapped")) != "/False":
        yield "Trapped is not said"
    if "/Metadata" not in root:
        yield "no metadata"
        return
    packet = ElementTree.fromstring(root.Metadata.read_bytes())
    said = {element.tag: (element.text or "").strip() for element in packet.iter()}
    yield from (f"{tag} is {said.get(tag)!r}" for tag, value in _XMP.items() if said.get(tag) != value)
    titles = [element.text for element in packet.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")]
    if str(info.get("/Title", "")) not in titles:
        yield "the titles differ"


def _intent(document: pikepdf.Pdf) -> Iterator[str]:
    intents = list(document.Root.get("/OutputIntents", ()))
    if len(intents) != 1 or intents[0].S != "/GTS_PDFX":
        yield "no output intent for PDF/X"
        return
    if not str(intents[0].get("/OutputConditionIdentifier", "")):
        yield "the output intent has no name"
    profile = intents[0].DestOutputProfile.read_bytes()
    if profile[12:20] != b"prtrCMYK" or intents[0].DestOutputProfile.N != 4:
        yield "the profile is not for CMYK"


def _boxes(page: pikepdf.Page) -> Iterator[str]:
    if "/UserUnit" in page.obj or "/ArtBox" in page.obj:
        yield "UserUnit or ArtBox"
    if not {"/TrimBox", "/BleedBox", "/MediaBox"} <= set(page.obj.keys()):
        yield "a box is missing"
        return
    trim, bleed, media = ([float(side) for side in page.obj[name]] for name in ("/TrimBox", "/BleedBox", "/MediaBox"))
    for inner, outer, name in ((trim, bleed, "trim"), (bleed, media, "bleed")):
        lower = all(a >= b - _TOLERANCE for a, b in zip(inner[:2], outer[:2], strict=True))
        upper = all(a <= b + _TOLERANCE for a, b in zip(inner[2:], outer[2:], strict=True))
        if not (lower and upper):
            yield f"the {name} lies outside"


def _is_content(stream: pikepdf.Stream, document: pikepdf.Pdf) -> bool:
    if stream.get("/Subtype") == "/Form" or "/PatternType" in stream:
        return True
    for page in document.pages:
        contents = page.obj.Contents
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        if any(stream.objgen == part.objgen for part in parts):
            return True
    return False


def _within(item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the dictionaries of an object, those that stand in it without a number of their own too."""
    if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        yield item
    if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)):
        for child in item if isinstance(item, pikepdf.Array) else item.values():
            if isinstance(child, (pikepdf.Dictionary, pikepdf.Array)) and not child.is_indirect:
                yield from _within(child)


def _content(stream: pikepdf.Stream) -> Iterator[str]:
    for instruction in pikepdf.parse_content_stream(stream):
        operator = str(instruction.operator)
        if operator in _RGB:
            yield f"RGB ({operator})"
        elif operator in _NAMED and str(instruction.operands[0]) in ("/DeviceRGB", "/CalRGB", "/Lab"):
            yield f"{instruction.operands[0]} ({operator})"
        elif operator in ("BI", "sh", "ri"):
            yield f"operator {operator}, which our files have no use for"


def _dictionary(item: pikepdf.Object) -> Iterator[str]:
    for key in ("/CS", "/ColorSpace"):
        value = item.get(key)
        if isinstance(value, pikepdf.Dictionary):
            for space in value.values():
                yield from _space(space)
        elif value is not None:
            yield from _space(value)
    if item.get("/Type") == "/Font" and item.get("/Subtype") != "/Type3":
        described = item.get("/DescendantFonts", [item])[0].get("/FontDescriptor", pikepdf.Dictionary())
        if not any(f"/FontFile{kind}" in described for kind in ("", "2", "3")):
            yield f"{item.get('/BaseFont')} is not embedded"
    if item.get("/Type") == "/ExtGState":
        yield from (f"{key} in a graphics state" for key in ("/TR", "/TR2", "/HTP") if key in item)
    if isinstance(item, pikepdf.Stream):
        if "/LZWDecode" in str(item.get("/Filter", "")):
            yield "LZW"
        if item.get("/Subtype") == "/PS" or "/OPI" in item or "/Ref" in item or "/Alternates" in item:
            yield "PostScript, OPI, a reference or alternates"
        if "/F" in item:
            yield "a stream in another file"


def _space(space: pikepdf.Object) -> Iterator[str]:
    if isinstance(space, pikepdf.Name):
        if str(space) not in ("/DeviceCMYK", "/DeviceGray", "/Pattern"):
            yield f"{space} as a colour space"
    elif str(space[0]) != "/Separation" or str(space[2]) != "/DeviceCMYK":
        yield f"{space[0]} as a colour space"
