"""Finished PDFs: what WeasyPrint leaves undone for screen and press, and reading the result back.

accessible  finish_screen: PDF/UA-1 and PDF/A-3a
press       finish_press: the clauses of PDF/X-4
read        boxes, fonts, bookmarks, tags and text of any PDF
colours     which colour spaces a page uses, and where
raster      a page as an image
"""
