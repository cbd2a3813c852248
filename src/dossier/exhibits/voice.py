"""The language that an edition speaks."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.exhibits.measure import Measure
from dossier.locales.catalogs import Texts, interface_texts
from dossier.locales.fonts import Fonts, fonts_for
from dossier.locales.locale import Locale, locale


@dataclass(frozen=True, slots=True)
class Voice:
    """A locale, the program's texts in it, its fonts, and the room that words take in them."""

    locale: Locale
    texts: Texts
    fonts: Fonts
    measure: Measure


def voice_of(tag: str) -> Voice:
    """Return the voice of the language `tag`; raises LocaleError or AssetError where there is none."""
    language = locale(tag)
    fonts = fonts_for(language)
    return Voice(language, interface_texts(language), fonts, Measure(fonts.measured(), fonts.sizes))
