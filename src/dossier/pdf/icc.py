"""ICC profiles (ICC.1:2010): what a profile is for and what it is called, read from its header and tags."""

from __future__ import annotations

from dataclasses import dataclass

_DEVICES = {b"prtr": "printer", b"mntr": "display", b"scnr": "scanner", b"spac": "colour space", b"link": "link"}
_HEADER = 132
_ENTRY = 12
_MOST_TAGS = 200


@dataclass(frozen=True, slots=True)
class IccProfile:
    """A profile by its description, the kind of device that it describes, and that device's colour space.

    `is_whole` is whether it is as long as it says and holds all of its tags; `tags` are their signatures.
    """

    description: str
    device: str
    space: str
    tags: frozenset[str]
    is_whole: bool

    @property
    def is_of_a_press(self) -> bool:
        """Whether it describes an output device with CMYK inks."""
        return self.device == "printer" and self.space == "CMYK"


def read_profile(content: bytes) -> IccProfile | None:
    """Return what a profile says of itself (7.2, 7.3, 10.13 and 10.15); None where it is no profile."""
    if content[36:40] != b"acsp":
        return None
    count = int.from_bytes(content[128:_HEADER], "big")
    tags: dict[str, bytes] = {}
    is_whole = len(content) == int.from_bytes(content[:4], "big") and 0 < count <= _MOST_TAGS
    for number in range(min(count, _MOST_TAGS)):
        entry = content[_HEADER + number * _ENTRY :][:_ENTRY]
        start, length = (int.from_bytes(part, "big") for part in (entry[4:8], entry[8:12]))
        tags[entry[:4].decode("latin-1")] = content[start : start + length]
        is_whole &= len(entry) == _ENTRY and start + length <= len(content)
    return IccProfile(
        _text(tags.get("desc", b"")),
        _DEVICES.get(content[12:16], "unknown"),
        content[16:20].decode("latin-1").strip(),
        frozenset(tags),
        is_whole,
    )


def _text(tag: bytes) -> str:
    """Return the text of a "desc" tag, in its older form (ASCII) or in its newer one (UTF-16, its first language)."""
    if tag[:4] == b"mluc":
        length, offset = (int.from_bytes(tag[at : at + 4], "big") for at in (20, 24))
        text = tag[offset : offset + length].decode("utf-16-be", "replace")
    else:
        text = tag[12 : 12 + int.from_bytes(tag[8:12], "big")].decode("latin-1")
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
