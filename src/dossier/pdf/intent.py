"""Printing conditions: the default, and those that a printer's profile describes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import ImageCms

from dossier import resources
from dossier.errors import AssetError, Where
from dossier.pdf.icc import read_profile

REGISTRY = "http://www.color.org"
"""The International Color Consortium, which keeps a registry of printing conditions."""
_MOST_BYTES = 64 * 2**20
_NAMED = re.compile(r"(?:FOGRA\d\dS?|CGATS21_CRPC\d|JC200103|JCW2003)(?![0-9A-Za-z])")
_FOGRA = re.compile(r"FOGRA ?(\d\d)L?(?!\d)", re.IGNORECASE)
_CRPC = re.compile(r"CRPC ?(\d)(?!\d)")
# What the publishers of these profiles say that they were made of (eci.org, idealliance.org).
_KNOWN = {
    "ISO Coated v2 (ECI)": "FOGRA39",
    "ISO Coated v2 300% (ECI)": "FOGRA39",
    "PSO Coated v3": "FOGRA51",
    "PSO LWC Improved (ECI)": "FOGRA45",
    "PSO LWC Standard (ECI)": "FOGRA46",
    "PSO Uncoated ISO12647 (ECI)": "FOGRA47",
    "SWOP2006_Coated3v2": "CGATS TR 003",
    "SWOP2006_Coated5v2": "CGATS TR 005",
    "GRACoL2006_Coated1v2": "CGATS TR 006",
}
_NEEDED = frozenset({"A2B0", "B2A0", "desc"})
_ASK = "Ask the printer for the CMYK output profile (.icc) of the paper and the press."


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """The printing condition that a file is made for.

    `identifier` is its name in the registry of the International Color Consortium where `is_registered`, else the
    profile's own; `condition` says it in words. `is_default` is whether nobody chose it.
    """

    identifier: str
    condition: str
    profile: bytes
    is_registered: bool = True
    is_default: bool = False


def coated_offset() -> OutputIntent:
    """Return the default: offset on coated paper, FOGRA39. The printer has to confirm it."""
    profile = (resources.assets() / "icc" / "FOGRA39L_coated.icc").read_bytes()
    condition = "Offset printing on coated paper, ISO 12647-2:2004, paper types 1 and 2"
    return OutputIntent("FOGRA39", condition, profile, is_default=True)


def read_intent(path: Path) -> OutputIntent:
    """Return the printing condition of the profile at `path`, named by the profile's description.

    Raises AssetError for a file that is missing, broken, or no profile of a CMYK press.
    """
    where = Where(path)
    try:
        if path.exists() and not path.is_file():
            raise AssetError("the profile cannot be read: it is no file", hint=_ASK, where=where)
        if path.stat().st_size > _MOST_BYTES:
            raise AssetError("too large for an ICC profile", hint=_ASK, where=where)
        content = path.read_bytes()
    except OSError as error:
        raise AssetError(f"the profile cannot be read: {error.strerror}", hint=_ASK, where=where) from None
    profile = read_profile(content)
    if profile is None:
        raise AssetError("this is no ICC profile", hint=_ASK, where=where)
    if not profile.is_of_a_press:
        found = f"it is a {profile.device} profile in {profile.space}"
        raise AssetError(f"not the profile of a CMYK press: {found}", hint=_ASK, where=where)
    if not (profile.is_whole and profile.description and profile.tags >= _NEEDED and _converts(content)):
        raise AssetError("the profile is broken: parts of it are missing or cannot be used", hint=_ASK, where=where)
    name = _registered(profile.description)
    return OutputIntent(name or profile.description, profile.description, content, is_registered=bool(name))


def _converts(content: bytes) -> bool:
    """Return whether the tables of a CMYK profile can be used, into its inks and back."""
    lab = ImageCms.createProfile("LAB")
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(content))
        ImageCms.buildTransform(lab, profile, "LAB", "CMYK")
        ImageCms.buildTransform(profile, lab, "CMYK", "LAB")
    except (OSError, ImageCms.PyCMSError):
        return False
    return True


def _registered(description: str) -> str:
    """Return the name that the registry has for the condition a profile describes, "" where that is not known."""
    if description in _KNOWN:
        return _KNOWN[description]
    if found := _NAMED.search(description):
        return found[0]
    if found := _FOGRA.search(description):
        return f"FOGRA{found[1]}"
    found = _CRPC.search(description)
    return f"CGATS21_CRPC{found[1]}" if found else ""
