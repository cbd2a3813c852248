"""What `dossier build` makes passes the profiles that it is made for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.build import Built
from dossier.preflight.findings import Finding

Found = Callable[..., tuple[Finding, ...]]


@pytest.mark.parametrize("profile", ["accessible", "screen"])
def test_the_english_dossier_has_no_findings(english: Built, found: Found, profile: str) -> None:
    assert found(english.path, profile) == ()
