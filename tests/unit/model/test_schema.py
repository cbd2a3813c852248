"""The published JSON Schema is that of the model."""

from __future__ import annotations

import json

from dossier import resources
from dossier.model.schema import FILE, schema


def test_the_published_schema_is_current() -> None:
    published = (resources.assets() / "schema" / FILE).read_text(encoding="utf-8")
    assert published == schema(), "run .venv/bin/python tools/schema.py"


def test_it_describes_what_an_editor_completes() -> None:
    described = json.loads(schema())
    assert described["additionalProperties"] is False
    assert {"title", "sources", "licence"} <= set(described["required"])
    assert set(described["$defs"]["Statement"]["properties"]["kind"]["enum"]) == {
        "source", "derived", "reference", "editorial",
    }  # fmt: skip
