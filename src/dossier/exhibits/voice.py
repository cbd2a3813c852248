"""The language that an edition speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dossier.exhibits.measure import Measure
from dossier.locales.catalogs import Texts, interface_texts
from dossier.locales.fonts import Fonts, fonts_for
from dossier.locales.locale import Locale, locale
from dossier.locales.phrases import phrases_for


@dataclass(frozen=True, slots=True)
class Voice:
    """A locale, the program's texts in it, its fonts, and the room that words take in them."""

    locale: Locale
    texts: Texts
    fonts: Fonts
    measure: Measure

    def keeping(self, names: Iterable[str]) -> Voice:
        """Return this voice with `names` that no line ends within, where its language has no spaces about them."""
        phrases = phrases_for(self.locale, names)
        return replace(self, measure=Measure(self.fonts.measured(), self.fonts.sizes, phrases))


def voice_of(tag: str) -> Voice:
    """Return the voice of the language `tag`; raises LocaleError or AssetError where there is none."""
    language = locale(tag)
    fonts = fonts_for(language)
    measure = Measure(fonts.measured(), fonts.sizes, phrases_for(language))
    return Voice(language, interface_texts(language), fonts, measure)
