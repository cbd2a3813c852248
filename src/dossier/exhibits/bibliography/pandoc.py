"""The citation processor: pandoc's citeproc, an outside program, asked in its own document format.

Values travel as document nodes, so nothing in them is read as markup, and come back as nodes, so nothing is parsed out
of HTML. The program runs sandboxed: it reads the style it is given and no other file, and no network.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from dossier.errors import AssetError, TypesettingError, Where
from dossier.exhibits.bibliography.runs import join
from dossier.exhibits.bibliography.works import PROTECTED_HYPHEN, Gap, Name, Value, Work
from dossier.model.support import Run, Runs
from dossier.resources import assets

Json = dict[str, "Json"] | list["Json"] | str | int | bool

_API_VERSION: list[Json] = [1, 23, 1]
_SECONDS = 60
_MARK = "\ue004"
"""Stands before each citation of a note that is taken apart again; no text that comes in has one."""
# The name of a month alone and after a day, as terms.xml has them; before the day in styles that put it first.
_MONTH = re.compile("(\\d\\.?\\s)?\ue000([^\ue001]*)\ue001([^\ue002]*)\ue002(\\s\\d{1,2}\\b)?")


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer into the work `ref`. `locator` is a page unless `label`, a CSL locator type, says otherwise."""

    ref: str
    locator: str = ""
    label: str = "page"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was set: notes, whole or one part for each citation, and entries in the order of the style."""

    notes: tuple[tuple[Runs, ...], ...]
    entries: tuple[tuple[str, Runs], ...]


def read_style(name: str) -> str:
    """Return the citation style `name` (CSL, as XML) with the terms that all styles are given.

    Raises AssetError where there is no such style.
    """
    folder = assets() / "csl"
    path = folder / f"{name}.csl"
    known = sorted(style.stem for style in folder.glob("*.csl"))
    if name not in known:
        raise AssetError(f"no citation style {name!r}", hint=f"There are: {', '.join(known)}.", where=Where(path=path))
    terms = "".join(re.findall("  <locale.*</locale>\n", (folder / "terms.xml").read_text("utf-8"), re.DOTALL))
    return path.read_text("utf-8").replace("</info>\n", f"</info>\n{terms}", 1)


def process(
    works: Sequence[Work], notes: Sequence[Sequence[Citation]], style: str, language: str, apart: Container[int] = ()
) -> Sheet:
    """Return `notes` and an entry for each of `works` in `style` (XML) with the terms of `language` (BCP 47).

    The notes at the places `apart` come in one part for each citation, in the order given; the style may sort the
    citations of the others. Raises AssetError where pandoc is not installed and TypesettingError where it cannot use
    the style.
    """
    keys = {work.id: f"w{number}" for number, work in enumerate(works)}
    ids = {key: id for id, key in keys.items()}
    document: dict[str, Json] = {
        "pandoc-api-version": _API_VERSION,
        "meta": {
            "lang": _inlines(language),
            "nocite": {"t": "MetaInlines", "c": [_cite([_citation("*", Citation("*"))])]},
            "references": _list(_reference(keys[work.id], work) for work in works),
        },
        "blocks": [
            {"t": "Para", "c": [_cite([_citation(keys[cite.ref], cite, at, apart=at in apart) for cite in note])]}
            for at, note in enumerate(notes)
            if note
        ],
    }
    *paragraphs, bibliography = _blocks(_run(json.dumps(document), style))
    set_notes = iter(paragraphs)
    return Sheet(
        tuple(tuple(_parts(next(set_notes))) if note else () for note in notes),
        tuple(_entries(bibliography, ids)),
    )


def _run(document: str, style: str) -> str:
    with tempfile.TemporaryDirectory(prefix="dossier-") as folder:
        path = Path(folder) / "style.csl"
        path.write_text(style, encoding="utf-8")
        command = [_program(), "--sandbox", f"--data-dir={folder}", "-f", "json", "-t", "json", "--citeproc"]
        try:
            finished = subprocess.run(
                [*command, f"--csl={path}"],
                input=document,
                capture_output=True,
                encoding="utf-8",
                cwd=folder,
                env={"LC_ALL": "C.UTF-8"},
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise TypesettingError(f"the citation processor did not finish in {_SECONDS} s") from None
    if finished.returncode or finished.stderr:
        raise TypesettingError(f"the citation processor failed: {finished.stderr.strip()}")
    return finished.stdout


def _program() -> str:
    package = find_spec("pypandoc")
    program = Path(package.origin or "").parent / "files" / "pandoc" if package else Path()
    if not program.is_file():
        raise AssetError(
            "pandoc, which sets references, is not installed", hint="Run `make dossier`, or install pypandoc-binary."
        )
    return str(program)


def _cite(citations: list[Json]) -> Json:
    return {"t": "Cite", "c": [citations, []]}


def _citation(key: str, cite: Citation, note: int = 0, *, apart: bool = False) -> Json:
    # The label is written by its CSL name, which terms.xml makes known to every locale.
    locator = f"{{{cite.label} {cite.locator}}}" if cite.locator else ""
    return {
        "citationId": key,
        "citationPrefix": _words(_MARK if apart else ""),
        "citationSuffix": _words(locator),
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": note + 1,
        "citationHash": 0,
    }


def _reference(key: str, work: Work) -> Json:
    return _map({"id": _inlines(key), **{variable: _value(value) for variable, value in work.variables}})


def _value(value: Value) -> Json:
    if isinstance(value, str):
        return _inlines(value)
    if isinstance(value, Gap):
        return {"t": "MetaInlines", "c": [{"t": "Span", "c": [["", ["nocase"], []], _words(value.text)]}]}
    if isinstance(value, tuple):
        return _list(_name(name) for name in value)
    if value.literal:
        return _map({"literal": _inlines(value.literal)})
    parts = _list(_list(_inlines(str(part)) for part in day) for day in value.parts)
    circa: Json = {"t": "MetaBool", "c": value.circa}
    return _map({"date-parts": parts, "circa": circa})


def _name(name: Name) -> Json:
    return _map({part: _inlines(text) for part, text in name.parts})


def _map(values: dict[str, Json]) -> Json:
    return {"t": "MetaMap", "c": values}


def _list(values: Iterable[Json]) -> Json:
    return {"t": "MetaList", "c": list(values)}


def _inlines(text: str) -> Json:
    return {"t": "MetaInlines", "c": _words(text)}


def _words(text: str) -> list[Json]:
    parts = re.findall(r" |[^ ]+", text)
    return [{"t": "Space"} if part == " " else {"t": "Str", "c": part} for part in parts]


def _blocks(document: str) -> list[Json]:
    match json.loads(document):
        case {"blocks": list(blocks)}:
            return blocks
    raise TypesettingError("the citation processor gave no document")


def _entries(bibliography: Json, ids: dict[str, str]) -> Iterator[tuple[str, Runs]]:
    match bibliography:
        case {"t": "Div", "c": [_, list(entries)]}:
            for entry in entries:
                match entry:
                    case {"t": "Div", "c": [[str(key), *_], list(inner)]}:
                        yield ids[key.removeprefix("ref-")], _finish(_runs(inner, Run("")))


def _parts(paragraph: Json) -> Iterator[Runs]:
    """Yield the note that `paragraph` holds, parted at its marks; what stands before the first belongs to it."""
    part: list[Run] = []
    begun = False
    for run in join(_runs([paragraph], Run(""))):
        before, *marked = run.text.split(_MARK)
        part.append(replace(run, text=before))
        for words in marked:
            if begun:
                yield _finish(part)
                part = []
            begun = True
            part.append(replace(run, text=words.removeprefix(" ")))
    yield _finish(part)


def _runs(nodes: Sequence[object], like: Run) -> Iterator[Run]:
    for node in nodes:
        match node:
            case {"t": "Str", "c": str(text)}:
                yield replace(like, text=text)
            case {"t": "Space" | "SoftBreak" | "LineBreak"}:
                yield replace(like, text=" ")
            case {"t": "Emph", "c": list(inner)}:
                yield from _runs(inner, replace(like, italic=True))
            case {"t": "Strong", "c": list(inner)}:
                yield from _runs(inner, replace(like, bold=True))
            case {"t": "SmallCaps", "c": list(inner)}:
                yield from _runs(inner, replace(like, small_caps=True))
            case {"t": "Link", "c": [_, list(inner), [str(url), _]]}:
                yield from _runs(inner, replace(like, href=url if urlsplit(url).scheme in ("http", "https") else None))
            case {"t": "Span" | "Cite" | "Div", "c": [_, list(inner)]}:
                yield from _runs(inner, like)
            case {"t": "Note" | "Para" | "Plain" | "Superscript" | "Subscript", "c": list(inner)}:
                yield from _runs(inner, like)
            case _:
                raise TypesettingError(f"the citation processor gave something unknown: {node}")


def _finish(runs: Iterable[Run]) -> Runs:
    return tuple(replace(run, text=_MONTH.sub(_month, run.text).replace(PROTECTED_HYPHEN, "-")) for run in join(runs))


def _month(found: re.Match[str]) -> str:
    before, alone, dated, after = found.groups(default="")
    return f"{before}{dated if before or after else alone}{after}"
