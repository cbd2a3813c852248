"""The versions of what has a hand in a file."""

from __future__ import annotations

import re
from importlib import metadata

from packaging.requirements import Requirement

from dossier.batch.versions import PACKAGES, versions

# What shows, and what types: no byte of a file comes from them. Fonts are looked at file by file.
NO_HAND = {
    "certifi",
    "charset-normalizer",
    "click",
    "dossier",
    "rich",
    "typing-extensions",
    "typing-inspection",
    "tzdata",
}


def required(name: str) -> set[str]:
    """Return `name` and everything that is installed because of it."""
    found: set[str] = set()
    waiting = [(name, frozenset[str]())]
    while waiting:
        name, extras = waiting.pop()
        name = re.sub(r"[-_.]+", "-", name).lower()
        if name in found or name in NO_HAND - {"dossier"}:
            continue
        found.add(name)
        for requirement in map(Requirement, metadata.requires(name) or ()):
            marker = requirement.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
                waiting.append((requirement.name, frozenset(requirement.extras)))
    return found


def test_no_library_of_the_program_is_left_out() -> None:
    needed = {name for name in required("dossier") if not name.startswith("fontpkg-")} - NO_HAND
    assert needed - set(PACKAGES) == set()


def test_versions_are_those_that_are_installed() -> None:
    found = versions()
    for name in PACKAGES:
        if name in found:
            assert found[name] == metadata.version(name), name
    assert {
        "dossier",
        "python",
        "weasyprint",
        "matplotlib",
        "reportlab",
        "pikepdf",
        "pango",
        "harfbuzz",
    } <= found.keys()
    assert re.fullmatch(r"\d+\.\d+\.\d+", found["pango"])
    assert re.fullmatch(r"[0-9a-f]{64}", found["program"])
    assert versions() == found
