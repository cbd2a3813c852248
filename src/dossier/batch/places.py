"""Names of files that are the same on every machine: a manifest holds these, and no path of anybody's disk."""

from __future__ import annotations

import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dossier import resources


@dataclass(frozen=True)
class Places:
    """The folders that the files of a batch lie in. `out` is that of the project: OUT/<project>."""

    project: Path
    out: Path

    @cached_property
    def _roots(self) -> Mapping[str, Path]:
        return {
            "out": self.out,
            "project": self.project,
            "layouts": resources.layouts(),
            "assets": resources.assets(),
            "packages": Path(sysconfig.get_path("purelib")),
        }

    def name(self, path: Path) -> str:
        """Return the name of a file, such as "project/dossier.yaml"; its path where it lies in none of the folders."""
        for root, folder in self._roots.items():
            if path.is_relative_to(folder):
                return (Path(root) / path.relative_to(folder)).as_posix()
        return path.as_posix()

    def path(self, name: str) -> Path:
        """Return the path of the file with that name."""
        root, _, rest = name.partition("/")
        return self._roots[root] / rest if root in self._roots else Path(name)


def spoken(name: str) -> str:
    """Return the name of a file as a person calls it, who thinks of their own project first."""
    return name.removeprefix("project/").removeprefix("out/").removeprefix("packages/")
