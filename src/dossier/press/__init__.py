"""What is drawn by exact coordinates round and over finished pages.

marks       the sheet of a press file: crop and register marks, colour bar, cut line
bar         the patches of the colour bar
tiling      how a panel is cut into the sheets of a wall proof
tile_marks  the lines, arrows and ruler on those sheets
tile_words  their words, as HTML for the typesetter
drawing     pages drawn with reportlab
"""
