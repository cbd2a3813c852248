"""How far a cell of a table reaches."""

from __future__ import annotations

MOST = 1000
"""The greatest span that HTML allows; hostile input asks for more."""


def span(value: str) -> int:
    """Return the number of columns or rows that an attribute `value` says; 1 where it says nothing that can be."""
    return max(1, min(int(value), MOST)) if value.isdecimal() and len(value) < 6 else 1
