"""Dates in running English text: a grammar, a discourse that carries the year, and silence where a text does not tell.

The way through is `lexer` (text to tokens), `grammar` with its families of rules (tokens to phrases: what the words
say), and `resolve` with `discourse` (phrases to dates: what they mean here).
"""

from __future__ import annotations

from dossier.extract.dates.find import find_dates
from dossier.extract.dates.mention import DateMention, DateRange

__all__ = ["DateMention", "DateRange", "find_dates"]
