"""The tables of rules: complete, with sources, and the same in the documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.preflight.profiles import PROFILES

DOCUMENTATION = Path(__file__).parents[3] / "docs" / "preflight.md"


@pytest.mark.parametrize("name", PROFILES)
def test_each_rule_is_told_apart_and_has_a_source(name: str) -> None:
    rules = PROFILES[name].rules
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.checks and rule.limit and rule.source for rule in rules)


@pytest.mark.parametrize("name", PROFILES)
def test_the_documentation_has_the_same_rules(name: str) -> None:
    section = DOCUMENTATION.read_text(encoding="utf-8").partition(f"\n### {name}\n")[2].partition("\n#")[0]
    rows = [row for row in section.splitlines() if row.startswith("|")][2:]
    assert rows == [f"| {rule.id} | {rule.checks} | {rule.limit} | {rule.source} |" for rule in PROFILES[name].rules]


def test_what_was_not_read_is_called_unverified() -> None:
    for profile in PROFILES.values():
        for rule in profile.rules:
            if "ISO 1" in rule.source:
                assert "unverified" in rule.source
            if "GWG" in rule.source:
                assert "second-hand" in rule.source
