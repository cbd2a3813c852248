"""How long a cold `dossier build` of the bundled article takes, beside the `weasyprint` command on the same final HTML.

    .venv/bin/python bench/cold_build.py

Both are whole processes and take turns, so that they see the same machine. Exit status 1 where the limit is not kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from unittest.mock import patch

from dossier import resources
from dossier.build import STAGES, compose_edition
from dossier.locales.fonts import Fonts
from dossier.model.project import load_project
from dossier.typeset import setting
from dossier.typeset.pages import Laid, font_faces, lay_pages

ROUNDS = 5
LIMIT = 2.5
BIN = Path(sys.executable).parent
ARTICLE = resources.assets() / "articles" / "gulag-operation"

STAGES_PROGRAM = """
import json, sys, time
started = time.perf_counter()
from pathlib import Path
from dossier.build import build_edition
from dossier.model.project import load_project
marks = [("import", started), ("read", time.perf_counter())]
project = load_project(Path(sys.argv[1]))
build_edition(project, "en", "dossier", Path(sys.argv[2]), on_stage=lambda s: marks.append((s, time.perf_counter())))
marks.append(("end", time.perf_counter()))
print(json.dumps({name: after - at for (name, at), (_, after) in zip(marks, marks[1:])}))
"""


def seconds(*command: str | Path) -> float:
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def final_html() -> str:
    """Return the page that the typesetter sets last, with its styles in it and its fonts as files."""
    pages: list[tuple[str, tuple[str, ...], Fonts]] = []

    def keep(html: str, styles: tuple[str, ...], fonts: Fonts) -> Laid:
        pages.append((html, styles, fonts))
        return lay_pages(html, styles, fonts)

    with patch.object(setting, "lay_pages", keep):
        setting.set_edition(compose_edition(load_project(ARTICLE), "en", "dossier").composition, archive=True)
    html, styles, fonts = pages[-1]
    style = "\n".join((font_faces(fonts.faces, url="file://{path}"), *styles))
    return html.replace("</head>", f"<style>{style}</style></head>")


def stages(out: Path) -> dict[str, float]:
    """Return how long each stage of one build takes in a process of its own."""
    command = (sys.executable, "-c", STAGES_PROGRAM, ARTICLE, out)
    took: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return took


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "page.html"
        page.write_text(final_html(), encoding="utf-8")
        ours = (BIN / "dossier", "build", "--layout", "dossier", "--out", folder)
        theirs = (BIN / "weasyprint", "--pdf-variant", "pdf/a-3a", page, folder / "page.pdf")
        rounds = [(seconds(*ours), seconds(*theirs), stages(folder)) for _ in range(ROUNDS)]
    build, weasyprint = median(each[0] for each in rounds), median(each[1] for each in rounds)
    print(f"{'dossier build':16} {build:6.2f} s")
    for stage in ("import", "read", *STAGES):
        print(f"  {stage:14} {median(each[2][stage] for each in rounds):6.2f} s")
    print(f"{'weasyprint':16} {weasyprint:6.2f} s, same HTML")
    print(f"{'ratio':16} {build / weasyprint:6.2f} (at most {LIMIT})")
    sys.exit(build / weasyprint > LIMIT)


if __name__ == "__main__":
    main()
