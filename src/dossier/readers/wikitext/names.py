"""What templates are for, by their names in lower case. Data for `dossier.readers.wikitext.templates`."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split(","))


INFOBOXES = ("infobox", "warbox", "battlebox", "geobox", "taxobox", "infokasten", "карточка", "ficha de", "info/")
"""Names of infoboxes begin so."""

PRESENTATION = (
    "image", "imahe", "img", "map", "caption", "alt", "width", "logo", "campaignbox", "flag", "symbol", "footer",
    "header", "style", "colour", "color", "mark", "label", "relief", "pushpin", "upright", "bild", "photo", "embed",
    "child", "wikisource", "website",
)  # fmt: skip
"""Fields of an infobox that are for its look begin so, or have such a word after an underscore."""

SILENT_PREFIXES = (
    "use ", "campaignbox", "defaultsort", "displaytitle", "portal", "commons", "wikisource", "wikiquote", "wiktionary",
    "wikivoyage", "wikinews", "wikibooks", "sister project", "pp-", "navbox", "s-", "stub", "toc", "col-", "divbox",
    "cleanup", "unreferenced", "more citations", "refimprove", "#invoke:coordinates", "coord missing",
)  # fmt: skip
"""Templates whose names begin so print nothing that belongs to the text."""

SILENT = _names(
    """
    authority control, basepage subpage, clear, clearleft, clearright, clr, -, div col, div col end, colbegin,
    colend, div col start, end div col, columns, engvarb, engvar b, featured article, good article, featured list,
    flagicon image, hidden end, italic title, link fa, link ga, multicol, multicol-break, multicol-end, pp, redirect
    category shell, refbegin, refend, shy, short description, spoken wikipedia, subject bar, taxonbar, zwj, zwnj,
    increase, decrease, steady, anchor, anchors, void, attached kml, wikidata, bots, nobots, updated, citation
    style, expand section, empty section, pov, one source, no footnotes, more footnotes, inline, update, copy edit,
    lead too short, technical, confusing, globalize, protection padlock, family name hatnote, image frame, external
    media, noprint, multiple image, main page, tone, orphan, multiple issues, in use, under construction, current,
    recent, merge, merge to, merge from, split, move, delete, prod, no sources, primary sources, third-party,
    notability, original research, essay-like, advert, peacock, weasel, overly detailed, very long, dmy, ws date,
    library resources box, refn begin, reflist-talk, rellink, vertical header, small caps begin, hr, end, s, box
    end, big start, small start
    """
)
"""These print nothing that belongs to the text."""

FLAGS = _names("flagicon, flagdeco, flag icon, flagicon2, army flag, navy flag")
"""These show a flag."""

COMPUTED = _names("inflation, age, age in years and days, time ago, currency, to usd, rounddown, #expr, number of")
"""These print what they compute, which cannot be known from their arguments."""

HATNOTES = _names(
    """
    main, see also, see, further, about, for, other uses, redirect, redirect-multi, distinguish, hatnote, main
    article, further information, details, seealso, about-distinguish, see also2, broader, for multi, other people,
    redirect2, main articles, for2, cat main, hauptartikel, article détaillé, основная статья
    """
)
"""These point at other articles from the top of a page or a section."""

FIRST = _names(
    """
    nowrap, nobr, nowr, no wrap, flag, flagu, flagcountry, flag country, flagg, flagcountrysmall, small, smaller,
    big, larger, nobold, normal, abbr, tooltip, ill, interlanguage link, interlanguage link multi, vanchor, visible
    anchor, center, centre, nts, number table sorting, ntsh, sort, mvar, var, em, strong, underline, sup, sub,
    smallcaps, sc, smallcaps2, linktext, resize, okina, asiantitle, not a typo, typo, proper name, as written, sic,
    noitalic, army, navy, air force, pipe, formatnum, bold, italic, ublist, font, keypress, key press, mono, code,
    nihongo, nihongo krt, transl, langx-none, native name, native phrase, hover title, visible, hidden, collapse,
    crossreference, xref, sxhd, allow wrap, wrap, avoid wrap, normalwraplink, rws, kbd, lit, literal translation,
    script/cyrillic, script/hebrew, script/arabic, rtl-lang, nastaliq, align, left, right, stack, para, mention, ref
    label, plain link, lower, raise
    """
)
"""These print their first argument."""

SECOND = _names("lang, sort dash, hs, hidden sort, sortname2, color, font color, fontcolor, colored text, langx, lang2")
"""These print their second argument."""

LISTS = _names(
    "plainlist, flatlist, plain list, flat list, columns-list, col-list, cslist, hlist-block, startplainlist"
)
"""These hold a list in their first argument."""

ITEMS = _names(
    "ubl, unbulleted list, hlist, bulleted list, ordered list, blist, unordered list, comma separated entries"
)
"""These print each argument without a name as an item."""

QUOTATIONS = _names(
    """
    quote, quotation, blockquote, cquote, quote box, quotebox, centered pull quote, rquote, poemquote, poem quote,
    bquote, pull quote, quote frame, verse translation, block quote, citation bloc, zitat
    """
)
"""These set their first argument, or `text` or `quote`, as a quotation."""

NOTE_LISTS = _names(
    "reflist, references, notelist, notelist-lr, notelist-ua, refs, notes, reference list, reflist-columns"
)
"""These print the notes; their argument `refs` defines some."""

REMARKS = _names("efn, efn-ua, efn-lr, efn-lg, notetag, refn, note, footnote, #tag:ref, ref, adn")
"""These are footnotes in the form of a template."""

EXPLANATORY = _names("efn, efn-ua, efn-lr, efn-lg, notetag, note, adn")
"""Of these, those that hold remarks and no sources."""

SHORT_NOTES = _names("sfn, sfnp, sfnm, harvard citation footnote, shortened footnote, sfnmp, sfnpb")
"""These are footnotes that hold a short reference."""

SHORT_WORDS = _names(
    "harvnb, harv, harvp, harvtxt, harvcoltxt, harvcol, harvcolnb, harvnp, harvs, citeref, snf, harvard citation"
)
"""These print a short reference where they stand."""

CITATIONS = _names(
    """
    citation, cite, literatur, internetquelle, ouvrage, lien web, article, книга, статья, cita libro, cita web,
    cytuj, cytuj książkę, cytuj stronę, vcite book, vcite journal, wikicite, книги, web, cita publicación, chapitre,
    cita pubblicazione, citeer boek, citeer web, harvc, bokref, webbref, citace monografie, citar livro, citar web
    """
)
"""Citation templates besides those that begin with "cite "."""

TAGS = _names(
    """
    citation needed, cn, fact, by whom, by whom?, who, who?, when, when?, where, where?, which, which?, what, why,
    how, clarify, clarification needed, page needed, pn, page number needed, dead link, deadlink, dubious, disputed
    inline, vague, year needed, qn, quotation needed, quote needed, full citation needed, full, not in citation
    given, failed verification, verify source, better source needed, better source, unreliable source?, unreliable
    source, according to whom, disambiguation needed, dn, self-published inline, original research inline, specify,
    contradict-inline, incomplete short citation, request quotation, volume needed, title missing, author missing,
    isbn missing, date missing, need quotation, attribution needed, additional citation needed, verification needed,
    lead citation needed, non-primary source needed, needs update, update inline, update after, citation needed
    span, circular reference, belege, quelle, référence nécessaire, source?, refnec, нет ап, источник, to whom?,
    permanent dead link, registration required, subscription required
    """
)
"""With these the source says itself that something is missing or doubtful."""

WORDS = {
    "kia": " (KIA)", "pow": " (POW)", "wia": " (WIA)", "mia": " (MIA)", "dow": " (DOW)", "executed": " (executed)",
    "surrendered": " (surrendered)", "assassinated": " (assassinated)", "natural causes": " (natural causes)",
    "suicide": " (suicide)", "mie": " (MIE)", "†": "†", "dagger": "†", "double-dagger": "‡", "ddagger": "‡",
    "ndash": "–", "endash": "–", "en dash": "–", "mdash": "—", "emdash": "—", "em dash": "—", "snd": " – ",
    "spnd": " – ", "spaced ndash": " – ", "spaced en dash": " – ", "spaced mdash": " — ", "snds": " – ", "dash": " – ",
    "nbsp": " ", "space": " ", "spaces": " ", "thinsp": " ", "thin space": " ", "hair space": " ", "zwsp": "",
    "'": "'", "'s": "'s", "'-": "'", "' \"": "'\"", "\" '": "\"'", "\"'": "\"'", "!": "|", "=": "=", "·": " · ",
    "dot": " · ", "middot": " · ", "•": " • ", "bull": " • ", "bullet": " • ", "pipe": "|", "sdot": " · ",
    "times": "×", "x": "×", "shy": "", "break": " ", "br": " ", "crlf": " ", "lbrack": "[", "rbrack": "]", "(": "{",
    ")": "}", "en": "–", "em": "—", "ditto": "ditto", "n/a": "n/a", "na": "n/a", "n/a2": "n/a", "unknown": "unknown",
    "yes": "yes", "no": "no", "y": "yes", "tba": "to be announced", "dunno": "?", "unk": "unknown", "£": "£", "€": "€",
    "us$": "US$", "gbp": "£", "usd": "US$", "pound": "£", "rm": "RM", "spaced dash": " – ",
}  # fmt: skip
"""These print the words given here, before an argument where they have one."""

LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bs": "Bosnian", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hr": "Croatian", "hu": "Hungarian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sh": "Serbo-Croatian", "sk": "Slovak", "sl": "Slovene", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "yi": "Yiddish", "zh": "Chinese",
}  # fmt: skip
"""Languages as {{lang-de}} and {{in lang}} print them."""
