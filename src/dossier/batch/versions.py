"""The versions of everything that has a hand in a file: the program, its libraries, and those of the system."""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import dossier

PACKAGES = (
    "annotated-types", "babel", "brotli", "cffi", "contourpy", "cssselect2", "cycler", "fontpkg", "fonttools", "jinja2",
    "kiwisolver", "lxml", "markupsafe", "matplotlib", "numpy", "packaging", "pikepdf", "pillow", "pycparser",
    "pydantic", "pydantic-core", "pydyf", "pyicu-wheels", "pypandoc-binary", "pyparsing", "pypdfium2", "pyphen",
    "pyproj", "python-dateutil", "rapidfuzz", "reportlab", "ruamel-yaml", "shapely", "tinycss2", "tinyhtml5",
    "uharfbuzz", "weasyprint", "webencodings", "zopfli",
)  # fmt: skip
"""What a build runs through, of what pip installs; fonts are looked at file by file."""
PROGRAM = "program"
"""Under this name stands not a version but the SHA-256 of the program's code."""

_INSTALLED = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)\.dist-info")


def versions() -> dict[str, str]:
    """Return the version of each part by name. Takes milliseconds: nothing of it is imported."""
    return {
        PROGRAM: _program(),
        "dossier": dossier.__version__,
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **_packages(),
        **dict(_libraries()),
    }


def _program() -> str:
    """Return the SHA-256 of the program's own code, so that an edition follows a change that has no version yet."""
    folder = Path(dossier.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _packages() -> dict[str, str]:
    # The folders' names say it (PEP 427); importlib.metadata takes a hundred times as long.
    found: dict[str, str] = {}
    for folder in filter(os.path.isdir, sys.path):
        for entry in os.scandir(folder):
            installed = _INSTALLED.fullmatch(entry.name)
            if installed:
                name = re.sub(r"[-_.]+", "-", installed["name"]).lower()
                found.setdefault(name, installed["version"])
    return {name: found[name] for name in PACKAGES if name in found}


def _libraries() -> Iterator[tuple[str, str]]:
    """Yield what the typesetter loads from the system, where it is found as on Debian."""
    for name, file, function in (
        ("pango", "libpango-1.0.so.0", "pango_version_string"),
        ("harfbuzz", "libharfbuzz.so.0", "hb_version_string"),
    ):
        try:
            ask = getattr(ctypes.CDLL(file), function)
        except (OSError, AttributeError):
            continue
        ask.restype = ctypes.c_char_p
        yield name, ask().decode()
