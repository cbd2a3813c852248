"""What the tags and classes of Wikipedia's pages mean."""

from __future__ import annotations

NO_TEXT = frozenset(
    "script style noscript head template iframe object embed svg math audio video canvas form input button select"
    " textarea link meta nav footer".split()
)
"""Elements whose content is no text of the article."""

NO_TEXT_CLASSES = frozenset(
    "navbox vertical-navbox navbar sidebar metadata ambox tmbox mbox-small mw-editsection mw-editsection-like toc"
    " noprint mw-jump-link catlinks printfooter shortdescription mw-empty-elt authority-control portal sistersitebox"
    " mw-indicators mw-indicator Z3988 mw-cite-backlink mw-hidden-catlinks mw-authority-control geo-nondefault"
    " geo-multi-punct mwe-math-element mw-kartographer-link reference-accessdate cs1-maint cs1-visible-error"
    " mw-linkback-text navigation-not-searchable mw-references-columns-hidden asof-tag languageicon-hidden"
    " mw-collapsible-toggle plainlinksneverexpand nomobile mw-portlet vector-menu mw-footer".split()
)
"""Classes of what is not printed, leads elsewhere, or is no text of the article."""

NO_TEXT_IDS = frozenset("coordinates siteSub contentSub jump-to-nav toc catlinks mw-navigation footer mw-panel".split())

HATNOTES = frozenset(("hatnote", "rellink", "dablink"))
TAGS = frozenset(("Inline-Template", "Template-Fact"))
MARKS = frozenset(("reference", "mw-ref"))
INFOBOXES = frozenset(("infobox", "infobox_v2", "infobox_v3", "taxobox", "sinottico", "toccolours-infobox"))
MEDIA = frozenset(("thumb", "gallerybox", "tmulti", "thumbinner", "mw-gallery-traditional"))
LAYOUT = frozenset(("multicol", "col-begin", "mw-layout", "columns-start"))

BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5"
    " h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption".split()
)
"""Elements that begin a line of their own."""
