"""From an article's text to what it says: dates, events, units, people, places, references, each with its place."""
