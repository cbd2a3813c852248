"""How long `dossier --help` takes, beside the import of click alone, which it may at most double.

    .venv/bin/python bench/startup.py

The two commands take turns, so that both see the same machine. Exit status 1 where the limit is not kept.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROUNDS = 15
LIMIT = 2.0

COMMANDS: dict[str, list[str | Path]] = {
    "dossier --help": [Path(sys.executable).parent / "dossier", "--help"],
    'python -c "import click"': [sys.executable, "-c", "import click"],
}


def seconds(command: list[str | Path]) -> float:
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main() -> None:
    for command in COMMANDS.values():
        seconds(command)  # the first run fills the file cache
    rounds = [[seconds(command) for command in COMMANDS.values()] for _ in range(ROUNDS)]
    ours, click = (median(column) for column in zip(*rounds, strict=True))
    for name, took in zip(COMMANDS, (ours, click), strict=True):
        print(f"{name:26} {took * 1000:6.0f} ms")
    print(f"{'ratio':26} {ours / click:6.2f} (at most {LIMIT})")
    sys.exit(ours / click > LIMIT)


if __name__ == "__main__":
    main()
