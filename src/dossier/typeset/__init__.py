"""From an edition and a layout to pages: the one typesetter of all words."""
