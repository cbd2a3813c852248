"""Printing conditions: what a profile is called, and profiles that cannot be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import ImageCms

from dossier.errors import AssetError
from dossier.pdf.icc import read_profile
from dossier.pdf.intent import coated_offset, read_intent

COATED = coated_offset().profile


def described(description: str) -> bytes:
    """Return the bundled profile under another description of the length of its own or less."""
    assert COATED.count(b"FOGRA39L Coated\0") == 1
    assert len(description) < 16
    start = COATED.index(b"FOGRA39L Coated\0")
    name = description.encode("ascii")
    count = (len(name) + 1).to_bytes(4, "big")
    return COATED[: start - 4] + count + name.ljust(16, b"\0") + COATED[start + 16 :]


def test_the_default_is_the_bundled_profile() -> None:
    profile = read_profile(COATED)
    assert profile is not None
    assert (profile.description, profile.device, profile.space) == ("FOGRA39L Coated", "printer", "CMYK")
    assert profile.is_whole
    assert coated_offset().is_default


@pytest.mark.parametrize(
    ("description", "identifier", "registered"),
    [
        ("FOGRA39L Coated", "FOGRA39", True),
        ("PSO Coated v3", "FOGRA51", True),
        ("Fogra 52", "FOGRA52", True),
        ("FOGRA59", "FOGRA59", True),
        ("CGATS21_CRPC6", "CGATS21_CRPC6", True),
        ("GRACoL CRPC6", "CGATS21_CRPC6", True),
        ("Our flatbed", "Our flatbed", False),
    ],
)
def test_a_profile_is_named_by_its_description(
    tmp_path: Path, description: str, identifier: str, registered: bool
) -> None:
    path = tmp_path / "printer.icc"
    path.write_bytes(described(description))
    intent = read_intent(path)
    assert (intent.identifier, intent.is_registered, intent.condition) == (identifier, registered, description)
    assert intent.profile == path.read_bytes()
    assert not intent.is_default


def test_a_description_in_unicode(tmp_path: Path) -> None:
    text = "Plåt FOGRA51".encode("utf-16-be")
    record = (1).to_bytes(4, "big") + (12).to_bytes(4, "big") + b"svSE" + len(text).to_bytes(4, "big")
    tag = b"mluc\0\0\0\0" + record + (28).to_bytes(4, "big") + text
    at = next(at for at in range(132, 400, 12) if COATED[at : at + 4] == b"desc")
    start = int.from_bytes(COATED[at + 4 : at + 8], "big")
    assert len(tag) <= int.from_bytes(COATED[at + 8 : at + 12], "big")
    path = tmp_path / "printer.icc"
    path.write_bytes(COATED[:start] + tag + COATED[start + len(tag) :])
    intent = read_intent(path)
    assert (intent.identifier, intent.condition) == ("FOGRA51", "Plåt FOGRA51")


RGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
TABLES = next(at for at in range(132, 400, 12) if COATED[at : at + 4] == b"B2A0")
SPOILT = int.from_bytes(COATED[TABLES + 4 : TABLES + 8], "big")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "the profile cannot be read: No such file or directory"),
        (b"", "this is no ICC profile"),
        (b"%PDF-1.6", "this is no ICC profile"),
        (RGB, "not the profile of a CMYK press: it is a display profile in RGB"),
        (COATED[:12] + b"spac" + COATED[16:], "not the profile of a CMYK press: it is a colour space profile in CMYK"),
        (COATED[:60_000], "the profile is broken"),
        (COATED[:128] + b"\xff\xff\xff\xff" + COATED[132:], "the profile is broken"),
        (COATED[:SPOILT] + b"????" + COATED[SPOILT + 4 :], "the profile is broken"),
    ],
)
def test_a_profile_that_cannot_be_used(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "printer.icc"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AssetError) as caught:
        read_intent(path)
    assert caught.value.message.startswith(says)
    assert caught.value.hint == "Ask the printer for the CMYK output profile (.icc) of the paper and the press."
    assert caught.value.where is not None
    assert caught.value.where.path == path


def test_what_is_no_file_is_no_profile(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(AssetError, match="the profile cannot be read: it is no file"):
            read_intent(path)
