"""The profiles: tables of rules, each with its limit and where that comes from.

"Unverified" is a figure that is widely repeated, or a clause that is known at second hand: guidance, not that body's
rule. Limits that an option changes are given with their default.
"""

from __future__ import annotations

from dossier.preflight import artwork, colour, document, links, reading, sheets, typography
from dossier.preflight.findings import Profile, Rule

_X4 = "ISO 15930-7 (PDF/X-4), unverified"
_GWG = "GWG 2015 and 2022, list of checks, second-hand"
_PRINTERS = "printers' specifications"
_UA = "ISO 14289-1 (PDF/UA-1), unverified; veraPDF judges better"
_OURS = "ours"

PRESS = Profile(
    "press",
    "a print shop takes it without a phone call",
    (
        Rule(
            "intent",
            "one output intent with an embedded profile of a CMYK press, named as the ICC's registry names it",
            "GTS_PDFX",
            f"{_X4}; {_GWG}",
            document.output_intent,
        ),
        Rule(
            "identification",
            "PDF/X-4 in the metadata; title, dates, Trapped and ID, in document information and metadata alike",
            "PDF/X-4",
            _X4,
            document.identification,
        ),
        Rule("version", "the version of PDF", "1.6; warning above, error from 2.0", _X4, document.version),
        Rule("encryption", "encryption", "none", _X4, document.encryption),
        Rule("damage", "what had to be mended to read the file", "nothing", _OURS, document.damage),
        Rule("layers", "optional content", "none", _GWG, document.layers),
        Rule(
            "boxes",
            "trim inside bleed inside media, the same on all pages",
            "0.01 mm of tolerance",
            f"{_X4}; {_GWG}",
            sheets.boxes,
        ),
        Rule("bleed", "the width of the bleed", "3 mm (--bleed)", _PRINTERS, sheets.bleed),
        Rule("scale", "UserUnit, and sides that PDF cannot hold", "14,400 units, 5080 mm", "PDF", sheets.scale),
        Rule(
            "annotations",
            "notes, links and form fields inside the bleed",
            "none",
            f"{_X4}; {_GWG}",
            sheets.notes_in_bleed,
        ),
        Rule(
            "colour",
            "RGB, Lab and calibrated colour in content, forms, images, shadings, patterns, groups, resources,"
            " annotations",
            "CMYK, gray and named spots; a warning for what the RIP converts",
            _GWG,
            colour.colour_spaces,
        ),
        Rule(
            "ink",
            "the sum of the inks of a colour, and of the heaviest of up to 500 x 500 samples of an image;"
            " what overprints with what lies below it",
            "300 % (--ink); overprinting a warning",
            f"{_PRINTERS}; GWG 2022, second-hand",
            colour.total_ink,
        ),
        Rule(
            "spots",
            "one name and one description for each spot ink; the ink of register marks only outside the bleed",
            "no two names that differ in case, spaces or signs",
            _GWG,
            colour.spots,
        ),
        Rule("white-overprint", "white that overprints, and vanishes", "none", _GWG, colour.white_overprint),
        Rule(
            "black-overprint",
            "text in 100 % black that knocks out",
            "a warning",
            "GWG 2015, list of checks, second-hand",
            typography.black_overprint,
        ),
        Rule(
            "rich-black",
            "black type in several inks",
            "36 pt at least",
            f"{_GWG}; the size: smartlevels.com, design for print",
            typography.rich_black,
        ),
        Rule(
            "type-inks",
            "small type in several inks",
            "8 pt at least, else one ink",
            f"{_PRINTERS}; the size: Lakeside Book Company, colour type",
            typography.type_in_several_inks,
        ),
        Rule(
            "type-size",
            "type that is too small to print",
            "4 pt overprinting, 6 pt knocked out (a warning where it is not white)",
            _PRINTERS,
            typography.type_size,
        ),
        Rule("hairline", "thin lines, after scaling, and shapes as narrow", "0.25 pt", _GWG, artwork.thin_lines),
        Rule(
            "resolution",
            "the pixels of a picture where it is placed",
            "200 ppi in the hand, 150 ppi from 1 m (the default), 100 ppi from 3 m (--distance);"
            " 600 ppi for 1 bit, a warning",
            f"{_PRINTERS}; 1 bit: GWG 2022, second-hand",
            artwork.resolution,
        ),
        Rule("fonts", "fonts that are not embedded", "none; a warning where nothing is set", _X4, typography.fonts),
        Rule("transparency", "opacity, blend modes, soft masks", "an information", _X4, artwork.transparency),
    ),
)

ACCESSIBLE = Profile(
    "accessible",
    "it can be read aloud; a quick look without Java, which does not replace veraPDF",
    (
        Rule("tagged", "tags, and marks that they do not reach", "all is tagged or an artifact", _UA, reading.tagged),
        Rule("title", "a title, which viewers show", "DisplayDocTitle", _UA, document.title),
        Rule("language", "the document's language", "a BCP 47 tag", _UA, reading.language),
        Rule("identification", "the mark of PDF/UA in the metadata", "a warning", _UA, reading.identification),
        Rule("figures", "alternative text of figures and formulas", "each has one", _UA, reading.figures),
        Rule("headings", "levels of headings", "from 1, none skipped", _UA, reading.headings),
        Rule(
            "tables", "heads of tables and their scope", "each table has heads, each head a scope", _UA, reading.tables
        ),
        Rule("links", "descriptions of links; annotations in the tags", "each has one", _UA, reading.link_texts),
        Rule("tab-order", "the order in which links are reached", "Tabs S", _UA, reading.tab_order),
        Rule("fonts", "fonts that are embedded and tell their letters", "ToUnicode", _UA, reading.fonts),
        Rule("encryption", "encryption that keeps screen readers out", "none", _UA, reading.protection),
        Rule("damage", "what had to be mended to read the file", "nothing", _OURS, document.damage),
    ),
)

SCREEN = Profile(
    "screen",
    "it opens and reads well on every machine",
    (
        Rule("title", "a title, which viewers show", "DisplayDocTitle", _OURS, document.title),
        Rule("bookmarks", "bookmarks", "from 5 pages on", _OURS, document.bookmarks),
        Rule("links", "links to files, programs and missing places", "none", _OURS, links.targets),
        Rule("fonts", "fonts that are not embedded", "none; a warning where nothing is set", _OURS, typography.fonts),
        Rule("page-size", "pages of several sizes, or too large", "14,400 units", f"PDF; {_OURS}", sheets.page_size),
        Rule("encryption", "encryption", "none", _OURS, document.encryption),
        Rule("damage", "what had to be mended to read the file", "nothing", _OURS, document.damage),
        Rule("size", "the size of the file", "20 MB", _OURS, document.file_size),
    ),
)

PROFILES = {profile.name: profile for profile in (PRESS, ACCESSIBLE, SCREEN)}
