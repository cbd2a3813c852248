"""The JSON Schema of dossier.yaml, with which editors complete keys and mark mistakes."""

from __future__ import annotations

import json

from dossier.model.dossier import Dossier

FILE = "dossier.schema.json"


def schema() -> str:
    """Return the JSON Schema (2020-12) of dossier.yaml as text, the same bytes every time."""
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Dossier.model_json_schema(by_alias=True)}
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"
