"""Units and people of three articles annotated by hand, where the articles are at hand: no worse than was measured."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).parents[3] / "bench" / "extraction.py"

FLOORS = {"units": (0.93, 1.0, 0.99), "people": (0.99, 1.0, 0.86)}
"""Precision, recall, and the share of what is found that is right in full."""


@pytest.fixture(scope="module")
def bench() -> Any:
    spec = importlib.util.spec_from_file_location("extraction_bench", BENCH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("kind", FLOORS)
def test_no_worse_than_was_measured(bench: Any, kind: str) -> None:
    found = [score for _, other, score in bench.scores(kinds=[kind])]
    if not found:
        pytest.skip("the articles are not at hand")
    total = sum(found, bench.Score())
    precision, recall, full = FLOORS[kind]
    assert total.right >= precision * total.given, total.errors
    assert total.found >= recall * total.asked, total.errors
    assert total.full >= full * total.matched, total.errors
