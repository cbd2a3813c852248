"""YAML that a person wrote, as plain values with the line of each.

Only what a dossier needs: mappings, lists and scalars. No aliases (a small file could unfold into a huge one), no tags
that build objects, no key twice, and a date stays the text that was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from dossier.errors import SourceError, Where

MAX_BYTES = 4_000_000
MAX_DEPTH = 24

Place = tuple[str | int, ...]
Scalar = str | int | float | bool | None
Value = Scalar | list["Value"] | dict[str, "Value"]

_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")
)
_CONSTANTS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Document:
    """The values of a YAML file and the line (from 1) on which each was written."""

    path: Path
    value: Value
    lines: dict[Place, int]

    def line(self, place: Place) -> int | None:
        """Return the line of the value at `place`, or of the nearest thing around it that is in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place)


def read_text(path: Path, *, limit: int = MAX_BYTES) -> str:
    """Return the text of a UTF-8 file; raises SourceError where it is missing, unreadable, too large or not UTF-8."""
    where = Where(path)
    try:
        if path.stat().st_size > limit:
            raise SourceError(f"larger than {limit // 1_000_000} MB", hint="Give a smaller file.", where=where)
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise SourceError("there is no such file", hint="Check the name and the folder.", where=where) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise SourceError(
            f"not UTF-8 text (byte 0x{error.object[error.start]:02x})",
            hint='Save the file again with the encoding "UTF-8".',
            where=Where(path, line),
        ) from None
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", hint="Check its permissions.", where=where) from None


def read_yaml(path: Path) -> Document:
    """Read one YAML document; raises SourceError with the line where it is malformed."""
    text = read_text(path)
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SourceError(
            f"not valid YAML: {error.problem or error.context}",
            hint="Look at the indentation, and put quotes around text that holds a colon.",
            where=Where(path, mark.line + 1 if mark else None),
        ) from None
    except YAMLError as error:
        raise SourceError(f"not valid YAML: {error}", hint="Save it as plain UTF-8 text.", where=Where(path)) from None
    except RecursionError:
        raise SourceError("nested too deeply", hint="A dossier needs few levels.", where=Where(path)) from None
    lines: dict[Place, int] = {}
    if root is None:
        raise SourceError("the file is empty", hint="A dossier starts with its title.", where=Where(path))
    return Document(path, _Builder(path, lines).value(root, ()), lines)


@dataclass(frozen=True, slots=True)
class _Builder:
    path: Path
    lines: dict[Place, int]

    def value(self, node: Node, place: Place) -> Value:
        line = node.start_mark.line + 1
        if len(place) > MAX_DEPTH:
            raise self._error("nested too deeply", line)
        # A node that is met again at another place is an alias.
        if node.anchor:
            raise self._error(f"anchors and aliases are not used here: &{node.anchor}", line)
        self.lines.setdefault(place, line)
        if str(node.tag) not in _TAGS:
            raise self._error(f"the tag {node.tag} is not used here", line)
        match node:
            case ScalarNode():
                return self._scalar(node)
            case SequenceNode():
                return [self.value(child, (*place, index)) for index, child in enumerate(node.value)]
            case MappingNode():
                return self._mapping(node, place)
        raise self._error("neither text, list nor mapping", line)

    def _mapping(self, node: MappingNode, place: Place) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = str(key_node.value)
            if not isinstance(key_node, ScalarNode):
                raise self._error("a key must be a word", line)
            if key in mapping:
                raise self._error(f"the key {key!r} stands twice in one mapping", line)
            self.lines[(*place, key)] = line
            mapping[key] = self.value(value_node, (*place, key))
        return mapping

    def _scalar(self, node: ScalarNode) -> Scalar:
        text = str(node.value)
        match str(node.tag).rsplit(":", 1)[-1]:
            case "int" if text.lstrip("+-").isdigit() and len(text) < 16:
                return int(text)
            case "float":
                try:
                    return float(text)
                except ValueError:
                    return text
            case "bool" | "null":
                return _CONSTANTS.get(text.lower(), text)
        return text

    def _error(self, message: str, line: int) -> SourceError:
        return SourceError(message, hint="See docs/dossier-yaml.md.", where=Where(self.path, line))


@dataclass(frozen=True, slots=True)
class Lists:
    """A list of a mapping: where in the text it ends, the column of its hyphens, and whether it is in brackets.

    The end of a list in brackets is behind its bracket; that of any other is the beginning of the line after its last.
    """

    end: int
    indent: int
    flow: bool


def top_lists(text: str) -> dict[str, Lists]:
    """Return the lists that stand directly under the keys of a document, by key.

    Raises SourceError where the document is no mapping in block style: one line for each key.
    """
    root = YAML(typ="safe", pure=True).compose(text.removeprefix("\ufeff"))
    if not isinstance(root, MappingNode) or root.flow_style:
        raise SourceError("not written with a line for each key", hint="Write key: value, each on a line of its own.")
    shift = len(text) - len(text.removeprefix("\ufeff"))
    lines = text.splitlines(keepends=True)
    starts = [key.start_mark.line for key, _ in root.value] + [len(lines)]
    found = {}
    for (key, value), until in zip(root.value, starts[1:], strict=True):
        if not isinstance(value, SequenceNode):
            continue
        if value.flow_style:
            found[str(key.value)] = Lists(value.end_mark.index + shift, 0, flow=True)
            continue
        last = _last(lines, value.start_mark.line, until)
        found[str(key.value)] = Lists(sum(map(len, lines[:last])), value.start_mark.column, flow=False)
    return found


def _last(lines: list[str], first: int, until: int) -> int:
    """Return the line behind the last of a list, by number: blanks and comments above the next key belong to that."""
    while until > first + 1:
        line = lines[until - 1]
        if line.strip() and not line.startswith(("#", "...", "---")):
            break
        until -= 1
    return until
