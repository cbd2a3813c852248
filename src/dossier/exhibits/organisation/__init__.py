"""The organisation chart: groups with as many squares as people, under what they were for, and no line of command."""

from dossier.exhibits.organisation.chart import Chart, Group, OrganisationWords, Total, organisation_chart
from dossier.exhibits.organisation.draw import draw_organisation

__all__ = ["Chart", "Group", "OrganisationWords", "Total", "draw_organisation", "organisation_chart"]
