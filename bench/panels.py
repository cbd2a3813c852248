"""How long a cold `dossier build` of the six A1 panels takes, beside one of the English dossier.

    .venv/bin/python bench/panels.py

Both are whole processes and take turns, so that they see the same machine. Exit status 1 where the limit is not kept.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS = 3
LIMIT = 2.0
DOSSIER = Path(sys.executable).parent / "dossier"


def seconds(layout: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        subprocess.run(
            [DOSSIER, "build", "--layout", layout, "--out", folder, "-j", "1"], capture_output=True, check=True
        )
        return time.perf_counter() - started


def main() -> None:
    rounds = [(seconds("dossier"), seconds("panels-a1")) for _ in range(ROUNDS)]
    dossier, panels = (median(each) for each in zip(*rounds, strict=True))
    print(f"{'dossier':12} {dossier:6.2f} s")
    print(f"{'six panels':12} {panels:6.2f} s")
    print(f"{'ratio':12} {panels / dossier:6.2f} (at most {LIMIT})")
    sys.exit(panels / dossier > LIMIT)


if __name__ == "__main__":
    main()
