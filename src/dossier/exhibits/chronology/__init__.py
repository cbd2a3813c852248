"""The chronology: what happened when, to scale where a source dates it and visibly not where it gives an order only."""

from dossier.exhibits.chronology.draw import draw_chronology
from dossier.exhibits.chronology.events import (
    ChronologyWords,
    TimelineEvent,
    chronology_items,
    chronology_table,
)

__all__ = ["ChronologyWords", "TimelineEvent", "chronology_items", "chronology_table", "draw_chronology"]
