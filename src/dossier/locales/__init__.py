"""Languages: catalogs, formats of dates and numbers, and fonts per script."""
