"""Finishing for a press: the clauses of PDF/X-4 (ISO 15930-7) that WeasyPrint leaves open. Checked, not certified.

WeasyPrint writes plain PDF in device-cmyk() colours, with a CSS bleed as wide as the whole slug. With `pdf_tags` the
words can be read back in their order. Colours are not converted here: what is not CMYK stays, for preflight to find.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from dossier.errors import AssetError, LayoutError, TypesettingError
from dossier.pdf.document import opened, written
from dossier.pdf.icc import read_profile
from dossier.pdf.intent import REGISTRY, OutputIntent
from dossier.pdf.marks import MarkedStream
from dossier.pdf.structure import read_tree
from dossier.pdf.tagging import ParentTree, drop_annotations, replace_texts, tag_languages
from dossier.pdf.unicode import has_right_to_left
from dossier.pdf.words import Words
from dossier.pdf.xmp import describe_pdfx
from dossier.units import to_mm

_BLACK = re.compile(rb"0(?:\.0*)? 0(?:\.0*)? 0(?:\.0*)? 1(?:\.0*)? (?:scn|k)")
_OPERATOR = re.compile(rb"^(?:q|Q|BT|ET|[^\n]+ (?:cs|scn|rg|g|k))$", re.MULTILINE)
_SPACE = re.compile(rb"^(/\S+) (?:cs|CS)$", re.MULTILINE)
_OVERPRINT = b"/Overprint gs\n"
_KNOCKOUT = b"\n/Knockout gs"


def finish_press(pdf: bytes, *, bleed: float, intent: OutputIntent, created: datetime) -> bytes:
    """Return WeasyPrint's plain PDF as a press file: boxes, output intent, metadata, overprinting black text.

    `bleed` is points beyond the trim; what the page draws farther out is slug. The same arguments give the same
    bytes. Raises AssetError for a profile that is not for a CMYK press, LayoutError for a bleed that the page does not
    reach.
    """
    _check_profile(intent)
    with opened(pdf) as document:
        for page in document.pages:
            _set_boxes(page, bleed)
        _settle_words(document)
        owners = tuple(_owners(document))
        _drop_unused_spaces(owners)
        for owner in owners:
            _settle_colours(document, owner)
        _intend(document, intent)
        _describe(document, created, hashlib.sha256(pdf).digest())
        return written(document, version="1.6")


def _check_profile(intent: OutputIntent) -> None:
    profile = read_profile(intent.profile)
    if profile is None or not profile.is_of_a_press:
        raise AssetError(
            f"the profile for {intent.identifier} is not an ICC profile of a CMYK press",
            hint="ask the printer for the CMYK output profile of the paper and the press",
        )


def _set_boxes(page: pikepdf.Page, bleed: float) -> None:
    media, trim = ([float(length) for length in box] for box in (page.mediabox, page.trimbox))
    bled = [trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed]
    if any(inner < outer - 0.01 for inner, outer in zip(bled[:2] + media[2:], media[:2] + bled[2:], strict=True)):
        raise LayoutError(
            f"the page is drawn {to_mm(trim[0] - media[0]):.1f} mm beyond the trim, less than the bleed of"
            f" {to_mm(bleed):.1f} mm",
            hint="make the style sheet's @page bleed as wide as bleed and slug together",
        )
    page.BleedBox = Array([round(length, 6) for length in bled])


def _settle_words(document: pikepdf.Pdf) -> None:
    """Drop annotations, which PDF/X-4 keeps out of the bleed; make the words readable in their order."""
    tree = read_tree(document)
    for page in document.pages:
        if "/Annots" in page:
            del page.Annots
    if tree is None:
        return
    elements = tuple(tree.walk())
    parents = ParentTree.of(document)
    tag_languages(elements)
    drop_annotations(elements, parents)
    if has_right_to_left(document):
        streams = [MarkedStream(page, len(parents.page(number))) for number, page in enumerate(document.pages)]
        words = Words(document, streams, str(document.Root.get("/Lang", "")))
        replace_texts(document, elements, parents, words.reordered(tree))


def _owners(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield every page, form and tiling pattern: what has content and resources of its own."""
    seen = set()
    waiting: list[pikepdf.Object] = [page.obj for page in document.pages]
    while waiting:
        owner = waiting.pop()
        if owner.objgen in seen:
            continue
        seen.add(owner.objgen)
        yield owner
        for kind in ("/XObject", "/Pattern"):
            named = owner.Resources.get(kind, Dictionary()).values()
            waiting += (each for each in named if isinstance(each, pikepdf.Stream) and "/Resources" in each)


