"""Rules about where links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.pdf.inspection import Annotation, Inspection
from dossier.preflight.findings import Fault, Limits

_LOCAL = re.compile(r"(?i)file:|[a-z]:[\\/]|[\\/]|\.{1,2}[\\/]")
_TO_FILES = frozenset({"Launch", "GoToR", "GoToE"})


def targets(file: Inspection, limits: Limits) -> Iterator[Fault]:
    """Look for links to files of the machine that made the PDF, to programs, and to places that are not there."""
    for link in file.annotations:
        if link.action == "Launch":
            message = f"a link opens a program or a file: {link.target or 'unnamed'}"
            yield Fault("error", message, "take the link out", link.position)
        elif link.action in _TO_FILES or (link.action == "URI" and _LOCAL.match(link.target)):
            message = f"a link leads to a file of another machine: {link.target or 'unnamed'}"
            yield Fault("error", message, "link to an address on the web, or to a page of the file", link.position)
        elif link.is_dead:
            yield Fault("error", f"a link leads nowhere{_named(link)}", "link to a page of the file", link.position)


def _named(link: Annotation) -> str:
    return f": {link.target}" if link.target else ""
