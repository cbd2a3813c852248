"""What is drawn by exact coordinates round and over finished pages.

marks       the sheet of a press file: crop and register marks, colour bar, cut line
bar         the patches of the colour bar
tiling      how a panel is cut into the sheets of a wall proof
tile_sheet  a sheet of the wall proof: cut lines, glue edges, arrows, ruler, words
tile_map    its first page: the panel in small, and how to put it together
proof       the wall proof as a whole
drawing     pages drawn with reportlab
"""
