"""What files hold, as SHA-256; a file is read anew only where its size or its time of change are not as last seen."""

from __future__ import annotations

import hashlib
import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.batch.places import Places

ABSENT = "absent"
"""The fingerprint of a file that is not there."""
RACY = 2_000_000_000
"""Nanoseconds: a file that changed this shortly before it was looked at may change again and keep its time."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Size and time of change (nanoseconds) of a file when it was read, and its SHA-256."""

    size: int
    changed: int
    sha256: str


class Fingerprints:
    """Fingerprints of files by name, each taken once: `taken` are those that are, `known` those of an earlier run.

    What an earlier run saw is believed where size and time of change are the same. That is what make and git do.
    """

    def __init__(
        self, places: Places, known: Mapping[str, Seen] | None = None, taken: Mapping[str, str] | None = None
    ) -> None:
        self.places = places
        self._known = dict(known or {})
        self._taken = dict(taken or {})
        self._new: dict[str, Seen] = {}

    @property
    def learned(self) -> bool:
        """Whether files were read of which a later run can believe what they hold."""
        return any(_settled(seen) for seen in self._new.values())

    def of(self, name: str) -> str:
        """Return the SHA-256 of the file with that name, or ABSENT; of a folder ("x/") that of the names in it."""
        if name not in self._taken:
            self._taken[name] = self._listing(name) if name.endswith("/") else self._take(name)
        return self._taken[name]

    def note(self, name: str, sha256: str) -> None:
        """Take over what a file holds that has just been written."""
        found = self.places.path(name).stat()
        self._taken[name] = sha256
        self._known[name] = Seen(found.st_size, found.st_mtime_ns, sha256)

    def seen(self) -> dict[str, Seen]:
        """Return what a later run may believe without reading; what had just changed when it was read is read again."""
        for name in self._taken:
            if name in self._new and not _settled(self._new[name]):
                del self._new[name]
            if name not in self._new and name not in self._known and not name.endswith("/"):
                self._take(name)
        # The digest of a file that has changed since is not the one that its edition was built from.
        new = {name: seen for name, seen in self._new.items() if _settled(seen) and seen.sha256 == self._taken[name]}
        return {**self._known, **new}

    def _take(self, name: str) -> str:
        path = self.places.path(name)
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                return ABSENT
            known = self._known.get(name)
            if known and (known.size, known.changed) == (found.st_size, found.st_mtime_ns):
                return known.sha256
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ABSENT
        self._new[name] = Seen(found.st_size, found.st_mtime_ns, sha256)
        return sha256

    def _listing(self, name: str) -> str:
        try:
            names = sorted(path.name for path in self.places.path(name).iterdir() if not path.name.startswith("."))
        except OSError:
            return ABSENT
        return hashlib.sha256("\n".join(names).encode()).hexdigest()


def _settled(seen: Seen) -> bool:
    return seen.changed < time.time_ns() - RACY
