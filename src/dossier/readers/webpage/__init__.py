"""Pages of Wikipedia as HTML: as Parsoid gives them, and as a browser saves them."""
