"""Pages of words that belong to a press: slug lines, wall proofs and job tickets, in the script of an edition."""

from __future__ import annotations

from html import escape

from dossier.locales.fonts import Fonts
from dossier.locales.formats import TIMES, format_decimal
from dossier.locales.joiners import END, LTR, left_to_right
from dossier.locales.locale import Locale


def page_html(title: str, body: str, locale: Locale) -> str:
    """Return a document of the title `title` with the HTML `body`."""
    return (
        f'<!doctype html><html lang="{locale.tag}" dir="{"rtl" if locale.rtl else "ltr"}">'
        f'<head><meta charset="utf-8"><title>{escape(title)}</title></head><body>{body}</body></html>'
    )


def families(fonts: Fonts) -> str:
    """Return the rule with the variables for families and sizes of type, as the style sheets of layouts have them."""
    serif, sans = (", ".join(f'"{family}"' for family in names) for names in (fonts.serif, fonts.sans))
    return (
        f":root {{ --serif: {serif}; --sans: {sans}; --leading: {fonts.leading:g};"
        f" --serif-size: {fonts.sizes['serif']:g}; --sans-size: {fonts.sizes['sans']:g} }}"
    )


def page_size(width: float, height: float) -> str:
    """Return the rule for pages of a size (pt) without margins."""
    return f"@page {{ size: {width:.4f}pt {height:.4f}pt; margin: 0 }}"


def size_of(width: float, height: float, locale: Locale) -> str:
    """Return "594 × 841" for a size in millimetres."""
    return left_to_right(TIMES.join(format_decimal(length, locale) for length in (width, height)))


def line_html(words: str) -> str:
    """Return a line of words as a paragraph; one that is left to right as a whole stays so where it is broken."""
    if words.startswith(LTR) and words.endswith(END) and words.count(END) == 1:
        return f'<p dir="ltr">{escape(words[1:-1])}</p>'
    return f"<p>{escape(words)}</p>"
