"""The dossier for its translators: every text in its place, with the id that it has in the catalog behind it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dossier.build import compose_edition, write_whole
from dossier.model.project import Project
from dossier.typeset.setting import set_edition

LAYOUT = "dossier"
FILE = "context.pdf"


def build_context(project: Project, tag: str, out: Path) -> Path:
    """Write out/<project>/<language>/context.pdf and return its path; texts not translated yet are in the source's.

    Raises the DossierError of the stage that fails.
    """
    unfinished = project.dossier.model_copy(update={"complete": 0})
    composed = compose_edition(replace(project, dossier=unfinished), tag, LAYOUT)
    setting = set_edition(replace(composed.composition, ids=True), archive=False)
    path = out / project.dossier.id / tag / FILE
    write_whole(path, setting.pdf)
    return path
