"""What a machine lacks, and how to get it. Nothing is printed or changed here, and nothing heavy is imported.

`tools/setup.py` installs the Debian packages that are named here, so the list stands in this one place.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from dossier import resources
from dossier.diagnostics import Diagnostic, Severity
from dossier.errors import Where

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class SystemPart:
    """Something that the system supplies: how it is recognised, and the Debian package that brings it."""

    package: str
    purpose: str
    kind: Literal["library", "command", "file"]
    name: str

    def present(self) -> bool:
        """Return whether the library can be loaded, the command be found, or the file be seen."""
        match self.kind:
            case "library":
                try:
                    ctypes.CDLL(self.name)
                except OSError:
                    return False
                return True
            case "command":
                return shutil.which(self.name) is not None
            case "file":
                return Path(self.name).is_file()


FOR_SETTING = (
    SystemPart("libpango-1.0-0", "lays out text", "library", "libpango-1.0.so.0"),
    SystemPart("libpangoft2-1.0-0", "finds and reads fonts", "library", "libpangoft2-1.0.so.0"),
    SystemPart("libharfbuzz-subset0", "embeds fonts", "library", "libharfbuzz-subset.so.0"),
)
FOR_CHINESE_AND_JAPANESE = (
    SystemPart(
        "fonts-noto-cjk", "sets Chinese and Japanese", "file", "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
    ),
)
FOR_VALIDATING = (
    SystemPart("default-jdk-headless", "runs veraPDF in the tests", "command", "javac"),
    SystemPart("gettext", "checks catalogs in the tests", "command", "msgfmt"),
    SystemPart("ghostscript", "separates plates in the tests", "command", "gs"),
    SystemPart("poppler-utils", "reads PDFs back in the tests", "command", "pdffonts"),
    SystemPart("libjaxb-java", "reads veraPDF's rules in the tests", "file", "/usr/share/java/jaxb-runtime.jar"),
)


def examine(output: Path = Path("output")) -> tuple[Diagnostic, ...]:
    """Return what a build lacks on this machine, each with how to get it. Files are to be written to `output`.

    An error stands in the way of every build, a warning in that of some languages. What only the tests of the program
    need is an information.
    """
    return (
        *_python(),
        *_system_parts(FOR_SETTING, "error"),
        *_system_parts(FOR_CHINESE_AND_JAPANESE, "warning"),
        *_python_packages(),
        *_resource("assets", resources.assets()),
        *_resource("layouts", resources.layouts()),
        *_output(output),
        *_system_parts(FOR_VALIDATING, "info"),
    )


def _python() -> Iterator[Diagnostic]:
    if sys.version_info < OLDEST_PYTHON:
        found, wanted = (".".join(map(str, version[:3])) for version in (sys.version_info, OLDEST_PYTHON))
        message = f"Python {found} is too old: {wanted} or newer is needed"
        hint = "Debian 12, Ubuntu 24.04 and everything newer bring one: run `make dossier` there."
        yield Diagnostic("python", "error", message, hint)


def _system_parts(parts: tuple[SystemPart, ...], severity: Severity) -> Iterator[Diagnostic]:
    for part in parts:
        if not part.present():
            message = f"the {part.kind} {part.name} is missing: it {part.purpose}"
            yield Diagnostic("system", severity, message, f"On Debian and Ubuntu: sudo apt-get install {part.package}")


def _python_packages() -> Iterator[Diagnostic]:
    try:
        required = metadata.requires("dossier") or []
    except metadata.PackageNotFoundError:
        hint = "Run `make dossier`, or `pip install .` in the folder of the program."
        yield Diagnostic("package", "error", "dossier itself is not installed", hint)
        return
    for requirement in required:
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        if not any(metadata.distributions(name=name)):
            hint = f"Run `make dossier` again, or: {sys.executable} -m pip install {name}"
            yield Diagnostic("package", "error", f"the Python package {name} is missing", hint)


def _resource(name: str, folder: Path) -> Iterator[Diagnostic]:
    if not (folder.is_dir() and any(folder.iterdir())):
        hint = "The installation is incomplete: clone the program anew, or install its wheel anew."
        yield Diagnostic("asset", "error", f"the folder {name} is missing or empty", hint, Where(folder))


def _output(folder: Path) -> Iterator[Diagnostic]:
    nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not nearest.is_dir():
        hint = "Move it away, or choose another folder with --out."
        yield Diagnostic("output", "error", "a file stands where the output folder is needed", hint, Where(nearest))
    elif not os.access(nearest, os.W_OK | os.X_OK):
        hint = "Choose another folder with --out."
        yield Diagnostic("output", "error", "nothing can be written here", hint, Where(nearest))
