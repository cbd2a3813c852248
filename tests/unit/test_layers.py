"""The rules of the tree: imports go down the layers only, and each heavy library has one importer."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dossier

SOURCE = Path(dossier.__file__).parent

LAYERS = (
    {"errors", "diagnostics", "units", "resources"},
    {"model"},
    {"readers", "extract", "layouts", "locales"},
    {"pdf", "exhibits", "reconcile"},
    {"typeset", "press", "preflight", "doctor", "draft"},
    {"presswork"},
    {"build"},
    {"batch", "context", "proof"},
    {"cli"},
)

WITHIN_A_LAYER = {
    ("diagnostics", "errors"): "a finding and an error say in the same way where they are",
}

IMPORTERS = {
    "click": {"cli"},
    "rich": {"cli"},
    "weasyprint": {"typeset"},
    "jinja2": {"typeset"},
    "markupsafe": {"typeset"},
    "reportlab": {"press"},
    "pikepdf": {"pdf"},
    "pypdfium2": {"pdf"},
    "PIL": {"pdf"},
    "matplotlib": {"exhibits"},
    "numpy": {"exhibits", "pdf"},  # pdf: the ink of a picture, pixel by pixel
    "shapely": {"exhibits"},
    "pyproj": {"exhibits"},
    "lxml": {"readers"},
    "babel": {"locales"},
    "icu": {"locales"},
    "fontpkg": {"locales"},
    "fontTools": {"locales", "pdf", "typeset"},  # what a font covers, what its glyphs mean, where its baseline is
    "uharfbuzz": {"locales", "pdf"},  # a weight cut from a variable font; which letters became which glyphs
    "pydantic": {"model"},
    "pydantic_core": {"model"},
    "rapidfuzz": {"model", "reconcile"},  # quotations that moved; sentences that were reworded
    "ruamel": {"model"},
}

OURS = {"dossier", *sys.stdlib_module_names}
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}


def part_of(path: Path, source: Path) -> str:
    """Return the name of the top-level module or package that a file belongs to."""
    return path.relative_to(source).parts[0].removesuffix(".py")


def imports(path: Path, source: Path) -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of everything a file imports, in functions too; relative names made absolute."""
    package = ("dossier", *path.relative_to(source).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            for name in node.names:
                yield node.lineno, f"{module}.{name.name}"


def complaints(source: Path) -> list[str]:
    """Return each import in the tree that breaks a rule, with its place and the rule."""
    found = []
    for path in sorted(source.rglob("*.py")):
        part = part_of(path, source)
        for line, name in imports(path, source):
            place = f"{path.relative_to(source)}:{line}"
            top, _, rest = name.partition(".")
            other = rest.partition(".")[0]
            if top == "dossier" and other in RANK and other != part and part in RANK:
                if RANK[other] > RANK[part]:
                    found.append(f"{place}: {part} imports {other}, which lies above it")
                elif RANK[other] == RANK[part] and (part, other) not in WITHIN_A_LAYER:
                    found.append(f"{place}: {part} imports {other}, which lies beside it")
            if top not in OURS and part not in IMPORTERS.get(top, ()):
                found.append(f"{place}: {part} may not import {top}")
    return found


def test_imports_go_down() -> None:
    assert complaints(SOURCE) == []


def test_every_module_has_a_layer() -> None:
    parts = {part_of(path, SOURCE) for path in SOURCE.rglob("*.py")} - {"__init__", "__main__"}
    assert parts <= RANK.keys()


@pytest.mark.parametrize(
    ("file", "code", "complaint"),
    [
        ("model/dates.py", "from dossier.exhibits import Map", "model imports exhibits, which lies above it"),
        ("model/dates.py", "from dossier import cli", "model imports cli, which lies above it"),
        ("model/dates.py", "def f():\n    import dossier.build", "model imports build, which lies above it"),
        ("model/dates.py", "from ..exhibits.map import draw", "model imports exhibits, which lies above it"),
        ("errors.py", "from . import model", "errors imports model, which lies above it"),
        ("pdf/read.py", "from dossier.exhibits import Map", "pdf imports exhibits, which lies beside it"),
        ("cli/build.py", "import weasyprint", "cli may not import weasyprint"),
        (
            "build.py",
            "def f():\n    from matplotlib.figure import Figure",
            "build may not import matplotlib",
        ),
    ],
)
def test_a_forbidden_import_is_seen(tmp_path: Path, file: str, code: str, complaint: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(code)
    assert [found.partition(": ")[2] for found in complaints(tmp_path)] == [complaint]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("exhibits/map.py", "from dossier.model.dates import Day\nfrom .chart import axis\nimport shapely"),
        ("cli/__init__.py", "import click\nfrom dossier import build, errors"),
        ("diagnostics.py", "from dossier.errors import Where"),
    ],
)
def test_an_allowed_import_is_let_be(tmp_path: Path, file: str, code: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(code)
    assert complaints(tmp_path) == []


def test_help_loads_no_heavy_library() -> None:
    """So that `dossier --help` is there at once: bench/startup.py has the numbers."""
    code = "import dossier.cli, sys; print(*{name.partition('.')[0] for name in sys.modules})"
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert IMPORTERS.keys() & set(finished.stdout.split()) == {"click"}
