"""Dates in text that we did not write: the floors that bench/wikiwars.py holds, where the gold is at hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[4] / "bench" / "wikiwars.py"


def test_the_floors_are_kept() -> None:
    finished = subprocess.run([sys.executable, BENCH], capture_output=True, text=True, check=False)
    if finished.returncode == 2:
        pytest.skip(finished.stderr.strip())
    assert finished.returncode == 0, finished.stdout + finished.stderr
