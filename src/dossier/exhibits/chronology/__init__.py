"""The chronology: what happened when, to scale where a source dates it and visibly not where it gives an order only."""

from dossier.exhibits.chronology.draw import draw_chronology
from dossier.exhibits.chronology.events import (
    ChronologyWords,
    TimelineEvent,
    chronology_items,
)

__all__ = ["ChronologyWords", "TimelineEvent", "chronology_items", "draw_chronology"]
