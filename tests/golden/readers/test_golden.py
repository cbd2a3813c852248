"""Each source beside this file, and the bundled ones, read as the JSON beside it says.

`ACCEPT=1 pytest tests/golden/readers` writes what the readers say now; read the difference before it is committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dossier.readers import read
from dossier.readers.dump import as_json
from dossier.resources import assets

HERE = Path(__file__).parent
BUNDLED = assets() / "articles" / "gulag-operation" / "sources"
SOURCES = {
    "bundled-older": BUNDLED / "older.txt",
    "bundled-cleaned": BUNDLED / "cleaned.txt",
    "crossing-wikitext": HERE / "crossing.wiki",
    "crossing-export": HERE / "crossing.xml",
    "crossing-parsoid": HERE / "crossing.parsoid.html",
    "crossing-saved": HERE / "crossing.saved.html",
    "crossing-copypaste": HERE / "crossing.copypaste.txt",
    "crossing-cleaned": HERE / "crossing.cleaned.txt",
    "crossing-prose": HERE / "crossing.prose.txt",
}


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_reads_as_before(name: str) -> None:
    expected = HERE / f"{name}.json"
    found = json.dumps(as_json(read(SOURCES[name])), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("ACCEPT"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
