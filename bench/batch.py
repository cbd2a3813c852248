"""How long two workers take against one on the same editions, and how long it takes to see that nothing has changed.

    .venv/bin/python bench/batch.py [--rounds 3] [--layout dossier-letter] [--locale en --locale de ...]

Both are whole processes, `dossier build --force -j N`, and take turns, so that they see the same machine; before each
run it waits, for up to a minute, until the machine is quiet, and says how busy it was. Exit status 1 where a limit is
not kept. Without --locale the editions are all those of the bundled article.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

SPEEDUP = 1.7
UNCHANGED = 1.0
QUIET = 0.5
BIN = Path(sys.executable).parent


def seconds(*command: str | Path) -> float:
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def load() -> float:
    """Wait for a quiet machine and return its load: processes of others that want a processor."""
    for _ in range(60):
        if running() <= QUIET:
            break
        time.sleep(1)
    return running()


def running() -> float:
    """Return how many processes besides this one want a processor, over a second."""
    counts = []
    for _ in range(10):
        counts.append(int(Path("/proc/loadavg").read_text().split()[3].partition("/")[0]) - 1)
        time.sleep(0.1)
    return sum(counts) / len(counts)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--layout", action="append")
    parser.add_argument("--locale", action="append")
    asked = parser.parse_args()
    layouts = [word for name in asked.layout or ["dossier-letter"] for word in ("--layout", name)]
    locales = [word for tag in asked.locale or () for word in ("-l", tag)] or ["--all-locales"]
    with tempfile.TemporaryDirectory() as folder:
        build = (BIN / "dossier", "build", *layouts, *locales, "--out", folder)
        seconds(*build, "-j", "2")  # the first run fills the file cache, and tells how long each edition takes
        rounds = []
        for number in range(asked.rounds):
            busy = load()
            rounds.append((seconds(*build, "--force", "-j", "1"), seconds(*build, "--force", "-j", "2")))
            one, two = rounds[-1]
            print(
                f"round {number + 1}: one worker {one:.1f} s, two {two:.1f} s, ratio {one / two:.2f}; load {busy:.1f}"
            )
        unchanged = min(seconds(*build) for _ in range(5))
    speedup = median(one / two for one, two in rounds)
    print(f"{'processors':12} {len(os.sched_getaffinity(0))}")
    print(f"{'speed-up':12} {speedup:.2f} (at least {SPEEDUP})")
    print(f"{'unchanged':12} {unchanged:.2f} s (less than {UNCHANGED:g})")
    sys.exit(speedup < SPEEDUP or unchanged >= UNCHANGED)


if __name__ == "__main__":
    main()
