"""How works are cited: checking what comes from outside, and the citation processor."""
