"""What the documentation says is true: its examples can be used, and nothing that exists is left out of it."""

from __future__ import annotations

import ast
import inspect
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from PIL import Image

from dossier import resources
from dossier.build import build_edition
from dossier.cli import dossier as command
from dossier.layouts import load_layout
from dossier.model import consistency, project, validation
from dossier.model.dossier import EventDate
from dossier.model.evidence import State
from dossier.model.layout import LayoutData
from dossier.model.press import PressData, SmallestType
from dossier.model.project import examine_project, load_project
from dossier.model.schema import schema
from dossier.model.strength import parse_strength
from dossier.model.yaml import read_yaml
from dossier.typeset import compose, sides

ROOT = Path(__file__).parent.parent.parent
PATHS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
PAGES = {path.relative_to(ROOT).as_posix(): path for path in PATHS}
DOSSIER = (ROOT / "docs" / "dossier-yaml.md").read_text(encoding="utf-8")
LAYOUTS = (ROOT / "docs" / "layouts.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
BUNDLED = resources.assets() / "articles" / "gulag-operation"

# The heading under which the keys of each type of the schema are listed, beside those that every statement has.
SECTIONS = {
    "Statement": "What every statement rests on",
    "Evidence": "Evidence",
    "Citation": "Cites",
    "Formula": "Formula",
    "EventDate": "Dates",
    "Dossier": "Key by key",
    "Signature": "signed",
    "Licence": "licence",
    "Source": "sources",
    "Entry": "glance",
    "Section": "sections",
    "Paragraph": "sections",
    "Event": "events",
    "Organisation": "organisation",
    "Unit": "units",
    "Person": "people",
    "Place": "places",
    "Zone": "zones",
    "ExhibitText": "exhibits",
    "Media": "media",
    "Crop": "media",
    "Rights": "media",
    "Difference": "differences",
    "Reading": "differences",
    "Gap": "gaps",
    "Related": "related",
    "Reference": "references",
    "Name": "references",
}


def blocks(page: str, language: str) -> list[str]:
    """Return the code blocks of `page` in `language`."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def section(page: str, heading: str) -> str:
    """Return what stands under `heading`, up to the next heading."""
    (found,) = re.findall(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", page, re.MULTILINE | re.DOTALL)
    return str(found)


def anchors(page: str) -> set[str]:
    """Return the anchors that a page's headings have on the web."""
    headings = re.findall(r"^#+ (.*)", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


def rows(text: str) -> Iterator[list[str]]:
    """Yield the cells of each row of the tables in `text` that begins with code."""
    for line in text.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))]


