"""Voices that the tests speak in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from dossier.exhibits.voice import Voice, voice_of


@pytest.fixture(scope="session")
def voice() -> Callable[[str], Voice]:
    """Return a function that gives the voice of a language, the same every time."""
    return cache(voice_of)
