"""Take translations that come as JSON, {message id: translation}, into the catalogs of the bundled article and program.

    tools/translations.py FOLDER [LANGUAGE...]

FOLDER holds LANGUAGE.content.json for the article and LANGUAGE.interface.json for the program, either or both, in the
form of the catalogs: numbered placeholders in the article's texts, named ones in the program's. A list has the plural
forms of a text. What differs from what stood there loses its review.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

from dossier import resources
from dossier.errors import DossierError
from dossier.locales.catalogs import catalog_path, interface_catalog
from dossier.locales.pofile import read_translations
from dossier.locales.translating import PROGRAM, filled, interface_texts, renewed, renewed_interface, texts_of
from dossier.model.project import load_project
from dossier.typeset.room import room_on_panels

ARTICLE = resources.assets() / "articles" / "gulag-operation"
HEADER = {"YEAR-MO-DA HO:MI+ZONE": "2026-11-22 00:00+0000", "FULL NAME <EMAIL@ADDRESS>": "the dossier project"}
TODAY = datetime.date(2026, 11, 22)


def main() -> None:
    folder, *tags = sys.argv[1:]
    files = sorted(Path(folder).glob("*.content.json")) + sorted(Path(folder).glob("*.interface.json"))
    project = load_project(ARTICLE)
    dossier = project.dossier
    # What fits on panels stands in the notes for translators.
    fits = room_on_panels(project)
    for file in files:
        tag, kind, _ = file.name.split(".")
        if tags and tag not in tags:
            continue
        given = json.loads(file.read_text(encoding="utf-8"))
        content = kind == "content"
        path = catalog_path(ARTICLE, tag) if content else interface_catalog(tag)
        texts = texts_of(dossier) if content else interface_texts()
        path.write_bytes(renewed(dossier, tag, path, TODAY, fits) if content else renewed_interface(tag, path, TODAY))
        made = filled(path, given).decode()
        for old, new in HEADER.items():
            made = made.replace(old, new, 1)
        path.write_text(made, encoding="utf-8")
        unknown = given.keys() - {text.id for text in texts}
        print(f"{path.name} ({kind}): {len(given)} of {len(texts)}; unknown: {', '.join(sorted(unknown)) or 'none'}")
        try:
            found = read_translations(path, tag=tag, project=dossier.id if content else PROGRAM)
            copied = [id for id, translation in found.items() if translation.copied and translation.text]
            print("  the same as in English:", ", ".join(copied) or "none")
        except DossierError as error:
            print(f"  {error}\n  {error.hint}")


if __name__ == "__main__":
    main()
