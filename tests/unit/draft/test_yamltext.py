"""What is written as YAML reads back as what it was, and looks as a person would write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.draft import yamltext
from dossier.model.yaml import read_yaml

# What YAML cannot hold at all is no text of a source either: readers take it out or refuse it.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff\ufffe\uffff"), max_size=90)
TRICKY = st.sampled_from(
    ["", " ", "yes", "No", "null", "~", "1942", "1943-06-02", "0x1f", "1e3", "a: b", "a #b", "- a", "'a'", '"a"', "[a]",
     "{a}", "&a", "*a", "!a", "%a", "@a", "`a", "a\nb", " a", "a ", "a  b", "a\tb", "\u2028", "\x85", "…", "“a” b",
     "word " * 40, "Komi", "a,b", "a]", "?", "? a", "a:", ":a", "|", ">", "=", "<<", ".5", "1_000", "12:30"]
)  # fmt: skip
SCALAR = st.one_of(TEXT, TRICKY, st.integers(-999999, 999999), st.booleans())
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4),
        st.dictionaries(st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True), inner, min_size=1, max_size=4),
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=VALUE)
def test_what_is_written_reads_back(value: yamltext.Value, tmp_path: Path) -> None:
    path = tmp_path / "value.yaml"
    path.write_text(f"one:\n{yamltext.item(value)}{yamltext.pair('two', value)}", encoding="utf-8", newline="")
    assert read_yaml(path).value == {"one": [value], "two": value}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Two groups of men", "key: Two groups of men\n"),
        ("50-55 people", 'key: "50-55 people"\n'),
        ("true", 'key: "true"\n'),
        ("a: b", 'key: "a: b"\n'),
        ({"source": "text-a", "start": 4}, "key: {source: text-a, start: 4}\n"),
        (["a", "b"], "key: [a, b]\n"),
        ([{"ref": "smith-1999"}], "key: [{ref: smith-1999}]\n"),
        ([{"deep": ["a"]}], "key:\n  - deep: [a]\n"),
        ("word " * 30 + "end", f"key: >-\n  {'word ' * 22}word\n  {'word ' * 7}end\n"),
    ],
)
def test_it_looks_as_a_person_writes(value: yamltext.Value, text: str) -> None:
    assert yamltext.pair("key", value) == text


def test_a_comment_is_wrapped() -> None:
    lines = yamltext.comment("word " * 60, 2).splitlines()
    assert len(lines) > 1
    assert all(line.startswith("  # word") and len(line) <= yamltext.WIDTH for line in lines)