def terms(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


# dossier.yaml


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose dossier.yaml is all the examples of the page, one after the other."""
    folder = tmp_path_factory.mktemp("docs") / "my-project"
    shutil.copytree(BUNDLED / "sources", folder / "sources")
    (folder / "dossier.yaml").write_text("\n".join(blocks(DOSSIER, "yaml")), encoding="utf-8")
    (folder / "media").mkdir()
    Image.effect_noise((1600, 1200), 40).save(folder / "media" / "harbour.tif")
    return folder


def test_the_examples_are_one_dossier_without_a_fault(example: Path) -> None:
    found, findings = examine_project(example)
    assert findings == ()
    assert found is not None
    assert {kind for _, kind in _pairs(read_yaml(example / "dossier.yaml").value, "kind")} >= {
        "source", "derived", "reference", "editorial",
    }  # fmt: skip


def _pairs(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, child in value.items():
            if name == key:
                yield name, child
            yield from _pairs(child, key)
    elif isinstance(value, list):
        for child in value:
            yield from _pairs(child, key)


def _properties() -> dict[str, dict[str, Any]]:
    described = json.loads(schema())
    return {"Dossier": described, **described["$defs"]}


@pytest.mark.parametrize("name", sorted(_properties()))
def test_every_key_is_explained(name: str) -> None:
    described = _properties()
    keys = set(described[name]["properties"])
    if name != "Statement" and set(described["Statement"]["properties"]) <= keys:
        keys -= set(described["Statement"]["properties"])
    explained = {term for row in rows(section(DOSSIER, SECTIONS[name])) for term in terms(row[0])}
    assert keys <= explained


def test_no_key_is_explained_that_there_is_not() -> None:
    described = _properties()
    kinds = set(described["Statement"]["properties"]["kind"]["enum"])
    for heading in set(SECTIONS.values()):
        explained = {term for row in rows(section(DOSSIER, heading)) for term in terms(row[0])}
        names = [name for name, stands in SECTIONS.items() if stands == heading]
        known = {key for name in names for key in described[name]["properties"]}
        assert {term for term in explained if not term.startswith("{")} <= known | kinds, heading


@pytest.mark.parametrize("heading", sorted(set(SECTIONS.values()) - {"references"}))
def test_what_is_required_is_called_so(heading: str) -> None:
    described = _properties()
    statement = set(described["Statement"]["required"])
    required: set[str] = set()
    for name in (name for name, stands in SECTIONS.items() if stands == heading):
        own = set(described[name].get("required", ()))
        required |= own - statement if name != "Statement" and statement <= own else own
    assert required == {row[0].strip("`") for row in rows(section(DOSSIER, heading)) if row[2:] == ["yes"]}


DATES = [row[0].strip("`") for row in rows(section(DOSSIER, "Dates")) if row[0].startswith("`{")]


@pytest.mark.parametrize("date", DATES)
def test_every_date_is_a_date(date: str, tmp_path: Path) -> None:
    (tmp_path / "date.yaml").write_text(f"date: {date}\n", encoding="utf-8")
    value = read_yaml(tmp_path / "date.yaml").value
    assert isinstance(value, dict)
    assert EventDate.model_validate(value["date"]).date.mark


def test_the_strengths_come_to_what_the_table_says() -> None:
    found = {row[0].strip("`"): (int(row[1]), int(row[2])) for row in rows(section(DOSSIER, "Numbers of people"))}
    assert len(found) == 4
    assert found == {text: (parse_strength(text).least, parse_strength(text).most) for text in found}


def test_every_message_of_the_check_is_explained() -> None:
    explained = {row[0].strip("`") for row in rows(section(DOSSIER, "What `dossier check` may say"))}
    assert _codes() <= explained


def _codes() -> set[str]:
    found = {"source"} | {f"evidence-{state}" for state in State if state is not State.FOUND}
    for module in (consistency, project, validation):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Problem", "Diagnostic"}:
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    found.add(str(code.value))
    assert len(found) > 12
    return found


def test_the_schema_is_where_an_editor_is_told_to_look() -> None:
    (named,) = re.findall(r"\$schema=(\S+)", DOSSIER)
    assert (BUNDLED / named).resolve() == resources.assets() / "schema" / "dossier.schema.json"


# Layouts


@pytest.fixture(scope="module")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the layout that the page makes, file by file."""
    root = tmp_path_factory.mktemp("layouts")
    (root / "pocket").mkdir()
    for language, name in (("yaml", "layout.yaml"), ("yaml palette", "palette.yaml"), ("css", "style.css")):
        (text,) = blocks(LAYOUTS, language)
        (root / "pocket" / name).write_text(text, encoding="utf-8")
    return root


def test_the_example_is_a_layout_that_the_example_of_a_dossier_can_be_built_in(
    layouts: Path, example: Path, tmp_path: Path
) -> None:
    assert load_layout("pocket", (layouts,)).data.file == "pocket.pdf"
    shutil.copytree(layouts, example / "layouts", dirs_exist_ok=True)
    built = build_edition(load_project(example), "en", "pocket", tmp_path)
    assert built.diagnostics == ()
    assert built.path == tmp_path / "gulag-operation" / "en" / "pocket.pdf"


def test_every_key_of_a_layout_is_explained() -> None:
    explained = {term for row in rows(section(LAYOUTS, "layout.yaml")) for term in terms(row[0])}
    assert explained == set(LayoutData.model_fields)


def test_every_key_for_the_print_shop_is_explained() -> None:
    table = list(rows(section(LAYOUTS, "For the print shop")))
    assert {terms(row[0])[0] for row in table} == {field.alias for field in PressData.model_fields.values()}
    (limits,) = (row[1] for row in table if row[0] == "`smallest-type`")
    assert terms(limits) == [field.alias for field in SmallestType.model_fields.values()]


def test_every_variable_of_a_style_sheet_is_explained() -> None:
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", "".join(path.read_text() for path in ROOT.glob("layouts/*/*.css"))))
    swatches = set(load_layout("dossier").palette)
    explained = {term.removeprefix("--") for row in rows(section(LAYOUTS, "Style sheet")) for term in terms(row[0])}
    assert used - swatches <= explained


def test_what_a_template_is_given_is_explained() -> None:
    names = {term for row in rows(section(LAYOUTS, "Template")) for term in terms(row[0])}
    given = {"panel", "measures", "grid"}
    for module in (compose, sides):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "render":
                given |= {keyword.arg for keyword in node.keywords if keyword.arg}
    assert len(given) > 20
    assert given <= names
    source = inspect.getsource(compose)
    filters = re.search(r"filters \|= \{(.*?)\}", source, re.S)
    assert filters
    assert set(re.findall(r'"(\w+)":', filters[1])) <= names


# Commands and links


def _shown() -> Iterator[str]:
    for text in PAGES.values():
        for line in text.read_text(encoding="utf-8").splitlines():
            if shown := re.match(r"(?: {4}|\$ )(dossier [a-z].*)", line):
                yield shown[1].partition("  #")[0]


@pytest.mark.parametrize("line", sorted(set(_shown())))
def test_every_command_that_is_shown_can_be_given(line: str) -> None:
    words = shlex.split(line)[1:]
    found: click.Command = command
    while isinstance(found, click.Group) and words and not words[0].startswith("-"):
        assert words[0] in found.commands, line
        found = found.commands[words.pop(0)]
    found.make_parser(click.Context(found)).parse_args(words)


def test_every_command_is_shown_in_the_readme() -> None:
    assert {name for name in command.commands if f"dossier {name}" not in README} == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    text = PAGES[name].read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", text)):
        path, _, anchor = target.partition("#")
        if ":" in path:
            continue
        page = PAGES[name].parent / path if path else PAGES[name]
        assert page.exists(), target
        if anchor:
            assert anchor in anchors(page.read_text(encoding="utf-8")), target


def test_pictures_are_small_and_all_are_shown() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES.values())
    for picture in pictures:
        assert picture.stat().st_size < 250_000, picture.name
        assert picture.name in pages
