"""The four exhibits, each drawn from values by a pure function: geometry as SVG, words as labels over it."""
