"""The words of a draft that are not the source's: fixed, sober templates in the language of the article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dossier.locales.catalogs import Texts, interface_texts
from dossier.locales.fonts import Fonts, fonts_for
from dossier.locales.formats import format_date, format_number
from dossier.locales.locale import Locale, locale
from dossier.model.dates import HistoricalDate
from dossier.model.inline import parse_inline

LONGEST = 3900
"""So many characters, at most, has a text of a dossier."""
LINE = 380
"""So many a title or a label."""


@dataclass(frozen=True)
class Teller:
    """The language of a draft."""

    locale: Locale
    texts: Texts

    @cached_property
    def _fonts(self) -> Fonts:
        return fonts_for(self.locale)

    def __call__(self, id: str, **values: object) -> str:
        """Return the text `draft.<id>` of the catalog."""
        return self.texts(f"draft.{id}", **values)

    def number(self, number: int) -> str:
        """Return a number as the language writes it."""
        return format_number(number, self.locale)

    def date(self, date: HistoricalDate) -> str:
        """Return a date as the language writes it."""
        return format_date(date, self.locale, self.texts)

    def prints(self, text: str) -> bool:
        """Tell whether `text` can be printed as it stands: its letters are there, and nothing in it reads as markup."""
        if not text or len(text) > LONGEST or "{value}" in text or not text.replace("\n", " ").isprintable():
            return False
        runs = parse_inline(text)
        return len(runs) == 1 and runs[0].text == text and not self.lacks(text)

    def lacks(self, text: str) -> bool:
        """Tell whether a font of the language lacks a letter of `text`."""
        return any(self._fonts.missing([text], role) for role in ("serif", "sans"))


def teller_of(tag: str) -> Teller:
    """Return the teller of a language; raises LocaleError or AssetError where there is none."""
    language = locale(tag)
    return Teller(language, interface_texts(language))
