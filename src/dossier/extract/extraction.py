"""All that is found in an article."""

from __future__ import annotations

from dossier.extract.article import article_dates
from dossier.extract.counts import find_counts
from dossier.extract.events import find_events
from dossier.extract.items import Extraction
from dossier.extract.references import find_references
from dossier.extract.things import find_things
from dossier.model.article import Article


def extract(article: Article) -> Extraction:
    """Return the events, units, people, places, zones, counts and references of `article`, each with its words.

    Nothing is raised for what cannot be told: it is left out.
    """
    dates, things = article_dates(article), find_things(article)
    return Extraction(
        events=find_events(article, dates),
        units=things.units,
        people=things.people,
        places=things.places,
        zones=things.zones,
        counts=find_counts(article, dates),
        references=find_references(article),
    )
