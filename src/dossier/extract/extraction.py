"""All that is found in an article."""

from __future__ import annotations

from dossier.extract.article import article_dates
from dossier.extract.counts import find_counts
from dossier.extract.events import find_events
from dossier.extract.items import Extraction
from dossier.extract.people import find_people
from dossier.extract.places import find_places
from dossier.extract.references import find_references
from dossier.extract.units import find_units
from dossier.extract.zones import find_zones
from dossier.model.article import Article


def extract(article: Article) -> Extraction:
    """Return the events, units, people, places, zones, counts and references of `article`, each with its words.

    Nothing is raised for what cannot be told: it is left out.
    """
    dates = article_dates(article)
    return Extraction(
        events=find_events(article, dates),
        units=find_units(article),
        people=find_people(article),
        places=find_places(article),
        zones=find_zones(article),
        counts=find_counts(article, dates),
        references=find_references(article),
    )
