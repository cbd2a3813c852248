"""YAML from people: what is read, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.errors import SourceError
from dossier.model.yaml import read_yaml


def written(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_values_and_lines(tmp_path: Path) -> None:
    document = read_yaml(written(tmp_path, 'a: 1\nb:\n  - x: 2.5\n  - "3"\nc: 1943-06-02\nd: yes\ne: true\nf:\n'))
    assert document.value == {"a": 1, "b": [{"x": 2.5}, "3"], "c": "1943-06-02", "d": "yes", "e": True, "f": None}
    assert document.line(("b", 0, "x")) == 3
    assert document.line(("b", 1)) == 4
    assert document.line(("b", 0, "nowhere")) == 3


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: [1, 2\n", 3, "not valid YAML"),
        ("a: 1\na: 2\n", 2, "stands twice"),
        ("a: &x 1\nb: *x\n", 1, "anchors and aliases"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, ""),
        ("a: !secret 1\n", 1, "tag"),
        ("? [1]\n: 2\n", 1, "a key must be a word"),
        ("a: " + "[" * 40 + "]" * 40, 1, "nested too deeply"),
        ("a: 1\n\tb: 2\n", 2, "not valid YAML"),
        (b"a: 1\nb: \xe9\n", 2, "not UTF-8"),
        ("", None, "empty"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str | bytes, line: int | None, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_yaml(written(tmp_path, text))
    assert says in caught.value.message
    assert caught.value.where is not None
    assert caught.value.where.line == line
    assert caught.value.hint


def test_a_bomb_does_not_go_off(tmp_path: Path) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
    )
    with pytest.raises(SourceError, match="anchors"):
        read_yaml(written(tmp_path, bomb))
