"""Lines are put into a file, and none that stands there is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.draft.insertion import Addition, with_additions
from dossier.errors import SourceError
from dossier.model.dossier import Related
from dossier.model.yaml import read_yaml

NEW = Related(id="new-one", title="New one", source="text-a")
ADDED = {"id": "new-one", "source": "text-a", "title": "New one"}

FILES = {
    "a comment of the next key stays with it": "related:\n  - {id: old}\n\n# about events\nevents:\n  - {id: e}\n",
    "a comment in the list stays in it": "related:\n  - id: old  # mine\n    # my remark\n\nlast: 1\n",
    "hyphens without indentation": "related:\n- id: old\n- id: older\nlast: 1\n",
    "hyphens far in": "related:\n      - id: old\nlast: 1\n",
    "a long text at the end": "related:\n  - id: old\n    text: >-\n      one\n\n      two\n\nlast: 1\n",
    "a list in brackets": "related: [{id: old}, {id: older}] # mine\nlast: 1\n",
    "an empty list": "related: []\nlast: 1\n",
    "brackets over lines": "related: [\n  {id: old},\n]\nlast: 1\n",
    "no such list": "title: T\n",
    "no new line at the end": "title: T\nrelated:\n  - id: old",
    "lines as Windows ends them": "title: T\r\nrelated:\r\n  - id: old\r\n\r\nlast: 1\r\n",
    "the end of a document": "related:\n  - id: old\n...\n",
}


def test_files_are_what_they_say() -> None:
    assert "\r\n" in FILES["lines as Windows ends them"]


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_an_item_is_added_and_the_rest_stays(text: str, tmp_path: Path) -> None:
    found = with_additions(text, [Addition("related", (NEW,), {"new-one": "confidence 0.90"}, "New:")])
    path = tmp_path / "file.yaml"
    path.write_bytes(text.encode())
    before = read_yaml(path).value
    path.write_bytes(found.encode())
    after = read_yaml(path).value
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    old = before.get("related") or []
    assert isinstance(old, list)
    assert after["related"] == [*old, ADDED]
    assert {key: value for key, value in after.items() if key != "related"} == {
        key: value for key, value in before.items() if key != "related"
    }
    assert_kept(text, found)
    assert ("\r\n" in text) == ("\r\n" in found)


def assert_kept(text: str, found: str) -> None:
    """Every character that was there is there, in its order."""
    rest = iter(found)
    assert all(character in rest for character in text)


def test_several_lists_at_once(tmp_path: Path) -> None:
    text = "related:\n  - {id: old}\ngaps:\n  - {id: gap}\n"
    additions = [Addition("gaps", (NEW,), {}, ""), Addition("related", (NEW,), {}, ""), Addition("units", (), {}, "")]
    path = tmp_path / "file.yaml"
    path.write_text(with_additions(text, additions), encoding="utf-8")
    assert read_yaml(path).value == {"related": [{"id": "old"}, ADDED], "gaps": [{"id": "gap"}, ADDED]}


def test_a_file_in_braces_is_refused() -> None:
    with pytest.raises(SourceError, match="a line for each key"):
        with_additions("{related: [{id: old}]}", [Addition("related", (NEW,), {}, "")])


LINES = st.sampled_from(["", "# a comment", "  # further in", "  - {id: a}", "  - id: b\n    text: c"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(LINES, max_size=6), after=st.lists(st.sampled_from(["", "# last"]), max_size=3))
def test_comments_and_blanks_stay_wherever_they_are(before: list[str], after: list[str], tmp_path: Path) -> None:
    text = "\n".join(["related:", "  - {id: first}", *before, *after, "last: 1", ""])
    found = with_additions(text, [Addition("related", (NEW,), {}, "New:")])
    path = tmp_path / "file.yaml"
    path.write_text(found, encoding="utf-8")
    value = read_yaml(path).value
    assert isinstance(value, dict)
    related = value["related"]
    assert isinstance(related, list)
    assert related[-1] == ADDED
    added = {"  # New:", "  - {id: new-one, source: text-a, title: New one}"}
    assert [line for line in found.splitlines() if line not in added] == text.splitlines()