def _content(owner: pikepdf.Object) -> bytes:
    return owner.Contents.read_bytes() if owner.get("/Type") == "/Page" else owner.read_bytes()


def _drop_unused_spaces(owners: Sequence[pikepdf.Object]) -> None:
    """Take out the colour spaces (Lab) that WeasyPrint names in the resources of every file."""
    used = frozenset(name for owner in owners for name in _SPACE.findall(_content(owner)))
    for spaces in (owner.Resources.get("/ColorSpace", Dictionary()) for owner in owners):
        for name in [name for name in spaces.keys() if name.encode() not in used]:  # noqa: SIM118
            del spaces[name]


def _settle_colours(document: pikepdf.Pdf, owner: pikepdf.Object) -> None:
    """Blend in CMYK; overprint black text."""
    is_page = owner.get("/Type") == "/Page"
    if is_page and "/Group" not in owner:
        owner.Group = Dictionary(Type=Name.Group, S=Name.Transparency)
    if "/Group" in owner:
        owner.Group.CS = Name.DeviceCMYK
    content = _content(owner)
    overprinting = _overprint_black(content)
    if overprinting == content:
        return
    states = owner.Resources.ExtGState
    states.Overprint = Dictionary(Type=Name.ExtGState, op=True, OPM=1)
    states.Knockout = Dictionary(Type=Name.ExtGState, op=False, OPM=0)
    if is_page:
        owner.Contents = document.make_stream(overprinting)
    else:
        owner.write(overprinting)


def _overprint_black(content: bytes) -> bytes:
    """Return content in which text in 100 K alone overprints, and nothing else does.

    White would vanish and tints would mix with what lies below: they knock out.
    """
    pieces, at = [], 0
    black, saved = False, list[bool]()
    overprinting = False
    for operator in _OPERATOR.finditer(content):
        match operator[0]:
            case b"q":
                saved.append(black)
            case b"Q" if saved:
                black = saved.pop()
            case b"BT" if black:
                pieces += [content[at : operator.start()], _OVERPRINT]
                at, overprinting = operator.start(), True
            case b"ET" if overprinting:
                pieces += [content[at : operator.end()], _KNOCKOUT]
                at, overprinting = operator.end(), False
            case b"Q" | b"BT" | b"ET":
                pass
            case _:
                black = bool(_BLACK.fullmatch(operator[0]))
    return b"".join([*pieces, content[at:]])


def _intend(document: pikepdf.Pdf, intent: OutputIntent) -> None:
    entry = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(intent.identifier),
        OutputCondition=String(intent.condition),
        Info=String(intent.condition),
        DestOutputProfile=document.make_indirect(pikepdf.Stream(document, intent.profile, N=4)),
    )
    if intent.is_registered:
        entry.RegistryName = String(REGISTRY)
    document.Root.OutputIntents = Array([entry])


def _describe(document: pikepdf.Pdf, created: datetime, fingerprint: bytes) -> None:
    """Write metadata and document information, which have to agree."""
    info, created = document.docinfo, created.astimezone(UTC)
    # XML readers take every kind of space for one; information and metadata have to agree.
    title = " ".join(str(info.get("/Title", "")).split())
    if not title:
        raise TypesettingError("the page has no title", hint="give it a <title>")
    info.CreationDate = info.ModDate = String(f"D:{created:%Y%m%d%H%M%S}Z")
    info.Title = String(title)
    info.Trapped = Name("/False")
    document.Root.Metadata = describe_pdfx(
        document,
        title=title,
        producer=str(info.get("/Producer", "")),
        created=created,
        document_id=uuid.UUID(bytes=fingerprint[:16], version=5),
    )
