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
FOR_VALIDATING = (
    SystemPart("default-jdk-headless", "runs veraPDF in the tests", "command", "javac"),
    SystemPart("libjaxb-java", "reads veraPDF's rules in the tests", "file", "/usr/share/java/jaxb-runtime.jar"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was looked at, and what is wrong with it: None where nothing is."""

    subject: str
    diagnostic: Diagnostic | None = None


def examine(output: Path) -> tuple[Finding, ...]:
    """Look at everything a build needs on this machine, writing to the folder `output` included.

    An error stands in the way of every build. What only the tests of the program need is an information.
    """
    return (
        _python(),
        *(_system_part(part, "error") for part in FOR_SETTING),
        *_python_packages(),
        _resource("assets", resources.assets()),
        _resource("layouts", resources.layouts()),
        _writable(output),
        *(_system_part(part, "info") for part in FOR_VALIDATING),
    )


def _python() -> Finding:
    found = f"Python {'.'.join(map(str, sys.version_info[:3]))}"
    if sys.version_info >= OLDEST_PYTHON:
        return Finding(found)
    wanted = ".".join(map(str, OLDEST_PYTHON))
    hint = "Debian 12, Ubuntu 24.04 and everything newer bring one: run `make dossier` there."
    return Finding(found, Diagnostic("python", "error", f"{found} is too old: {wanted} or newer is needed", hint))


def _system_part(part: SystemPart, severity: Severity) -> Finding:
    subject = f"{part.package}, which {part.purpose}"
    if part.present():
        return Finding(subject)
    message = f"the {part.kind} {part.name} is missing: it {part.purpose}"
    hint = f"On Debian and Ubuntu: sudo apt-get install {part.package}"
    return Finding(subject, Diagnostic("system", severity, message, hint))


def _python_packages() -> Iterator[Finding]:
    try:
        required = metadata.requires("dossier") or []
    except metadata.PackageNotFoundError:
        hint = "Run `make dossier`, or `pip install .` in the folder of the program."
        yield Finding("Python packages", Diagnostic("package", "error", "dossier itself is not installed", hint))
        return
    names = [re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in required if ";" not in requirement]
    missing = [name for name in names if not _installed(name)]
    if not missing:
        yield Finding(f"{len(names)} Python packages")
    for name in missing:
        hint = f"Run `make dossier` again, or: {sys.executable} -m pip install {name}"
        yield Finding(name, Diagnostic("package", "error", f"the Python package {name} is missing", hint))


def _installed(distribution: str) -> bool:
    try:
        metadata.distribution(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True


def _resource(name: str, folder: Path) -> Finding:
    if folder.is_dir() and any(folder.iterdir()):
        return Finding(f"{name} in {folder}")
    hint = "The installation is incomplete: clone the program anew, or install its wheel anew."
    return Finding(name, Diagnostic("asset", "error", f"the folder {name} is missing or empty", hint, Where(folder)))


def _writable(output: Path) -> Finding:
    subject = f"output folder {output}"
    nearest = next(folder for folder in (output, *output.absolute().parents) if folder.exists())
    if not nearest.is_dir():
        message, hint = "a file stands where a folder is needed", "Move it away, or choose another folder with --out."
    elif not os.access(nearest, os.W_OK | os.X_OK):
        message, hint = "nothing can be written here", "Choose another folder with --out."
    else:
        return Finding(subject)
    return Finding(subject, Diagnostic("output", "error", message, hint, Where(nearest)))
