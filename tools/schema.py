"""Write assets/schema/dossier.schema.json anew: .venv/bin/python tools/schema.py."""

from __future__ import annotations

from dossier import resources
from dossier.model.schema import FILE, schema

if __name__ == "__main__":
    (resources.assets() / "schema" / FILE).write_text(schema(), encoding="utf-8")
