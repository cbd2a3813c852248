"""How long a cold build of the bundled dossier takes, against the `weasyprint` command on the same final page.

    .venv/bin/python bench/cold_build.py [REPEATS]

Whole processes, alternating, in one run. The target is a ratio of at most 2.5. Numbers are in docs/benchmarks.md.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dossier import resources
from dossier.build import compose_edition
from dossier.model.project import load_project
from dossier.typeset.pages import font_faces
from dossier.typeset.setting import settled_flow

BIN = Path(sys.executable).parent
TARGET = 2.5


def seconds(*command: str | Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def write_page(folder: Path) -> Path:
    """Write the final page with its styles and fonts as one file that `weasyprint` can set by itself."""
    composition = compose_edition(
        load_project(resources.assets() / "articles" / "gulag-operation"), "en", "dossier"
    ).composition
    page = composition.page(settled_flow(composition))
    styles = (font_faces(composition.voice.fonts.faces, "file://{path}"), *page.styles)
    path = folder / "page.html"
    path.write_text(page.html.replace("</head>", f"<style>{''.join(styles)}</style></head>", 1), encoding="utf-8")
    return path


def main() -> None:
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = write_page(folder)
        ours, theirs = [], []
        for _ in range(repeats):
            ours.append(seconds(BIN / "dossier", "build", "--layout", "dossier", "--out", folder))
            theirs.append(seconds(BIN / "weasyprint", "--pdf-variant", "pdf/a-3a", page, folder / "page.pdf"))
    for what, times in (("dossier build --layout dossier", ours), ("weasyprint on its page", theirs)):
        print(f"{what:<32} {statistics.median(times):6.2f} s  (median of {repeats}, best {min(times):.2f})")
    print(
        f"{'ratio of the medians':<32} {statistics.median(ours) / statistics.median(theirs):6.2f}    (at most {TARGET})"
    )


if __name__ == "__main__":
    main()
