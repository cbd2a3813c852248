"""Rules about the file as a whole: what it says it is, and whether it can be used as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.pdf.inspection import Inspection, Intent
from dossier.preflight.findings import Fault, Limits

_X4_VERSION = (1, 6)
_REGISTERED = re.compile(r"FOGRA\d\dS?|CGATS TR ?00\d|CGATS21[_-]CRPC\d|JC200103|JCW2003|IFRA\d\d\w?")
"""The shapes of names in the registry of the ICC."""
_CONDITION = re.compile(r"FOGRA ?(\d\d)|CRPC ?(\d)|TR ?00(\d)", re.IGNORECASE)
_DATED = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")
_IDENTIFIED = ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass")
_MEGABYTE = 1_000_000


def output_intent(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for one output intent of PDF/X with a profile for a CMYK press, named as the registry names it."""
    intents = [intent for intent in file.identity.intents if intent.kind == "GTS_PDFX"]
    if len(intents) != 1:
        count = "no output intent" if not intents else f"{len(intents)} output intents"
        yield Fault(
            "error",
            f"{count} for a press (GTS_PDFX): the printer does not know which inks and paper the colours are for",
            "export it as PDF/X-4 with one output intent, such as FOGRA39; ask the printer which",
        )
    for intent in intents:
        yield from _profile(intent)
        yield from _identifier(intent)


def _profile(intent: Intent) -> Iterator[Fault]:
    profile = intent.profile
    if profile is None:
        hint = "export it with the profile embedded; PDF/X-4 wants it in the file"
        yield Fault("error", "the output intent has no embedded ICC profile that can be read", hint)
    elif (profile.device, profile.space, profile.components) != ("printer", "CMYK", 4):
        found = f"a {profile.device} profile of {profile.components} components in {profile.space}"
        message = f"the profile of the output intent is {found}, and not one of a CMYK press"
        yield Fault("error", message, "ask the printer for the CMYK output profile of the paper and the press")


def _identifier(intent: Intent) -> Iterator[Fault]:
    name = intent.identifier
    if not name:
        yield Fault("error", "the output intent has no identifier", "name the printing condition, such as FOGRA39")
        return
    described = intent.profile.description if intent.profile else ""
    said, meant = _CONDITION.search(name), _CONDITION.search(described)
    if said and meant and said.groups() != meant.groups():
        message = f"the output intent is called {name!r}, but its profile is {described!r}"
        yield Fault("error", message, "embed the profile of the condition that is named")
    elif "color.org" in intent.registry and not _REGISTERED.fullmatch(name):
        message = f"{name!r} does not look like a name of the registry that the output intent refers to"
        yield Fault("warning", message, "look it up at www.color.org, characterization data")


def identification(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for what a PDF/X-4 file has to say of itself, twice and in agreement."""
    info, xmp = dict(file.identity.info), dict(file.identity.xmp)
    version = xmp.get("pdfxid:GTS_PDFXVersion", "")
    if version != "PDF/X-4":
        said = f"{version!r}" if version else "nothing"
        yield Fault("error", f"the metadata says {said} where PDF/X-4 is expected", "export it as PDF/X-4")
    missing = [key for key in ("Title", "CreationDate", "ModDate") if not info.get(key, "").strip()]
    missing += [key for key in ("dc:title", *_DATED, *_IDENTIFIED) if not xmp.get(key, "").strip()]
    if missing:
        message = f"missing from the document information and metadata: {', '.join(missing)}"
        yield Fault("error", message, "export it as PDF/X-4, with a title")
    if info.get("Title") and xmp.get("dc:title") and info["Title"] != xmp["dc:title"]:
        message = f"two titles: {info['Title']!r} in the document information, {xmp['dc:title']!r} in the metadata"
        yield Fault("error", message, "write both alike")
    trapped = {info.get("Trapped", "").lstrip("/"), xmp.get("pdf:Trapped", info.get("Trapped", "").lstrip("/"))}
    if trapped not in ({"True"}, {"False"}):
        message = "the file does not say whether it is trapped"
        yield Fault("error", message, "set Trapped to False (or True), in document information and metadata alike")
    if not file.identity.has_id:
        yield Fault("error", "the file has no identifier (ID) in its trailer", "save it again as PDF/X-4")


def version(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look whether a RIP for PDF/X-4 has to know the version of PDF."""
    numbers = tuple(int(part) for part in file.identity.version.split("."))
    if numbers > _X4_VERSION:
        message = f"PDF {file.identity.version}: PDF/X-4 is PDF 1.6"
        yield Fault("error" if numbers >= (2, 0) else "warning", message, "save it as PDF 1.6")


def encryption(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look whether the file is encrypted, though it opens without a password."""
    if file.identity.is_encrypted:
        yield Fault("error", "the file is encrypted", "save it without security settings")


def damage(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Tell what had to be mended to read the file: another program may refuse it."""
    if file.damage:
        message = f"the file is damaged and was mended to read it: {file.damage[0]}"
        yield Fault("error", message, "export it again from the program that made it", count=len(file.damage))


def layers(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for optional content: what is printed then depends on a switch."""
    if count := file.identity.layers:
        message = f"{count} layers (optional content): the RIP decides which of them is printed"
        yield Fault("error", message, "flatten the layers in the program that made it", count=count)


def title(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for a title, and whether a viewer shows it in place of the file's name."""
    if not (dict(file.identity.info).get("Title", "") or dict(file.identity.xmp).get("dc:title", "")).strip():
        yield Fault("error", "the file has no title", "give the document a title before it is exported")
    elif not file.identity.shows_title:
        hint = "set DisplayDocTitle; in Acrobat: Properties, Initial View, Show: Document Title"
        yield Fault("warning", "a viewer shows the file's name in place of its title", hint)


def bookmarks(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for bookmarks in a file that is longer than a few pages."""
    if len(file.sheets) > limits.pages_without_bookmarks and not file.identity.bookmarks:
        yield Fault("warning", f"{len(file.sheets)} pages and no bookmarks", "export it with bookmarks from headings")


def file_size(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look whether the file is too large to be sent and opened everywhere."""
    if file.size > limits.megabytes * _MEGABYTE:
        message = f"{file.size / _MEGABYTE:.0f} MB: more than {limits.megabytes:g} MB are slow to load and hard to send"
        yield Fault("warning", message, "reduce the pictures to 200 ppi")
